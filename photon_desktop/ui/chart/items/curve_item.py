"""An indicator as a line."""

from PySide6.QtGui import QColor, QPainter, QPen

from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale, stroke_points

_WIDTH = 1.4


class CurveItem(PixelItem):
    """One line in the theme's curve colour number `colour`."""

    def __init__(self, line: Line, colour: int) -> None:
        super().__init__()
        self._line = line
        self._colour = colour

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        numbers, values = frame.line(self._line)
        pen = QPen(QColor(frame.theme.lines[self._colour]), _WIDTH)
        stroke_points(painter, pen, scale.xs(numbers), scale.ys(frame.shown.measures(values)))
