"""Alerts on their way out: each once a channel, waiting until it was sent or given up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import AlertToSend

_PUT = (
    "INSERT INTO alerts_to_send"
    " (alert_id, channel, is_urgent, content, letter_id, attempts, status, note, settled_at)"
    " VALUES (?, ?, ?, ?, '', 0, 'waiting', '', 0) ON CONFLICT (channel, alert_id) DO NOTHING"
)
_DROP_OLDEST = (
    "UPDATE alerts_to_send SET status = 'dropped', note = ?, settled_at = ? WHERE sequence IN (SELECT sequence FROM"
    " alerts_to_send WHERE channel = ? AND status = 'waiting' AND letter_id = ''"
    " ORDER BY is_urgent DESC, sequence DESC LIMIT -1 OFFSET ?)"
)


class SendStatus(StrEnum):
    """How far an alert has come on one channel; `DROPPED` was never tried."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class WaitingAlert:
    """`letter_id` names the message that it goes out in, empty before one was made; `attempts` were made to send it."""

    sequence: int
    alert_id: str
    is_urgent: bool
    content: dict[str, Any]
    letter_id: str
    attempts: int


class AlertOutbox:
    """Rows stay after they are settled, so that an alert that is told again is not sent again; `forget` ends that."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, alert_id: str, channels: Iterable[str], content: Mapping[str, Any], *, is_urgent: bool) -> None:
        """Have an alert wait on each of `channels` that it was not put for before."""
        text = AlertToSend.content.db_value(dict(content))
        self._connections.write_many(_PUT, [(alert_id, channel, int(is_urgent), text) for channel in channels])

    def waiting(self, channel: str, limit: int) -> list[WaitingAlert]:
        """What waits: first what letters were made of already, one after another, then what is urgent, then by age."""
        rows = self._connections.rows(
            AlertToSend.select()
            .where((AlertToSend.status == SendStatus.WAITING) & (AlertToSend.channel == channel))
            .order_by(
                AlertToSend.letter_id == "", AlertToSend.letter_id, AlertToSend.is_urgent.desc(), AlertToSend.sequence
            )
            .limit(limit)
        )
        return [_waiting(row) for row in rows]

    def bind(self, letter_id: str, alerts: Iterable[WaitingAlert]) -> None:
        """Have these go out together as `letter_id`, now and after a restart."""
        sql = "UPDATE alerts_to_send SET letter_id = ? WHERE sequence = ?"
        self._connections.write_many(sql, [(letter_id, alert.sequence) for alert in alerts])

    def count_attempt(self, channel: str, letter_id: str) -> None:
        """One more attempt to send a letter has failed."""
        self._connections.change(
            "UPDATE alerts_to_send SET attempts = attempts + 1 WHERE channel = ? AND letter_id = ?",
            (channel, letter_id),
        )

    def settle(self, channel: str, letter_id: str, status: SendStatus, note: str, at_ns: int) -> None:
        """A letter was sent or given up, at `at_ns` (UTC, wall time)."""
        self._connections.change(
            "UPDATE alerts_to_send SET status = ?, note = ?, settled_at = ? WHERE channel = ? AND letter_id = ?",
            (status.value, note, at_ns, channel, letter_id),
        )

    def drop_beyond(self, channel: str, most: int, note: str, at_ns: int) -> int:
        """Let at most `most` wait that are in no letter yet, urgent and new ones first: how many had to go."""
        return self._connections.change(_DROP_OLDEST, (note, at_ns, channel, most))

    def drop_all(self, channel: str, note: str, at_ns: int) -> int:
        """Let nothing wait on a channel: how many had to go."""
        return self._connections.change(
            "UPDATE alerts_to_send SET status = 'dropped', note = ?, settled_at = ?"
            " WHERE channel = ? AND status = 'waiting'",
            (note, at_ns, channel),
        )

    def forget(self, before_ns: int) -> int:
        """Remove what was settled before this time: how many rows."""
        return self._connections.change(
            "DELETE FROM alerts_to_send WHERE status <> 'waiting' AND settled_at < ?", (before_ns,)
        )

    def count(self, channel: str, status: SendStatus) -> int:
        """How many alerts stand so on a channel."""
        sql = "SELECT count(*) FROM alerts_to_send WHERE status = ? AND channel = ?"
        return int(self._connections.tuples(sql, (status.value, channel))[0][0])


def _waiting(row: Row) -> WaitingAlert:
    return WaitingAlert(
        row["sequence"],
        row["alert_id"],
        bool(row["is_urgent"]),
        row["content"],
        row["letter_id"],
        row["attempts"],
    )
