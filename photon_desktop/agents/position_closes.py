"""When positions were closed, as an agent sees it that is told of the account again and again."""

from photon_desktop.learning.policy import LastClose
from photon_desktop.trading.account import Account
from photon_desktop.trading.interval import Interval


class PositionCloses:
    """The last close of each symbol since the agent was started or given another account."""

    def __init__(self) -> None:
        self._closed: dict[str, tuple[int, bool]] = {}

    def compare(self, before: Account, after: Account, now_ns: int) -> None:
        """Note the positions of `before` that `after` no longer has, at market time `now_ns`."""
        for position in before.open_positions():
            now = after.position(position.symbol)
            if not now.is_open:
                self._closed[position.symbol] = (now_ns, now.realised < position.realised)

    def last(self, symbol: str, interval: Interval, closed_at: int) -> LastClose | None:
        """How many bars ago a position in `symbol` was closed, seen from the bar that closed at `closed_at`."""
        if symbol not in self._closed:
            return None
        at_ns, was_loss = self._closed[symbol]
        return LastClose(max(0, (closed_at - at_ns) // interval.nanoseconds), was_loss)
