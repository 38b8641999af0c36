"""Reads are asked again, writes are sent once, and every failure says whether it is certain."""

import threading
import time
from typing import Any

import pytest
from pybit.unified_trading import HTTP

from photon_desktop.broker.bybit.rest.client import ATTEMPTS, TradingClient, open_trading
from photon_desktop.broker.bybit.rest.pybit_trading import PybitTrading
from photon_desktop.broker.bybit.rest.trading_door import (
    BALANCE,
    CREATE,
    EXECUTIONS,
    ORDER_HISTORY,
    TradingEndpoint,
    TradingMode,
)
from photon_desktop.broker.errors import (
    AmbiguousError,
    BadKeyError,
    BrokerError,
    ClockSkewError,
    IdUsedError,
    RateLimitedError,
    RefusedError,
)
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.rates import Limit, Rates
from tests.broker.bybit.conftest import KEY, KEYS, SECRET, Passing, Unlimited, client_of
from tests.fakes.bybit_http import Fault, Reply, rate_limited
from tests.fakes.bybit_server import BybitServer

UNIFIED = {"accountType": "UNIFIED"}


def order(link_id: str = "a-1") -> dict[str, Any]:
    asked = {"category": "linear", "symbol": "BTCUSDT", "side": "Buy", "orderType": "Market"}
    return {**asked, "qty": "0.01", "orderLinkId": link_id}


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500),
        Fault(Reply(), status=502),
        Fault(is_lost=True),
        Fault(is_cut=True),
        Fault(body=b"<html>"),
        Fault(body=b"[1]"),
        Fault(body=b'{"retCode":0,"retMsg":"OK"}'),
        Fault(is_stalled=True),
        Fault(Reply(code=10016, words="Server error")),
        Fault(Reply(code=10000, words="Server Timeout")),
    ],
)
def test_a_write_with_an_unknown_fate_is_sent_once_and_is_ambiguous(
    server: BybitServer, client: TradingClient, fault: Fault
) -> None:
    server.http.plan(fault, CREATE)
    with pytest.raises(AmbiguousError):
        client.write(CREATE, order())
    assert server.http.count(CREATE) == 1


def test_pybit_left_to_itself_would_send_an_order_twice(server: BybitServer) -> None:
    client = client_of(server)
    client.measure_clock()
    http = HTTP(testnet=False, force_retry=True, retry_delay=0, api_key=KEY, api_secret=SECRET, timeout=2)
    http.endpoint = server.rest_url
    server.http.plan(Fault(is_lost=True), CREATE)
    http.place_order(**{name: value for name, value in order().items() if name != "orderLinkId"})
    assert server.private.accepted("") == 2
    http.client.close()
    client.close()


def test_a_redirect_of_an_order_is_not_followed(server: BybitServer, client: TradingClient) -> None:
    target = {"Location": f"{server.rest_url}{CREATE}"}
    server.http.plan(Fault(Reply(headers=target), status=307), CREATE)
    with pytest.raises(AmbiguousError):
        client.write(CREATE, order())
    assert server.http.count(CREATE) == 1
    assert server.private.accepted("a-1") == 0


def test_an_order_is_accepted_once_and_its_id_is_used(server: BybitServer, client: TradingClient) -> None:
    assert client.write(CREATE, order())["orderLinkId"] == "a-1"
    with pytest.raises(IdUsedError, match="look it up"):
        client.write(CREATE, order())


def test_a_rate_limit_refuses_and_the_path_pauses_until_it_is_lifted(server: BybitServer) -> None:
    rates = Rates(server.clock_s, Unlimited(), Limit(1_000_000))
    client = client_of(server, rates=rates)
    server.http.plan(rate_limited(server.now_ms + 700), CREATE)
    with pytest.raises(RateLimitedError):
        client.write(CREATE, order())
    client.write(CREATE, order())
    assert isinstance(client.pause, Passing)
    assert client.pause.seconds == [pytest.approx(0.7, abs=0.01)]
    assert server.private.accepted("a-1") == 1
    client.close()


def test_a_wrong_clock_refuses_and_is_measured_for_the_next(server: BybitServer, client: TradingClient) -> None:
    client.measure_clock()
    server.skew_ms = 8_000
    with pytest.raises(ClockSkewError):
        client.write(CREATE, order())
    client.write(CREATE, order())
    assert server.private.accepted("a-1") == 1


