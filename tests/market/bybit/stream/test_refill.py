"""Missed bars are fetched beside the stream."""

import threading
from collections.abc import Iterator

import pytest

from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.refill import Refill
from photon_desktop.trading.interval import Interval
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.market.bybit.conftest import MINUTE_MS, NS, true_bars, wait_until

KLINE, TIME = "/v5/market/kline", "/v5/market/time"
FIRST = OPENING_MS * NS


class HandClock:
    def __init__(self) -> None:
        self.now_s = 10.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def arrived() -> threading.Event:
    return threading.Event()


@pytest.fixture
def refill(server: BybitServer, source: BybitSource, clock: HandClock, arrived: threading.Event) -> Iterator[Refill]:
    server.set_now_ms(OPENING_MS + 3 * MINUTE_MS + 2_500)
    started = Refill(source, Interval.MINUTE_1, 2.0, clock, arrived.set)
    started.start()
    yield started
    started.stop()
    started.join(5)


def test_what_is_wanted_arrives_once(server: BybitServer, refill: Refill, arrived: threading.Event) -> None:
    for _ in range(5):
        refill.want({"BTCUSDT": FIRST})  # under way already, or fetched and not taken yet
    assert arrived.wait(10)
    refill.want({"BTCUSDT": FIRST})
    [refilled] = refill.take()
    assert refilled.symbol == "BTCUSDT"
    assert list(refilled.bars) == true_bars(server, OPENING_MS, 3)
    assert refill.take() == []
    assert server.http.count(KLINE) == 1


def test_what_could_not_be_served_is_asked_again_only_after_a_while(
    server: BybitServer, refill: Refill, arrived: threading.Event, clock: HandClock
) -> None:
    server.http.plan(Fault(Reply(code=10001, words="no")), KLINE)
    refill.want({"BTCUSDT": FIRST})
    assert arrived.wait(10)
    assert "10001" in refill.trouble()
    assert refill.trouble(besides=("BTCUSDT",)) == ""
    arrived.clear()
    clock.now_s += 1.9
    refill.want({"BTCUSDT": FIRST, "ETHUSDT": FIRST})
    assert arrived.wait(10)
    assert [refilled.symbol for refilled in refill.take()] == ["ETHUSDT"]
    arrived.clear()
    clock.now_s += 0.2
    refill.want({"BTCUSDT": FIRST})
    assert arrived.wait(10)
    assert [refilled.symbol for refilled in refill.take()] == ["BTCUSDT"]
    assert refill.trouble() == ""


def test_an_answer_without_the_bar_is_trouble(refill: Refill, arrived: threading.Event) -> None:
    refill.want({"BTCUSDT": FIRST + 3 * MINUTE_MS * NS})
    assert arrived.wait(10)
    assert "not served" in refill.trouble()
    assert refill.take() == []


def test_the_time_is_asked_for_until_it_is_known(
    server: BybitServer, refill: Refill, arrived: threading.Event, clock: HandClock
) -> None:
    server.http.plan(Fault(Reply(code=10003, words="no")), TIME)
    assert refill.server_ns() is None
    assert arrived.wait(10)
    assert "10003" in refill.trouble()
    clock.now_s += 2.1
    assert refill.server_ns() is None
    wait_until(lambda: refill.server_ns() is not None)
    assert refill.server_ns() == server.now_ms * NS
    wait_until(lambda: refill.trouble() == "")


def test_a_clock_that_is_measured_again_troubles_nobody_when_it_can_not_be(
    server: BybitServer, refill: Refill, source: BybitSource, arrived: threading.Event
) -> None:
    source.client.measure_clock()
    before = source.client.clock.measured
    server.http.plan(Fault(Reply(code=10003, words="no")), TIME)
    refill.measure_again()
    assert arrived.wait(10)
    assert (refill.trouble(), source.client.clock.measured) == ("", before)
    refill.measure_again()
    wait_until(lambda: source.client.clock.measured is not before)


def test_stopping_ends_the_thread(refill: Refill) -> None:
    refill.stop()
    refill.join(5)
    assert not [thread for thread in threading.enumerate() if thread.name == "bybit-refill"]
