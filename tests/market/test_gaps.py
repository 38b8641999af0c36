from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.calendars import sessions_of
from photon_desktop.market.csv_files import read_bars
from photon_desktop.market.exchanges import Hours, hours_of
from photon_desktop.market.gaps import bars_due, gaps_of
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

STOCK, CRYPTO = hours_of("AAPL"), hours_of("BTCUSDT")
H1, D1, W1 = Interval.HOUR_1, Interval.DAY_1, Interval.WEEK_1
MINUTE = Interval.MINUTE_1.nanoseconds
FIRST, LAST = from_iso("2024-02-26"), from_iso("2024-07-13")  # summer time, Good Friday and a short day within


def session_bars(interval: Interval, late_ns: int = 0) -> TimeArray:
    """Every bar of the regular hours, counted from each session's open, or from `late_ns` before it."""
    sessions = sessions_of("XNYS", FIRST, LAST)
    grids = [
        np.arange(opens - late_ns, closes, interval.nanoseconds)
        for day, opens, closes in zip(sessions.days, sessions.opens, sessions.closes, strict=True)
        if FIRST <= day < LAST
    ]
    return np.concatenate(grids)


def daily_bars() -> TimeArray:
    days = sessions_of("XNYS", FIRST, LAST).days
    return days[(days >= FIRST) & (days < LAST)]


@pytest.mark.parametrize(
    ("name", "places", "missing"),
    [
        ("SPY_1d", 0, 0),
        ("SPY_1h", 0, 0),
        ("AAPL_1d", 0, 0),
        ("AAPLRAW_1d", 0, 0),
        ("GOOG_1d", 0, 0),
        ("MSFT_1d", 0, 0),
        ("TSLA_1d", 0, 0),
        ("BTCUSDT_1h", 28, 128),
        ("ETHUSD_1d", 1, 2),
        ("ETHUSDT_5m", 0, 0),
    ],
)
def test_real_series_have_the_gaps_they_are_known_for(
    shared_folder: Path, name: str, places: int, missing: int
) -> None:
    symbol, interval = name.split("_")
    hours = CRYPTO if symbol.startswith(("BTC", "ETH")) else STOCK
    gaps = gaps_of(read_bars(shared_folder / "data" / f"{name}.csv").times, Interval(interval), hours)
    assert (len(gaps), gaps.missing_bars) == (places, missing)


@pytest.mark.parametrize("interval", [one for one in Interval if one not in (D1, W1)])
@pytest.mark.parametrize("late_minutes", [0, 30])
def test_all_bars_of_the_regular_hours_are_no_gap(interval: Interval, late_minutes: int) -> None:
    late = late_minutes * MINUTE if interval.nanoseconds > late_minutes * MINUTE else 0
    assert len(gaps_of(session_bars(interval, late), interval, STOCK)) == 0


@given(data=st.data(), interval=st.sampled_from([Interval.MINUTE_30, H1, Interval.HOUR_2, Interval.HOUR_4, D1]))
def test_as_many_bars_are_missing_as_were_taken_out(data: st.DataObject, interval: Interval) -> None:
    late = 30 * MINUTE if interval is H1 and data.draw(st.booleans()) else 0
    times = daily_bars() if interval is D1 else session_bars(interval, late)
    start = data.draw(st.integers(1, len(times) - 2))
    count = data.draw(st.integers(1, len(times) - 1 - start))
    gaps = gaps_of(np.delete(times, slice(start, start + count)), interval, STOCK)
    assert (gaps.after.tolist(), gaps.before.tolist()) == ([times[start - 1]], [times[start + count]])
    assert gaps.missing_bars == count


@given(
    data=st.data(), hours=st.sampled_from([STOCK, CRYPTO]), interval=st.sampled_from([Interval.MINUTE_30, H1, D1, W1])
)
def test_as_many_bars_are_due_as_come(data: st.DataObject, hours: Hours, interval: Interval) -> None:
    if hours == CRYPTO or interval is W1:
        times = np.arange(FIRST, LAST, interval.nanoseconds)
    else:
        times = daily_bars() if interval is D1 else session_bars(interval)
    last = data.draw(st.integers(0, len(times) - 1))
    until = data.draw(st.integers(FIRST, LAST - 8 * D1.nanoseconds))
    came = np.count_nonzero((times > times[last]) & (times + interval.nanoseconds <= until))
    assert bars_due(int(times[last]), until, interval, hours) == came


def test_gaps_say_where_they_are() -> None:
    times = np.delete(np.arange(20) * H1.nanoseconds, [3, 4, 10])
    gaps = gaps_of(times, H1, CRYPTO)
    assert [to_iso(time) for time in gaps.after.tolist()] == ["1970-01-01T02:00:00Z", "1970-01-01T09:00:00Z"]
    assert [to_iso(time) for time in gaps.before.tolist()] == ["1970-01-01T05:00:00Z", "1970-01-01T11:00:00Z"]
    assert gaps.missing.tolist() == [2, 1]


def test_bars_before_and_after_the_regular_hours_neither_fill_nor_make_a_gap() -> None:
    times = session_bars(H1)
    extended = np.unique(np.concatenate([times, times - 3 * H1.nanoseconds, times + 4 * H1.nanoseconds]))
    assert len(gaps_of(extended, H1, STOCK)) == 0
    without_a_day = extended[(extended < times[70]) | (extended >= times[77])]
    assert gaps_of(without_a_day, H1, STOCK).missing_bars == 7


def test_a_bar_on_a_holiday_is_no_gap() -> None:
    times = np.sort(np.append(daily_bars(), from_iso("2024-03-29")))
    assert len(gaps_of(times, D1, STOCK)) == 0


def test_weekly_bars_may_be_named_by_any_day_of_their_week() -> None:
    mondays = np.arange(from_iso("2024-02-26"), LAST, W1.nanoseconds)
    shifted = mondays + np.arange(len(mondays)) % 2 * D1.nanoseconds
    assert len(gaps_of(shifted, W1, STOCK)) == 0
    assert gaps_of(np.delete(shifted, [4, 5]), W1, STOCK).missing.tolist() == [2]


@pytest.mark.parametrize("hours", [STOCK, CRYPTO])
@pytest.mark.parametrize("interval", [Interval.MINUTE_1, D1, W1])
@pytest.mark.parametrize("count", [0, 1])
def test_one_bar_or_none_have_no_gap(hours: Hours, interval: Interval, count: int) -> None:
    gaps = gaps_of(np.arange(count) + FIRST, interval, hours)
    assert (len(gaps), gaps.missing_bars) == (0, 0)


def test_a_gap_of_250_years_is_counted_without_listing_it() -> None:
    times = np.array([from_iso("1900-01-02T15:00:00Z"), from_iso("2150-01-02T15:00:00Z")])
    expected = (times[1] - times[0]) // MINUTE - 1
    assert gaps_of(times, Interval.MINUTE_1, CRYPTO).missing_bars == expected
    assert 5e6 < gaps_of(times, Interval.MINUTE_5, STOCK).missing_bars < 250 * 262 * 78
