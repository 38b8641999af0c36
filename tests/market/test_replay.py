"""A replay brings one bar a poll: its open, its range, its close."""

import pytest

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.market.feed import Feed, SimulatedFeed
from photon_desktop.market.replay import ReplayFeed
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, PriceTick

HOUR = Interval.HOUR_1
BARS = Bars.from_bars(
    [Bar(0, 10, 12, 9, 11, 5), Bar(HOUR.nanoseconds, 11.5, 13, 11, 12, 6), Bar(3 * HOUR.nanoseconds, 8, 9, 7, 8, 1)]
)


def replay() -> ReplayFeed:
    return ReplayFeed("ABC", HOUR, BARS, "csv")


def test_a_poll_brings_the_open_then_the_range_then_the_close() -> None:
    opening, whole, closed = replay().poll()
    assert isinstance(opening, PriceTick)
    assert (opening.time_ns, opening.open, opening.high, opening.low, opening.price) == (0, 10, 10, 10, 10)
    assert opening.forming == Bar(0, 10, 10, 10, 10, 0)
    assert isinstance(whole, PriceTick)
    assert (whole.time_ns, whole.open, whole.high, whole.low, whole.price) == (HOUR.nanoseconds - 1, 10, 12, 9, 11)
    assert closed == BarClosed("ABC", HOUR, BARS.bar(0), "csv")


def test_both_ticks_of_a_bar_together_have_its_volume_where_it_has_one() -> None:
    silent = ReplayFeed("ABC", HOUR, Bars.from_bars([Bar(0, 10, 12, 9, 11, 0)]), "csv")
    assert [event.volume for event in replay().poll() if isinstance(event, PriceTick)] == [2.5, 2.5]
    assert [event.volume for event in silent.poll() if isinstance(event, PriceTick)] == [None, None]


def test_every_bar_comes_once_and_then_it_is_finished() -> None:
    feed: Feed = replay()
    closed = []
    while not feed.finished:
        closed += [event.bar for event in feed.poll() if isinstance(event, BarClosed)]
    assert closed == list(BARS)
    assert feed.poll() == ()


def test_the_markets_time_is_the_last_events() -> None:
    feed = replay()
    assert feed.market_time_ns() == 0
    feed.poll()
    assert feed.market_time_ns() == HOUR.nanoseconds
    feed.poll()
    feed.poll()
    assert feed.market_time_ns() == 4 * HOUR.nanoseconds


def test_it_is_paced_and_runs_on_no_clock_of_its_own() -> None:
    feed = replay()
    assert feed.paced
    assert not isinstance(feed, SimulatedFeed)
    assert (feed.symbols, feed.interval, feed.source) == (("ABC",), HOUR, "csv")


def test_a_closed_replay_brings_nothing_more() -> None:
    feed = replay()
    feed.poll()
    feed.close()
    feed.close()
    assert feed.finished
    assert feed.poll() == ()
    assert feed.market_time_ns() == HOUR.nanoseconds


def test_no_bars_are_refused() -> None:
    with pytest.raises(NotEnoughDataError, match="no bars of ABC at 1h to replay; choose a longer span"):
        ReplayFeed("ABC", HOUR, Bars.empty(), "csv")
