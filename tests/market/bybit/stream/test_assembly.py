"""Bars and prices in order, whatever order, gap or repetition they came in."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.bybit.stream.assembly import SymbolAssembly
from photon_desktop.market.bybit.stream.stream_messages import KlineUpdate, PriceUpdate
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick

MINUTE = Interval.MINUTE_1.nanoseconds
SECOND = MINUTE // 60


def bar(number: int, *, open_: float = 100, high: float = 110, low: float = 90, close: float = 105) -> Bar:
    return Bar(number * MINUTE, open_, high, low, close, 1.0)


def update(shown: Bar, second: int, *, confirmed: bool = False) -> KlineUpdate:
    return KlineUpdate("X", shown, confirmed, shown.open_time + second * SECOND)


def fresh(first: int = 1) -> SymbolAssembly:
    return SymbolAssembly("X", Interval.MINUTE_1, "bybit", first * MINUTE)


def closed(events: list[MarketEvent]) -> list[Bar]:
    return [event.bar for event in events if isinstance(event, BarClosed)]


def ticks(events: list[MarketEvent]) -> list[PriceTick]:
    return [event for event in events if isinstance(event, PriceTick)]


@given(st.data())
def test_any_mixture_of_stream_and_http_brings_each_bar_once_in_order(data: st.DataObject) -> None:
    truth = [bar(number, close=100 + number % 7) for number in range(1, 13)]
    assembly = fresh()
    events: list[MarketEvent] = []
    messages = [update(one, second, confirmed=second == 60) for one in truth for second in (10, 30, 60)]
    sent = data.draw(st.lists(st.sampled_from(messages), max_size=60))
    for message in sent:
        events += assembly.take_kline(message)
        if data.draw(st.booleans()):
            count = data.draw(st.integers(0, 12))
            events += assembly.take_closed(truth[: count if data.draw(st.integers(0, 4)) == 0 else 0])
    events += assembly.take_closed(truth)
    assert closed(events) == truth
    times = [event.close_time if isinstance(event, BarClosed) else event.time_ns for event in events]
    assert all(before <= after for before, after in pairwise(times))


def test_prices_of_the_next_bar_wait_for_the_bar_before() -> None:
    assembly = fresh()
    assert assembly.take_kline(update(bar(2), 5)) == []
    assert assembly.take_kline(update(bar(2, close=101), 7)) == []
    events = assembly.take_kline(update(bar(1), 60, confirmed=True))
    assert [type(event) for event in events] == [PriceTick, BarClosed, PriceTick]
    assert events[2].forming == bar(2, close=101)  # type: ignore[union-attr]


def test_a_held_confirmation_is_not_replaced_by_what_came_before_it() -> None:
    assembly = fresh()
    assembly.take_kline(update(bar(2, close=99), 60, confirmed=True))
    assembly.take_kline(update(bar(2, close=98), 61))
    events = assembly.take_closed([bar(1)])
    assert closed(events) == [bar(1), bar(2, close=99)]


def test_a_hole_in_what_http_serves_is_passed_over() -> None:
    assembly = fresh()
    assert closed(assembly.take_closed([bar(1), bar(4)])) == [bar(1), bar(4)]
    assert assembly.next_open == 5 * MINUTE


def test_only_new_extremes_are_in_a_ticks_range() -> None:
    assembly = fresh()
    assembly.take_kline(update(bar(1, high=110, low=95, close=100), 1))
    [tick] = ticks(assembly.take_kline(update(bar(1, high=112, low=95, close=101), 2)))
    assert (tick.open, tick.high, tick.low, tick.price) == (101, 112, 101, 101)
    [tick] = ticks(assembly.take_kline(update(bar(1, high=112, low=90, close=101), 3)))
    assert (tick.high, tick.low) == (101, 90)


def test_bars_of_an_outage_bring_their_whole_range() -> None:
    assembly = fresh()
    assembly.take_kline(update(bar(1, high=101, low=99, open_=100, close=100), 1))
    events = assembly.take_closed([bar(1, high=101, low=99, open_=100, close=100), bar(2, high=120, low=80)])
    [missed] = ticks(events)
    assert (missed.open, missed.high, missed.low, missed.price) == (100, 120, 80, 105)
    assert missed.time_ns == 3 * MINUTE - 1


def test_a_price_between_updates_grows_the_forming_bar() -> None:
    assembly = fresh()
    assembly.take_kline(update(bar(1, close=100), 1))
    [tick] = ticks(assembly.take_price(PriceUpdate("X", 111.0, MINUTE + 2 * SECOND)))
    assert tick.forming == bar(1, high=111, close=111)
    assert (tick.open, tick.high, tick.low) == (111, 111, 111)
    assert ticks(assembly.take_kline(update(bar(1, high=110, close=100), 1))) == []  # older than the price


def test_a_price_alone_tells_no_volume_and_the_next_word_on_the_bar_tells_all_of_it() -> None:
    assembly = fresh()
    [first] = ticks(assembly.take_kline(update(bar(1, close=100), 1)))
    [alone] = ticks(assembly.take_price(PriceUpdate("X", 101.0, MINUTE + 2 * SECOND)))
    [word] = ticks(assembly.take_kline(update(replace(bar(1, close=102), volume=1.75), 3)))
    [last, _] = assembly.take_kline(update(replace(bar(1, close=102), volume=2.0), 60, confirmed=True))
    assert isinstance(last, PriceTick)
    assert [tick.volume for tick in (first, alone, word, last)] == [0.0, 0.0, 0.75, 0.25]  # the first began unseen


def test_a_bar_s_volume_never_shrinks_while_it_forms() -> None:
    assembly = fresh()
    assembly.take_kline(update(replace(bar(1), volume=3.0), 1))
    [word] = ticks(assembly.take_kline(update(replace(bar(1, close=99), volume=2.0), 2)))
    [later] = ticks(assembly.take_kline(update(replace(bar(1, close=99), volume=3.5), 3)))
    assert (word.volume, word.forming.volume, later.volume) == (0.0, 3.0, 0.5)


def test_prices_before_a_forming_bar_after_its_end_or_out_of_date_are_left_out() -> None:
    assembly = fresh()
    assert assembly.take_price(PriceUpdate("X", 100.0, MINUTE)) == []
    assembly.take_kline(update(bar(1), 30))
    assert assembly.take_price(PriceUpdate("X", 100.0, MINUTE + 29 * SECOND)) == []
    assert assembly.take_price(PriceUpdate("X", 100.0, 2 * MINUTE)) == []
    assert assembly.take_price(PriceUpdate("X", 105.0, MINUTE + 31 * SECOND)) == []  # nothing has changed


def test_an_update_older_than_the_last_is_left_out() -> None:
    assembly = fresh()
    assembly.take_kline(update(bar(1, close=101), 30))
    assert assembly.take_kline(update(bar(1, close=99), 20)) == []


def test_a_bar_is_overdue_two_seconds_after_its_end() -> None:
    assembly = fresh()
    assert not assembly.is_overdue(2 * MINUTE + 2 * SECOND - 1)
    assert assembly.is_overdue(2 * MINUTE + 2 * SECOND)
    assembly.take_kline(update(bar(1), 60, confirmed=True))
    assert not assembly.is_overdue(3 * MINUTE)
