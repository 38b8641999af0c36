"""The feed against the local Yahoo: what it brings, in which order, and how often it asks."""

import threading
import time
from datetime import date
from datetime import time as day_time

import pytest

from photon_desktop.errors import DataError, ValueRefusedError
from photon_desktop.market.feed_state import Phase
from photon_desktop.market.yahoo.ask.rates import Rates
from photon_desktop.market.yahoo.feed import YahooFeed
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed
from photon_desktop.trading.timestamps import from_iso, to_iso
from tests.fakes.yahoo_http import Fault, Reply
from tests.fakes.yahoo_market import Listing
from tests.fakes.yahoo_server import CHART, YahooServer, doubled, reordered, too_many_requests
from tests.market.yahoo.conftest import (
    NS,
    QUICK,
    CountedCalendar,
    FeedMaker,
    MarketClock,
    WatchedFeed,
    client_of,
    endpoint_of,
    seconds,
)

NOON = seconds("2024-12-06T17:00:00")
CLOSE = seconds("2024-12-06T21:00:00")


def bars_of_history(server: YahooServer, clock: MarketClock, interval: Interval, first: str) -> list[object]:
    """What the source says of the same time, in one piece."""
    source = YahooSource(client_of(endpoint_of(server)), clock)
    bars = source.history("AAPL", interval, 20 if interval.seconds > 86_000 else 20_000).between(from_iso(first), None)
    source.close()
    return list(bars)


def opens_at(bar: Bar) -> str:
    return to_iso(bar.open_time)


def opens(watched: WatchedFeed) -> list[str]:
    return [opens_at(bar) for bar in watched.bars()]


@pytest.mark.slow
def test_bars_come_once_and_in_order_while_the_exchange_is_open(
    watch: FeedMaker, server: YahooServer, clock: MarketClock
) -> None:
    watched = watch(next_open="2024-12-06T16:00:00")
    watched.through(NOON, NOON + 3_600, 20)
    expected = bars_of_history(server, clock, Interval.MINUTE_5, "2024-12-06T16:00:00")
    assert watched.bars() == expected
    assert len(expected) == 23  # the last one ended at 17:55 and is settled
    assert watched.feed.state.phase is Phase.LIVE
    assert watched.feed.state.reason == ""


@pytest.mark.slow
def test_each_bar_comes_after_its_ticks_and_times_never_fall(watch: FeedMaker) -> None:
    watched = watch(next_open="2024-12-06T16:50:00")
    watched.through(NOON, NOON + 1_200, 20)
    times = [event.close_time if isinstance(event, BarClosed) else event.time_ns for event in watched.events]
    assert times == sorted(times)
    for tick in watched.ticks():
        assert tick.forming.low <= tick.low <= min(tick.open, tick.price)
        assert tick.forming.high >= tick.high >= max(tick.open, tick.price)
        assert tick.forming.open_time <= tick.time_ns < tick.forming.open_time + 300 * NS
    for bar in watched.bars():
        own = [tick for tick in watched.ticks() if tick.forming.open_time == bar.open_time]
        assert (max(tick.high for tick in own), min(tick.low for tick in own)) == (bar.high, bar.low)
        assert own[-1].forming == bar
    assert watched.feed.market_time_ns() == times[-1]


def test_a_closed_bar_comes_within_seconds_of_its_end(watch: FeedMaker) -> None:
    watched = watch()
    watched.through(NOON, NOON + 305, 5)
    assert opens(watched) == []
    watched.at(NOON + 306)
    assert opens(watched) == ["2024-12-06T17:00:00Z"]


def test_the_ticks_of_a_bar_share_its_volume(watch: FeedMaker) -> None:
    watched = watch(next_open="2024-12-06T16:55:00")
    watched.through(NOON - 20, NOON + 660, 20)
    [bar] = [bar for bar in watched.bars() if opens_at(bar) == "2024-12-06T17:00:00Z"]
    volumes = [tick.volume for tick in watched.ticks() if tick.forming.open_time == bar.open_time]
    assert len(volumes) > 3
    assert None not in volumes
    assert sum(volume or 0 for volume in volumes) == bar.volume > 0


