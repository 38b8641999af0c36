"""Looking far back brings older bars, and what is in view stays where it is."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.look import Style
from photon_desktop.ui.chart.reach import KEPT_BARS, SPARE_BARS
from tests.ui.chart.markets import COIN, walk

SYMBOL, SOURCE = "DEMO-BTC", "demo"
ALL = walk(5_000)


@pytest.fixture
def recent(empty_chart: ChartWidget) -> ChartWidget:
    """A chart of the last 500 of the bars, which the store has all of."""
    empty_chart.set_series(SYMBOL, Interval.HOUR_1, ALL.tail(500), COIN, SOURCE)
    empty_chart.plot.refresh()
    return empty_chart


def asked(chart: ChartWidget) -> list[Content]:
    contents: list[Content] = []
    chart.reach.older_wanted.connect(contents.append)
    return contents


def content_of(chart: ChartWidget) -> Content:
    content = chart._content
    assert content is not None
    return content


def times_in_view(chart: ChartWidget) -> list[int]:
    first, stop = chart.plot.window_of_bars.visible
    return content_of(chart).series.times[first:stop].tolist()


def test_older_bars_are_asked_for_near_the_first_one_and_not_before(recent: ChartWidget) -> None:
    contents = asked(recent)
    recent.plot.refresh()
    assert contents == []
    recent.plot._pan_bars(-360)
    recent.plot.refresh()
    assert contents == [content_of(recent)]


def test_bars_that_are_in_no_store_are_asked_for_by_nobody(empty_chart: ChartWidget) -> None:
    empty_chart.set_series(SYMBOL, Interval.HOUR_1, ALL.tail(50), COIN)
    contents = asked(empty_chart)
    empty_chart.plot.refresh()
    assert contents == []


@pytest.mark.parametrize("style", [Style.CANDLES, Style.HEIKIN_ASHI])
def test_older_bars_come_before_those_in_view_which_stay(recent: ChartWidget, style: Style) -> None:
    recent._choose_style(style.value)
    recent.plot._pan_bars(-370)
    recent.plot.refresh()
    content, seen = content_of(recent), times_in_view(recent)
    reaching = content.series.reaching_back(ALL.part(0, 4_500), recent.reach.is_averaged())
    newest = ALL.bar(-1)
    later = [newest.__class__(newest.open_time + number * 3_600_000_000_000, *[100.0] * 4, 1.0) for number in (1, 2)]
    for bar in later:  # while the others were read
        recent.append_bar(bar)
    assert recent.reach.put_older(content, reaching)
    recent.plot.refresh()
    assert times_in_view(recent) == seen
    assert len(content.series) == 5_002
    assert content.series.times[-2:].tolist() == [bar.open_time for bar in later]
    whole = ChartSeries(ALL)
    assert np.array_equal(content.series.line(Line.RSI)[:5_000], whole.line(Line.RSI), equal_nan=True)
    assert np.array_equal(content.series.averaged.bars[:, :5_000], whole.averaged.bars)


def test_bars_of_another_symbol_are_not_put_before_these(recent: ChartWidget) -> None:
    before = content_of(recent)
    reaching = before.series.reaching_back(ALL.part(0, 4_500), False)
    recent.set_series("DEMO-ETH", Interval.HOUR_1, ALL.tail(300), COIN, SOURCE)
    assert not recent.reach.put_older(before, reaching)
    assert not recent.reach.put_older(content_of(recent), ChartSeries(walk(50, seed=8)))
    assert len(content_of(recent).series) == 300


def test_a_window_open_all_day_lets_old_bars_go_and_asks_for_them_again(empty_chart: ChartWidget, qtbot: QtBot) -> None:
    bars = walk(KEPT_BARS + SPARE_BARS + 1)
    empty_chart.set_series(SYMBOL, Interval.HOUR_1, bars.part(0, KEPT_BARS + SPARE_BARS), COIN, SOURCE)
    empty_chart.plot.refresh()
    empty_chart.append_bar(bars.bar(-1))
    empty_chart.plot.refresh()
    content = content_of(empty_chart)
    assert content.series.times.tolist() == bars.times[-KEPT_BARS:].tolist()
    assert empty_chart.is_following
    assert times_in_view(empty_chart)[-1] == bars.times[-1]
    contents = asked(empty_chart)
    empty_chart.plot._move(empty_chart.plot.window_of_bars.from_start())
    empty_chart.plot.refresh()
    assert contents == [content]


@pytest.mark.parametrize("why", ["looks back", "not kept", "two sources"])
def test_bars_that_are_looked_at_or_can_not_be_had_again_are_kept(empty_chart: ChartWidget, why: str) -> None:
    bars = walk(KEPT_BARS + SPARE_BARS + 1)
    kept_as = "" if why == "not kept" else SOURCE
    empty_chart.set_series(SYMBOL, Interval.HOUR_1, bars.part(0, KEPT_BARS + SPARE_BARS), COIN, kept_as)
    empty_chart.plot.refresh()
    if why == "looks back":
        empty_chart.plot._pan_bars(-1_000)
    if why == "two sources":
        empty_chart.reach.keep_all()
    empty_chart.append_bar(bars.bar(-1))
    assert len(content_of(empty_chart).series) == KEPT_BARS + SPARE_BARS + 1
