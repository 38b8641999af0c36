import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.changed_history import Change, compare
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso

DAY = Interval.DAY_1.nanoseconds
START = from_iso("2024-01-01")
KEY = SeriesKey("AAPL", Interval.DAY_1, "yahoo")


def daily(count: int, seed: int = 1) -> Bars:
    random = np.random.default_rng(seed)
    close = 100 * np.exp(np.cumsum(random.normal(0, 0.02, count)))
    open_ = close * (1 + random.normal(0, 0.005, count))
    high, low = np.maximum(open_, close) * 1.003, np.minimum(open_, close) * 0.997
    return Bars.of(START + np.arange(count) * DAY, open_, high, low, close, random.uniform(1e6, 2e6, count))


def scaled(bars: Bars, factors: FloatArray, decimals: int | None = None) -> Bars:
    prices = [column * factors for column in (bars.open, bars.high, bars.low, bars.close)]
    if decimals is not None:
        prices = [np.round(column, decimals) for column in prices]
    return Bars(bars.times, *prices, bars.volume)


def until(count: int, of: int, factor: float) -> FloatArray:
    return np.where(np.arange(of) < count, factor, 1.0)


def change_of(stored: Bars, fetched: Bars) -> Change:
    change = compare(stored, fetched)
    assert change is not None
    return change


@given(start=st.integers(0, 60), count=st.integers(0, 60))
def test_the_same_bars_new_ones_and_ones_outside_are_no_change(start: int, count: int) -> None:
    bars = daily(60)
    assert compare(bars.part(0, 40), bars.part(start, start + count)) is None


def test_the_noise_of_a_floats_last_digits_is_no_change() -> None:
    bars = daily(30)
    assert compare(bars, scaled(bars, np.full(30, 1 + 1e-12))) is None


def test_some_changed_bars_are_counted_placed_and_measured() -> None:
    bars = daily(60)
    factors = np.ones(60)
    factors[[10, 12, 30]] = [1.01, 0.98, 1.002]
    change = change_of(bars, scaled(bars, factors).part(5, 55))
    assert (change.compared, change.changed, change.gone, change.ratio) == (50, 3, 0, None)
    assert change.largest == pytest.approx(0.02)
    assert change.sentence(KEY) == (
        "Yahoo now gives 3 of 50 bars of AAPL 1d differently, between 2024-01-11 and 2024-01-31 and by up to 2.00%;"
        " the new ones are kept."
    )


def test_a_change_of_volume_alone_is_told_as_that() -> None:
    bars = daily(20)
    volume = bars.volume.copy()
    volume[7] += 1
    change = change_of(bars, Bars(bars.times, bars.open, bars.high, bars.low, bars.close, volume))
    assert (change.changed, change.largest, change.ratio) == (1, 0.0, None)
    assert "1 of 20 bars of AAPL 1d differently, between 2024-01-08 and 2024-01-08 and in volume only" in (
        change.sentence(KEY)
    )


def test_bars_that_are_no_longer_there_are_told() -> None:
    bars = daily(20)
    fewer = Bars(*(np.delete(column, [4, 9]) for column in bars.columns()))
    change = change_of(bars, fewer)
    assert (change.compared, change.changed, change.gone) == (18, 0, 2)
    assert change.sentence(KEY) == "Yahoo no longer has 2 of the stored bars of AAPL 1d; they are kept."
    both = change_of(bars, scaled(fewer, np.where(np.arange(18) == 12, 1.5, 1.0)))
    assert "1 of 18 bars" in both.sentence(KEY)
    assert "and no longer has 2 of the stored ones" in both.sentence(KEY)


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (0.25, "times 0.25, adjusted as after a split of 4 for 1"),
        (1 / 7, "times 0.142857, adjusted as after a split of 7 for 1"),
        (10.0, "times 10, adjusted as after a reverse split of 1 for 10"),
        (0.9951, "times 0.9951, adjusted as after a dividend"),
        (1 / 1.5, "times 0.666667, adjusted as after a split or a dividend"),
    ],
)
@pytest.mark.parametrize("decimals", [None, 4])
@pytest.mark.parametrize("adjusted", [50, 60])
def test_one_ratio_for_all_bars_up_to_a_day_is_a_new_adjustment(
    factor: float, words: str, decimals: int | None, adjusted: int
) -> None:
    bars = scaled(daily(60), np.ones(60), decimals)
    change = change_of(bars, scaled(bars, until(adjusted, 60, factor), decimals).part(20))
    assert change.ratio == pytest.approx(factor, rel=1e-4)
    day = "2024-02-19" if adjusted == 50 else "2024-02-29"
    assert f"Yahoo now gives all prices of AAPL 1d up to {day} {words}" in change.sentence(KEY)


def test_a_ratio_that_begins_in_the_middle_or_of_two_bars_only_is_no_adjustment() -> None:
    bars = daily(60)
    middle = np.ones(60)
    middle[20:40] = 0.5
    assert change_of(bars, scaled(bars, middle)).ratio is None
    assert change_of(bars, scaled(bars, until(2, 60, 0.5))).ratio is None


def test_prices_that_all_changed_each_by_its_own_are_no_adjustment() -> None:
    bars = daily(60)
    own = 1 + np.random.default_rng(2).uniform(0.01, 0.05, 60)
    change = change_of(bars, scaled(bars, own))
    assert (change.changed, change.ratio) == (60, None)
