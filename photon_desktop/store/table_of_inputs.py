"""The eighth schema: what decisions, orders and fills were made from, beside what the messages tell."""

import sqlite3

_EIGHTH_SCHEMA = (
    """CREATE TABLE inputs (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (kind, subject))""",
    "CREATE INDEX inputs_by_time ON inputs (kept_at)",
)


def add_inputs(connection: sqlite3.Connection) -> None:
    """Bring the schema from 7 to 8."""
    for statement in _EIGHTH_SCHEMA:
        connection.execute(statement)
