"""Orders leave once; what is not known is asked, with patience."""

from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.orders.order_lookup import SAFE_WAIT_S
from photon_desktop.broker.bybit.orders.order_query import Amendment, Terms, TimeInForce
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import (
    CANCEL,
    CANCEL_ALL,
    CREATE,
    EXECUTIONS,
    OPEN_ORDERS,
    ORDER_HISTORY,
)
from photon_desktop.broker.errors import AmbiguousError, OrderGoneError, RefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.rates import Limit, Rates
from photon_desktop.trading.orders import OrderPurpose, OrderStatus, Side
from tests.broker.bybit.conftest import Unlimited, client_of, gateway_of, order_of
from tests.fakes.bybit_http import Fault, Reply, rate_limited
from tests.fakes.bybit_server import BybitServer

RESTING = Terms(Decimal(20_000))


def test_an_order_is_accepted_and_found_filled(server: BybitServer, gateway: OrderGateway) -> None:
    placed = gateway.place(order_of())
    assert (placed.status, placed.exchange_id) == (OrderStatus.NEW, "order-000001")
    found = gateway.look_up(order_of())
    assert (found.status, found.filled) == (OrderStatus.FILLED, Decimal("0.01"))


def test_a_spot_buy_is_in_base_units(server: BybitServer, client: TradingClient) -> None:
    gateway = gateway_of(server, client, Category.SPOT)
    gateway.place(order_of())
    assert gateway.look_up(order_of()).filled == Decimal("0.01")


def test_what_does_not_fit_never_leaves(server: BybitServer, gateway: OrderGateway) -> None:
    standing = gateway.place(order_of(quantity="0.0105"))
    assert standing.status is OrderStatus.REJECTED
    assert "step 0.001" in standing.note
    assert server.http.requests == []


def test_a_refusal_is_final_and_says_why(server: BybitServer, gateway: OrderGateway) -> None:
    server.private.rejects.append((110007, "ab not enough for new order"))
    standing = gateway.place(order_of())
    assert standing.status is OrderStatus.REJECTED
    assert "balance at Bybit does not cover" in standing.note


def test_a_passing_refusal_is_sent_again_three_times_in_all(server: BybitServer, gateway: OrderGateway) -> None:
    server.http.plan(rate_limited(0), CREATE, times=2)
    assert gateway.place(order_of()).status is OrderStatus.NEW
    server.http.plan(rate_limited(0), CREATE, times=9)
    assert gateway.place(order_of(2)).status is OrderStatus.REJECTED
    assert server.http.count(CREATE) == 6


@pytest.mark.parametrize("fault", [Fault(is_stalled=True), Fault(status=502), Fault(is_lost=True), Fault(body=b"?")])
def test_an_accepted_order_whose_answer_was_lost_is_found_by_asking(
    server: BybitServer, gateway: OrderGateway, fault: Fault
) -> None:
    server.http.plan(fault, CREATE)
    assert gateway.place(order_of()).status is OrderStatus.UNKNOWN
    assert gateway.resolve(order_of()).status is OrderStatus.FILLED
    assert server.http.count(CREATE) == 1


def test_not_found_counts_only_after_the_safe_waiting_time(server: BybitServer, gateway: OrderGateway) -> None:
    server.http.plan(Fault(is_cut=True), CREATE)
    gateway.place(order_of())
    sent_ms = server.now_ms
    assert gateway.look_up(order_of()).status is OrderStatus.UNKNOWN
    standing = gateway.resolve(order_of())
    assert standing.status is OrderStatus.REJECTED
    assert "never arrived" in standing.note
    assert server.now_ms - sent_ms >= SAFE_WAIT_S * 1_000


