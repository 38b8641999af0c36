"""The real market in the window, over the local exchange, and the way there and back."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.market.bybit.venue import BybitVenue
from photon_desktop.market.feed_state import Phase
from photon_desktop.markets import FIRST_SYMBOLS, Venues
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.listing import Listing
from photon_desktop.trading.portfolio import Portfolio
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import BybitServer
from tests.gui.desktops import Scenario, run_shown, until
from tests.market.bybit.conftest import NS, endpoint_of

SYMBOLS = ("BTCUSDT", "ETHUSDT")


class ServerClock:
    """The wall's time as the exchange has it: its market stands still until a test moves it."""

    def __init__(self, server: BybitServer) -> None:
        self._server = server

    def now_ns(self) -> int:
        return self._server.now_ms * NS


@pytest.fixture
def server() -> Iterator[BybitServer]:
    with BybitServer() as running:
        yield running


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, server: BybitServer) -> Callable[[Scenario], None]:
    def make() -> Desktop:
        desktop = Desktop(tmp_path, venues=venues, clock=ServerClock(server))
        desktop.markets.watch(SYMBOLS)
        return desktop

    def venues() -> Venues:
        return {InstrumentKind.CRYPTO: BybitVenue(endpoint_of(server))}

    return partial(run_shown, qapp, make)


def feed_phase(desktop: Desktop, symbol: str) -> Phase | None:
    state = desktop.window.stage.state_of(symbol)
    return None if state is None else state.phase


def bars_shown(desktop: Desktop, symbol: str) -> int:
    series = desktop.window.desk.series_of(symbol)
    return 0 if series is None else len(series.bars)


def test_the_first_start_watches_the_simulated_market(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        assert desktop.window.toolbar.market_name == "demo"
        await until(lambda: bars_shown(desktop, "DEMO-BTC"))

    run(scenario)


def test_the_real_market_is_shown_followed_and_left_again(run: Callable[[Scenario], None], server: BybitServer) -> None:
    async def scenario(desktop: Desktop) -> None:
        window = desktop.window
        await until(lambda: bars_shown(desktop, "DEMO-BTC"))
        window.toolbar.market.setCurrentIndex(1)
        await until(lambda: all(bars_shown(desktop, symbol) for symbol in SYMBOLS))
        assert window.desk.symbol == "BTCUSDT"
        assert window.desk.series_of("DEMO-BTC") is None
        await until(lambda: feed_phase(desktop, "BTCUSDT") is Phase.LIVE)
        before = bars_shown(desktop, "BTCUSDT")
        server.advance(13, "60")
        await until(lambda: bars_shown(desktop, "BTCUSDT") > before)
        await until(lambda: window.feed.model.rowCount() > 0)
        assert {row.decision.ticker for row in shown_decisions(desktop)} <= set(SYMBOLS)
        assert desktop.application.store.trades.deposits("paper-real") == 10_000
        window.actions_by_name["actionMarket"].trigger()
        await until(lambda: bars_shown(desktop, "DEMO-BTC"))
        assert window.desk.series_of("BTCUSDT") is None

    run(scenario)


@pytest.mark.slow
def test_the_market_chosen_is_watched_at_the_next_start(run: Callable[[Scenario], None]) -> None:
    async def choose(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: bars_shown(desktop, "ETHUSDT"))

    async def find(desktop: Desktop) -> None:
        assert desktop.window.toolbar.market_name == "real"
        await until(lambda: bars_shown(desktop, "ETHUSDT"))

    run(choose)
    run(find)


def test_an_exchange_out_of_reach_is_told_and_what_was_kept_is_shown(
    run: Callable[[Scenario], None], server: BybitServer
) -> None:
    async def out_of_reach(desktop: Desktop) -> None:
        server.http.plan(Fault(status=403), times=50)
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: feed_phase(desktop, "BTCUSDT") is Phase.OFFLINE)
        assert "refuses this address" in desktop.window.status.feed.toolTip()
        assert "Offline" in desktop.window.status.feed.text()

    run(out_of_reach)


@pytest.mark.slow
def test_the_interval_of_the_real_market_is_its_own(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: bars_shown(desktop, "BTCUSDT"))
        desktop.window.interval_selected.emit("5m")
        await until(lambda: desktop.window.desk.series_of("BTCUSDT").interval is Interval.MINUTE_5)  # type: ignore[union-attr]
        desktop.window.toolbar.market.setCurrentIndex(0)
        await until(lambda: bars_shown(desktop, "DEMO-BTC"))
        assert desktop.window.desk.series_of("DEMO-BTC").interval is Interval.HOUR_1  # type: ignore[union-attr]

    run(scenario)


def test_before_the_user_chose_any_a_few_well_known_symbols_are_watched(
    qapp: QApplication, tmp_path: Path, server: BybitServer
) -> None:
    desktop = Desktop(tmp_path, venues=dict, clock=ServerClock(server))
    try:
        assert desktop.markets.real_symbols() == FIRST_SYMBOLS
    finally:
        desktop.close()
        desktop.window.deleteLater()


