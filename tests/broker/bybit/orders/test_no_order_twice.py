"""Whatever goes wrong on the way, no order is sent twice, and every accepted one is found."""

import os
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.orders.order_lookup import Standing
from photon_desktop.broker.bybit.orders.order_query import AT_MARKET, Terms
from photon_desktop.broker.bybit.rest.trading_door import CANCEL, CREATE, EXECUTIONS, OPEN_ORDERS, ORDER_HISTORY
from photon_desktop.broker.errors import BrokerError
from photon_desktop.trading.orders import Order, OrderStatus
from tests.broker.bybit.conftest import KEY, SECRET, client_of, gateway_of, order_of
from tests.fakes.bybit_http import Fault, Reply, rate_limited
from tests.fakes.bybit_private import BybitPrivate
from tests.fakes.bybit_server import BybitServer

TIMEOUT_S = 0.04
ANOTHER = {"orderId": "9", "orderLinkId": "another"}
PASSING = {"rate": rate_limited(0), "clock": Fault(Reply(code=10002, words="invalid request, req_timestamp"))}
FATES = {
    "well": Fault(),
    "lost": Fault(is_lost=True),
    "cut": Fault(is_cut=True),
    "error after": Fault(status=502),
    "error before": Fault(Reply(), status=502),
    "garbled after": Fault(body=b"<html>"),
    "garbled before": Fault(Reply(), body=b"<html>"),
    "server error after": Fault(body=b'{"retCode":10016,"retMsg":"Server error","result":{}}'),
    "server error before": Fault(Reply(code=10016, words="Server error")),
    "unknown code after": Fault(body=b'{"retCode":3999,"retMsg":"?","result":{}}'),
    "answer of another": Fault(Reply(ANOTHER)),
    "doubled": Fault(is_doubled=True),
    "refused": Fault(Reply(code=110007, words="ab not enough")),
    "silence after": Fault(is_stalled=True),
    "silence before": Fault(is_hung=True),
    "slow": Fault(late_s=TIMEOUT_S * 2),
    "late": Fault(delay_s=TIMEOUT_S * 1.5),
    **PASSING,
}
LOOKUPS = {name: fault for name, fault in FATES.items() if name not in ("refused", "late")} | {
    "nothing": Fault(Reply(code=10001, words="params error"))
}
fates = st.lists(st.sampled_from(sorted(FATES)), max_size=4)
lookups = st.lists(
    st.tuples(st.sampled_from((OPEN_ORDERS, ORDER_HISTORY, EXECUTIONS)), st.sampled_from(sorted(LOOKUPS)))
)
plans = st.fixed_dictionaries(
    {
        "create": fates,
        "lookup": lookups,
        "cancel": fates,
        "is_resting": st.booleans(),
        "is_cancelled": st.booleans(),
        "is_placed_again": st.booleans(),
        "depth": st.sampled_from((None, "0.004")),
        "shows_after_ms": st.sampled_from((0, 0, 800, 8_000)),
    }
)


@pytest.fixture(scope="module")
def long_server() -> Iterator[BybitServer]:
    before = os.environ.get("NO_PROXY")
    os.environ["NO_PROXY"] = "127.0.0.1"
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        yield running
    os.environ.pop("NO_PROXY")
    if before is not None:
        os.environ["NO_PROXY"] = before


def requests_of(server: BybitServer, order: Order) -> int:
    return sum(r.path == CREATE and order.client_order_id in r.signed_text for r in server.http.requests)


def expected_requests(create: list[str]) -> int:
    passing = 0
    while passing < len(create) and create[passing] in PASSING:
        passing += 1
    return min(3, passing + 1)


def live(server: BybitServer, gateway: OrderGateway, order: Order, plan: dict) -> Standing:  # type: ignore[type-arg]
    """Place, look up, place again and cancel `order` as `plan` says, through its faults; what the look-up said."""
    matching = server.private.matching
    matching.depth = plan["depth"] and Decimal(plan["depth"])
    server.private.shows_after_ms = plan["shows_after_ms"]
    for name in plan["create"]:
        server.http.plan(FATES[name], CREATE)
    gateway.place(order, Terms(Decimal(20_000)) if plan["is_resting"] else AT_MARKET)
    assert requests_of(server, order) == expected_requests(plan["create"])
    for path, name in plan["lookup"]:
        server.http.plan(LOOKUPS[name], path)
    said = gateway.resolve(order, patience_s=3)
    if plan["is_placed_again"]:
        assert gateway.place(order).status is OrderStatus.UNKNOWN
    for name in plan["cancel"]:
        server.http.plan(FATES[name], CANCEL)
    if plan["is_cancelled"]:
        with suppress(BrokerError):
            gateway.cancel(order)
    server.http.forget_plans()
    assert requests_of(server, order) == expected_requests(plan["create"])
    return said


def check(server: BybitServer, order: Order, said: Standing, standing: Standing) -> None:
    """What the gateway says is what the exchange has, and a final word of it was final."""
    if said.status not in (OrderStatus.UNKNOWN, OrderStatus.NEW):
        assert standing.status is said.status
    accepted = [kept for kept in server.private.matching.orders if kept.link_id == order.client_order_id]
    assert len(accepted) <= 1
    if not accepted:
        assert standing.status is OrderStatus.REJECTED
        return
    kept = accepted[0]
    words = {"Filled": OrderStatus.FILLED, "Cancelled": OrderStatus.CANCELLED}
    assert standing.status is words.get(kept.status, OrderStatus.NEW)
    assert standing.filled == kept.filled


def run(server: BybitServer, every: list[dict]) -> None:  # type: ignore[type-arg]
    server.private = BybitPrivate(server.market, server.http, server.server_ms)
    server.http.requests.clear()
    client = client_of(server, TIMEOUT_S)
    gateway = gateway_of(server, client)
    client.measure_clock()
    try:
        said = [live(server, gateway, order_of(number), plan) for number, plan in enumerate(every)]
        server.private.shows_after_ms = 0
        for number in range(len(every)):
            check(server, order_of(number), said[number], gateway.resolve(order_of(number)))
    finally:
        client.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(plans, min_size=1, max_size=3))
def test_no_order_is_sent_twice_and_every_accepted_one_is_found(
    long_server: BybitServer,
    every: list[dict],  # type: ignore[type-arg]
) -> None:
    run(long_server, every)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(plans, min_size=1, max_size=4))
def test_no_order_is_sent_twice_in_four_hundred_bad_days(
    long_server: BybitServer,
    every: list[dict],  # type: ignore[type-arg]
) -> None:
    run(long_server, every)
