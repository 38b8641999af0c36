"""Lines at a price across the pane: the last price, the open position's average, stop and target, and alerts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale
from photon_desktop.ui.design import GRID, TYPE_SMALL

_DASHES = {
    Qt.PenStyle.DotLine: [1.0, 3.0],
    Qt.PenStyle.DashLine: [5.0, 4.0],
    Qt.PenStyle.DashDotLine: [9.0, 3.0, 1.0, 3.0],
}


@dataclass(frozen=True, slots=True)
class PriceLine:
    """A line at `price`; `word` stands on it at the right, and its tag on the axis has the same colour."""

    price: float
    colour: str
    style: Qt.PenStyle
    word: str = ""


class PriceLinesItem(PixelItem):
    """All such lines of a pane."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[PriceLine, ...] = ()

    def set_lines(self, lines: Sequence[PriceLine]) -> None:
        """Draw those of these that are in view from the next frame on."""
        self._lines = tuple(lines)

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        left, right = scale.xs(np.array([frame.window.left, frame.window.right]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        words = WordPlaces(right - GRID)
        for line in self._lines:
            if not 0 <= frame.shown.place(line.price) <= 1:
                continue  # half of its words would hang into the pane
            y = scale.y(frame.shown.measure(line.price)) + scale.pixel / 2
            pen = QPen(QColor(line.colour), 1.0)
            if line.style in _DASHES:
                pen.setDashPattern(_DASHES[line.style])
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            if line.word:
                _write_word(painter, line, y, words, frame.theme.canvas)


class WordPlaces:
    """Where words stand on their lines: at the right, or to the left of those whose lines are too near."""

    def __init__(self, right: float) -> None:
        self._right = right
        self._taken: list[tuple[float, float]] = []  # height and left end

    def take(self, y: float, width: float, height: float) -> QRectF:
        """The place of a word so wide and high around `y`."""
        near = (left for line, left in self._taken if abs(line - y) < height)
        left = min(near, default=self._right) - width
        self._taken.append((y, left))
        return QRectF(left, y - height / 2, width, height)


def _write_word(painter: QPainter, line: PriceLine, y: float, words: WordPlaces, background: str) -> None:
    font = painter.font()
    font.setPixelSize(TYPE_SMALL)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    box = words.take(y, metrics.horizontalAdvance(line.word) + 2 * GRID, metrics.height())
    painter.fillRect(box, QColor(background))
    painter.setPen(QColor(line.colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.word)
