"""The twin's books beside the account's, and what the difference is made of."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.matching import fill_market_order
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.twin import TradingCost, Twin, is_decided, takes_part
from tests.trading.order_samples import BTC, D

SYMBOL = BTC.symbol
COSTS = CostModel(D("0.001"), D("0.01"))
NAMES = ("BTCUSDT", "ETHUSDT")


def order(number: int, side: Side = Side.BUY, quantity: str = "2", price: str = "100", **more: object) -> Order:
    settled = {"created_at": number, "mode": "paper", "purpose": OrderPurpose.SIGNAL, "symbol": SYMBOL, **more}
    return Order(
        client_order_id=f"p{number}", trace_id="t", decision_id="d", side=side, quantity=D(quantity),
        requested_price=D(price), **settled,  # type: ignore[arg-type]
    )  # fmt: skip


def filled(placed: Order, price: str, quantity: str | None = None) -> Fill:
    """The order at `price` before costs, whole or in part."""
    whole = fill_market_order(placed, D(price), placed.created_at + 1, COSTS, BTC)
    if quantity is None:
        return whole
    share = D(quantity) / whole.quantity
    return replace(whole, quantity=D(quantity), commission=whole.commission * share, slippage=whole.slippage * share)


def test_a_round_trip_costs_its_fees_and_what_it_paid_beyond_the_prices_asked_for() -> None:
    buy, sell = order(1), order(2, Side.SELL, price="110")
    bought, sold = filled(buy, "101"), filled(sell, "109")
    assert (bought.price, sold.price) == (D("102.01"), D("107.91"))
    twin = Twin().ordered(buy).filled(bought).ordered(sell).filled(sold)
    assert twin.books.cash == D(20)
    cost = twin.cost()
    assert cost == TradingCost(fees=D("0.41984"), slippage=D("8.2"), delay=ZERO)
    assert twin.account.cash == D(20) - cost.total


def test_an_order_that_no_price_came_for_is_filled_by_the_twin_and_its_gain_is_the_delay() -> None:
    twin = Twin().ordered(order(1)).at({SYMBOL: D(103)})
    assert twin.cost() == TradingCost(delay=D(6))
    assert twin.at({SYMBOL: D(99)}).cost() == TradingCost(delay=D(-2))


def test_what_was_filled_in_part_is_whole_in_the_twin() -> None:
    buy = order(1)
    twin = Twin().ordered(buy).filled(filled(buy, "100", "0.5")).at({SYMBOL: D(110)})
    assert twin.cost().delay == D("1.5") * 10


@pytest.mark.parametrize("purpose", [each for each in OrderPurpose if each is not OrderPurpose.SIGNAL])
def test_an_exit_closes_what_the_twin_holds_not_what_the_account_did(purpose: OrderPurpose) -> None:
    buy = order(1)
    stop = order(2, Side.SELL, "0.5", "95", purpose=purpose)
    twin = Twin().ordered(buy).filled(filled(buy, "100", "0.5")).ordered(stop)
    assert not twin.books.position(SYMBOL).is_open
    assert twin.books.cash == D(-10)


def test_a_decision_to_sell_all_the_account_holds_sells_all_the_twin_holds() -> None:
    buy = order(1)
    held = Twin().ordered(buy).filled(filled(buy, "100", "0.5"))
    assert not held.ordered(order(2, Side.SELL, "0.5")).books.position(SYMBOL).is_open
    assert held.ordered(order(2, Side.SELL, "0.2")).books.position(SYMBOL).quantity == D("1.8")
    assert held.ordered(order(2, Side.SELL, "0.8")).books.position(SYMBOL).quantity == D("-0.3")


def test_an_exit_of_what_the_twin_does_not_hold_does_nothing_but_tell_a_price() -> None:
    twin = Twin().ordered(order(1, Side.SELL, purpose=OrderPurpose.FLATTEN, price="97"))
    assert (twin.books, twin.prices, twin.cost()) == (Account(), {SYMBOL: D(97)}, TradingCost())


def test_a_decision_that_adds_or_sells_short_is_taken_whole() -> None:
    assert Twin().ordered(order(1, Side.SELL)).books.position(SYMBOL).quantity == D(-2)
    buy = order(1)
    twin = Twin().ordered(buy).filled(filled(buy, "100")).ordered(order(2))
    assert twin.books.position(SYMBOL).quantity == D(4)


@pytest.mark.parametrize(
    ("status", "parts", "takes", "decided"),
    [
        (OrderStatus.NEW, 0, True, False),
        (OrderStatus.UNKNOWN, 0, True, False),
        (OrderStatus.PARTIALLY_FILLED, 1, True, True),
        (OrderStatus.FILLED, 1, True, True),
        (OrderStatus.EXPIRED, 0, True, True),
        (OrderStatus.REJECTED, 0, True, True),
        (OrderStatus.CANCELLED, 0, False, True),
        (OrderStatus.CANCELLED, 1, True, True),
    ],
)
def test_only_an_order_taken_back_before_any_fill_is_left_out(
    status: OrderStatus, parts: int, takes: bool, decided: bool
) -> None:
    placed = replace(order(1), parts=parts, filled=D(parts), filled_value=D(100 * parts))
    assert (takes_part(placed, status), is_decided(placed, status)) == (takes, decided)


Traded = list[tuple[Order, list[Fill]]]


@st.composite
def sessions(draw: st.DrawFn, is_whole: bool = False) -> Traded:
    """Orders of any purpose, each filled whole, in parts, or not at all, at prices around the one asked for."""
    cents = st.integers(50_00, 150_00).map(lambda number: D(number) / 100)
    made: Traded = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        quantity = D(draw(st.integers(1, 400))) / 1_000
        placed = order(
            number, draw(st.sampled_from(Side)), str(quantity), str(draw(cents)), symbol=draw(st.sampled_from(NAMES)),
            purpose=draw(st.sampled_from(OrderPurpose if not is_whole else (OrderPurpose.SIGNAL,))),
        )  # fmt: skip
        parts = [quantity] if is_whole else draw(st.sampled_from([[], [quantity], [quantity / 4, quantity / 2]]))
        fills = [
            replace(
                filled(placed, str(draw(cents)), str(part)), fill_id=f"{number}-{place}",
                commission=D(draw(st.integers(0, 1_000))) / 10**8,
            )
            for place, part in enumerate(parts)
        ]  # fmt: skip
        made.append((placed, fills))
    return made


def folded(session: Traded) -> Twin:
    twin = Twin()
    for placed, fills in session:
        twin = twin.ordered(placed)
        for fill in fills:
            twin = twin.filled(fill)
    return twin


@settings(max_examples=200, deadline=None)
@given(sessions())
def test_the_parts_sum_to_the_whole_difference_exactly(session: Traded) -> None:
    twin, fills = folded(session), [fill for _, made in session for fill in made]
    cost = twin.cost()
    assert cost.fees + cost.slippage + cost.delay == cost.total
    assert cost.total == twin.books.equity(twin.prices) - twin.account.equity(twin.prices)
    assert cost.fees == sum((fill.commission for fill in fills), ZERO)
    assert cost.slippage == sum((fill.slippage for fill in fills), ZERO)


@settings(max_examples=200, deadline=None)
@given(sessions(is_whole=True))
def test_where_every_order_is_filled_whole_before_the_next_nothing_is_left_to_delay(session: Traded) -> None:
    twin = folded(session)
    for name in NAMES:
        assert twin.books.position(name).quantity == twin.account.position(name).quantity
    assert abs(twin.cost().delay) <= D("0.00000001") * len(session)  # the rounding of the books


def test_an_account_without_costs_is_its_own_twin() -> None:
    buy = order(1)
    free = fill_market_order(buy, buy.requested_price, 2, CostModel(ZERO, ZERO), BTC)
    twin = Twin().ordered(buy).filled(free)
    assert twin.cost() == TradingCost()
    assert twin.books.position(SYMBOL) == replace(twin.account.position(SYMBOL), opened_at=1)
