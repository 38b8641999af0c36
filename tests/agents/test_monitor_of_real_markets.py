"""The Market Monitor over a feed that loads and follows symbols by itself."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.agents.market_monitor import MarketMonitor
from photon_desktop.agents.post import Post
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.market.real.feed import RealFeed
from photon_desktop.market.real.venue import Loaded
from photon_desktop.market.session import OpenedMarket, ResumePoint, Series
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.messages import MarketSnapshot, MessageType
from photon_desktop.trading.prices import BarClosed
from tests.market.real.venues import BEGIN, MINUTE, MemoryVenue, closed, series_of, tick

NEXT = BEGIN + MINUTE.nanoseconds
Load = Callable[[str], Loaded]


class Clock:
    def now_ns(self) -> int:
        return NEXT + MINUTE.nanoseconds + 1


class MemorySession:
    name = "real"
    interval = MINUTE

    def __init__(self, symbols: Sequence[str], load: Load) -> None:
        self.symbols = tuple(symbols)
        self.clock = Clock()
        self._load = load

    def instrument(self, symbol: str, /) -> Instrument:
        return assumed_instrument(symbol)

    def opens_at(self, _resume_point: ResumePoint | None, /) -> int:
        return self.clock.now_ns()

    def open(self, _resume_point: ResumePoint | None, /) -> OpenedMarket:
        feed = RealFeed(self.symbols, self.interval, self._load, self.clock)
        feed.start()
        return OpenedMarket((), feed)


class Heard:
    """What the monitor told."""

    def __init__(self, monitor: MarketMonitor) -> None:
        self.series: list[Series] = []
        self.bars: list[BarClosed] = []
        self.prices: list[str] = []
        self.states: dict[str, FeedState] = {}
        self.changes: list[tuple[str, str]] = []
        monitor.history_loaded.connect(self.series.append)
        monitor.bar_closed.connect(self.bars.append)
        monitor.priced.connect(lambda event: self.prices.append(event.symbol))
        monitor.feeds_changed.connect(self.states.update)
        monitor.history_changed.connect(lambda symbol, sentence: self.changes.append((symbol, sentence)))


@pytest.fixture
def venue() -> MemoryVenue:
    return MemoryVenue()


@pytest.fixture
def watch(store: Store, post: Post, qtbot: QtBot) -> Iterator[Callable[..., tuple[MarketMonitor, Heard]]]:
    begun: list[MarketMonitor] = []

    def begin(load: Load, *symbols: str) -> tuple[MarketMonitor, Heard]:
        monitor = MarketMonitor(store, post, MemorySession(symbols, load))
        begun.append(monitor)
        heard = Heard(monitor)
        monitor.start()
        return monitor, heard

    yield begin
    for monitor in begun:
        monitor.stop()


def test_bars_that_load_later_are_shown_and_followed(
    store: Store, venue: MemoryVenue, watch: Callable[..., tuple[MarketMonitor, Heard]], qtbot: QtBot
) -> None:
    _, heard = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue), "A", "B")
    qtbot.waitUntil(lambda: len(heard.series) == 2 and bool(venue.feeds), timeout=10_000)
    venue.feeds[0].bring(tick("A", NEXT + 1), closed("A", NEXT), closed("B", NEXT))
    qtbot.waitUntil(lambda: len(heard.bars) == 2, timeout=10_000)
    assert heard.prices == ["A"]
    assert {symbol: state.phase for symbol, state in heard.states.items()} == {"A": Phase.LIVE, "B": Phase.LIVE}
    snapshots = [item.message.payload for item in store.messages.of_type(MessageType.MARKET_SNAPSHOT, 10)]
    assert all(isinstance(snapshot, MarketSnapshot) for snapshot in snapshots)
    assert sorted((one.ticker, one.close_time) for one in snapshots) == [  # type: ignore[union-attr]
        ("A", NEXT + MINUTE.nanoseconds),
        ("B", NEXT + MINUTE.nanoseconds),
    ]


def test_a_symbol_nobody_can_load_is_told_with_its_reason(
    venue: MemoryVenue, watch: Callable[..., tuple[MarketMonitor, Heard]], qtbot: QtBot
) -> None:
    def load(symbol: str) -> Loaded:
        if symbol == "NOSUCH":
            return Loaded(symbol, None, problem="Bybit does not list NOSUCH.", is_final=True)
        return Loaded(symbol, series_of(symbol), venue)

    _, heard = watch(load, "A", "NOSUCH")
    qtbot.waitUntil(lambda: "NOSUCH" in heard.states and heard.states["NOSUCH"].phase is Phase.OFFLINE, timeout=10_000)
    assert heard.states["NOSUCH"].reason == "Bybit does not list NOSUCH."
    qtbot.waitUntil(lambda: [series.symbol for series in heard.series] == ["A"], timeout=10_000)


def test_history_that_a_source_changed_is_told(
    venue: MemoryVenue, watch: Callable[..., tuple[MarketMonitor, Heard]], qtbot: QtBot
) -> None:
    sentence = "Bybit now gives 3 of the 5 bars of A differently."
    _, heard = watch(lambda symbol: Loaded(symbol, series_of(symbol), venue, news=sentence), "A")
    qtbot.waitUntil(lambda: heard.changes == [("A", sentence)], timeout=10_000)


def test_the_watchlist_changes_while_the_others_run_on(
    venue: MemoryVenue, watch: Callable[..., tuple[MarketMonitor, Heard]], qtbot: QtBot
) -> None:
    def load(symbol: str) -> Loaded:
        return Loaded(symbol, series_of(symbol), venue)

    monitor, heard = watch(load, "A", "B")
    qtbot.waitUntil(lambda: len(heard.series) == 2 and bool(venue.feeds), timeout=10_000)
    monitor.set_watchlist(MemorySession(["A", "C"], load))
    qtbot.waitUntil(lambda: len(heard.series) == 3 and len(venue.feeds) == 2, timeout=10_000)
    venue.feeds[0].bring(closed("B", NEXT), closed("A", NEXT))
    venue.feeds[1].bring(closed("C", NEXT))
    qtbot.waitUntil(lambda: len(heard.bars) == 2, timeout=10_000)
    assert sorted(bar.symbol for bar in heard.bars) == ["A", "C"]
    assert not venue.feeds[0].is_closed
