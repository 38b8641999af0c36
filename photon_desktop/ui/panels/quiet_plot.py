"""What the small plots on panels share."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsGridLayout

from photon_desktop.ui import formats
from photon_desktop.ui.design import TYPE_SMALL, Theme
from photon_desktop.ui.stylesheet import interface_font

_TOP_LEFT, _BOTTOM_RIGHT = (0, 0), (1, 1)
_HOLD_MS = 24  # what stands around it is seen first
_NEXT_MS = 40  # and then one plot after the other


class TimeAxis(pg.DateAxisItem):  # type: ignore[misc]
    """The time at the bottom of a plot, with months and weekdays in the user's language."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802 - pyqtgraph's name
        """The moments beside the ticks."""
        return [formats.date_words(text) for text in super().tickStrings(values, scale, spacing)]


class QuietPlot(pg.GraphicsView):  # type: ignore[misc]
    """Curves with a quiet axis to the left and at the bottom, no menus and no mouse.

    Made of pyqtgraph's parts, and not its PlotWidget: that builds a form of some forty hidden widgets with each plot.
    Its first picture after it came into sight is drawn a moment later, because ranges, ticks and curves together are
    felt when they are drawn with everything around them; `place` is its turn among the plots of a page.
    """

    def __init__(self, accessible_name: str, bottom: pg.AxisItem | None = None, place: int = 0) -> None:
        super().__init__()
        self._names: list[pg.LabelItem] = []
        self._came_now = False
        self._soon = QTimer(self, singleShot=True, interval=_HOLD_MS + place * _NEXT_MS)
        self._soon.timeout.connect(self.viewport().update)
        self.enableMouse(False)
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self.curves: list[pg.PlotDataItem] = []
        self._left, self._bottom = pg.AxisItem("left"), bottom or pg.AxisItem("bottom")
        self.setCentralItem(self._ground())
        for axis in self.axes():
            axis.linkToView(self.box)
            axis.setTickFont(interface_font(TYPE_SMALL))
            axis.setStyle(tickLength=0)

    def axes(self) -> tuple[pg.AxisItem, pg.AxisItem]:
        """The left and the bottom axis."""
        return self._left, self._bottom

    def plot(self, *data: object, **options: object) -> pg.PlotDataItem:
        """A further curve; the arguments are PlotDataItem's."""
        curve = pg.PlotDataItem(*data, **options)
        self.curves.append(curve)
        self.box.addItem(curve)
        return curve

    def name_axes(self, left: str, bottom: str = "") -> None:
        """Write what the axes show into the corners of the plot, where a name has room however low the plot is."""
        for text, corner, offset in ((left, _TOP_LEFT, (4, 0)), (bottom, _BOTTOM_RIGHT, (-4, 0))):
            if text:
                name = pg.LabelItem(text, size=f"{TYPE_SMALL}px")
                name.setParentItem(self.box)
                name.anchor(itemPos=corner, parentPos=corner, offset=offset)
                self._names.append(name)

    @property
    def axis_names(self) -> tuple[str, ...]:
        """What is written in the corners."""
        return tuple(name.text for name in self._names)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hold the picture that is due now."""
        super().showEvent(event)
        self._came_now = True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw; just come into sight, only the ground."""
        if not self._came_now:
            super().paintEvent(event)
            return
        self._came_now = False
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.backgroundBrush())
        painter.end()
        self._soon.start()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self.setBackground(theme.canvas)
        for name in self._names:
            name.setText(name.text, color=theme.muted_text)
        for axis in self.axes():
            axis.setPen(theme.hairline)
            axis.setTextPen(theme.muted_text)

    def _ground(self) -> pg.GraphicsWidget:
        ground = pg.GraphicsWidget()
        grid = QGraphicsGridLayout(ground)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.addItem(self._left, 0, 0)
        grid.addItem(self.box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        grid.setRowStretchFactor(0, 100)
        grid.setColumnStretchFactor(1, 100)
        for axis in self.axes():
            axis.setZValue(0.5)  # over the box, which is opaque
        return ground
