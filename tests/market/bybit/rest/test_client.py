"""The client over the real pybit against the local exchange."""

import threading
import time

import pytest

from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning
from photon_desktop.market.bybit.rest.client import BybitClient
from photon_desktop.market.bybit.rest.rates import LONGEST_PAUSE_S, Limit, Rates
from tests.fakes.bybit_http import Fault, Reply, rate_limited
from tests.fakes.bybit_server import BybitServer
from tests.market.bybit.conftest import Pauses, client_of

TIME, KLINE, INSTRUMENTS = "/v5/market/time", "/v5/market/kline", "/v5/market/instruments-info"


def refused(code: int) -> Fault:
    return Fault(Reply(code=code, words="no"))


def listing(client: BybitClient) -> object:
    return client.listing(Category.LINEAR, "BTCUSDT")


@pytest.mark.parametrize(
    "fault",
    [
        Fault(is_cut=True),
        Fault(is_lost=True),
        Fault(status=502),
        Fault(body=b"<html>"),
        Fault(body=b"[]"),
        Fault(body=b'{"retCode":0}'),
        Fault(body=b'{"retCode":0,"retMsg":"OK","result":[]}'),
        Fault(body=b'{"retCode":0,"retMsg":"OK","result":{"list":7}}'),
        refused(10000),
        refused(10016),
    ],
)
def test_a_read_whose_answer_was_lost_is_asked_again(
    server: BybitServer, client: BybitClient, pauses: Pauses, fault: Fault
) -> None:
    server.http.plan(fault, INSTRUMENTS, times=2)
    if fault.body is not None and b"list" in fault.body:
        with pytest.raises(ExchangeError, match="no list"):
            listing(client)
        return
    assert listing(client)
    assert server.http.count(INSTRUMENTS) == 3
    assert pauses.seconds == [0.2, 0.8]


def test_the_third_failure_is_told(server: BybitServer, client: BybitClient) -> None:
    server.http.plan(Fault(status=502), times=3)
    with pytest.raises(ExchangeError, match="HTTP 502") as told:
        listing(client)
    assert told.value.meaning is Meaning.UNKNOWN
    assert server.http.count(INSTRUMENTS) == 3


def test_a_slow_answer_is_waited_for(server: BybitServer, client: BybitClient, pauses: Pauses) -> None:
    server.http.plan(Fault(delay_s=0.1))
    begun = time.monotonic()
    assert listing(client)
    assert time.monotonic() - begun >= 0.1
    assert pauses.seconds == []


def test_an_answer_that_never_comes_is_given_up_in_time(server: BybitServer, pauses: Pauses) -> None:
    client = client_of(server, pauses, timeout_s=0.1)
    server.http.plan(Fault(is_hung=True), times=3)
    begun = time.monotonic()
    with pytest.raises(ExchangeError, match="no answer in time"):
        listing(client)
    assert time.monotonic() - begun < 2
    client.close()


@pytest.mark.parametrize("code", [10001, 10003, 10004, 10005, 10010, 999_999])
def test_a_refusal_that_will_not_change_is_not_asked_again(server: BybitServer, client: BybitClient, code: int) -> None:
    server.http.plan(refused(code))
    with pytest.raises(ExchangeError, match=str(code)):
        listing(client)
    assert server.http.count(INSTRUMENTS) == 1


@pytest.mark.parametrize("reset_in_ms", [-3_600_000, 0, 700, 3_600_000])
def test_a_rate_limit_is_waited_for_within_bounds(server: BybitServer, pauses: Pauses, reset_in_ms: int) -> None:
    client = client_of(server, pauses, Rates(time.monotonic, {}))
    client.measure_clock()
    server.http.plan(rate_limited(server.now_ms + reset_in_ms), INSTRUMENTS)
    assert listing(client)
    wanted = min(max(reset_in_ms / 1_000, 0.05), LONGEST_PAUSE_S)
    assert pauses.seconds[-1] == pytest.approx(wanted, abs=0.05)
    client.close()


