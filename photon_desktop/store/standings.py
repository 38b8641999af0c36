"""How accounts stand, from their books alone."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.store.connections import Connections
from photon_desktop.store.equity import EquityCurve
from photon_desktop.store.ledger import Ledger
from photon_desktop.trading.account import Book
from photon_desktop.trading.money import ZERO

_FOR_EVER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Standing:
    """What was `paid_in` less what was taken out, what it is worth now (`equity`, None before the books are opened),
    both quote money, and the number of `fills`."""

    paid_in: Decimal = ZERO
    equity: Decimal | None = None
    fills: int = 0

    @property
    def gain(self) -> float | None:
        """What was gained as a share of what was paid in, None while nothing was."""
        if self.equity is None or self.paid_in <= 0:
            return None
        return float(self.equity / self.paid_in - 1)


class StandingRepository:
    """Equity is that of the last bar that closed, or the cash before any did."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._ledger, self._equity = Ledger(connections), EquityCurve(connections)

    def of(self, account: str) -> Standing:
        """How the books under the key `account` stand."""
        with self._connections.snapshot():
            paid_in = -self._ledger.total(Book.CAPITAL, account)
            marked = self._equity.last_before(_FOR_EVER, account)
            cash = self._ledger.total(Book.CASH, account)
            fills = int(self._connections.tuples("SELECT count(*) FROM fills WHERE account = ?", (account,))[0][0])
        if paid_in == 0 and cash == 0 and fills == 0:
            return Standing()
        return Standing(paid_in, cash if marked is None else marked[1], fills)
