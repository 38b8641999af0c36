"""Ranges that fit what is in view."""

from collections.abc import Sequence

import numpy as np

from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.scale.price_range import MARGIN, PriceRange

_ROOM_AROUND_ZERO = 1.25


def fit_prices(shown: PriceRange, frame: Frame, lines: Sequence[Line], floor: float, ceiling: float) -> PriceRange:
    """The range from the lowest to the highest price in view, the shares `floor` and `ceiling` of its height free;
    curves in `lines` count as well.

    A range set by hand, or a view without bars, changes nothing.
    """
    candles = frame.candles
    if not shown.is_fitted or len(candles) == 0:
        return shown
    low, high = float(candles.table[Row.LOW].min()), float(candles.table[Row.HIGH].max())
    for line in lines:
        _, values = frame.line(line)
        if len(values):
            low, high = min(low, float(values.min())), max(high, float(values.max()))
    return shown.fitted(low, high, floor, ceiling)


def fit_line(frame: Frame, line: Line, ceiling: float) -> PriceRange:
    """A range that holds a line in view, `ceiling` of its height free above it."""
    _, values = frame.line(line)
    if len(values) == 0:
        return PriceRange()
    return PriceRange().fitted(float(values.min()), float(values.max()), ceiling=max(ceiling, MARGIN))


def fit_macd(series: ChartSeries, window: BarWindow, ceiling: float) -> PriceRange:
    """A range as far below zero as above that holds MACD, signal and histogram in view, `ceiling` free above that."""
    first, stop = window.visible
    stride = 1 << series.pyramid.level_for(window.pixels_per_bar)
    values = [series.line(line)[first:stop:stride] for line in (Line.MACD, Line.MACD_SIGNAL, Line.MACD_HIST)]
    largest = max((float(np.nanmax(np.abs(part))) for part in values if np.isfinite(part).any()), default=0.0)
    reach = max(largest * _ROOM_AROUND_ZERO, 1e-9)
    return PriceRange(-reach, reach + 2 * reach * ceiling / (1 - ceiling))