def test_the_safe_waiting_time_counts_from_the_last_moment_the_order_can_have_left(server: BybitServer) -> None:
    client = client_of(server, rates=Rates(server.clock_s, Unlimited(), Limit(1_000_000)))
    gateway = gateway_of(server, client)
    server.http.plan(rate_limited(server.now_ms + 5_000), CREATE)
    server.http.plan(rate_limited(server.now_ms + 10_000), CREATE)
    server.http.plan(Fault(is_cut=True), CREATE)
    gateway.place(order_of())
    server.pass_time(SAFE_WAIT_S - 1)
    assert gateway.look_up(order_of()).status is OrderStatus.UNKNOWN
    server.pass_time(1)
    assert gateway.look_up(order_of()).status is OrderStatus.REJECTED
    client.close()


def test_an_order_that_the_lists_show_late_is_not_given_up(server: BybitServer, gateway: OrderGateway) -> None:
    server.private.shows_after_ms = 9_000
    server.http.plan(Fault(is_lost=True), CREATE)
    gateway.place(order_of())
    assert gateway.resolve(order_of()).status is OrderStatus.FILLED


def test_not_found_behind_a_failing_list_is_not_known(server: BybitServer, gateway: OrderGateway) -> None:
    server.http.plan(Fault(is_cut=True), CREATE)
    gateway.place(order_of())
    server.pass_time(60)
    for path in (OPEN_ORDERS, ORDER_HISTORY, EXECUTIONS):
        server.http.plan(Fault(status=500), path, times=3)
        standing = gateway.look_up(order_of())
        assert standing.status is OrderStatus.UNKNOWN
        assert "could not be looked up" in standing.note
        server.http.forget_plans()


def test_an_order_seen_only_by_its_executions_is_known_by_them(server: BybitServer, gateway: OrderGateway) -> None:
    server.private.matching.depth = Decimal("0.004")
    server.private.matching.slice_quantity = Decimal("0.001")
    server.private.is_doubling = True
    gateway.place(order_of(1, quantity="0.004"))
    gateway.place(order_of(2))
    nothing = Fault(Reply({"list": [], "nextPageCursor": ""}))
    server.http.plan(nothing, OPEN_ORDERS, times=99)
    server.http.plan(nothing, ORDER_HISTORY, times=99)
    assert gateway.look_up(order_of(1, quantity="0.004")).status is OrderStatus.FILLED
    assert gateway.look_up(order_of(2)).status is OrderStatus.UNKNOWN
    standing = gateway.resolve(order_of(2))
    assert (standing.status, standing.filled) == (OrderStatus.CANCELLED, Decimal("0.004"))


def test_an_order_of_an_earlier_run_is_looked_up_and_not_sent(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client).place(order_of())
    later = gateway_of(server, client)
    later.remember(order_of().client_order_id)
    assert later.place(order_of()).status is OrderStatus.UNKNOWN
    assert later.look_up(order_of()).status is OrderStatus.FILLED
    assert server.http.count(CREATE) == 1


def test_an_id_that_is_used_is_looked_up(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client).place(order_of())
    forgetful = gateway_of(server, client)
    assert forgetful.place(order_of()).status is OrderStatus.UNKNOWN
    assert forgetful.resolve(order_of()).status is OrderStatus.FILLED
    assert server.private.accepted(order_of().client_order_id) == 1


def test_an_answer_of_another_order_is_not_believed(server: BybitServer, gateway: OrderGateway) -> None:
    server.http.plan(Fault(Reply({"orderId": "1", "orderLinkId": "another"})), CREATE)
    assert gateway.place(order_of()).status is OrderStatus.UNKNOWN
    assert gateway.resolve(order_of()).status is OrderStatus.REJECTED


def test_a_second_answer_to_one_request_is_not_taken_for_that_of_the_next(
    server: BybitServer, gateway: OrderGateway
) -> None:
    server.http.plan(Fault(is_doubled=True), CREATE)
    assert gateway.place(order_of(1)).status is OrderStatus.NEW
    gateway.place(order_of(2))
    assert gateway.resolve(order_of(2)).status is OrderStatus.FILLED
    assert [server.private.accepted(order_of(n).client_order_id) for n in (1, 2)] == [1, 1]


