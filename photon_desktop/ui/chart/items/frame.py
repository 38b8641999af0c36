"""What a pane's items are to draw: the series, the bars and prices in view, and the theme."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

from photon_desktop.trading.bars import FloatArray
from photon_desktop.ui.chart.data.pyramid import Candles
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.look import Style
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange
from photon_desktop.ui.design import Theme


@dataclass(frozen=True)
class Frame:
    """One pane at one moment. What several items ask for is worked out once."""

    series: ChartSeries
    window: BarWindow
    shown: PriceRange
    theme: Theme
    style: Style = Style.HOLLOW

    @cached_property
    def level(self) -> int:
        """The pyramid's level that fits the zoom."""
        return self.series.pyramid.level_for(self.window.pixels_per_bar)

    @cached_property
    def rect(self) -> QRectF:
        """The view in the pane's own measure: bar numbers and prices (or logarithms)."""
        return QRectF(self.window.left, self.shown.bottom, self.window.span, self.shown.height)

    @cached_property
    def candles(self) -> Candles:
        """The candles in view at the level that fits the zoom."""
        bars = self.series.averaged if self.style is Style.HEIKIN_ASHI else self.series.pyramid
        return bars.candles(self.level, *self.window.visible)

    def line(self, line: Line) -> tuple[FloatArray, FloatArray]:
        """Bar numbers and values of an indicator in view: one for each candle, its last bar's; none undefined."""
        values = self.series.line(line)[self._last_bars]
        is_defined = np.isfinite(values)
        return self.centres[is_defined], values[is_defined]

    @cached_property
    def centres(self) -> FloatArray:
        """The middle of each candle in view, in bar numbers."""
        return self.candles.centres()

    @cached_property
    def _last_bars(self) -> npt.NDArray[np.int64]:
        candles = self.candles
        stops = np.arange(candles.first + 1, candles.first + len(candles) + 1, dtype=np.int64) * candles.bars_each
        return np.minimum(stops, len(self.series)) - 1
