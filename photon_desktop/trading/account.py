"""The account: exact money, positions at average cost, and a double-entry row for every cent that moves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import AccountBreachError
from photon_desktop.trading.cash_flow import CashFlow, FlowKind
from photon_desktop.trading.money import ZERO, plain, to_money
from photon_desktop.trading.orders import Fill

STARTING_CASH = Decimal(10_000)  # of a new paper account, in quote money
LEAST_STARTING_CASH, LARGEST_STARTING_CASH = Decimal(1), Decimal(1_000_000_000)


class Book(StrEnum):
    """The books of the ledger. Assets and costs grow with positive amounts, capital and profit with negative ones."""

    CASH = "cash"
    INVENTORY = "inventory"
    COMMISSION = "commission"
    REALISED = "realised"
    CAPITAL = "capital"
    FUNDING = "funding"
    INTEREST = "interest"
    BONUS = "bonus"


_BOOK_OF_FLOW = {
    FlowKind.FUNDING: Book.FUNDING,
    FlowKind.CAPITAL: Book.CAPITAL,
    FlowKind.INTEREST: Book.INTEREST,
    FlowKind.BONUS: Book.BONUS,
}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One amount in one book. The lines of one event sum to zero; all CASH lines sum to the cash."""

    book: Book
    amount: Decimal
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What is held of one symbol: `quantity` negative when short, `cost` its signed money in the books."""

    symbol: str
    quantity: Decimal = ZERO
    cost: Decimal = ZERO
    realised: Decimal = ZERO
    opened_at: int = 0
    stop_loss: Decimal | None = None
    take_profit: Decimal | None = None

    @property
    def is_open(self) -> bool:
        """Whether anything is held."""
        return self.quantity != 0

    @property
    def average_price(self) -> Decimal:
        """Cost for one unit; zero when nothing is held."""
        return self.cost / self.quantity if self.quantity else ZERO

    def value(self, price: Decimal) -> Decimal:
        """Signed market value at `price`."""
        return self.quantity * price

    def unrealised(self, price: Decimal) -> Decimal:
        """Profit if it were closed at `price`, before costs."""
        return self.value(price) - self.cost


@dataclass(frozen=True, slots=True)
class Account:
    """Cash in quote money, and positions by symbol. It never changes: `after` gives the next one.

    balance = free cash + used margin. Nothing is borrowed: a position ties up all it was bought or sold for.
    """

    cash: Decimal = ZERO
    positions: Mapping[str, Position] = field(default_factory=dict)

    @property
    def balance(self) -> Decimal:
        """Capital, and what was realised, less fees: cash and the cost of what is held. Prices do not change it."""
        return self.cash + sum((position.cost for position in self.positions.values()), ZERO)

    @property
    def used_margin(self) -> Decimal:
        """What open positions tie up: what the long ones were bought for, and the short ones sold for."""
        return sum((abs(position.cost) for position in self.positions.values()), ZERO)

    @property
    def free_cash(self) -> Decimal:
        """What may still be spent: all cash while nothing is short, for a short sale's money has to buy it back."""
        return self.balance - self.used_margin

    def position(self, symbol: str) -> Position:
        """The position in `symbol`, an empty one if nothing was ever held."""
        return self.positions.get(symbol, Position(symbol))

    def open_positions(self) -> tuple[Position, ...]:
        """Positions that hold something."""
        return tuple(position for position in self.positions.values() if position.is_open)

    def equity(self, prices: Mapping[str, Decimal]) -> Decimal:
        """Cash and positions at `prices`; a symbol without a price counts at its cost."""
        values = (
            position.value(prices[position.symbol]) if position.symbol in prices else position.cost
            for position in self.open_positions()
        )
        return self.cash + sum(values, ZERO)

    def exposure(self, prices: Mapping[str, Decimal]) -> Decimal:
        """Summed absolute value of the positions, a symbol without a price counting at its cost."""
        values = (
            abs(position.value(prices[position.symbol]) if position.symbol in prices else position.cost)
            for position in self.open_positions()
        )
        return sum(values, ZERO)

    def deposited(self, amount: Decimal) -> tuple["Account", tuple[LedgerLine, ...]]:
        """The account with `amount` more capital, and its ledger lines."""
        lines = (LedgerLine(Book.CASH, amount), LedgerLine(Book.CAPITAL, -amount))
        return replace(self, cash=self.cash + amount), lines

    def paid(self, flow: CashFlow) -> tuple["Account", tuple[LedgerLine, ...]]:
        """The account with the money of `flow`, and its ledger lines: cash against the book of its kind."""
        book = _BOOK_OF_FLOW[flow.kind]
        lines = (LedgerLine(Book.CASH, flow.amount, flow.symbol), LedgerLine(book, -flow.amount, flow.symbol))
        return replace(self, cash=self.cash + flow.amount), lines

    def after(self, fill: Fill) -> tuple["Account", tuple[LedgerLine, ...]]:
        """The account once `fill` is booked, and the ledger lines that say so.

        Raises AccountBreachError, leaving this account as it is, when the books would not add up.
        """
        before = self.position(fill.symbol)
        opening, closing = _split(before.quantity, fill.signed_quantity)
        money_moved = to_money(fill.quantity * fill.price) * -fill.side.sign
        closed_share = ZERO if closing == 0 else -closing / before.quantity
        cost_closed = before.cost if closing == -before.quantity else to_money(before.cost * closed_share)
        money_closing = money_moved if opening == 0 else to_money(-closing * fill.price)
        realised = money_closing - cost_closed if closing else ZERO
        cost_opened = -(money_moved - money_closing) if closing else -money_moved
        position = Position(
            symbol=fill.symbol,
            quantity=before.quantity + fill.signed_quantity,
            cost=before.cost - cost_closed + cost_opened,
            realised=before.realised + realised,
            opened_at=before.opened_at if before.is_open and not _flips(before.quantity, opening) else fill.filled_at,
            stop_loss=before.stop_loss,
            take_profit=before.take_profit,
        )
        if not position.is_open:
            position = replace(position, stop_loss=None, take_profit=None)
        lines = (
            LedgerLine(Book.CASH, money_moved, fill.symbol),
            LedgerLine(Book.INVENTORY, cost_opened - cost_closed, fill.symbol),
            LedgerLine(Book.REALISED, -realised, fill.symbol),
            LedgerLine(Book.CASH, -fill.commission, fill.symbol),
            LedgerLine(Book.COMMISSION, fill.commission, fill.symbol),
        )
        booked = replace(
            self,
            cash=self.cash + money_moved - fill.commission,
            positions={**self.positions, fill.symbol: position},
        )
        check_books(self, booked, lines)
        return booked, tuple(line for line in lines if line.amount != 0)

    def protected(self, symbol: str, stop_loss: Decimal | None, take_profit: Decimal | None) -> "Account":
        """The account with this stop and target on the open position in `symbol`."""
        position = replace(self.position(symbol), stop_loss=stop_loss, take_profit=take_profit)
        return replace(self, positions={**self.positions, symbol: position})