def shown_decisions(desktop: Desktop) -> list[Any]:
    model = desktop.window.feed.model
    return [model.row(position) for position in range(model.rowCount())]


@pytest.mark.slow
def test_the_terms_of_the_sources_are_told_once(run: Callable[[Scenario], None]) -> None:
    async def first(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: desktop.window.banner.problems)
        assert "Yahoo" in desktop.window.banner.problems[0].sentence

    async def later(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(0)
        await until(lambda: bars_shown(desktop, "DEMO-BTC"))
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: bars_shown(desktop, "BTCUSDT"))
        assert desktop.window.banner.problems == ()

    run(first)
    run(later)


@pytest.mark.slow
def test_a_symbol_asked_for_is_watched_shown_and_followed_at_its_interval(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        await desktop.show_real_symbol("COIN3USDT", Interval.MINUTE_5)
        await until(lambda: bars_shown(desktop, "COIN3USDT"))
        assert desktop.window.toolbar.market_name == "real"
        assert desktop.window.desk.symbol == "COIN3USDT"
        assert desktop.markets.real_symbols() == (*SYMBOLS, "COIN3USDT")
        await desktop.show_real_symbol("ETHUSDT", Interval.MINUTE_5)
        assert desktop.window.desk.symbol == "ETHUSDT"
        assert desktop.markets.real_symbols() == (*SYMBOLS, "COIN3USDT")

    run(scenario)


@pytest.mark.slow
def test_symbols_added_to_the_watchlist_load_while_the_others_run_on(
    run: Callable[[Scenario], None], server: BybitServer
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: feed_phase(desktop, "ETHUSDT") is Phase.LIVE)
        handshakes = server.stream.handshakes
        desktop.window.watchlist.add(("COIN5USDT", "COIN6USDT"))
        await until(lambda: bars_shown(desktop, "COIN6USDT") and feed_phase(desktop, "COIN5USDT") is Phase.LIVE)
        assert desktop.markets.real_symbols() == (*SYMBOLS, "COIN5USDT", "COIN6USDT")
        assert server.stream.handshakes == handshakes + 1  # one more connection, the first one stands
        desktop.window.watchlist.view.choose("COIN5USDT")
        desktop.window.watchlist.remove_selected()
        assert desktop.markets.real_symbols() == (*SYMBOLS, "COIN6USDT")
        await until(lambda: "COIN5USDT" not in desktop.application.session.symbols)

    run(scenario)


@pytest.mark.slow
def test_a_symbol_that_is_held_stays_on_the_watchlist(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: bars_shown(desktop, "BTCUSDT"))
        held = Account(Decimal(9_000), {"BTCUSDT": Position("BTCUSDT", Decimal("0.01"), Decimal(300))})
        desktop.application.team.executor.portfolio_changed.emit(Portfolio(held, {}, 0, "paper", Decimal(10_000)))
        await asyncio.sleep(0.05)
        desktop.window.watchlist.view.choose("BTCUSDT")
        desktop.window.watchlist.remove_selected()
        assert set(desktop.markets.real_symbols()) == set(SYMBOLS)
        assert set(desktop.window.watchlist.symbols) == set(SYMBOLS)
        assert "You hold BTCUSDT" in desktop.window.banner.problems[-1].sentence

    run(scenario)


@pytest.mark.slow
def test_a_kind_the_user_gives_decides_who_is_asked(run: Callable[[Scenario], None]) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: bars_shown(desktop, "BTCUSDT"))
        desktop.window.watchlist.add(("COIN7",))
        await until(lambda: feed_phase(desktop, "COIN7") is Phase.OFFLINE)
        assert desktop.markets.kind_of("COIN7") is InstrumentKind.STOCK
        desktop.window.watchlist.view.choose("BTCUSDT")
        desktop.window.watchlist.give_kind(InstrumentKind.STOCK)
        await until(lambda: feed_phase(desktop, "BTCUSDT") is Phase.OFFLINE)
        desktop.window.watchlist.give_kind(None)
        assert desktop.markets.kind_of("BTCUSDT") is InstrumentKind.CRYPTO
        await until(lambda: feed_phase(desktop, "BTCUSDT") is Phase.LIVE)

    run(scenario)


@pytest.mark.slow
def test_symbols_are_searched_for_off_the_main_thread(qapp: QApplication, tmp_path: Path, server: BybitServer) -> None:
    threads: list[str] = []

    def search(text: str) -> tuple[Listing, ...]:
        threads.append(threading.current_thread().name)
        return (Listing(text.upper(), "A name", InstrumentKind.STOCK, "NMS"),)

    async def scenario(desktop: Desktop) -> None:
        desktop.window.toolbar.market.setCurrentIndex(1)
        await until(lambda: desktop.window.watchlist.is_editable)
        dialog = desktop.window.watch_desk.open_dialog()
        QTest.keyClicks(dialog.field, "msft")
        await until(lambda: threads)
        dialog.reject()

    run_shown(qapp, lambda: Desktop(tmp_path, venues=dict, clock=ServerClock(server), search=search), scenario)
    assert threads[0] != threading.main_thread().name
