"""A local exchange, clients of it, and feeds that can be waited for."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping

import pytest

from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.feed import BybitFeed
from photon_desktop.market.bybit.rest.client import BybitClient
from photon_desktop.market.bybit.rest.pybit_http import PybitHttp
from photon_desktop.market.bybit.rest.rates import Limit, Rates
from photon_desktop.market.bybit.rest.server_clock import ServerClock
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.market.bybit.stream.pybit_stream import PybitTransport
from photon_desktop.market.bybit.stream.transport import StreamTransport
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick
from tests.fakes.bybit_market import INTERVAL_MS
from tests.fakes.bybit_server import OPENING_MS, BybitServer

MINUTE_MS = 60_000
NS = 1_000_000
PATIENCE_S = 20.0
QUICK = Pacing(beat_s=30, look_s=0.02, retry_s=0.02, first_pause_s=0.005, longest_pause_s=0.02, healthy_s=1e9)
UNLIMITED = Limit(1_000_000)


class Pauses:
    """Takes the place of waiting, and remembers for how long it was asked to."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


class CountingClock:
    """Real monotonic seconds, and how often they were asked for: a supervisor asks at each look."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return time.monotonic()


class HandClock:
    """Monotonic seconds that stand still until they are moved."""

    def __init__(self) -> None:
        self.now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


def wait_until(condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
    """Look until `condition` holds; AssertionError when that takes longer than `patience_s`."""
    deadline, pause = time.monotonic() + patience_s, threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        pause.wait(0.002)


class WatchedFeed:
    """A running feed, everything it brought, and a way to wait for more of it."""

    def __init__(self, make: Callable[[Callable[[], None]], BybitFeed]) -> None:
        self._woken = threading.Event()
        self.feed = make(self._woken.set)
        self.events: list[MarketEvent] = []
        self.feed.start()

    def until(self, condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> None:
        """Poll whenever woken until `condition` holds; AssertionError when that takes longer than `patience_s`."""
        deadline = time.monotonic() + patience_s
        while True:
            self.events.extend(self.feed.poll())
            if condition():
                return
            left = deadline - time.monotonic()
            assert left > 0, f"waited in vain; {self.feed.state}, {len(self.bars())} bars, {len(self.events)} events"
            self._woken.wait(min(left, 0.05))
            self._woken.clear()

    def bars(self, symbol: str = "BTCUSDT") -> list[Bar]:
        """The closed bars of `symbol` so far."""
        return [event.bar for event in self.events if isinstance(event, BarClosed) and event.symbol == symbol]

    def ticks(self, symbol: str = "BTCUSDT") -> list[PriceTick]:
        """The ticks of `symbol` so far."""
        return [event for event in self.events if isinstance(event, PriceTick) and event.symbol == symbol]


def endpoint_of(server: BybitServer) -> Endpoint:
    return Endpoint(rest_url=server.rest_url, stream_url=server.stream_url)


def client_of(
    server: BybitServer,
    pause: Callable[[float], object] | None = None,
    rates: Rates | None = None,
    timeout_s: float = 5,
) -> BybitClient:
    """A client whose idea of passing time is the market's."""
    endpoint = endpoint_of(server)
    unlimited = rates or Rates(time.monotonic, dict.fromkeys(PATHS, UNLIMITED), UNLIMITED)
    return BybitClient(lambda: PybitHttp(endpoint, timeout_s), unlimited, ServerClock(server.clock_s), pause)


PATHS = ("/v5/market/time", "/v5/market/kline", "/v5/market/instruments-info")


def true_bars(
    server: BybitServer, first_ms: int, count: int, symbol: str = "BTCUSDT", interval: str = "1"
) -> list[Bar]:
    """What the market's settled bars are."""
    step = INTERVAL_MS[interval]
    rows = [
        server.market.bar(symbol, interval, start, start + step)
        for start in range(first_ms, first_ms + count * step, step)
    ]
    return [Bar(int(row[0]) * NS, *(float(text) for text in row[1:6])) for row in rows]


FeedMaker = Callable[..., WatchedFeed]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        yield running


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def client(server: BybitServer, pauses: Pauses) -> Iterator[BybitClient]:
    opened = client_of(server, pauses)
    yield opened
    opened.close()


@pytest.fixture
def source(client: BybitClient) -> BybitSource:
    return BybitSource(client)


def watched_feed(
    server: BybitServer,
    next_opens: Mapping[str, int],
    pacing: Pacing = QUICK,
    category: Category = Category.LINEAR,
    clock: Callable[[], float] = time.monotonic,
    jitter: Callable[[], float] = lambda: 0.5,
    timeout_s: float = 5,
) -> WatchedFeed:
    """A running feed of one-minute bars from `next_opens` (ns UTC) on; close its `feed`."""

    def new_transport() -> StreamTransport:
        return PybitTransport(endpoint_of(server), category, handshake_s=2)

    source = BybitSource(client_of(server, timeout_s=timeout_s), category)
    return WatchedFeed(
        lambda wake: BybitFeed(source, new_transport, Interval.MINUTE_1, next_opens, wake, pacing, clock, jitter)
    )


@pytest.fixture
def watch(server: BybitServer) -> Iterator[FeedMaker]:
    """Starts feeds of one-minute bars from OPENING_MS on, and closes them."""
    opened: list[WatchedFeed] = []

    def start(
        *symbols: str,
        pacing: Pacing = QUICK,
        category: Category = Category.LINEAR,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = lambda: 0.5,
        next_open_ms: int = OPENING_MS,
        timeout_s: float = 5,
    ) -> WatchedFeed:
        next_opens = dict.fromkeys(symbols or ("BTCUSDT",), next_open_ms * NS)
        watched = watched_feed(server, next_opens, pacing, category, clock, jitter, timeout_s)
        opened.append(watched)
        return watched

    yield start
    for watched in opened:
        watched.feed.close()


def subscribed(server: BybitServer, watched: WatchedFeed, count: int = 2) -> None:
    """Wait until `count` topics are subscribed to."""
    watched.until(lambda: len(server.subscribed()) >= count)
