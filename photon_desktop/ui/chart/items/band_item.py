"""Bollinger's bands: the ground between them faint, their middle as thin as they are."""

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale, stroke_points
from photon_desktop.ui.design import mixed

_FAINT = 0.93  # of the way to the canvas


class BandItem(PixelItem):
    """Upper band, middle and lower band in the theme's curve colour number `colour`."""

    def __init__(self, colour: int) -> None:
        super().__init__()
        self._colour = colour

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        colour = frame.theme.lines[self._colour]
        edges = [frame.line(line) for line in (Line.BAND_UPPER, Line.BAND_MIDDLE, Line.BAND_LOWER)]
        curves = [(scale.xs(numbers), scale.ys(frame.shown.measures(values))) for numbers, values in edges]
        (xs, upper), _, (_, lower) = curves
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(colour, frame.theme.canvas, _FAINT)))
        painter.drawPolygon(arrayToQPolygonF(np.concatenate([xs, xs[::-1]]), np.concatenate([upper, lower[::-1]])))
        for curve, width in zip(curves, (1.2, 0.8, 1.2), strict=True):
            stroke_points(painter, QPen(QColor(colour), width), *curve)
