"""The dialog in which an account is armed: nothing before all is green and the name is typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.desks.exchange.preflight_run import LINES
from photon_desktop.trading.profile import AccountMode, Product, Profile
from photon_desktop.ui.design import DARK, LIGHT, Theme
from photon_desktop.ui.dialogs.arming.dialog import ArmingDialog
from photon_desktop.ui.stylesheet import apply_theme

LIVE = Profile("Main & account", "live-1", AccountMode.LIVE, "real")
RED = Check("Clock", False, "This computer's clock is 2400 ms ahead of Bybit's; set it by the network.")


class Time:
    """A clock that stands."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, time: Time) -> ArmingDialog:
    apply_theme(qapp, DARK)
    made = ArmingDialog(LINES, time)
    qtbot.addWidget(made)
    made.show_profile(LIVE, only_with_evidence=True)
    made.show()
    return made


def fill(dialog: ArmingDialog, *others: Check) -> None:
    """Every line green but for `others`."""
    named = {check.name: check for check in others}
    for name in LINES:
        dialog.show_check(named.get(name, Check(name, True, f"{name} is as it should be.")))
    dialog.show_done(100.0)


def label(dialog: QWidget, name: str) -> QLabel:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found


def test_the_name_can_be_typed_only_when_every_line_is_green(dialog: ArmingDialog) -> None:
    assert not dialog.name.isEnabled()
    for name in LINES[:-1]:
        dialog.show_check(Check(name, True, "good"))
    assert not dialog.name.isEnabled()
    assert dialog.state.text() == f"Checking, {len(LINES) - 1} of {len(LINES)} done."
    dialog.show_check(Check(LINES[-1], True, "good"))
    assert not dialog.name.isEnabled()
    dialog.show_done(100.0)
    assert dialog.name.isEnabled()
    assert dialog.name.hasFocus()
    assert not dialog.arm.isEnabled()


@pytest.mark.parametrize(
    "typed", ["", "main & account", "Main & account ", " Main & account", "Main", "Main & accounts"]
)
def test_only_the_exact_name_will_do(dialog: ArmingDialog, qtbot: QtBot, typed: str) -> None:
    fill(dialog)
    with qtbot.assertNotEmitted(dialog.arm_requested):
        qtbot.keyClicks(dialog.name, typed)
        assert not dialog.arm.isEnabled()
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_keyboard_alone_arms_once(dialog: ArmingDialog, qtbot: QtBot) -> None:
    fill(dialog)
    heard: list[str] = []
    dialog.arm_requested.connect(heard.append)
    qtbot.keyClicks(dialog.name, LIVE.name)
    assert dialog.arm.isDefault()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert heard == [LIVE.name]


def test_one_red_line_keeps_the_field_closed_and_is_told_by_sign_word_and_sentence(dialog: ArmingDialog) -> None:
    fill(dialog, RED)
    assert not dialog.name.isEnabled()
    assert dialog.state.text() == "✕ Checked just now: Clock is not in order."
    sentence = label(dialog, "checkClock")
    assert label(dialog, "checkSignClock").text() == "✕"
    assert sentence.text() == RED.sentence
    assert sentence.accessibleName() == f"Clock, not in order. {RED.sentence}"
    assert label(dialog, "checkSignStream").text() == "✓"
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


def test_the_card_says_how_old_it_is(dialog: ArmingDialog, time: Time) -> None:
    fill(dialog)
    time.now_s += 42
    dialog._judge()
    assert "42 s ago" in dialog.state.text()


def test_checking_can_be_stopped_and_begun_again(dialog: ArmingDialog, qtbot: QtBot) -> None:
    assert dialog.stop.isVisible()
    assert dialog.progress.isVisible()
    with qtbot.waitSignal(dialog.stop_requested):
        dialog.stop.click()
    dialog.show_stopped()
    assert "were stopped" in dialog.state.text()
    assert not dialog.progress.isVisible()
    with qtbot.waitSignal(dialog.checks_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_F5)
    fill(dialog)
    dialog.show_stopped()
    assert dialog.is_ready


def test_a_name_typed_before_is_not_there_when_the_dialog_comes_again(dialog: ArmingDialog, qtbot: QtBot) -> None:
    fill(dialog)
    dialog.name.setText(LIVE.name)
    with qtbot.waitSignal(dialog.stop_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.name.text() == ""


@pytest.mark.parametrize(
    ("mode", "meaning"),
    [
        (AccountMode.LIVE, "Real money: while"),
        (AccountMode.DEMO, "No real money: while"),
        (AccountMode.TESTNET, "Bybit's test network"),
    ],
)
def test_real_money_is_worded_and_looks_otherwise_than_play_money(
    dialog: ArmingDialog, mode: AccountMode, meaning: str
) -> None:
    dialog.show_profile(replace(LIVE, mode=mode, product=Product.SPOT), only_with_evidence=True)
    is_live = mode is AccountMode.LIVE
    assert meaning in dialog.meaning.text()
    assert "(spot)" in dialog.meaning.text()
    assert dialog.arm.text().replace("&", "") == f"Arm {mode.value.upper()}"
    assert (dialog.arm.property("tone") == "danger") is is_live
    assert dialog.title.text().startswith("▲") is is_live
    assert dialog.evidence.isVisible() is is_live


def test_the_evidence_that_is_asked_for_is_said_and_can_be_chosen_otherwise(dialog: ArmingDialog, qtbot: QtBot) -> None:
    assert dialog.evidence.isChecked()
    assert "a model without evidence out of sample opens nothing" in dialog.evidence_means.text()
    with qtbot.waitSignal(dialog.evidence_chosen) as chosen:
        dialog.evidence.click()
    assert chosen.args == [False]


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_everything_that_can_be_used_has_a_name_and_a_disabled_button_looks_it(
    dialog: ArmingDialog, qapp: QApplication, theme: Theme
) -> None:
    apply_theme(qapp, theme)
    parts = [dialog.check_again, dialog.stop, dialog.name, dialog.keys, dialog.cancel, dialog.arm, dialog.card]
    assert all(part.accessibleName() or part is dialog.card for part in parts)
    corner = dialog.arm.grab().toImage().pixelColor(8, 12).name()
    assert corner == theme.surface
    fill(dialog)
    dialog.name.setText(LIVE.name)
    assert dialog.arm.grab().toImage().pixelColor(8, 12).name() == theme.danger
