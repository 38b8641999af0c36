"""Bad weather at the local exchange: everything goes wrong, and nothing is left over when it clears up."""

from collections.abc import Iterator
from random import Random

import pytest

from photon_desktop.drill.at_exchange.market import SYMBOLS
from photon_desktop.drill.exchange.http import Fault
from photon_desktop.drill.exchange.private import CREATE
from photon_desktop.drill.exchange.server import BybitServer
from photon_desktop.drill.exchange.weather import Weather


@pytest.fixture
def server() -> Iterator[BybitServer]:
    with BybitServer() as running:
        running.let_time_run()
        yield running


@pytest.fixture
def weather(server: BybitServer) -> Weather:
    return Weather(server, SYMBOLS, 3)


def strike_all(weather: Weather) -> None:
    for _, strike in weather._kinds:
        strike()


def test_everything_can_strike_and_all_is_as_usual_afterwards(server: BybitServer, weather: Weather) -> None:
    weather.begin()
    strike_all(weather)
    weather.clear_up()
    assert not server.http.has_plans
    assert server.private.rejects == []
    assert server.private.shows_after_ms == 0
    matching = server.private.matching
    assert (matching.depth, matching.slice_quantity, matching.is_asleep) == (None, None, False)
    before = server.now_ms
    while server.now_ms == before:
        pass  # else the test's time-out says that its time stands still
    assert not weather._thread.is_alive()


def test_a_fault_counts_once_it_happened(server: BybitServer, weather: Weather) -> None:
    weather._spoil_order("cuts", Fault(is_cut=True))
    assert weather.struck.get("cuts") is None
    server.http._fault_for(CREATE)
    assert weather.struck["cuts"] == 1


def test_an_order_that_is_not_rejected_yet_does_not_count(server: BybitServer, weather: Weather) -> None:
    weather._reject()
    assert weather.struck["orders rejected"] == 0
    server.private.rejects.pop()
    assert weather.struck["orders rejected"] == 1


def test_messages_come_late_or_twice_and_none_is_lost(server: BybitServer, weather: Weather) -> None:
    weather._is_spoiling = True
    weather._random = Random(5)
    sent = [{"topic": "execution", "n": number} for number in range(200)]
    said = [one for message in sent for one in weather._messages(message)]
    held = [weather._held] if weather._held is not None else []
    numbers = [one["n"] for one in said + held if not isinstance(one, str)]
    assert set(numbers) == set(range(200))
    assert len(numbers) == 200 + weather.struck["messages said twice"]
    assert numbers != sorted(numbers)
    assert weather.struck["messages out of order"] > 5
    assert weather.struck["messages said twice"] > 5


def test_prices_stray_by_a_hundredth_at_most_and_stand_on_ticks(server: BybitServer, weather: Weather) -> None:
    level = 30_000
    prices = []
    for _ in range(100):
        weather._move_prices()
        prices.append(server.private.matching.price("BTCUSDT"))
    assert all(abs(price / level - 1) <= 0.0101 for price in prices)
    assert len(set(prices)) > 50
    assert all(price * 10 % 1 == 0 for price in prices)
