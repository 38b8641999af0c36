"""Marks: a triangle under the bar buys, one above it sells, a hollow one was blocked, a diamond was filled."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from photon_desktop.trading.messages import Action
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale
from photon_desktop.ui.chart.marker import ChartMarker, MarkerKind
from photon_desktop.ui.design import Theme

HALF = 5.5  # px: half the width of a triangle
_DIAMOND = 4.5
_GAP = 5.0  # px between a bar's end and the triangle
_REACH = 9.0  # px: how far from its middle a mark is still hit
_CELL = 10.0  # px: marks of one shape nearer than that are one on screen


class Shape(StrEnum):
    """How a mark looks; the shape alone says what it is."""

    BUY = "buy"
    SELL = "sell"
    BLOCKED_BUY = "blocked buy"
    BLOCKED_SELL = "blocked sell"
    BOUGHT = "bought"
    SOLD = "sold"


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """A mark and the pixel of its middle, counted from the pane's top left."""

    marker: ChartMarker
    shape: Shape
    x: float
    y: float

    def is_hit(self, x: float, y: float) -> bool:
        """Whether the point lies on the mark or close enough to mean it."""
        return abs(x - self.x) <= _REACH and abs(y - self.y) <= _REACH


def shape_of(marker: ChartMarker) -> Shape | None:
    """A mark's shape; none for a HOLD, which is not drawn."""
    if marker.action is Action.HOLD:
        return None
    is_buy = marker.action is Action.BUY
    match marker.kind:
        case MarkerKind.FILL:
            return Shape.BOUGHT if is_buy else Shape.SOLD
        case MarkerKind.BLOCKED:
            return Shape.BLOCKED_BUY if is_buy else Shape.BLOCKED_SELL
        case MarkerKind.DECISION:
            return Shape.BUY if is_buy else Shape.SELL


def bar_of(marker: ChartMarker, series: ChartSeries) -> int:
    """The bar a mark belongs to: the one decided on, or the one in which it was filled; -1 for none."""
    if marker.kind is MarkerKind.FILL:
        return series.index_at(marker.time_ns)
    return series.index_closed_by(marker.time_ns)


def place_markers(markers: Iterable[ChartMarker], frame: Frame, height: float) -> list[PlacedMarker]:
    """The marks in view on a pane `height` pixels high; of those that would cover each other the newest."""
    first, stop = frame.window.visible
    taken: dict[tuple[Shape, int], PlacedMarker] = {}
    for marker in markers:
        shape = shape_of(marker)
        index = bar_of(marker, frame.series)
        if shape is None or not first <= index < stop:
            continue
        placed = _place(marker, shape, index, frame, height)
        taken[shape, int(placed.x // _CELL)] = placed
    return list(taken.values())


def _place(marker: ChartMarker, shape: Shape, index: int, frame: Frame, height: float) -> PlacedMarker:
    candle = frame.series.pyramid.candles(frame.level, index, index + 1)
    x = frame.window.x_of(float(candle.centres()[0]))
    if marker.kind is MarkerKind.FILL:
        return PlacedMarker(marker, shape, x, frame.shown.place(marker.price) * height)
    away = _GAP + HALF + (2 * HALF + 2 if marker.kind is MarkerKind.BLOCKED else 0)
    if marker.action is Action.BUY:
        return PlacedMarker(marker, shape, x, frame.shown.place(float(candle.table[Row.LOW, 0])) * height + away)
    return PlacedMarker(marker, shape, x, frame.shown.place(float(candle.table[Row.HIGH, 0])) * height - away)


class MarkerItem(PixelItem):
    """Draws the marks that were placed for the frame."""

    def __init__(self) -> None:
        super().__init__()
        self._placed: list[PlacedMarker] = []

    def set_placed(self, placed: list[PlacedMarker]) -> None:
        """Draw these from the next frame on."""
        self._placed = placed

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        left = float(scale.xs(np.array([frame.window.left]))[0])
        top = scale.y(frame.shown.top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for mark in self._placed:
            centre = QPointF(np.floor(left + mark.x) + 0.5, np.floor(top + mark.y) + 0.5)
            _draw_shape(painter, mark.shape, centre, frame.theme)


def _draw_shape(painter: QPainter, shape: Shape, centre: QPointF, theme: Theme) -> None:
    buys = shape in (Shape.BUY, Shape.BLOCKED_BUY, Shape.BOUGHT)
    colour = QColor(theme.up if buys else theme.down)
    is_hollow = shape in (Shape.BLOCKED_BUY, Shape.BLOCKED_SELL)
    is_fill = shape in (Shape.BOUGHT, Shape.SOLD)
    painter.setBrush(QColor(theme.canvas) if is_hollow else colour)
    painter.setPen(QPen(colour if is_hollow else QColor(theme.canvas), 1.2))
    corners = _diamond() if is_fill else _triangle(-1.0 if buys else 1.0)
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))


def _triangle(points: float) -> list[QPointF]:
    """Corners around the middle; up for -1, down for 1."""
    return [QPointF(0, points * HALF), QPointF(HALF, -points * HALF * 0.8), QPointF(-HALF, -points * HALF * 0.8)]


def _diamond() -> list[QPointF]:
    return [QPointF(0, -_DIAMOND), QPointF(_DIAMOND, 0), QPointF(0, _DIAMOND), QPointF(-_DIAMOND, 0)]
