"""The program with its window: what the agents say goes to the window, what the person wants goes to the agents."""

import asyncio
from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photon_desktop.accounts import Accounts
from photon_desktop.agent_news import AgentNews
from photon_desktop.alerting import Alerting
from photon_desktop.api.in_window import ApiInWindow
from photon_desktop.application import Application, Rules
from photon_desktop.clock import SystemClock
from photon_desktop.crash.watch import CrashWatch
from photon_desktop.desks.account_changes import AccountChanges
from photon_desktop.desks.account_desk import AccountDesk
from photon_desktop.desks.alert_channels_desk import AlertChannelsDesk
from photon_desktop.desks.alert_desk import AlertDesk
from photon_desktop.desks.analytics.desk import AnalyticsDesk
from photon_desktop.desks.backtest_desk import BacktestDesk
from photon_desktop.desks.changeover import Changeover
from photon_desktop.desks.chart_history import ChartHistory
from photon_desktop.desks.chart_keeper import ChartKeeper
from photon_desktop.desks.comfort.comfort import Comfort
from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.desks.data_desk import DataDesk
from photon_desktop.desks.exchange.accept_desk import AcceptDesk
from photon_desktop.desks.exchange.exchange_desks import ExchangeAccess, ExchangeDesks
from photon_desktop.desks.exchange.exchange_troubles import ExchangeTroubles
from photon_desktop.desks.kill_switch import KillSwitch
from photon_desktop.desks.model_desk_keeper import ModelDeskKeeper
from photon_desktop.desks.notifications import Notifications, open_system_tray
from photon_desktop.desks.past import read_past
from photon_desktop.desks.position_desk import PositionDesk
from photon_desktop.desks.self_check_desk import SelfCheckDesk
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.desks.time_machine.desk import TimeMachineDesk
from photon_desktop.desks.trades_export import TradesExport
from photon_desktop.desks.twin_desk import TwinDesk
from photon_desktop.desks.watchlist_keeper import WatchlistKeeper
from photon_desktop.desktop_wiring import (
    wire_alerts,
    wire_books,
    wire_comfort,
    wire_desks,
    wire_safety,
    wire_trading,
    wire_window,
)
from photon_desktop.errors import PhotonError, StoreError
from photon_desktop.first_look import LAYOUT, THEME, FirstLook, apply_to_program
from photon_desktop.market.demo_session import DemoSession, usual_speed
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.markets import Markets, Venues
from photon_desktop.paths import STORE_NAME, logs_folder, models_folder
from photon_desktop.settings.keeping import kept_choices
from photon_desktop.sources import kept_sources, open_search, open_venues
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.listing import Listing
from photon_desktop.trading.messages import EXECUTION_AGENT
from photon_desktop.trading.profile import Profile
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.design import theme_named
from photon_desktop.ui.language import mark, tr
from photon_desktop.window_rules import WINDOW_RULES

_QUIET_AFTER_MS = 5_000
_CHANGED_HISTORY = mark(
    "Models and backtests made before were made on the bars as they were. Train and test again to compare."
)
_TERMS_TOLD = "real.terms_told"
_TERMS = mark("Crypto prices come from Bybit, stock prices from Yahoo Finance, and nobody warrants either.")
_TERMS_DETAILS = mark(
    "Yahoo's data are read in an unofficial way, for personal and research use; they may be late, revised or blocked,"
    " and must not be passed on. Bybit refuses some countries. Trades stay on paper, in an account of their own."
)