@pytest.mark.slow
def test_bars_of_several_days_equal_the_history_and_nothing_is_asked_while_closed(
    watch: FeedMaker, server: YahooServer, clock: MarketClock, apple: Listing
) -> None:
    apple.half_days = {date(2024, 11, 29): day_time(13, 0)}
    server.now_s = seconds("2024-11-27T14:00:00")
    watched = watch(interval=Interval.HOUR_1, next_open="2024-11-27T14:30:00")
    watched.through(seconds("2024-11-27T14:00:00"), seconds("2024-12-03T23:00:00"), 613)
    assert watched.bars() == bars_of_history(server, clock, Interval.HOUR_1, "2024-11-27T14:30:00")
    assert len(watched.bars()) == 7 + 4 + 7 + 7
    server.http.requests.clear()
    watched.through(seconds("2024-12-04T00:00:00"), seconds("2024-12-04T14:00:00"), 601)
    assert server.http.count() == 0


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval.DAY_1, ["2024-12-05T00:00:00Z", "2024-12-06T00:00:00Z", "2024-12-09T00:00:00Z"]),
        (Interval.WEEK_1, ["2024-12-02T00:00:00Z"]),
        (Interval.HOUR_4, ["2024-12-05T18:30:00Z", "2024-12-06T14:30:00Z", "2024-12-06T18:30:00Z",
                           "2024-12-09T14:30:00Z", "2024-12-09T18:30:00Z"]),
    ],
)  # fmt: skip
@pytest.mark.slow
def test_long_bars_come_when_their_whole_length_is_over(
    interval: Interval, expected: list[str], watch: FeedMaker, server: YahooServer, clock: MarketClock
) -> None:
    server.now_s = seconds("2024-12-05T20:00:00")
    first = "2024-12-02" if interval is Interval.WEEK_1 else expected[0]
    watched = watch(interval=interval, next_open=first)
    watched.through(server.now_s, seconds("2024-12-10T01:00:00"), 1_801)
    assert opens(watched) == expected
    assert watched.bars() == bars_of_history(server, clock, interval, first)


@pytest.mark.slow
def test_sessions_over_a_change_of_clocks_are_followed(
    watch: FeedMaker, server: YahooServer, clock: MarketClock
) -> None:
    server.now_s = seconds("2024-03-08T20:00:00")
    watched = watch(interval=Interval.HOUR_1, next_open="2024-03-08T19:30:00")
    watched.through(server.now_s, seconds("2024-03-11T16:00:00"), 907)
    assert opens(watched)[:3] == ["2024-03-08T19:30:00Z", "2024-03-08T20:30:00Z", "2024-03-11T13:30:00Z"]


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [doubled, reordered])
def test_spoilt_rows_change_nothing(spoil: object, watch: FeedMaker, server: YahooServer, clock: MarketClock) -> None:
    server.spoil = spoil  # type: ignore[assignment]
    watched = watch(next_open="2024-12-06T16:00:00")
    watched.through(NOON, NOON + 1_800, 20)
    server.spoil = dict
    assert watched.bars() == bars_of_history(server, clock, Interval.MINUTE_5, "2024-12-06T16:00:00")


def test_what_was_missed_in_an_outage_is_filled_in(watch: FeedMaker, server: YahooServer, clock: MarketClock) -> None:
    watched = watch(next_open="2024-12-06T16:00:00")
    watched.at(NOON + 30)
    server.go_dark()
    server.now_s = NOON + 60
    watched.until(lambda: watched.feed.state.phase is Phase.OFFLINE)
    assert "can't be reached" in watched.feed.state.reason
    server.now_s = NOON + 3 * 3_600
    server.come_back()
    watched.at(server.now_s)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    assert watched.bars() == bars_of_history(server, clock, Interval.MINUTE_5, "2024-12-06T16:00:00")


def test_a_gap_longer_than_one_request_is_filled_in(watch: FeedMaker, server: YahooServer, clock: MarketClock) -> None:
    watched = watch(interval=Interval.MINUTE_1, next_open="2024-11-12T14:30:00")
    expected = bars_of_history(server, clock, Interval.MINUTE_1, "2024-11-12T14:30:00")
    watched.until(lambda: len(watched.bars()) >= len(expected))
    assert watched.bars() == expected


@pytest.mark.slow
@pytest.mark.parametrize("fault", [Fault(is_torn=True), Fault(Reply(b"<html>")), Fault(Reply(b"{}"))])
def test_garbage_now_and_then_loses_nothing(
    fault: Fault, watch: FeedMaker, server: YahooServer, clock: MarketClock
) -> None:
    watched = watch(next_open="2024-12-06T16:30:00")
    for now_s in range(NOON, NOON + 1_200, 20):
        if now_s % 100 == 0:
            server.http.plan(fault, CHART, 2)
        watched.at(now_s)
    server.http.forget_plans()
    watched.at(NOON + 1_400)
    watched.until(lambda: len(watched.bars()) == 10)
    assert watched.bars() == bars_of_history(server, clock, Interval.MINUTE_5, "2024-12-06T16:30:00")


