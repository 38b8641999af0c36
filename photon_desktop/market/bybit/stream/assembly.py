"""Puts the bars and prices of one symbol in order, whatever order, gap or repetition they came in."""

from collections.abc import Iterable

from photon_desktop.market.bybit.intervals import last_closed_opening
from photon_desktop.market.bybit.stream.stream_messages import KlineUpdate, PriceUpdate
from photon_desktop.market.tick_step import step_to
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick


class SymbolAssembly:
    """Brings each bar from `next_open` (ns UTC) on once, in order; prices of a later bar wait for the bars before it.

    A bar is brought as closed when the stream confirms it or HTTP serves it as closed, whichever is first. What comes
    again, or too late, is dropped.
    """

    def __init__(self, symbol: str, interval: Interval, source: str, next_open: int) -> None:
        self.symbol = symbol
        self.next_open = next_open
        self._interval = interval
        self._source = source
        self._forming: Bar | None = None
        self._stamp_ns = 0
        self._ticked_ns = 0
        self._held: dict[int, KlineUpdate] = {}

    def is_overdue(self, server_ns: int) -> bool:
        """Whether the next bar has been over for two seconds at the exchange's time `server_ns` and is not here."""
        return self.next_open <= last_closed_opening(server_ns, self._interval)

    def take_kline(self, update: KlineUpdate) -> list[MarketEvent]:
        """What `update` makes known: a tick, a closed bar, the prices that waited for it, or nothing."""
        if update.bar.open_time < self.next_open:
            return []
        if update.bar.open_time > self.next_open:
            self._hold(update)
            return []
        return self._applied(update) + self._released()

    def take_price(self, update: PriceUpdate) -> list[MarketEvent]:
        """A tick when `update` belongs to the forming bar and is not older than what is known; otherwise nothing."""
        forming = self._forming
        if forming is None or not self._ticked_ns <= update.time_ns < forming.open_time + self._interval.nanoseconds:
            return []
        if update.price == forming.close:
            return []
        high, low = max(forming.high, update.price), min(forming.low, update.price)
        grown = Bar(forming.open_time, forming.open, high, low, update.price, forming.volume)
        return [self._tick(grown, update.time_ns)]

    def take_closed(self, bars: Iterable[Bar]) -> list[MarketEvent]:
        """Closed bars that HTTP served, oldest first; a hole in them is a hole in the exchange's own bars."""
        events: list[MarketEvent] = []
        for bar in bars:
            if bar.open_time >= self.next_open:
                events += self._closed(bar)
        for opened in [opened for opened in self._held if opened < self.next_open]:
            del self._held[opened]
        return events + self._released()

    def _hold(self, update: KlineUpdate) -> None:
        """Keep the newest word on a bar whose turn has not come; a confirmed one is final."""
        held = self._held.get(update.bar.open_time)
        if held is None or (not held.is_confirmed and (update.is_confirmed or update.time_ns >= held.time_ns)):
            self._held[update.bar.open_time] = update

    def _released(self) -> list[MarketEvent]:
        events: list[MarketEvent] = []
        while (update := self._held.pop(self.next_open, None)) is not None:
            events += self._applied(update)
        return events

    def _applied(self, update: KlineUpdate) -> list[MarketEvent]:
        if update.is_confirmed:
            return self._closed(update.bar)
        if update.time_ns < self._stamp_ns:
            return []
        self._stamp_ns = update.time_ns
        grown = self._merged(update)
        return [] if grown == self._forming else [self._tick(grown, update.time_ns)]

    def _merged(self, update: KlineUpdate) -> Bar:
        """The update over what prices have shown since it was made: they come oftener than bars."""
        bar, forming = update.bar, self._forming
        if forming is None:
            return bar
        high, low = max(bar.high, forming.high), min(bar.low, forming.low)
        close = bar.close if update.time_ns >= self._ticked_ns else forming.close
        return Bar(bar.open_time, bar.open, high, low, close, max(bar.volume, forming.volume))

    def _closed(self, bar: Bar) -> list[MarketEvent]:
        """The bar's last prices, unless they are known, and its close."""
        ends_ns = bar.open_time + self._interval.nanoseconds
        events: list[MarketEvent] = []
        if bar != self._forming:
            events.append(self._tick(bar, ends_ns - 1))
        self._forming = None
        self._stamp_ns = 0
        self._ticked_ns = max(self._ticked_ns, ends_ns)
        self.next_open = ends_ns
        events.append(BarClosed(self.symbol, self._interval, bar, self._source))
        return events

    def _tick(self, bar: Bar, time_ns: int) -> PriceTick:
        """The step from the last tick to `bar`. A price alone tells no volume: what was traded meanwhile comes with the
        next word on the bar."""
        before, ends_ns = self._forming, bar.open_time + self._interval.nanoseconds
        is_first_ever = self._ticked_ns == 0
        self._ticked_ns = max(self._ticked_ns, bar.open_time, min(time_ns, ends_ns - 1))
        self._forming = bar
        step = step_to(bar, before, is_first_ever and time_ns < ends_ns - 1)
        prices = (step.open, step.high, step.low, bar.close)
        return PriceTick(self.symbol, self._interval, self._ticked_ns, *prices, forming=bar, volume=step.volume)
