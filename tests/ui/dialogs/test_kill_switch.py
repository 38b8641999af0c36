"""What can be done while trading is halted."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.ui.dialogs.kill_switch import HaltView, KillSwitchDialog

WHY = "The kill switch was pressed."


@pytest.fixture
def dialog(qtbot: QtBot) -> KillSwitchDialog:
    made = KillSwitchDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_why_what_is_held_and_what_waits(dialog: KillSwitchDialog) -> None:
    dialog.show_halt(HaltView(WHY, ("BTC", "ETH"), ("ETH",)))
    assert dialog.title.text() == "■ Trading is halted"
    assert dialog.sentence.text().startswith(WHY)
    assert dialog.state.text() == "Held: BTC, ETH. Waiting for the next price: ETH."


def test_what_is_held_can_be_closed_and_trading_released(dialog: KillSwitchDialog, qtbot: QtBot) -> None:
    dialog.show_halt(HaltView(WHY, ("BTC",)))
    with qtbot.waitSignal(dialog.flatten_requested):
        qtbot.mouseClick(dialog.flatten, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.release_requested):
        qtbot.mouseClick(dialog.release, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("view", "flatten", "release"),
    [
        (HaltView(WHY), False, True),  # nothing is held
        (HaltView(WHY, ("BTC",), ("BTC",)), False, True),  # its close waits already
        (HaltView("", ("BTC",)), False, False),
    ],
)
def test_only_what_can_be_done_can_be_pressed(
    dialog: KillSwitchDialog, view: HaltView, flatten: bool, release: bool
) -> None:
    dialog.show_halt(view)
    assert (dialog.flatten.isEnabled(), dialog.release.isEnabled()) == (flatten, release)


def test_enter_and_escape_leave_trading_halted(dialog: KillSwitchDialog, qtbot: QtBot) -> None:
    dialog.show_halt(HaltView(WHY, ("BTC",)))
    with qtbot.assertNotEmitted(dialog.release_requested), qtbot.assertNotEmitted(dialog.flatten_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
