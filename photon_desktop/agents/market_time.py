"""What an agent knows of the market's time, to tell what is too old to act on."""

from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True)
class WatchedMarket:
    """The symbols now watched, and the market's time when watching begins (ns UTC): a simulated market stands still
    while the program is off, a real one does not."""

    symbols: tuple[str, ...]
    opens_at: int


class MarketTime:
    """Follows the market's time from its start through the prices and bars that come."""

    def __init__(self, watched: Callable[[], WatchedMarket]) -> None:
        self._watched = watched
        self._symbols: tuple[str, ...] = ()
        self.now_ns = 0

    def begin(self) -> None:
        """Ask what is watched and what time it is there."""
        market = self._watched()
        self._symbols = market.symbols
        self.now_ns = market.opens_at

    def saw(self, time_ns: int) -> None:
        """Take note of a time the market has reached."""
        self.now_ns = max(self.now_ns, time_ns)

    def is_ahead(self, closed_at: int) -> bool:
        """Whether the close `closed_at` is still to come: a message about it was left by another market's session."""
        return closed_at > self.now_ns

    def is_past(self, symbol: str, closed_at: int, interval: Interval) -> bool:
        """Whether something made at the close `closed_at` may not be acted on any more."""
        return symbol not in self._symbols or self.now_ns > closed_at + interval.nanoseconds
