"""Columns: traded volume under the candles, and the MACD's histogram around zero."""

import numpy as np
from PySide6.QtGui import QPainter

from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.study import Line
from photon_desktop.ui.chart.items.candle_item import body_pixels
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale, fill_rects
from photon_desktop.ui.design import mixed

VOLUME_SHARE = 0.18  # of the pane's height
_FAINT = 0.6  # of the way to the canvas


class VolumeItem(PixelItem):
    """The volume of each candle in the lowest part of the pane, the largest in view filling that part."""

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        candles = frame.candles
        volumes = candles.table[Row.VOLUME]
        largest = float(volumes.max(initial=0.0))
        if largest <= 0:
            return
        bottom = scale.y(frame.shown.bottom)
        room = (bottom - scale.y(frame.shown.top)) * VOLUME_SHARE
        width = body_pixels(candles.bars_each * scale.x_factor * scale.ratio) * scale.pixel
        left = scale.snapped(scale.xs(frame.centres) - width / 2)
        heights = np.ceil(volumes / largest * room * scale.ratio) / scale.ratio
        is_up = candles.table[Row.CLOSE] >= candles.table[Row.OPEN]
        for chosen, colour in ((is_up, frame.theme.up), (~is_up, frame.theme.down)):
            faint = mixed(colour, frame.theme.canvas, _FAINT)
            fill_rects(painter, faint, left[chosen], bottom - heights[chosen], width, heights[chosen])


class HistogramItem(PixelItem):
    """An indicator as columns from zero, up in one market colour and down in the other."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        numbers, values = frame.line(self._line)
        spacing = frame.candles.bars_each * scale.x_factor * scale.ratio
        width = body_pixels(spacing) * scale.pixel
        left = scale.snapped(scale.xs(numbers) - width / 2)
        zero, ends = scale.y(0.0), scale.snapped(scale.ys(values))
        is_up = values >= 0
        for chosen, colour in ((is_up, frame.theme.up), (~is_up, frame.theme.down)):
            faint = mixed(colour, frame.theme.canvas, _FAINT / 2)
            tops = np.minimum(ends[chosen], zero)
            fill_rects(painter, faint, left[chosen], tops, width, np.maximum(np.abs(ends[chosen] - zero), scale.pixel))
