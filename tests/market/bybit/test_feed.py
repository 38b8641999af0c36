"""The feed against the local exchange: what it brings, in which order, whatever happens to the connection."""

import json
import threading
import time
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from photon_desktop.broker.paper import PaperBroker
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.feed import BybitFeed
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.market.bybit.stream.pybit_stream import PybitTransport
from photon_desktop.market.feed_state import Phase
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.prices import BarClosed, PriceTick
from tests.fakes.bybit_http import Fault, Reply
from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.fakes.bybit_stream import Message
from tests.market.bybit.conftest import (
    MINUTE_MS,
    NS,
    QUICK,
    CountingClock,
    FeedMaker,
    HandClock,
    WatchedFeed,
    client_of,
    endpoint_of,
    subscribed,
    true_bars,
    wait_until,
)
from tests.market.bybit.cuts import bars_through_cuts

KLINE, TIME = "/v5/market/kline", "/v5/market/time"


def is_confirmed(message: Message) -> bool:
    return str(message["topic"]).startswith("kline") and bool(message["data"][0]["confirm"])


def test_bars_of_an_undisturbed_stream_are_the_markets(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch()
    subscribed(server, watched)
    for count in range(1, 6):
        server.advance(12)
        watched.until(lambda count=count: len(watched.bars()) == count)
    assert watched.bars() == true_bars(server, OPENING_MS, 5)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    assert server.http.count("/v5/market/kline") == 0  # nothing was missing, so nothing was fetched


def test_each_bar_comes_after_its_ticks_and_times_never_fall(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch("BTCUSDT", "ETHUSDT")
    subscribed(server, watched, 4)
    server.advance(12 * 3)
    watched.until(lambda: len(watched.bars()) == 3 and len(watched.bars("ETHUSDT")) == 3)
    for symbol in ("BTCUSDT", "ETHUSDT"):
        own = [event for event in watched.events if event.symbol == symbol]
        times = [event.close_time if isinstance(event, BarClosed) else event.time_ns for event in own]
        assert times == sorted(times)
        for tick in watched.ticks(symbol):
            assert tick.forming.low <= tick.low <= min(tick.open, tick.price)
            assert tick.forming.high >= tick.high >= max(tick.open, tick.price)
            assert tick.forming.open_time <= tick.time_ns < tick.forming.open_time + MINUTE_MS * NS
    assert watched.feed.market_time_ns() == max(
        event.close_time if isinstance(event, BarClosed) else event.time_ns for event in watched.events
    )


def test_the_ticks_of_a_bar_reach_its_extremes(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch()
    subscribed(server, watched)
    server.advance(12 * 2)
    watched.until(lambda: len(watched.bars()) == 2)
    bar = watched.bars()[1]
    ticks = [tick for tick in watched.ticks() if tick.forming.open_time == bar.open_time]
    assert (max(tick.high for tick in ticks), min(tick.low for tick in ticks)) == (bar.high, bar.low)


def test_bars_missed_in_an_outage_are_filled_in(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch()
    subscribed(server, watched)
    server.advance(12 * 2 + 3)
    watched.until(lambda: len(watched.bars()) == 2)
    server.stream_dark()
    watched.until(lambda: watched.feed.state.phase is Phase.RECONNECTING)
    assert watched.feed.state.reason
    server.advance(12 * 7)
    server.stream_back()
    subscribed(server, watched)
    server.advance(12)
    watched.until(lambda: len(watched.bars()) == 10)
    assert watched.bars() == true_bars(server, OPENING_MS, 10)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    assert watched.feed.state.reason == ""


def test_more_than_a_page_of_bars_missed_is_filled_in(server: BybitServer, watch: FeedMaker) -> None:
    server.set_now_ms(OPENING_MS + 2_345 * MINUTE_MS + 2_500)
    watched = watch()
    watched.until(lambda: len(watched.bars()) == 2_345)
    assert watched.bars() == true_bars(server, OPENING_MS, 2_345)


def test_bars_through_ten_random_cuts_equal_the_uncut_ones(server: BybitServer, watch: FeedMaker) -> None:
    bars_through_cuts(server, watch(), 10, seed=1)


@pytest.mark.slow
def test_bars_through_a_hundred_random_cuts_equal_the_uncut_ones(server: BybitServer, watch: FeedMaker) -> None:
    bars_through_cuts(server, watch(), 100, seed=2)


def test_a_lost_confirmation_is_fetched_before_anything_later_is_brought(server: BybitServer, watch: FeedMaker) -> None:
    server.stream_spoil(lambda message: [] if is_confirmed(message) else [message])
    watched = watch()
    subscribed(server, watched)
    server.advance(12 * 4)
    watched.until(lambda: len(watched.bars()) >= 3)
    server.advance(1)
    watched.until(lambda: len(watched.bars()) == 4)
    assert watched.bars() == true_bars(server, OPENING_MS, 4)
    closed_until = OPENING_MS * NS
    for event in watched.events:
        if isinstance(event, BarClosed):
            closed_until = event.close_time
        else:
            assert event.forming.open_time == closed_until


def test_a_bar_is_not_taken_from_http_within_two_seconds_of_its_end(server: BybitServer, watch: FeedMaker) -> None:
    server.set_now_ms(OPENING_MS + MINUTE_MS + 1_900)
    clock = CountingClock()
    watched = watch(clock=clock)
    subscribed(server, watched)
    watched.until(lambda: server.http.count("/v5/market/time") >= 3)
    looked = clock.asked
    watched.until(lambda: clock.asked >= looked + 40)  # each look must leave the bar alone
    assert watched.events == []
    assert server.http.count("/v5/market/kline") == 0
    server.set_now_ms(OPENING_MS + MINUTE_MS + 2_001)
    watched.until(lambda: len(watched.bars()) == 1)
    assert watched.bars() == true_bars(server, OPENING_MS, 1)


def test_repeated_messages_bring_nothing_twice(server: BybitServer, watch: FeedMaker) -> None:
    server.stream_spoil(lambda message: [message, message, message])
    watched = watch()
    subscribed(server, watched)
    server.advance(12 * 3)
    watched.until(lambda: len(watched.bars()) == 3)
    assert watched.bars() == true_bars(server, OPENING_MS, 3)
    ticks = watched.ticks()
    assert all(before != after for before, after in pairwise(ticks))


def test_messages_in_the_wrong_order_are_put_right(server: BybitServer, watch: FeedMaker) -> None:
    kept: list[Message] = []

    def swapped(message: Message) -> list[Message | str]:
        kept.append(message)
        return [kept.pop(), kept.pop()] if len(kept) == 2 else []

    server.stream_spoil(swapped)
    watched = watch()
    subscribed(server, watched)
    server.advance(12 * 6 + 3)
    watched.until(lambda: len(watched.bars()) == 6)
    assert watched.bars() == true_bars(server, OPENING_MS, 6)


def test_a_confirmation_that_comes_late_changes_nothing(server: BybitServer, watch: FeedMaker) -> None:
    late: list[Message] = []

    def delayed(message: Message) -> list[Message | str]:
        if is_confirmed(message):
            late.append(message)
            return []
        return [message]

    server.stream_spoil(delayed)
    watched = watch()
    subscribed(server, watched)
    server.advance(13)
    watched.until(lambda: len(watched.bars()) == 1)
    server.stream_spoil(None)
    server.publish("linear", late[0])
    server.advance(11)
    watched.until(lambda: len(watched.bars()) == 2)
    assert watched.bars() == true_bars(server, OPENING_MS, 2)


@pytest.mark.parametrize("text", ["}{ no json", "[1, 2]", '"text"', "17", "\x00"])
def test_garbage_that_ends_the_connection_costs_no_bar(server: BybitServer, watch: FeedMaker, text: str) -> None:
    watched = watch()
    subscribed(server, watched)
    server.advance(14)
    server.stream_raw(text)
    watched.until(lambda: server.stream.handshakes >= 2)
    subscribed(server, watched)
    server.advance(24)
    watched.until(lambda: len(watched.bars()) == 3)
    assert watched.bars() == true_bars(server, OPENING_MS, 3)


@pytest.mark.parametrize(
    "change",
    [
        {"open": "nan"},
        {"close": None},
        {"high": "1"},
        {"start": "soon"},
        {"start": OPENING_MS + 1},
        {"end": OPENING_MS + 7 * MINUTE_MS},
        {"volume": "-1"},
        {"confirm": "true"},
        {"confirm": True, "end": OPENING_MS},
    ],
)
def test_an_update_that_makes_no_sense_is_left_out(
    server: BybitServer, watch: FeedMaker, change: dict[str, object]
) -> None:
    def spoil(message: Message) -> list[Message | str]:
        if not str(message["topic"]).startswith("kline"):
            return [message]
        return [json.dumps({**message, "data": [{**message["data"][0], **change}]}), message]

    server.stream_spoil(spoil)
    watched = watch()
    subscribed(server, watched)
    server.advance(24)
    watched.until(lambda: len(watched.bars()) == 2)
    assert watched.bars() == true_bars(server, OPENING_MS, 2)
    assert server.stream.handshakes == 1


def _bring_last_word(server: BybitServer, watched: WatchedFeed) -> None:
    """Wait until the feed has taken all that was sent: a price that nothing before it had, which comes last."""
    message = server.ticker_message("linear", "BTCUSDT", "1", "delta")
    message["data"]["lastPrice"] = "123456.5"
    server.publish("linear", message)
    watched.until(lambda: bool(watched.ticks()) and watched.ticks()[-1].price == 123456.5)


def test_a_stream_that_is_open_but_silent_is_stale_after_two_beats_and_left_after_three(
    server: BybitServer, watch: FeedMaker
) -> None:
    clock = HandClock()
    pacing = Pacing(beat_s=5, look_s=0.01, first_pause_s=0.005, longest_pause_s=0.02)
    watched = watch(pacing=pacing, clock=clock)
    subscribed(server, watched)
    server.advance(3)
    _bring_last_word(server, watched)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    server.stream_silent(True)
    clock.now_s += 9.9
    server.advance(3)
    assert watched.feed.state.data_age_s == pytest.approx(9.9)
    clock.now_s += 0.2
    watched.until(lambda: watched.feed.state.phase is Phase.STALE)
    assert server.stream.handshakes == 1
    clock.now_s += 4.95
    watched.until(lambda: server.stream.handshakes == 2)
    server.stream_silent(False)
    server.advance(24)
    watched.until(lambda: len(watched.bars()) == 2 and watched.feed.state.phase is Phase.LIVE)
    assert watched.bars() == true_bars(server, OPENING_MS, 2)


def test_a_symbol_whose_topics_died_is_stale_by_itself_until_it_speaks(server: BybitServer, watch: FeedMaker) -> None:
    clock = HandClock()
    pacing = Pacing(beat_s=5, look_s=0.01, resubscriptions=0)
    watched = watch("BTCUSDT", "ETHUSDT", pacing=pacing, clock=clock)
    subscribed(server, watched, 4)
    server.advance(3)
    watched.until(lambda: bool(watched.ticks("ETHUSDT")))
    server.stream_spoil(lambda message: [] if "ETHUSDT" in str(message["topic"]) else [message])

    def phases() -> tuple[Phase, ...]:
        return tuple(watched.feed.state.of(symbol).phase for symbol in ("BTCUSDT", "ETHUSDT"))

    watched.until(lambda: phases() == (Phase.LIVE, Phase.LIVE))
    for price in range(1, 18):  # over 120 s of Bitcoin alone
        message = server.ticker_message("linear", "BTCUSDT", "1", "delta")
        message["data"]["lastPrice"] = f"{100_000 + price}"
        assert price > 14 or phases() == (Phase.LIVE, Phase.LIVE)
        clock.now_s += 8
        server.publish("linear", message)
        watched.until(lambda price=price: watched.ticks()[-1].price == 100_000 + price)
    watched.until(lambda: phases() == (Phase.LIVE, Phase.STALE))
    assert "ETHUSDT" in watched.feed.state.of("ETHUSDT").reason
    assert server.stream.handshakes == 1
    server.stream_spoil(None)
    server.advance(1)
    watched.until(lambda: phases() == (Phase.LIVE, Phase.LIVE))


def test_the_exchanges_time_is_asked_again_each_ten_minutes_of_one_connection(
    server: BybitServer, watch: FeedMaker
) -> None:
    clock = HandClock()
    watched = watch(pacing=Pacing(beat_s=500, look_s=0.01), clock=clock)
    subscribed(server, watched)
    server.advance(1)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    watched.until(lambda: server.http.count("/v5/market/time") == 3)
    clock.now_s += 599
    _bring_last_word(server, watched)
    assert server.http.count("/v5/market/time") == 3
    clock.now_s += 2
    watched.until(lambda: server.http.count("/v5/market/time") == 6)
    assert server.stream.handshakes == 1
    assert watched.feed.state.phase is Phase.LIVE


@pytest.mark.slow
def test_a_dead_stream_is_noticed_within_three_beats_of_real_time(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch(pacing=Pacing(beat_s=0.4, look_s=0.02, first_pause_s=5.0))
    subscribed(server, watched)
    server.advance(2)
    watched.until(lambda: len(watched.ticks()) >= 2)
    begun = time.monotonic()
    server.stream_silent(True)
    watched.until(lambda: watched.feed.state.phase in (Phase.STALE, Phase.RECONNECTING))
    assert time.monotonic() - begun < 3 * 0.4
    watched.until(lambda: watched.feed.state.phase is Phase.RECONNECTING)
    assert "silent" in watched.feed.state.reason


def test_refused_handshakes_are_tried_again_until_one_is_accepted(server: BybitServer, watch: FeedMaker) -> None:
    server.stream_refuse(503)
    watched = watch()
    watched.until(lambda: server.stream.handshakes >= 3)
    watched.until(lambda: watched.feed.state.phase is Phase.RECONNECTING)
    assert "503" in watched.feed.state.reason
    server.stream_refuse(None)
    subscribed(server, watched)
    server.advance(12)
    watched.until(lambda: watched.bars() == true_bars(server, OPENING_MS, 1))


def test_bars_come_over_http_while_the_stream_can_not_be_had(server: BybitServer, watch: FeedMaker) -> None:
    server.stream_refuse(503)
    watched = watch()
    watched.until(lambda: watched.feed.state.phase is Phase.RECONNECTING)
    server.advance(12 * 3 + 1)
    watched.until(lambda: len(watched.bars()) == 3)
    assert watched.bars() == true_bars(server, OPENING_MS, 3)
    assert watched.feed.state.phase is Phase.RECONNECTING


def test_a_minute_of_health_makes_the_next_pause_short_again(server: BybitServer, watch: FeedMaker) -> None:
    clock = HandClock()
    pacing = Pacing(beat_s=30, look_s=0.01, first_pause_s=0.01, longest_pause_s=10_000)
    watched = watch(pacing=pacing, clock=clock, jitter=lambda: 0.99)
    for cut in range(14):  # the last pause would be over a minute if they went on doubling
        watched.until(lambda cut=cut: server.stream.handshakes == cut + 1 and len(server.subscribed()) == 2)
        watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
        clock.now_s += 61
        watched.until(lambda: watched.feed.state.phase is Phase.STALE)
        server.stream_cut()


def test_events_of_one_poll_are_in_the_order_of_time(server: BybitServer, watch: FeedMaker) -> None:
    server.stream_refuse(503)
    watched = watch("BTCUSDT", "ETHUSDT")
    server.advance(12 * 3 + 1)
    wait_until(lambda: len(watched.feed._outbox._events) == 12)  # three bars of each, and a tick before each
    batch = watched.feed.poll()
    closes = [
        (event.close_time - OPENING_MS * NS) // (MINUTE_MS * NS) for event in batch if isinstance(event, BarClosed)
    ]
    assert closes == [1, 1, 2, 2, 3, 3]
    assert watched.feed.market_time_ns() == batch[-1].close_time


def test_a_refused_address_is_left_alone(server: BybitServer, watch: FeedMaker) -> None:
    server.stream_refuse(403)
    pauses: list[float] = []

    def jitter() -> float:
        pauses.append(0.0)
        return 0.0

    watched = watch(jitter=jitter)
    watched.until(lambda: watched.feed.state.phase is Phase.RECONNECTING)
    assert "403" in watched.feed.state.reason
    with pytest.raises(AssertionError, match="in vain"):
        watched.until(lambda: server.stream.handshakes > 1, patience_s=0.2)
    assert pauses == []  # the pause is the ten minutes, not one of the usual


def test_a_handshake_without_an_answer_is_given_up(server: BybitServer) -> None:
    server.stream_hang(True)
    source = BybitSource(client_of(server))
    watched = WatchedFeed(
        lambda wake: BybitFeed(
            source,
            lambda: PybitTransport(endpoint_of(server), Category.LINEAR, handshake_s=0.1),
            Interval.MINUTE_1,
            {"BTCUSDT": OPENING_MS * NS},
            wake,
            QUICK,
        )
    )
    try:
        watched.until(lambda: server.stream.handshakes >= 2)
        server.stream_hang(False)
        subscribed(server, watched)
    finally:
        watched.feed.close()


def test_closing_does_not_wait_for_a_handshake_nor_for_the_end_of_an_outage(
    server: BybitServer, watch: FeedMaker
) -> None:
    server.stream_hang(True)
    hanging = watch()
    hanging.until(lambda: server.stream.handshakes >= 1)
    server.stream_dark()
    waiting = watch(pacing=Pacing(first_pause_s=30, longest_pause_s=30), jitter=lambda: 0.99)
    waiting.until(lambda: waiting.feed.state.phase is Phase.RECONNECTING)
    for watched in (hanging, waiting):
        begun = time.monotonic()
        watched.feed.close()
        watched.feed.close()
        assert time.monotonic() - begun < 1
        assert watched.feed.finished
        assert watched.feed.state.phase is Phase.STOPPED
        assert watched.feed.poll() == ()


def test_closing_is_bounded_while_a_request_hangs(server: BybitServer, watch: FeedMaker) -> None:
    server.http.plan(Fault(is_hung=True), times=100)
    watched = watch(pacing=replace(QUICK, stop_s=0.1), timeout_s=1)
    wait_until(lambda: bool(server.http.requests))
    begun = time.monotonic()
    watched.feed.close()
    assert time.monotonic() - begun < 0.6


@pytest.mark.usefixtures("nothing_left_behind")
def test_forty_openings_and_closings_leave_no_thread(server: BybitServer, watch: FeedMaker) -> None:
    before = set(threading.enumerate())
    for cycle in range(40):
        watched = watch()
        if cycle % 4 != 3:
            subscribed(server, watched)
        if cycle % 4 == 1:
            server.stream_cut()
        watched.feed.close()
        watched.until(lambda: not server.subscribed())
    left = set(threading.enumerate()) - before
    for thread in left:
        thread.join(2)
    assert not [thread.name for thread in left if thread.is_alive()]


def test_polling_does_not_block_while_http_hangs(server: BybitServer, watch: FeedMaker) -> None:
    server.http.plan(Fault(is_hung=True), times=100)
    watched = watch(timeout_s=0.3)
    subscribed(server, watched)
    begun = time.monotonic()
    assert watched.feed.poll() == ()
    assert time.monotonic() - begun < 0.1
    server.http.forget_plans()


def test_a_slow_answer_holds_up_no_price(server: BybitServer, watch: FeedMaker) -> None:
    server.http.plan(Fault(is_hung=True), KLINE, times=100)
    server.stream_spoil(lambda message: [] if is_confirmed(message) and "BTC" in str(message["topic"]) else [message])
    watched = watch("BTCUSDT", "ETHUSDT", timeout_s=1)
    subscribed(server, watched, 4)
    server.advance(13)
    watched.until(lambda: server.http.count(KLINE) >= 1)
    begun, seen = time.monotonic(), len(watched.ticks("ETHUSDT"))
    server.advance(3)
    watched.until(lambda: len(watched.ticks("ETHUSDT")) >= seen + 3)
    assert time.monotonic() - begun < 0.9
    assert watched.bars() == []


def test_trouble_with_a_bar_is_over_when_the_stream_brings_it(server: BybitServer, watch: FeedMaker) -> None:
    server.http.plan(Fault(Reply(code=10001, words="no")), KLINE, times=100_000)
    kept: list[Message] = []

    def late(message: Message) -> list[Message | str]:
        if is_confirmed(message):
            kept.append(message)
            return []
        return [message]

    server.stream_spoil(late)
    watched = watch()
    subscribed(server, watched)
    server.advance(13)
    watched.until(lambda: watched.feed.state.phase is Phase.STALE)
    assert "10001" in watched.feed.state.reason
    server.stream_spoil(None)
    server.publish("linear", kept[0])
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    assert watched.bars() == true_bars(server, OPENING_MS, 1)


def test_a_clock_that_could_not_be_measured_is_asked_again(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch()
    subscribed(server, watched)
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE and server.http.count(TIME) >= 3)
    server.http.plan(Fault(Reply(code=10003, words="no")), TIME, times=100_000)
    server.stream_cut()
    watched.until(lambda: watched.feed.state.phase is Phase.STALE)
    assert "10003" in watched.feed.state.reason
    server.http.forget_plans()
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)


def test_without_http_the_stream_goes_on_and_says_so(server: BybitServer, watch: FeedMaker) -> None:
    server.http.plan(Fault(status=500), times=10_000)
    watched = watch()
    subscribed(server, watched)
    server.advance(24)
    watched.until(lambda: len(watched.bars()) == 2 and watched.feed.state.phase is Phase.STALE)
    assert "500" in watched.feed.state.reason
    server.http.forget_plans()
    watched.until(lambda: watched.feed.state.phase is Phase.LIVE)
    assert watched.bars() == true_bars(server, OPENING_MS, 2)


def test_a_symbol_that_is_refused_takes_no_other_with_it(server: BybitServer, watch: FeedMaker) -> None:
    clock = CountingClock()
    watched = watch("GONEUSDT", "BTCUSDT", clock=clock)
    subscribed(server, watched)
    server.advance(12)
    watched.until(lambda: len(watched.bars()) == 1 and watched.feed.state.phase is Phase.LIVE)
    server.advance(1)
    wait_until(lambda: server.http.count(KLINE) >= 2)  # it is asked for over HTTP, and refused there too
    looked = clock.asked
    watched.until(lambda: clock.asked >= looked + 40)
    assert watched.feed.state.phase is Phase.LIVE
    assert "GONEUSDT" in watched.feed.state.reason
    assert watched.feed.state.refused == ("GONEUSDT",)
    assert watched.bars() == true_bars(server, OPENING_MS, 1)


def test_spot_prices_come_without_bid_and_ask(server: BybitServer, watch: FeedMaker) -> None:
    watched = watch(category=Category.SPOT)
    subscribed(server, watched)
    assert {category for category, _ in server.subscribed()} == {"spot"}
    server.advance(12)
    watched.until(lambda: len(watched.bars()) == 1)
    assert watched.bars() == true_bars(server, OPENING_MS, 1)


def test_a_wrong_clock_here_does_not_bring_unfinished_bars(server: BybitServer, watch: FeedMaker) -> None:
    server.skew_ms = -90_000  # seen from the exchange, this computer is a minute and a half fast
    server.set_now_ms(OPENING_MS + 2 * MINUTE_MS + 30_000)
    clock = CountingClock()
    watched = watch(clock=clock)
    subscribed(server, watched)
    looked = clock.asked
    watched.until(lambda: clock.asked >= looked + 40)
    assert watched.bars() == []


def test_a_feed_of_nothing_is_refused(server: BybitServer) -> None:
    source = BybitSource(client_of(server))
    with pytest.raises(ValueRefusedError, match="at least one symbol"):
        BybitFeed(source, lambda: PybitTransport(endpoint_of(server), Category.LINEAR), Interval.MINUTE_1, {})


def test_the_first_tick_of_a_bar_that_began_unseen_has_only_its_last_price(
    server: BybitServer, watch: FeedMaker
) -> None:
    server.set_now_ms(OPENING_MS + 30_000)
    watched = watch()
    subscribed(server, watched)
    server.advance(1)
    watched.until(lambda: len(watched.ticks()) >= 1)
    first = watched.ticks()[0]
    assert isinstance(first, PriceTick)
    assert first.open == first.high == first.low == first.price
    assert first.forming.high > first.forming.low


def test_the_ticks_of_a_bar_share_its_volume_and_a_paper_order_gets_no_more_than_its_part(
    server: BybitServer, watch: FeedMaker
) -> None:
    watched = watch()
    subscribed(server, watched)
    server.advance(12 * 3)
    watched.until(lambda: len(watched.bars()) == 3)
    bars = watched.bars()
    for bar in bars[1:]:
        volumes = [tick.volume for tick in watched.ticks() if tick.forming.open_time == bar.open_time]
        assert sum(volume or 0 for volume in volumes) == pytest.approx(bar.volume)
    costs = CostModel(volume_share=Decimal("0.1"))
    broker = PaperBroker(costs, assumed_instrument)
    broker.submit(Order("o", "t", "d", "BTCUSDT", Side.BUY, Decimal(1_000), Decimal(1), 0, "paper"))
    filled = Decimal(0)
    for tick in (one for one in watched.ticks() if one.forming.open_time <= bars[-1].open_time):
        changes = broker.changes_at(tick)
        broker.accept(changes)
        filled += sum((change.fill.quantity for change in changes if change.fill is not None), Decimal(0))
    traded = sum(exact(bar.volume) for bar in bars)
    assert 0 < filled <= traded * costs.volume_share
