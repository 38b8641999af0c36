"""What the user changes on a chart, undone and done anew by keys."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.chart.data.study import StudyKind
from photon_desktop.ui.chart.drawings.drawing import Anchor, Drawing, Tool
from photon_desktop.ui.chart.look import Look, Scale, Style
from tests.ui.chart.markets import COIN, START, walk
from tests.ui.chart.test_drawings import drag, drawn, press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def undo(chart: ChartWidget) -> None:
    QTest.keyClick(chart.plot.view, Qt.Key.Key_Z, CONTROL)


def redo(chart: ChartWidget) -> None:
    QTest.keyClick(chart.plot.view, Qt.Key.Key_Z, CONTROL | SHIFT)


def words(chart: ChartWidget) -> str:
    return "" if chart.history.last is None else chart.history.last.words


DEEDS: list[tuple[Callable[[ChartWidget], None], str, Callable[[Look], object], object]] = [
    (
        lambda chart: chart.plot.overlay.legend.button(StudyKind.SMA_FAST).click(),
        "SMA 10 hidden",
        lambda look: look.shows(StudyKind.SMA_FAST),
        False,
    ),
    (
        lambda chart: chart.header.actions_of_chart.panes["atr"].trigger(),
        "ATR 14 shown",
        lambda look: look.shows(StudyKind.ATR),
        True,
    ),
    (lambda chart: press(chart, Qt.Key.Key_4), "style: Bars", lambda look: look.style, Style.BARS),
    (lambda chart: press(chart, Qt.Key.Key_L), "scale: Logarithmic", lambda look: look.scale, Scale.LOG),
]


@pytest.mark.parametrize(("deed", "said", "seen", "wanted"), DEEDS)
def test_how_the_chart_looks_is_undone_and_done_anew(
    chart: ChartWidget,
    deed: Callable[[ChartWidget], None],
    said: str,
    seen: Callable[[Look], object],
    wanted: object,
) -> None:
    before = chart.look
    deed(chart)
    assert (seen(chart.look), words(chart)) == (wanted, said)
    undo(chart)
    assert (chart.look, words(chart)) == (before, "")
    redo(chart)
    assert (seen(chart.look), words(chart)) == (wanted, said)
    assert chart.header.log.isChecked() is (chart.look.scale is Scale.LOG)


def test_a_study_switched_in_the_list_and_its_lengths_turned_step_by_step_are_two_changes(chart: ChartWidget) -> None:
    before = chart.look
    press(chart, Qt.Key.Key_I)
    chart.study_list.checks[StudyKind.EMA].click()
    shown = chart.look
    for _ in range(5):
        QTest.keyClick(chart.study_list.lengths[StudyKind.EMA][0], Qt.Key.Key_Up)
    assert (chart.look.studies[StudyKind.EMA].lengths, words(chart)) == ((55,), "length of EMA 55")
    undo(chart)
    assert chart.look == shown
    assert chart.study_list.lengths[StudyKind.EMA][0].value() == 50
    undo(chart)
    assert chart.look == before
    redo(chart)
    redo(chart)
    assert chart.look.studies[StudyKind.EMA].lengths == (55,)
    chart.study_list.close()


def test_drawings_and_looks_are_undone_in_the_order_they_came(chart: ChartWidget) -> None:
    press(chart, Qt.Key.Key_T)
    drag(chart, QPoint(200, 120), QPoint(420, 220))
    press(chart, Qt.Key.Key_2)
    press(chart, Qt.Key.Key_T)
    drag(chart, QPoint(220, 140), QPoint(440, 240))
    told: list[int] = []
    chart.drawings_changed.connect(lambda _symbol, drawings: told.append(len(drawings)))
    for count, style in ((1, Style.CANDLES), (1, Style.HOLLOW), (0, Style.HOLLOW)):
        undo(chart)
        assert (len(drawn(chart)), chart.look.style) == (count, style)
    for count, style in ((1, Style.HOLLOW), (1, Style.CANDLES), (2, Style.CANDLES)):
        redo(chart)
        assert (len(drawn(chart)), chart.look.style) == (count, style)
    assert told == [1, 0, 1, 2]


def test_a_change_ends_what_could_be_done_anew(chart: ChartWidget) -> None:
    press(chart, Qt.Key.Key_2)
    undo(chart)
    press(chart, Qt.Key.Key_3)
    redo(chart)
    assert chart.look.style is Style.HEIKIN_ASHI
    assert chart.history.next is None


def test_what_was_kept_from_an_earlier_run_is_no_change_of_the_user(chart: ChartWidget) -> None:
    chart.set_look(replace(Look(), style=Style.LINE))
    line = Drawing(Tool.LEVEL, (Anchor(START, 100.0),))
    chart.set_drawings(chart.symbol, [line])
    assert chart.history.last is None


def test_a_drawing_that_was_read_anew_meanwhile_is_not_undone_and_that_is_said(chart: ChartWidget) -> None:
    refusals: list[str] = []
    chart.history.refused.connect(refusals.append)
    press(chart, Qt.Key.Key_T)
    drag(chart, QPoint(200, 120), QPoint(420, 220))
    chart.set_drawings(chart.symbol, [])
    undo(chart)
    assert refusals == ["What is drawn on DEMO-BTC was read anew meanwhile."]


def test_the_menu_has_both(chart: ChartWidget) -> None:
    actions = chart.header.actions_of_chart
    assert {actions.undo, actions.redo} <= set(actions.drawing_menu(chart).actions())
    press(chart, Qt.Key.Key_2)
    actions.undo.trigger()
    assert chart.look.style is Style.HOLLOW
    actions.redo.trigger()
    assert chart.look.style is Style.CANDLES


def test_undo_of_another_symbols_drawing_waits_for_that_symbol(chart: ChartWidget) -> None:
    """Whoever knows the other symbol shows it when it is wanted."""
    chart.history.symbol_wanted.connect(lambda symbol: chart.set_series(symbol, Interval.HOUR_1, walk(500), COIN))
    press(chart, Qt.Key.Key_T)
    drag(chart, QPoint(200, 120), QPoint(420, 220))
    chart.set_series("DEMO-ETH", Interval.HOUR_1, walk(500), COIN)
    undo(chart)
    assert (chart.symbol, drawn(chart)) == ("DEMO-BTC", ())
