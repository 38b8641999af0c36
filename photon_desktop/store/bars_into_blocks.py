"""The second schema: bars leave their table of one row a bar for blocks of a series, and series get passports.

Like every step it stays as it is: how blocks are packed here is how the second schema packs them.
"""

import sqlite3
import zlib
from collections.abc import Iterator

import numpy as np

_BLOCK_BARS = 1_024
_COLUMNS = ("open_time", "open", "high", "low", "close", "volume")
_ROW = np.dtype([(name, "<i8" if name == "open_time" else "<f8") for name in _COLUMNS])
_SECOND_SCHEMA = (
    """CREATE TABLE bar_series (
        id INTEGER NOT NULL PRIMARY KEY,
        symbol_id INTEGER NOT NULL REFERENCES symbols (id),
        interval TEXT NOT NULL,
        source TEXT NOT NULL,
        UNIQUE (symbol_id, interval, source))""",
    """CREATE TABLE bar_blocks (
        series_id INTEGER NOT NULL REFERENCES bar_series (id),
        first_time INTEGER NOT NULL,
        last_time INTEGER NOT NULL,
        count INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        columns BLOB NOT NULL,
        PRIMARY KEY (series_id, first_time))""",
    "CREATE INDEX bar_blocks_by_span ON bar_blocks (series_id, first_time, last_time, count)",
    """CREATE TABLE passports (
        series_id INTEGER NOT NULL PRIMARY KEY REFERENCES bar_series (id),
        fetched_at INTEGER NOT NULL,
        first_time INTEGER NOT NULL,
        last_time INTEGER NOT NULL,
        bars INTEGER NOT NULL,
        gaps INTEGER NOT NULL,
        missing_bars INTEGER NOT NULL,
        duplicates INTEGER NOT NULL,
        zone TEXT NOT NULL,
        adjustments TEXT NOT NULL,
        origin TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        changed TEXT NOT NULL)""",
)


def put_bars_into_blocks(connection: sqlite3.Connection) -> None:
    """Bring the schema from 1 to 2, every bar with it."""
    for statement in _SECOND_SCHEMA:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO bar_series (symbol_id, interval, source) SELECT DISTINCT symbol_id, interval, source FROM bars"
    )
    for series in connection.execute("SELECT id, symbol_id, interval, source FROM bar_series").fetchall():
        connection.executemany("INSERT INTO bar_blocks VALUES (?, ?, ?, ?, ?, ?)", _blocks(connection, *series))
    connection.execute("DROP TABLE bars")


def _blocks(
    connection: sqlite3.Connection, series_id: int, symbol_id: int, interval: str, source: str
) -> Iterator[tuple[int, int, int, int, int, bytes]]:
    rows = connection.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM bars WHERE symbol_id = ? AND interval = ? AND source = ?"
        " ORDER BY open_time",
        (symbol_id, interval, source),
    )
    while chunk := rows.fetchmany(_BLOCK_BARS):
        table = np.array(chunk, dtype=_ROW)
        packed = b"".join(table[name].tobytes() for name in _COLUMNS)
        yield series_id, int(chunk[0][0]), int(chunk[-1][0]), len(chunk), zlib.crc32(packed), packed
