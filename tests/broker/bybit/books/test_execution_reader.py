"""Each execution is handed out once, in order, whatever the list does."""

import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.broker.bybit.books.execution_reader import ExecutionCursor, ExecutionReader
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import EXECUTIONS
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from tests.broker.bybit.conftest import KEY, SECRET, client_of, gateway_of, order_of
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_private import BybitPrivate
from tests.fakes.bybit_server import OPENING_MS, BybitServer

START = ExecutionCursor.starting(OPENING_MS)
DAY_S = 86_400


def reader_of(client: TradingClient) -> ExecutionReader:
    return ExecutionReader(client, Category.LINEAR, lambda symbol: (symbol.removesuffix("USDT"), "USDT"))


def true_ids(server: BybitServer, kind: str = "Trade") -> list[str]:
    return [done.exec_id for done in server.private.matching.executions if done.kind == kind]


def test_executions_come_once_and_in_order_over_pages(server: BybitServer, client: TradingClient) -> None:
    server.private.page_size = 3
    server.private.matching.slice_quantity = Decimal("0.001")
    gateway_of(server, client).place(order_of())
    batch = reader_of(client).read(START)
    assert [one.execution_id for one in batch.executions] == true_ids(server)
    assert len(batch.executions) == 10
    again = reader_of(client).read(batch.cursor)
    assert again.executions == ()
    gateway_of(server, client).place(order_of(2))
    more = reader_of(client).read(again.cursor)
    assert [one.execution_id for one in more.executions] == true_ids(server)[10:]


def test_funding_is_handed_out_beside_the_trades(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client).place(order_of())
    server.private.matching.fund("BTCUSDT", Decimal("0.5"))
    batch = reader_of(client).read(START)
    assert len(batch.executions) == 1
    assert [flow.amount for flow in batch.flows] == [Decimal("-0.5")]
    assert reader_of(client).read(batch.cursor).flows == ()


def test_one_read_cursor_gives_the_same_until_the_next_is_stored(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client).place(order_of())
    assert reader_of(client).read(START) == reader_of(client).read(START)


def test_nothing_from_before_the_start_is_handed_out(server: BybitServer, client: TradingClient) -> None:
    gateway_of(server, client).place(order_of(1))
    server.pass_time(10)
    start = ExecutionCursor.starting(server.now_ms)
    gateway_of(server, client).place(order_of(2))
    batch = reader_of(client).read(start)
    assert [one.client_order_id for one in batch.executions] == [order_of(2).client_order_id]


def test_an_execution_shown_later_than_one_that_came_after_it_is_handed_out(
    server: BybitServer, client: TradingClient
) -> None:
    gateway_of(server, client).place(order_of(1))
    late = true_ids(server)[0]
    server.private.hidden.add(late)
    server.pass_time(50)
    gateway_of(server, client).place(order_of(2))
    batch = reader_of(client).read(START)
    assert [one.execution_id for one in batch.executions] == true_ids(server)[1:]
    server.private.hidden.clear()
    again = reader_of(client).read(batch.cursor)
    assert [one.execution_id for one in again.executions] == [late]
    assert reader_of(client).read(again.cursor).executions == ()


def test_an_execution_that_left_the_list_and_came_back_is_not_handed_out_again(
    server: BybitServer, client: TradingClient
) -> None:
    gateway_of(server, client).place(order_of(1))
    batch = reader_of(client).read(START)
    server.private.hidden.update(true_ids(server))
    batch = reader_of(client).read(batch.cursor)
    server.private.hidden.clear()
    assert reader_of(client).read(batch.cursor).executions == ()


def test_executions_of_one_moment_come_in_the_order_of_the_list_from_its_end(
    server: BybitServer, client: TradingClient
) -> None:
    server.private.matching.slice_quantity = Decimal("0.005")
    gateway_of(server, client).place(order_of())
    rows = [{**done.row(), "seq": 7} for done in reversed(server.private.matching.executions)]
    server.http.plan(Fault(Reply({"list": rows})), EXECUTIONS)
    assert [one.execution_id for one in reader_of(client).read(START).executions] == true_ids(server)


def test_a_pause_of_weeks_is_read_in_spans_that_the_exchange_answers(
    server: BybitServer, client: TradingClient
) -> None:
    gateway_of(server, client).place(order_of(1))
    for number in (2, 3, 4):
        server.pass_time(6 * DAY_S)
        gateway_of(server, client).place(order_of(number))
    batch = reader_of(client).read(START)
    assert [one.execution_id for one in batch.executions] == true_ids(server)


