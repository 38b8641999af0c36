"""Small plots: their first picture after they came into sight."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from photon_desktop.ui.design import DARK
from photon_desktop.ui.panels.quiet_plot import QuietPlot


class Counted(pg.GraphicsObject):  # type: ignore[misc]
    """Something on a plot that counts how often it is drawn."""

    draws = 0

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return QRectF(0, 0, 1, 1)

    def paint(self, *_args: Any) -> None:
        self.draws += 1


class Recorded(QuietPlot):
    """A plot that knows what each of its pictures drew."""

    def __init__(self) -> None:
        super().__init__("Profit")
        self.set_theme(DARK)
        self.item = Counted()
        self.box.addItem(self.item)
        self.pictures: list[int] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        before = self.item.draws
        super().paintEvent(event)
        self.pictures.append(self.item.draws - before)


def test_only_the_ground_is_drawn_with_the_page_and_the_rest_comes_by_itself(qtbot: QtBot) -> None:
    plot = Recorded()
    qtbot.addWidget(plot)
    plot.resize(200, 100)
    for _ in range(2):  # on a page that is turned to once more as well
        plot.pictures.clear()
        plot.show()
        qtbot.waitUntil(lambda: any(plot.pictures), timeout=5_000)
        assert plot.pictures[0] == 0
        plot.hide()


def test_the_ground_has_the_colour_of_the_theme(qtbot: QtBot) -> None:
    plot = Recorded()
    qtbot.addWidget(plot)
    plot.resize(200, 100)
    plot.show()
    assert plot.grab().toImage().pixelColor(150, 50).name() == DARK.canvas.lower()
    assert plot.item.draws == 0
