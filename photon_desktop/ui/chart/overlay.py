"""What lies over the panes: crosshair, readout, legend, the lower panes' titles, and the words of an empty chart."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtWidgets import QLabel, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.crosshair import Cross, Crosshair
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.series import Line
from photon_desktop.ui.chart.labelling import pane_text
from photon_desktop.ui.chart.legend import Legend
from photon_desktop.ui.chart.panes import Layer, Pane, PaneName
from photon_desktop.ui.chart.readout import Readout, bar_fields, bar_time, short_number
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.stack import PaneStack
from photon_desktop.ui.design import DARK, GRID, Theme

_EDGE = 2 * GRID


class Overlay(QObject):
    """Children of the view, placed over the panes. It shows; what the mouse does is the plot's business."""

    def __init__(self, view: QWidget, stack: PaneStack) -> None:
        super().__init__(view)
        self._view = view
        self._stack = stack
        self.crosshair = Crosshair(view)
        self.readout = Readout(view)
        self.legend = Legend(view)
        self.message = _label(view, "Why the chart is empty")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.titles = {name: _label(view, f"{name.value.upper()} values") for name in (PaneName.RSI, PaneName.MACD)}
        self._theme = DARK
        view.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.crosshair.set_theme(theme)
        self.readout.set_theme(theme)
        self.legend.set_theme(theme)

    def show_message(self, text: str) -> None:
        """Say why there is nothing to see; an empty text takes the words away."""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        for widget in (self.readout, self.legend, *self.titles.values()):
            widget.setVisible(not text)
        self.place()

    def show_values(self, content: Content, index: int) -> None:
        """Write the figures of the bar at `index`."""
        series, instrument = content.series, content.instrument
        before = series.bar(index - 1) if index > 0 else None
        self.readout.show_fields(bar_fields(series.bar(index), before, instrument, content.local_time.zone))
        values = {line: float(series.line(line)[index]) for line in Line}
        self.legend.show_values(
            {
                Layer.SMA10: formats.price(values[Line.SMA10], instrument),
                Layer.SMA20: formats.price(values[Line.SMA20], instrument),
                Layer.VOLUME: short_number(float(series.pyramid.bars[Row.VOLUME, index])),
            }
        )
        self._write_titles(values, content)
        self.place()

    def show_cross(self, content: Content, window: BarWindow, mouse: QPointF) -> int:
        """Put the crosshair on the bar nearest to the mouse; gives that bar's number."""
        plot, pane = self._stack.plot_rect, self._stack.pane_at(mouse.y())
        index = min(max(round(window.index_of(mouse.x() - plot.left())), 0), window.last)
        y = min(max(mouse.y(), pane.rect.top()), pane.rect.bottom() - 1)
        price = pane.shown.price_at((y - pane.rect.top()) / pane.rect.height())
        self.crosshair.show_cross(
            Cross(
                x=plot.left() + window.x_of(index),
                y=y,
                plot=plot,
                price_axis=QRectF(pane.axis.geometry()),
                time_axis=QRectF(self._stack.time_axis.geometry()),
                price_text=pane_text(pane.name, price, content.instrument),
                time_text=bar_time(int(content.series.times[index]), content.local_time.zone),
            )
        )
        return index

    def place(self) -> None:
        """Put everything where the panes are now."""
        self.crosshair.setGeometry(self._view.rect())
        self.message.setGeometry(self._view.rect().adjusted(6 * GRID, 0, -6 * GRID, 0))
        top = self._stack.price.rect.top() + GRID
        self.readout.move(_EDGE - GRID, int(top))
        self.legend.move(_EDGE - GRID - 1, int(top) + self.readout.height())
        for pane in (self._stack.rsi, self._stack.macd):
            self._place_title(pane)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize:
            self.place()
        return False

    def _place_title(self, pane: Pane) -> None:
        title = self.titles[pane.name]
        title.setVisible(pane.is_visible and not self.message.text())
        title.move(_EDGE, int(pane.rect.top()) + 2)

    def _write_titles(self, values: dict[Line, float], content: Content) -> None:
        theme, instrument = self._theme, content.instrument
        rsi = _coloured("RSI 14", theme.muted_text) + _coloured(formats.fixed(values[Line.RSI14], 1), theme.lines[1])
        macd = [
            _coloured(pane_text(PaneName.MACD, values[line], instrument), colour)
            for line, colour in (
                (Line.MACD, theme.lines[2]),
                (Line.MACD_SIGNAL, theme.lines[0]),
                (Line.MACD_HIST, theme.secondary_text),
            )
        ]
        self.titles[PaneName.RSI].setText(rsi)
        self.titles[PaneName.MACD].setText(_coloured("MACD 12 26 9", theme.muted_text) + "".join(macd))
        for title in self.titles.values():
            title.adjustSize()


def _coloured(text: str, colour: str) -> str:
    return f'<span style="color:{colour}">{text}</span>&nbsp;&nbsp;'


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "muted")
    label.setAccessibleName(name)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
