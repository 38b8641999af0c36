"""Every kind of order against prices chosen by hand."""

import pytest

from photon_desktop.trading.brackets import OTHER_LEG
from photon_desktop.trading.meeting import meet
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail, TrailUnit
from photon_desktop.trading.orders import OrderPurpose, OrderStatus, Side
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.time_in_force import DAY_OVER, NOT_AT_ONCE
from tests.trading.order_samples import BTC, CLOSED, FREE, SLIPPING, D, fills, met, order, prices

BUY, SELL = Side.BUY, Side.SELL
LIMIT, STOP, STOP_LIMIT, TRAILING = OrderKind.LIMIT, OrderKind.STOP, OrderKind.STOP_LIMIT, OrderKind.TRAILING_STOP


def test_a_market_order_gets_the_first_price_after_it_was_made() -> None:
    assert fills(met(order(), prices(99, time_ns=9), prices(98, 105, 90, 97))[1]) == [(1, 98)]


@pytest.mark.parametrize(
    ("side", "limit", "range_", "expected"),
    [
        (BUY, 95, prices(100, 101, 96), []),
        (BUY, 95, prices(100, 101, 95), [(1, 95)]),  # touched
        (BUY, 95, prices(90, 101, 89), [(1, 90)]),  # opened under it: the gain is the trader's
        (SELL, 105, prices(100, 104, 96), []),
        (SELL, 105, prices(100, 107, 96), [(1, 105)]),
        (SELL, 105, prices(110, 111, 96), [(1, 110)]),
    ],
)
def test_a_limit_order_that_rests_gets_its_limit_or_a_better_open_without_slippage(
    side: Side, limit: float, range_: PriceRange, expected: list[tuple[float, float]]
) -> None:
    assert fills(met(order(side, LIMIT, limit_price=limit), range_, costs=SLIPPING)[1]) == expected


@pytest.mark.parametrize(
    ("side", "limit", "range_", "expected"),
    [
        (BUY, 110, prices(100), 101),  # a market order with a bound
        (BUY, 110, prices(109.5), 110),  # slippage stops at the limit
        (SELL, 90, prices(100), 99),
        (SELL, 90, prices(90.5), 90),
        (BUY, 110, prices(115, 116, 109), 110),  # the market ran away, then came back to it
    ],
)
def test_a_limit_order_that_trades_at_once_takes_the_open_and_slippage_up_to_its_limit(
    side: Side, limit: float, range_: PriceRange, expected: float
) -> None:
    assert fills(met(order(side, LIMIT, limit_price=limit), range_, costs=SLIPPING)[1]) == [(1, expected)]


@pytest.mark.parametrize(
    ("side", "stop", "range_", "expected"),
    [
        (SELL, 95, prices(100, 104, 96), []),
        (SELL, 95, prices(100, 104, 95), [(1, 95)]),
        (SELL, 95, prices(90, 99, 88), [(1, 90)]),  # opened beyond it: the gap is what there is
        (BUY, 105, prices(100, 104, 96), []),
        (BUY, 105, prices(100, 106, 96), [(1, 105)]),
        (BUY, 105, prices(108, 109, 96), [(1, 108)]),
    ],
)
def test_a_stop_order_gets_its_stop_or_the_gap(
    side: Side, stop: float, range_: PriceRange, expected: list[tuple[float, float]]
) -> None:
    assert fills(met(order(side, STOP, stop_price=stop), range_)[1]) == expected


def test_a_stop_order_pays_slippage() -> None:
    assert fills(met(order(SELL, STOP, stop_price=95), prices(100, 100, 94), costs=SLIPPING)[1]) == [(1, 94.05)]


