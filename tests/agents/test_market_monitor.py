from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.market_monitor import MarketMonitor, gone_on, take_snapshot
from photon_desktop.agents.post import Post
from photon_desktop.errors import StoreFullError
from photon_desktop.market.catalogue import Served
from photon_desktop.market.demo_session import DemoSession
from photon_desktop.market.replay_session import ReplaySession
from photon_desktop.market.session import MarketSession, OpenedMarket, ResumePoint, Series, resume_key
from photon_desktop.store.store import Store
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import DECISION_MAKER, MarketSnapshot, Message, MessageType
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.trading.timestamps import from_iso
from tests.agents.conftest import HOUR, NOON, SYMBOL

MonitorMaker = Callable[[MarketSession], MarketMonitor]


def walk(count: int, seed: int = 1) -> Bars:
    """Hourly bars of a random walk that end at noon."""
    random = np.random.default_rng(seed)
    close = 100 * np.exp(np.cumsum(random.normal(0, 0.01, count)))
    open_ = np.concatenate([[100.0], close[:-1]])
    times = NOON - HOUR * np.arange(count, 0, -1)
    return Bars.of(times, open_, np.maximum(open_, close), np.minimum(open_, close), close, np.ones(count))


def replay(bars: int, played: int) -> ReplaySession:
    served = Served(walk(bars), "csv", assumed_instrument(SYMBOL))
    return ReplaySession(SYMBOL, Interval.HOUR_1, served, played)


@pytest.fixture
def make_monitor(store: Store, post: Post, qapp: QCoreApplication) -> Iterator[MonitorMaker]:
    made: list[MarketMonitor] = []

    def make(session: MarketSession) -> MarketMonitor:
        monitor = MarketMonitor(store, post, session)
        made.append(monitor)
        return monitor

    yield make
    for monitor in made:
        monitor.stop()


def snapshots(store: Store) -> list[MarketSnapshot]:
    stored = store.messages.of_type(MessageType.MARKET_SNAPSHOT, 1_000)
    return [item.message.payload for item in reversed(stored)]  # type: ignore[misc]


def test_history_is_stored_before_anyone_hears_of_it(store: Store, make_monitor: MonitorMaker) -> None:
    monitor = make_monitor(replay(300, 10))
    heard: list[tuple[Series, int]] = []

    def hear(series: Series) -> None:
        heard.append((series, len(store.bars.read(SYMBOL, Interval.HOUR_1, "replay"))))

    monitor.history_loaded.connect(hear)
    monitor.start()
    ((series, stored),) = heard
    assert (len(series.bars), stored, series.source) == (290, 290, "csv")


def test_a_replay_brings_one_event_at_a_time_and_says_when_it_is_over(store: Store, make_monitor: MonitorMaker) -> None:
    monitor = make_monitor(replay(300, 2))
    events: list[str] = []
    monitor.priced.connect(lambda tick: events.append("price"))
    monitor.bar_closed.connect(lambda closed: events.append("bar"))
    monitor.snapshot_made.connect(lambda message: events.append("snapshot"))
    monitor.replay_finished.connect(lambda: events.append("over"))
    monitor.start()
    assert events == []
    for _ in range(7):
        monitor.advance()
    assert events == ["price", "price", "bar", "snapshot", "price", "price", "bar", "snapshot", "over"]


def test_a_snapshot_is_stored_with_its_bar_before_it_is_sent(store: Store, make_monitor: MonitorMaker) -> None:
    monitor = make_monitor(replay(300, 1))
    queued: list[list[Message]] = []
    monitor.snapshot_made.connect(lambda _: queued.append(store.messages.queued(DECISION_MAKER)))
    monitor.start()
    for _ in range(3):
        monitor.advance()
    (waiting,) = queued
    snapshot = waiting[0].payload
    assert isinstance(snapshot, MarketSnapshot)
    assert snapshot.close_time == NOON
    assert store.bars.read(SYMBOL, Interval.HOUR_1, "replay", last=1).bar(0) == snapshot.bar


