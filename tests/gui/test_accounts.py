"""Accounts in the whole program: chosen, begun anew and archived while the agents are at work."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from photon_desktop.accounts import NewAccount
from photon_desktop.agents.agent import Agent
from photon_desktop.desktop import Desktop
from photon_desktop.errors import StoreFullError
from photon_desktop.settings.own import OwnChoices
from photon_desktop.settings.table import STARTING
from photon_desktop.trading.agent_status import AgentState, AgentStatus
from photon_desktop.trading.messages import EXECUTION_AGENT
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.dialogs.accounts.dialog import AccountsDialog
from photon_desktop.ui.dialogs.accounts.form import NewAccountDialog
from tests.gui.desktops import run_shown, until

CONFIDENCE = "limits.minimum_confidence"


def titles(desktop: Desktop) -> list[str]:
    return [problem.title for problem in desktop.window.banner.problems]


async def opened(desktop: Desktop, account: str) -> None:
    await until(lambda: desktop.application.store.trades.deposits(account) > 0)


def test_the_dialog_is_shown_in_a_turn_after_it_was_built(qapp: QApplication, tmp_path: Path) -> None:
    async def look(desktop: Desktop) -> None:
        accounts = desktop.window.actions_by_name["actionAccounts"]
        accounts.trigger()
        accounts.trigger()  # once more meanwhile
        assert desktop.window.findChild(AccountsDialog) is None
        await until(lambda: desktop.window.findChildren(AccountsDialog))
        [dialog] = desktop.window.findChildren(AccountsDialog)
        await until(dialog.isVisible)
        await until(lambda: dialog.selected is not None)
        assert desktop.account_desk.open() is dialog
        dialog.close()
        accounts.trigger()
        assert dialog.isVisible()
        dialog.close()

    run_shown(qapp, lambda: Desktop(tmp_path), look)


@pytest.mark.slow
def test_another_account_is_made_chosen_and_begins_with_its_own_cash(qapp: QApplication, tmp_path: Path) -> None:
    async def change(desktop: Desktop) -> None:
        window, store = desktop.window, desktop.application.store
        assert (window.toolbar.account.currentText(), window.toolbar.mode.text()) == ("Paper", "PAPER")
        await opened(desktop, "paper")
        window.actions_by_name["actionAccounts"].trigger()
        dialog = desktop.account_desk.open()
        await until(lambda: dialog.selected is not None)
        form = dialog.ask_for_new()
        assert isinstance(form, NewAccountDialog)
        form.name.setText("Savings")
        form.cash.setText("2,500")
        form.make.click()
        await until(lambda: dialog.accounts.rowCount() == 3)
        made = store.profiles.of_market("demo")[1]
        dialog.select(made.key)
        dialog.parts.trade.click()
        await until(lambda: desktop.application.account == made.account)
        await opened(desktop, made.account)
        assert store.trades.deposits(made.account) == 2_500
        await until(lambda: dialog.parts.status.text() == "Savings trades.")
        assert window.toolbar.account.currentText() == "Savings"

    async def look_again(desktop: Desktop) -> None:
        assert desktop.application.profile.name == "Savings"
        assert desktop.window.toolbar.account.currentText() == "Savings"

    run_shown(qapp, lambda: Desktop(tmp_path), change)
    run_shown(qapp, lambda: Desktop(tmp_path), look_again)


@pytest.mark.slow
def test_a_reset_begins_a_new_round_and_the_old_one_can_be_looked_at(qapp: QApplication, tmp_path: Path) -> None:
    async def reset(desktop: Desktop) -> None:
        store = desktop.application.store
        desktop.window.speed_changed.emit(7_200.0)
        await until(lambda: store.trades.fills(1, "paper"))
        dialog = desktop.account_desk.open()
        await until(lambda: dialog.selected is not None)
        asked = dialog.ask_to_reset()
        assert asked is not None
        asked.name.setText("Paper")
        asked.reset.click()
        await until(lambda: desktop.application.account == "paper#2")
        await opened(desktop, "paper#2")
        assert store.trades.load_account("paper").cash == store.trades.cash_of_ledger("paper")
        assert store.trades.fills(9, "paper")
        assert store.trades.open_orders("paper") == []
        await until(lambda: dialog.round_rows.rowCount() == 2)
        dialog.parts.rounds.selectRow(1)
        dialog.parts.reports.click()
        await until(lambda: desktop.account_desk.reports is not None)
        reports = desktop.account_desk.reports
        assert reports is not None
        assert reports.windowTitle() == "Trades of Paper, round 1"
        assert reports.panel.model.rowCount() > 0
        reports.panel.export.click()
        chooser = desktop.window.findChild(QFileDialog, "tradesExportDialog")
        assert chooser is not None
        chooser.reject()
        desktop.trades_export.write(str(tmp_path / "round.csv"))
        await until((tmp_path / "round.csv").exists)
        reports.close()

    run_shown(qapp, lambda: Desktop(tmp_path), reset)


@pytest.mark.slow
def test_what_one_account_has_of_its_own_counts_while_it_trades(qapp: QApplication, tmp_path: Path) -> None:
    async def change(desktop: Desktop) -> None:
        second = desktop.accounts.create(NewAccount("Second", market="demo"))
        desktop.settings_desk.apply_own(OwnChoices.of({CONFIDENCE: Decimal("0.9"), STARTING: Decimal(700)}))
        assert desktop.application.rules.trading.limits.minimum_confidence == 0.9
        await desktop.account_changes.change(second)
        assert desktop.application.rules.trading.limits.minimum_confidence == 0.4
        await opened(desktop, second.account)
        assert desktop.application.store.trades.deposits(second.account) == 10_000
        await desktop.account_changes.change(desktop.accounts.offered()[0])
        assert desktop.application.rules.trading.limits.minimum_confidence == 0.9
        await desktop.account_changes.reset(desktop.application.profile)
        await opened(desktop, "paper#2")
        assert desktop.application.store.trades.deposits("paper#2") == 700

    run_shown(qapp, lambda: Desktop(tmp_path), change)


def test_a_change_that_the_disk_does_not_take_is_said_and_the_account_trades_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def change(desktop: Desktop) -> None:
        second = desktop.accounts.create(NewAccount("Second", market="demo"))

        def refuse(_: Profile) -> None:
            raise StoreFullError("The disk is full; free some space.")

        monkeypatch.setattr(desktop.markets, "choose_profile", refuse)
        await desktop.account_changes.change(second)
        assert "The account was not changed" in titles(desktop)
        assert desktop.application.account == "paper"
        await opened(desktop, "paper")

    run_shown(qapp, lambda: Desktop(tmp_path), change)


def test_an_exchanges_account_is_shown_but_neither_paid_into_nor_filled_on_paper(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def change(desktop: Desktop) -> None:
        live = desktop.accounts.create(NewAccount("Mine", AccountMode.LIVE))
        states = list[AgentState]()

        def note(status: AgentStatus) -> None:
            if status.name == EXECUTION_AGENT:
                states.append(status.state)

        executor: Agent = desktop.application.team.executor
        executor.status_changed.connect(note)
        await desktop.account_changes.change(live)
        assert desktop.application.profile == live
        assert desktop.window.toolbar.mode.text() == "LIVE  ○ NOT ARMED"
        await until(lambda: AgentState.FAILED in states)
        assert desktop.application.store.trades.ledger(1, live.account) == []

    run_shown(qapp, lambda: Desktop(tmp_path, venues=dict), change)
