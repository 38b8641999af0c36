"""The fourth schema: each order names the model behind it."""

import sqlite3


def add_hash_of_models(connection: sqlite3.Connection) -> None:
    """Bring the schema from 3 to 4; orders made before get the hash that their decision names, where it does."""
    connection.execute("ALTER TABLE orders ADD COLUMN model_hash TEXT NOT NULL DEFAULT ''")
    connection.execute(
        "UPDATE orders SET model_hash = coalesce((SELECT json_extract(payload, '$.model_hash') FROM messages"
        " WHERE messages.id = orders.decision_id), '')"
    )
