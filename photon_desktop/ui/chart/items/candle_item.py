"""Candles: rising ones hollow if wished, falling ones filled, so that colour is not the only sign."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QPainter

from photon_desktop.trading.bars import FloatArray
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.items.bar_item import draw_bars, draw_closes
from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale, fill_rects
from photon_desktop.ui.chart.look import Style

_BODY_SHARE = 0.72
_LEAST_HOLLOW = 5  # device pixels: a narrower body has no inside worth seeing


def body_pixels(spacing: float) -> int:
    """Device pixels of a candle's body when candles are `spacing` device pixels apart: odd, so the wick is its middle.

    One pixel stays free between candles.
    """
    width = min(int(spacing * _BODY_SHARE + 0.5), int(spacing) - 1)
    return max(width - 1 + width % 2, 1)


class CandleItem(PixelItem):
    """The bars in view in the style of the frame, at most one for three pixels, in a few calls to the painter."""

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        match frame.style:
            case Style.BARS:
                draw_bars(painter, scale, frame)
            case Style.LINE:
                draw_closes(painter, scale, frame)
            case _:
                self._draw_candles(painter, scale, frame)

    def _draw_candles(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        candles = frame.candles
        opens, highs, lows, closes = scale.ys(frame.shown.measures(candles.table[: Row.VOLUME]))
        is_up = candles.table[Row.CLOSE] >= candles.table[Row.OPEN]
        pixels = body_pixels(candles.bars_each * scale.x_factor * scale.ratio)
        wick = scale.snapped(scale.xs(frame.centres) - scale.pixel / 2)
        body = wick - (pixels - 1) // 2 * scale.pixel
        tops, bottoms = scale.snapped(np.minimum(opens, closes)), scale.snapped(np.maximum(opens, closes))
        bottoms = np.maximum(bottoms, tops + scale.pixel)
        highs, lows = scale.snapped(highs), scale.snapped(lows)
        for chosen, colour in ((is_up, frame.theme.up), (~is_up, frame.theme.down)):
            columns = (wick[chosen], body[chosen], highs[chosen], lows[chosen], tops[chosen], bottoms[chosen])
            _fill_candles(painter, colour, columns, pixels * scale.pixel, scale.pixel)
        if frame.style is not Style.CANDLES and pixels >= _LEAST_HOLLOW:
            self._hollow(painter, frame.theme.canvas, (body, tops, bottoms), is_up, pixels * scale.pixel, scale.pixel)

    def _hollow(
        self,
        painter: QPainter,
        colour: str,
        columns: tuple[FloatArray, FloatArray, FloatArray],
        is_up: npt.NDArray[np.bool_],
        width: float,
        edge: float,
    ) -> None:
        body, tops, bottoms = columns
        inside = is_up & (bottoms - tops > 2 * edge)
        fill_rects(
            painter, colour, body[inside] + edge, tops[inside] + edge, width - 2 * edge,
            bottoms[inside] - tops[inside] - 2 * edge,
        )  # fmt: skip


def _fill_candles(
    painter: QPainter, colour: str, columns: tuple[FloatArray, ...], width: float, wick_width: float
) -> None:
    wick, body, highs, lows, tops, bottoms = columns
    widths = np.repeat([wick_width, width], len(wick))
    heights = np.concatenate([np.maximum(lows - highs, wick_width), bottoms - tops])
    fill_rects(painter, colour, np.concatenate([wick, body]), np.concatenate([highs, tops]), widths, heights)
