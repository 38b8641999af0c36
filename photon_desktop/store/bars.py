"""Bars: a series for each symbol, interval and source, kept in blocks of packed columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from photon_desktop.errors import StoreDamagedError
from photon_desktop.store.bar_blocks import BLOCK_BARS, BarBlock, blocks_of, merged
from photon_desktop.store.connections import Connections
from photon_desktop.store.series import FIND_SERIES, SeriesKey, ensure_series, find_series
from photon_desktop.trading.bars import Bars, joined
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_iso

_FIELDS = "first_time, last_time, count, checksum, columns"
_PUT = f"""INSERT INTO bar_blocks (series_id, {_FIELDS}) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (series_id, first_time) DO UPDATE SET last_time = excluded.last_time, count = excluded.count,
    checksum = excluded.checksum, columns = excluded.columns"""
_TOUCHED = f"""SELECT {_FIELDS} FROM bar_blocks WHERE series_id = ? AND first_time <= ? AND first_time >= ifnull(
        (SELECT max(first_time) FROM bar_blocks WHERE series_id = ? AND first_time <= ?), ?)
    UNION ALL SELECT * FROM (
        SELECT {_FIELDS} FROM bar_blocks WHERE series_id = ? AND first_time > ? ORDER BY first_time LIMIT 1)"""
_LATEST_TIME = 2**63 - 1


@dataclass(frozen=True, slots=True)
class StoredSeries:
    """A series that is in the store: the open times (ns UTC) of its first and last bar, and how many it has."""

    key: SeriesKey
    first_ns: int
    last_ns: int
    bars: int


class BarRepository:
    """Bars by symbol, interval and source; those of two sources never mix.

    What is read is verified: a block that is not what was stored raises StoreDamagedError, naming the series and the
    span of time, and the other blocks stay readable.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, symbol: str, interval: Interval, source: str, bars: Bars) -> int:
        """Store `bars`, replacing those of the same open time; how many were stored.

        All or none are written. Raises DataError, naming the row, for what is no market's bars. A damaged block is
        replaced by `bars` that have no fewer between its ends, and otherwise refused as in reading.
        """
        bars.check()
        if len(bars) == 0:
            return 0
        key = SeriesKey(symbol, interval, source)
        with self._connections.transaction():
            series_id = ensure_series(self._connections, key)
            touched = self._touched(series_id, int(bars.times[0]), int(bars.times[-1]))
            old = joined([part for block in touched if (part := _kept_of(block, bars, key)) is not None])
            self._replace(series_id, touched, merged(old, bars))
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
        if last is not None and last <= 0:
            return Bars.empty()
        key = SeriesKey(symbol, interval, source)

        def gather(rows: Iterator[tuple[Any, ...]]) -> list[Bars]:
            return list(_newest_first(rows, key, start_ns, end_ns, last))

        parts = self._connections.gathered(
            gather,
            f"SELECT {_FIELDS} FROM bar_blocks WHERE series_id = ({FIND_SERIES}) AND first_time < ?"
            " ORDER BY first_time DESC",
            (symbol, interval.value, source, _LATEST_TIME if end_ns is None else end_ns),
        )
        whole = joined(parts[::-1])
        return whole if last is None else whole.tail(last)

    def span(self, symbol: str, interval: Interval, source: str) -> tuple[int, int, int] | None:
        """Open times of the first and the last bar, and how many bars there are; None without any."""
        first, last, count = self._connections.tuples(
            f"SELECT min(first_time), max(last_time), sum(count) FROM bar_blocks WHERE series_id = ({FIND_SERIES})",
            (symbol, interval.value, source),
        )[0]
        return (first, last, count) if count else None

    def sources(self, symbol: str, interval: Interval) -> tuple[str, ...]:
        """The sources that have bars of `symbol` at `interval`, sorted."""
        rows = self._connections.tuples(
            """SELECT DISTINCT bar_series.source FROM bar_series JOIN symbols ON symbols.id = bar_series.symbol_id
            JOIN bar_blocks ON bar_blocks.series_id = bar_series.id
            WHERE symbols.name = ? AND bar_series.interval = ? ORDER BY bar_series.source""",
            (symbol, interval.value),
        )
        return tuple(source for (source,) in rows)

    def series(self) -> tuple[StoredSeries, ...]:
        """All series with bars, by symbol, interval (the shortest first) and source."""
        rows = self._connections.tuples(
            """SELECT symbols.name, bar_series.interval, bar_series.source, min(first_time), max(last_time), sum(count)
            FROM bar_blocks JOIN bar_series ON bar_series.id = series_id JOIN symbols ON symbols.id = symbol_id
            GROUP BY series_id"""
        )
        found = [
            StoredSeries(SeriesKey(symbol, Interval(interval), source), *span)
            for symbol, interval, source, *span in rows
        ]
        return tuple(sorted(found, key=lambda one: (one.key.symbol, one.key.interval.seconds, one.key.source)))

    def remove(self, symbol: str, interval: Interval, source: str) -> None:
        """Forget the series with its passport; nothing happens when there is none."""
        with self._connections.transaction():
            number = find_series(self._connections, SeriesKey(symbol, interval, source))
            for table, column in (("bar_blocks", "series_id"), ("passports", "series_id"), ("bar_series", "id")):
                self._connections.tuples(f"DELETE FROM {table} WHERE {column} = ?", (number,))

    def rename(self, symbol: str, interval: Interval, source: str, renamed: str) -> None:
        """Let the series and its passport be of the source `renamed`, in place of one that is; nothing happens when
        there is none."""
        with self._connections.transaction():
            number = find_series(self._connections, SeriesKey(symbol, interval, source))
            if number is not None:
                self.remove(symbol, interval, renamed)
                self._connections.tuples("UPDATE bar_series SET source = ? WHERE id = ?", (renamed, number))

    def _touched(self, series_id: int, first_ns: int, last_ns: int) -> list[BarBlock]:
        """The blocks that share time with that span, and the neighbours that still have room, rising."""
        rows = self._connections.tuples(
            _TOUCHED, (series_id, last_ns, series_id, first_ns, first_ns, series_id, last_ns)
        )
        blocks = [BarBlock.from_row(row) for row in rows]
        return [
            block
            for block in blocks
            if block.count < BLOCK_BARS or (block.last_time >= first_ns and block.first_time <= last_ns)
        ]

    def _replace(self, series_id: int, touched: Iterable[BarBlock], bars: Bars) -> None:
        """Keep `bars` in place of the blocks touched, writing only what differs."""
        fresh = {block.first_time: block for block in blocks_of(bars)}
        stale = {block.first_time: block for block in touched}
        gone = [(series_id, first_time) for first_time in stale if first_time not in fresh]
        self._connections.write_many("DELETE FROM bar_blocks WHERE series_id = ? AND first_time = ?", gone)
        self._connections.write_many(
            _PUT,
            (
                (series_id, block.first_time, block.last_time, block.count, block.checksum, block.columns)
                for block in fresh.values()
                if stale.get(block.first_time) != block
            ),
        )


