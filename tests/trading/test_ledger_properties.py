"""What holds of the books whatever is traded: about a hundred accounts everyday, two thousand where there is time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.trading.account import Account, Book, LedgerLine
from photon_desktop.trading.money import MONEY_QUANTUM, ZERO
from photon_desktop.trading.orders import Fill, Side
from tests.trading.ledger_samples import Step, steps

EVERYDAY, THOROUGH = settings(max_examples=100, deadline=None), settings(max_examples=2_000, deadline=None)
LAST = {"A": Decimal("123.456789"), "B": Decimal("0.00000123")}


@dataclass
class Reference:
    """Average-cost bookkeeping in fractions, which never round, written without a look at the account's."""

    cash: Fraction = Fraction(0)
    held: dict[str, Fraction] = field(default_factory=dict)
    average: dict[str, Fraction] = field(default_factory=dict)
    realised: dict[str, Fraction] = field(default_factory=dict)

    def trade(self, fill: Fill) -> None:
        price, symbol = Fraction(fill.price), fill.symbol
        held, traded = self.held.get(symbol, Fraction(0)), Fraction(fill.signed_quantity)
        average, now = self.average.get(symbol, Fraction(0)), held + traded
        self.cash -= traded * price + Fraction(fill.commission)
        if held * traded >= 0:
            self.average[symbol] = (held * average + traded * price) / now
        else:
            closed = min(abs(held), abs(traded)) * (1 if held > 0 else -1)
            self.realised[symbol] = self.realised.get(symbol, Fraction(0)) + closed * (price - average)
            if held * now < 0:
                self.average[symbol] = price
        self.held[symbol] = now

    def cost(self, symbol: str) -> Fraction:
        return self.held.get(symbol, Fraction(0)) * self.average.get(symbol, Fraction(0))


@dataclass
class Journal:
    """An account, what its ledger has so far, and what the reference makes of the same."""

    account: Account = field(default_factory=Account)
    lines: list[LedgerLine] = field(default_factory=list)
    paid_in: Decimal = ZERO
    fees: Decimal = ZERO
    reference: Reference = field(default_factory=Reference)

    def take(self, step: Step, number: int) -> None:
        if step.deposit is not None:
            self.account, added = self.account.deposited(step.deposit)
            self.paid_in += step.deposit
            self.reference.cash += Fraction(step.deposit)
        else:
            fill = step.fill(self.account, number)
            self.account, added = self.account.after(fill)
            self.fees += fill.commission
            self.reference.trade(fill)
        assert sum((line.amount for line in added), ZERO) == 0
        self.lines += added

    def sum_of(self, book: Book, symbol: str = "") -> Decimal:
        chosen = (line for line in self.lines if line.book is book and symbol in ("", line.symbol))
        return sum((line.amount for line in chosen), ZERO)


def check_journal(taken: Sequence[Step]) -> None:
    journal = Journal()
    for number, step in enumerate(taken, 1):
        journal.take(step, number)
        check_ledger(journal)
        check_identities(journal)
        check_reference(journal, number)


def check_ledger(journal: Journal) -> None:
    """The rows sum to cash, to what the positions cost, to what they realised, to the fees and to the capital."""
    account = journal.account
    assert journal.sum_of(Book.CASH) == account.cash
    assert journal.sum_of(Book.COMMISSION) == journal.fees
    assert journal.sum_of(Book.CAPITAL) == -journal.paid_in
    for symbol, position in account.positions.items():
        assert journal.sum_of(Book.INVENTORY, symbol) == position.cost
        assert journal.sum_of(Book.REALISED, symbol) == -position.realised
        assert position.is_open or position.cost == 0
        assert position.cost * position.quantity >= 0


def check_identities(journal: Journal) -> None:
    """Balance is free cash and used margin; equity is capital, profit realised and not yet realised, less fees."""
    account, positions = journal.account, journal.account.positions.values()
    realised = sum((position.realised for position in positions), ZERO)
    unrealised = sum((position.unrealised(LAST[position.symbol]) for position in positions), ZERO)
    assert account.balance == account.free_cash + account.used_margin
    assert account.balance == journal.paid_in + realised - journal.fees
    assert account.equity(LAST) == account.balance + unrealised
    assert account.used_margin >= 0


def check_reference(journal: Journal, events: int) -> None:
    """Cash, cost and profit are the exact ones but for half a hundred-millionth at each rounding."""
    account, exact, quantum = journal.account, journal.reference, Fraction(MONEY_QUANTUM)
    assert abs(Fraction(account.cash) - exact.cash) <= events * quantum / 2
    for symbol, position in account.positions.items():
        assert Fraction(position.quantity) == exact.held[symbol]
        assert abs(Fraction(position.cost) - exact.cost(symbol)) <= events * quantum
        assert abs(Fraction(position.realised) - exact.realised.get(symbol, Fraction(0))) <= 2 * events * quantum


@EVERYDAY
@given(st.lists(steps(), min_size=1, max_size=25))
def test_the_books_add_up_and_are_those_of_exact_fractions(taken: list[Step]) -> None:
    check_journal(taken)


@pytest.mark.slow
@pytest.mark.timeout(900)
@THOROUGH
@given(st.lists(steps(), min_size=1, max_size=60))
def test_the_books_of_two_thousand_accounts_add_up_and_are_those_of_exact_fractions(taken: list[Step]) -> None:
    check_journal(taken)


@pytest.mark.parametrize("break_it", [lambda cost: cost + MONEY_QUANTUM * 3, lambda cost: cost * Decimal("1.0001")])
def test_a_position_whose_cost_is_off_by_a_hair_is_found(break_it: Callable[[Decimal], Decimal]) -> None:
    journal = Journal()
    journal.take(Step(deposit=Decimal(100)), 1)
    journal.take(Step("A", Side.BUY, Decimal("0.3"), Decimal("33.333333333")), 2)
    position = journal.account.position("A")
    wrong = type(position)("A", position.quantity, break_it(position.cost))
    journal.account = Account(journal.account.cash, {"A": wrong})
    with pytest.raises(AssertionError):
        check_reference(journal, 2)
