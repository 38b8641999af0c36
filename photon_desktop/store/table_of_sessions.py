"""The seventh schema: which messages and fills belong to which session of the agents, and what it traded in."""

import sqlite3

_SEVENTH_SCHEMA = """CREATE TABLE sessions (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    market TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    after_message INTEGER NOT NULL,
    after_fill INTEGER NOT NULL,
    instruments TEXT NOT NULL)"""


def add_sessions(connection: sqlite3.Connection) -> None:
    """Bring the schema from 6 to 7."""
    connection.execute(_SEVENTH_SCHEMA)
