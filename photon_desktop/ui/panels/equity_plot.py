"""The account's equity over time, small."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.ui.design import TYPE_SMALL, Theme
from photon_desktop.ui.stylesheet import interface_font

_NS = 1_000_000_000
_AREA_ALPHA = 28


class EquityPlot(pg.PlotWidget):  # type: ignore[misc]
    """A line with its area down to the first value's level, a quiet axis each, no menus and no mouse."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(axisItems={"bottom": pg.DateAxisItem(orientation="bottom")}, enableMenu=False)
        self.setAccessibleName("Equity curve")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self._curve = self.plot([], [])
        self._start = pg.InfiniteLine(angle=0)
        self.addItem(self._start)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setTickFont(interface_font(TYPE_SMALL))
            axis.setStyle(tickLength=0, hideOverlappingLabels=True)
        self.set_theme(theme)

    def set_curve(self, times: TimeArray, equity: FloatArray) -> None:
        """Draw equity (quote money) at times (ns UTC, rising), both of one length."""
        self._start.setVisible(len(equity) > 0)
        if len(equity):
            self._start.setValue(float(equity[0]))
            self._curve.setFillLevel(float(equity[0]))
        self._curve.setData(times / _NS, np.asarray(equity, dtype=np.float64))

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.setBackground(theme.canvas)
        self._curve.setPen(pg.mkPen(theme.accent, width=1))
        area = QColor(theme.accent)
        area.setAlpha(_AREA_ALPHA)
        self._curve.setBrush(area)
        self._start.setPen(pg.mkPen(theme.border, width=1, style=Qt.PenStyle.DashLine))
        for side in ("left", "bottom"):
            self.getAxis(side).setPen(theme.hairline)
            self.getAxis(side).setTextPen(theme.muted_text)
