"""The books in the store, whatever is traded, and whenever the program is killed or started again in between."""

import shutil
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from photon_desktop.errors import DuplicateError
from photon_desktop.store import Store
from photon_desktop.trading.account import Account, Book
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Order
from tests.trading.ledger_samples import Step, fill_steps

NAME = "photon.sqlite3"
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]


class KilledError(Exception):
    """Leaves a transaction unfinished, after its files were copied."""


class BooksOverKills(RuleBasedStateMachine):
    """An account in memory beside the same one in the store.

    What a kill leaves is a copy of the store's files in the middle of what was going on: there the next start goes on.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._starts = 0
        self._store = Store.open(self._place() / NAME, busy_timeout_ms=20)
        self._account = Account()
        self._events = 0
        self._newest: tuple[Fill, Account] | None = None

    def _place(self) -> Path:
        return Path(self._folder.name) / str(self._starts)

    def _killed_here(self) -> None:
        """Copy the files as they are now; the store that is open goes on with the old ones until `_start_again`."""
        shutil.copytree(self._place(), Path(self._folder.name) / str(self._starts + 1))

    def _start_again(self) -> None:
        self._store.close()
        self._starts += 1
        self._store = Store.open(self._place() / NAME, busy_timeout_ms=20)

    def _book(self, fill: Fill) -> Account:
        after, lines = self._account.after(fill)
        with self._store.transaction():
            self._store.trades.add_order(_order_of(fill))
            self._store.trades.record_fill(fill, after, lines)
        return after

    def _next_fill(self, step: Step) -> Fill:
        self._events += 1
        return step.fill(self._account, self._events)

    @rule(amount=st.decimals("0.00000001", "1000000", places=8))
    def pay_in(self, amount: Decimal) -> None:
        self._events += 1
        after, lines = self._account.deposited(amount)
        self._store.trades.record_deposit(amount, lines, self._events, f"deposit-{self._events}")
        self._account = after

    @rule(step=fill_steps())
    def trade(self, step: Step) -> None:
        fill = self._next_fill(step)
        self._account = self._book(fill)
        self._newest = fill, self._account

    @rule(step=fill_steps())
    def trade_and_be_killed_within(self, step: Step) -> None:
        fill = self._next_fill(step)
        with pytest.raises(KilledError), self._store.transaction():
            self._book(fill)
            self._killed_here()
            raise KilledError
        self._start_again()
        assert self._store.trades.order(fill.client_order_id) is None

    @rule(step=fill_steps())
    def trade_and_be_killed_at_once(self, step: Step) -> None:
        fill = self._next_fill(step)
        self._account = self._book(fill)
        self._newest = fill, self._account
        self._killed_here()
        self._start_again()

    @rule()
    def close_and_start_again(self) -> None:
        self._store.close()
        self._store = Store.open(self._place() / NAME, busy_timeout_ms=20)

    @rule()
    def book_the_newest_fill_again(self) -> None:
        if self._newest is not None:
            fill, after = self._newest
            with pytest.raises(DuplicateError):
                self._store.trades.record_fill(fill, after, after.after(fill)[1])

    @invariant()
    def the_store_has_the_same_account(self) -> None:
        assert self._store.trades.load_account() == self._account

    @invariant()
    def the_rows_say_the_same(self) -> None:
        events: dict[str, Decimal] = defaultdict(Decimal)
        books: dict[tuple[Book, str], Decimal] = defaultdict(Decimal)
        for stored in self._store.trades.ledger(10_000):
            events[stored.transaction] += stored.line.amount
            books[stored.line.book, stored.line.symbol] += stored.line.amount
        assert set(events.values()) <= {ZERO}
        assert sum((amount for (book, _), amount in books.items() if book is Book.CASH), ZERO) == self._account.cash
        for symbol, position in self._account.positions.items():
            assert books[Book.INVENTORY, symbol] == position.cost
            assert books[Book.REALISED, symbol] == -position.realised

    def teardown(self) -> None:
        assert self._store.health().ledger_equals_cash
        assert self._store.health().duplicate_fills == 0
        self._store.close()
        self._folder.cleanup()


def _order_of(fill: Fill) -> Order:
    return Order(
        fill.client_order_id, "t", "d", fill.symbol, fill.side, fill.quantity, fill.price, fill.filled_at, "paper"
    )


def test_the_books_hold_over_a_few_kills() -> None:
    how = settings(max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=QUIET)
    run_state_machine_as_test(BooksOverKills, settings=how)  # type: ignore[no-untyped-call]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_books_hold_over_many_kills() -> None:
    how = settings(max_examples=100, stateful_step_count=30, deadline=None, suppress_health_check=QUIET)
    run_state_machine_as_test(BooksOverKills, settings=how)  # type: ignore[no-untyped-call]
