"""The third schema: what happened to the models gets a table of its own."""

import sqlite3

_THIRD_SCHEMA = (
    """CREATE TABLE model_steps (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        time INTEGER NOT NULL,
        symbol TEXT NOT NULL,
        interval TEXT NOT NULL,
        kind TEXT NOT NULL,
        champion TEXT NOT NULL,
        challenger TEXT NOT NULL,
        figures TEXT NOT NULL,
        words TEXT NOT NULL)""",
    "CREATE INDEX model_steps_by_symbol ON model_steps (symbol, interval)",
)


def add_steps_of_models(connection: sqlite3.Connection) -> None:
    """Bring the schema from 2 to 3."""
    for statement in _THIRD_SCHEMA:
        connection.execute(statement)