@pytest.mark.parametrize(
    ("limit", "range_", "expected"),
    [
        (94, prices(100, 101, 96), []),
        (94, prices(100, 101, 95), [(1, 94.05)]),  # within the limit: slippage and all
        (95, prices(100, 101, 95), [(1, 95)]),
        (94, prices(93, 93.5, 92), []),  # gapped beyond the limit
        (94, prices(93, 96, 92, 92), [(1, 94)]),  # and came back
        (98, prices(100, 101, 94, 97), []),  # reached, and not known to have come back to the limit
        (98, prices(100, 101, 94, 99), [(1, 98)]),  # the last price says that it came back
    ],
)
def test_a_stop_limit_order_is_a_limit_order_from_its_stop_on(
    limit: float, range_: PriceRange, expected: list[tuple[float, float]]
) -> None:
    placed = order(SELL, STOP_LIMIT, stop_price=95, limit_price=limit)
    assert fills(met(placed, range_, costs=SLIPPING)[1]) == expected


def test_a_stop_limit_order_to_buy_comes_back_from_above() -> None:
    placed = order(BUY, STOP_LIMIT, stop_price=105, limit_price=106)
    assert fills(met(placed, prices(108, 109, 105.5, 108))[1]) == [(1, 106)]


def test_a_triggered_stop_limit_order_waits_at_its_limit() -> None:
    placed = order(SELL, STOP_LIMIT, stop_price=95, limit_price=94)
    after, happened = met(placed, prices(92), prices(93), prices(93, 94.5), costs=SLIPPING)
    assert [change.status for change in happened] == [OrderStatus.TRIGGERED, OrderStatus.FILLED]
    assert (fills(happened), after.is_triggered) == ([(1, 94)], True)


def test_a_trailing_stop_follows_the_best_price_and_never_goes_back() -> None:
    placed = order(SELL, TRAILING, trail=Trail(D(5)))
    after, happened = met(placed, prices(100), prices(103, 104, 102), prices(101, 102, 100))
    assert (after.stop_price, [change.status for change in happened]) == (D(99), [OrderStatus.NEW] * 2)
    assert fills(met(after, prices(100, 100, 98))[1]) == [(1, 99)]
    assert fills(met(after, prices(97))[1]) == [(1, 97)]


def test_a_trailing_stop_to_buy_follows_downwards_by_a_share_of_the_price() -> None:
    placed = order(BUY, TRAILING, trail=Trail(D("0.1"), TrailUnit.SHARE))
    after, _ = met(placed, prices(100), prices(90.05, 91, 90.05))
    assert after.stop_price == D("99.06")  # 99.055, at the tick away from the price
    assert fills(met(after, prices(95, 99.1))[1]) == [(1, 99.06)]


@pytest.mark.parametrize(
    ("range_", "stop", "expected"),
    [
        (prices(100, 110, 96, 108), 105, []),  # 96 came before 110, as is assumed
        (prices(100, 110, 96, 104), 105, [(1, 105)]),  # 104 came after 110, as is certain
        (prices(100, 110, 95, 108), 95, [(1, 95)]),  # tried where the open put it, before it follows the high
    ],
)
def test_a_trailing_stop_takes_the_worst_price_of_a_bar_before_the_best(
    range_: PriceRange, stop: float, expected: list[tuple[float, float]]
) -> None:
    after, happened = met(order(SELL, TRAILING, trail=Trail(D(5))), range_)
    assert (after.stop_price, fills(happened)) == (D(stop), expected)


def test_a_trailing_stop_may_begin_where_it_is_told_to() -> None:
    placed = order(SELL, TRAILING, trail=Trail(D(5)), stop_price=98)
    assert met(placed, prices(100))[1] == []
    assert fills(met(placed, prices(97))[1]) == [(1, 97)]


def test_an_order_takes_its_share_of_the_volume_and_the_rest_waits() -> None:
    after, happened = met(order(), prices(100, volume=6), prices(101, volume=0), prices(102, volume=100))
    assert fills(happened) == [(0.6, 100), (0.4, 102)]
    assert [change.status for change in happened] == [OrderStatus.PARTIALLY_FILLED, OrderStatus.FILLED]
    assert [change.fill.fill_id for change in happened if change.fill] == ["p1-1", "p1-2"]
    assert (after.filled, after.filled_value, after.parts) == (D(1), D("100.8"), 2)


def test_a_stop_that_was_reached_goes_on_as_a_market_order() -> None:
    placed = order(SELL, STOP, stop_price=95)
    happened = met(placed, prices(100, 100, 94, volume=0), prices(97, volume=5), prices(99, volume=9))[1]
    assert fills(happened) == [(0.5, 97), (0.5, 99)]
    assert happened[0].status is OrderStatus.TRIGGERED


