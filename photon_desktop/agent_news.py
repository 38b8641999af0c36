"""What the agents tell, shown in the window, and what the person wants of each of them."""

from PySide6.QtCore import QObject, QTimer, Slot

from photon_desktop.agents.model_news import ModelNews
from photon_desktop.agents.wiring import AgentTeam
from photon_desktop.desks.changeover import STAYS_SAFE
from photon_desktop.desks.model_words import model_words
from photon_desktop.desks.past import Past
from photon_desktop.market.session import Series
from photon_desktop.store.messages import StoredMessage
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.curve_outline import CurveOutline
from photon_desktop.trading.messages import MARKET_MONITOR
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.views import SeriesView, StoredView
from photon_desktop.ui.panels.words import agent_words

_CHART_BARS = 2_000
_CURVE_MS = 250  # many portfolios make one curve


class AgentNews(QObject):
    """Lives on the main thread, as long as the window."""

    def __init__(self, window: MainWindow, team: AgentTeam) -> None:
        super().__init__(window)
        self._window, self._team = window, team
        self._models: dict[str, ModelNews] = {}
        self._equity = CurveOutline()
        self._curve_soon = QTimer(self, singleShot=True, interval=_CURVE_MS)
        self._curve_soon.timeout.connect(self._show_curve)
        team.monitor.history_loaded.connect(self._show_series)
        team.maker.model_changed.connect(self._show_model)
        team.executor.equity_marked.connect(self._mark_equity)
        for agent in team.agents:
            agent.message_changed.connect(self._show_message)
            agent.status_changed.connect(self._show_status)
        window.symbol_selected.connect(self._show_model_of)
        window.monitor_toggled.connect(self._toggle_monitor)
        window.agent_start_requested.connect(self._start_agent)
        window.agent_stop_requested.connect(self._stop_agent)
        window.agent_restart_requested.connect(self._restart_agent)

    def has_model_of(self, symbol: str) -> bool:
        """Whether a model decides on `symbol`."""
        news = self._models.get(symbol)
        return news is not None and news.manifest is not None

    @property
    def symbols_with_model(self) -> int:
        """How many symbols a model decides on."""
        return sum(news.manifest is not None for news in self._models.values())

    def clear(self) -> None:
        """Forget the models of another market."""
        self._models.clear()

    def show_past(self, past: Past) -> None:
        """Show what earlier sessions left."""
        self._window.show_messages([_view_of(stored) for stored in past.messages])
        for line in past.log:
            self._window.show_log_line(line)
        self._equity.take(past.times, past.equity)
        self._show_curve()
        self._window.show_store_status(tr("Store ready"))

    @Slot(object)
    def _show_series(self, series: Series) -> None:
        shown = series.bars.tail(_CHART_BARS)
        self._window.show_history(
            SeriesView(series.symbol, series.interval, shown, series.source, series.instrument, series.kept_as)
        )

    @Slot(object)
    def _show_message(self, stored: StoredMessage) -> None:
        self._window.show_message(_view_of(stored))

    @Slot(object)
    def _show_status(self, status: AgentStatus) -> None:
        self._window.show_agent_status(status)
        if status.name == MARKET_MONITOR:
            self._window.set_monitoring(status.state in (AgentState.RUNNING, AgentState.DEGRADED))
        if status.state is AgentState.FAILED:
            title = tr("The {agent} has stopped").format(agent=agent_words(status.name))
            self._window.show_problem(title, status.note, tr(STAYS_SAFE))

    @Slot(object)
    def _show_model(self, news: ModelNews) -> None:
        self._models[news.symbol] = news
        self._show_model_of(self._window.desk.symbol)

    @Slot(str)
    def _show_model_of(self, symbol: str) -> None:
        if symbol in self._models:
            self._window.show_model_status(*model_words(self._models[symbol]))

    @Slot(object)
    def _mark_equity(self, portfolio: Portfolio) -> None:
        self._equity.add(portfolio.time_ns, float(portfolio.equity))
        if not self._curve_soon.isActive():
            self._curve_soon.start()

    @Slot()
    def _show_curve(self) -> None:
        self._window.show_equity_curve(*self._equity.arrays())

    @Slot(bool)
    def _toggle_monitor(self, is_on: bool) -> None:
        thread = self._team.thread_of(MARKET_MONITOR)
        if is_on:
            thread.start()
        else:
            thread.stop()

    @Slot(str)
    def _start_agent(self, name: str) -> None:
        self._team.thread_of(name).start()

    @Slot(str)
    def _stop_agent(self, name: str) -> None:
        self._team.thread_of(name).stop()

    @Slot(str)
    def _restart_agent(self, name: str) -> None:
        self._team.thread_of(name).restart()


def _view_of(stored: StoredMessage) -> StoredView:
    return StoredView(stored.message, stored.status.value, stored.note)
