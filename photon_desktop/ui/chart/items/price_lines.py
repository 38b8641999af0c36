"""Lines at a price across the pane: the last price, and the open position's average, stop and target."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale
from photon_desktop.ui.design import GRID, TYPE_SMALL

_DASHES = {Qt.PenStyle.DotLine: [1.0, 3.0], Qt.PenStyle.DashLine: [5.0, 4.0]}


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
        """Draw these from the next frame on."""
        self._lines = tuple(lines)

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        left, right = scale.xs(np.array([frame.window.left, frame.window.right]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        words_at: list[float] = []
        for line in self._lines:
            y = scale.y(frame.shown.measure(line.price)) + scale.pixel / 2
            pen = QPen(QColor(line.colour), 1.0)
            if line.style in _DASHES:
                pen.setDashPattern(_DASHES[line.style])
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            if line.word and all(abs(y - taken) >= TYPE_SMALL for taken in words_at):
                words_at.append(y)
                _write_word(painter, line, right, y, frame.theme.canvas)


def _write_word(painter: QPainter, line: PriceLine, right: float, y: float, background: str) -> None:
    font = painter.font()
    font.setPixelSize(TYPE_SMALL)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(line.word) + 2 * GRID
    box = QRectF(right - width - GRID, y - metrics.height() / 2, width, metrics.height())
    painter.fillRect(box, QColor(background))
    painter.setPen(QColor(line.colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.word)
