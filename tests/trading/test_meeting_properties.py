"""What holds for any order and any prices: about a hundred markets everyday, two thousand where there is time."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.meeting import meet
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail, TrailUnit
from photon_desktop.trading.orders import Order, OrderStatus, Side
from photon_desktop.trading.price_range import PriceRange
from tests.trading.order_samples import BTC, CLOSED, FREE, D, order

END = 1_000
EVERYDAY, THOROUGH = settings(max_examples=100, deadline=None), settings(max_examples=2_000, deadline=None)
Check = Callable[[Any], None]
LIMIT, STOP, TRAILING = OrderKind.LIMIT, OrderKind.STOP, OrderKind.TRAILING_STOP


def cents(lowest: int = 90_00, highest: int = 110_00) -> st.SearchStrategy[Decimal]:
    return st.integers(lowest, highest).map(lambda number: D(number) / 100)


@st.composite
def ranges(draw: st.DrawFn, count: int = 8) -> list[PriceRange]:
    """Prices of any kind that follow each other, from the time 5 on; an order is made at 10."""
    made = []
    for number in range(draw(st.integers(1, count))):
        low, one, two, high = sorted(draw(st.tuples(*[cents()] * 4)))
        open_, close = draw(st.sampled_from([(one, two), (two, one), (low, high), (high, low)]))
        volume = draw(st.none() | st.integers(0, 30).map(D))
        made.append(
            PriceRange(5 * number + 5, open_, high, low, close, volume, draw(st.sampled_from([ZERO, D("0.02")])))
        )
    return made


@st.composite
def orders(draw: st.DrawFn, name: str = "p1", kinds: tuple[OrderKind, ...] = tuple(OrderKind)) -> Order:
    kind, side = draw(st.sampled_from(kinds)), draw(st.sampled_from(Side))
    more: dict[str, object] = {}
    if kind in (LIMIT, OrderKind.STOP_LIMIT):
        more["limit_price"] = draw(cents())
    if kind in (STOP, OrderKind.STOP_LIMIT):
        more["stop_price"] = draw(cents())
    if kind is TRAILING:
        more["trail"] = draw(trails())
    in_force = draw(st.sampled_from([each for each in TimeInForce if each is not TimeInForce.IMMEDIATE_OR_CANCEL]))
    if not kind.is_stop:
        in_force = draw(st.sampled_from(TimeInForce))
    if in_force is TimeInForce.DAY:
        more["expires_at"] = draw(st.integers(10, 50))
    quantity = draw(st.integers(1, 300_000)) * D("0.00001")
    return order(side, kind, name, quantity=quantity, requested_price=draw(cents()), time_in_force=in_force, **more)


def trails() -> st.SearchStrategy[Trail]:
    in_money = cents(1, 5_00).map(Trail)
    return in_money | st.integers(1, 400).map(lambda number: Trail(D(number) / 10_000, TrailUnit.SHARE))


costs = st.builds(
    CostModel,
    commission_rate=st.sampled_from([D(0), D("0.001")]),
    slippage_rate=st.sampled_from([D(0), D("0.0005"), D("0.02")]),
    minimum_commission=st.sampled_from([D(0), D(2)]),
    maker_share=st.sampled_from([D(0), D("0.5"), D(1)]),
    slippage_model=st.sampled_from(SlippageModel),
    volume_share=st.sampled_from([D("0.05"), D("0.1"), D(1)]),
)


def play(
    placed: tuple[Order, ...], prices: list[PriceRange], model: CostModel = FREE
) -> list[tuple[PriceRange, OrderChange]]:
    """All that happens to the orders, with the prices that made it happen."""
    happened: list[tuple[PriceRange, OrderChange]] = []
    standing = {each.client_order_id: each for each in placed}
    for each in prices:
        for change in meet(tuple(standing.values()), each, model, BTC):
            happened.append((each, change))
            if change.status in CLOSED:
                standing.pop(change.order.client_order_id, None)
            else:
                standing[change.order.client_order_id] = change.order
    return happened


def check_bounds(case: tuple[Order, list[PriceRange], CostModel]) -> None:
    """Never more than ordered or than the share of the volume, never worse than the limit, never too early."""
    placed, prices, model = case
    happened = play((placed,), prices, model)
    filled = ZERO
    for each, change in happened:
        fill = change.fill
        if fill is None:
            continue
        filled += fill.quantity
        assert change.order.filled == filled <= placed.quantity
        assert fill.filled_at == each.time_ns >= placed.created_at
        assert placed.expires_at is None or fill.filled_at < placed.expires_at
        assert fill.quantity % BTC.quantity_step == 0
        assert fill.price > 0 and fill.price % BTC.tick_size == 0
        assert fill.commission >= 0
        if each.volume is not None:
            assert fill.quantity <= each.volume * model.volume_share
        if placed.limit_price is not None:
            assert (fill.price - placed.limit_price) * placed.side.sign <= 0
    ends = [change.status for _, change in happened if change.status in CLOSED]
    assert len(ends) <= 1
    assert (ends == [OrderStatus.FILLED]) == (filled == placed.quantity)
    names = [change.fill.fill_id for _, change in happened if change.fill is not None]
    assert names == [f"p1-{number}" for number in range(1, len(names) + 1)]


def check_prices(case: tuple[Order, list[PriceRange]]) -> None:
    """Without slippage every fill is at a price of its range; one that waits for its stop never at a better one."""
    placed, prices = case
    for each, change in play((placed,), prices):
        if change.fill is not None:
            assert each.low <= change.fill.price <= each.high
            if placed.kind is STOP and change.order.parts == 1 and change.fill.price != each.open:
                assert change.fill.price == placed.stop_price


def check_bracket(case: tuple[Order, Order, list[PriceRange], CostModel]) -> None:
    """Of a bracket no more is filled than was ordered, both legs wait for the same rest, and they end together."""
    legs, prices, model = bracket(*case[:2]), *case[2:]
    standing = {each.client_order_id: each for each in legs}
    filled = ZERO
    for each in prices:
        ends: list[OrderStatus] = []
        for change in meet(tuple(standing.values()), each, model, BTC):
            filled += ZERO if change.fill is None else change.fill.quantity
            standing[change.order.client_order_id] = change.order
            if change.status in CLOSED:
                ends.append(change.status)
                standing.pop(change.order.client_order_id)
        assert filled <= legs[0].quantity
        if OrderStatus.FILLED in ends:
            assert not standing
            assert filled == legs[0].quantity
        assert all(left.remaining == legs[0].quantity - filled for left in standing.values())


def check_restart_of_bracket(case: tuple[Order, Order, list[PriceRange], CostModel]) -> None:
    """What the legs share stands in the legs: it is known after a restart."""
    check_restart((list(bracket(*case[:2])), *case[2:]))


def bracket(target: Order, stop: Order) -> tuple[Order, Order]:
    """Two legs of one quantity."""
    return replace(target, group="g"), replace(stop, group="g", side=target.side, quantity=target.quantity)


def check_shared_volume(case: tuple[list[Order], list[PriceRange], CostModel]) -> None:
    """All orders together take no more than the share of the volume."""
    placed, prices, model = case
    named = tuple(replace(each, client_order_id=f"p{number}") for number, each in enumerate(placed))
    happened = play(named, prices, model)
    for each in prices:
        taken = sum((change.fill.quantity for when, change in happened if when is each and change.fill), ZERO)
        assert each.volume is None or taken <= each.volume * model.volume_share


def check_tighter(case: tuple[Side, Decimal, Decimal, bool, list[PriceRange]]) -> None:
    """A tighter stop, trailing or not, never exits later than a looser one, and a trailing one never loosens."""
    side, near, far, is_trailing, prices = case
    tight, loose = sorted((near, far))
    exits = []
    for distance in (tight, loose):
        if is_trailing:
            placed = order(side, TRAILING, trail=Trail(distance))
        else:
            placed = order(side, STOP, stop_price=100 + side.sign * distance)
        happened = play((placed,), prices)
        stops = [change.order.stop_price for _, change in happened if change.order.stop_price is not None]
        assert all((later - earlier) * side.sign <= 0 for earlier, later in pairwise(stops))
        exits.append(next((each.time_ns for each, change in happened if change.order.is_triggered), END))
    assert exits[0] <= exits[1]


def check_restart(case: tuple[list[Order], list[PriceRange], CostModel]) -> None:
    """Orders rebuilt from what is kept of them meet the next prices as if nothing had been."""
    placed, prices, model = case
    named = tuple(replace(each, client_order_id=f"p{number}") for number, each in enumerate(placed))
    whole = play(named, prices, model)
    for cut in range(len(prices) + 1):
        before = play(named, prices[:cut], model)
        standing = {each.client_order_id: each for each in named}
        for _, change in before:
            standing[change.order.client_order_id] = replace(change.order)
        ended = {change.order.client_order_id for _, change in before if change.status in CLOSED}
        left = tuple(each for name, each in standing.items() if name not in ended)
        assert before + play(left, prices[cut:], model) == whole


distances = cents(1, 9_00)
targets, stops = orders("target", (LIMIT,)), orders("stop", (STOP, TRAILING, OrderKind.STOP_LIMIT))
PROPERTIES: dict[str, tuple[Check, st.SearchStrategy[Any]]] = {
    "bounds": (check_bounds, st.tuples(orders(), ranges(), costs)),
    "prices": (check_prices, st.tuples(orders(), ranges())),
    "bracket": (check_bracket, st.tuples(targets, stops, ranges(), costs)),
    "restart of a bracket": (check_restart_of_bracket, st.tuples(targets, stops, ranges(5), costs)),
    "shared volume": (check_shared_volume, st.tuples(st.lists(orders(), min_size=2, max_size=4), ranges(4), costs)),
    "tighter": (check_tighter, st.tuples(st.sampled_from(Side), distances, distances, st.booleans(), ranges())),
    "restart": (check_restart, st.tuples(st.lists(orders(), min_size=1, max_size=3), ranges(5), costs)),
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_whatever_the_market_does(name: str) -> None:
    hold(name, EVERYDAY)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", PROPERTIES)
def test_whatever_two_thousand_markets_do(name: str) -> None:
    hold(name, THOROUGH)


def hold(name: str, how: settings) -> None:
    check, cases = PROPERTIES[name]

    @how
    @given(cases)
    def holds(case: Any) -> None:
        check(case)

    holds()
