"""Bybit as a venue of the real market: the real client library over the local exchange."""

import threading
from collections.abc import Callable

import pytest

from photon_desktop.market.bybit.venue import BybitVenue
from photon_desktop.market.feed_state import Phase
from photon_desktop.market.real.loading import Request, SeriesLoader
from photon_desktop.market.real.session import RealSession
from photon_desktop.market.real.venue import Loaded, Venue
from photon_desktop.market.session import MarketSession
from photon_desktop.trading.instrument import InstrumentKind, assumed_instrument, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.market.bybit.conftest import MINUTE_MS, NS, endpoint_of, true_bars
from tests.market.real.test_loading import MemoryArchive

BARS = 1_500


class ServerClock:
    def __init__(self, server: BybitServer) -> None:
        self._server = server

    def now_ns(self) -> int:
        return self._server.now_ms * NS


def session_of(server: BybitServer, *symbols: str) -> RealSession:
    clock = ServerClock(server)
    venue: Venue = BybitVenue(endpoint_of(server))

    def open_loader() -> SeriesLoader:
        request = Request(Interval.MINUTE_1, kind_of, lambda _instrument: None, BARS)
        return SeriesLoader({InstrumentKind.CRYPTO: venue}, (), MemoryArchive(), request, clock)

    return RealSession(symbols, Interval.MINUTE_1, clock, open_loader, assumed_instrument)


class Follower:
    """Polls an opened market until it has brought what is waited for."""

    def __init__(self, session: MarketSession) -> None:
        self.feed = session.open(None).feed
        self.loaded: list[Loaded] = []
        self.closed: list[BarClosed] = []
        self._woken = threading.Event()
        self.feed.on_news(self._woken.set)  # type: ignore[attr-defined]

    def until(self, is_enough: Callable[[], bool]) -> None:
        for _ in range(1_000):
            self.loaded += self.feed.loaded()  # type: ignore[attr-defined]
            self.closed += [event for event in self.feed.poll() if isinstance(event, BarClosed)]
            if is_enough():
                return
            self._woken.wait(0.02)
            self._woken.clear()
        pytest.fail("it never came")

    def phases(self) -> dict[str, Phase]:
        return {symbol: state.phase for symbol, state in self.feed.states().items()}  # type: ignore[attr-defined]


@pytest.mark.slow
def test_history_and_feed_join_without_a_gap(server: BybitServer) -> None:
    server.set_now_ms(OPENING_MS + 2_500)
    follower = Follower(session_of(server, "BTCUSDT", "ETHUSDT"))
    try:
        follower.until(lambda: len(follower.loaded) == 2)
        for loaded in follower.loaded:
            assert loaded.series is not None
            assert (loaded.series.source, loaded.problem) == ("bybit", "")
            assert list(loaded.series.bars) == true_bars(server, OPENING_MS - BARS * MINUTE_MS, BARS, loaded.symbol)
        server.set_now_ms(OPENING_MS + MINUTE_MS + 2_500)  # a bar closes before the stream is there
        follower.until(lambda: len(follower.closed) == 2)
        assert {closed.bar.open_time for closed in follower.closed} == {OPENING_MS * NS}
        follower.until(lambda: set(follower.phases().values()) == {Phase.LIVE})
    finally:
        follower.feed.close()
    assert follower.feed.finished


def test_one_unknown_symbol_does_not_hold_up_the_rest(server: BybitServer) -> None:
    follower = Follower(session_of(server, "NOPEUSDT", "BTCUSDT"))
    try:
        follower.until(lambda: len(follower.loaded) == 2)
        by_symbol = {loaded.symbol: loaded for loaded in follower.loaded}
        assert "NOPEUSDT" in by_symbol["NOPEUSDT"].problem
        assert by_symbol["NOPEUSDT"].is_final
        assert by_symbol["BTCUSDT"].series is not None
        assert str(by_symbol["BTCUSDT"].series.instrument.tick_size) == "0.1"
    finally:
        follower.feed.close()


def test_an_exchange_that_refuses_leaves_the_market_open_and_says_why(server: BybitServer) -> None:
    server.http.plan(Fault(status=403))
    follower = Follower(session_of(server, "BTCUSDT"))
    try:
        follower.until(lambda: len(follower.loaded) == 1)
        assert "refuses this address" in follower.loaded[0].problem
        assert not follower.loaded[0].is_final
        assert follower.phases() == {"BTCUSDT": Phase.OFFLINE}
    finally:
        follower.feed.close()
