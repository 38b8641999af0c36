"""The dialog of the accounts."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from photon_desktop.store.profiles import Round
from photon_desktop.store.standings import Standing
from photon_desktop.trading.profile import AccountMode, Product, Profile
from photon_desktop.ui.design import DARK, LIGHT, Theme
from photon_desktop.ui.dialogs.accounts.dialog import AccountsDialog
from photon_desktop.ui.dialogs.accounts.form import AccountForm
from photon_desktop.ui.dialogs.accounts.views import AccountState, AccountView, LiveEquity, RoundCurve, RoundView
from photon_desktop.ui.stylesheet import apply_theme
from photon_desktop.ui.tables.row_table import Tone

NOW = 1_800_000_000_000_000_000
PAPER = Profile("Paper", "paper#2", AccountMode.PAPER, "demo")
SAVINGS = Profile("Savings", "paper-3", AccountMode.PAPER, "demo", Decimal(500))
LIVE = Profile("Mine", "live-4", AccountMode.LIVE, "real")
OLD = Profile("Old", "paper-5", AccountMode.PAPER, "demo")
FIRST = RoundView(Round("paper", 1, 0, NOW), Standing(Decimal(10_000), Decimal("9500.5"), 12))
SECOND = RoundView(Round("paper#2", 2, NOW), Standing(Decimal(10_000), Decimal(10_250), 3))


def unopened(profile: Profile, state: AccountState) -> AccountView:
    return AccountView(profile, state, (RoundView(Round(profile.account, 1, NOW), Standing()),))


VIEWS = (
    AccountView(PAPER, AccountState.TRADING, (FIRST, SECOND)),
    unopened(SAVINGS, AccountState.READY),
    unopened(LIVE, AccountState.CHOSEN),
    unopened(OLD, AccountState.ARCHIVED),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> AccountsDialog:
    made = AccountsDialog(DARK)
    qtbot.addWidget(made)
    made.show_accounts(VIEWS, "demo", Decimal(10_000))
    made.show()
    return made


def cells(dialog: AccountsDialog, row: int) -> list[str]:
    return [dialog.accounts.index(row, column).data() for column in range(dialog.accounts.columnCount())]


def enabled(dialog: AccountsDialog) -> set[str]:
    parts = dialog.parts
    buttons = (parts.trade, parts.rename, parts.reset, parts.archive, parts.delete, parts.reports)
    return {button.objectName().removeprefix("accounts").lower() for button in buttons if button.isEnabled()}


def test_each_account_shows_what_it_is_worth_and_how_it_stands(dialog: AccountsDialog) -> None:
    assert cells(dialog, 0) == ["Paper", "Paper", "Simulated", "10,250.00", "+2.50%", "3", "▶ trading"]
    assert cells(dialog, 1) == ["Savings", "Paper", "Simulated", "–", "–", "0", "ready"]
    assert cells(dialog, 2)[:3] == ["Mine", "Live", "Real"]
    assert dialog.accounts.rowCount() == 3
    dialog.parts.archived.click()
    assert cells(dialog, 3)[-1] == "□ archived"


def test_what_can_be_done_follows_from_the_account_selected(dialog: AccountsDialog) -> None:
    assert enabled(dialog) == {"rename", "reset", "trades"}
    dialog.select("paper-3")
    assert enabled(dialog) == {"trade", "rename", "reset", "archive", "delete", "trades"}
    dialog.select("live-4")
    assert enabled(dialog) == {"trade", "rename", "trades"}
    dialog.parts.archived.click()
    dialog.select("paper-5")
    assert enabled(dialog) == {"rename", "archive", "delete", "trades"}
    assert dialog.parts.archive.text() == "Take &out"


def test_the_rounds_stand_newest_first_and_the_one_selected_is_asked_for(dialog: AccountsDialog) -> None:
    asked = list[str]()
    dialog.curve_requested.connect(asked.append)
    rows = [[dialog.round_rows.index(row, column).data() for column in (0, 2, 3, 4, 5)] for row in range(2)]
    assert rows[0] == ["2", "now", "10,250.00", "+2.50%", "3"]
    assert rows[1][2:] == ["9,500.50", "−5.00%", "12"]
    dialog.parts.rounds.selectRow(1)
    assert asked == ["paper"]
    dialog.show_curve(RoundCurve("paper#2", np.array([1, 2]), np.array([1.0, 2.0])))
    assert dialog.parts.plot.isHidden()
    dialog.show_curve(RoundCurve("paper", np.array([1, 2]), np.array([1.0, 2.0])))
    assert dialog.parts.plot.isVisible()
    reports = list[Round]()
    dialog.reports_requested.connect(lambda _, of: reports.append(of))
    dialog.parts.reports.click()
    assert reports == [FIRST.round]


def test_a_round_that_is_looked_at_stays_selected_while_equity_moves(dialog: AccountsDialog) -> None:
    dialog.parts.rounds.selectRow(1)
    dialog.show_live(LiveEquity("paper#2", Decimal(11_000)))
    assert cells(dialog, 0)[3:5] == ["11,000.00", "+10.00%"]
    assert dialog.selected_round == FIRST
    dialog.show_live(LiveEquity("another", Decimal(1)))
    assert cells(dialog, 0)[3] == "11,000.00"


def test_the_keyboard_alone_chooses_the_account_that_trades(dialog: AccountsDialog, qtbot: QtBot) -> None:
    heard = list[Profile]()
    dialog.trade_requested.connect(heard.append)
    dialog.parts.table.setFocus()
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_Return)
    assert heard == []  # it trades already
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.parts.table, Qt.Key.Key_Return)
    assert heard == [SAVINGS]


def test_only_the_name_typed_lets_an_account_be_reset(dialog: AccountsDialog, qtbot: QtBot) -> None:
    heard = list[Profile]()
    dialog.reset_requested.connect(heard.append)
    asked = dialog.ask_to_reset()
    assert asked is not None
    assert "It is worth 10,250.00 after 3 trades." in asked.ends.text()
    assert "begins with 10,000.00" in asked.begins.text()
    for typed in ("", "paper", "Pape"):
        asked.name.setText(typed)
        assert not asked.reset.isEnabled()
    qtbot.keyClick(asked.name, Qt.Key.Key_Return)
    assert heard == []
    assert asked.result() == QDialog.DialogCode.Rejected
    again = dialog.ask_to_reset()
    assert again is not None
    qtbot.keyClicks(again.name, "Paper")
    qtbot.keyClick(again.name, Qt.Key.Key_Return)
    assert heard == [PAPER]


def test_a_reset_names_the_accounts_own_starting_cash(dialog: AccountsDialog) -> None:
    dialog.select("paper-3")
    asked = dialog.ask_to_reset()
    assert asked is not None
    assert "begins with 500.00" in asked.begins.text()
    assert "Nothing was traded in it yet." in asked.ends.text()


def test_a_new_account_is_described_and_told(dialog: AccountsDialog, qtbot: QtBot) -> None:
    heard = list[AccountForm]()
    dialog.filled_in.connect(heard.append)
    form = dialog.ask_for_new()
    assert not form.make.isEnabled()
    form.name.setText("Second")
    form.cash.setText("2,500")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert heard == [AccountForm("Second", AccountMode.PAPER, "demo", Decimal(2_500), Product.LINEAR)]
    dialog.say("There is an account called Second in this market; choose another name.", Tone.WARNING)
    assert "choose another name" in form.fault.text()
    assert form.isVisible()
    dialog.close_form()
    assert not form.isVisible()


def test_an_exchanges_account_has_no_starting_cash_and_belongs_to_the_real_market(dialog: AccountsDialog) -> None:
    heard = list[AccountForm]()
    dialog.filled_in.connect(heard.append)
    form = dialog.ask_for_new()
    form.name.setText("Proving")
    form.cash.setText("nothing")
    assert not form.make.isEnabled()
    form.mode.setCurrentIndex(list(AccountMode).index(AccountMode.TESTNET))
    form.product.setCurrentIndex(1)
    assert not form.cash.isEnabled()
    assert not form.market.isEnabled()
    form.make.click()
    assert heard == [AccountForm("Proving", AccountMode.TESTNET, "real", None, Product.SPOT)]


def test_renaming_asks_for_another_name(dialog: AccountsDialog, qtbot: QtBot) -> None:
    heard = list[tuple[Profile, str]]()
    dialog.named.connect(lambda profile, name: heard.append((profile, name)))
    qtbot.keyClick(dialog, Qt.Key.Key_F2)
    form = dialog.form
    assert form is not None
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert heard == []
    form.name.setText("Play money")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert heard == [(PAPER, "Play money")]


def test_everything_that_can_be_used_has_a_name(dialog: AccountsDialog) -> None:
    assert dialog.objectName() == "accountsDialog"
    buttons = dialog.findChildren(QPushButton)
    assert all(button.accessibleName() and button.objectName() for button in buttons)
    assert [dialog.parts.table.accessibleName(), dialog.parts.rounds.accessibleName()] == ["Accounts", "Rounds"]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_no_column_is_cut_at_the_usual_size(dialog: AccountsDialog, qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    dialog.set_theme(theme)
    long = replace(PAPER, name="An account with a rather long name")
    dialog.show_accounts((replace(VIEWS[0], profile=long), *VIEWS[1:]), "demo", Decimal(10_000))
    qapp.processEvents()
    for table in (dialog.parts.table, dialog.parts.rounds):
        assert table.horizontalScrollBar().maximum() == 0
