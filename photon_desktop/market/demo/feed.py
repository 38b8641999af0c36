"""The simulated market as it runs: prices and closed bars at many times the speed of the clock."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.demo import DEMO_SOURCE
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DAY_NS, FILM_END, STEP_NS, bar_open
from photon_desktop.market.demo.forming import FormingBar
from photon_desktop.market.demo.listings import demo_instrument
from photon_desktop.market.demo.moves import shown_prices, shown_volume
from photon_desktop.market.demo.pace import DEFAULT_SPEED, Pace
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick

MOST_BARS_A_POLL = 3
_LONGEST_STRIDE_NS = 3 * DAY_NS  # keeps a poll of long bars as short as one of hourly bars


class DemoFeed:
    """Runs the film of `world` from `checkpoint` on, `speed` times as fast as `clock` (monotonic seconds).

    What is polled late is not made up for beyond three bars: the simulated clock slips instead, since a simulated
    market can wait for whoever watches it. The film ends with FILM_END. Used from one thread.
    """

    source = DEMO_SOURCE
    paced = False

    def __init__(
        self,
        world: DemoWorld,
        symbols: Sequence[str],
        interval: Interval,
        checkpoint: Checkpoint,
        clock: Callable[[], float],
        speed: float = DEFAULT_SPEED,
    ) -> None:
        if not symbols:
            raise ValueRefusedError("The simulated market needs at least one symbol to bring; name one.")
        self.symbols = tuple(dict.fromkeys(symbols))
        self.interval = interval
        self._world = world
        self._instruments = {symbol: demo_instrument(symbol) for symbol in self.symbols}
        self._saved = checkpoint
        self._time_ns = checkpoint.time_ns
        self._forming = {symbol: self._formed_before(symbol, checkpoint) for symbol in self.symbols}
        self._pace = Pace(checkpoint.time_ns, clock, speed)
        self._closed = False

    @property
    def finished(self) -> bool:
        """Whether the film has ended, or the feed was closed."""
        return self._closed or self._time_ns >= FILM_END

    @property
    def speed(self) -> float:
        """Simulated seconds a second of the clock."""
        return self._pace.speed

    @property
    def is_paused(self) -> bool:
        """Whether simulated time stands still."""
        return self._pace.is_paused

    def set_speed(self, speed: float) -> None:
        """Run `speed` times as fast as the clock from now on, without a jump; ValueRefusedError outside 1 to 36000."""
        self._pace.set_speed(speed)

    def pause(self) -> None:
        """Let simulated time stand still; polls bring what had happened before, then nothing."""
        self._pace.pause()

    def resume(self) -> None:
        """Let simulated time go on from where it stood."""
        self._pace.resume()

    def poll(self) -> Sequence[MarketEvent]:
        """The steps since the last poll: a tick for each symbol and bar they fall into, and the bars that closed."""
        if self.finished:
            return ()
        events: list[MarketEvent] = []
        until = self._due()
        while self._time_ns < until:
            closes = bar_open(self._time_ns, self.interval) + self.interval.nanoseconds
            events += self._advance(min(until, closes), closes)
        return tuple(events)

    def market_time_ns(self) -> int:
        """The simulated time up to which everything has been brought."""
        return self._time_ns

    def checkpoint(self) -> Checkpoint:
        """Where the market stands after the last poll, for a later feed to go on from."""
        self._saved = self._world.moved(self._saved, self._time_ns)
        return self._saved

    def resume_point(self) -> Mapping[str, Any]:
        """The checkpoint in the form that JSON keeps; `Checkpoint.from_mapping` reads it."""
        return self.checkpoint().to_mapping()

    def close(self) -> None:
        """Bring nothing more."""
        self._closed = True

    def _formed_before(self, symbol: str, checkpoint: Checkpoint) -> FormingBar:
        """The bar that `checkpoint` stands in, with its steps up to there."""
        opened = bar_open(checkpoint.time_ns, self.interval)
        increments = self._world.increments(symbol, opened, checkpoint.time_ns)
        bar = FormingBar.opened(opened, checkpoint.log_prices[symbol] - int(increments.sum()))
        if len(increments) == 0:
            return bar
        return bar.grown(increments, self._world.volumes(symbol, opened, checkpoint.time_ns))

    def _due(self) -> int:
        """Up to when steps are due now; slips the clock when that is too much for one poll."""
        now_ns = self._pace.now_ns()
        three_bars = bar_open(self._time_ns, self.interval) + MOST_BARS_A_POLL * self.interval.nanoseconds
        limit = min(three_bars, self._time_ns + _LONGEST_STRIDE_NS, FILM_END)
        if now_ns > limit:
            self._pace.set_time(limit)
            return limit
        return now_ns - now_ns % STEP_NS

    def _advance(self, until: int, closes: int) -> list[MarketEvent]:
        """What happens up to `until`, within one bar that closes at `closes`."""
        events: list[MarketEvent] = [self._tick(symbol, until) for symbol in self.symbols]
        self._time_ns = until
        if until < closes:
            return events
        for symbol in self.symbols:
            bar = self._forming[symbol]
            events.append(BarClosed(symbol, self.interval, bar.shown(self._instruments[symbol]), self.source))
            self._forming[symbol] = FormingBar.opened(closes, bar.last)
        return events

    def _tick(self, symbol: str, until: int) -> PriceTick:
        before, instrument = self._forming[symbol], self._instruments[symbol]
        increments = self._world.increments(symbol, self._time_ns, until)
        volumes = self._world.volumes(symbol, self._time_ns, until)
        after = before.grown(increments, volumes)
        self._forming[symbol] = after
        path = before.last + np.cumsum(increments)
        first = before.open if self._time_ns == before.open_time else int(path[0])
        high, low = max(first, int(path.max())), min(first, int(path.min()))
        shown = shown_prices(np.array([first, high, low, after.last]), instrument)
        opened, highest, lowest, last = shown.tolist()
        (volume,) = shown_volume(np.array([volumes.sum()]), instrument).tolist()
        forming = after.shown(instrument)
        return PriceTick(symbol, self.interval, until - 1, opened, highest, lowest, last, forming, volume)
