"""Messages of the agents, and how far each has come."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from peewee import BaseQuery, fn

from photon_desktop.errors import DuplicateError, MessageError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import Message as MessageRow
from photon_desktop.trading.messages import Json, Message, MessageStatus, MessageType, payload_from_json
from photon_desktop.trading.timestamps import to_iso

_NEWEST_FIRST = MessageRow.sequence.desc()


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message and how far it has come; `settled_at` ns UTC wall time, 0 while it is queued."""

    message: Message
    status: MessageStatus
    note: str
    settled_at: int


class MessageRepository:
    """All messages in the order they were stored.

    A row whose payload can't be read any more is in no list of messages, only in `iterate_json`; a queued one of
    these is settled as failed when its recipient asks for its queue.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, message: Message, status: MessageStatus = MessageStatus.QUEUED) -> None:
        """Store `message`. Raises DuplicateError when its id is stored, MessageError when its numbers are no JSON."""
        try:
            self._connections.insert(MessageRow, _values(message, status))
        except DuplicateError:
            raise DuplicateError(f"The message {message.id} is stored already; nothing was changed.") from None
        except ValueError as error:
            raise MessageError(f"The {message.type} {message.id} holds a number JSON can't say ({error}).") from error

    def settle(self, message_id: str, status: MessageStatus, note: str = "", settled_at: int = 0) -> bool:
        """Give a queued message its final status. True only for the first who does so; False changes nothing."""
        changed = self._connections.change(
            "UPDATE messages SET status = ?, note = ?, settled_at = ? WHERE id = ? AND status = ?",
            (status.value, note, settled_at, message_id, MessageStatus.QUEUED.value),
        )
        return changed == 1

    def queued(self, recipient: str) -> list[Message]:
        """What waits for `recipient`, oldest first."""
        is_waiting = (MessageRow.status == MessageStatus.QUEUED.value) & (MessageRow.recipient == recipient)
        rows = self._connections.rows(MessageRow.select().where(is_waiting).order_by(MessageRow.sequence))
        waiting = []
        for row in rows:
            try:
                waiting.append(_message(row))
            except MessageError as error:
                self.settle(row["id"], MessageStatus.FAILED, str(error))
        return waiting

    def expire(self, recipient: str, note: str, at_ns: int) -> int:
        """Settle all that waits for `recipient` as expired, at `at_ns` (ns UTC, wall time); how many those were."""
        expired = MessageRow.update(status=MessageStatus.EXPIRED.value, note=note, settled_at=at_ns)
        is_waiting = (MessageRow.status == MessageStatus.QUEUED.value) & (MessageRow.recipient == recipient)
        return self._connections.write(expired.where(is_waiting))

    def queued_count(self, recipient: str) -> int:
        """How many messages wait for `recipient`."""
        return int(
            self._connections.tuples(
                "SELECT count(*) FROM messages WHERE status = ? AND recipient = ?",
                (MessageStatus.QUEUED.value, recipient),
            )[0][0]
        )

    def recent(self, limit: int = 200) -> list[StoredMessage]:
        """The newest `limit` messages, newest first."""
        return self._stored(MessageRow.select().order_by(_NEWEST_FIRST).limit(limit))

    def chain(self, trace_id: str) -> list[StoredMessage]:
        """All messages of one chain, in the order they were stored."""
        return self._stored(MessageRow.select().where(MessageRow.trace_id == trace_id).order_by(MessageRow.sequence))

    def find(self, message_id: str) -> StoredMessage | None:
        """The message with this id; None when there is none, or it can't be read any more."""
        found = self._stored(MessageRow.select().where(MessageRow.id == message_id))
        return found[0] if found else None

    def of_type(self, message_type: MessageType, limit: int, ticker: str | None = None) -> list[StoredMessage]:
        """The newest `limit` messages of this type, newest first, of one ticker or of all."""
        chosen = MessageRow.select().where(MessageRow.type == message_type.value)
        if ticker is not None:
            chosen = chosen.where(MessageRow.ticker == ticker)
        return self._stored(chosen.order_by(_NEWEST_FIRST).limit(limit))

    def reports_of(self, account: str, limit: int) -> list[StoredMessage]:
        """The newest `limit` reports that name `account`, newest first; with "", of those that name none, as before
        there was more than one account for a market."""
        chosen = MessageRow.select().where(
            (MessageRow.type == MessageType.EXECUTION_REPORT.value)
            & (fn.coalesce(fn.json_extract(MessageRow.payload, "$.account"), "") == account)
        )
        return self._stored(chosen.order_by(_NEWEST_FIRST).limit(limit))

    def counts(self) -> dict[MessageStatus, int]:
        """How many messages have each status, zeros included."""
        counted = dict(self._connections.tuples("SELECT status, count(*) FROM messages GROUP BY status"))
        return {status: counted.get(status.value, 0) for status in MessageStatus}

    def last_sequence(self) -> int:
        """The number of the newest message, 0 without any: what is stored later has a higher one."""
        return int(self._connections.tuples("SELECT coalesce(max(sequence), 0) FROM messages")[0][0])

    def iterate_json(self, after: int = 0) -> Iterator[Json]:
        """Every message stored after number `after`, in order: envelope, status, note and payload, as stored."""
        rows = self._connections.rows(
            MessageRow.select().where(MessageRow.sequence > after).order_by(MessageRow.sequence)
        )
        return (_json(row) for row in rows)

    def _stored(self, query: BaseQuery) -> list[StoredMessage]:
        return stored_messages(self._connections.rows(query))


def stored_messages(rows: Iterable[Row]) -> list[StoredMessage]:
    """The messages in these rows, but for those that can't be read any more."""
    stored = []
    for row in rows:
        with suppress(MessageError):
            stored.append(StoredMessage(_message(row), MessageStatus(row["status"]), row["note"], row["settled_at"]))
    return stored


def _values(message: Message, status: MessageStatus) -> Row:
    return {
        "id": message.id,
        "trace_id": message.trace_id,
        "type": message.type.value,
        "ticker": message.payload.ticker,
        "sender": message.sender,
        "recipient": message.recipient,
        "created_at": message.created_at,
        "payload": message.payload.to_json(),
        "status": status.value,
        "note": "",
        "settled_at": 0,
    }


def _message(row: Row) -> Message:
    return Message(
        id=row["id"],
        trace_id=row["trace_id"],
        sender=row["sender"],
        recipient=row["recipient"],
        created_at=row["created_at"],
        payload=payload_from_json(MessageType(row["type"]), row["payload"]),
    )


def _json(row: Row) -> Json:
    return {
        "id": row["id"],
        "trace_id": row["trace_id"],
        "type": row["type"],
        "sender": row["sender"],
        "recipient": row["recipient"],
        "created_at": to_iso(row["created_at"]),
        "status": row["status"],
        "note": row["note"],
        "payload": row["payload"],
    }
