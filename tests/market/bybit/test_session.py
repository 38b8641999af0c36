"""Bybit's market opened for watching."""

import threading

import pytest

from photon_desktop.errors import DataError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.bybit.session import BybitSession
from photon_desktop.market.feed_state import Phase
from photon_desktop.market.session import MarketSession
from photon_desktop.trading.interval import Interval
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.market.bybit.conftest import MINUTE_MS, NS, endpoint_of, true_bars


class StandingClock:
    def now_ns(self) -> int:
        return 1_700_000_000_000_000_000


def session_of(server: BybitServer, *symbols: str, wake: threading.Event | None = None) -> BybitSession:
    return BybitSession(
        symbols or ("BTCUSDT", "ETHUSDT", "BTCUSDT"),
        Interval.MINUTE_1,
        StandingClock(),
        endpoint_of(server),
        wake=(wake or threading.Event()).set,
        history_bars=1_500,
    )


def test_a_session_names_what_it_watches(server: BybitServer) -> None:
    session: MarketSession = session_of(server)
    assert (session.name, session.symbols, session.interval) == ("bybit", ("BTCUSDT", "ETHUSDT"), Interval.MINUTE_1)
    assert session.opens_at(None) == 1_700_000_000_000_000_000
    assert server.http.requests == []


def test_history_and_feed_join_without_a_gap(server: BybitServer) -> None:
    server.set_now_ms(OPENING_MS + 2_500)
    woken = threading.Event()
    opened = session_of(server, wake=woken).open(None)
    feed = opened.feed
    try:
        assert [series.symbol for series in opened.series] == ["BTCUSDT", "ETHUSDT"]
        for series in opened.series:
            assert series.source == "bybit"
            assert list(series.bars) == true_bars(server, OPENING_MS - 1_500 * MINUTE_MS, 1_500, series.symbol)
        assert feed.symbols == ("BTCUSDT", "ETHUSDT")
        assert not feed.paced
        assert feed.market_time_ns() == OPENING_MS * NS
        events = []
        server.set_now_ms(OPENING_MS + MINUTE_MS + 2_500)  # a bar closes before the stream is there
        while len(events) < 4:
            assert woken.wait(20)
            woken.clear()
            events += feed.poll()
        closed = [event for event in events if hasattr(event, "bar")]
        assert {event.bar.open_time for event in closed} == {OPENING_MS * NS}
    finally:
        feed.close()
    assert feed.state.phase is Phase.STOPPED  # type: ignore[attr-defined]


def test_instruments_are_known_without_asking_once_the_market_was_opened(server: BybitServer) -> None:
    session = session_of(server, "BTCUSDT")
    session.open(None).feed.close()
    asked = len(server.http.requests)
    assert str(session.instrument("BTCUSDT").tick_size) == "0.1"
    assert len(server.http.requests) == asked


def test_an_instrument_can_be_asked_for_before(server: BybitServer) -> None:
    session = session_of(server)
    assert str(session.instrument("ETHUSDT").tick_size) == "0.01"
    assert session.instrument("ETHUSDT") is session.instrument("ETHUSDT")
    assert len(server.http.requests) == 1


def test_an_unknown_symbol_is_told_and_nothing_left_open(server: BybitServer) -> None:
    with pytest.raises(UnknownSymbolError, match="NOPEUSDT"):
        session_of(server, "BTCUSDT", "NOPEUSDT").open(None)


def test_a_refused_address_is_told(server: BybitServer) -> None:
    server.http.plan(Fault(status=403))
    with pytest.raises(DataError, match="refuses this address"):
        session_of(server).open(None)


def test_a_session_of_nothing_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="at least one symbol"):
        BybitSession((), Interval.HOUR_1, StandingClock())