def _split(held: Decimal, traded: Decimal) -> tuple[Decimal, Decimal]:
    """`traded` cut into what opens or adds, and what closes; both signed."""
    if held == 0 or (held > 0) == (traded > 0):
        return traded, ZERO
    closing = traded if abs(traded) <= abs(held) else -held
    return traded - closing, closing


def _flips(held: Decimal, opening: Decimal) -> bool:
    return opening != 0 and (held > 0) != (opening > 0)


def check_books(before: Account, after: Account, lines: tuple[LedgerLine, ...]) -> None:
    """Raise AccountBreachError unless `lines` sum to zero and explain the cash, the positions' cost and what was
    realised, so that the balance moved by profit and fees alone, and unless what is closed is empty."""
    if sum((line.amount for line in lines), ZERO) != 0:
        raise AccountBreachError("The ledger lines of a fill do not sum to zero; trading halts, nothing was booked.")
    kept, held = before.positions.values(), after.positions.values()
    explained = (
        ("Cash", Book.CASH, after.cash - before.cash),
        ("The positions' cost", Book.INVENTORY, _sum_of("cost", held) - _sum_of("cost", kept)),
        ("What was realised", Book.REALISED, _sum_of("realised", kept) - _sum_of("realised", held)),
    )
    for name, book, moved in explained:
        if moved != sum((line.amount for line in lines if line.book is book), ZERO):
            raise AccountBreachError(
                f"{name} and its ledger lines differ after a fill; trading halts, nothing was booked."
            )
    for position in held:
        if not position.is_open and position.cost != 0:
            raise AccountBreachError(
                f"{position.symbol} is closed but {plain(position.cost)} of its cost is left; trading halts."
            )


def _sum_of(name: str, positions: Iterable[Position]) -> Decimal:
    return sum((getattr(position, name) for position in positions), ZERO)
