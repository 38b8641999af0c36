"""The running market: every bar once, equal to the history, whatever is done to its clock."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.errors import UnknownSymbolError, ValueRefusedError
from photon_desktop.market.demo import DEMO_LABEL, DEMO_SOURCE
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.feed import MOST_BARS_A_POLL, DemoFeed
from photon_desktop.market.demo.film_times import DAY_NS, DEMO_EPOCH, FILM_END, HOUR_NS, STEP_NS, bar_open
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.feed import Feed, SimulatedFeed
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick

WORLD = DemoWorld()
OPENING = Checkpoint.opening()
FIVE_MINUTES = Interval.MINUTE_5


@dataclass
class Watched:
    """A feed on a clock that the test turns, and everything it brought."""

    interval: Interval = FIVE_MINUTES
    checkpoint: Checkpoint = OPENING
    symbols: tuple[str, ...] = DEMO_SYMBOLS
    seconds: float = 0.0
    events: list[MarketEvent] = field(default_factory=list)
    feed: DemoFeed = field(init=False)

    def __post_init__(self) -> None:
        self.feed = DemoFeed(WORLD, self.symbols, self.interval, self.checkpoint, lambda: self.seconds)

    def after(self, seconds: float) -> list[MarketEvent]:
        self.seconds += seconds
        brought = list(self.feed.poll())
        self.events += brought
        return brought

    def closed(self, symbol: str) -> list[BarClosed]:
        return [event for event in self.events if isinstance(event, BarClosed) and event.symbol == symbol]

    def ticks(self, symbol: str) -> list[PriceTick]:
        return [event for event in self.events if isinstance(event, PriceTick) and event.symbol == symbol]

    def history(self, symbol: str) -> Bars:
        """What the world says about the bars that have closed since the checkpoint's bar opened."""
        start = bar_open(self.checkpoint.time_ns, self.interval)
        return WORLD.bars(symbol, self.interval, start, bar_open(self.feed.market_time_ns(), self.interval), OPENING)


def check_everything(watched: Watched) -> None:
    times = [event.time_ns if isinstance(event, PriceTick) else event.close_time for event in watched.events]
    assert times == sorted(times)
    for symbol in watched.symbols:
        closed = watched.closed(symbol)
        assert [event.bar for event in closed] == list(watched.history(symbol))
        assert {event.source for event in closed} <= {DEMO_SOURCE}
        check_ticks(watched, symbol)


def check_ticks(watched: Watched, symbol: str) -> None:
    by_bar: dict[int, list[PriceTick]] = {}
    for tick in watched.ticks(symbol):
        by_bar.setdefault(bar_open(tick.time_ns, watched.interval), []).append(tick)
        assert tick.low <= min(tick.open, tick.price) <= max(tick.open, tick.price) <= tick.high
        assert tick.forming.open_time == bar_open(tick.time_ns, watched.interval)
        assert tick.forming.close == tick.price
    for bar in watched.history(symbol):
        ticks = by_bar[bar.open_time]
        began_earlier = bar.open_time < watched.checkpoint.time_ns
        if not began_earlier:
            assert sum(tick.volume or 0 for tick in ticks) == pytest.approx(bar.volume)
            assert ticks[0].open == bar.open
            assert max(tick.high for tick in ticks) == bar.high
            assert min(tick.low for tick in ticks) == bar.low
        assert ticks[-1].price == bar.close
        assert ticks[-1].forming == bar


