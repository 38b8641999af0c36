"""The ninth schema: who may use the local API, and messages found by their time."""

import sqlite3

_NINTH_SCHEMA = (
    """CREATE TABLE api_users (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        email TEXT NOT NULL UNIQUE,
        password_hash TEXT NOT NULL,
        created_at INTEGER NOT NULL)""",
    "CREATE INDEX messages_by_time ON messages (type, created_at, ticker)",
)


def add_api_users(connection: sqlite3.Connection) -> None:
    """Bring the schema from 8 to 9."""
    for statement in _NINTH_SCHEMA:
        connection.execute(statement)
