"""Funding is money of its own: in the ledger, in the cash, and never a fill."""

from decimal import Decimal

import pytest

from photon_desktop.errors import AccountBreachError, DuplicateError
from photon_desktop.store import Store
from photon_desktop.trading.account import Book, LedgerLine
from photon_desktop.trading.cash_flow import CashFlow
from tests.store.samples import START, deposit, order, trade

PAID = CashFlow("funding-1", "BTCUSDT", Decimal("-1.25"), START)


def test_funding_has_two_rows_and_moves_the_cash(store: Store) -> None:
    before = trade(store, deposit(store), order())
    after, lines = before.paid(PAID)
    store.trades.record_flow(PAID, lines)
    assert store.trades.load_account() == after
    assert store.trades.cash_of_ledger() == before.cash - Decimal("1.25")
    newest = [stored.line for stored in store.trades.ledger(2)]
    assert newest == [
        LedgerLine(Book.FUNDING, Decimal("1.25"), "BTCUSDT"),
        LedgerLine(Book.CASH, Decimal("-1.25"), "BTCUSDT"),
    ]
    assert len(store.trades.fills()) == 1
    assert store.health().ledger_equals_cash


def test_funding_is_booked_once_and_known_to_be(store: Store) -> None:
    _, lines = deposit(store).paid(PAID)
    store.trades.record_flow(PAID, lines)
    with pytest.raises(DuplicateError):
        store.trades.record_flow(PAID, lines)
    assert store.trades.booked(["funding-1", "funding-2"]) == {"funding-1"}


def test_funding_whose_rows_do_not_sum_to_zero_is_refused(store: Store) -> None:
    with pytest.raises(AccountBreachError):
        store.trades.record_flow(PAID, (LedgerLine(Book.CASH, PAID.amount),))
    assert store.trades.ledger() == []
