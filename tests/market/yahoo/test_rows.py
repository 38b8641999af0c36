"""Rows made into bars, without anyone who sends them."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.yahoo.ask.chart import About, Chart, Span
from photon_desktop.market.yahoo.rows import read_chart
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

MINUTE, HOUR, DAY = 60 * 10**9, 3_600 * 10**9, 86_400 * 10**9
OPENING, CLOSING = from_iso("2024-12-06T14:30:00"), from_iso("2024-12-06T21:00:00")
LATER = from_iso("2025-01-01")


def about(
    market: str | None = None, kind: str = "EQUITY", sessions: Sequence[Span] = (Span(OPENING, CLOSING),)
) -> About:
    newest = None if market is None else from_iso(market)
    return About("USD", 2, kind, "America/New_York", None, newest, tuple(sessions))


def chart(times: Sequence[int], prices: Sequence[float] | None = None, of: About | None = None) -> Chart:
    close = np.array(prices if prices is not None else [100.0 + place for place in range(len(times))])
    volume = np.full(len(times), 10.0)
    return Chart(of or about(), np.array(times, dtype=np.int64), close, 1.25 * close, 0.75 * close, close, volume)


def test_prices_lose_the_digits_that_single_precision_adds_and_no_others() -> None:
    singles = [float(np.float32(price)) for price in (147.27, 0.128348, 45_296.51)]
    exact = [147.27000427246, 1 / 3]
    times = [OPENING + place * HOUR for place in range(5)]
    bars = read_chart(chart(times, [*singles, *exact]), Interval.HOUR_1, LATER).bars
    assert bars.close.tolist() == [147.27, 0.128348, 45_296.51, *exact]


@given(st.lists(st.integers(0, 389), min_size=1, max_size=100, unique=True), st.sampled_from([3, 30, 120, 240, 360]))
def test_groups_lose_nothing_and_never_reach_into_the_next_session(minutes: list[int], length: int) -> None:
    next_day = Span(OPENING + 3 * DAY, CLOSING + 3 * DAY)
    times = sorted(OPENING + minute * MINUTE + day * 3 * DAY for minute in minutes for day in (0, 1))
    interval = next(one for one in Interval if one.seconds == length * 60)
    source = chart(times, of=about(sessions=(Span(OPENING, CLOSING), next_day)))
    bars = read_chart(source, interval, LATER).bars
    assert bars.volume.sum() == 10 * len(times)
    assert bars.high.max() == source.high.max() and bars.low.min() == source.low.min()
    for bar in bars:
        start = OPENING if bar.open_time < CLOSING else next_day.start_ns
        assert (bar.open_time - start) % interval.nanoseconds == 0
        inside = (source.times >= bar.open_time) & (source.times < bar.open_time + interval.nanoseconds)
        inside &= source.times < start + (CLOSING - OPENING)
        assert (bar.open, bar.close) == (source.open[inside][0], source.close[inside][-1])
        assert bar.volume == 10 * inside.sum()


def test_without_hours_from_yahoo_a_session_is_counted_from_the_days_first_row() -> None:
    times = [OPENING + place * HOUR for place in range(7)] + [OPENING + 3 * DAY + place * HOUR for place in range(7)]
    bars = read_chart(chart(times, of=about(sessions=())), Interval.HOUR_4, LATER).bars
    assert [to_iso(int(time))[8:16] for time in bars.times] == ["06T14:30", "06T18:30", "09T14:30", "09T18:30"]


def test_a_pause_at_noon_does_not_cost_bars_that_begin_off_the_hour() -> None:
    times = [OPENING, OPENING + HOUR, OPENING + 3 * HOUR + 30 * MINUTE, OPENING + 4 * HOUR + 30 * MINUTE]
    bars = read_chart(chart(times), Interval.HOUR_1, LATER).bars
    assert len(bars) == 4
    assert bars.volume.sum() == 40


@pytest.mark.parametrize(
    ("market", "now", "closed"),
    [
        ("2024-12-06T15:30:01", "2024-12-06T15:30:06", 1),
        ("2024-12-06T15:30:01", "2024-12-06T15:30:03", 0),  # its last trades may be on the way
        ("2024-12-06T15:29:00", "2024-12-06T15:30:06", 0),  # late prices, or nobody trades
        ("2024-12-06T15:29:00", "2024-12-06T16:00:00", 1),
        (None, "2024-12-06T15:50:00", 0),
        (None, "2024-12-06T16:00:00", 1),
    ],
)
def test_a_bar_is_over_when_yahoo_knows_a_later_price_or_time_enough_has_passed(
    market: str | None, now: str, closed: int
) -> None:
    reading = read_chart(chart([OPENING], of=about(market)), Interval.HOUR_1, from_iso(now))
    assert reading.closed_count == closed
    assert (reading.forming is None) == (closed == 1)


def test_a_sessions_last_bar_needs_no_price_from_after_the_session() -> None:
    last = OPENING + 6 * HOUR
    reading = read_chart(chart([last], of=about("2024-12-06T21:00:01")), Interval.HOUR_1, last + HOUR + 6 * 10**9)
    assert reading.closed_count == 1


def test_weeks_are_named_by_their_monday() -> None:
    thursday = from_iso("2024-12-05")
    assert to_iso(int(read_chart(chart([thursday]), Interval.WEEK_1, LATER).bars.times[0])) == "2024-12-02T00:00:00Z"


def test_of_a_time_that_comes_twice_the_later_row_counts() -> None:
    bars = read_chart(chart([OPENING, OPENING, OPENING + HOUR], [1.5, 2.5, 3.5]), Interval.HOUR_1, LATER).bars
    assert bars.close.tolist() == [2.5, 3.5]


@pytest.mark.parametrize("price", [float("nan"), float("inf"), 0.0, -1.0])
def test_a_row_without_a_price_is_left_out(price: float) -> None:
    bars = read_chart(chart([OPENING, OPENING + HOUR], [price, 5.0]), Interval.HOUR_1, LATER).bars
    assert bars.close.tolist() == [5.0]


def test_no_rows_are_no_bars() -> None:
    reading = read_chart(Chart.without_rows(about()), Interval.HOUR_4, LATER)
    assert (len(reading.bars), reading.closed_count, reading.forming) == (0, 0, None)
