from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.matching import fill_market_order, fill_resting_order, protective_exit
from photon_desktop.trading.orders import Order, OrderPurpose, Side
from photon_desktop.trading.slippage import slipped_price

D = Decimal
STOP, TARGET = OrderPurpose.STOP, OrderPurpose.TARGET
BTC = assumed_instrument("BTCUSDT")


def order(side: Side, quantity: str = "0.5", price: str = "100") -> Order:
    return Order("p1", "t", "d", "BTCUSDT", side, D(quantity), D(price), 10, "paper")


@pytest.mark.parametrize(
    ("open_", "high", "low", "expected"),
    [
        (100, 104, 96, None),
        (100, 104, 95, (95, STOP)),
        (90, 92, 88, (90, STOP)),  # opened below the stop: the open is what there is
        (100, 110, 99, (110, TARGET)),
        (115, 118, 112, (115, TARGET)),  # opened above the target: the gain is the trader's
        (100, 112, 94, (95, STOP)),  # both in one bar count as the stop
    ],
)
def test_a_long_position_leaves_at_its_stop_or_target(open_: float, high: float, low: float, expected: object) -> None:
    assert protective_exit(True, open_, high, low, 95, 110) == expected


@pytest.mark.parametrize(
    ("open_", "high", "low", "expected"),
    [
        (100, 104, 96, None),
        (100, 105, 96, (105, STOP)),
        (108, 109, 107, (108, STOP)),
        (100, 101, 90, (90, TARGET)),
        (85, 88, 84, (85, TARGET)),
        (100, 106, 89, (105, STOP)),
    ],
)
def test_a_short_position_leaves_the_other_way(open_: float, high: float, low: float, expected: object) -> None:
    assert protective_exit(False, open_, high, low, 105, 90) == expected


def test_a_position_without_stop_and_target_stays() -> None:
    assert protective_exit(True, 1.0, 9.0, 0.5, None, None) is None
    assert protective_exit(False, 1.0, 9.0, 0.5, None, None) is None


@given(
    st.tuples(*[st.integers(1, 1000)] * 4).map(sorted),
    st.integers(1, 1000),
    st.integers(1, 1000),
    st.booleans(),
    st.booleans(),
)
def test_an_exit_is_always_at_a_price_of_the_bar(
    prices: list[int], stop: int, target: int, is_long: bool, opens_low: bool
) -> None:
    low, inner_low, inner_high, high = (D(price) for price in prices)
    open_ = inner_low if opens_low else inner_high
    reached = protective_exit(is_long, open_, high, low, D(stop), D(target))
    if reached is not None:
        assert low <= reached[0] <= high


def test_slippage_is_always_against_the_trader_and_lands_on_a_tick() -> None:
    assert slipped_price(Side.BUY, D("100.01"), D("0.0005"), BTC) == D("100.07")
    assert slipped_price(Side.SELL, D("100.01"), D("0.0005"), BTC) == D("99.95")


def test_a_fill_says_what_slippage_and_commission_cost() -> None:
    costs = CostModel(D("0.001"), D("0.001"))
    filled = fill_market_order(order(Side.BUY), D(200), 20, costs, BTC)
    assert filled.price == D("200.2")
    assert filled.commission == D("0.1001")
    assert filled.slippage == D("50.1")  # asked at 100, half a unit at 200.2
    assert filled.filled_at == 20


def test_a_better_price_than_asked_for_is_negative_slippage() -> None:
    free = CostModel(D(0), D(0))
    assert fill_market_order(order(Side.BUY), D(99), 20, free, BTC).slippage == D("-0.5")
    assert fill_market_order(order(Side.SELL), D(101), 20, free, BTC).slippage == D("-0.5")


def test_filling_the_same_order_again_gives_the_same_fill() -> None:
    first = fill_market_order(order(Side.SELL), D(99), 20, CostModel(), BTC)
    assert fill_market_order(order(Side.SELL), D(99), 20, CostModel(), BTC) == first


def test_an_order_that_rested_gets_its_price_and_pays_as_a_maker() -> None:
    costs = CostModel(D("0.001"), D("0.01"), maker_share=D("0.5"))
    filled = fill_resting_order(order(Side.SELL), D(110), 20, costs, BTC)
    assert (filled.price, filled.commission, filled.slippage) == (D(110), D("0.0275"), D(-5))
