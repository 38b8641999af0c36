"""The crosshair: hairlines through all panes, and tags with the price and time they point at."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from photon_desktop.ui.chart.items.axes import TAG_HEIGHT, AxisTag, axis_font, paint_tag
from photon_desktop.ui.design import DARK, GRID, Theme


@dataclass(frozen=True, slots=True)
class Cross:
    """Where the lines cross, and what the tags say; `plot` holds all panes, `price_axis` is the hovered pane's."""

    x: float
    y: float
    plot: QRectF
    price_axis: QRectF
    time_axis: QRectF
    price_text: str
    time_text: str


class Crosshair(QWidget):
    """Lies over the plot and lets the mouse through. Repaints only where its lines and tags were and will be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross: Cross | None = None
        self._theme = DARK
        self._has_ring = False
        self._font = axis_font()

    @property
    def cross(self) -> Cross | None:
        """What is shown; None while the mouse is elsewhere."""
        return self._cross

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.update()

    def show_cross(self, cross: Cross | None) -> None:
        """Move the lines, or take them away."""
        if cross == self._cross:
            return
        changed = self._region(self._cross).united(self._region(cross))
        self._cross = cross
        self.update(changed)

    def show_ring(self, has_ring: bool) -> None:
        """Show or hide the ring that says the keys go here."""
        self._has_ring = has_ring
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        if self._has_ring:
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._cross is not None:
            self._paint_cross(painter, self._cross)

    def _paint_cross(self, painter: QPainter, cross: Cross) -> None:
        pen = QPen(QColor(self._theme.muted_text), 1)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        x, y = int(cross.x) + 0.5, int(cross.y) + 0.5
        painter.drawLine(QPointF(x, cross.plot.top()), QPointF(x, cross.plot.bottom()))
        painter.drawLine(QPointF(cross.plot.left(), y), QPointF(cross.plot.right(), y))
        painter.setFont(self._font)
        fill, colour = self._theme.border, self._theme.text
        paint_tag(painter, cross.price_axis, cross.y, AxisTag(0.0, cross.price_text, fill, colour))
        box = self._time_box(cross)
        painter.fillRect(box, QColor(fill))
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cross.time_text)

    def _time_box(self, cross: Cross) -> QRectF:
        width = QFontMetricsF(self._font).horizontalAdvance(cross.time_text) + 4 * GRID
        left = min(max(cross.x - width / 2, cross.time_axis.left()), cross.time_axis.right() - width)
        return QRectF(round(left), cross.time_axis.top() + 1, round(width), TAG_HEIGHT)

    def _region(self, cross: Cross | None) -> QRegion:
        if cross is None:
            return QRegion()
        x, y, plot = int(cross.x), int(cross.y), cross.plot.toAlignedRect()
        tag = QRect(
            int(cross.price_axis.left()), int(y - TAG_HEIGHT), int(cross.price_axis.width()) + 1, int(2 * TAG_HEIGHT)
        )
        region = QRegion(x - 1, plot.top(), 3, plot.height()).united(QRegion(plot.left(), y - 1, plot.width(), 3))
        return region.united(QRegion(tag)).united(QRegion(self._time_box(cross).toAlignedRect().adjusted(-1, -1, 1, 1)))
