"""Ranges that fit what is in view."""

import numpy as np

from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import ChartSeries, Line
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import PriceRange

_ROOM_AROUND_ZERO = 1.25


def fit_prices(shown: PriceRange, series: ChartSeries, window: BarWindow, floor: float, ceiling: float) -> PriceRange:
    """The range from the lowest to the highest price in view, the shares `floor` and `ceiling` of its height free.

    A range set by hand, or a view without bars, changes nothing.
    """
    if not shown.is_fitted:
        return shown
    level = series.pyramid.level_for(window.pixels_per_bar)
    candles = series.pyramid.candles(level, *window.visible)
    if len(candles) == 0:
        return shown
    return shown.fitted(float(candles.table[Row.LOW].min()), float(candles.table[Row.HIGH].max()), floor, ceiling)


def fit_macd(series: ChartSeries, window: BarWindow, ceiling: float) -> PriceRange:
    """A range as far below zero as above that holds MACD, signal and histogram in view, `ceiling` free above that."""
    first, stop = window.visible
    stride = 1 << series.pyramid.level_for(window.pixels_per_bar)
    values = [series.line(line)[first:stop:stride] for line in (Line.MACD, Line.MACD_SIGNAL, Line.MACD_HIST)]
    largest = max((float(np.nanmax(np.abs(part))) for part in values if np.isfinite(part).any()), default=0.0)
    reach = max(largest * _ROOM_AROUND_ZERO, 1e-9)
    return PriceRange(-reach, reach + 2 * reach * ceiling / (1 - ceiling))
