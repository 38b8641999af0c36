"""The account's equity over time, small, and that of its paper twin."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.quiet_plot import QuietPlot, TimeAxis

_NS = 1_000_000_000
_AREA_ALPHA = 28


class EquityPlot(QuietPlot):
    """A line with its area down to the first value's level, and a quieter one without the costs of trading."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Equity curve"), TimeAxis())
        self._curve = self.plot([], [])
        self._twin = self.plot([], [])
        self._twin.setZValue(-1)  # under the account's own
        self._start = pg.InfiniteLine(angle=0)
        self.box.addItem(self._start)
        for axis in self.axes():
            axis.setStyle(hideOverlappingLabels=True)
        self.set_theme(theme)

    def set_curve(self, times: TimeArray, equity: FloatArray) -> None:
        """Draw equity (quote money) at times (ns UTC, rising), both of one length."""
        self._start.setVisible(len(equity) > 0)
        if len(equity):
            self._start.setValue(float(equity[0]))
            self._curve.setFillLevel(float(equity[0]))
        self._curve.setData(times / _NS, np.asarray(equity, dtype=np.float64))

    def set_twin(self, times: TimeArray, equity: FloatArray) -> None:
        """Draw the twin's equity (quote money) at times (ns UTC, rising), both of one length."""
        self._twin.setData(times / _NS, equity)

    def show_twin(self, is_wanted: bool) -> None:
        """Draw the twin's curve, or leave it out."""
        self._twin.setVisible(is_wanted)

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        super().set_theme(theme)
        self._curve.setPen(pg.mkPen(theme.accent, width=1))
        self._twin.setPen(pg.mkPen(theme.muted_text, width=1, style=Qt.PenStyle.DotLine))
        area = QColor(theme.accent)
        area.setAlpha(_AREA_ALPHA)
        self._curve.setBrush(area)
        self._start.setPen(pg.mkPen(theme.border, width=1, style=Qt.PenStyle.DashLine))
