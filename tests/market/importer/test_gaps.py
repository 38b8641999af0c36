import numpy as np
import pytest

from photon_desktop.market.importer.gaps import gaps_of, longest
from photon_desktop.market.importer.quality import MOST_GAPS
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

H, D = Interval.HOUR_1, Interval.DAY_1


def days(first: str, count: int) -> TimeArray:
    return from_iso(first) + np.arange(count) * D.nanoseconds


def working_days(first: str, count: int) -> TimeArray:
    """From a Monday on."""
    times = days(first, count)
    return times[(times // D.nanoseconds + 3) % 7 < 5]


def test_a_market_that_never_closes_misses_every_bar() -> None:
    times = np.delete(days("2024-01-01T00:00:00Z", 30), [4, 5, 6, 20])
    gaps = gaps_of(times, D, "BTCUSDT")
    assert (len(gaps), gaps.missing_bars) == (2, 4)
    assert [gap.missing for gap in longest(gaps)] == [3, 1]
    assert to_iso(longest(gaps)[0].after_ns) == "2024-01-04T00:00:00Z"


def test_a_stock_of_new_york_goes_by_its_calendar() -> None:
    times = working_days("2024-01-08T00:00:00Z", 28)  # the 15th is a holiday
    assert [to_iso(gap.after_ns)[:10] for gap in longest(gaps_of(np.delete(times, 3), D, "AAPL"))] == ["2024-01-10"]
    without_holiday = times[times != from_iso("2024-01-15T00:00:00Z")]
    assert len(gaps_of(without_holiday, D, "AAPL")) == 0


@pytest.mark.parametrize("symbol", ["SAP.NOWHERE", "EURUSD=X", "EURUSD", None])
def test_elsewhere_weekends_and_single_holidays_are_no_gaps(symbol: str | None) -> None:
    times = working_days("2024-01-01T00:00:00Z", 60)
    assert len(gaps_of(np.delete(times, 7), D, symbol)) == 0
    gaps = gaps_of(np.delete(times, [7, 8, 9]), D, symbol)
    assert (len(gaps), gaps.missing_bars) == (1, 3)


def test_elsewhere_nights_are_no_gaps_and_holes_within_a_day_are() -> None:
    hours = [
        day + hour * H.nanoseconds for day in working_days("2024-01-01T00:00:00Z", 14).tolist() for hour in range(8, 17)
    ]
    assert len(gaps_of(np.array(hours), H, None)) == 0
    gaps = gaps_of(np.delete(hours, [3, 4]), H, None)
    assert (len(gaps), gaps.missing_bars) == (1, 2)


def test_no_more_than_the_longest_gaps_are_told() -> None:
    times = np.cumsum(np.arange(2, 202)) * H.nanoseconds
    gaps = gaps_of(times, H, "BTCUSDT")
    told = longest(gaps)
    assert (len(gaps), len(told), told[0].missing) == (199, MOST_GAPS, 200)


@pytest.mark.parametrize("count", [0, 1])
def test_no_bars_and_a_single_one_have_no_gaps(count: int) -> None:
    assert len(gaps_of(days("2024-01-01T00:00:00Z", count), D, "BTCUSDT")) == 0
