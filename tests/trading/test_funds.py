"""What an account can pay, and what becomes of a fill that it can't."""

from dataclasses import replace

import pytest

from photon_desktop.errors import AccountBreachError
from photon_desktop.trading.account import Account
from photon_desktop.trading.funds import afforded, check_funds, lacking
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Fill, Order, OrderStatus, Side
from tests.trading.order_samples import D, order


def fill(side: Side, quantity: str, price: str = "100", commission: str = "0", name: str = "p1") -> Fill:
    return Fill(f"{name}-1", name, "BTCUSDT", side, D(quantity), D(price), D(commission), ZERO, 1)


def account(cash: str, *fills: Fill) -> Account:
    made = Account().deposited(D(cash))[0]
    for each in fills:
        made = made.after(each)[0]
    return made


def buys(name: str, quantity: str, price: str = "100", **more: object) -> OrderChange:
    wish = order(Side.BUY, name=name, quantity=quantity, **more)
    return filled(wish, fill(Side.BUY, quantity, price, name=name))


def test_a_long_position_ties_up_what_it_cost_and_a_short_one_what_it_was_sold_for() -> None:
    long = account("1000", fill(Side.BUY, "3", commission="1"))
    assert (long.balance, long.used_margin, long.free_cash) == (D(999), D(300), D(699))
    short = account("1000", fill(Side.SELL, "3", commission="1"))
    assert (short.cash, short.balance, short.used_margin, short.free_cash) == (D(1299), D(999), D(300), D(699))


@pytest.mark.parametrize(
    ("held", "wish", "lack"),
    [
        ((), fill(Side.BUY, "10"), "0"),
        ((), fill(Side.BUY, "10", commission="0.01"), "0.01"),
        ((), fill(Side.SELL, "10.5"), "50"),
        ((fill(Side.BUY, "6"),), fill(Side.BUY, "5"), "100"),
        ((fill(Side.SELL, "6"),), fill(Side.SELL, "5"), "100"),
        ((fill(Side.SELL, "6"),), fill(Side.BUY, "16"), "0"),  # what the short sale tied up is free again
        ((fill(Side.SELL, "6"),), fill(Side.BUY, "17"), "100"),
        ((fill(Side.BUY, "10"),), fill(Side.SELL, "12", "10"), "0"),  # 100 are left, and 20 sold short
        ((fill(Side.BUY, "10"),), fill(Side.SELL, "25", "10"), "50"),
    ],
)
def test_what_a_fill_needs_beyond_the_free_cash_is_lacking(held: tuple[Fill, ...], wish: Fill, lack: str) -> None:
    assert lacking(account("1000", *held), wish) == D(lack)


@pytest.mark.parametrize("quantity", ["10", "4"])
def test_closing_is_paid_whatever_was_lost(quantity: str) -> None:
    ruined = account("1000", fill(Side.SELL, "10"))
    assert lacking(ruined, fill(Side.BUY, quantity, "500", commission="9")) == 0
    after, _ = ruined.after(fill(Side.BUY, quantity, "500", commission="9"))
    check_funds(ruined, after, fill(Side.BUY, quantity, "500"))
    assert after.free_cash < 0


def test_of_two_orders_for_the_same_cash_the_second_is_cancelled() -> None:
    one, two = buys("one", "6"), buys("two", "5")
    made = afforded((one, two), account("1000"))
    assert made[0] == one
    assert (made[1].status, made[1].fill) == (OrderStatus.CANCELLED, None)
    assert (made[1].order.filled, made[1].order.filled_value, made[1].order.parts) == (0, 0, 0)
    assert "needed 500.00 and the free cash is 400.00" in made[1].note


def test_nothing_more_becomes_of_an_order_that_was_not_paid() -> None:
    unpaid = buys("one", "11")
    rest = OrderChange(unpaid.order, OrderStatus.CANCELLED, note="The rest.")
    other = OrderChange(order(name="two", kind=OrderKind.STOP, stop_price=90), OrderStatus.NEW)
    made = afforded((unpaid, rest, other), account("1000"))
    assert [change.order.client_order_id for change in made] == ["one", "two"]


def test_what_was_filled_before_stays_filled_when_the_rest_can_not_be_paid() -> None:
    wish: Order = order(Side.BUY, quantity=12)
    first = filled(wish, fill(Side.BUY, "6"))
    second = filled(first.order, replace(fill(Side.BUY, "6"), fill_id="p1-2"))
    made = afforded((first, second), account("1000"))
    assert made[0] == first
    assert (made[1].order, made[1].status) == (first.order, OrderStatus.CANCELLED)


def test_an_exchange_decides_for_itself_what_its_accounts_can_pay() -> None:
    at_exchange = buys("one", "50")
    at_exchange = replace(at_exchange, order=replace(at_exchange.order, mode="testnet"))
    assert afforded((at_exchange,), account("1000")) == (at_exchange,)


def test_money_spent_that_was_not_there_is_a_breach() -> None:
    before, wish = account("1000"), fill(Side.BUY, "10")
    check_funds(before, before.after(wish)[0], wish)
    beyond = fill(Side.BUY, "10.01")
    with pytest.raises(AccountBreachError, match=r"free cash is -1\.00 after p1-1 opened or added to BTCUSDT"):
        check_funds(before, before.after(beyond)[0], beyond)