def test_a_read_recovers_from_each_passing_fault(server: BybitServer, client: TradingClient) -> None:
    client.measure_clock()
    for fault in (Fault(status=500), Fault(is_cut=True), Fault(body=b"x"), rate_limited(0), Fault(is_stalled=True)):
        server.http.plan(fault, BALANCE)
        assert client.read(BALANCE, UNIFIED)["list"][0]["accountType"] == "UNIFIED"
    server.skew_ms = 8_000
    assert client.read(BALANCE, UNIFIED)["list"][0]["accountType"] == "UNIFIED"


def test_a_read_gives_up_after_three_answers_that_did_not_come(server: BybitServer, client: TradingClient) -> None:
    server.http.plan(Fault(status=500), BALANCE, times=10)
    with pytest.raises(AmbiguousError):
        client.read(BALANCE, UNIFIED)
    assert server.http.count(BALANCE) == ATTEMPTS


def test_a_key_that_is_refused_is_not_tried_again(server: BybitServer, client: TradingClient) -> None:
    server.keys[KEY] = "changed"
    with pytest.raises(BadKeyError, match="check the key"):
        client.read(BALANCE, UNIFIED)
    assert server.http.count(BALANCE) == 1


def test_a_refused_address_is_left_alone_for_ten_minutes_and_not_longer_by_asking(server: BybitServer) -> None:
    client = client_of(server, rates=Rates(server.clock_s, Unlimited(), Limit(1_000_000)))
    client.measure_clock()
    server.http.plan(Fault(Reply(), status=403), CREATE)
    with pytest.raises(RefusedError):
        client.write(CREATE, order())
    server.pass_time(599)
    with pytest.raises(RefusedError, match="Nothing was sent"):
        client.write(CREATE, order())
    assert server.http.count(CREATE) == 1
    server.pass_time(2)
    client.write(CREATE, order())
    client.close()


def test_an_order_whose_clock_can_not_be_measured_is_certainly_not_sent(server: BybitServer) -> None:
    client = client_of(server)
    server.http.plan(Fault(is_cut=True), "/v5/market/time")
    with pytest.raises(RefusedError, match="Nothing was sent"):
        client.write(CREATE, order())
    assert server.http.count(CREATE) == 0
    client.close()


def test_after_closing_nothing_is_sent(server: BybitServer, client: TradingClient) -> None:
    client.close()
    with pytest.raises(RefusedError, match="closed here"):
        client.write(CREATE, order())
    with pytest.raises(BrokerError, match="closed here"):
        client.read(BALANCE, UNIFIED)
    assert server.http.requests == []


def test_rows_follow_the_cursor_to_the_end(server: BybitServer, client: TradingClient) -> None:
    server.private.page_size = 2
    for number in range(5):
        client.write(CREATE, order(f"a-{number}"))
    found = client.rows(ORDER_HISTORY, {"category": "linear"})
    assert [row["orderLinkId"] for row in found] == ["a-4", "a-3", "a-2", "a-1", "a-0"]


def test_half_a_list_is_no_list(server: BybitServer, client: TradingClient) -> None:
    client.measure_clock()
    server.http.plan(Fault(Reply({"nextPageCursor": ""})), EXECUTIONS)
    with pytest.raises(AmbiguousError, match="no list"):
        client.rows(EXECUTIONS, {"category": "linear"})


def test_each_thread_has_a_door_of_its_own(server: BybitServer, client: TradingClient) -> None:
    client.read(BALANCE, UNIFIED)
    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(client.read(BALANCE, UNIFIED)))
    thread.start()
    thread.join()
    assert len(answers) == 1
    assert len(client._doors) == 2


@pytest.mark.parametrize(
    ("mode", "address"),
    [
        (TradingMode.DEMO, "https://api-demo.bybit.com"),
        (TradingMode.TESTNET, "https://api-testnet.bybit.com"),
        (TradingMode.LIVE, "https://api.bybit.com"),
    ],
)
def test_each_mode_has_its_address(mode: TradingMode, address: str) -> None:
    door = PybitTrading(KEYS, TradingEndpoint(mode), 1)
    assert door.address == address
    assert SECRET not in repr(door._http)
    door.close()


def test_the_client_over_pybit_signs_by_its_own_clock(server: BybitServer) -> None:
    client = open_trading(KEYS, TradingEndpoint(TradingMode.DEMO, server.rest_url), Category.LINEAR)
    begun = time.monotonic()
    assert client.read(BALANCE, UNIFIED)["list"]  # the exchange's time is years from this computer's
    assert time.monotonic() - begun < 5
    client.close()
