"""Executions become fills, and funding a flow of money."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.broker.bybit.books.executions import Execution, read_execution
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.account import Account
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import to_money
from photon_desktop.trading.orders import Side

ROW = {
    "execId": "e-1",
    "execType": "Trade",
    "symbol": "BTCUSDT",
    "side": "Buy",
    "orderId": "o-1",
    "orderLinkId": "a-1",
    "createType": "CreateByUser",
    "execQty": "0.01",
    "execPrice": "30000.5",
    "execFee": "0.1650275",
    "feeCurrency": "",
    "execTime": "1733565600123",
    "seq": 7,
}


def execution(category: Category = Category.LINEAR, **more: Any) -> Execution:
    found = read_execution({**ROW, **more}, category, "BTC", "USDT")
    assert isinstance(found, Execution)
    return found


def test_a_linear_execution_is_a_fill_with_its_fee_in_quote_money() -> None:
    fill = execution().fill("a-1", Decimal(30_000))
    assert (fill.fill_id, fill.client_order_id, fill.side) == ("e-1", "a-1", Side.BUY)
    assert (fill.quantity, fill.price) == (Decimal("0.01"), Decimal("30000.5"))
    assert (fill.commission, fill.slippage) == (Decimal("0.1650275"), Decimal("0.005"))
    assert fill.filled_at == 1_733_565_600_123_000_000


def test_selling_under_the_requested_price_is_slippage_paid() -> None:
    assert execution(side="Sell").fill("a-1", Decimal(30_001)).slippage == Decimal("0.005")


def test_a_spot_buy_holds_what_arrived_and_pays_what_was_traded() -> None:
    found = execution(Category.SPOT, execFee="0.00001", feeCurrency="BTC")
    assert found.quantity == Decimal("0.00999")
    assert found.commission == Decimal("0.300005")
    account, _ = Account().deposited(Decimal(1_000))
    account, _ = account.after(found.fill("a-1", Decimal(30_000)))
    assert account.cash == 1_000 - Decimal("300.005")
    assert account.position("BTCUSDT").quantity == Decimal("0.00999")


@given(
    st.sampled_from(("Buy", "Sell")),
    st.decimals("0.000001", "1000", places=6),
    st.decimals("0.000001", "90000", places=6),
    st.decimals("-0.001", "0.002", places=5),
    st.booleans(),
)
def test_coins_and_cash_of_a_spot_trade_are_the_exchanges(
    side: str, quantity: Decimal, price: Decimal, rate: Decimal, is_in_base: bool
) -> None:
    fee = quantity * rate if is_in_base else quantity * price * rate
    coin = "BTC" if is_in_base else "USDT"
    row = {"side": side, "execQty": str(quantity), "execPrice": str(price), "execFee": format(fee, "f")}
    found = execution(Category.SPOT, **row, feeCurrency=coin)
    sign = found.side.sign
    account, _ = Account().deposited(Decimal(10**9))
    account, _ = account.after(found.fill("a-1", price))
    fee_base, fee_quote = (fee, Decimal(0)) if is_in_base else (Decimal(0), fee)
    assert account.position("BTCUSDT").quantity == sign * quantity - fee_base
    assert account.cash == 10**9 - sign * to_money(quantity * price) - fee_quote


def test_a_fee_without_a_coin_is_in_what_is_received() -> None:
    assert execution(Category.SPOT, execFee="0.00001").quantity == Decimal("0.00999")
    sold = execution(Category.SPOT, side="Sell", execFee="0.3")
    assert (sold.quantity, sold.commission) == (Decimal("0.01"), Decimal("0.3"))


def test_a_fee_in_a_third_coin_is_not_guessed() -> None:
    with pytest.raises(AmbiguousError, match="MNT"):
        execution(Category.SPOT, feeCurrency="MNT")


def test_funding_is_no_fill() -> None:
    paid = read_execution({**ROW, "execType": "Funding", "execFee": "1.25"}, Category.LINEAR, "BTC", "USDT")
    assert paid == CashFlow("e-1", "BTCUSDT", Decimal("-1.25"), 1_733_565_600_123_000_000)


def test_what_moves_nothing_of_ours_is_passed_over() -> None:
    assert read_execution({**ROW, "execType": "Delivery"}, Category.LINEAR, "BTC", "USDT") is None


@pytest.mark.parametrize(
    ("created", "leg"), [("CreateByStopLoss", "s"), ("CreateByTakeProfit", "t"), ("CreateByUser", ""), ("", "")]
)
def test_the_exchanges_own_stops_and_targets_are_told_apart(created: str, leg: str) -> None:
    assert execution(createType=created, orderLinkId="").exit_leg == leg


@pytest.mark.parametrize("more", [{"execQty": "x"}, {"side": "Up"}, {"execTime": ""}, {"execFee": None}])
def test_a_row_that_can_not_be_read_is_said_so(more: dict[str, Any]) -> None:
    with pytest.raises(AmbiguousError, match="an execution"):
        execution(**more)
