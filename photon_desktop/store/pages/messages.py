"""Pages of messages, newest first."""

from collections.abc import Sequence
from typing import Any

from photon_desktop.store.connections import Connections
from photon_desktop.store.pages.span import Span
from photon_desktop.store.pages.whole import rows_in_one
from photon_desktop.trading.messages import Json, MessageType
from photon_desktop.trading.timestamps import to_iso

_FOUND = "FROM messages WHERE type = ? AND created_at >= ? AND created_at < ? AND (? = '' OR ticker = ?)"
_NAMES = ("id", "trace_id", "type", "sender", "recipient", "created_at", "status", "note", "payload")
_FIELDS = (*_NAMES[:-1], "json(payload)")
_PAGE = f"""FROM messages WHERE sequence IN (
        SELECT sequence {_FOUND} ORDER BY created_at DESC, ticker DESC, sequence DESC LIMIT ? OFFSET ?)
    ORDER BY created_at DESC, ticker DESC, sequence DESC LIMIT -1"""


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
            rows = rows_in_one(self._connections, _FIELDS, _PAGE, (*found, span.size, span.skipped))
        return count, [_json(row) for row in rows]

    def find(self, message_id: str) -> Json | None:
        """The message with this id, or None."""
        rows = rows_in_one(self._connections, _FIELDS, "FROM messages WHERE id = ? LIMIT 1", (message_id,))
        return _json(rows[0]) if rows else None

    def told_after(self, kind: MessageType, fields: Sequence[str], sequence: int, limit: int) -> list[list[Any]]:
        """Of the oldest `limit` messages after number `sequence`: number, time (ns UTC), ticker, and what their payload
        says in `fields`."""
        told = ("sequence", "created_at", "ticker", *(f"json_extract(payload, '$.{name}')" for name in fields))
        source = "FROM messages WHERE type = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        return rows_in_one(self._connections, told, source, (kind.value, sequence, limit))


def _json(row: list[Any]) -> Json:
    told = dict(zip(_NAMES, row, strict=True))
    return {**told, "created_at": to_iso(told["created_at"])}
