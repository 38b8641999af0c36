"""Sessions of the agents: where each one's messages and fills begin, so that it can be replayed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.errors import StoreError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.messages import StoredMessage, stored_messages
from photon_desktop.store.models import Fill as FillRow
from photon_desktop.store.models import Message as MessageRow
from photon_desktop.store.models import Session as SessionRow
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.messages import MessageType
from photon_desktop.trading.money import plain


@dataclass(frozen=True, slots=True)
class Session:
    """From `began_at` (ns UTC, wall time) on the agents traded `instruments` of `market` in the books `account`. Its
    messages and fills are those stored after the numbers `after_message` and `after_fill`, until another one began."""

    id: str
    account: str
    market: str
    began_at: int
    after_message: int
    after_fill: int
    instruments: Mapping[str, Instrument]


class SessionRepository:
    """All sessions, in their order; there is one at a time."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def begin(self, name: str, account: str, market: str, began_at: int, instruments: Mapping[str, Instrument]) -> None:
        """Begin the session `name`: what is stored from now on is its own. DuplicateError when the name is taken."""
        last_message, last_fill = (
            int(self._connections.tuples(f"SELECT coalesce(max(sequence), 0) FROM {table}")[0][0])
            for table in ("messages", "fills")
        )
        values = {
            "id": name,
            "account": account,
            "market": market,
            "began_at": began_at,
            "after_message": last_message,
            "after_fill": last_fill,
            "instruments": {symbol: _told(instrument) for symbol, instrument in instruments.items()},
        }
        self._connections.insert(SessionRow, values)

    def all(self) -> list[Session]:
        """Every session in which something was decided, newest first."""
        rows = self._connections.rows(SessionRow.select().order_by(SessionRow.sequence.desc()))
        return [session for session in map(_session, rows) if self._decided(session)]

    def named(self, name: str) -> Session:
        """The session whose id is, or ends in, `name`; StoreError when there is none, or more than one."""
        found = [session for session in self.all() if session.id.endswith(name)] if name else []
        if len(found) != 1:
            what = "no session" if not found else "more than one session"
            raise StoreError(f"There is {what} {name!r} in the store; name one that --sessions lists.")
        return found[0]

    def messages(self, session: Session) -> list[StoredMessage]:
        """What the agents said in it, in the order it was stored."""
        until = self._end(session, "after_message")
        mine = (MessageRow.sequence > session.after_message) & (MessageRow.sequence <= until)
        rows = self._connections.rows(MessageRow.select().where(mine).order_by(MessageRow.sequence))
        return stored_messages(rows)

    def fill_ids(self, session: Session) -> tuple[list[str], list[str]]:
        """The ids of its account's fills before it began, and in it, in the order they were booked."""
        until = self._end(session, "after_fill")
        mine = (FillRow.account == session.account) & (FillRow.sequence <= until)
        rows = self._connections.rows(FillRow.select().where(mine).order_by(FillRow.sequence))
        before = [row["fill_id"] for row in rows if row["sequence"] <= session.after_fill]
        return before, [row["fill_id"] for row in rows if row["sequence"] > session.after_fill]

    def ended_at(self, session: Session) -> int:
        """When the next one began (ns UTC, wall time); the last one has not ended."""
        return self._end(session, "began_at")

    def _end(self, session: Session, column: str) -> int:
        rows = self._connections.tuples(
            f"SELECT {column} FROM sessions WHERE sequence > (SELECT sequence FROM sessions WHERE id = ?)"
            " ORDER BY sequence LIMIT 1",
            (session.id,),
        )
        return int(rows[0][0]) if rows else 2**63 - 1

    def _decided(self, session: Session) -> bool:
        found = self._connections.tuples(
            "SELECT 1 FROM messages WHERE sequence > ? AND sequence <= ? AND type = ? LIMIT 1",
            (session.after_message, self._end(session, "after_message"), MessageType.TRADE_DECISION.value),
        )
        return bool(found)


def _told(instrument: Instrument) -> dict[str, str]:
    return {
        name: plain(value) if isinstance(value, Decimal) else str(value) for name, value in asdict(instrument).items()
    }


def _session(row: Row) -> Session:
    instruments = {symbol: _instrument(told) for symbol, told in row["instruments"].items()}
    return Session(
        id=row["id"],
        account=row["account"],
        market=row["market"],
        began_at=row["began_at"],
        after_message=row["after_message"],
        after_fill=row["after_fill"],
        instruments=instruments,
    )


def _instrument(told: Mapping[str, Any]) -> Instrument:
    steps = ("tick_size", "quantity_step", "minimum_quantity", "minimum_notional")
    return Instrument(
        told["symbol"], InstrumentKind(told["kind"]), told["quote"], *(Decimal(told[name]) for name in steps)
    )
