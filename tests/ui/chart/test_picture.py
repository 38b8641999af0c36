"""The chart's picture, its menu under the right button, and two fingers on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.design import DARK

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_picture_is_saved_where_the_user_says(
    chart: ChartWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    QTest.keyClick(chart.plot.view, Qt.Key.Key_S, CONTROL)
    assert asked == ["DEMO-BTC-1h.png"]
    image = QImage(str(tmp_path / "mine.png"))
    assert image.width() == chart.width()
    assert DARK.down in {image.pixelColor(x, y).name() for x in range(0, 800, 2) for y in range(80, 400, 2)}


def test_a_picture_that_cannot_be_written_is_told(chart: ChartWidget, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.problem_told) as told:
        assert not chart.picture.save(tmp_path / "nowhere" / "chart.png")
    assert "can't be written" in told.args[1]


def test_the_picture_is_copied_with_a_key(chart: ChartWidget, qapp: QApplication) -> None:
    qapp.clipboard().clear()
    QTest.keyClick(chart.plot.view, Qt.Key.Key_C, CONTROL)
    assert qapp.clipboard().pixmap().size() == chart.size()


def test_the_right_button_opens_everything_the_chart_can_do(
    chart: ChartWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[QMenu, QPoint]] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, where: opened.append((menu, where)))
    here = QPoint(300, 200)
    where = chart.plot.view.mapToGlobal(here)
    QApplication.sendEvent(chart.plot.view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, where))
    ((menu, corner),) = opened
    assert corner == where
    offered = {action for part in (menu, *menu.findChildren(QMenu)) for action in part.actions()}
    assert set(chart.header.actions_of_chart.all) <= offered


def test_a_pinch_zooms_around_its_middle(chart: ChartWidget) -> None:
    chart.plot.refresh()
    before, place = chart.plot.window_of_bars, QPointF(400.0, 200.0)
    bar = before.index_of(400.0)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, place, place, place, 0.25,
        QPointF(), 1,
    )  # fmt: skip
    QApplication.sendEvent(chart.plot.view.viewport(), event)
    after = chart.plot.window_of_bars
    assert after.pixels_per_bar == pytest.approx(1.25 * before.pixels_per_bar)
    assert after.index_of(400.0) == pytest.approx(bar)