class Desktop(QObject):
    """Owns the window and the application behind it, from construction until `close`."""

    closed = Signal()
    _speed_asked = Signal(float)
    _session_asked = Signal(object)
    _watchlist_asked = Signal(object)
    _account_asked = Signal(str)

    def __init__(
        self,
        data_folder: Path,
        rules: Rules | None = None,
        venues: Callable[[], Venues] = open_venues,
        clock: Clock | None = None,
        search: Callable[[str], Sequence[Listing]] | None = None,
        exchange: ExchangeAccess | None = None,
        crash: CrashWatch | None = None,
        look: FirstLook | None = None,
    ) -> None:
        """`look` is the window where it is shown already."""
        super().__init__()
        any_session = DemoSession(Interval.HOUR_1, usual_speed(Interval.HOUR_1))
        kept = kept_choices(data_folder / STORE_NAME)
        rules = rules or WINDOW_RULES.under(kept.choices)
        self.application = Application(data_folder, any_session, rules)
        self._store = self.application.store
        clock, exchange = clock or SystemClock(), exchange or ExchangeAccess()
        look = look or FirstLook.of(data_folder / STORE_NAME, clock)
        self.window, icons, theme = look.window, look.icons, look.theme
        self._keeper = WindowKeeper(self.window, self._store)
        archive, others = StoreArchive(self._store, clock), kept_sources(data_folder, lambda: self._store, clock)
        self.markets = Markets(self._store, clock, archive, others, venues, self._keeper)
        self.window.watch_desk.set_search(search or open_search())
        self._watchlist = WatchlistKeeper(self.window, self.markets)
        self._chart_keeper = ChartKeeper(self.window, self._store)
        self._chart_history = ChartHistory(self.window, self._store, self.markets.open_source)
        in_tray = tuple(self.window.actions_by_name[name] for name in ("actionKillSwitch", "actionArm", "actionQuit"))
        self._notifications = Notifications(
            self.window, partial(open_system_tray, icons.icon("photon", theme), self.window, in_tray)
        )
        self.alert_desk = AlertDesk(self.window, self._store, clock, self._notifications, theme)
        self.data_desk = DataDesk(self.window, self._store, icons, theme, data_folder, clock, self.markets.open_source)
        self.backtest_desk = BacktestDesk(
            self.window, self.data_desk, self._store, theme, data_folder, clock, lambda: self.application.rules
        )
        self.kill_switch = KillSwitch(self.window, self.application)
        self.trades_export = TradesExport(self.window, data_folder)
        self.model_desk = ModelDeskKeeper(self.window, self._store, models_folder(data_folder))
        self.settings_desk = SettingsDesk(self.window, self.application, kept.faults)
        self.position_desk = PositionDesk(self.window)
        self.twin_desk = TwinDesk(self.window, self.application, self._keeper)
        self.self_check = SelfCheckDesk(
            self.window, self._store, models_folder(data_folder), clock, self._notifications, theme
        )
        self.analytics_desk = AnalyticsDesk(self.window, self.application)
        self.time_machine = TimeMachineDesk(self.window, self.application, theme)
        self.api = ApiInWindow(self.application, self.markets, lambda: self.alerting.troubles)
        self.accounts = Accounts(self._store, self.markets, clock)
        self.account_desk = AccountDesk(
            self.window, self.application, self.markets, self.accounts, self.settings_desk, self.trades_export, theme
        )
        self.accept_desk = AcceptDesk(self.window, self.application.profile, theme)
        self._troubles = ExchangeTroubles(self.window, self.accept_desk)
        self.exchange = ExchangeDesks(self.window, self.application, self.settings_desk, self._notifications, exchange)
        crash = crash or CrashWatch(logs_folder(data_folder))
        self.comfort = Comfort(
            self.window, self.application, self.settings_desk, self._notifications, data_folder, crash, self._keeper
        )
        self.alerting = Alerting(self.application, clock, exchange.find_keyring)
        self.alert_channels = AlertChannelsDesk(
            self.window, self.settings_desk, self.alerting, self._notifications, self._store, clock
        )
        self.application.exchange.keys_of = self.exchange.safe.held
        self._is_closed = False
        self._changeover = Changeover(self.application.team, self.window, lambda: self._is_closed, self._begin_anew)
        self.account_changes = AccountChanges(
            self.application, self.accounts, self.account_desk, self.settings_desk, self._changeover
        )
        self._connect_agents()
        self._connect_window()
        self._tell_market()

    @property
    def has_model(self) -> bool:
        """Whether a model decides on the symbol that is shown."""
        return self._news.has_model_of(self.window.desk.symbol)

    @property
    def symbols_with_model(self) -> int:
        """How many symbols a model decides on."""
        return self._news.symbols_with_model

    def show(self) -> None:
        """Show the window as the user left it. The agents begin with `start`, once it is on screen."""
        self.window.begin_market(self.markets.name)
        self._watchlist.show()
        self.account_desk.show_trading()
        self.window.show_speed(self.markets.speed)
        self.window.show()

    async def start(self) -> None:
        """Show what earlier sessions left, and start the agents; nothing more once the window is closed."""
        try:
            past = await asyncio.to_thread(
                read_past, self._store, self.application.session.symbols, self.application.account
            )
        except StoreError:
            if not self._is_closed:  # else it was closed under the reader
                raise
        if self._is_closed:
            return
        self._news.show_past(past)
        self.twin_desk.begin()
        self.self_check.begin()
        self.analytics_desk.begin()
        self.application.start()
        self.api.begin()
        self.alerting.begin()
        self._notifications.stand()
        self.comfort.begin()
        QTimer.singleShot(_QUIET_AFTER_MS, self.data_desk, self.data_desk.warm_up)

    async def change_market(self, name: str) -> None:
        """Stop watching, and begin with the other market and its own account."""
        await self._changeover.make(
            partial(self.account_changes.made, partial(self.markets.choose, name)), tr("The market was not changed")
        )
        self.window.show_market(self.markets.name)

    async def _begin_anew(self) -> None:
        """Forget what was shown, and begin with the market and the account that are chosen now."""
        self._news.clear()
        self.model_desk.clear()
        self._tell_market()
        self.window.begin_market(self.markets.name)
        self._watchlist.show()
        self.window.show_speed(self.markets.speed)
        self.account_desk.show_trading()
        self._tell_terms()
        await self.start()

    def close(self) -> tuple[str, ...]:
        """Remember the layout, stop the agents in order, and let the data folder go. Names agents that hang."""
        if self._is_closed:
            return ()
        self._is_closed = True
        for reader in (
            self._chart_history,
            self.model_desk,
            self.twin_desk,
            self.analytics_desk,
            self.time_machine,
            self.self_check,
            self.backtest_desk,
            self.data_desk,
            self.alert_desk,
        ):
            reader.finish()
        for desk in (self.account_desk, self.exchange, self.kill_switch, self.settings_desk, self.comfort, self.api):
            desk.finish()
        self._chart_keeper.finish()
        self._keeper.finish()
        self.alert_channels.finish()
        self.alerting.finish()
        with suppress(PhotonError):
            self._store.settings.put(LAYOUT, b64encode(self.window.layout_state()).decode("ascii"))
        late = self.application.close()
        self.closed.emit()
        return late

    def _connect_agents(self) -> None:
        team = self.application.team
        monitor, maker, executor = team.agents
        wire_window(self.window, team)
        wire_desks(team, self.alert_desk, self.model_desk, self.settings_desk)
        wire_trading(team, self.position_desk, self.account_desk)
        wire_safety(team, self.kill_switch, self.exchange)
        wire_comfort(team, self.comfort, self.kill_switch)
        wire_books(team, self._troubles, self.accept_desk, self.exchange)
        wire_alerts(self.alerting, self.alert_desk, self.kill_switch)
        self._news = AgentNews(self.window, team)
        monitor.history_changed.connect(self._tell_changed_history)
        executor.portfolio_changed.connect(self._watchlist.know_portfolio)
        self._speed_asked.connect(monitor.set_speed)
        self._session_asked.connect(monitor.set_session)
        self._watchlist_asked.connect(monitor.set_watchlist)
        self._account_asked.connect(maker.set_account)
        self._account_asked.connect(executor.set_account)
        self._account_asked.connect(self.alerting.source.begin_account)

    def _connect_window(self) -> None:
        window = self.window
        window.interval_selected.connect(self._change_interval)
        window.speed_changed.connect(self._change_speed)
        window.market_changed.connect(self._begin_change_of_market)
        self.data_desk.show_requested.connect(self._show_real_symbol)
        self.data_desk.history_changed.connect(self._tell_changed_history)
        self._watchlist.list_changed.connect(self._tell_watchlist)
        self._watchlist.kinds_changed.connect(self._tell_market)
        window.theme_changed.connect(self._change_theme)
        window.closing.connect(self._close_with_window)
        self.exchange.keys_changed.connect(self._trade_with_keys)
        self.settings_desk.deciding_changed.connect(self.api.obey)
        self.api.list_changed.connect(self._show_list_of_others)
        self.api.failed.connect(self._tell_api_failure)

    @Slot(str)
    def _change_interval(self, text: str) -> None:
        self.markets.choose_interval(Interval.parse(text))
        self.window.show_speed(self.markets.speed)
        self._tell_market()

    @Slot(float)
    def _change_speed(self, speed: float) -> None:
        self.markets.choose_speed(speed)
        self._speed_asked.emit(speed)

    @Slot(str)
    def _begin_change_of_market(self, name: str) -> None:
        if name == self.markets.name or self._changeover.is_under_way:
            self.window.show_market(self.markets.name)
            return
        self._changeover.go(self.change_market(name))

    @Slot(str, object)
    def _show_real_symbol(self, symbol: str, interval: Interval) -> None:
        """Put a symbol on the real watchlist and on the chart, wherever the user is now."""
        self._changeover.go(self.show_real_symbol(symbol, interval))

    async def show_real_symbol(self, symbol: str, interval: Interval) -> None:
        """Watch the real market at `interval`, with `symbol` on its watchlist and on the chart."""
        if symbol not in self.markets.real_symbols():
            self.markets.watch((*self.markets.real_symbols(), symbol))
        self.markets.choose_interval(interval, REAL_MARKET)
        if not self.markets.is_real:
            await self.change_market(REAL_MARKET)
        else:
            self._tell_market()
            self._watchlist.show()
        self.window.show_symbol(symbol)

    @Slot(str, str)
    def _tell_changed_history(self, symbol: str, sentence: str) -> None:
        title = tr("The history of {symbol} has changed").format(symbol=symbol)
        self.window.show_problem(title, sentence, tr(_CHANGED_HISTORY))

    @Slot()
    def _tell_watchlist(self) -> None:
        """Have the monitor watch other symbols of the same market; those that stay run on."""
        session = self.markets.session()
        self.application.watch(session, self.markets.profile)
        self._watchlist_asked.emit(session)

    @Slot()
    def _show_list_of_others(self) -> None:
        """Another program has changed the watchlist."""
        self._watchlist.show()
        self._tell_watchlist()

    @Slot(str)
    def _tell_api_failure(self, why: str) -> None:
        self.window.show_problem(
            tr("The local API does not answer"), why, tr("Agents and window are not touched by it.")
        )

    @Slot()
    def _tell_market(self) -> None:
        """Have the agents take up the market and the account chosen, with its rules, as soon as they may."""
        session = self.markets.session()
        self.application.watch(session, self.markets.profile)
        self.exchange.take_profile(self.application.profile)
        self.accept_desk.take_profile(self.application.profile)
        self._account_asked.emit(self.application.account)
        self.settings_desk.take_profile(self.application.profile)
        self._session_asked.emit(session)

    def _tell_terms(self) -> None:
        """Once, where the sources are chosen."""
        if self.markets.is_real and not self._keeper.get(_TERMS_TOLD, False):
            self._keeper.put(_TERMS_TOLD, True)
            self.window.show_notice(tr("Before you rely on the real market"), tr(_TERMS), tr(_TERMS_DETAILS))

    @Slot(str)
    def _change_theme(self, name: str) -> None:
        theme = theme_named(name)
        apply_to_program(theme)
        self.window.set_theme(theme)
        desks = (self.data_desk, self.backtest_desk, self.alert_desk, self.self_check, self.account_desk)
        for desk in (*desks, self.accept_desk, self.time_machine):
            desk.set_theme(theme)
        self._keeper.put(THEME, name)

    @Slot()
    def _close_with_window(self) -> None:
        self.close()

    @Slot(object)
    def _trade_with_keys(self, profile: Profile) -> None:
        """Have the broker of the account opened anew, with the keys there are now."""
        thread = self.application.team.thread_of(EXECUTION_AGENT)
        if profile.key == self.application.profile.key and thread.is_running:
            thread.restart()