def test_the_rest_of_a_market_order_that_found_no_depth_is_cancelled(
    server: BybitServer, gateway: OrderGateway
) -> None:
    server.private.matching.depth = Decimal("0.004")
    gateway.place(order_of())
    standing = gateway.look_up(order_of())
    assert (standing.status, standing.filled) == (OrderStatus.CANCELLED, Decimal("0.004"))
    assert "0.004 of 0.01 filled" in standing.note


def test_a_resting_order_is_amended_and_cancelled(server: BybitServer, gateway: OrderGateway) -> None:
    gateway.place(order_of(), RESTING)
    gateway.amend(order_of(), Amendment(limit_price=Decimal(21_000)))
    assert server.private.matching.orders[0].price == 21_000
    assert gateway.cancel(order_of()).status is OrderStatus.CANCELLED
    with pytest.raises(OrderGoneError):
        gateway.amend(order_of(), Amendment(limit_price=Decimal(22_000)))


def test_cancelling_what_was_filled_meanwhile_finds_the_fill(server: BybitServer, gateway: OrderGateway) -> None:
    gateway.place(order_of())
    assert gateway.cancel(order_of()).status is OrderStatus.FILLED


def test_a_cancel_whose_answer_was_lost_is_looked_up(server: BybitServer, gateway: OrderGateway) -> None:
    gateway.place(order_of(), RESTING)
    server.http.plan(Fault(is_lost=True), CANCEL)
    assert gateway.cancel(order_of()).status is OrderStatus.UNKNOWN
    assert gateway.resolve(order_of()).status is OrderStatus.CANCELLED


def test_everything_is_cancelled_though_the_first_answer_was_lost(server: BybitServer, gateway: OrderGateway) -> None:
    for number in range(3):
        gateway.place(order_of(number), RESTING)
    server.http.plan(Fault(is_cut=True), CANCEL_ALL)
    gateway.cancel_all()
    assert not [order for order in server.private.matching.orders if order.is_open]
    server.http.plan(Fault(is_cut=True), CANCEL_ALL, times=3)
    with pytest.raises(AmbiguousError):
        gateway.cancel_all("BTCUSDT")


def test_a_close_reduces_only(server: BybitServer, gateway: OrderGateway) -> None:
    close = order_of(2, Side.SELL, purpose=OrderPurpose.STOP)
    assert gateway.place(close).status is OrderStatus.REJECTED
    gateway.place(order_of(1, quantity="0.004"))
    gateway.place(order_of(3, Side.SELL, purpose=OrderPurpose.STOP))
    assert server.private.matching.wallet.position("BTCUSDT").quantity == 0


def test_a_post_only_order_that_would_take_is_cancelled_with_the_reason(
    server: BybitServer, gateway: OrderGateway
) -> None:
    gateway.place(order_of(), Terms(Decimal(40_000), TimeInForce.POST_ONLY))
    standing = gateway.look_up(order_of())
    assert standing.status is OrderStatus.CANCELLED
    assert "EC_PostOnlyWillTakeLiquidity" in standing.note


def test_a_cancel_that_is_refused_is_raised(server: BybitServer, gateway: OrderGateway) -> None:
    gateway.place(order_of(), RESTING)
    server.http.plan(rate_limited(0), CANCEL)
    with pytest.raises(RefusedError):
        gateway.cancel(order_of())
    assert gateway.look_up(order_of()).status is OrderStatus.NEW


def test_a_cancel_refused_for_any_reason_of_an_order_that_is_over_says_what_became_of_it(
    server: BybitServer, gateway: OrderGateway
) -> None:
    gateway.place(order_of())
    server.http.plan(Fault(Reply(code=170142, words="Order has been canceled.")), CANCEL)
    assert gateway.cancel(order_of()).status is OrderStatus.FILLED
