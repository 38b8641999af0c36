"""Opens the accounts, carries out what is asked for there, and shows which one trades."""

import asyncio
from collections.abc import Callable, Coroutine, Generator
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.accounts import Accounts, NewAccount
from photon_desktop.application import Application
from photon_desktop.desks.past import reports_of
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.desks.trades_export import TradesExport
from photon_desktop.errors import PhotonError
from photon_desktop.markets import Markets
from photon_desktop.store.messages import StoredMessage
from photon_desktop.store.profiles import Round, StoredProfile
from photon_desktop.store.store import Store
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.accounts.dialog import AccountsDialog
from photon_desktop.ui.dialogs.accounts.form import AccountForm
from photon_desktop.ui.dialogs.accounts.reports import RoundReportsDialog
from photon_desktop.ui.dialogs.accounts.views import AccountState, AccountView, LiveEquity, RoundCurve, RoundView
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.views import InstrumentBook, StoredView
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.turns import Turns

_POINTS = 5_000
Got = TypeVar("Got")


class AccountDesk(QObject):
    """Lives on the main thread; the store is asked in worker threads. The account that trades is changed and reset by
    whoever hears the two signals, for the agents have to stop first."""

    change_asked = Signal(object)  # Profile
    reset_asked = Signal(object)  # Profile, the one that trades

    def __init__(
        self,
        window: MainWindow,
        application: Application,
        markets: Markets,
        accounts: Accounts,
        settings: SettingsDesk,
        export: TradesExport,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window, self._application, self._markets = window, application, markets
        self._accounts, self._settings, self._export, self._theme = accounts, settings, export, theme
        self._dialog: AccountsDialog | None = None
        self.reports: RoundReportsDialog | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_finished = False
        self._opening = Turns(self._opened_in_steps(), self)
        window.actions_by_name["actionAccounts"].triggered.connect(self.open_soon)
        window.toolbar.account.all_requested.connect(self.open_soon)
        window.toolbar.account.picked.connect(self.change_asked)

    @Slot()
    def open(self) -> AccountsDialog:
        """Show the accounts as they are now."""
        dialog = self._made_dialog()
        self.refresh()
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def open_soon(self) -> None:
        """As `open`; a dialog that has to be built first is shown in a turn of its own, for both are felt together."""
        if self._dialog is not None:
            self.open()
        else:
            self._opening.begin()

    def show_trading(self) -> None:
        """Show which account trades, wherever that stands."""
        profile = self._application.profile
        self._window.show_mode(profile.mode.value)
        self._window.toolbar.account.show_accounts(self._accounts.offered(), profile)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the accounts anew, if they are looked at."""
        if self._dialog is not None:
            self._begin(self._refresh)

    @Slot(object)
    def take_portfolio(self, portfolio: Portfolio) -> None:
        """Know what the account that trades is worth."""
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_live(LiveEquity(self._application.account, portfolio.equity))

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say what was done with an account, where it was asked for."""
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.say(sentence, tone)

    def finish(self) -> None:
        """Read no more: the program closes."""
        self._is_finished = True
        self._opening.stop()

    # what the user asks for

    @Slot(object)
    def create(self, form: AccountForm) -> None:
        """Make the account that was described."""
        new = NewAccount(form.name, form.mode, form.market, form.starting_cash, form.product)
        made = tr("{account} is made. Trade with it when you like.").format(account=form.name)
        self._change(partial(self._accounts.create, new), made)

    @Slot(object, str)
    def rename(self, profile: Profile, name: str) -> None:
        """Call an account by another name."""
        named = tr("{account} is called {name} now.").format(account=profile.name, name=name)
        self._change(partial(self._accounts.rename, profile, name), named)

    @Slot(object, bool)
    def set_archived(self, profile: Profile, is_archived: bool) -> None:
        """Put an account away, or take it out again."""
        archived = tr("{account} is archived; its history is kept.")
        done = archived if is_archived else tr("{account} can be chosen again.")
        set_so = partial(self._accounts.set_archived, profile, is_archived)
        self._change(set_so, done.format(account=profile.name))

    @Slot(object)
    def delete(self, profile: Profile) -> None:
        """Forget an account that never traded."""
        self._settings.forget(profile)
        self._change(partial(self._accounts.delete, profile), tr("{account} is deleted.").format(account=profile.name))

    @Slot(object)
    def reset(self, profile: Profile) -> None:
        """Begin an account anew."""
        if profile.key == self._application.profile.key:
            self.reset_asked.emit(profile)
        else:
            done = tr("{account} begins anew.").format(account=profile.name)
            self._change(partial(self._accounts.reset, profile), done)

    @Slot(str)
    def show_curve(self, account: str) -> None:
        """Draw the equity of the books under this key."""
        self._begin(partial(self._show_curve, account))

    @Slot(object, object)
    def show_reports(self, profile: Profile, of: Round) -> None:
        """Show the trades of one round."""
        self._begin(partial(self._show_reports, profile, of))

    # off the main thread

    def _change(self, change: Callable[[], object], done: str) -> None:
        self._begin(partial(self._carry_out, change, done))

    async def _carry_out(self, change: Callable[[], object], done: str) -> None:
        try:
            await asyncio.to_thread(in_store, self._application.store, change)
        except PhotonError as error:
            self.say(said(str(error)), Tone.WARNING)
            return
        if self._is_finished:
            return
        if self._dialog is not None:
            self._dialog.close_form()
        self.say(done)
        self._application.profile = self._markets.profile  # it may have another name
        self.show_trading()

    async def _refresh(self) -> None:
        trading = {market: self._markets.profile_of(market).key for market in ("demo", "real")}
        read = partial(read_accounts, self._application.store, trading, self._application.profile.key)
        views = await asyncio.to_thread(in_store, self._application.store, read)
        if self._dialog is not None and not self._is_finished:
            self._dialog.show_accounts(views, self._markets.name, self._settings.shared_starting_cash)

    async def _show_curve(self, account: str) -> None:
        store = self._application.store
        read = partial(store.trades.equity_curve, account, _POINTS)
        times, equity = await asyncio.to_thread(in_store, store, read)
        if self._dialog is not None and not self._is_finished:
            self._dialog.show_curve(RoundCurve(account, times, equity))

    async def _show_reports(self, profile: Profile, of: Round) -> None:
        store = self._application.store
        stored: list[StoredMessage] = await asyncio.to_thread(in_store, store, partial(reports_of, store, of.account))
        if self._dialog is None or self._is_finished:
            return
        title = tr("Trades of {account}, round {number}").format(account=profile.name, number=of.number)
        self.reports = RoundReportsDialog(title, InstrumentBook(), self._theme, self._dialog)
        self.reports.export_requested.connect(self._export.choose)
        self.reports.finished.connect(self.reports.deleteLater)
        views = [StoredView(one.message, one.status.value, one.note) for one in reversed(stored)]
        self.reports.show_reports(views)
        self.reports.show()

    def _begin(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if self._is_finished:
            return
        task = asyncio.ensure_future(work())
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None and not self._is_finished:
            self._window.show_problem(tr("The accounts could not be shown"), said(str(error)), "")

    def _opened_in_steps(self) -> Generator[None, None, AccountsDialog]:
        self._made_dialog()
        yield
        return self.open()

    def _made_dialog(self) -> AccountsDialog:
        if self._dialog is None:
            dialog = AccountsDialog(self._theme, self._window)
            dialog.filled_in.connect(self.create)
            dialog.named.connect(self.rename)
            dialog.trade_requested.connect(self.change_asked)
            dialog.reset_requested.connect(self.reset)
            dialog.archive_requested.connect(self.set_archived)
            dialog.delete_requested.connect(self.delete)
            dialog.curve_requested.connect(self.show_curve)
            dialog.reports_requested.connect(self.show_reports)
            self._dialog = dialog
        return self._dialog


def in_store(store: Store, work: Callable[[], Got]) -> Got:
    """What `work` gives, in a worker thread, whose connection is closed afterwards."""
    try:
        return work()
    finally:
        store.close_thread()


def read_accounts(store: Store, chosen: dict[str, str], trading: str) -> tuple[AccountView, ...]:
    """Every account; `chosen` names the one of each market and `trading` the one that trades, by key."""

    def view(stored: StoredProfile) -> AccountView:
        rounds = tuple(RoundView(one, store.standings.of(one.account)) for one in stored.rounds)
        return AccountView(stored.profile, _state(stored, chosen, trading), rounds)

    return tuple(view(stored) for stored in store.profiles.all())


def _state(stored: StoredProfile, chosen: dict[str, str], trading: str) -> AccountState:
    key = stored.profile.key
    if stored.is_archived:
        return AccountState.ARCHIVED
    if key == trading:
        return AccountState.TRADING
    return AccountState.CHOSEN if key == chosen.get(stored.profile.market) else AccountState.READY
