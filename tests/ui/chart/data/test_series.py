"""The series behind the chart."""

import numpy as np
import pytest

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.indicators import compute_indicators
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import Line
from tests.ui.chart.markets import next_bar, walk

HOUR = Interval.HOUR_1.nanoseconds


def test_bars_put_one_by_one_give_the_indicators_of_the_whole() -> None:
    bars = walk(900)
    series = ChartSeries(bars.part(0, 5))
    assert all(series.put(bar) for bar in bars.part(5))
    whole = ChartSeries(bars)
    np.testing.assert_array_equal(series.times, bars.times)
    for line in Line:
        np.testing.assert_allclose(series.line(line), whole.line(line), rtol=1e-9, atol=1e-7)


def test_lines_are_the_indicators_of_the_trading_floor() -> None:
    bars = walk(120)
    series, indicators = ChartSeries(bars), compute_indicators(bars)
    np.testing.assert_array_equal(series.line(Line.SMA_FAST), indicators.sma10)
    np.testing.assert_array_equal(series.line(Line.RSI), indicators.rsi14)
    np.testing.assert_array_equal(series.line(Line.MACD_HIST), indicators.macd_hist)


def test_a_forming_bar_changes_in_place_until_the_next_opens() -> None:
    bars = walk(50)
    series = ChartSeries(bars)
    assert series.put(next_bar(bars, 60_000.0))
    for close in (61_000.0, 59_500.0):
        assert not series.put(next_bar(bars, close))
        assert series.bar(50).close == close
        whole = bars.followed_by(Bars.from_bars([next_bar(bars, close)]))
        assert series.line(Line.SMA_SLOW)[-1] == pytest.approx(compute_indicators(whole).sma20[-1])
    assert len(series) == 51


def test_a_bar_from_before_the_last_is_left_out() -> None:
    bars = walk(10)
    series = ChartSeries(bars)
    old = Bar(int(bars.times[3]), 1.0, 2.0, 0.5, 1.5, 1.0)
    assert not series.put(old)
    assert series.bar(3) == bars.bar(3)
    assert len(series) == 10


def test_an_empty_series_takes_its_first_bar() -> None:
    series = ChartSeries(Bars.empty())
    bar = walk(1).bar(0)
    assert series.put(bar)
    assert series.bar(0) == bar
    assert series.day_change() is None


def test_a_moment_belongs_to_the_bar_that_is_open_and_a_decision_to_the_one_that_closed() -> None:
    bars = walk(10)
    series = ChartSeries(bars)
    close_of_third = int(bars.times[3])
    assert series.index_at(close_of_third) == 3
    assert series.index_closed_by(close_of_third) == 2
    assert series.index_at(int(bars.times[0]) - 1) == -1
    assert series.index_closed_by(int(bars.times[9]) + HOUR) == 9


def test_the_change_is_that_of_a_day() -> None:
    bars = walk(30)
    series = ChartSeries(bars)
    assert series.day_change() == pytest.approx(bars.close[29] / bars.close[4] - 1)
    assert ChartSeries(bars.part(0, 25)).day_change() is None
    assert ChartSeries(bars.part(0, 26)).day_change() is not None
