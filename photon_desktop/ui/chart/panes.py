"""The panes, one above the other on the same bars: prices with what lies over them, then RSI, MACD and ATR."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from photon_desktop.ui.chart.data.study import Line, StudyKind
from photon_desktop.ui.chart.items.axes import PriceAxis
from photon_desktop.ui.chart.items.band_item import BandItem
from photon_desktop.ui.chart.items.candle_item import CandleItem
from photon_desktop.ui.chart.items.column_item import HistogramItem, VolumeItem
from photon_desktop.ui.chart.items.curve_item import CurveItem
from photon_desktop.ui.chart.items.drawing_item import DrawingItem
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.grid_item import GridItem
from photon_desktop.ui.chart.items.marker_item import MarkerItem
from photon_desktop.ui.chart.items.pixel_item import PixelItem
from photon_desktop.ui.chart.items.price_lines import PriceLinesItem
from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.design import Theme

GRAB_PIXELS = 4.0  # to either side of a line: a zone of eight
Held = TypeVar("Held")


class PaneName(StrEnum):
    """The panes, from top to bottom."""

    PRICE = "price"
    RSI = "rsi"
    MACD = "macd"
    ATR = "atr"


@dataclass(eq=False)
class Pane:
    """A pane's box, its axis, and its items from back to front."""

    name: PaneName
    box: pg.ViewBox
    axis: PriceAxis
    grid: GridItem
    items: list[PixelItem]
    shown: PriceRange = field(default_factory=PriceRange)
    _range: QRectF = field(default_factory=QRectF, init=False)

    @property
    def rect(self) -> QRectF:
        """Where the pane stands on the plot, in pixels."""
        return QRectF(self.box.geometry())

    @property
    def is_visible(self) -> bool:
        """Whether the pane has a place on the plot."""
        return bool(self.box.isVisible())

    def price_at(self, y: float) -> float:
        """The price at a height of the plot, in pixels; heights beside the pane count as its nearest edge."""
        place = (y - self.rect.top()) / max(self.rect.height(), 1.0)
        return self.shown.price_at(min(max(place, 0.0), 1.0))

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from the next frame on."""
        self.box.setBackgroundColor(theme.canvas)
        self.axis.set_theme(theme)

    def show_frame(self, frame: Frame | None) -> None:
        """Have every item draw this, or nothing."""
        if frame is not None and frame.rect != self._range:
            self._range = frame.rect
            self.box.setRange(rect=self._range, padding=0, disableAutoRange=True)
        for item in (self.grid, *self.items):
            item.show_frame(frame)


@dataclass(eq=False)
class PricePane(Pane):
    """The pane of prices, with the items that have something of their own to be told."""

    drawings: DrawingItem = field(default_factory=DrawingItem)
    lines: PriceLinesItem = field(default_factory=PriceLinesItem)
    markers: MarkerItem = field(default_factory=MarkerItem)
    layers: dict[StudyKind, QGraphicsItem] = field(default_factory=dict)

    def line_at(self, here: QPointF, lines: Iterable[tuple[Decimal | float, Held]]) -> Held | None:
        """Of lines at a price, each with what it is of, the one that is grabbed at this pixel; None for none."""
        rect, shown = self.rect, self.shown
        if not rect.contains(here):
            return None
        near = ((abs(rect.top() + shown.place(float(price)) * rect.height() - here.y()), of) for price, of in lines)
        away, nearest = min(near, key=lambda one: one[0], default=(GRAB_PIXELS + 1, None))
        return nearest if away <= GRAB_PIXELS else None


COLOURS = {
    StudyKind.SMA_FAST: 0,
    StudyKind.SMA_SLOW: 1,
    StudyKind.EMA: 2,
    StudyKind.BOLLINGER: 3,
    StudyKind.VWAP: 4,
}  # of the curves, as numbers in the theme's lines


def make_price_pane() -> PricePane:
    """Candles with volume and bands behind, and averages, price lines and marks before them."""
    curves: dict[StudyKind, PixelItem] = {
        kind: CurveItem(line, COLOURS[kind])
        for kind, line in (
            (StudyKind.VWAP, Line.VWAP),
            (StudyKind.EMA, Line.EMA),
            (StudyKind.SMA_SLOW, Line.SMA_SLOW),
            (StudyKind.SMA_FAST, Line.SMA_FAST),
        )
    }
    bands, volume = BandItem(COLOURS[StudyKind.BOLLINGER]), VolumeItem()
    drawings, lines, markers = DrawingItem(), PriceLinesItem(), MarkerItem()
    items = [bands, volume, CandleItem(), *curves.values(), drawings, lines, markers]
    box, axis, grid = _parts(items, ())
    layers: dict[StudyKind, QGraphicsItem] = {StudyKind.VOLUME: volume, StudyKind.BOLLINGER: bands, **curves}
    return PricePane(PaneName.PRICE, box, axis, grid, items, PriceRange(), drawings, lines, markers, layers)


def make_rsi_pane() -> Pane:
    """Wilder's RSI with guides at 30 and 70."""
    items: list[PixelItem] = [CurveItem(Line.RSI, 1)]
    box, axis, grid = _parts(items, (30.0, 70.0))
    return Pane(PaneName.RSI, box, axis, grid, items, PriceRange(5.0, 110.0))


def make_macd_pane() -> Pane:
    """The MACD, its signal and their difference around zero."""
    items: list[PixelItem] = [HistogramItem(Line.MACD_HIST), CurveItem(Line.MACD_SIGNAL, 0), CurveItem(Line.MACD, 2)]
    box, axis, grid = _parts(items, (0.0,))
    return Pane(PaneName.MACD, box, axis, grid, items)


def make_atr_pane() -> Pane:
    """Wilder's average true range."""
    items: list[PixelItem] = [CurveItem(Line.ATR, 5)]
    box, axis, grid = _parts(items, ())
    return Pane(PaneName.ATR, box, axis, grid, items)


def _parts(items: list[PixelItem], guides: tuple[float, ...]) -> tuple[pg.ViewBox, PriceAxis, GridItem]:
    box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
    box.disableAutoRange()
    axis, grid = PriceAxis(), GridItem(guides)
    axis.linkToView(box)
    for depth, item in enumerate([grid, *items]):
        box.addItem(item, ignoreBounds=True)
        item.setZValue(depth)
    return box, axis, grid
