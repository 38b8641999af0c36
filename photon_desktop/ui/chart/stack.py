"""The panes laid out: their boxes in one column, their price axes in another, one time axis below."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from photon_desktop.ui.chart.data.study import StudyKind
from photon_desktop.ui.chart.items.axes import LEAST_AXIS_WIDTH, AxisCorner, TimeAxis
from photon_desktop.ui.chart.look import Look
from photon_desktop.ui.chart.panes import Pane, PaneName, make_atr_pane, make_macd_pane, make_price_pane, make_rsi_pane
from photon_desktop.ui.design import HAIRLINE, Theme

_STRETCH = {PaneName.PRICE: 24, PaneName.RSI: 5, PaneName.MACD: 5, PaneName.ATR: 5}
_LEAST_HEIGHT = {PaneName.PRICE: 80.0, PaneName.RSI: 44.0, PaneName.MACD: 44.0, PaneName.ATR: 44.0}
_ANY_HEIGHT = 16_777_215.0


class PaneStack:
    """Owns panes and time axis. Hairlines are the view's ground that shows between them."""

    def __init__(self, view: pg.GraphicsView) -> None:
        self._view = view
        self.price = make_price_pane()
        self.rsi, self.macd, self.atr = make_rsi_pane(), make_macd_pane(), make_atr_pane()
        self.time_axis = TimeAxis()
        self._corner = AxisCorner()
        self.axis_width = 0.0
        self._layout = pg.GraphicsLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(HAIRLINE)
        view.setCentralItem(self._layout)
        for row, pane in enumerate(self.all):
            self._layout.addItem(pane.box, row=row, col=0)
            self._layout.addItem(pane.axis, row=row, col=1)
            self._layout.layout.setRowStretchFactor(row, _STRETCH[pane.name])
            self._layout.layout.setRowMinimumHeight(row, _LEAST_HEIGHT[pane.name])
        self._layout.addItem(self.time_axis, row=len(self.all), col=0)
        self._layout.addItem(self._corner, row=len(self.all), col=1)
        self.widen_axes(LEAST_AXIS_WIDTH)

    @property
    def all(self) -> tuple[Pane, ...]:
        """Every pane, from top to bottom."""
        return (self.price, self.rsi, self.macd, self.atr)

    @property
    def visible(self) -> tuple[Pane, ...]:
        """Panes that have a place."""
        return tuple(pane for pane in self.all if pane.is_visible)

    @property
    def plot_rect(self) -> QRectF:
        """All visible panes without their axes."""
        first, last = self.price.rect, self.visible[-1].rect
        return QRectF(first.topLeft(), last.bottomRight())

    def pane_at(self, y: float) -> Pane:
        """The visible pane at a height, the nearest when the height is between two."""
        return min(self.visible, key=lambda pane: max(pane.rect.top() - y, y - pane.rect.bottom()))

    def set_look(self, look: Look) -> None:
        """Show what is wanted over the prices, and the panes under them."""
        for kind, item in self.price.layers.items():
            item.setVisible(look.shows(kind))
        for pane in self.lower:
            is_wanted = look.shows(StudyKind(pane.name.value))
            if is_wanted and not pane.is_visible:
                self.show_pane(pane.name)
            elif not is_wanted and pane.is_visible:
                self.hide_pane(pane.name)

    def show_pane(self, name: PaneName) -> None:
        """Give a pane its place."""
        self._set_row(name, _LEAST_HEIGHT[name], _ANY_HEIGHT)
        self._pane(name).box.show()
        self._pane(name).axis.show()

    def hide_pane(self, name: PaneName) -> None:
        """Give a pane's place to the others."""
        self._pane(name).box.hide()
        self._pane(name).axis.hide()
        self._set_row(name, 0.0, 0.0)

    def widen_axes(self, width: float) -> None:
        """Make all price axes at least so wide, so that they never narrow while prices move."""
        if width <= self.axis_width:
            return
        self.axis_width = width
        for pane in self.all:
            pane.axis.setWidth(width)
        self._layout.layout.activate()

    @property
    def lower(self) -> tuple[Pane, ...]:
        """The panes under that of the prices."""
        return self.all[1:]

    def forget_width(self) -> None:
        """Let the axes be as narrow as the next labels allow."""
        self.axis_width = 0.0

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours from the next frame on."""
        self._view.setBackground(theme.hairline)
        self.time_axis.set_theme(theme)
        self._corner.set_theme(theme)
        for pane in self.all:
            pane.set_theme(theme)

    def _pane(self, name: PaneName) -> Pane:
        return next(pane for pane in self.all if pane.name is name)

    def _set_row(self, name: PaneName, least: float, most: float) -> None:
        row = [pane.name for pane in self.all].index(name)
        self._layout.layout.setRowMinimumHeight(row, least)
        self._layout.layout.setRowMaximumHeight(row, most)
        self._layout.layout.setRowStretchFactor(row, _STRETCH[name] if most else 0)
        self._layout.layout.setRowSpacing(row, HAIRLINE if most else 0)
        self._layout.layout.activate()
