"""A long curve in few points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.curve_outline import CurveOutline

VALUES = st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=300)


def outline_of(values: list[float], most: int = 8) -> CurveOutline:
    outline = CurveOutline(most)
    outline.take(np.arange(len(values)), np.array(values, dtype=np.float64))
    return outline


def test_a_short_curve_is_told_point_by_point_and_goes_on() -> None:
    outline = CurveOutline()
    outline.take(np.array([1, 2]), np.array([10.0, 11.0]))
    outline.add(3, 12.0)
    times, values = outline.arrays()
    assert (times.tolist(), values.tolist()) == ([1, 2, 3], [10.0, 11.0, 12.0])


def test_of_no_points_there_are_none() -> None:
    times, values = CurveOutline().arrays()
    assert (len(times), len(values), times.dtype, values.dtype) == (0, 0, np.int64, np.float64)


def test_a_point_that_is_not_later_gives_the_last_another_value() -> None:
    outline = CurveOutline()
    outline.add(5, 1.0)
    outline.add(5, 2.0)
    outline.add(4, 3.0)
    assert [each.tolist() for each in outline.arrays()] == [[5], [3.0]]
    outline.add(6, 8.0)
    outline.add(6, 9.0)
    assert [each.tolist() for each in outline.arrays()] == [[5, 6], [3.0, 9.0]]


def test_a_value_that_was_replaced_is_never_a_peak() -> None:
    outline = outline_of([0.0] * 100)
    outline.add(100, 1e6)
    outline.add(100, 0.0)
    outline.add(101, 0.0)
    assert outline.arrays()[1].max() == 0.0


@given(VALUES)
def test_the_outline_is_bounded_rises_in_time_and_has_the_ends_and_the_extremes(values: list[float]) -> None:
    times, told = outline_of(values).arrays()
    assert len(times) <= 2 * 8 + 2
    assert np.all(np.diff(times) > 0)
    assert (told[0], told[-1]) == (values[0], values[-1]) and times[-1] == len(values) - 1
    assert (told.min(), told.max()) == (min(values), max(values))
    assert told.tolist() == [values[time] for time in times.tolist()]


@given(VALUES, st.integers(0, 300))
def test_it_is_the_same_however_its_points_come(values: list[float], cut: int) -> None:
    outline = outline_of(values[:cut])
    outline.extend(np.arange(len(values))[cut:], np.array(values, dtype=np.float64)[cut:])
    assert [each.tolist() for each in outline.arrays()] == [each.tolist() for each in outline_of(values).arrays()]


def test_the_past_is_told_as_finely_as_what_is_new() -> None:
    values = np.random.default_rng(1).normal(size=100_000).cumsum()
    times, _ = outline_of(values.tolist(), 1_000).arrays()
    gaps = np.diff(times)
    assert 1_000 <= len(times) <= 2_002
    assert gaps.max() <= 2 * (100_000 // 500 + 1)


def test_every_fall_of_a_day_is_still_seen_after_a_year() -> None:
    values = np.full(50_000, 100.0)
    values[7_777] = 60.0
    assert outline_of(values.tolist(), 1_000).arrays()[1].min() == 60.0


def test_an_odd_number_of_stretches_is_refused() -> None:
    with pytest.raises(ValueError, match="pairs"):
        CurveOutline(7)
