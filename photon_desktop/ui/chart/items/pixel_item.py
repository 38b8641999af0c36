"""Items that are placed in bar numbers and prices but painted on whole pixels."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from photon_desktop.trading.bars import FloatArray
from photon_desktop.ui.chart.items.frame import Frame


class _Room:
    """Room for rectangles or lines that a painter takes in one call. It grows and is used again: painting is the main
    thread's alone, and one call's are drawn before the next are written."""

    def __init__(self, kind: type) -> None:
        self._kind = kind
        self._capacity, self._count = 0, 0
        self._make(64)

    def table(self, count: int) -> FloatArray:
        """Four numbers for each of `count`, to be written."""
        if count > self._capacity:
            self._make(2 * count)
        self._count = count
        return self._numbers[:count]

    def args(self) -> tuple[Any, int]:
        """What was written, as the painter takes it."""
        return self._first, self._count

    def _make(self, capacity: int) -> None:
        self._capacity, self._array = capacity, PrimitiveArray(self._kind, 4)
        self._array.resize(capacity)
        self._numbers: FloatArray = self._array.ndarray()
        self._first = self._array.drawargs()[0]


_RECTS, _PIECES = _Room(QRectF), _Room(QLineF)


@dataclass(frozen=True, slots=True)
class PixelScale:
    """From a pane's measure to the painter's pixels; `ratio` is the screen's device pixels for one of these."""

    x_factor: float
    x_shift: float
    y_factor: float
    y_shift: float
    ratio: float

    @classmethod
    def of(cls, painter: QPainter, ratio: float) -> Self:
        """The scale that `painter` has right now, on a screen of `ratio` device pixels a pixel."""
        transform = painter.worldTransform()
        return cls(transform.m11(), transform.dx(), transform.m22(), transform.dy(), ratio)

    @property
    def pixel(self) -> float:
        """The width of one device pixel."""
        return 1 / self.ratio

    def xs(self, numbers: FloatArray) -> FloatArray:
        """Pixels of bar numbers."""
        return numbers * self.x_factor + self.x_shift

    def ys(self, measures: FloatArray) -> FloatArray:
        """Pixels of prices (or logarithms)."""
        return measures * self.y_factor + self.y_shift

    def y(self, measure: float) -> float:
        """The pixel of one price (or logarithm), on the screen's grid."""
        return float(np.floor((measure * self.y_factor + self.y_shift) * self.ratio + 0.5) / self.ratio)

    def snapped(self, pixels: FloatArray) -> FloatArray:
        """The nearest edges of device pixels."""
        edges: FloatArray = np.floor(pixels * self.ratio + 0.5) / self.ratio
        return edges


class PixelItem(QGraphicsItem):
    """Paints what `show_frame` gave it last; nothing before the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._frame: Frame | None = None
        self._rect = QRectF()

    def show_frame(self, frame: Frame | None) -> None:
        """Draw this from now on."""
        rect = QRectF() if frame is None else frame.rect
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self._frame = frame
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._frame is None:
            return
        scale = PixelScale.of(painter, 1.0 if widget is None else widget.devicePixelRatioF())
        painter.save()
        painter.resetTransform()
        self.draw(painter, scale, self._frame)
        painter.restore()

    @abstractmethod
    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        """Paint in pixels."""


def fill_rects(painter: QPainter, colour: str, left: FloatArray, top: FloatArray, width: FloatArray | float,
               height: FloatArray) -> None:  # fmt: skip
    """Fill many rectangles with one colour in one call."""
    if len(left) == 0:
        return
    table = _RECTS.table(len(left))
    table[:, 0], table[:, 1], table[:, 2], table[:, 3] = left, top, width, height
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRects(*_RECTS.args())


def stroke_points(painter: QPainter, pen: QPen, xs: FloatArray, ys: FloatArray) -> None:
    """Draw one smooth line through many points in one call, as pieces: Qt strokes a whole one nine times as slowly."""
    if len(xs) < 2:
        return
    table = _PIECES.table(len(xs) - 1)
    table[:, 0], table[:, 1], table[:, 2], table[:, 3] = xs[:-1], ys[:-1], xs[1:], ys[1:]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(pen)
    painter.drawLines(*_PIECES.args())
