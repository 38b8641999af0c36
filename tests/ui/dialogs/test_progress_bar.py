"""The bar that says how far something is."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.dialogs.progress_bar import ProgressBar


class Neighbour(QWidget):
    """Counts how often it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.drawn += 1
        super().paintEvent(event)


def drawn_at_once(qtbot: QtBot, bar: QProgressBar) -> bool:
    """Whether what waits to be drawn beside `bar` is drawn the moment the bar's value is set."""
    window, neighbour = QWidget(), Neighbour()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(neighbour)
    column.addWidget(bar)
    window.resize(300, 200)
    bar.setRange(0, 10)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: neighbour.drawn > 0)
    before = neighbour.drawn
    neighbour.update()
    bar.setValue(5)
    at_once = neighbour.drawn > before
    qtbot.waitUntil(lambda: neighbour.drawn > before)
    assert bar.value() == 5
    return at_once


def test_a_new_value_is_drawn_with_whatever_is_drawn_next(qtbot: QtBot) -> None:
    assert drawn_at_once(qtbot, QProgressBar())
    assert not drawn_at_once(qtbot, ProgressBar())


def test_a_new_value_and_range_are_drawn(qtbot: QtBot) -> None:
    bar = ProgressBar()
    qtbot.addWidget(bar)
    bar.setTextVisible(False)
    bar.resize(200, 20)
    bar.setRange(0, 10)
    bar.setValue(1)
    little = bar.grab().toImage()
    bar.setValue(9)
    much = bar.grab().toImage()
    bar.setRange(0, 100)
    assert little != much != bar.grab().toImage()
    assert bar.updatesEnabled()
