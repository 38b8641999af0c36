"""Bars and closes: what a candle tells without its body."""

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPen

from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelScale, fill_rects, stroke_points

_LINE_WIDTH = 1.6
_TICK_SHARE = 0.36  # of the room of a bar


def draw_bars(painter: QPainter, scale: PixelScale, frame: Frame) -> None:
    """From low to high an upright line, the open as a tick to its left, the close as one to its right."""
    candles = frame.candles
    opens, highs, lows, closes = (
        scale.snapped(row) for row in scale.ys(frame.shown.measures(candles.table[: Row.VOLUME]))
    )
    is_up = candles.table[Row.CLOSE] >= candles.table[Row.OPEN]
    spacing = candles.bars_each * scale.x_factor
    stem = scale.snapped(scale.xs(frame.centres) - scale.pixel / 2)
    reach = max(round(spacing * _TICK_SHARE), 1.0)
    for chosen, colour in ((is_up, frame.theme.up), (~is_up, frame.theme.down)):
        middle, ones = stem[chosen], np.ones(int(chosen.sum()))
        left = np.concatenate([middle, middle - reach, middle])
        top = np.concatenate([highs[chosen], opens[chosen], closes[chosen]])
        width = np.concatenate([ones * scale.pixel, ones * reach, ones * (reach + scale.pixel)])
        height = np.concatenate(
            [np.maximum(lows[chosen] - highs[chosen], scale.pixel), ones * scale.pixel, ones * scale.pixel]
        )
        fill_rects(painter, colour, left, top, width, height)


def draw_closes(painter: QPainter, scale: PixelScale, frame: Frame) -> None:
    """One line through the closes."""
    candles = frame.candles
    measures = frame.shown.measures(candles.table[Row.CLOSE])
    pen = QPen(QColor(frame.theme.accent), _LINE_WIDTH)
    stroke_points(painter, pen, scale.xs(frame.centres), scale.ys(measures))