def test_a_rate_limit_without_a_time_is_waited_for_too(server: BybitServer, pauses: Pauses) -> None:
    client = client_of(server, pauses, Rates(time.monotonic, {}))
    server.http.plan(refused(10006), INSTRUMENTS)
    assert listing(client)
    assert 0.5 < pauses.seconds[-1] <= 1.0
    client.close()


@pytest.mark.parametrize("fault", [Fault(status=403), refused(10009), refused(10024)])
def test_a_refused_address_is_left_alone_for_ten_minutes(
    server: BybitServer, client: BybitClient, fault: Fault
) -> None:
    server.http.plan(fault)
    with pytest.raises(ExchangeError) as told:
        listing(client)
    assert told.value.meaning is Meaning.BLOCKED
    with pytest.raises(ExchangeError, match="minutes are left"):
        client.measure_clock()
    assert len(server.http.requests) == 1


def test_a_wrong_clock_is_measured_and_the_request_sent_again(server: BybitServer, client: BybitClient) -> None:
    server.skew_ms = 90_000
    server.http.plan(refused(10002), INSTRUMENTS)
    assert listing(client)
    assert server.http.count(TIME) == 3
    assert client.clock.now_ms() == server.server_ms()


def test_the_exchanges_time_is_asked_only_when_the_last_answer_is_old(server: BybitServer, client: BybitClient) -> None:
    server.skew_ms = -5_000
    assert client.server_surely_ns() == server.server_ms() * 1_000_000
    server.set_now_ms(server.now_ms + 599_000)
    assert client.server_surely_ns() == server.server_ms() * 1_000_000
    assert server.http.count(TIME) == 3
    server.skew_ms = 4_000
    server.set_now_ms(server.now_ms + 2_000)
    assert client.server_surely_ns() == server.server_ms() * 1_000_000
    assert server.http.count(TIME) == 6


def test_a_time_that_is_none_is_told(server: BybitServer, client: BybitClient) -> None:
    server.http.plan(Fault(Reply({"timeNano": "noon"})), TIME)
    with pytest.raises(ExchangeError, match="no time in it"):
        client.measure_clock()


def test_requests_wait_for_their_place(server: BybitServer, pauses: Pauses) -> None:
    now_s = 0.0
    client = client_of(server, pauses, Rates(lambda: now_s, {INSTRUMENTS: Limit(10)}))
    for _ in range(3):
        listing(client)
    assert pauses.seconds == pytest.approx([1 / 9, 2 / 9])
    client.close()


def test_listings_follow_the_cursor_to_the_end(server: BybitServer, client: BybitClient) -> None:
    symbols = [row["symbol"] for row in client.listings(Category.LINEAR)]
    assert symbols == list(server.market.listed)
    assert server.http.count(INSTRUMENTS) == 4


def test_each_thread_has_a_door_of_its_own(server: BybitServer, client: BybitClient) -> None:
    listing(client)
    thread = threading.Thread(target=lambda: listing(client))
    thread.start()
    thread.join(10)
    agents = [request.headers["host"] for request in server.http.requests]
    assert len(agents) == 2
    assert len(client._doors) == 2


def test_a_closed_client_is_not_asked_and_ends_its_pauses(server: BybitServer) -> None:
    client = client_of(server, rates=Rates(time.monotonic, {INSTRUMENTS: Limit(1, 600)}))
    listing(client)
    failures: list[ExchangeError] = []

    def waiting() -> None:
        try:
            listing(client)
        except ExchangeError as error:
            failures.append(error)

    thread = threading.Thread(target=waiting)
    thread.start()
    client.close()
    thread.join(5)
    assert [error.meaning for error in failures] == [Meaning.CLOSED]
    assert server.http.count(INSTRUMENTS) == 1


def test_errors_do_not_show_the_address_or_parameters(server: BybitServer, client: BybitClient) -> None:
    server.http.plan(Fault(is_cut=True), times=3)
    with pytest.raises(ExchangeError) as told:
        listing(client)
    assert "127.0.0.1" not in str(told.value)
    assert "BTCUSDT" not in str(told.value)
