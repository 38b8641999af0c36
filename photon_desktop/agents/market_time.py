"""What an agent knows of the market's time, to tell what is too old to act on."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock


@dataclass(frozen=True, slots=True)
class WatchedMarket:
    """The symbols watched at any moment, and the market's time when watching begins (ns UTC).

    A real market follows `clock`, whether prices come or not; a simulated one, which has none, stands still while
    nothing comes of it.
    """

    symbols: Callable[[], Collection[str]]
    opens_at: int
    clock: Clock | None = None


class MarketTime:
    """Follows the market's time from its start through the prices and bars that come."""

    def __init__(self, watched: Callable[[], WatchedMarket]) -> None:
        self._watched = watched
        self._market = WatchedMarket(tuple, 0)
        self._seen_ns = 0

    def begin(self) -> None:
        """Ask what is watched and what time it is there."""
        self._market = self._watched()
        self._seen_ns = self._market.opens_at

    @property
    def now_ns(self) -> int:
        """The market's time, as late as anything shows it to be."""
        clock = self._market.clock
        return self._seen_ns if clock is None else max(self._seen_ns, clock.now_ns())

    def saw(self, time_ns: int) -> None:
        """Take note of a time the market has reached."""
        self._seen_ns = max(self._seen_ns, time_ns)

    def watches(self, symbol: str) -> bool:
        """Whether `symbol` is watched now."""
        return symbol in self._market.symbols()

    def is_ahead(self, closed_at: int) -> bool:
        """Whether the close `closed_at` is still to come: a message about it was left by another market's session."""
        return closed_at > self.now_ns

    def is_past(self, symbol: str, closed_at: int, interval: Interval) -> bool:
        """Whether something made at the close `closed_at` may not be acted on any more: an interval has gone by since,
        or the symbol is not watched."""
        return not self.watches(symbol) or self.now_ns > closed_at + interval.nanoseconds
