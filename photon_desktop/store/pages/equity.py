"""Pages of an account's equity curve, oldest first."""

from photon_desktop.store.connections import Connections
from photon_desktop.store.pages.span import Span
from photon_desktop.store.pages.whole import rows_in_one

_FIELDS = ("time", "equity", "cash")
_FOUND = "FROM equity_points WHERE account = ? AND time >= ? AND time < ?"


class EquityPages:
    """What an account was worth, by time."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def read(self, account: str, span: Span) -> tuple[int, list[tuple[int, float, float]]]:
        """How many points `account` has in `span`, and those of its page: time (ns UTC), equity and cash (quote
        money)."""
        found = (account, span.start_ns, span.end_ns)
        with self._connections.snapshot():
            count = int(self._connections.tuples(f"SELECT count(*) {_FOUND}", found)[0][0])
            source = f"{_FOUND} ORDER BY time LIMIT ? OFFSET ?"
            rows = rows_in_one(self._connections, _FIELDS, source, (*found, span.size, span.skipped))
        return count, [(int(time), float(equity), float(cash)) for time, equity, cash in rows]
