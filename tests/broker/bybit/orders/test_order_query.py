"""Orders are written exactly, and refused before they leave when they do not fit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.broker.bybit.orders.order_query import (
    AT_MARKET,
    Amendment,
    Terms,
    TimeInForce,
    amend_query,
    create_query,
)
from photon_desktop.errors import OrderError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.orders import OrderPurpose, Side
from tests.broker.bybit.conftest import LINEAR_BTC, SPOT_BTC, order_of


def test_a_linear_order_takes_its_stop_and_target_along_on_the_tick() -> None:
    query = create_query(order_of(stop="29000.04", target="31000.06"), AT_MARKET, Category.LINEAR, LINEAR_BTC)
    assert query == {
        "category": "linear",
        "symbol": "BTCUSDT",
        "side": "Buy",
        "orderType": "Market",
        "qty": "0.01",
        "orderLinkId": "p00000000000000000000000000000001",
        "positionIdx": 0,
        "reduceOnly": False,
        "stopLoss": "29000",
        "takeProfit": "31000.1",
    }


def test_a_spot_market_order_is_in_base_units_and_takes_no_stop() -> None:
    query = create_query(order_of(quantity="0.000001", price="2000000", stop="1"), AT_MARKET, Category.SPOT, FINE_SPOT)
    assert query["marketUnit"] == "baseCoin"
    assert query["qty"] == "0.000001"
    assert not {"stopLoss", "reduceOnly", "positionIdx"} & set(query)


FINE_SPOT = type(SPOT_BTC)(
    "BTCUSDT", SPOT_BTC.kind, "USDT", SPOT_BTC.tick_size, SPOT_BTC.quantity_step, Decimal("0.000001"), Decimal(1)
)


def test_a_limit_order_says_its_price_and_how_long_it_waits() -> None:
    terms = Terms(Decimal("29000.5"), TimeInForce.POST_ONLY)
    query = create_query(order_of(stop="28000"), terms, Category.SPOT, SPOT_BTC)
    assert (query["orderType"], query["price"], query["timeInForce"]) == ("Limit", "29000.5", "PostOnly")
    assert query["stopLoss"] == "28000"
    assert "marketUnit" not in query


@pytest.mark.parametrize("purpose", [purpose for purpose in OrderPurpose if purpose is not OrderPurpose.SIGNAL])
def test_a_linear_order_that_closes_is_reduce_only_of_any_value_and_without_a_stop(purpose: OrderPurpose) -> None:
    order = order_of(side=Side.SELL, quantity="0.001", price="100", purpose=purpose, stop="90")
    query = create_query(order, AT_MARKET, Category.LINEAR, LINEAR_BTC)
    assert query["reduceOnly"] is True
    assert "stopLoss" not in query
    terms = Terms(is_reduce_only=True)
    assert create_query(order_of(), terms, Category.LINEAR, LINEAR_BTC)["reduceOnly"] is True


@pytest.mark.parametrize(
    ("quantity", "price", "terms", "words"),
    [
        ("0.0105", "30000", AT_MARKET, "step 0.001"),
        ("0.001", "100", AT_MARKET, "5"),
        ("0.01", "30000", Terms(Decimal("30000.05")), "tick 0.1"),
        ("0.0105", "30000", Terms(is_reduce_only=True), "step 0.001"),
        ("0.001", "30000", Terms(Decimal("3000")), "5"),
    ],
)
def test_what_the_exchange_would_refuse_is_refused_here(quantity: str, price: str, terms: Terms, words: str) -> None:
    with pytest.raises(OrderError, match=words):
        create_query(order_of(quantity=quantity, price=price), terms, Category.LINEAR, LINEAR_BTC)


@pytest.mark.parametrize("text", ["", "x" * 37, "a b", "a.b", "ä"])
def test_an_id_that_the_exchange_does_not_take_is_refused(text: str) -> None:
    order = order_of()
    object.__setattr__(order, "client_order_id", text)
    with pytest.raises(OrderError, match="1 to 36"):
        create_query(order, AT_MARKET, Category.LINEAR, LINEAR_BTC)


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_every_number_goes_out_as_exact_text_without_an_exponent(steps: int, ticks: int) -> None:
    quantity, price = steps * SPOT_BTC.quantity_step, ticks * SPOT_BTC.tick_size
    order = order_of(quantity=str(quantity), price=str(price))
    try:
        query = create_query(order, Terms(price), Category.SPOT, SPOT_BTC)
    except OrderError:
        assert quantity < SPOT_BTC.minimum_quantity or quantity * price < SPOT_BTC.minimum_notional
        return
    assert Decimal(str(query["qty"])) == quantity
    assert Decimal(str(query["price"])) == price
    assert not {"e", "E"} & set(f"{query['qty']}{query['price']}")
    assert not any(isinstance(value, float) for value in query.values())


def test_an_amendment_names_what_changes_and_fits_the_steps() -> None:
    change = Amendment(quantity=Decimal("0.02"), limit_price=Decimal("29000.1"), stop_loss=Decimal("28000.01"))
    query = amend_query(order_of(), change, Category.LINEAR, LINEAR_BTC)
    assert (query["qty"], query["price"], query["stopLoss"]) == ("0.02", "29000.1", "28000")
    assert "takeProfit" not in query
    with pytest.raises(OrderError, match="Nothing"):
        amend_query(order_of(), Amendment(), Category.LINEAR, LINEAR_BTC)
    with pytest.raises(OrderError, match="step"):
        amend_query(order_of(), Amendment(quantity=Decimal("0.0001")), Category.LINEAR, LINEAR_BTC)
