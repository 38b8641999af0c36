"""The tenth schema: alerts on their way out of the program."""

import sqlite3

_TENTH_SCHEMA = (
    """CREATE TABLE alerts_to_send (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        alert_id TEXT NOT NULL,
        channel TEXT NOT NULL,
        is_urgent INTEGER NOT NULL,
        content TEXT NOT NULL,
        letter_id TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        status TEXT NOT NULL,
        note TEXT NOT NULL,
        settled_at INTEGER NOT NULL,
        UNIQUE (channel, alert_id))""",
    "CREATE INDEX alerts_to_send_by_status ON alerts_to_send (status, channel)",
)


def add_alerts(connection: sqlite3.Connection) -> None:
    """Bring the schema from 9 to 10."""
    for statement in _TENTH_SCHEMA:
        connection.execute(statement)
