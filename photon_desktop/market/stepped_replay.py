"""A replay that waits before each bar until somebody lets it come."""

from collections.abc import Callable, Sequence
from threading import Semaphore

from photon_desktop.market.catalogue import Served
from photon_desktop.market.replay import ReplayFeed
from photon_desktop.market.replay_session import ReplaySession
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import MarketEvent


class SteppedFeed(ReplayFeed):
    """Brings a bar only for a permit. A poll without one means that the last bar has had all its effects: `on_idle` is
    called for it, on the thread that polls."""

    def __init__(
        self,
        symbol: str,
        interval: Interval,
        bars: Bars,
        source: str,
        permits: Semaphore,
        on_idle: Callable[[], None],
    ) -> None:
        super().__init__(symbol, interval, bars, source)
        self._permits, self._on_idle = permits, on_idle

    def poll(self) -> Sequence[MarketEvent]:
        """The next bar if it may come."""
        if self.finished or self._permits.acquire(blocking=False):
            return super().poll()
        self._on_idle()
        return ()


class SteppedSession(ReplaySession):
    """Plays the last `count` bars of what was served, each when `allow` was called for it, from any thread."""

    def __init__(
        self, symbol: str, interval: Interval, served: Served, count: int, on_idle: Callable[[], None]
    ) -> None:
        super().__init__(symbol, interval, served, count)
        self._permits, self._on_idle = Semaphore(0), on_idle

    def allow(self) -> None:
        """Let one bar more come at the next poll."""
        self._permits.release()

    def _feed_of(self, played: Bars) -> ReplayFeed:
        return SteppedFeed(self.symbols[0], self.interval, played, self.source, self._permits, self._on_idle)
