"""Signs for the state of a feed, each of its own shape so that colour never says it alone, and the alerts' bell."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.tables.watch_row import FeedState

_REACH = 3.0  # px from the sign's centre to its edge
_WARNINGS = (FeedState.DELAYED, FeedState.STALE, FeedState.RECONNECTING, FeedState.OFFLINE)
_POINT = 1.0  # px, half of one of the points that wait


def feed_tone(feed: FeedState) -> Tone:
    """The tone of a feed's sign and word."""
    if feed is FeedState.LIVE:
        return Tone.UP
    if feed is FeedState.ERROR:
        return Tone.DOWN
    return Tone.WARNING if feed in _WARNINGS else Tone.MUTED


def draw_feed_sign(painter: QPainter, centre: QPointF, feed: FeedState, color: QColor) -> None:
    """Live: a full dot; delayed: a half one; stale: a ring; reconnecting: a ring with an arrow's head; waiting: three
    points; offline: a cross; refused: a triangle; closed: a square; off: a dash."""
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    across, down = QPointF(_REACH, 0), QPointF(0, _REACH)
    if feed is FeedState.OFF:
        painter.drawLine(centre - across, centre + across)
    elif feed is FeedState.CLOSED:
        painter.drawRect(QRectF(centre - across - down, centre + across + down))
    elif feed is FeedState.WAITING:
        _draw_points(painter, centre, color)
    elif feed is FeedState.RECONNECTING:
        _draw_turn(painter, centre, color)
    elif feed is FeedState.OFFLINE:
        painter.drawLine(centre - across - down, centre + across + down)
        painter.drawLine(centre - across + down, centre + across - down)
    elif feed is FeedState.ERROR:
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([centre - down, centre + across + down, centre - across + down]))
    else:
        _draw_dot(painter, centre, feed, color)


def draw_bell(painter: QPainter, left: float, middle: float, color: QColor) -> None:
    """A bell eight pixels wide, its left edge at `left` and its middle at `middle`."""
    path = QPainterPath(QPointF(left, middle + 3))
    path.lineTo(left + 1.2, middle + 1.6)
    path.lineTo(left + 1.2, middle - 1)
    path.arcTo(QRectF(left + 1.2, middle - 4, 5.6, 6), 180, -180)
    path.lineTo(left + 6.8, middle + 1.6)
    path.lineTo(left + 8, middle + 3)
    path.closeSubpath()
    painter.setPen(QPen(color, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.drawLine(QPointF(left + 3, middle + 5), QPointF(left + 5, middle + 5))


def _draw_points(painter: QPainter, centre: QPointF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for step in (-_REACH, 0.0, _REACH):
        painter.drawEllipse(centre + QPointF(step, 0), _POINT, _POINT)


def _draw_turn(painter: QPainter, centre: QPointF, color: QColor) -> None:
    """Three quarters of a ring, open at the upper right, where an arrow's head stands."""
    around = QRectF(centre.x() - _REACH, centre.y() - _REACH, 2 * _REACH, 2 * _REACH)
    painter.drawArc(around, 90 * 16, 270 * 16)
    tip = centre + QPointF(_REACH + 1, -_REACH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -2.5), tip + QPointF(-4, 2.5)]))


def _draw_dot(painter: QPainter, centre: QPointF, feed: FeedState, color: QColor) -> None:
    if feed is FeedState.LIVE:
        painter.setBrush(color)
    painter.drawEllipse(centre, _REACH, _REACH)
    if feed is FeedState.DELAYED:
        painter.setBrush(color)
        half = QRectF(centre.x() - _REACH, centre.y() - _REACH, 2 * _REACH, 2 * _REACH)
        painter.drawPie(half, 90 * 16, 180 * 16)
