"""Pages of messages, newest first."""

import json
from collections.abc import Sequence
from typing import Any

from photon_desktop.store.connections import Connections
from photon_desktop.store.pages.span import Span
from photon_desktop.trading.messages import Json, MessageType
from photon_desktop.trading.timestamps import to_iso

_FOUND = "FROM messages WHERE type = ? AND created_at >= ? AND created_at < ? AND (? = '' OR ticker = ?)"
_FIELDS = "id, trace_id, type, sender, recipient, created_at, status, note, payload"
_PAGE = f"""SELECT {_FIELDS} FROM messages WHERE sequence IN (
        SELECT sequence {_FOUND} ORDER BY created_at DESC, sequence DESC LIMIT ? OFFSET ?)
    ORDER BY created_at DESC, sequence DESC"""


class MessagePages:
    """Messages of one type by the time they were made; an index has type, time and ticker, so that only those of the
    page itself are read."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def read(self, kind: MessageType, span: Span) -> tuple[int, list[Json]]:
        """How many there are in `span`, and those of its page, as stored."""
        found = (kind.value, span.start_ns, span.end_ns, span.symbol, span.symbol)
        with self._connections.snapshot():
            count = int(self._connections.tuples(f"SELECT count(*) {_FOUND}", found)[0][0])
            rows = self._connections.tuples(_PAGE, (*found, span.size, span.skipped))
        return count, [_json(row) for row in rows]

    def find(self, message_id: str) -> Json | None:
        """The message with this id, or None."""
        rows = self._connections.tuples(f"SELECT {_FIELDS} FROM messages WHERE id = ?", (message_id,))
        return _json(rows[0]) if rows else None

    def told_after(self, kind: MessageType, fields: Sequence[str], sequence: int, limit: int) -> list[tuple[Any, ...]]:
        """Of the oldest `limit` messages after number `sequence`: number, time (ns UTC), ticker, and what their payload
        says in `fields`."""
        extracted = ", ".join("json_extract(payload, ?)" for _ in fields)
        return self._connections.tuples(
            f"""SELECT sequence, created_at, ticker, {extracted} FROM messages
            WHERE type = ? AND sequence > ? ORDER BY sequence LIMIT ?""",
            (*(f"$.{name}" for name in fields), kind.value, sequence, limit),
        )


def _json(row: tuple[Any, ...]) -> Json:
    names = ("id", "trace_id", "type", "sender", "recipient", "created_at", "status", "note", "payload")
    told = dict(zip(names, row, strict=True))
    return {**told, "created_at": to_iso(told["created_at"]), "payload": json.loads(told["payload"])}
