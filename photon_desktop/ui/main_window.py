"""The window: the chart in the middle, everything else in docks around it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from photon_desktop.market.feed_state import FeedState
from photon_desktop.trading.agent_status import AgentLogLine, AgentStatus
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import BarClosed, PriceTick
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui import layout
from photon_desktop.ui.chart.chart_widget import ChartWidget
from photon_desktop.ui.comfort.commands import commands_of
from photon_desktop.ui.comfort.palette_desk import PaletteDesk
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.frame.actions import WindowActions, tie_to_chart_header
from photon_desktop.ui.panels.frame.armed_frame import ArmedFrame, ArmingState
from photon_desktop.ui.panels.frame.banner import Problem, ProblemBanner
from photon_desktop.ui.panels.frame.chart_desk import ChartDesk
from photon_desktop.ui.panels.frame.chart_menu import add_chart_menu
from photon_desktop.ui.panels.frame.choices import Choices
from photon_desktop.ui.panels.frame.file_drops import SEVERAL_FILES, FileDrops
from photon_desktop.ui.panels.frame.market_stage import MarketStage
from photon_desktop.ui.panels.frame.menus import fill_menus, menu_actions
from photon_desktop.ui.panels.frame.message_desk import MessageDesk
from photon_desktop.ui.panels.frame.message_queue import MessageQueue
from photon_desktop.ui.panels.frame.position_keys import PositionKeys
from photon_desktop.ui.panels.frame.status_line import StatusLine
from photon_desktop.ui.panels.frame.toolbar import MainToolbar
from photon_desktop.ui.panels.frame.watch_desk import WatchDesk
from photon_desktop.ui.panels.frame.window_acts import WindowActs
from photon_desktop.ui.panels.frame.window_panels import WindowPanels
from photon_desktop.ui.panels.heatmap.feed import HeatmapFeed
from photon_desktop.ui.panels.views import InstrumentBook, MarketCondition, SeriesView, StoredView, WatchItem
from photon_desktop.ui.tables.row_table import Tone

if TYPE_CHECKING:
    from photon_desktop.ui.panels.analytics.panel import AnalyticsPanel
    from photon_desktop.ui.panels.models.panel import ModelDeskPanel

_SIMULATED_SOURCES = ("demo",)
_NO_SYMBOL = mark("No symbol is on the chart.")
_CHART_EMPTY = mark(
    "The chart of the symbol chosen will stand here. Start monitoring (Ctrl+M) and its bars are loaded."
)


class MainWindow(QMainWindow):
    """Shows what its slots are handed and tells by its signals what the user wants; it decides nothing itself."""

    monitor_toggled = Signal(bool)
    decide_requested = Signal(str)
    symbol_selected = Signal(str)
    interval_selected = Signal(str)
    agent_start_requested = Signal(str)
    agent_stop_requested = Signal(str)
    agent_restart_requested = Signal(str)
    speed_changed = Signal(float)
    market_changed = Signal(str)  # "demo" or "real"
    theme_changed = Signal(str)
    import_requested = Signal()
    data_requested = Signal()
    download_requested = Signal()
    file_dropped = Signal(object)  # Path of a file that may hold bars
    closing = Signal()
    market_shown = Signal()  # a frame of what is shown on the chart stands on the screen
    board_shown = Signal()  # one of the watchlist's
    books_shown = Signal()  # one of the account's
    watchlist_shown = Signal()  # other symbols are watched

    def __init__(self, icons: Icons, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._theme, self._clock = icons, theme, clock
        self._monitoring = False
        self._has_layout = False
        self._instruments = InstrumentBook()
        self.actions_by_name = WindowActions(icons, theme, self)
        self.toolbar = MainToolbar(self.actions_by_name, self)
        self.banner = ProblemBanner(self)
        self.status = StatusLine(self)
        self.panels = WindowPanels(self, icons, self._instruments, theme)
        self._name_panels()
        self.desk = ChartDesk(self.chart, self._instruments, self)
        self.heatmap_feed = HeatmapFeed(self.heatmap, self.watchlist, self.desk)
        self._messages = MessageDesk(self.messages, self.feed, self.trades, self.watchlist, self.desk)
        self.stage = MarketStage(self.watchlist, self.desk, self.portfolio, self.status, clock)
        self._queue = MessageQueue(self._messages.take, self, self.stage.pace)
        self._seconds = QTimer(self)
        self.watch_desk = WatchDesk(self.watchlist, self.actions_by_name, self._instruments, theme, self)
        self.position_keys = PositionKeys(self.actions_by_name, self.portfolio, self.desk, self)
        self.commands = PaletteDesk(self)
        self.commands.add_source(lambda: commands_of(self.every_action()))
        self._assemble()
        self.armed_frame = ArmedFrame(self, theme)
        self._connect()
        self._count_on()
        self._seconds.start(1_000)

    @property
    def models(self) -> "ModelDeskPanel":
        """The models of the symbol shown; the panel is made when it is first asked for."""
        return self.panels.models

    @property
    def analytics(self) -> "AnalyticsPanel":
        """What the account has earned; the panel is made when it is first asked for."""
        return self.panels.analytics

    @property
    def theme(self) -> Theme:
        """What it is drawn in."""
        return self._theme

    @property
    def is_monitoring(self) -> bool:
        """Whether the market is watched."""
        return self._monitoring

    # what there is to show

    @Slot(str)
    def show_symbol(self, symbol: str) -> None:
        """Put a symbol on the chart."""
        if symbol != self.desk.symbol:
            self._show_symbol(symbol)

    @Slot(str)
    def show_market(self, name: str) -> None:
        """Show which market is watched."""
        self.toolbar.show_market(name)

    @Slot(str)
    def begin_market(self, name: str) -> None:
        """Forget what was shown of another market: the watchlist and everything else of this one follow."""
        self.stage.clear()
        self._queue.stop()
        self._messages.clear()
        self.panels.clear_account()
        self.watchlist.set_items(())
        self.watch_desk.begin_market(name)
        self.desk.clear()
        self.chart.set_message(tr(_CHART_EMPTY))
        self.chart.set_badge("")
        self.toolbar.show_market(name)
        self.status.begin_market()

    @Slot(object)
    def show_watchlist(self, items: Iterable[WatchItem]) -> None:
        """Watch these symbols, and show the first if none is shown."""
        items = tuple(items)
        self._instruments.learn(item.instrument for item in items)
        self.watchlist.set_items(items)
        if items and not self.desk.symbol:
            self._show_symbol(items[0].symbol)
        self.watchlist.mark(self.desk.symbol)
        self.watchlist_shown.emit()

    @Slot(object)
    def show_history(self, view: SeriesView) -> None:
        """Show a symbol's closed bars from here on."""
        self._instruments.learn([view.instrument])
        self.watchlist.load_series(view)
        self.desk.take_series(view)
        if not self.desk.symbol:
            self._show_symbol(view.symbol)
        if view.symbol == self.desk.symbol:
            self._show_source(view.source)

    @Slot(object)
    def show_tick(self, tick: PriceTick) -> None:
        """Show a price with the next frame."""
        self.stage.add_tick(tick)

    @Slot(object)
    def show_closed_bar(self, closed: BarClosed) -> None:
        """Show a closed bar with the next frame."""
        self.stage.add_closed_bar(closed)

    @Slot(object)
    def show_message(self, view: StoredView) -> None:
        """Show a message wherever it belongs."""
        self._queue.add([view])

    @Slot(object)
    def show_messages(self, views: Iterable[StoredView]) -> None:
        """Show messages of an earlier session, the oldest first, over as many frames as they take."""
        self._queue.add(views)

    @Slot(object)
    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show the account with the next frame."""
        self.stage.add_portfolio(portfolio)

    @Slot(object, object)
    def show_equity_curve(self, times: TimeArray, equity: FloatArray) -> None:
        """Draw equity (quote money) at times (ns UTC, rising)."""
        self.portfolio.show_equity_curve(times, equity)

    @Slot(object)
    def show_agent_status(self, status: AgentStatus) -> None:
        """Show an agent's beat."""
        self.agents.show_status(status, self._clock.now_ns())

    @Slot(object)
    def show_log_line(self, line: AgentLogLine) -> None:
        """Show a line of an agent's log."""
        self.agents.show_log_line(line)

    @Slot(str, str)
    def show_model_status(self, text: str, tooltip: str) -> None:
        """Say which model decides and what it has shown."""
        self.status.model.setText(text)
        self.status.model.setToolTip(tooltip)

    @Slot(str)
    def show_store_status(self, text: str) -> None:
        """Say how it stands with the store."""
        self.status.store.setText(text)

    @Slot(str)
    def show_mode(self, text: str) -> None:
        """Say which money is used."""
        self.toolbar.show_mode(text)

    def show_arming(self, state: ArmingState, why_not: str) -> None:
        """Say whether orders of the account may leave for its exchange, and `why_not` where they never can."""
        self.actions_by_name.set_arming(state.name, why_not, is_armed=state.is_armed)
        self.toolbar.show_arming(state)
        self.armed_frame.show_state(state)
        self.setWindowTitle(state.window_title)

    @Slot(str)
    def show_halt(self, why: str) -> None:
        """Say why trading is halted; empty while it is not."""
        self.toolbar.show_halt(why)

    @Slot(float)
    def show_speed(self, speed: float) -> None:
        """Show the pace of a simulated market."""
        self.toolbar.show_speed(speed)

    @Slot(str, str, str)
    def show_problem(self, title: str, sentence: str, details: str, action: str = "") -> None:
        """Say at the top of the window what went wrong, without stopping anyone; `action` can be pressed there."""
        self.banner.show_problem(Problem(title, sentence, details, action=action))

    @Slot(str, str)
    def show_notice(self, title: str, sentence: str, details: str = "") -> None:
        """Say at the top of the window what happened, where nothing went wrong."""
        self.banner.show_problem(Problem(title, sentence, details, sign="●", tone=Tone.PLAIN))

    @Slot(object)
    def show_feed_states(self, states: Mapping[str, FeedState]) -> None:
        """Say how it stands with each symbol's prices."""
        self.stage.show_feed_states(states)

    @Slot(object)
    def show_market_condition(self, condition: MarketCondition) -> None:
        """Say on the panels that the market feeds how it stands with the feed."""
        for panel in (self.watchlist, self.portfolio):
            panel.set_condition(condition)

    @Slot(bool)
    def set_monitoring(self, monitoring: bool) -> None:
        """Say whether the market is watched; it may be told with every beat of the agent."""
        if monitoring == self._monitoring:
            return
        self._monitoring = monitoring
        self.actions_by_name.set_monitoring(monitoring)
        self.status.set_monitoring(monitoring)
        self._count_on()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme. The stylesheet itself is the application's."""
        self._theme = theme
        self.actions_by_name.set_theme(theme)
        self.armed_frame.set_theme(theme)
        self.chart.set_theme(theme)
        self.watch_desk.set_theme(theme)
        self.panels.set_theme(theme)

    # the layout

    def layout_state(self) -> bytes:
        """The layout, for the next run."""
        return layout.layout_bytes(self)

    def restore_layout(self, state: bytes) -> bool:
        """Take up the layout of an earlier run; False, and the default stays, when it can't be read."""
        self._has_layout = layout.restore_layout_bytes(self, state)
        self.banner.settle()
        self.toolbar.show()
        return self._has_layout

    @Slot()
    def reset_layout(self) -> None:
        """Put every panel back where it stood at first."""
        layout.arrange(self, self.docks)
        layout.give_default_sizes(self, self.docks)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.chart.setFocus()
        if not self._has_layout:
            self._has_layout = True
            layout.give_default_sizes(self, self.docks)
        self.setFocus()  # nothing is marked before the first Tab

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()
        if not self._seconds.isActive():  # closed before
            return
        self._seconds.stop()
        self.stage.stop()
        self.heatmap_feed.stop()
        self._queue.stop()
        self.watch_desk.finish()
        self.closing.emit()

    # what the user does

    def _show_symbol(self, symbol: str) -> None:
        self.desk.show_symbol(symbol)
        series = self.desk.series_of(symbol)
        self._show_source("" if series is None else series.source)
        self.stage.show_state_of_chart()
        self.watchlist.mark(symbol)
        self.actions_by_name.allow("actionDecide", "")
        self.symbol_selected.emit(symbol)

    def _show_source(self, source: str) -> None:
        self.status.show_source(source)
        is_simulated = source in _SIMULATED_SOURCES
        self.chart.set_badge(tr("SIMULATED") if is_simulated else "")

    def every_action(self) -> list[QAction]:
        """Every action in the menus, in their order, but the one that ends it all last."""
        last = self.actions_by_name["actionQuit"]
        return [*(action for action in menu_actions(self.menuBar()) if action is not last), last]

    @Slot()
    def _count_on(self) -> None:
        self.stage.count_on(self._monitoring)
        self.agents.show_ages(self._clock.now_ns())

    def _name_panels(self) -> None:
        panels, self.docks = self.panels, self.panels.docks
        self.watchlist, self.feed, self.why = panels.watchlist, panels.feed, panels.why
        self.portfolio, self.trades, self.messages = panels.portfolio, panels.trades, panels.messages
        self.agents, self.heatmap = panels.agents, panels.heatmap
        self.chart = ChartWidget()

    def _assemble(self) -> None:
        self.setWindowTitle("Photon Desktop")
        self.setMinimumSize(layout.SMALLEST)
        self.resize(layout.FIRST_SIZE)
        self.setDockOptions(layout.DOCK_OPTIONS)
        self.addToolBar(self.toolbar)
        self.addToolBarBreak()
        self.addToolBar(self.banner)
        self.setStatusBar(self.status)
        self.chart.set_theme(self._theme)
        self.chart.set_message(tr(_CHART_EMPTY))
        self.setCentralWidget(self.chart)
        layout.arrange(self, self.docks)
        fill_menus(self.menuBar(), self.actions_by_name, self.docks)
        add_chart_menu(self.menuBar(), self.chart.header.actions_of_chart)
        self.actions_by_name.allow("actionDecide", tr(_NO_SYMBOL))
        self.show_mode("paper")
        layout.order_tabs(
            [*self.watchlist.tab_order(), self.chart, self.feed.choice, self.feed.view, self.why, self.portfolio.table]
        )

    def _connect(self) -> None:
        WindowActs(self)
        Choices(self.panels, self.desk, self._messages, self.show_symbol, self)
        drops = FileDrops(self)
        drops.dropped.connect(self.file_dropped)
        drops.several_dropped.connect(lambda: self.show_notice(tr("Nothing was imported"), tr(SEVERAL_FILES)))
        self.chart.following_changed.connect(self.actions_by_name["actionFollow"].setChecked)
        self.chart.interval_requested.connect(self.interval_selected)
        tie_to_chart_header(self.actions_by_name, self.chart.header)
        self.watchlist.symbol_chosen.connect(self.show_symbol)
        self.agents.start_requested.connect(self.agent_start_requested)
        self.agents.stop_requested.connect(self.agent_stop_requested)
        self.agents.restart_requested.connect(self.agent_restart_requested)
        self.toolbar.speed_changed.connect(self.speed_changed)
        self.toolbar.market_changed.connect(self.market_changed)
        self.symbol_selected.connect(self.portfolio.actions_on_position.show_symbol)
        self.stage.shown.connect(self.market_shown)
        self.stage.board_shown.connect(self.board_shown)
        self.stage.books_shown.connect(self.books_shown)
        self.stage.board_shown.connect(self.heatmap_feed.hear)
        self.heatmap.symbol_chosen.connect(self.show_symbol)
        self._seconds.timeout.connect(self._count_on)
