"""What the agents knew when they decided, ordered and filled: kept so that it can be done again and compared."""

from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import Input as InputRow
from photon_desktop.trading.messages import Json, MessageType


class InputKind(StrEnum):
    """Of what the inputs are, and so what their subject is: the id of a decision's message (DECISION, and ORDER where
    it was checked against the rules), of a fill, or of a stop or target that was moved by hand."""

    DECISION = "decision"
    ORDER = "order"
    FILL = "fill"
    LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class KeptInput:
    """The inputs of one subject, kept at `kept_at` (ns UTC, wall time) in the books `account`."""

    kind: InputKind
    subject: str
    account: str
    kept_at: int
    content: Json


class InputRepository:
    """Written in the transaction that stores what was made of them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def keep(self, kept: KeptInput) -> None:
        """Store one. DuplicateError when the subject has its inputs already."""
        values = {
            "kind": kept.kind.value,
            "subject": kept.subject,
            "account": kept.account,
            "kept_at": kept.kept_at,
            "content": kept.content,
        }
        self._connections.insert(InputRow, values)

    def between(self, since_ns: int, until_ns: int, account: str) -> list[KeptInput]:
        """Those of `account` kept from `since_ns` on and before `until_ns` (ns UTC, wall time), in their order."""
        within = (InputRow.kept_at >= since_ns) & (InputRow.kept_at < until_ns) & (InputRow.account == account)
        return [
            _kept(row) for row in self._connections.rows(InputRow.select().where(within).order_by(InputRow.sequence))
        ]

    def decisions_without(self, since_ns: int, until_ns: int) -> int:
        """How many decisions of that time have no inputs: they were made before inputs were kept."""
        rows = self._connections.tuples(
            "SELECT count(*) FROM messages WHERE type = ? AND created_at >= ? AND created_at < ?"
            " AND id NOT IN (SELECT subject FROM inputs WHERE kind = ?)",
            (MessageType.TRADE_DECISION.value, since_ns, until_ns, InputKind.DECISION.value),
        )
        return int(rows[0][0])

    def times_of(self, kind: InputKind, account: str) -> dict[str, int]:
        """When the inputs of each subject of this kind in `account` were kept (ns UTC, wall time)."""
        asked = ("SELECT subject, kept_at FROM inputs WHERE kind = ? AND account = ?", (kind.value, account))
        return dict(self._connections.tuples(*asked))

    def moved_levels(self, account: str) -> dict[str, int]:
        """When a person last moved the stop or target of each symbol in `account` (ns UTC, wall time)."""
        rows = self._connections.tuples(
            "SELECT json_extract(content, '$.symbol'), max(kept_at) FROM inputs WHERE kind = ? AND account = ?"
            " GROUP BY 1",
            (InputKind.LEVELS.value, account),
        )
        return dict(rows)

    def newest_before(self, until_ns: int) -> int | None:
        """When the newest of all that was kept before `until_ns` was kept (ns UTC, wall time); None without any."""
        rows = self._connections.tuples("SELECT max(kept_at) FROM inputs WHERE kept_at < ?", (until_ns,))
        return None if rows[0][0] is None else int(rows[0][0])

    def accounts_between(self, since_ns: int, until_ns: int) -> tuple[str, ...]:
        """The keys of the books in which anything was kept then, in alphabetical order."""
        rows = self._connections.tuples(
            "SELECT DISTINCT account FROM inputs WHERE kept_at >= ? AND kept_at < ? ORDER BY account",
            (since_ns, until_ns),
        )
        return tuple(name for (name,) in rows)


def _kept(row: Row) -> KeptInput:
    return KeptInput(InputKind(row["kind"]), row["subject"], row["account"], row["kept_at"], row["content"])
