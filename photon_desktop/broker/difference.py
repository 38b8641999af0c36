"""How the books of an account and its venue differ, in sentences and in numbers."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.trading.money import ZERO

CASH = "Cash"
_TOLERANCE = Decimal("0.01")  # quote money


@dataclass(frozen=True, slots=True)
class HeldDifference:
    """What the books and the venue have of one thing: quote money for CASH, else the quantity of a symbol."""

    name: str
    books: Decimal
    venue: Decimal

    @property
    def difference(self) -> Decimal:
        """What the venue has more."""
        return self.venue - self.books


@dataclass(frozen=True, slots=True)
class BooksDifference:
    """One sentence for each thing that the books don't explain, the cash, and every position that differs;
    `foreign_orders` are the venue's ids of open orders that nobody here placed. `found_at` is ns UTC."""

    sentences: tuple[str, ...]
    cash: HeldDifference
    holdings: tuple[HeldDifference, ...] = ()
    foreign_orders: tuple[str, ...] = ()
    found_at: int = 0

    def is_as(self, other: "BooksDifference") -> bool:
        """Whether `other` differs in the same numbers."""
        mine, theirs = self._amounts(), other._amounts()
        cash = abs(self.cash.difference - other.cash.difference) <= _TOLERANCE
        return cash and mine == theirs

    def _amounts(self) -> dict[str, Decimal]:
        return {held.name: held.difference for held in self.holdings if held.difference != ZERO}
