"""The dialog of the accounts: what each is worth, which one trades, and the rounds it has had."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.accounts.form import NewAccountDialog, RenameDialog
from photon_desktop.ui.dialogs.accounts.layout import AccountWidgets
from photon_desktop.ui.dialogs.accounts.reset import ResetDialog
from photon_desktop.ui.dialogs.accounts.tables import account_table, round_table
from photon_desktop.ui.dialogs.accounts.views import AccountState, AccountView, LiveEquity, RoundCurve, RoundView
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Role, Tone

_SIZE, _LEAST_SIZE = (880, 600), (840, 440)
_NO_CURVE = mark("The equity curve stands here once bars have closed while the account trades.")
_CHOSEN = (AccountState.TRADING, AccountState.CHOSEN)
Row = TypeVar("Row")


class AccountsDialog(QDialog):
    """Shows what it is handed and tells by its signals what the user wants; it decides nothing itself."""

    filled_in = Signal(object)  # AccountForm
    named = Signal(object, str)  # Profile, name
    trade_requested = Signal(object)  # Profile
    reset_requested = Signal(object)  # Profile
    archive_requested = Signal(object, bool)  # Profile, whether it is put away
    delete_requested = Signal(object)  # Profile
    curve_requested = Signal(str)  # key of a round's books
    reports_requested = Signal(object, object)  # Profile, Round

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accountsDialog")
        self.setWindowTitle(tr("Accounts"))
        self.setSizeGripEnabled(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_SIZE)
        self._views: tuple[AccountView, ...] = ()
        self._market, self._cash = "demo", Decimal(0)
        self._shown = self._shown_round = ""
        self.accounts, self.round_rows = account_table(self), round_table(self)
        self.parts = AccountWidgets(self.accounts, self.round_rows, theme, self)
        self.form: NewAccountDialog | RenameDialog | None = None
        self._connect()
        self._judge()
        self.parts.table.setFocus()

    # from outside

    def show_accounts(self, views: Sequence[AccountView], market: str, shared_cash: Decimal) -> None:
        """Show these; a new one is offered in `market` with `shared_cash` (quote money), which also stands for accounts
        that have no starting cash of their own."""
        self._views, self._market, self._cash = tuple(views), market, shared_cash
        self._show_rows()

    def show_live(self, live: LiveEquity) -> None:
        """Show what the account that trades is worth now."""
        changed = tuple(_at(view, live) for view in self._views)
        if changed != self._views:
            self._views = changed
            self._show_rows()

    def show_curve(self, curve: RoundCurve) -> None:
        """Draw the equity of the round that is selected."""
        if curve.account == self._shown_round:
            self.parts.plot.set_curve(curve.times, curve.equity)
            self.parts.show_curve("" if len(curve.times) > 1 else tr(_NO_CURVE))

    def say(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """Say what was done, or why not, where it was asked for."""
        if tone is Tone.WARNING and self.form is not None and self.form.isVisible():
            self.form.refuse(sentence)
            return
        self.parts.status.setText(f"▲ {sentence}" if tone is Tone.WARNING else sentence)
        set_tone(self.parts.status, tone)

    def close_form(self) -> None:
        """What was filled in is done."""
        if self.form is not None:
            self.form.close()

    def select(self, key: str) -> None:
        """Turn to the account whose first books have this key."""
        position = self.accounts.position_of(key)
        if position is not None:
            self.parts.table.selectRow(position)

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.parts.set_theme(theme)

    # what the user does

    @property
    def selected(self) -> AccountView | None:
        """The account that is selected."""
        return _row_of(self.parts.table.currentIndex(), AccountView)

    @property
    def selected_round(self) -> RoundView | None:
        """The round that is selected."""
        return _row_of(self.parts.rounds.currentIndex(), RoundView)

    @Slot()
    def ask_for_new(self) -> NewAccountDialog:
        """Let an account be described."""
        form = NewAccountDialog(self._market, self._cash, self)
        form.filled_in.connect(self.filled_in)
        self._open(form)
        return form

    @Slot()
    def ask_for_name(self) -> None:
        """Let the account be called by another name."""
        if self.selected is not None:
            form = RenameDialog(self.selected.profile, self)
            form.named.connect(self.named)
            self._open(form)

    @Slot()
    def ask_to_reset(self) -> ResetDialog | None:
        """Say what a reset means, and have it done if that is wanted."""
        view = self.selected
        if view is None or not self.parts.reset.isEnabled():
            return None
        own = view.profile.starting_cash
        dialog = ResetDialog(view, formats.money(self._cash if own is None else own), self)
        dialog.confirmed.connect(self.reset_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _open(self, form: NewAccountDialog | RenameDialog) -> None:
        self.form = form
        form.open()

    @Slot()
    def _trade(self) -> None:
        if self.selected is not None and self.parts.trade.isEnabled():
            self.trade_requested.emit(self.selected.profile)

    @Slot()
    def _archive(self) -> None:
        if self.selected is not None:
            self.archive_requested.emit(self.selected.profile, self.selected.state is not AccountState.ARCHIVED)

    @Slot()
    def _delete(self) -> None:
        if self.selected is not None and self.parts.delete.isEnabled():
            self.delete_requested.emit(self.selected.profile)

    @Slot()
    def _ask_for_reports(self) -> None:
        if self.selected is not None and self.selected_round is not None:
            self.reports_requested.emit(self.selected.profile, self.selected_round.round)

    # what follows

    @Slot()
    def _show_rows(self) -> None:
        is_shown = self.parts.archived.isChecked()
        views = [view for view in self._views if is_shown or view.state is not AccountState.ARCHIVED]
        self.accounts.set_rows(views)
        shown = next((view for view in views if view.profile.key == self._shown), None)
        trading = next((view for view in views if view.state is AccountState.TRADING), None)
        chosen = shown or trading or (views[0] if views else None)
        if chosen is not None:
            self.select(chosen.profile.key)
        self._show_selected()

    @Slot()
    def _show_selected(self) -> None:
        view = self.selected
        if view is None:
            self.round_rows.set_rows([])
        else:
            self._shown = view.profile.key
            self.parts.rounds_title.setText(tr("Rounds of {name}").format(name=view.profile.name))
            held = self.selected_round
            self.round_rows.set_rows(tuple(reversed(view.rounds)))
            position = None if held is None else self.round_rows.position_of(held.round.account)
            self.parts.rounds.selectRow(position or 0)
        self._show_round()
        self._judge()

    @Slot()
    def _show_round(self) -> None:
        view = self.selected_round
        account = "" if view is None else view.round.account
        if account != self._shown_round:
            self._shown_round = account
            self.parts.plot.set_curve(np.array([], dtype=np.int64), np.array([], dtype=np.float64))
            self.parts.show_curve(tr(_NO_CURVE))
        if account:
            self.curve_requested.emit(account)

    def _judge(self) -> None:
        view, parts = self.selected, self.parts
        is_archived = view is not None and view.state is AccountState.ARCHIVED
        is_chosen = view is not None and view.state in _CHOSEN
        is_paper = view is not None and not view.profile.mode.is_exchange
        parts.trade.setEnabled(view is not None and not is_archived and view.state is not AccountState.TRADING)
        parts.rename.setEnabled(view is not None)
        parts.reset.setEnabled(is_paper and not is_archived)
        parts.reset.setToolTip(
            tr("Begin it anew; its history is kept") if is_paper else tr("Only a paper account can be reset")
        )
        parts.archive.setEnabled(view is not None and not is_chosen)
        parts.archive.setText(tr("Take &out") if is_archived else tr("Arc&hive"))
        parts.archive.setToolTip(_archive_words(is_archived, is_chosen))
        parts.delete.setEnabled(view is not None and not is_chosen and not view.has_traded)
        parts.reports.setEnabled(self.selected_round is not None)

    def _connect(self) -> None:
        parts = self.parts
        pressed = {
            parts.new: self.ask_for_new,
            parts.trade: self._trade,
            parts.rename: self.ask_for_name,
            parts.reset: self.ask_to_reset,
            parts.archive: self._archive,
            parts.delete: self._delete,
            parts.reports: self._ask_for_reports,
            parts.close_: self.close,
        }
        for button, slot in pressed.items():
            button.clicked.connect(slot)
        parts.archived.toggled.connect(self._show_rows)
        parts.table.selectionModel().currentRowChanged.connect(self._show_selected)
        parts.table.activated.connect(self._trade)
        parts.rounds.selectionModel().currentRowChanged.connect(self._show_round)
        parts.rounds.activated.connect(self._ask_for_reports)
        on_table = Qt.ShortcutContext.WidgetShortcut
        QShortcut(QKeySequence.StandardKey.New, self, self.ask_for_new)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self, self.ask_for_name)
        QShortcut(QKeySequence.StandardKey.Delete, parts.table, self._delete, context=on_table)


def _row_of(index: QModelIndex, kind: type[Row]) -> Row | None:
    row = index.data(Role.ROW) if index.isValid() else None
    return row if isinstance(row, kind) else None


def _at(view: AccountView, live: LiveEquity) -> AccountView:
    """`view` with its last round worth what is known now."""
    last = view.rounds[-1]
    if last.round.account != live.account or last.standing.equity == live.equity:
        return view
    now = replace(last, standing=replace(last.standing, equity=live.equity))
    return replace(view, rounds=(*view.rounds[:-1], now))


def _archive_words(is_archived: bool, is_chosen: bool) -> str:
    if is_chosen:
        return tr("It is chosen to trade in its market; choose another account first")
    return tr("Offer it again") if is_archived else tr("Put it away; its history is kept")
