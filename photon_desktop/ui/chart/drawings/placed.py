"""Drawings as they stand on the screen: their pixels, what is written on them, and what a pixel hits."""

from dataclasses import dataclass, replace
from math import hypot
from typing import Self

from PySide6.QtCore import QPointF, QRectF

from photon_desktop.ui import formats
from photon_desktop.ui.chart.drawings.drawing import Anchor, Drawing, Tool
from photon_desktop.ui.chart.drawings.ground import Ground
from photon_desktop.ui.language import tr

REACH = 5.0  # px to either side of a line
HANDLE_REACH = 7.0  # px about an anchor
_SECOND_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A drawing's anchors as pixels of the view; `change` is the measured one as a share of 1."""

    drawing: Drawing
    points: tuple[QPointF, ...]
    is_selected: bool = False
    text: str = ""
    change: float = 0.0

    @property
    def box(self) -> QRectF:
        """From anchor to anchor."""
        return QRectF(self.points[0], self.points[-1]).normalized()

    def moved(self, by: QPointF) -> Self:
        """The same, its pixels counted from elsewhere."""
        return replace(self, points=tuple(point + by for point in self.points))

    def anchor_at(self, here: QPointF) -> int | None:
        """The anchor under a pixel."""
        near = (place for place, point in enumerate(self.points) if _distance(point, here) <= HANDLE_REACH)
        return None if self.drawing.tool is Tool.LEVEL else next(near, None)

    def is_hit(self, here: QPointF) -> bool:
        """Whether a pixel lies on the drawing; a rectangle's inside is the chart's, a measure's is its own."""
        match self.drawing.tool:
            case Tool.LEVEL:
                return abs(here.y() - self.points[0].y()) <= REACH
            case Tool.TREND:
                return _from_piece(here, self.points[0], self.points[1]) <= REACH
            case Tool.MEASURE:
                return self.box.adjusted(-REACH, -REACH, REACH, REACH).contains(here)
        outside = self.box.adjusted(-REACH, -REACH, REACH, REACH)
        return outside.contains(here) and not self.box.adjusted(REACH, REACH, -REACH, -REACH).contains(here)


def place_drawing(drawing: Drawing, ground: Ground, is_selected: bool = False) -> PlacedDrawing:
    """A drawing on the screen as it is now."""
    points = tuple(ground.point(anchor) for anchor in drawing.anchors)
    if drawing.tool is not Tool.MEASURE:
        return PlacedDrawing(drawing, points, is_selected)
    first, second = drawing.anchors
    change = second.price / first.price - 1 if first.price else 0.0
    return PlacedDrawing(drawing, points, is_selected, _measured(first, second, change, ground), change)


def _measured(first: Anchor, second: Anchor, change: float, ground: Ground) -> str:
    step = formats.signed(second.price - first.price, ground.content.instrument.price_decimals)
    bars = ground.bars_between(first, second)
    time = formats.duration(abs(second.time_ns - first.time_ns) / _SECOND_NS)
    return tr("{step}  {change}  {bars} bars  {time}").format(
        step=step, change=formats.signed_percent(change), bars=formats.fixed(bars, 0), time=time
    )


def _distance(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())


def _from_piece(here: QPointF, first: QPointF, second: QPointF) -> float:
    """Pixels from a point to the piece of a line between two others."""
    along, to = second - first, here - first
    length = along.x() ** 2 + along.y() ** 2
    share = 0.0 if length == 0 else min(max((to.x() * along.x() + to.y() * along.y()) / length, 0.0), 1.0)
    return _distance(here, first + along * share)
