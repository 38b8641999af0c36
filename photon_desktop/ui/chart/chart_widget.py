"""The chart as the window uses it: a header over a plot, told what to show, telling what was asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photon_desktop.trading.account import Position
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.ui import formats
from photon_desktop.ui.chart.alert_menu import AlertMenu
from photon_desktop.ui.chart.changes import note_drawing, note_look
from photon_desktop.ui.chart.content import AlertLevel, Content, PositionLevels
from photon_desktop.ui.chart.data.study import Study, StudyKind
from photon_desktop.ui.chart.drawings.book import DrawingBook
from photon_desktop.ui.chart.drawings.drawing import Drawing, Tool
from photon_desktop.ui.chart.header import Header
from photon_desktop.ui.chart.look import Look, Scale, Style
from photon_desktop.ui.chart.marker import ChartMarker
from photon_desktop.ui.chart.picture import Picture
from photon_desktop.ui.chart.plot import Plot
from photon_desktop.ui.chart.plot_view import KeyCommand
from photon_desktop.ui.chart.reach import Reach
from photon_desktop.ui.chart.study_list import StudyList
from photon_desktop.ui.design import DARK, Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.undo_history import UndoHistory

Price = Decimal | float | None


class ChartWidget(QWidget):
    """Candles of one symbol with indicators, marks and a crosshair; follows the newest bar until the user looks back.

    `marker_clicked` brings a ChartMarker, `interval_requested` an interval's text, `bar_hovered` a Bar or None. Price
    alerts are someone else's: the chart shows them and tells what is wanted of them.
    """

    marker_clicked = Signal(object)
    following_changed = Signal(bool)
    drawings_changed = Signal(str, object)  # symbol, its drawings in their order
    problem_told = Signal(str, str)  # what could not be done, and why
    look_changed = Signal(object)  # the Look that the user wants from now on
    interval_requested = Signal(str)
    bar_hovered = Signal(object)
    alert_wanted = Signal(str, object)  # symbol, and a price as Decimal or None
    alert_moved = Signal(str, object)  # an alert's id, its new level as Decimal
    alert_unwanted = Signal(str)  # an alert's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setAccessibleName(tr("Chart"))
        self.header = Header()
        self.plot = Plot()
        self.reach = Reach(self.plot)
        self._content: Content | None = None
        self._zone: tzinfo | None = None
        self._look = Look()
        self._books: dict[str, DrawingBook] = defaultdict(DrawingBook)
        self._alerts: Mapping[str, Sequence[AlertLevel]] = {}
        self._alert_menu = AlertMenu(self)
        self.history = UndoHistory(self)
        self.study_list = StudyList(self)
        self.picture = Picture(self, self._name_of_picture)
        self.picture.problem_told.connect(self.problem_told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.plot, 1)
        self.setFocusProxy(self.plot)
        self._connect()
        self.set_theme(DARK)
        self._show_look()
        self.set_message(tr("Choose a symbol in the watchlist to see its chart."))

    @property
    def symbol(self) -> str:
        """The symbol on the chart; empty before the first."""
        return "" if self._content is None else self._content.symbol

    @property
    def last_price(self) -> float | None:
        """The newest price shown, None without bars."""
        return None if self._content is None else self._content.last_price

    @property
    def is_following(self) -> bool:
        """Whether the newest bar is kept in view."""
        return self.plot.window_of_bars.is_following

    def set_series(
        self, symbol: str, interval: Interval, bars: Bars, instrument: Instrument, kept_as: str = ""
    ) -> None:
        """Show these closed bars, the newest in view. What was marked before goes with the bars it was marked on. With
        `kept_as` the store has them, and older ones, as that source's."""
        self._content = Content.of(symbol, interval, bars, instrument, self._zone)
        self._content.drawings = self._books[symbol]
        self._content.alerts = self._alerts.get(symbol, ())
        self._content.kept_as = kept_as
        self.header.show_symbol(symbol, interval)
        self.header.show_stale("")
        self.plot.set_content(self._content)
        self.reach.set_content(self._content)
        self.set_message("" if len(bars) else tr("Waiting for the first bars of {symbol} …").format(symbol=symbol))
        self._show_price()

    def append_bar(self, bar: Bar) -> None:
        """Take a closed bar; it replaces the forming one of its time. A bar from before the last one is left out."""
        self._take(bar)

    def set_forming(self, bar: Bar) -> None:
        """Show how far the newest bar has come."""
        self._take(bar)

    def set_markers(self, markers: Iterable[ChartMarker]) -> None:
        """Mark these and nothing else."""
        if self._content is not None:
            self._content.set_markers(markers)
            self.plot.schedule()

    def add_marker(self, marker: ChartMarker) -> None:
        """Mark one more; one of the same kind, time and reference is replaced."""
        if self._content is not None:
            self._content.add_marker(marker)
            self.plot.schedule()

    def set_position(self, average: Price, stop: Price = None, target: Price = None) -> None:
        """Draw the open position's average price, stop and target; None takes a line away."""
        if self._content is None:
            return
        levels = PositionLevels(*(None if price is None else float(price) for price in (average, stop, target)))
        if levels != self._content.position:
            self._content.position = levels
            self.plot.schedule()

    def set_held(self, position: Position | None) -> None:
        """Let the stop and target of this position be dragged; None lets nothing be."""
        if self._content is not None:
            self._content.held = position

    @property
    def pointed_price(self) -> Decimal | None:
        """The price under the crosshair, None while it is not over the prices."""
        return self.plot.alert_drag.price_at(self.plot.pointer)

    def set_alerts(self, alerts: Mapping[str, Sequence[AlertLevel]]) -> None:
        """Draw a line for each of these, by their symbol, whenever it is shown."""
        self._alerts = alerts
        if self._content is not None:
            self._content.alerts = alerts.get(self._content.symbol, ())
            self.plot.schedule()

    @property
    def look(self) -> Look:
        """Style, scale and studies."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Draw every symbol like this; `look_changed` tells when it is another."""
        if look == self._look:
            return
        self._look = look
        self._show_look()
        self.look_changed.emit(look)

    def drawings(self, symbol: str) -> tuple[Drawing, ...]:
        """What is drawn on a symbol's chart."""
        return self._books[symbol].drawings

    def set_drawings(self, symbol: str, drawings: Iterable[Drawing]) -> None:
        """Draw these on a symbol's chart, whenever it is shown."""
        self._books[symbol] = DrawingBook(drawings)
        if self._content is not None and self._content.symbol == symbol:
            self._content.drawings = self._books[symbol]
            self.plot.drawing.set_book(self._books[symbol])

    def set_theme(self, theme: Theme) -> None:
        """Paint in these colours; header and labels follow the application's stylesheet."""
        self.plot.set_theme(theme)

    def set_message(self, text: str) -> None:
        """Say in the place of the bars why there are none; an empty text shows the bars again."""
        self.plot.set_message(text)

    def set_stale(self, text: str) -> None:
        """Say that prices are old, in a few words ("No prices for 42 s"); an empty text means they are fresh."""
        self.header.show_stale(text)
        if self._content is not None and self._content.is_stale != bool(text):
            self._content.is_stale = bool(text)
            self.plot.schedule()

    def set_badge(self, text: str) -> None:
        """A word on where the prices come from ("SIMULATED ×1800"); an empty text takes it away."""
        self.header.show_badge(text)

    def set_times_zone(self, zone: tzinfo | None) -> None:
        """Write times in this zone, None being the user's own."""
        self._zone = zone
        if self._content is not None:
            self._content.set_zone(zone)
            self.plot.schedule()

    def set_pane_visible(self, name: str, is_visible: bool) -> None:
        """Show or hide the pane called `name`: rsi, macd or atr."""
        self._set_shown(StudyKind(name), is_visible)

    def set_log(self, is_log: bool) -> None:
        """Draw prices on a logarithmic or a linear axis."""
        self.set_look(replace(self._look, scale=Scale.LOG if is_log else Scale.LINEAR))

    @Slot()
    def follow(self) -> None:
        """Bring the newest bar into view and keep it there."""
        self.plot.follow()

    def go_to(self, time_ns: int) -> None:
        """Show the bar that was decided on at `time_ns`, in the middle if it is out of view; following ends then."""
        self.plot.bring_into_view(time_ns)

    def _connect(self) -> None:
        self.header.interval_requested.connect(self.interval_requested)
        self.header.follow_requested.connect(self.follow)
        self._connect_look()
        self.plot.marker_clicked.connect(self.marker_clicked)
        self.plot.bar_hovered.connect(self.bar_hovered)
        self.plot.following_changed.connect(self._tell_following)
        self.plot.refreshed.connect(self._show_price)
        self.plot.alert_drag.moved.connect(self.alert_moved)
        self._alert_menu.wanted.connect(self._ask_for_alert)
        self._alert_menu.unwanted.connect(self.alert_unwanted)
        self.header.show_following(self.is_following)

    def _take(self, bar: Bar) -> None:
        if self._content is None:
            return
        was_empty = len(self._content.series) == 0
        self._content.series.put(bar)
        self._content.keep_times_covered()
        if was_empty:
            self.set_message("")
        self.plot.bars_changed()
        self.reach.let_go()

    @Slot()
    def _show_price(self) -> None:
        content, close = self._content, self.last_price
        if content is None or close is None:
            self.header.show_price("", None)
            return
        self.header.show_price(formats.price(close, content.instrument), content.series.day_change())

    def _connect_look(self) -> None:
        actions = self.header.actions_of_chart
        actions.style_chosen.connect(self._choose_style)
        actions.scale_chosen.connect(self._choose_scale)
        actions.pane_toggled.connect(self._toggle_study)
        actions.studies.triggered.connect(self._list_studies)
        self.plot.overlay.legend.study_toggled.connect(self._toggle_study)
        self.plot.overlay.legend.list_requested.connect(self._list_studies)
        self.plot.look_asked.connect(self._obey)
        actions.fit.triggered.connect(self.plot.fit_prices_again)
        actions.tool_chosen.connect(self._take_tool)
        actions.next_drawing.triggered.connect(self.plot.drawing.select_next)
        actions.delete.triggered.connect(self.plot.drawing.delete)
        actions.undo.triggered.connect(self.history.undo)
        actions.redo.triggered.connect(self.history.redo)
        self.plot.view.wants = self._wants
        actions.save.triggered.connect(self.picture.ask_where_to_save)
        actions.copy.triggered.connect(self.picture.copy)
        self.plot.drawing.armed_changed.connect(actions.show_tool)
        self.plot.drawing.book_changed.connect(self._tell_drawings)
        self.plot.view.menu_asked.connect(self._open_menu)
        self.study_list.study_changed.connect(self._take_study)

    def _show_look(self) -> None:
        self.plot.set_look(self._look)
        self.header.actions_of_chart.show_look(self._look)
        self.study_list.show_studies(self._look.studies)

    @Slot(str)
    def _choose_style(self, style: str) -> None:
        self._change_look(replace(self._look, style=Style(style)))

    @Slot(str)
    def _choose_scale(self, scale: str) -> None:
        self._change_look(replace(self._look, scale=Scale(scale)))

    @Slot(str, bool)
    def _toggle_study(self, kind: str, is_shown: bool) -> None:
        self._set_shown(StudyKind(kind), is_shown)

    @Slot(object)
    def _take_study(self, study: Study) -> None:
        self._change_look(self._look.with_study(study))

    def _change_look(self, look: Look) -> None:
        """As the user wants it, who can take it back."""
        before = self._look
        if look != before:
            self.set_look(look)
            note_look(self.history, before, look, self.set_look)

    def _set_shown(self, kind: StudyKind, is_shown: bool) -> None:
        self._take_study(self._look.studies[kind].shown(is_shown))

    @Slot(str)
    def _list_studies(self, kind: str = "") -> None:
        legend = self.plot.overlay.legend
        corner = legend.mapToGlobal(legend.rect().bottomLeft())
        self.study_list.open_at(corner, self._look.studies, StudyKind(kind) if isinstance(kind, str) and kind else None)

    @Slot(str)
    def _obey(self, command: str) -> None:
        match KeyCommand(command):
            case KeyCommand.LOG:
                self.header.log.toggle()
            case KeyCommand.PERCENT:
                self.header.actions_of_chart.percent.toggle()
            case KeyCommand.STUDIES:
                self._list_studies()
            case KeyCommand.COPY:
                self.picture.copy()
            case KeyCommand.SAVE:
                self.picture.ask_where_to_save()
            case KeyCommand.UNDO:
                self.history.undo()
            case KeyCommand.REDO:
                self.history.redo()
            case _ if command in list(Style):
                self._choose_style(command)

    def _name_of_picture(self) -> str:
        content = self._content
        return "" if content is None else f"{content.symbol}-{content.interval.value}"

    @Slot(str)
    def _take_tool(self, tool: str) -> None:
        self.plot.drawing.arm(Tool(tool) if tool else None)
        self.plot.view.setFocus()

    @Slot()
    def _tell_drawings(self) -> None:
        self.drawings_changed.emit(self.symbol, self.plot.drawing.book.drawings)
        note_drawing(self.history, self.symbol, self._undo_drawing, self._redo_drawing)

    def _undo_drawing(self, symbol: str) -> bool:
        return symbol == self.symbol and self.plot.drawing.undo()

    def _redo_drawing(self, symbol: str) -> bool:
        return symbol == self.symbol and self.plot.drawing.redo()

    def _wants(self, command: KeyCommand) -> bool:
        if command in (KeyCommand.UNDO, KeyCommand.REDO):
            return (self.history.last if command is KeyCommand.UNDO else self.history.next) is not None
        return self.plot.drawing_keys.wants(command)

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        actions = self.header.actions_of_chart
        menu = actions.menu(self)
        menu.insertMenu(actions.save, actions.drawing_menu(menu))
        if self._content is not None:
            level = self.plot.alert_drag.level_at(self.plot.pointer)
            self._alert_menu.fill(menu, self._content.instrument, self.pointed_price, level)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    @Slot(object)
    def _ask_for_alert(self, price: Decimal | None) -> None:
        self.alert_wanted.emit(self.symbol, price)

    @Slot(bool)
    def _tell_following(self, is_following: bool) -> None:
        self.header.show_following(is_following)
        self.following_changed.emit(is_following)
