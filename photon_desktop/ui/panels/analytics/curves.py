"""The account's profit beside that of holding the markets, and the drawdown of both under it."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photon_desktop.trading import metrics
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.performance import Performance
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.quiet_plot import QuietPlot, TimeAxis

_NS = 1_000_000_000
_AREA_ALPHA = 28
_MOST_POINTS = 4_000
_AXIS = 52  # px of the figures to the left


class CurvePair(QWidget):
    """Profit above, drawdown below, over one time axis; a dotted line is what holding would have made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.profit = QuietPlot(tr("Profit and loss"), TimeAxis())
        self.drawdown = QuietPlot(tr("Drawdown"), TimeAxis(), place=1)
        self._own = self.profit.plot([], [], fillLevel=0)
        self._held = self.profit.plot([], [])
        self._fall = self.drawdown.plot([], [], fillLevel=0)
        self._held_fall = self.drawdown.plot([], [])
        self.drawdown.box.setXLink(self.profit.box)
        for plot, name in ((self.profit, tr("profit")), (self.drawdown, tr("fall %"))):
            plot.name_axes(name)
            plot.axes()[0].setWidth(_AXIS)
            for axis in plot.axes():
                axis.setStyle(hideOverlappingLabels=True)
        self.profit.axes()[1].setStyle(showValues=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.profit, 3)
        column.addWidget(self.drawdown, 2)
        self.set_theme(theme)

    def show_performance(self, shown: Performance, held: FloatArray | None) -> None:
        """Draw it, and say the ends of the curves for those who can't see them."""
        step = max(1, len(shown.times) // _MOST_POINTS)
        seconds = (shown.times / _NS)[::step]
        self._own.setData(seconds, (shown.equity - shown.equity[0])[::step])
        self._fall.setData(seconds, 100 * shown.drawdowns[::step])
        words = tr("Profit {amount}").format(amount=formats.signed_money(float(shown.equity[-1] - shown.equity[0])))
        if held is None:
            self._held.setData([], [])
            self._held_fall.setData([], [])
        else:
            self._held.setData(seconds, (held - held[0])[::step])
            self._held_fall.setData(seconds, 100 * metrics.drawdowns(metrics.period_returns(held))[::step])
            amount = formats.signed_money(float(held[-1] - held[0]))
            words = tr("{profit}; buy and hold {amount} (dotted)").format(profit=words, amount=amount)
        self.profit.setAccessibleDescription(words)
        what = tr("Buy and hold: the first equity spread evenly over the symbols decided on, without costs.")
        self.profit.setToolTip(f"{words}.\n{what}")
        deepest = formats.signed_percent(float(np.min(shown.drawdowns)))
        self.drawdown.setAccessibleDescription(tr("Deepest {share}").format(share=deepest))

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        for plot in (self.profit, self.drawdown):
            plot.set_theme(theme)
        dotted = pg.mkPen(theme.secondary_text, width=1, style=Qt.PenStyle.DotLine)
        for line, fall, colour in ((self._own, self._held, theme.accent), (self._fall, self._held_fall, theme.down)):
            line.setPen(pg.mkPen(colour, width=1))
            area = QColor(colour)
            area.setAlpha(_AREA_ALPHA)
            line.setBrush(area)
            fall.setPen(dotted)