turns = st.one_of(
    st.floats(0, 0.5).map(lambda seconds: ("wait", seconds)),
    st.sampled_from([1.0, 600.0, 1_800.0, 7_200.0, 36_000.0]).map(lambda speed: ("speed", speed)),
    st.just(("pause", 0.0)),
    st.just(("resume", 0.0)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(turns, max_size=40), st.sampled_from([FIVE_MINUTES, Interval.MINUTE_1, Interval.HOUR_1]))
def test_bars_equal_the_history_whatever_is_done_to_the_clock(
    turned: list[tuple[str, float]], interval: Interval
) -> None:
    watched = Watched(interval)
    change: dict[str, Callable[[float], object]] = {
        "wait": watched.after,
        "speed": watched.feed.set_speed,
        "pause": lambda _: watched.feed.pause(),
        "resume": lambda _: watched.feed.resume(),
    }
    for what, how_much in turned:
        change[what](how_much)
    check_everything(watched)
    assert watched.feed.checkpoint() == WORLD.moved(OPENING, watched.feed.market_time_ns())


def test_an_hourly_bar_closes_every_two_seconds_at_the_usual_speed() -> None:
    watched = Watched(Interval.HOUR_1)
    for _ in range(205):
        watched.after(0.05)
    assert [len(watched.closed(symbol)) for symbol in DEMO_SYMBOLS] == [5, 5, 5]
    assert len(watched.ticks("DEMO-BTC")) > 190
    check_everything(watched)


def test_a_symbol_gets_at_most_one_tick_a_bar_and_poll_and_none_without_a_step() -> None:
    watched = Watched(Interval.HOUR_1)
    assert watched.after(0) == []
    assert watched.after(0.005) == []
    for _ in range(50):
        brought = watched.after(0.7)
        keys = [(e.symbol, bar_open(e.time_ns, Interval.HOUR_1)) for e in brought if isinstance(e, PriceTick)]
        assert len(keys) == len(set(keys))


def test_who_was_away_gets_three_bars_and_the_clock_slips() -> None:
    watched = Watched(Interval.HOUR_1)
    watched.after(0.5)
    watched.after(3_600)
    assert len(watched.closed("DEMO-BTC")) == MOST_BARS_A_POLL == 3
    assert watched.feed.market_time_ns() == DEMO_EPOCH + 3 * HOUR_NS
    assert watched.after(0) == []
    watched.after(2)
    assert watched.feed.market_time_ns() == DEMO_EPOCH + 4 * HOUR_NS
    check_everything(watched)


def test_long_bars_are_brought_in_strides_of_three_days() -> None:
    watched = Watched(Interval.WEEK_1)
    watched.after(10_000_000)
    assert watched.feed.market_time_ns() == DEMO_EPOCH + 3 * DAY_NS
    for _ in range(6):
        watched.after(10_000_000)
    assert len(watched.closed("DEMO-ETH")) == 3
    check_everything(watched)


@pytest.mark.parametrize("interval", [FIVE_MINUTES, Interval.HOUR_4, Interval.WEEK_1])
def test_a_later_session_goes_on_in_the_middle_of_a_bar(interval: Interval) -> None:
    first = Watched(FIVE_MINUTES)
    for _ in range(17):
        first.after(0.21)
    saved = Checkpoint.from_json(first.feed.checkpoint().to_json())
    assert bar_open(saved.time_ns, FIVE_MINUTES) != saved.time_ns
    assert Checkpoint.from_mapping(first.feed.resume_point()) == saved
    second = Watched(interval, saved)
    for _ in range(400):
        second.after(interval.seconds / 1_800 / 100)
    assert len(second.closed("DEMO-AAPL")) >= 2
    assert second.ticks("DEMO-BTC")[0].time_ns > first.ticks("DEMO-BTC")[-1].time_ns
    check_everything(second)


def test_the_first_tick_of_a_session_holds_only_what_is_new() -> None:
    first = Watched(Interval.HOUR_1)
    first.after(1.2345)
    second = Watched(Interval.HOUR_1, first.feed.checkpoint())
    second.after(STEP_NS / 1e9 / 1_800 + 1e-9)
    tick = second.ticks("DEMO-BTC")[0]
    assert tick.open == tick.high == tick.low == tick.price
    assert tick.forming.open == first.ticks("DEMO-BTC")[0].forming.open


def test_the_history_from_the_feeds_checkpoint_ends_with_the_bar_it_closed_last() -> None:
    watched = Watched(Interval.HOUR_1)
    watched.after(2.5)
    watched.after(2.5)
    source = DemoSource(WORLD, watched.feed.checkpoint())
    assert source.history("DEMO-ETH", Interval.HOUR_1, 50).bar(-1) == watched.closed("DEMO-ETH")[-1].bar


def test_a_checkpoint_holds_all_symbols_though_one_is_watched() -> None:
    watched = Watched(symbols=("DEMO-ETH",))
    watched.after(0.4)
    watched.feed.checkpoint()
    watched.after(0.4)
    checkpoint = watched.feed.checkpoint()
    assert checkpoint == WORLD.moved(OPENING, watched.feed.market_time_ns())
    assert checkpoint.time_ns == DEMO_EPOCH + 24 * 60 * 10**9


def test_a_paused_market_brings_nothing() -> None:
    watched = Watched()
    watched.feed.pause()
    assert watched.feed.is_paused
    assert watched.after(100) == []
    watched.feed.resume()
    assert watched.after(0) == []
    assert watched.after(0.1) != []


def test_a_speed_outside_its_bounds_is_refused() -> None:
    feed = Watched().feed
    for speed in (0.5, 36_001):
        with pytest.raises(ValueRefusedError, match="between 1 and 36000"):
            feed.set_speed(speed)
    feed.set_speed(36_000)
    assert feed.speed == 36_000


def test_the_film_ends_with_a_closed_bar_and_then_it_is_finished() -> None:
    near_the_end = Checkpoint(FILM_END - 2 * HOUR_NS, OPENING.log_prices)
    watched = Watched(Interval.HOUR_1, near_the_end)
    assert not watched.feed.finished
    watched.after(1_000)
    assert watched.feed.finished
    assert len(watched.closed("DEMO-BTC")) == 2
    assert watched.after(10) == []


def test_a_closed_feed_brings_nothing_and_still_knows_where_it_stood() -> None:
    watched = Watched()
    watched.after(0.2)
    watched.feed.close()
    watched.feed.close()
    assert watched.feed.finished
    assert watched.after(5) == []
    assert watched.feed.checkpoint().time_ns == watched.feed.market_time_ns() == DEMO_EPOCH + 360 * 10**9


def test_it_is_an_unpaced_simulated_feed_named_demo() -> None:
    feed: Feed = Watched().feed
    assert isinstance(feed, SimulatedFeed)
    assert not feed.paced
    assert feed.source == DEMO_SOURCE == "demo"
    assert "simulated" in DEMO_LABEL
    assert feed.symbols == DEMO_SYMBOLS


def test_what_is_not_listed_cannot_be_watched() -> None:
    with pytest.raises(UnknownSymbolError, match="lists no 'BTCUSDT'"):
        Watched(symbols=("BTCUSDT",))
    with pytest.raises(ValueRefusedError, match="at least one symbol"):
        Watched(symbols=())
