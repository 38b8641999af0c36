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
from photon_desktop.market.yahoo.feed import YahooFeed
from photon_desktop.market.yahoo.follow.timetable import Pace
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick
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


QUICK = Pace(look_s=0.002)
PATIENCE_S = 20.0


class CountedCalendar:
    """Says when the local Yahoo's first listing trades, whatever symbol is asked for, and counts the looks, in which
    each symbol is asked for once."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self.looks = 0
        self._first = ""

    def __call__(self, symbol: str, at_ns: int) -> bool:
        session = self._listing.session(self._listing.day_of(at_ns // NS))
        is_open = session is not None and session[0] <= at_ns // NS < session[1]
        self._first = self._first or symbol
        self.looks += symbol == self._first
        return is_open


class WatchedFeed:
    """A running feed, everything it brought, and ways to wait for what it does at a time of the local Yahoo."""

    def __init__(self, feed: YahooFeed, server: YahooServer, calendar: CountedCalendar, woken: threading.Event) -> None:
        self.feed = feed
        self.events: list[MarketEvent] = []
        self._server = server
        self._calendar = calendar
        self._woken = woken
        feed.start()

    def until(self, condition: Callable[[], bool]) -> None:
        """Poll whenever woken until `condition` holds; AssertionError when that takes too long."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            self.events.extend(self.feed.poll())
            if condition():
                return
            assert time.monotonic() < deadline, f"waited in vain; {self.feed.state}, {len(self.events)} events"
            self._woken.wait(0.01)
            self._woken.clear()

    def at(self, now_s: int) -> None:
        """Let it be `now_s`, and wait until the feed has done what it does then."""
        self._server.now_s = now_s
        looks = self._calendar.looks
        self.until(lambda: self._calendar.looks >= looks + 3)  # one may be under way; the next one sees the new time

    def through(self, start_s: int, end_s: int, step_s: int) -> None:
        """Let time pass in steps."""
        for now_s in range(start_s, end_s, step_s):
            self.at(now_s)

    def bars(self, symbol: str = "AAPL") -> list[Bar]:
        """The closed bars of `symbol` so far."""
        return [event.bar for event in self.events if isinstance(event, BarClosed) and event.symbol == symbol]

    def ticks(self, symbol: str = "AAPL") -> list[PriceTick]:
        """The ticks of `symbol` so far."""
        return [event for event in self.events if isinstance(event, PriceTick) and event.symbol == symbol]


FeedMaker = Callable[..., WatchedFeed]


@pytest.fixture
def calendar(apple: Listing) -> CountedCalendar:
    return CountedCalendar(apple)


@pytest.fixture
def watch(server: YahooServer, clock: MarketClock, calendar: CountedCalendar) -> Iterator[FeedMaker]:
    """Starts feeds from now on, and closes them."""
    opened: list[WatchedFeed] = []

    def start(
        *symbols: str,
        interval: Interval = Interval.MINUTE_5,
        next_open: str | None = None,
        rates: Rates | None = None,
        endpoint: Endpoint | None = None,
        pace: Pace = QUICK,
        reopens: Callable[[str, int], int] | None = None,
    ) -> WatchedFeed:
        woken = threading.Event()
        source = YahooSource(client_of(endpoint or endpoint_of(server), rates), clock)
        first_ns = clock.now_ns() if next_open is None else from_iso(next_open)
        next_opens = dict.fromkeys(symbols or ("AAPL",), first_ns)
        feed = YahooFeed(source, interval, next_opens, clock, calendar, woken.set, reopens, pace)
        watched = WatchedFeed(feed, server, calendar, woken)
        opened.append(watched)
        return watched

    yield start
    for watched in opened:
        watched.feed.close()