def _newest_first(
    rows: Iterable[tuple[Any, ...]], key: SeriesKey, start_ns: int | None, end_ns: int | None, wanted: int | None
) -> Iterator[Bars]:
    """The parts of the blocks that lie in the span, until there are as many bars as wanted."""
    found = 0
    for row in rows:
        block = BarBlock.from_row(row)
        if start_ns is not None and block.last_time < start_ns:
            return
        part = _unpacked(block, key).between(start_ns, end_ns)
        yield part
        found += len(part)
        if wanted is not None and found >= wanted:
            return


def _kept_of(block: BarBlock, fresh: Bars, key: SeriesKey) -> Bars | None:
    """What `fresh` is merged with; None for a damaged block that it replaces whole."""
    bars = block.unpack()
    if bars is None and len(fresh.between(block.first_time, block.last_time + 1)) < max(1, block.count):
        raise _damaged(block, key)
    return bars


def _unpacked(block: BarBlock, key: SeriesKey) -> Bars:
    bars = block.unpack()
    if bars is None:
        raise _damaged(block, key)
    return bars


def _damaged(block: BarBlock, key: SeriesKey) -> StoreDamagedError:
    return StoreDamagedError(
        f"The stored bars of {key} between {to_iso(block.first_time)} and {to_iso(block.last_time)} are damaged."
        " Import or download that time again."
    )
