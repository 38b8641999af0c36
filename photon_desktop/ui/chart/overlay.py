"""What lies over the panes: crosshair, readout, legend, the lower panes' titles, and the words of an empty chart."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.crosshair import Cross, Crosshair
from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.data.study import LINES, Line, Study, StudyKind
from photon_desktop.ui.chart.drawings.drawing import TOOL_WORDS, Tool
from photon_desktop.ui.chart.labelling import pane_text
from photon_desktop.ui.chart.legend import Legend
from photon_desktop.ui.chart.look import Look
from photon_desktop.ui.chart.pane_title import ColouredWord, PaneTitle
from photon_desktop.ui.chart.panes import Pane, PaneName
from photon_desktop.ui.chart.readout import Readout, bar_fields, bar_time, short_number
from photon_desktop.ui.chart.scale.bar_window import BarWindow
from photon_desktop.ui.chart.stack import PaneStack
from photon_desktop.ui.design import DARK, GRID, Theme
from photon_desktop.ui.language import mark, tr

_EDGE = 2 * GRID
_TWO_POINTS = mark("{tool}: drag from one end to the other, or click both; or arrows and Enter. Esc gives up.")
_ONE_POINT = mark("{tool}: click a price; or arrows and Enter. Esc gives up.")
LOWER_PANES = (PaneName.RSI, PaneName.MACD, PaneName.ATR)


class Overlay(QObject):
    """Children of the view, placed over the panes. It shows; what the mouse does is the plot's business."""

    def __init__(self, view: QWidget, stack: PaneStack) -> None:
        super().__init__(view)
        self._view = view
        self._stack = stack
        self.crosshair = Crosshair(view)
        self.readout = Readout(view)
        self.legend = Legend(view)
        self.message = _label(view, tr("Why the chart is empty"))
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.hint = _label(view, tr("How to use the tool in hand"))
        self.hint.hide()
        self.titles = {
            name: PaneTitle(view, tr("{study} values").format(study=name.value.upper())) for name in LOWER_PANES
        }
        self._said: str | None = None
        self._theme = DARK
        self._look = Look()
        view.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours."""
        self._theme = theme
        self.crosshair.set_theme(theme)
        self.readout.set_theme(theme)
        self.legend.set_theme(theme)

    def set_look(self, look: Look) -> None:
        """List these studies."""
        self._look = look
        self.legend.show_studies(look.studies)
        self.place()

    @property
    def words_height(self) -> float:
        """How high readout and legend are, which candles keep clear of."""
        return float(self.readout.sizeHint().height() + self.legend.height() + _EDGE)

    @Slot(str)
    def show_tool(self, tool: str) -> None:
        """Say how the tool in hand is used; an empty text takes the words away."""
        self.hint.setText(_hint(Tool(tool)) if tool else "")
        self.hint.setVisible(bool(tool))
        self.hint.adjustSize()
        self.place()

    def show_message(self, text: str) -> None:
        """Say why there is nothing to see; an empty text takes the words away."""
        if text == self._said:
            return
        self._said = text
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
        studies = [study for study in self._look.studies.values() if study.is_shown]
        values = {line: float(series.line(line)[index]) for study in studies for line in LINES[study.kind]}
        texts = {study.kind: _value_text(study, values, content) for study in studies}
        texts[StudyKind.VOLUME] = short_number(float(series.pyramid.bars[Row.VOLUME, index]))
        self.legend.show_values(texts)
        self._write_titles(values, content)
        self.place()

    def bar_at(self, window: BarWindow, mouse: QPointF) -> int:
        """The number of the bar nearest to the mouse."""
        return min(max(round(window.index_of(mouse.x() - self._stack.plot_rect.left())), 0), window.last)

    def show_cross(self, content: Content, window: BarWindow, mouse: QPointF) -> int:
        """Put the crosshair on the bar nearest to the mouse; gives that bar's number."""
        plot, pane = self._stack.plot_rect, self._stack.pane_at(mouse.y())
        index = self.bar_at(window, mouse)
        y = min(max(mouse.y(), pane.rect.top()), pane.rect.bottom() - 1)
        self.crosshair.show_cross(
            Cross(
                x=plot.left() + window.x_of(index),
                y=y,
                plot=plot,
                price_axis=QRectF(pane.axis.geometry()),
                time_axis=QRectF(self._stack.time_axis.geometry()),
                price_text=pane_text(pane.name, pane.price_at(y), content.instrument, content.percent_base),
                time_text=bar_time(int(content.series.times[index]), content.local_time.zone),
            )
        )
        return index

    def place(self) -> None:
        """Put everything where the panes are now."""
        self.crosshair.setGeometry(self._view.rect())
        self.message.setGeometry(self._view.rect().adjusted(6 * GRID, 0, -6 * GRID, 0))
        top = self._stack.price.rect.top() + GRID
        self.legend.fit(int(self._stack.price.rect.width()) - _EDGE)
        self.readout.move(_EDGE - GRID, int(top))
        self.legend.move(_EDGE - 2 * GRID, int(top) + self.readout.height())
        bottom = self._stack.price.rect.bottom() - self.hint.height() - GRID
        self.hint.move(_EDGE, int(bottom))
        for pane in self._stack.lower:
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
        colours = {
            Line.RSI: self._theme.lines[1],
            Line.MACD: self._theme.lines[2],
            Line.MACD_SIGNAL: self._theme.lines[0],
            Line.MACD_HIST: self._theme.secondary_text,
            Line.ATR: self._theme.lines[5],
        }
        for name, title in self.titles.items():
            study = self._look.studies[StudyKind(name.value)]
            if study.is_shown:
                figures = (
                    ColouredWord(pane_text(name, values[line], content.instrument), colours[line])
                    for line in LINES[study.kind]
                )
                title.show_words((ColouredWord(study.title, self._theme.muted_text), *figures))


def _hint(tool: Tool) -> str:
    """How `tool` is used."""
    way = _ONE_POINT if tool is Tool.LEVEL else _TWO_POINTS
    return tr(way).format(tool=tr(TOOL_WORDS[tool]))


def _value_text(study: Study, values: dict[Line, float], content: Content) -> str:
    return "  ".join(formats.price(values[line], content.instrument) for line in LINES[study.kind])


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "muted")
    label.setAccessibleName(name)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
