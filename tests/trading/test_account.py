from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import AccountBreachError
from photon_desktop.trading.account import Account, Book, LedgerLine, check_books
from photon_desktop.trading.cash_flow import CashFlow, FlowKind
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Side

D = Decimal


def fill(side: Side, quantity: str, price: str, commission: str = "0", number: int = 1) -> Fill:
    return Fill(f"f{number}", f"o{number}", "BTCUSDT", side, D(quantity), D(price), D(commission), ZERO, number)


def funded(amount: str = "10000") -> Account:
    return Account().deposited(D(amount))[0]


def total(lines: tuple[LedgerLine, ...], book: Book) -> Decimal:
    return sum((line.amount for line in lines if line.book is book), ZERO)


def test_a_purchase_moves_cash_into_inventory_and_the_fee_into_commission() -> None:
    account, lines = funded().after(fill(Side.BUY, "0.5", "100", "0.05"))
    assert account.cash == D("9949.95")
    assert account.position("BTCUSDT").average_price == D(100)
    assert (total(lines, Book.INVENTORY), total(lines, Book.COMMISSION)) == (D(50), D("0.05"))


def test_a_sale_realises_the_difference_to_the_average_price() -> None:
    account, _ = funded().after(fill(Side.BUY, "1", "100"))
    account, _ = account.after(fill(Side.BUY, "1", "200", number=2))
    account, lines = account.after(fill(Side.SELL, "1", "180", number=3))
    assert account.position("BTCUSDT").realised == D(30)
    assert total(lines, Book.REALISED) == D(-30)
    assert account.position("BTCUSDT").cost == D(150)


def test_a_position_sold_through_zero_turns_short_at_the_fill_price() -> None:
    account, _ = funded().after(fill(Side.BUY, "1", "100"))
    account, _ = account.after(fill(Side.SELL, "3", "110", number=2))
    position = account.position("BTCUSDT")
    assert (position.quantity, position.average_price, position.realised) == (D(-2), D(110), D(10))
    assert position.opened_at == 2


def test_covering_a_short_below_its_price_is_a_profit() -> None:
    account, _ = funded().after(fill(Side.SELL, "2", "100"))
    account, _ = account.after(fill(Side.BUY, "2", "90", number=2))
    assert account.position("BTCUSDT").realised == D(20)
    assert account.cash == D(10020)


def test_closing_a_position_removes_its_stop_and_target() -> None:
    account, _ = funded().after(fill(Side.BUY, "1", "100"))
    account = account.protected("BTCUSDT", D(95), D(110))
    account, _ = account.after(fill(Side.SELL, "1", "95", number=2))
    position = account.position("BTCUSDT")
    assert (position.is_open, position.stop_loss, position.take_profit) == (False, None, None)


def test_a_position_of_nothing_has_no_average_price() -> None:
    assert funded().position("BTCUSDT").average_price == ZERO


def test_equity_counts_a_symbol_without_a_price_at_its_cost() -> None:
    account, _ = funded().after(fill(Side.BUY, "1", "100"))
    assert account.equity({}) == D(10000)
    assert account.equity({"BTCUSDT": D(120)}) == D(10020)
    assert account.exposure({"BTCUSDT": D(120)}) == D(120)


def test_books_that_do_not_add_up_are_refused() -> None:
    before = funded()
    bought, lines = before.after(fill(Side.BUY, "1", "100"))
    check_books(before, bought, lines)
    with pytest.raises(AccountBreachError, match="sum to zero"):
        check_books(before, bought, lines[:1])
    with pytest.raises(AccountBreachError, match="Cash"):
        check_books(before, replace(bought, cash=D(1)), lines)
    cheaper = replace(bought.position("BTCUSDT"), cost=D(99))
    with pytest.raises(AccountBreachError, match="positions' cost and its ledger lines differ"):
        check_books(before, replace(bought, positions={"BTCUSDT": cheaper}), lines)
    richer = replace(bought.position("BTCUSDT"), realised=D(1))
    with pytest.raises(AccountBreachError, match="What was realised and its ledger lines differ"):
        check_books(before, replace(bought, positions={"BTCUSDT": richer}), lines)
    leftover = replace(bought.position("BTCUSDT"), quantity=ZERO)
    with pytest.raises(AccountBreachError, match="BTCUSDT is closed but 100"):
        check_books(before, replace(bought, positions={"BTCUSDT": leftover}), lines)


quantities = st.decimals("0.0001", "50", places=4)
prices = st.decimals("0.01", "90000", places=2)
trades = st.lists(st.tuples(st.sampled_from(Side), quantities, prices), min_size=1, max_size=40)


@given(trades)
def test_every_fill_keeps_the_books_balanced_whatever_is_traded(steps: list[tuple[Side, Decimal, Decimal]]) -> None:
    account, opening = Account().deposited(D(1_000_000))
    lines = list(opening)
    for number, (side, quantity, price) in enumerate(steps):
        commission = (quantity * price / 1000).quantize(D("1e-8"))
        trade = Fill(f"f{number}", f"o{number}", "X", side, quantity, price, commission, ZERO, number)
        account, added = account.after(trade)
        lines += added
        assert sum((line.amount for line in added), ZERO) == 0
    assert account.cash == sum((line.amount for line in lines if line.book is Book.CASH), ZERO)
    assert account.position("X").cost == sum((line.amount for line in lines if line.book is Book.INVENTORY), ZERO)
    assert account.position("X").quantity == sum((side.sign * quantity for side, quantity, _ in steps), ZERO)


@given(trades)
def test_profit_is_what_was_realised_and_not_yet_realised_less_fees(
    steps: list[tuple[Side, Decimal, Decimal]],
) -> None:
    account = funded("1000000")
    fees = ZERO
    for number, (side, quantity, price) in enumerate(steps):
        trade = Fill(f"f{number}", f"o{number}", "X", side, quantity, price, D("0.25"), ZERO, number)
        fees += D("0.25")
        account, _ = account.after(trade)
    last = D("123.45")
    position = account.position("X")
    assert account.equity({"X": last}) - D(1_000_000) == position.realised + position.unrealised(last) - fees


@pytest.mark.parametrize("kind", FlowKind)
@pytest.mark.parametrize("amount", ["12.5", "-3.25"])
def test_money_that_moves_without_a_trade_has_its_own_book_and_is_no_profit_of_one(kind: FlowKind, amount: str) -> None:
    before = funded()
    account, lines = before.paid(CashFlow("flow-1", "BTCUSDT", D(amount), 7, kind))
    assert account.cash == before.cash + D(amount)
    assert (sum(line.amount for line in lines), total(lines, Book.CASH)) == (0, D(amount))
    assert total(lines, Book.REALISED) == 0
    assert (total(lines, Book.CAPITAL) == -D(amount)) is (kind is FlowKind.CAPITAL)