def test_a_missing_page_hands_out_nothing(server: BybitServer, client: TradingClient) -> None:
    server.private.page_size = 3
    server.private.matching.slice_quantity = Decimal("0.001")
    gateway_of(server, client).place(order_of())
    reader_of(client).read(START)
    server.http.plan(Fault(), EXECUTIONS)
    server.http.plan(Fault(status=500), EXECUTIONS, times=3)
    with pytest.raises(AmbiguousError):
        reader_of(client).read(START)
    assert len(reader_of(client).read(START).executions) == 10


def test_a_cursor_is_the_same_after_it_was_kept_as_text() -> None:
    cursor = ExecutionCursor(5, 7, {"e-1": 6, "e-2": 7})
    assert ExecutionCursor.of(cursor.text()) == cursor
    for text in ("", "{}", "[]", '{"from_ms": 1, "until_ms": "x", "handed_out": {}}'):
        with pytest.raises(ValueRefusedError, match="start anew"):
            ExecutionCursor.of(text)


def test_the_cursor_forgets_ids_older_than_what_is_read_again() -> None:
    cursor = ExecutionCursor(0, 0, {"e-1": 0}).after({"e-2": 30_000, "e-3": 70_000})
    assert cursor == ExecutionCursor(0, 70_000, {"e-2": 30_000, "e-3": 70_000})


@pytest.fixture(scope="module")
def long_server() -> Iterator[BybitServer]:
    with pytest.MonkeyPatch.context() as patch, BybitServer() as running:
        patch.setitem(os.environ, "NO_PROXY", "127.0.0.1")
        running.keys[KEY] = SECRET
        yield running


FAULTS = (Fault(status=500), Fault(is_cut=True), Fault(is_lost=True), Fault(body=b"?"), Fault(is_doubled=True))
steps = st.one_of(
    st.tuples(st.just("trade"), st.integers(1, 9)),
    st.tuples(st.just("fund"), st.integers(-5, 5)),
    st.tuples(st.just("wait"), st.sampled_from((0.01, 1.0, 30.0, 100.0, 700_000.0))),
    st.tuples(st.just("read"), st.none()),
    st.tuples(st.just("fault"), st.tuples(st.integers(0, len(FAULTS) - 1), st.integers(1, 4))),
    st.tuples(st.just("lag"), st.sampled_from((0, 500, 20_000))),
    st.tuples(st.just("double"), st.booleans()),
    st.tuples(st.just("page"), st.integers(1, 5)),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, max_size=25))
def test_every_execution_is_handed_out_once_and_those_of_a_batch_in_order(
    long_server: BybitServer, plan: list[tuple[str, Any]]
) -> None:
    server = long_server
    server.private = BybitPrivate(server.market, server.http, server.server_ms)
    client, cursor = client_of(server), ExecutionCursor.starting(server.now_ms)
    handed: list[str] = []

    def read() -> None:
        nonlocal cursor
        try:
            batch = reader_of(client).read(ExecutionCursor.of(cursor.text()))
        except AmbiguousError:
            return
        times = [one.executed_at for one in batch.executions]
        assert times == sorted(times)
        handed.extend(one.execution_id for one in batch.executions)
        handed.extend(flow.flow_id for flow in batch.flows)
        cursor = batch.cursor

    gateway = gateway_of(server, client)
    for number, (what, how) in enumerate(plan):
        match what:
            case "trade":
                server.private.matching.slice_quantity = Decimal("0.002")
                gateway.place(order_of(number, quantity=f"0.00{how}"))
            case "fund":
                server.private.matching.fund("BTCUSDT", Decimal(how))
            case "wait":
                server.pass_time(how)
            case "read":
                read()
            case "fault":
                server.http.plan(FAULTS[how[0]], EXECUTIONS, how[1])
            case "lag":
                server.private.shows_after_ms = how
            case "double":
                server.private.is_doubling = how
            case "page":
                server.private.page_size = how
    server.http.forget_plans()
    server.private.shows_after_ms = 0
    read()
    client.close()
    assert sorted(handed) == sorted(true_ids(server) + true_ids(server, "Funding"))
