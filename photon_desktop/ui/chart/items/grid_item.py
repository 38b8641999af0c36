"""The grid behind everything: a faint hairline at each label of either axis."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter

from photon_desktop.ui.chart.items.frame import Frame
from photon_desktop.ui.chart.items.pixel_item import PixelItem, PixelScale, fill_rects
from photon_desktop.ui.design import mixed


class GridItem(PixelItem):
    """Lines at the bar numbers and prices set with `set_lines`; stronger ones at the prices in `guides`."""

    def __init__(self, guides: Sequence[float] = ()) -> None:
        super().__init__()
        self._guides = np.array(guides, dtype=np.float64)
        self._prices = self._numbers = np.empty(0)

    def set_lines(self, numbers: Sequence[float], prices: Sequence[float]) -> None:
        """Where the lines stand: bar numbers for the upright ones, prices for the level ones."""
        self._numbers = np.array(numbers, dtype=np.float64)
        self._prices = np.array(prices, dtype=np.float64)

    def draw(self, painter: QPainter, scale: PixelScale, frame: Frame) -> None:
        faint = mixed(frame.theme.canvas, frame.theme.hairline, 0.55)
        left, right = scale.xs(np.array([frame.window.left, frame.window.right]))
        top, bottom = scale.y(frame.shown.top), scale.y(frame.shown.bottom)
        upright = scale.snapped(scale.xs(self._numbers) - scale.pixel / 2)
        level = scale.snapped(scale.ys(frame.shown.measures(self._prices)) - scale.pixel / 2)
        crossing = (
            np.concatenate([upright, np.full(len(level), left)]),
            np.concatenate([np.full(len(upright), top), level]),
            np.concatenate([np.full(len(upright), scale.pixel), np.full(len(level), right - left)]),
            np.concatenate([np.full(len(upright), bottom - top), np.full(len(level), scale.pixel)]),
        )
        fill_rects(painter, faint, *crossing)
        if len(self._guides):
            guides = scale.snapped(scale.ys(frame.shown.measures(self._guides)) - scale.pixel / 2)
            ones = np.ones(len(guides))
            fill_rects(painter, frame.theme.hairline, left * ones, guides, right - left, scale.pixel * ones)
