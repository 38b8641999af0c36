"""Equity beside buying and holding, and the drawdown under it."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.curve_names import CurveNames
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.quiet_plot import QuietPlot, TimeAxis

_NS = 1_000_000_000
_POINTS = 1_200  # pairs of lowest and highest: more than there are columns of pixels
_AREA_ALPHA = 40
_AXIS_WIDTH = 64


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Equity (quote money) at times (ns UTC), both of one length."""

    times: TimeArray
    equity: FloatArray


class CurvePlot(QWidget):
    """Two curves and a drawdown; their names stand above."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.equity = _plot(tr("Equity beside buy and hold"))
        self.falls = _plot(tr("Drawdown"), place=1)
        self.falls.box.setXLink(self.equity.box)
        self.falls.setFixedHeight(88)
        self.equity.axes()[1].setStyle(showValues=False)
        self.names = CurveNames((tr("Strategy"), tr("Buy and hold")))
        self._second = self.equity.plot([], [])
        self._first = self.equity.plot([], [])
        self._fall = self.falls.plot([], [], fillLevel=0.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.names)
        column.addWidget(self.equity, 1)
        column.addWidget(self.falls)
        self.set_theme(theme)

    def show_curves(self, first: Curve, second: Curve) -> None:
        """Draw these; the drawdown is the first one's, in percent."""
        self._first.setData(*_thinned(first))
        self._second.setData(*_thinned(second))
        highest = np.maximum.accumulate(first.equity)
        falls = 100 * (first.equity / np.where(highest > 0, highest, 1.0) - 1)
        self._fall.setData(*_thinned(Curve(first.times, falls)))

    def name_curves(self, first: str, second: str) -> None:
        """Write these above the plot."""
        self.names.name((first, second))

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        for plot in (self.equity, self.falls):
            plot.set_theme(theme)
        pens = pg.mkPen(theme.accent, width=1), pg.mkPen(theme.muted_text, width=1, style=Qt.PenStyle.DashLine)
        self._first.setPen(pens[0])
        self._second.setPen(pens[1])
        self.names.draw(pens)
        area = QColor(theme.market.down)
        area.setAlpha(_AREA_ALPHA)
        self._fall.setPen(pg.mkPen(theme.market.down, width=1))
        self._fall.setBrush(area)


def _plot(name: str, place: int = 0) -> QuietPlot:
    plot = QuietPlot(name, TimeAxis(), place)
    left, bottom = plot.axes()
    left.setWidth(_AXIS_WIDTH)
    left.enableAutoSIPrefix(False)
    for axis in (left, bottom):
        axis.setStyle(hideOverlappingLabels=True)
    return plot


def _thinned(curve: Curve) -> tuple[FloatArray, FloatArray]:
    """Seconds and values, at most two for each of so many spans of equal count: the lowest and the highest."""
    count = len(curve.equity)
    seconds: FloatArray = curve.times / _NS
    if count <= 2 * _POINTS:
        return seconds, curve.equity
    width = count // _POINTS
    whole = width * (count // width)
    spans = curve.equity[:whole].reshape(-1, width)
    begins = np.arange(len(spans)) * width
    places = np.sort(np.stack([begins + spans.argmin(axis=1), begins + spans.argmax(axis=1)], axis=1), axis=1).ravel()
    places = np.append(places, np.arange(whole, count))
    return seconds[places], curve.equity[places]