def test_too_many_requests_rest_the_feed_for_as_long_as_is_said(watch: FeedMaker, server: YahooServer) -> None:
    watched = watch(rates=Rates(lambda: server.now_s, burst=1_000_000))
    watched.at(NOON + 10)
    server.http.plan(too_many_requests(), CHART)
    watched.at(NOON + 30)
    watched.until(lambda: watched.feed.state.phase is Phase.STALE)
    assert watched.feed.state.reason == "Yahoo was asked too often; it is asked again in 60 s."
    sent = server.http.count()
    watched.through(NOON + 31, NOON + 88, 3)
    assert server.http.count() == sent
    watched.at(NOON + 95)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)


@pytest.mark.slow
def test_prices_are_asked_for_at_the_beat_and_not_more_often(watch: FeedMaker, server: YahooServer) -> None:
    watched = watch(interval=Interval.HOUR_1, next_open="2024-12-06T16:30:00")
    watched.at(NOON)
    server.http.requests.clear()
    watched.through(NOON, NOON + 600, 3)
    assert 600 / 18 <= len(server.charts()) <= 600 / 15 + 1


@pytest.mark.slow
def test_many_symbols_share_the_requests(watch: FeedMaker, server: YahooServer) -> None:
    symbols = [f"S{number}" for number in range(20)]
    server.listings |= {symbol: Listing(symbol) for symbol in symbols}
    watched = watch(*symbols, interval=Interval.HOUR_1, next_open="2024-12-06T16:30:00")
    watched.until(lambda: all(watched.ticks(symbol) for symbol in symbols))
    server.http.requests.clear()
    watched.through(NOON, NOON + 600, 5)
    assert len(server.charts()) <= 20 * (600 / 50 + 1)
    assert all(len(server.charts(f"{symbol}")) >= 9 for symbol in symbols)


def test_the_state_says_until_when_the_exchange_is_closed(watch: FeedMaker, server: YahooServer) -> None:
    server.now_s = CLOSE - 60
    watched = watch(reopens=lambda _symbol, _now: from_iso("2024-12-09T14:30:00"))
    watched.at(CLOSE - 30)
    assert watched.feed.state.phase is Phase.LIVE
    watched.at(CLOSE + 30)
    assert watched.feed.state.phase is Phase.CLOSED
    assert watched.feed.state.reason == "The exchange is closed until 2024-12-09T14:30:00Z."
    assert watched.feed.state.data_age_s == 30
    watched.at(seconds("2024-12-09T14:30:20"))
    assert watched.feed.state.phase is Phase.LIVE


def test_late_prices_are_said_to_be_late_and_old_ones_old(
    watch: FeedMaker, server: YahooServer, apple: Listing
) -> None:
    apple.delay_s = 15 * 60
    watched = watch(next_open="2024-12-06T16:30:00")
    watched.at(NOON + 5)
    assert watched.feed.state.phase is Phase.DELAYED
    assert watched.feed.state.reason == "Yahoo's prices are about 15 minutes late."
    assert watched.feed.state.data_age_s == 15 * 60
    apple.delay_s = 60 * 60
    watched.at(NOON + 45 * 60)
    assert watched.feed.state.phase is Phase.STALE


@pytest.mark.slow
def test_bars_of_late_prices_come_late_and_whole(
    watch: FeedMaker, server: YahooServer, apple: Listing, clock: MarketClock
) -> None:
    apple.delay_s = 15 * 60
    watched = watch(next_open="2024-12-06T16:30:00")
    watched.through(NOON, NOON + 2_400, 20)
    late = watched.bars()
    apple.delay_s = 0
    assert late == bars_of_history(server, clock, Interval.MINUTE_5, "2024-12-06T16:30:00")[: len(late)]
    assert to_iso(late[-1].open_time) == "2024-12-06T17:15:00Z"


