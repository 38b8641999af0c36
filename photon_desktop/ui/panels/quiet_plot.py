"""What the small plots on panels share."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt

from photon_desktop.ui import formats
from photon_desktop.ui.design import TYPE_SMALL, Theme
from photon_desktop.ui.stylesheet import interface_font


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """The time at the bottom of a plot, with months and weekdays in the user's language."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 - pyqtgraph's name
        """The moments beside the ticks."""
        return [formats.date_words(text) for text in super().tickStrings(values, scale, spacing)]


class QuietPlot(pg.PlotWidget):  # type: ignore[misc]
    """A quiet axis to the left and at the bottom, no menus and no mouse."""

    def __init__(self, accessible_name: str, **options: object) -> None:
        super().__init__(enableMenu=False, **options)
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        for axis in self.axes():
            axis.setTickFont(interface_font(TYPE_SMALL))
            axis.setStyle(tickLength=0)

    def axes(self) -> tuple[pg.AxisItem, pg.AxisItem]:
        """The left and the bottom axis."""
        return self.getAxis("left"), self.getAxis("bottom")

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.setBackground(theme.canvas)
        for axis in self.axes():
            axis.setPen(theme.hairline)
            axis.setTextPen(theme.muted_text)