def test_a_snapshot_knows_only_bars_up_to_its_own(store: Store, make_monitor: MonitorMaker) -> None:
    whole, cut = make_monitor(replay(300, 5)), walk(300).part(0, 298)
    whole.start()
    for _ in range(9):
        whole.advance()
    third = snapshots(store)[2]
    assert third.bar == cut.bar(-1)
    other = make_monitor(ReplaySession(SYMBOL, Interval.HOUR_1, Served(cut, "csv", assumed_instrument(SYMBOL)), 1))
    other.start()
    for _ in range(3):
        other.advance()
    assert snapshots(store)[-1].indicators == third.indicators


def test_a_bar_that_can_not_be_stored_degrades_the_monitor_and_the_next_one_is_taken(
    store: Store, make_monitor: MonitorMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monitor = make_monitor(replay(300, 2))
    states: list[AgentStatus] = []
    monitor.status_changed.connect(states.append)
    monitor.start()

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(store.messages, "add", full)
        for _ in range(3):
            monitor.advance()
    assert (states[-1].state, states[-1].note) == (AgentState.DEGRADED, "The disk is full.")
    assert len(store.bars.read(SYMBOL, Interval.HOUR_1, "replay")) == 298
    for _ in range(3):
        monitor.advance()
    assert len(snapshots(store)) == 1


def test_deciding_now_makes_a_snapshot_of_the_last_closed_bar(store: Store, make_monitor: MonitorMaker) -> None:
    monitor = make_monitor(replay(300, 1))
    monitor.start()
    monitor.look_again(SYMBOL)
    monitor.look_again("NOTHING")
    (snapshot,) = snapshots(store)
    assert snapshot.close_time == NOON - HOUR
    assert store.log.recent(1)[0].level == "WARNING"


class BrokenSession:
    name = "broken"
    symbols = (SYMBOL,)
    interval = Interval.HOUR_1

    def instrument(self, symbol: str, /) -> Any:
        return assumed_instrument(symbol)

    def opens_at(self, resume_point: ResumePoint | None, /) -> int:
        return NOON

    def open(self, resume_point: ResumePoint | None, /) -> OpenedMarket:
        raise RuntimeError("no market today")


def test_a_market_that_does_not_open_stops_the_monitor_and_says_why(make_monitor: MonitorMaker) -> None:
    monitor = make_monitor(BrokenSession())
    states: list[AgentStatus] = []
    monitor.status_changed.connect(states.append)
    monitor.start()
    assert states[-1].state is AgentState.FAILED
    assert "no market today" in states[-1].note


def run_demo(qapp: QCoreApplication, monitor: MarketMonitor, bars: int) -> list[BarClosed]:
    """Let the simulated market run until `bars` of its first symbol have closed."""
    closed: list[BarClosed] = []

    def keep(bar: BarClosed) -> None:
        if bar.symbol == "DEMO-BTC":
            closed.append(bar)
            if len(closed) == bars:
                qapp.quit()

    monitor.bar_closed.connect(keep)
    monitor.start()
    qapp.exec()
    monitor.stop()
    return closed


def test_the_demo_market_goes_on_where_an_earlier_session_stopped(
    qapp: QCoreApplication, store: Store, make_monitor: MonitorMaker
) -> None:
    fast = DemoSession(Interval.HOUR_1, 36_000.0)
    run_demo(qapp, make_monitor(fast), 3)
    first = store.bars.read("DEMO-BTC", Interval.HOUR_1, "demo")
    point = store.settings.get(resume_key(fast), None)
    assert fast.opens_at(point) >= int(first.times[-1]) + HOUR
    later = run_demo(qapp, make_monitor(fast), 2)
    assert later[0].bar.open_time == int(first.times[-1]) + HOUR
    assert later[0].bar.open == pytest.approx(float(first.close[-1]), rel=0.01)


def test_ticks_come_before_the_bar_they_belong_to_closes(qapp: QCoreApplication, make_monitor: MonitorMaker) -> None:
    monitor = make_monitor(DemoSession(Interval.HOUR_1, 36_000.0))
    order: list[PriceTick | BarClosed] = []
    monitor.priced.connect(order.append)
    monitor.bar_closed.connect(order.append)
    run_demo(qapp, monitor, 2)
    last_close: dict[str, int] = {}
    for event in order:
        if isinstance(event, BarClosed):
            last_close[event.symbol] = event.close_time
        else:
            assert event.time_ns >= last_close.get(event.symbol, 0)


def next_bar(series: Series, source: str) -> BarClosed:
    last = series.bars.bar(-1)
    return BarClosed(series.symbol, series.interval, replace(last, open_time=last.open_time + HOUR), source)


@pytest.mark.parametrize(
    ("source", "stored_as", "feed", "kept_as", "fresh_bars"),
    [
        ("bybit", "", "bybit", "bybit", 1),
        ("cache", "csv", "cache", "csv", 1),
        ("cache", "bybit", "bybit", "bybit", 1),
        ("csv", "", "bybit", "csv+bybit", 301),
        ("cache", "csv", "bybit", "csv+bybit", 301),
    ],
)
def test_a_bar_goes_on_with_its_own_sources_series_and_with_no_others(
    source: str, stored_as: str, feed: str, kept_as: str, fresh_bars: int
) -> None:
    series = Series(SYMBOL, Interval.HOUR_1, walk(300), source, assumed_instrument(SYMBOL), stored_as=stored_as)
    first, fresh = gone_on(series, next_bar(series, feed))
    assert (first.source, first.kept_as, len(fresh), len(first.bars)) == (feed, kept_as, fresh_bars, 301)
    second, fresh = gone_on(first, next_bar(first, feed))
    assert (second.kept_as, len(fresh)) == (kept_as, 1)


def test_a_night_is_no_gap_in_a_stocks_bars_and_is_one_in_a_coins() -> None:
    friday, monday = from_iso("2024-03-08T14:30:00Z"), from_iso("2024-03-11T13:30:00Z")
    times = np.concatenate([np.arange(7) * HOUR + friday, np.arange(7) * HOUR + monday])
    bars = Bars.of(times, *(np.full(14, 100.0) for _ in range(5)))
    for symbol, gaps in (("AAPL", 0), ("BTCUSDT", 1)):
        series = Series(symbol, Interval.HOUR_1, bars, "csv", assumed_instrument(symbol))
        assert take_snapshot(series, int(times[-1]) + HOUR).data_quality["gaps"] == gaps


def test_a_snapshot_tells_what_is_missing_of_the_bars_that_count() -> None:
    times = np.delete(np.arange(600), [350, 450, 451, 590]) * HOUR
    bars = Bars.of(times, *(np.full(len(times), 100.0) for _ in range(5)))
    series = Series("BTCUSDT", Interval.HOUR_1, bars, "csv", assumed_instrument("BTCUSDT"))
    told = take_snapshot(series, 600 * HOUR, feed="stale").data_quality
    assert (told["gaps"], told["missing"], told["missing_lately"], told["feed"]) == (3, 3, 1, "stale")


@pytest.mark.parametrize(("since", "missing"), [(20, 1), (21, 0)])
def test_a_hole_counts_while_the_close_of_twenty_bars_ago_lies_before_it(since: int, missing: int) -> None:
    times = np.delete(np.arange(300), 300 - since - 1) * HOUR
    bars = Bars.of(times, *(np.full(len(times), 100.0) for _ in range(5)))
    series = Series("BTCUSDT", Interval.HOUR_1, bars, "csv", assumed_instrument("BTCUSDT"))
    assert take_snapshot(series, 300 * HOUR).data_quality["missing_lately"] == missing