@pytest.mark.slow
@pytest.mark.parametrize("interval", [Interval.HOUR_1, Interval.DAY_1])
def test_a_split_while_followed_brings_no_price_of_other_shares(
    interval: Interval, watch: FeedMaker, server: YahooServer, apple: Listing
) -> None:
    server.listings["MSFT"] = Listing("MSFT")
    server.now_s = seconds("2024-12-05T20:00:00")
    watched = watch("AAPL", "MSFT", interval=interval, next_open="2024-12-05T00:00:00")
    watched.at(server.now_s)
    apple.splits = {date(2024, 12, 6): (4, 1)}
    watched.through(seconds("2024-12-06T00:30:00"), seconds("2024-12-07T01:00:00"), 1_201)
    assert min(tick.price for tick in watched.ticks()) > 150
    assert min(bar.low for bar in watched.bars()) > 150
    assert watched.feed.state.refused == ("AAPL",)
    assert to_iso(watched.bars("MSFT")[-1].open_time) >= "2024-12-06T00:00:00Z"
    watched.at(seconds("2024-12-09T15:00:00"))
    assert watched.feed.state.reason == (
        "AAPL was split 4 for 1; open the market again to have its earlier bars in the new shares."
    )


def test_a_split_before_it_was_opened_is_nothing_to_stop_for(
    watch: FeedMaker, server: YahooServer, apple: Listing
) -> None:
    apple.splits = {date(2024, 12, 6): (4, 1)}
    watched = watch(next_open="2024-12-06T14:30:00")
    watched.at(NOON + 30)
    assert len(watched.bars()) == 30
    assert watched.feed.state.refused == ()


def test_a_symbol_yahoo_does_not_have_is_named_and_the_others_go_on(watch: FeedMaker, server: YahooServer) -> None:
    watched = watch("GONE", "AAPL", next_open="2024-12-06T16:30:00")
    watched.until(lambda: watched.feed.state.refused == ("GONE",))
    watched.until(lambda: len(watched.bars()) == 5)
    watched.at(NOON + 20)
    assert watched.feed.state.phase is Phase.LIVE
    assert "Yahoo has no symbol 'GONE'" in watched.feed.state.reason


@pytest.mark.slow
def test_closing_takes_a_second_at_most_while_a_request_hangs(watch: FeedMaker, server: YahooServer) -> None:
    watched = watch(endpoint=endpoint_of(server, timeout_s=2.0, patience_s=2.0))
    watched.at(NOON)
    server.http.plan(Fault(is_hung=True), CHART, 99)
    sent = len(server.charts())
    server.now_s = NOON + 60
    watched.until(lambda: len(server.charts()) > sent)
    began = time.monotonic()
    watched.feed.close()
    assert time.monotonic() - began < 1.5
    assert watched.feed.poll() == ()
    assert watched.feed.finished
    assert watched.feed.state.phase is Phase.STOPPED
    watched.feed.close()


def test_closing_while_it_waits_for_its_turn_ends_the_thread(watch: FeedMaker, server: YahooServer) -> None:
    watched = watch(rates=Rates(time.monotonic, burst=1, seconds_a_request=1_000.0))
    watched.until(lambda: server.http.count() == 1)
    began = time.monotonic()
    watched.feed.close()
    assert time.monotonic() - began < 0.9
    assert not any(thread.name == "yahoo-feed" for thread in threading.enumerate())


def test_a_fault_of_the_program_is_shown_and_outlived(
    server: YahooServer, clock: MarketClock, calendar: CountedCalendar, caplog: pytest.LogCaptureFixture
) -> None:
    answers = iter([ZeroDivisionError("no calendar")])

    def is_open(symbol: str, at_ns: int) -> bool:
        for error in answers:
            raise error
        return calendar(symbol, at_ns)

    woken = threading.Event()
    source = YahooSource(client_of(endpoint_of(server)), clock)
    feed = YahooFeed(source, Interval.MINUTE_5, {"AAPL": NOON * NS}, clock, is_open, woken.set, pace=QUICK)  # type: ignore[arg-type]
    watched = WatchedFeed(feed, server, calendar, woken)
    watched.until(lambda: watched.feed.state.phase is Phase.OFFLINE)
    watched.at(NOON + 20)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    assert "Following Yahoo failed" in caplog.text
    feed.close()


def test_a_feed_needs_symbols_and_an_interval_that_yahoo_has(server: YahooServer, clock: MarketClock) -> None:
    source = YahooSource(client_of(endpoint_of(server)), clock)
    with pytest.raises(ValueRefusedError, match="at least one symbol"):
        YahooFeed(source, Interval.HOUR_1, {}, clock, lambda _symbol, _now: True)
    with pytest.raises(DataError, match="Yahoo has no 12h bars"):
        YahooFeed(source, Interval.HOUR_12, {"AAPL": 0}, clock, lambda _symbol, _now: True)
