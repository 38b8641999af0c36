"""The colours of a sweep's map: a scale that parts at zero, and that the colour-blind can read."""

from collections.abc import Iterable
from math import isfinite

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from photon_desktop.ui.design import Theme, mixed, theme_named
from photon_desktop.ui.dialogs.backtest.sweep_grid import Measure
from photon_desktop.ui.tables.tones import small_font

STRONGEST = 0.45  # share of the colour in a cell; text on it keeps its contrast
SCALE_HEIGHT = 36
_STRIP, _STRIP_WIDTH = 10, 240


def largest_of(values: Iterable[float | None]) -> float:
    """The end of the scale on both sides of zero: the largest distance from it."""
    found = [abs(value) for value in values if value is not None and isfinite(value)]
    return max(found, default=0.0) or 1.0


def fill_of(theme: Theme, value: float | None, largest: float) -> str:
    """Blue above zero and orange below it, the stronger the further from it; grey at zero and for no value."""
    if value is None or not isfinite(value) or value == 0:
        return theme.raised
    pair = theme_named(theme.name, "blue_orange").market
    share = STRONGEST * min(1.0, 0.12 + 0.88 * abs(value) / largest)
    return mixed(theme.surface, pair.up if value > 0 else pair.down, share)


def paint_scale(painter: QPainter, room: QRectF, theme: Theme, measure: Measure, largest: float) -> None:
    """A strip of all the colours, with its ends and its middle in figures."""
    strip = QRectF(room.left(), room.top() + 4, min(_STRIP_WIDTH, room.width()), _STRIP)
    colours = QLinearGradient(strip.topLeft(), strip.topRight())
    for step in range(11):
        at = step / 10
        colours.setColorAt(at, QColor(fill_of(theme, (2 * at - 1) * largest, largest)))
    painter.fillRect(strip, colours)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(strip)
    painter.setFont(small_font())
    painter.setPen(QColor(theme.muted_text))
    below = QRectF(strip.left(), strip.bottom() + 1, strip.width(), room.bottom() - strip.bottom())
    ends = {
        Qt.AlignmentFlag.AlignLeft: measure.write(-largest),
        Qt.AlignmentFlag.AlignHCenter: "0",
        Qt.AlignmentFlag.AlignRight: measure.write(largest),
    }
    for side, words in ends.items():
        painter.drawText(below, side | Qt.AlignmentFlag.AlignTop, words)
