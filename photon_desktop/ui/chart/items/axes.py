"""The two axes: prices on the right with tags for what matters now, times along the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF

from photon_desktop.ui.design import DARK, GRID, TYPE_SMALL, Theme
from photon_desktop.ui.stylesheet import interface_font

TAG_HEIGHT = 18.0
TIME_AXIS_HEIGHT = 24.0
LEAST_AXIS_WIDTH = 56.0


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """A text at a share of the axis' length, counted from the top or the left."""

    place: float
    text: str
    is_major: bool = False


@dataclass(frozen=True, slots=True)
class AxisTag:
    """A text on a filled ground at a share of the axis' height, drawn over the labels."""

    place: float
    text: str
    fill: str
    colour: str


def axis_font() -> QFont:
    """The small interface font with figures of one width."""
    return interface_font(TYPE_SMALL)


def label_width(texts: Sequence[str]) -> float:
    """The width of the price axis that these texts need, with their room around them."""
    metrics = QFontMetricsF(axis_font())
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    return float(max(LEAST_AXIS_WIDTH, int(widest) + 5 * GRID))


def spread(centres: Sequence[float], height: float, low: float = -inf, high: float = inf) -> list[float]:
    """Centres moved apart so that boxes `height` high do not cover each other, in the order they had.

    The first given stays where it is, unless others would be pushed out of `low` to `high`; there must be room for all.
    """
    order = sorted(range(len(centres)), key=centres.__getitem__)
    placed = [centres[number] for number in order]
    first = order.index(0) if order else 0
    placed[: first + 1] = _upwards(placed[: first + 1], height, inf)
    placed[first:] = _downwards(placed[first:], height, -inf)
    placed = _upwards(_downwards(placed, height, low), height, high)
    return [place for _, place in sorted(zip(order, placed, strict=True))]


def _downwards(centres: Sequence[float], height: float, least: float) -> list[float]:
    """Each at least `height` after the one before, the first at `least` or after it."""
    placed: list[float] = []
    for centre in centres:
        placed.append(max(centre, least))
        least = placed[-1] + height
    return placed


def _upwards(centres: Sequence[float], height: float, most: float) -> list[float]:
    """Each at least `height` before the one after, the last at `most` or before it."""
    return [-centre for centre in _downwards([-centre for centre in reversed(centres)], height, -most)][::-1]


class _LeanAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """An axis that follows its pane's range as pyqtgraph's do, but paints labels it is told, on whole pixels."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.theme = DARK
        self.labels: tuple[AxisLabel, ...] = ()
        self._font = axis_font()

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self.theme = theme
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        return QRectF(self.rect())

    def begin(self, painter: QPainter) -> None:
        """Paint the ground, and set what all labels are painted with."""
        painter.fillRect(self.boundingRect(), QColor(self.theme.canvas))
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)


class PriceAxis(_LeanAxis):
    """Labels beside their prices; tags in the order of their weight, none covering another."""

    def __init__(self) -> None:
        super().__init__("right")
        self.tags: tuple[AxisTag, ...] = ()

    def show_prices(self, labels: Sequence[AxisLabel], tags: Sequence[AxisTag] = ()) -> None:
        """Paint these from now on."""
        self.labels, self.tags = tuple(labels), tuple(tags)
        self.update()

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        rect = self.boundingRect()
        self.begin(painter)
        painter.setPen(QColor(self.theme.muted_text))
        placed = self._placed_tags(rect)
        for label in self.labels:
            centre = rect.top() + label.place * rect.height()
            if all(abs(centre - taken) >= TAG_HEIGHT - 2 for taken, _ in placed):
                self._write(painter, rect, centre, label.text)
        for centre, tag in placed:
            paint_tag(painter, rect, centre, tag)

    def _placed_tags(self, rect: QRectF) -> list[tuple[float, AxisTag]]:
        """Tags whose price is in view, whole and apart: as many as there is room for, the weightiest first."""
        seen = [tag for tag in self.tags if 0 <= tag.place <= 1][: int(rect.height() / TAG_HEIGHT)]
        wanted, half = [rect.top() + tag.place * rect.height() for tag in seen], TAG_HEIGHT / 2
        return list(zip(spread(wanted, TAG_HEIGHT, rect.top() + half, rect.bottom() - half), seen, strict=True))

    def _write(self, painter: QPainter, rect: QRectF, centre: float, text: str) -> None:
        if rect.top() + TAG_HEIGHT / 2 <= centre <= rect.bottom() - TAG_HEIGHT / 2:
            painter.drawText(
                _line_rect(rect, centre), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text
            )


class TimeAxis(_LeanAxis):
    """Labels under the bar at which their minute, day, month or year begins."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(TIME_AXIS_HEIGHT)

    def show_times(self, labels: Sequence[AxisLabel]) -> None:
        """Paint these from now on."""
        self.labels = tuple(labels)
        self.update()

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        rect = self.boundingRect()
        self.begin(painter)
        metrics = QFontMetricsF(self._font)
        for label in self.labels:
            centre = rect.left() + label.place * rect.width()
            half = metrics.horizontalAdvance(label.text) / 2
            if rect.left() <= centre - half and centre + half <= rect.right():
                painter.setPen(QColor(self.theme.text if label.is_major else self.theme.muted_text))
                box = QRectF(int(centre - half), rect.top(), 2 * half + 2, rect.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label.text)


class AxisCorner(_LeanAxis):
    """The ground where the two axes meet."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setHeight(TIME_AXIS_HEIGHT)

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        self.begin(painter)


def paint_tag(painter: QPainter, axis: QRectF, centre: float, tag: AxisTag) -> None:
    """A filled tag with a small point at its left, its text where the axis' labels stand."""
    top = round(centre - TAG_HEIGHT / 2)
    left, right = axis.left(), axis.right()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tag.fill))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    outline = [
        QPointF(left, top + TAG_HEIGHT / 2), QPointF(left + GRID, top), QPointF(right, top),
        QPointF(right, top + TAG_HEIGHT), QPointF(left + GRID, top + TAG_HEIGHT),
    ]  # fmt: skip
    painter.drawPolygon(QPolygonF(outline))
    painter.setPen(QColor(tag.colour))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(_line_rect(axis, top + TAG_HEIGHT / 2), flags, tag.text)


def _line_rect(rect: QRectF, centre: float) -> QRectF:
    return QRectF(rect.left(), round(centre - TAG_HEIGHT / 2), rect.width() - 2 * GRID, TAG_HEIGHT)
