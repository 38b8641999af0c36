"""A local Yahoo, sources that ask it through the real yfinance, and feeds that can be waited for."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from photon_desktop.market.yahoo.ask.chart import Adjustments
from photon_desktop.market.yahoo.ask.client import YahooClient
from photon_desktop.market.yahoo.ask.door import YahooDoor
from photon_desktop.market.yahoo.ask.endpoint import Endpoint
from photon_desktop.market.yahoo.ask.rates import Rates
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.timestamps import from_iso
from tests.fakes.yahoo_market import Listing
from tests.fakes.yahoo_server import YahooServer

NS = 1_000_000_000
FRIDAY_NOON = "2024-12-06T17:00:00"  # in New York; the exchange is open
THANKSGIVING, DAY_AFTER = date(2024, 11, 28), date(2024, 11, 29)


def seconds(text: str) -> int:
    """Unix time of an ISO 8601 text in UTC."""
    return from_iso(text) // NS


class MarketClock:
    """The wall's clock, which shows the local Yahoo's time and what it is off by."""

    def __init__(self, server: YahooServer) -> None:
        self.server = server
        self.ahead_s = 0.0

    def now_ns(self) -> int:
        return round((self.server.now_s + self.ahead_s) * NS)


class Pauses:
    """Takes the place of waiting, and remembers for how long it was asked to."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, pause_s: float) -> None:
        self.seconds.append(pause_s)


def endpoint_of(server: YahooServer, timeout_s: float = 5.0, patience_s: float = 15.0) -> Endpoint:
    return Endpoint(server.proxy, server.authority, timeout_s, patience_s)


def unhurried() -> Rates:
    """Rates that hold nobody up."""
    return Rates(time.monotonic, burst=1_000_000)


def client_of(
    endpoint: Endpoint, rates: Rates | None = None, pause: Callable[[float], object] | None = None
) -> YahooClient:
    """A client over the real yfinance."""

    def open_door(closed: threading.Event) -> YahooDoor:
        from photon_desktop.market.yahoo.ask.yfinance_door import YfinanceDoor

        return YfinanceDoor(endpoint, rates or unhurried(), closed)

    return YahooClient(open_door, pause or (lambda _seconds: None))


@pytest.fixture
def apple() -> Listing:
    return Listing(holidays=frozenset({THANKSGIVING}))


@pytest.fixture
def server(tmp_path: Path, apple: Listing) -> Iterator[YahooServer]:
    with YahooServer(tmp_path, [apple], seconds(FRIDAY_NOON)) as running:
        yield running
    assert running.http.refused_hosts == []  # it asks nobody but Yahoo


@pytest.fixture
def clock(server: YahooServer) -> MarketClock:
    return MarketClock(server)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def source(server: YahooServer, clock: MarketClock, pauses: Pauses) -> Iterator[YahooSource]:
    opened = YahooSource(client_of(endpoint_of(server), pause=pauses), clock)
    yield opened
    opened.close()


@pytest.fixture
def dividend_source(server: YahooServer, clock: MarketClock) -> Iterator[YahooSource]:
    opened = YahooSource(client_of(endpoint_of(server)), clock, Adjustments.SPLITS_AND_DIVIDENDS)
    yield opened
    opened.close()
