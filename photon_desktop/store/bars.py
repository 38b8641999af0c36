"""Bars: many rows at a time, as columns."""

from collections.abc import Iterable
from itertools import repeat

import numpy as np
import numpy.typing as npt

from photon_desktop.store.connections import Connections
from photon_desktop.store.models import Symbol
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import kind_of
from photon_desktop.trading.interval import Interval

_COLUMNS = ("open_time", "open", "high", "low", "close", "volume")
_ROW = np.dtype([(name, np.int64 if name == "open_time" else np.float64) for name in _COLUMNS])
_SERIES = "FROM bars WHERE symbol_id = (SELECT id FROM symbols WHERE name = ?) AND interval = ? AND source = ?"
_PUT = """INSERT INTO bars (symbol_id, interval, source, open_time, open, high, low, close, volume)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (symbol_id, interval, open_time) DO UPDATE SET source = excluded.source, open = excluded.open,
    high = excluded.high, low = excluded.low, close = excluded.close, volume = excluded.volume"""


class BarRepository:
    """Bars by symbol, interval and open time. Rows pass as plain tuples, without a model object for each."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, symbol: str, interval: Interval, source: str, bars: Bars) -> int:
        """Store `bars`, replacing those of the same open time; how many were stored.

        All or none are written. Raises DataError, naming the row, for what is no market's bars.
        """
        bars.check()
        with self._connections.transaction():
            self._connections.write(Symbol.insert(name=symbol, kind=kind_of(symbol).value).on_conflict_ignore())
            symbol_id = self._connections.tuples("SELECT id FROM symbols WHERE name = ?", (symbol,))[0][0]
            columns = (column.tolist() for column in bars.columns())
            series = (repeat(symbol_id), repeat(interval.value), repeat(source))
            self._connections.write_many(_PUT, zip(*series, *columns, strict=False))  # the first three never end
        return len(bars)

    def read(
        self,
        symbol: str,
        interval: Interval,
        source: str,
        *,
        start_ns: int | None = None,
        end_ns: int | None = None,
        last: int | None = None,
    ) -> Bars:
        """Bars of `source` that open from `start_ns` on and before `end_ns`, rising; of these only the newest `last`.

        None leaves that side open. No bars at all when there are none of that source.
        """
        where, parameters = _between(symbol, interval, source, start_ns, end_ns)
        sql = f"SELECT {', '.join(_COLUMNS)} {where} ORDER BY open_time"
        if last is None:
            return _as_bars(self._connections.gathered(_as_table, sql, parameters))
        newest = self._connections.gathered(_as_table, f"{sql} DESC LIMIT ?", [*parameters, max(0, last)])
        return _as_bars(newest[::-1])

    def span(self, symbol: str, interval: Interval, source: str) -> tuple[int, int, int] | None:
        """Open times of the first and the last bar, and how many bars there are; None without any."""
        where, parameters = _between(symbol, interval, source, None, None)
        first, last, count = self._connections.tuples(
            f"SELECT min(open_time), max(open_time), count(*) {where}", parameters
        )[0]
        return (first, last, count) if count else None


def _between(
    symbol: str, interval: Interval, source: str, start_ns: int | None, end_ns: int | None
) -> tuple[str, list[str | int]]:
    where, parameters = _SERIES, [symbol, interval.value, source]
    bounds = (("open_time >= ?", start_ns), ("open_time < ?", end_ns))
    chosen = [(words, bound) for words, bound in bounds if bound is not None]
    where = " AND ".join([where, *(words for words, _ in chosen)])
    return where, [*parameters, *(bound for _, bound in chosen)]


def _as_table(rows: Iterable[tuple[float, ...]]) -> npt.NDArray[np.void]:
    return np.fromiter(rows, dtype=_ROW)


def _as_bars(table: npt.NDArray[np.void]) -> Bars:
    return Bars(*(np.ascontiguousarray(table[name]) for name in _COLUMNS))
