"""Marks: a triangle under the bar buys, one above it sells, a hollow one was blocked, a diamond was filled."""

from collections.abc import Iterable, Sequence
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


_BUYS = (Shape.BUY, Shape.BLOCKED_BUY, Shape.BOUGHT)
_FROM_BAR = _GAP + HALF
_BEHIND = _FROM_BAR + 2 * HALF + 2  # a blocked wish stands behind where the decision does
_AWAY = {
    Shape.BUY: _FROM_BAR, Shape.SELL: -_FROM_BAR, Shape.BLOCKED_BUY: _BEHIND, Shape.BLOCKED_SELL: -_BEHIND,
    Shape.BOUGHT: 0.0, Shape.SOLD: 0.0,
}  # fmt: skip


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


def place_markers(markers: Iterable[ChartMarker], frame: Frame, height: float) -> list[PlacedMarker]:
    """The marks in view on a pane `height` pixels high; of those that would cover each other the newest."""
    first, stop = frame.window.visible
    candles = frame.series.pyramid.candles(frame.level, first, stop)
    drawn = [(marker, shape) for marker in markers if (shape := shape_of(marker)) is not None]
    taken: dict[tuple[Shape, int], PlacedMarker] = {}
    for (marker, shape), index in zip(drawn, _bars_of([marker for marker, _ in drawn], frame.series), strict=True):
        if not first <= index < stop:
            continue
        candle = (index >> candles.level) - candles.first
        x = frame.window.x_of(float(frame.centres[candle]))
        end = _end(marker, float(candles.table[Row.LOW, candle]), float(candles.table[Row.HIGH, candle]))
        taken[shape, int(x // _CELL)] = PlacedMarker(marker, shape, x, frame.shown.place(end) * height + _AWAY[shape])
    return list(taken.values())


def _bars_of(markers: Sequence[ChartMarker], series: ChartSeries) -> list[int]:
    """The bar of each mark: the one decided on, or the one in which it was filled; -1 for none."""
    times = np.array([marker.time_ns for marker in markers], dtype=np.int64)
    is_fill = np.array([marker.kind is MarkerKind.FILL for marker in markers], dtype=np.bool_)
    bars = np.where(is_fill, series.indexes_at(times), series.indexes_closed_by(times))
    return [int(bar) for bar in bars]


def _end(marker: ChartMarker, low: float, high: float) -> float:
    """The price at which a mark stands: its own when filled, else the end of its candle that it points at."""
    if marker.kind is MarkerKind.FILL:
        return marker.price
    return low if marker.action is Action.BUY else high


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
        by_shape: dict[Shape, list[QPointF]] = {}
        for mark in self._placed:
            centre = QPointF(np.floor(left + mark.x) + 0.5, np.floor(top + mark.y) + 0.5)
            by_shape.setdefault(mark.shape, []).append(centre)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for shape in Shape:
            _draw_shapes(painter, shape, by_shape.get(shape, ()), frame.theme)


def _draw_shapes(painter: QPainter, shape: Shape, centres: Sequence[QPointF], theme: Theme) -> None:
    """All marks of one shape, so that pen and brush are set once."""
    if not centres:
        return
    colour = QColor(theme.up if shape in _BUYS else theme.down)
    is_hollow = shape in (Shape.BLOCKED_BUY, Shape.BLOCKED_SELL)
    painter.setBrush(QColor(theme.canvas) if is_hollow else colour)
    painter.setPen(QPen(colour if is_hollow else QColor(theme.canvas), 1.2))
    outline = _outline(shape)
    for centre in centres:
        painter.drawPolygon(outline.translated(centre))


def _outline(shape: Shape) -> QPolygonF:
    """The corners around the middle: a diamond for a fill, else a triangle that points up for a buy."""
    if shape in (Shape.BOUGHT, Shape.SOLD):
        return QPolygonF([QPointF(0, -_DIAMOND), QPointF(_DIAMOND, 0), QPointF(0, _DIAMOND), QPointF(-_DIAMOND, 0)])
    tip, base = (-HALF, HALF * 0.8) if shape in _BUYS else (HALF, -HALF * 0.8)
    return QPolygonF([QPointF(0, tip), QPointF(HALF, base), QPointF(-HALF, base)])
