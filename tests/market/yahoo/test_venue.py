"""Yahoo as a venue of the real market: the real yfinance over the local server."""

import threading
from collections.abc import Callable
from datetime import time

import pytest

from photon_desktop.market.feed_state import Phase
from photon_desktop.market.real.loading import Request, SeriesLoader
from photon_desktop.market.real.session import RealSession
from photon_desktop.market.real.venue import Loaded, Venue
from photon_desktop.market.yahoo.venue import YahooVenue
from photon_desktop.trading.instrument import InstrumentKind, assumed_instrument, kind_of
from photon_desktop.trading.interval import Interval
from tests.fakes.yahoo_market import Listing
from tests.fakes.yahoo_server import YahooServer
from tests.market.real.test_loading import MemoryArchive
from tests.market.yahoo.conftest import QUICK, MarketClock, endpoint_of, seconds, unhurried


def session_of(server: YahooServer, clock: MarketClock, *symbols: str) -> RealSession:
    venue: Venue = YahooVenue(clock, endpoint_of(server), unhurried(), QUICK)

    def open_loader() -> SeriesLoader:
        request = Request(Interval.HOUR_1, kind_of, lambda _instrument: None, 300)
        return SeriesLoader({InstrumentKind.STOCK: venue}, (), MemoryArchive(), request, clock)

    return RealSession(symbols, Interval.HOUR_1, clock, open_loader, assumed_instrument)


def until(is_enough: Callable[[], object]) -> None:
    pause = threading.Event()
    for _ in range(2_000):
        if is_enough():
            return
        pause.wait(0.01)
    pytest.fail("it never came")


def test_a_stock_is_loaded_and_followed_beside_one_nobody_knows(server: YahooServer, clock: MarketClock) -> None:
    feed = session_of(server, clock, "AAPL", "NOSUCH").open(None).feed
    loaded: list[Loaded] = []

    def all_there() -> bool:
        loaded.extend(feed.loaded())  # type: ignore[attr-defined]
        feed.poll()
        return len(loaded) == 2 and feed.states()["AAPL"].phase is Phase.LIVE  # type: ignore[attr-defined]

    try:
        until(all_there)
    finally:
        feed.close()
    by_symbol = {one.symbol: one for one in loaded}
    assert by_symbol["AAPL"].series is not None
    assert (by_symbol["AAPL"].series.source, len(by_symbol["AAPL"].series.bars)) == ("yahoo", 300)
    assert by_symbol["AAPL"].series.instrument.kind is InstrumentKind.STOCK
    assert by_symbol["NOSUCH"].is_final
    assert "NOSUCH" in by_symbol["NOSUCH"].problem


def test_london_and_tokyo_are_followed_while_new_york_sleeps(server: YahooServer, clock: MarketClock) -> None:
    server.listings["VOD.L"] = Listing("VOD.L", zone="Europe/London", opens=time(8), closes=time(16, 30))
    server.listings["7203.T"] = Listing("7203.T", zone="Asia/Tokyo", opens=time(9), closes=time(15, 30))
    symbols = ("AAPL", "VOD.L", "7203.T")
    server.now_s = seconds("2024-12-06T09:00:00")
    feed = YahooVenue(clock, endpoint_of(server), unhurried(), QUICK).open_feed(
        Interval.HOUR_1, dict.fromkeys(symbols, clock.now_ns()), lambda: None
    )

    def stand() -> tuple[Phase, ...]:
        return tuple(feed.state.of(symbol).phase for symbol in symbols)

    try:
        until(lambda: stand() == (Phase.CLOSED, Phase.LIVE, Phase.CLOSED))
        assert feed.state.of("AAPL").reason == "The exchange is closed until 2024-12-06T14:30:00Z."
        server.now_s = seconds("2024-12-09T01:00:00")
        until(lambda: stand() == (Phase.CLOSED, Phase.CLOSED, Phase.LIVE))
    finally:
        feed.close()