def test_orders_share_the_volume_the_oldest_first() -> None:
    first, second = order(name="p1"), order(name="p2")
    changes = meet((first, second), prices(100, volume=15), FREE, BTC)
    assert [(change.order.client_order_id, change.order.filled) for change in changes] == [
        ("p1", D(1)), ("p2", D("0.5")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "more", "range_", "expected"),
    [
        (OrderKind.MARKET, {}, prices(100, volume=5), [(0.5, 100)]),
        (OrderKind.MARKET, {}, prices(100, volume=0), []),
        (LIMIT, {"limit_price": 101}, prices(100, 105), []),  # the first price counts, not the best
    ],
)
def test_an_immediate_order_takes_what_is_there_and_the_rest_is_cancelled(
    kind: OrderKind, more: dict[str, object], range_: PriceRange, expected: list[tuple[float, float]]
) -> None:
    happened = met(order(SELL, kind, time_in_force=TimeInForce.IMMEDIATE_OR_CANCEL, **more), range_)[1]
    assert (fills(happened), happened[-1].status) == (expected, OrderStatus.CANCELLED)
    assert happened[-1].note == NOT_AT_ONCE


def test_an_immediate_order_that_is_filled_is_not_cancelled() -> None:
    happened = met(order(time_in_force=TimeInForce.IMMEDIATE_OR_CANCEL), prices(100))[1]
    assert [change.status for change in happened] == [OrderStatus.FILLED]


def test_a_day_order_fills_until_its_day_ends_and_then_expires() -> None:
    placed = order(SELL, LIMIT, limit_price=105, time_in_force=TimeInForce.DAY, expires_at=20)
    assert fills(met(placed, prices(106, time_ns=19))[1]) == [(1, 106)]
    (change,) = met(placed, prices(106, time_ns=20))[1]
    assert (change.status, change.fill, change.note) == (OrderStatus.EXPIRED, None, DAY_OVER)


@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        (prices(100, 104, 96), {}),
        (prices(100, 106, 96), {"target": OrderStatus.FILLED, "stop": OrderStatus.CANCELLED}),
        (prices(100, 104, 94), {"target": OrderStatus.CANCELLED, "stop": OrderStatus.FILLED}),
        (prices(100, 106, 94), {"target": OrderStatus.CANCELLED, "stop": OrderStatus.FILLED}),  # both: the stop
        (prices(100, 106, 94, volume=1), {"target": OrderStatus.NEW, "stop": OrderStatus.PARTIALLY_FILLED}),
        (prices(100, 106, 96, volume=1), {"target": OrderStatus.PARTIALLY_FILLED, "stop": OrderStatus.NEW}),
        (prices(100, 106, 94, volume=0), {"stop": OrderStatus.TRIGGERED}),
    ],
)
def test_of_a_bracket_one_order_cancels_the_other(range_: PriceRange, expected: dict[str, OrderStatus]) -> None:
    target = order(SELL, LIMIT, "target", limit_price=105, group="g")
    stop = order(SELL, STOP, "stop", stop_price=95, group="g")
    bystander = order(SELL, LIMIT, "other", limit_price=200, group="h")
    changes = meet((target, bystander, stop), range_, FREE, BTC)
    assert {change.order.client_order_id: change.status for change in changes} == expected
    assert all(change.note == OTHER_LEG for change in changes if change.status is OrderStatus.CANCELLED)


def test_a_part_of_one_leg_leaves_the_other_to_guard_the_rest() -> None:
    target = order(SELL, LIMIT, "target", limit_price=105, group="g")
    stop = order(SELL, STOP, "stop", stop_price=95, group="g")
    part, rest = meet((target, stop), prices(100, 106, 96, volume=4), FREE, BTC)
    assert (part.order.remaining, rest.order.quantity, rest.order.filled) == (D("0.6"), D("0.6"), D(0))
    out, gone = meet((part.order, rest.order), prices(96, 97, 90, time_ns=20), FREE, BTC)
    assert (fills([out]), out.status) == ([(0.6, 95)], OrderStatus.FILLED)
    assert (gone.order.client_order_id, gone.status, gone.note) == ("target", OrderStatus.CANCELLED, OTHER_LEG)


