"""The equity curve of each account."""

from decimal import Decimal

import numpy as np

from photon_desktop.store.connections import Connections
from photon_desktop.store.models import EquityPoint
from photon_desktop.trading.bars import FloatArray, TimeArray


class EquityCurve:
    """What an account was worth, by time."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, time_ns: int, equity: Decimal, cash: Decimal, account: str) -> None:
        """Store one point; it replaces that of the same time."""
        point = {"account": account, "time": time_ns, "equity": equity, "cash": cash}
        self._connections.put(EquityPoint, point)

    def last_before(self, time_ns: int, account: str) -> tuple[int, Decimal] | None:
        """The newest point before `time_ns` (ns UTC): its time and the equity; None when there is none."""
        rows = self._connections.tuples(
            "SELECT time, equity FROM equity_points WHERE account = ? AND time < ? ORDER BY time DESC LIMIT 1",
            (account, time_ns),
        )
        return None if not rows else (int(rows[0][0]), Decimal(rows[0][1]))

    def after(self, time_ns: int, limit: int, account: str) -> list[tuple[int, float]]:
        """The oldest `limit` points after `time_ns` (ns UTC): their time and equity."""
        rows = self._connections.tuples(
            "SELECT time, equity FROM equity_points WHERE account = ? AND time > ? ORDER BY time LIMIT ?",
            (account, time_ns, limit),
        )
        return [(int(time), float(text)) for time, text in rows]

    def first_of_last(self, last: int, account: str) -> int | None:
        """The time of the oldest among the newest `last` points, None when there is none."""
        rows = self._connections.tuples(
            "SELECT min(time) FROM (SELECT time FROM equity_points WHERE account = ? ORDER BY time DESC LIMIT ?)",
            (account, last),
        )
        return None if rows[0][0] is None else int(rows[0][0])

    def highest(self, since_ns: int, account: str) -> Decimal | None:
        """The highest equity at `since_ns` (ns UTC) or later, None when there is none."""
        rows = self._connections.tuples(
            "SELECT equity FROM equity_points WHERE account = ? AND time >= ?"
            " ORDER BY CAST(equity AS REAL) DESC LIMIT 1",
            (account, since_ns),
        )
        return None if not rows else Decimal(rows[0][0])

    def read(self, account: str, last: int | None) -> tuple[TimeArray, FloatArray]:
        """Times (int64 ns UTC, rising) and equity (float64, quote money) of the newest `last` points, or of all."""
        limit = -1 if last is None else max(0, last)
        rows = self._connections.tuples(
            "SELECT time, equity FROM equity_points WHERE account = ? ORDER BY time DESC LIMIT ?", (account, limit)
        )[::-1]
        times = np.fromiter((time for time, _ in rows), dtype=np.int64, count=len(rows))
        return times, np.fromiter((float(text) for _, text in rows), dtype=np.float64, count=len(rows))
