"""Style, scale and studies, chosen as a user would."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.data.heikin_ashi import heikin_ashi
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import LONGEST, Line, StudyKind, usual_studies
from photon_desktop.ui.chart.look import Look, Scale, Style
from photon_desktop.ui.chart.panes import PaneName
from photon_desktop.ui.design import DARK
from tests.ui.chart.markets import COIN, next_bar, walk


def colours(chart: ChartWidget) -> set[str]:
    chart.plot.refresh()
    image = chart.plot.view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)}


def press(chart: ChartWidget, key: Qt.Key) -> None:
    QTest.keyClick(chart.plot.view, key)


@pytest.mark.parametrize("style", list(Style))
def test_each_style_is_chosen_from_the_menu_and_drawn(chart: ChartWidget, style: Style) -> None:
    action = chart.header.actions_of_chart.styles[style]
    assert action in chart.header.chart_menu.menu().actions()
    action.trigger()
    assert chart.look.style is style
    assert action.isChecked()
    seen = colours(chart)
    assert (DARK.accent in seen) == (style is Style.LINE) or style is not Style.LINE


def test_filled_candles_have_more_of_the_rising_colour_than_hollow_ones(chart: ChartWidget) -> None:
    def rising() -> int:
        chart.plot.refresh()
        image = chart.plot.view.grab().toImage()
        return sum(image.pixelColor(x, y).name() == DARK.up for x in range(0, 700) for y in range(60, 300))

    hollow = rising()
    chart.header.actions_of_chart.styles[Style.CANDLES].trigger()
    assert rising() > hollow


def test_heikin_ashi_is_its_recursion_and_is_kept_up_with_the_market() -> None:
    bars = walk(400)
    table = np.stack([bars.open, bars.high, bars.low, bars.close, bars.volume])
    averaged = heikin_ashi(table)
    opened = (bars.open[0] + bars.close[0]) / 2
    for index in range(400):
        assert averaged[Row.OPEN, index] == pytest.approx(opened)
        opened = (averaged[Row.OPEN, index] + averaged[Row.CLOSE, index]) / 2
    series = ChartSeries(bars.part(0, 1))
    assert len(series.averaged) == 1
    for bar in bars.part(1):
        series.put(bar)
    np.testing.assert_allclose(series.averaged.bars, averaged)
    series.put(next_bar(bars, 70_000.0))
    series.put(next_bar(bars, 50_000.0))
    whole = bars.followed_by(Bars.from_bars([next_bar(bars, 50_000.0)]))
    np.testing.assert_allclose(series.averaged.bars, ChartSeries(whole).averaged.bars)


def test_keys_change_the_scale_and_back(chart: ChartWidget) -> None:
    press(chart, Qt.Key.Key_L)
    assert chart.look.scale is Scale.LOG
    assert chart.plot.stack.price.shown.is_log
    press(chart, Qt.Key.Key_P)
    assert chart.look.scale is Scale.PERCENT
    assert not chart.header.log.isChecked()
    assert not chart.plot.stack.price.shown.is_log
    press(chart, Qt.Key.Key_P)
    assert chart.look.scale is Scale.LINEAR


def test_percents_are_of_the_first_close_in_view(chart: ChartWidget) -> None:
    press(chart, Qt.Key.Key_P)
    chart.plot.refresh()
    chart.plot.refresh()
    bars, first = walk(500), chart.plot.window_of_bars.visible[0]
    change = (bars.close[-1] / bars.close[first] - 1) * 100
    axis = chart.plot.stack.price.axis
    assert axis.tags[0].text.endswith("%")
    assert float(axis.tags[0].text.strip("+−%")) == pytest.approx(abs(change), abs=0.006)
    assert all(label.text.endswith("%") for label in axis.labels)
    assert len(axis.labels) >= 3


def test_a_study_is_switched_on_and_its_length_set_from_the_legend(chart: ChartWidget, qtbot: QtBot) -> None:
    legend, studies = chart.plot.overlay.legend, chart.study_list
    assert not legend.button(StudyKind.EMA).isVisible()
    qtbot.mouseClick(legend.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(studies.isVisible)
    qtbot.mouseClick(studies.checks[StudyKind.EMA], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    spin = studies.lengths[StudyKind.EMA][0]
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "34")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert chart.look.studies[StudyKind.EMA].lengths == (34,)
    chart.plot.refresh()
    assert legend.button(StudyKind.EMA).isVisible()
    assert legend.button(StudyKind.EMA).text().startswith("EMA 34 ")
    assert chart.plot.stack.price.layers[StudyKind.EMA].isVisible()
    qtbot.keyClick(studies, Qt.Key.Key_Escape)
    assert not studies.isVisible()


def test_the_keys_reach_every_study(chart: ChartWidget, qtbot: QtBot) -> None:
    press(chart, Qt.Key.Key_I)
    studies = chart.study_list
    qtbot.waitUntil(studies.isVisible)
    qtbot.keyClick(studies.checks[StudyKind.ATR], Qt.Key.Key_Space)
    assert chart.look.shows(StudyKind.ATR)
    qtbot.waitUntil(lambda: chart.plot.stack.atr.is_visible)
    chart.plot.refresh()
    assert chart.plot.overlay.titles[PaneName.ATR].text.find("ATR 14") >= 0
    assert len(chart.plot.stack.atr.axis.labels) >= 1
    for kind, check in studies.checks.items():
        assert check.accessibleName()
        assert all(spin.accessibleName() for spin in studies.lengths[kind])


def test_all_studies_at_once_are_drawn_and_named_without_running_over_the_edge(chart: ChartWidget) -> None:
    look = chart.look
    for study in usual_studies().values():
        look = look.with_study(study.shown(True))
    chart.set_look(look)
    seen = colours(chart)
    assert set(DARK.lines) <= seen
    legend, price = chart.plot.overlay.legend, chart.plot.stack.price
    assert legend.geometry().right() <= price.rect.right()
    highest = chart.plot.stack.price.shown.place(float(np.nanmax(walk(500).high[-60:]))) * price.rect.height()
    assert highest > legend.geometry().bottom() - 1


def test_bars_put_one_by_one_give_every_study_of_the_whole() -> None:
    bars = walk(1_200)
    series = ChartSeries(bars.part(0, 5))
    for line in Line:
        series.line(line)
    for bar in bars.part(5):
        series.put(bar)
    whole = ChartSeries(bars)
    for line in Line:
        np.testing.assert_allclose(series.line(line), whole.line(line), rtol=1e-7, atol=1e-6)


def test_another_length_draws_another_line(chart: ChartWidget) -> None:
    series = chart.plot.overlay.legend.button(StudyKind.SMA_FAST).text()
    chart.set_look(chart.look.with_study(chart.look.studies[StudyKind.SMA_FAST].with_lengths((100,))))
    chart.plot.refresh()
    text = chart.plot.overlay.legend.button(StudyKind.SMA_FAST).text()
    assert text != series
    assert text == f"SMA 100 {walk(500).close[-100:].mean():,.2f}"


def test_a_right_click_in_the_legend_goes_to_the_length(chart: ChartWidget, qtbot: QtBot) -> None:
    chart.plot.overlay.legend.button(StudyKind.SMA_SLOW).customContextMenuRequested.emit(QPoint(1, 1))
    qtbot.waitUntil(chart.study_list.isVisible)
    assert chart.study_list.focusWidget() is chart.study_list.lengths[StudyKind.SMA_SLOW][0]


def test_a_look_is_remembered_and_what_is_damaged_is_as_usual() -> None:
    look = Look(Style.BARS, Scale.PERCENT).with_study(usual_studies()[StudyKind.RSI].with_lengths((9,)).shown(False))
    assert Look.from_json(json.loads(json.dumps(look.to_json()))) == look
    for damaged in (None, [], {"style": 3, "scale": [], "studies": {"rsi": {"shown": True, "lengths": "x"}}}):
        assert Look.from_json(damaged) == Look()
    far = Look.from_json({"studies": {"ema": {"shown": True, "lengths": [10**9]}}})
    assert far.studies[StudyKind.EMA].lengths == (LONGEST,)


def test_a_macd_has_its_slow_average_slower_than_its_fast_one() -> None:
    macd = usual_studies()[StudyKind.MACD]
    assert macd.with_lengths((30, 20, 9)).lengths == (30, 31, 9)
    assert macd.with_lengths((30,)) == macd


def test_another_symbol_comes_in_the_same_look(chart: ChartWidget) -> None:
    chart.set_look(chart.look.with_study(chart.look.studies[StudyKind.SMA_FAST].with_lengths((7,))))
    chart.set_series("DEMO-ETH", Interval.HOUR_1, walk(60), COIN)
    chart.plot.refresh()
    assert chart.plot.overlay.legend.button(StudyKind.SMA_FAST).text() == f"SMA 7 {walk(60).close[-7:].mean():,.2f}"


def test_a_change_of_the_look_is_told_once(chart: ChartWidget, qtbot: QtBot) -> None:
    told: list[object] = []
    chart.look_changed.connect(told.append)
    press(chart, Qt.Key.Key_L)
    press(chart, Qt.Key.Key_P)
    assert told == [Look(scale=Scale.LOG), Look(scale=Scale.PERCENT)]


def test_a_key_fits_prices_that_were_scaled_by_hand(chart: ChartWidget) -> None:
    chart.plot.view.axis_dragged.emit(60.0)
    assert not chart.plot.stack.price.shown.is_fitted
    press(chart, Qt.Key.Key_A)
    assert chart.plot.stack.price.shown.is_fitted


def test_figures_choose_the_style(chart: ChartWidget) -> None:
    for key, style in zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), Style, strict=True):
        press(chart, key)
        assert chart.look.style is style
        assert chart.header.actions_of_chart.styles[style].isChecked()