def test_a_leg_that_comes_after_a_part_of_another_waits_for_what_is_left() -> None:
    first = order(SELL, STOP, "first", stop_price=95, group="g", quantity="0.4")
    second = order(SELL, STOP, "second", stop_price=96, group="g")
    done, gone = meet((first, second), prices(100, 101, 90), FREE, BTC)
    assert (done.status, gone.status, gone.fill) == (OrderStatus.FILLED, OrderStatus.CANCELLED, None)
    first = order(SELL, STOP, "first", stop_price=95, group="g")
    less = meet((first, second), prices(90, volume=3), FREE, BTC)[1]
    assert (less.order.client_order_id, less.order.quantity) == ("second", D("0.7"))


def test_a_leg_that_another_has_filled_to_its_end_in_parts_is_cancelled() -> None:
    target = order(SELL, LIMIT, "target", limit_price=105, group="g")
    small = order(SELL, STOP, "stop", stop_price=95, group="g", quantity="0.3")
    part, gone = meet((target, small), prices(100, 106, 96, volume=5), FREE, BTC)
    assert (part.status, gone.status) == (OrderStatus.PARTIALLY_FILLED, OrderStatus.CANCELLED)


def test_an_immediate_leg_that_gets_a_part_leaves_the_other_the_rest() -> None:
    now = order(SELL, LIMIT, "now", limit_price=99, group="g", time_in_force=TimeInForce.IMMEDIATE_OR_CANCEL)
    stop = order(SELL, STOP, "stop", stop_price=95, group="g")
    changes = meet((now, stop), prices(100, volume=4), FREE, BTC)
    assert [(change.order.client_order_id, change.status) for change in changes] == [
        ("now", OrderStatus.PARTIALLY_FILLED), ("stop", OrderStatus.NEW), ("now", OrderStatus.CANCELLED),
    ]  # fmt: skip
    assert changes[1].order.quantity == D("0.6")


def test_prices_that_reach_a_stop_it_can_not_fill_at_do_not_fill_the_target_either() -> None:
    target = order(SELL, LIMIT, "target", limit_price=105, group="g")
    stop = order(SELL, STOP_LIMIT, "stop", stop_price=95, limit_price=96, group="g")
    (change,) = meet((target, stop), prices(100, 106, 89, 93), FREE, BTC)
    assert (change.order.client_order_id, change.status) == ("stop", OrderStatus.TRIGGERED)
    assert [each.status for each in meet((target, change.order), prices(100, 106, 95, time_ns=20), FREE, BTC)] == [
        OrderStatus.FILLED, OrderStatus.CANCELLED,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"limit_price": "105.001"}, "tick 0.01; the nearest price is 105"),
        ({"limit_price": 105, "quantity": "0.000015"}, "step 0.00001"),
        ({"limit_price": 105, "quantity": "0.01", "purpose": OrderPurpose.SIGNAL}, "under BTCUSDT's minimum 5"),
    ],
)
def test_a_waiting_order_off_the_market_s_steps_is_refused(more: dict[str, object], word: str) -> None:
    (change,) = met(order(SELL, LIMIT, **more), prices(100))[1]
    assert (change.status, change.fill) == (OrderStatus.REJECTED, None)
    assert word in change.note


def test_what_is_left_of_a_decision_s_order_may_be_under_the_minimum() -> None:
    placed = order(SELL, LIMIT, limit_price=105, quantity="0.05", purpose=OrderPurpose.SIGNAL)
    assert fills(met(placed, prices(105, volume="0.4"), prices(105))[1]) == [(0.04, 105), (0.01, 105)]  # type: ignore[arg-type]


def test_an_order_waits_no_longer_once_it_ended_and_of_an_unknown_one_nobody_knows() -> None:
    ended = {status for status in OrderStatus if OrderChange(order(), status).is_final}
    assert ended == set(CLOSED)
