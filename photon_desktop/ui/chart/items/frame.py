"""What a pane's items are to draw: the series, the bars and prices in view, and the theme."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from photon_desktop.trading.bars import FloatArray
from photon_desktop.ui.chart.data.pyramid import Candles
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.look import Style
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.design import Theme


@dataclass(frozen=True, slots=True)
class Frame:
    """One pane at one moment."""

    series: ChartSeries
    window: BarWindow
    shown: PriceRange
    theme: Theme
    style: Style = Style.HOLLOW

    @property
    def level(self) -> int:
        """The pyramid's level that fits the zoom."""
        return self.series.pyramid.level_for(self.window.pixels_per_bar)

    @property
    def rect(self) -> QRectF:
        """The view in the pane's own measure: bar numbers and prices (or logarithms)."""
        return QRectF(self.window.left, self.shown.bottom, self.window.span, self.shown.height)

    def candles(self) -> Candles:
        """The candles in view at the level that fits the zoom."""
        bars = self.series.averaged if self.style is Style.HEIKIN_ASHI else self.series.pyramid
        return bars.candles(self.level, *self.window.visible)

    def line(self, line: Line) -> tuple[FloatArray, FloatArray]:
        """Bar numbers and values of an indicator in view: one for each candle, its last bar's; none undefined."""
        candles = self.candles()
        stops = np.arange(candles.first + 1, candles.first + len(candles) + 1) * candles.bars_each
        values = self.series.line(line)[np.minimum(stops, len(self.series)) - 1]
        is_defined = np.isfinite(values)
        return candles.centres()[is_defined], values[is_defined]
