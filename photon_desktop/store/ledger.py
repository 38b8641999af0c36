"""The ledger: rows that sum to zero for each event, and whose cash rows sum to the cash."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import AccountBreachError, DuplicateError
from photon_desktop.store.connections import Connections
from photon_desktop.store.models import LedgerEntry
from photon_desktop.trading.account import Book, LedgerLine
from photon_desktop.trading.money import ZERO, plain

_BOOKED = 'SELECT 1 FROM ledger_entries WHERE "transaction" = ? LIMIT 1'


@dataclass(frozen=True, slots=True)
class StoredLedgerLine:
    """A line of the ledger, the fill or deposit it belongs to, and when that happened (ns UTC, market time)."""

    account: str
    transaction: str
    booked_at: int
    line: LedgerLine


class Ledger:
    """Writes events and sums books; amounts are added as decimals, never by SQLite."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def book(self, transaction: str, lines: tuple[LedgerLine, ...], booked_at: int, account: str) -> None:
        """Store the lines of one event.

        Raises AccountBreachError when they don't sum to zero, DuplicateError when this event is booked already.
        """
        rest = sum((line.amount for line in lines), ZERO)
        if rest != 0:
            raise AccountBreachError(
                f"The ledger lines of {transaction} sum to {plain(rest)}, not to zero; trading halts, none was booked."
            )
        rows = [
            {
                "account": account,
                "transaction": transaction,
                "line": number,
                "book": line.book.value,
                "symbol": line.symbol,
                "amount": line.amount,
                "booked_at": booked_at,
            }
            for number, line in enumerate(lines)
        ]
        try:
            self._connections.insert_all(LedgerEntry, rows)
        except DuplicateError:
            raise DuplicateError(f"{transaction} is booked already; nothing was booked again.") from None

    def has(self, transaction: str) -> bool:
        """Whether this event is booked, in whatever account."""
        return bool(self._connections.tuples(_BOOKED, (transaction,)))

    def total(self, book: Book, account: str) -> Decimal:
        """The sum of all amounts in one book of `account`."""
        amounts = self._connections.tuples(
            "SELECT amount FROM ledger_entries WHERE account = ? AND book = ?", (account, book.value)
        )
        return total_of(text for (text,) in amounts)

    def newest(self, limit: int, account: str) -> list[StoredLedgerLine]:
        """The newest `limit` lines, newest first."""
        lines = LedgerEntry.select().where(LedgerEntry.account == account)
        return [
            StoredLedgerLine(
                account=row["account"],
                transaction=row["transaction"],
                booked_at=row["booked_at"],
                line=LedgerLine(Book(row["book"]), row["amount"], row["symbol"]),
            )
            for row in self._connections.rows(lines.order_by(LedgerEntry.sequence.desc()).limit(limit))
        ]


def total_of(amounts: Iterable[str]) -> Decimal:
    """The exact sum of amounts written as text."""
    return sum(map(Decimal, amounts), ZERO)
