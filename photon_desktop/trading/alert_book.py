"""All price alerts together, tried against the ticks of many symbols."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from photon_desktop.trading.alerts import AlertCondition, PriceAlert, PriceSpan, advanced, reached_price
from photon_desktop.trading.prices import PriceTick

_SLICES = 60  # a window is kept in so many parts, so it slides by a sixtieth of its length


@dataclass(frozen=True, slots=True)
class AlertHit:
    """An alert that went off: as it is now, the price that did it, and when (ns UTC, the market's time)."""

    alert: PriceAlert
    price: float
    time_ns: int


class PriceWindow:
    """The lowest and highest price of the last `window_s` seconds, a sixtieth more or less."""

    def __init__(self, window_s: int) -> None:
        self._window_ns = window_s * 1_000_000_000
        self._slice_ns = self._window_ns // _SLICES
        self._slices: deque[tuple[int, float, float]] = deque()  # number, low, high
        self._last = 0.0

    def span(self, time_ns: int) -> PriceSpan | None:
        """What was seen in the window that ends at `time_ns`; None when that is nothing."""
        oldest = (time_ns - self._window_ns) // self._slice_ns
        while self._slices and self._slices[0][0] < oldest:
            self._slices.popleft()
        if not self._slices:
            return None
        low = min(part[1] for part in self._slices)
        high = max(part[2] for part in self._slices)
        return PriceSpan(low, high, self._last)

    def add(self, tick: PriceTick) -> None:
        """Keep the prices of `tick`."""
        number = tick.time_ns // self._slice_ns
        low, high = tick.low, tick.high
        if self._slices and self._slices[-1][0] >= number:
            number, kept_low, kept_high = self._slices.pop()
            low, high = min(low, kept_low), max(high, kept_high)
        self._slices.append((number, low, high))
        self._last = tick.price


class AlertBook:
    """The alerts by symbol. A tick of a symbol without alerts costs one look into a dictionary.

    `revision` rises with every change, whoever made it: what is kept elsewhere is then old.
    """

    def __init__(self, alerts: Iterable[PriceAlert] = ()) -> None:
        self._by_symbol: dict[str, dict[str, PriceAlert]] = {}
        self._windows: dict[tuple[str, int], PriceWindow] = {}
        self._last: dict[str, float] = {}
        self.revision = 0
        for alert in alerts:
            self._put(alert)

    def all(self) -> tuple[PriceAlert, ...]:
        """Every alert, the oldest first."""
        alerts = (alert for of_symbol in self._by_symbol.values() for alert in of_symbol.values())
        return tuple(sorted(alerts, key=lambda alert: (alert.created_at_ns, alert.id)))

    def find(self, alert_id: str) -> PriceAlert | None:
        """The alert of this id, None when there is none."""
        return next((alert for alert in self.all() if alert.id == alert_id), None)

    def counts(self) -> dict[str, int]:
        """How many alerts of each symbol can still go off; symbols without one are left out."""
        open_of = {symbol: sum(not alert.is_done for alert in of.values()) for symbol, of in self._by_symbol.items()}
        return {symbol: count for symbol, count in open_of.items() if count}

    def last_price(self, symbol: str) -> float | None:
        """The last price that came of a symbol, None before the first."""
        return self._last.get(symbol)

    def put(self, alert: PriceAlert, price: float | None = None) -> PriceAlert:
        """Take up `alert`, in the place of the one with its id, beginning anew at the last price; returns it so.

        `price` is where its symbol stands as far as is known elsewhere, for one of which no tick came yet.
        """
        self.remove(alert.id)
        placed = alert.placed(self._last.get(alert.symbol, price))
        self._put(placed)
        self.revision += 1
        return placed

    def remove(self, alert_id: str) -> PriceAlert | None:
        """Let an alert go, and return it; None when there is none of this id."""
        for symbol, of_symbol in self._by_symbol.items():
            if alert_id in of_symbol:
                gone = of_symbol.pop(alert_id)
                if not of_symbol:
                    del self._by_symbol[symbol]
                self._forget_windows(symbol)
                self.revision += 1
                return gone
        return None

    def restore(self, alert: PriceAlert) -> None:
        """Take an alert back just as it was, in the place of the one with its id."""
        self.remove(alert.id)
        self._put(alert)
        self.revision += 1

    def take(self, tick: PriceTick) -> tuple[AlertHit, ...]:
        """Try the alerts of the tick's symbol against it, and return those that went off."""
        previous = self._last.get(tick.symbol)
        self._last[tick.symbol] = tick.price
        of_symbol = self._by_symbol.get(tick.symbol)
        if of_symbol is None:
            return ()
        at_last = None if previous is None else PriceSpan(previous, previous, previous)
        hits = [hit for alert in tuple(of_symbol.values()) if (hit := self._try(alert, at_last, tick)) is not None]
        for window_s in {alert.window_s for alert in of_symbol.values() if alert.window_s}:
            self._windows[tick.symbol, window_s].add(tick)
        return tuple(hits)

    def _try(self, alert: PriceAlert, at_last: PriceSpan | None, tick: PriceTick) -> AlertHit | None:
        before = at_last
        if alert.condition is AlertCondition.CHANGE_PERCENT:
            before = self._windows[alert.symbol, alert.window_s].span(tick.time_ns)
        now = advanced(alert, before, tick)
        if now is alert:
            return None
        self._by_symbol[alert.symbol][alert.id] = now
        self.revision += 1
        if now.last_triggered_ns == alert.last_triggered_ns:
            return None
        return AlertHit(now, reached_price(alert, before, tick), tick.time_ns)

    def _put(self, alert: PriceAlert) -> None:
        self._by_symbol.setdefault(alert.symbol, {})[alert.id] = alert
        if alert.window_s:
            self._windows.setdefault((alert.symbol, alert.window_s), PriceWindow(alert.window_s))

    def _forget_windows(self, symbol: str) -> None:
        used = {(symbol, alert.window_s) for alert in self._by_symbol.get(symbol, {}).values()}
        for key in [key for key in self._windows if key[0] == symbol and key not in used]:
            del self._windows[key]
