"""Paints what the user drew, over the bars and under the marks."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from photon_desktop.ui.chart.drawings.drawing import Tool
from photon_desktop.ui.chart.drawings.placed import PlacedDrawing
from photon_desktop.ui.chart.items.axes import axis_font
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale
from photon_desktop.ui.design import GRID, Theme

_HANDLE = 3.5  # px
_GROUND = 26  # of 255: how opaque the inside of a shape is


class DrawingItem(PixelItem):
    """Draws the drawings that were placed for the frame."""

    def __init__(self) -> None:
        super().__init__()
        self._placed: tuple[PlacedDrawing, ...] = ()

    def set_placed(self, placed: Sequence[PlacedDrawing]) -> None:
        """Draw these from the next frame on; their pixels are counted from the pane's top left."""
        self._placed = tuple(placed)

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        left, right = scale.xs(np.array([frame.window.left, frame.window.right]))
        painter.translate(float(left), scale.y(frame.shown.top))
        for placed in self._placed:
            _draw_shape(painter, placed, float(right - left), frame.theme)
            if placed.is_selected:
                _draw_handles(painter, placed, float(right - left), frame.theme)


def _draw_shape(painter: QPainter, placed: PlacedDrawing, width: float, theme: Theme) -> None:
    tool, points = placed.drawing.tool, placed.points
    colour = QColor(theme.by_sign(placed.change) if tool is Tool.MEASURE else theme.accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, tool is Tool.TREND)
    painter.setPen(QPen(colour, 2.0 if placed.is_selected else 1.4 if tool is Tool.TREND else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tool is Tool.LEVEL:
        painter.drawLine(QPointF(0, points[0].y()), QPointF(width, points[0].y()))
        return
    if tool is Tool.TREND:
        painter.drawLine(points[0], points[1])
        return
    ground = QColor(colour)
    ground.setAlpha(_GROUND)
    painter.fillRect(placed.box, ground)
    painter.drawRect(placed.box)
    if tool is Tool.MEASURE:
        _draw_text(painter, placed, colour, theme)


def _draw_text(painter: QPainter, placed: PlacedDrawing, colour: QColor, theme: Theme) -> None:
    painter.setFont(axis_font())
    metrics, box = QFontMetricsF(painter.font()), placed.box
    width, height = metrics.horizontalAdvance(placed.text) + 3 * GRID, metrics.height() + GRID
    is_up = placed.points[-1].y() <= placed.points[0].y()
    top = box.top() - height - GRID if is_up else box.bottom() + GRID
    ground = QRectF(round(box.center().x() - width / 2), round(top), round(width), round(height))
    painter.fillRect(ground, QColor(theme.raised))
    painter.setPen(colour)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, placed.text)


def _draw_handles(painter: QPainter, placed: PlacedDrawing, width: float, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(theme.accent), 1.4))
    painter.setBrush(QColor(theme.canvas))
    points = placed.points
    if placed.drawing.tool is Tool.LEVEL:
        points = (QPointF(width / 2, points[0].y()),)
    for point in points:
        painter.drawEllipse(point, _HANDLE, _HANDLE)
