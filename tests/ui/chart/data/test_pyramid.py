"""Candles at every zoom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.ui.chart.data.pyramid import LEAST_CANDLE_PIXELS, Pyramid, Row
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from tests.ui.chart.markets import walk


def table_of(bars: Bars) -> FloatArray:
    return np.stack([bars.open, bars.high, bars.low, bars.close, bars.volume])


def brute_force(table: FloatArray, level: int) -> FloatArray:
    """Candles of 2**level bars, each worked out from its bars."""
    size = 1 << level
    groups = [table[:, start : start + size] for start in range(0, table.shape[1], size)]
    candles = [
        (part[Row.OPEN, 0], part[Row.HIGH].max(), part[Row.LOW].min(), part[Row.CLOSE, -1], part[Row.VOLUME].sum())
        for part in groups
    ]
    return np.array(candles).T


@given(count=st.integers(1, 300), seed=st.integers(0, 1000))
def test_every_level_is_what_brute_force_gives(count: int, seed: int) -> None:
    table = table_of(walk(count, seed=seed))
    pyramid = Pyramid(table)
    for level in range(pyramid.level_count):
        np.testing.assert_allclose(pyramid.candles(level, 0, count).table, brute_force(table, level), rtol=1e-12)
    assert len(pyramid.candles(pyramid.level_count - 1, 0, count)) == 1


@given(count=st.integers(1, 200), built=st.integers(0, 200), seed=st.integers(0, 1000))
def test_appending_gives_exactly_what_building_anew_gives(count: int, built: int, seed: int) -> None:
    table = table_of(walk(count, seed=seed))
    grown = Pyramid(table[:, : min(built, count)])
    for column in table[:, min(built, count) :].T:
        grown.append(tuple(column))
    whole = Pyramid(table)
    assert grown.level_count == whole.level_count
    for level in range(whole.level_count):
        np.testing.assert_array_equal(grown.candles(level, 0, count).table, whole.candles(level, 0, count).table)


@given(count=st.integers(1, 130), changes=st.integers(1, 5))
def test_replacing_the_last_bar_gives_what_building_anew_gives(count: int, changes: int) -> None:
    table = table_of(walk(count))
    pyramid = Pyramid(table)
    for change in range(changes):
        table[:, -1] = (10.0, 100_000.0 + change, 1.0 + change, 50.0 * (change + 1), change)
        pyramid.replace_last(tuple(table[:, -1]))
    whole = Pyramid(table)
    for level in range(whole.level_count):
        np.testing.assert_array_equal(pyramid.candles(level, 0, count).table, whole.candles(level, 0, count).table)


@given(first=st.integers(-50, 300), length=st.integers(0, 300), level=st.integers(0, 7))
def test_a_part_holds_every_candle_that_touches_it_and_no_other(first: int, length: int, level: int) -> None:
    pyramid = Pyramid(table_of(walk(200)))
    candles = pyramid.candles(level, first, first + length)
    touched = sorted({bar >> level for bar in range(max(first, 0), min(first + length, 200))})
    assert list(range(candles.first, candles.first + len(candles))) == touched


def test_a_candle_stands_in_the_middle_of_its_bars() -> None:
    pyramid = Pyramid(table_of(walk(16)))
    assert pyramid.candles(0, 3, 5).centres().tolist() == [3.0, 4.0]
    assert pyramid.candles(2, 0, 16).centres().tolist() == [1.5, 5.5, 9.5, 13.5]


@pytest.mark.parametrize("width", [300.0, 1280.0, 2560.0])
def test_a_million_bars_never_give_more_candles_than_a_third_of_the_width(width: float) -> None:
    count = 1_000_000
    rising = np.arange(1.0, count + 1)
    pyramid = Pyramid(np.stack([rising, rising + 1, rising - 0.5, rising + 0.5, rising]))
    window = BarWindow(count, width).followed()
    for _ in range(80):
        window = window.zoomed(0.8, 0.5)
        level = pyramid.level_for(window.pixels_per_bar)
        candles = pyramid.candles(level, *window.visible)
        assert len(candles) <= width / LEAST_CANDLE_PIXELS + 3
        assert window.pixels_per_bar * candles.bars_each >= LEAST_CANDLE_PIXELS
    assert window.visible == (0, count)


def test_the_finest_level_is_used_as_long_as_it_has_room() -> None:
    pyramid = Pyramid(table_of(walk(5000)))
    assert pyramid.level_for(8.0) == 0
    assert pyramid.level_for(LEAST_CANDLE_PIXELS) == 0
    assert pyramid.level_for(LEAST_CANDLE_PIXELS / 2) == 1
    assert pyramid.level_for(LEAST_CANDLE_PIXELS / 2.1) == 2
    assert pyramid.level_for(1e-9) == pyramid.level_count - 1
