"""The page of the exchange keys: the secret goes in, and is shown nowhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.preflight import Check
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.keys.page import KeysPage
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog
from photon_desktop.ui.stylesheet import apply_theme

KEY, SECRET = "abcdefgh1234", "the-secret-of-the-account"
LIVE = Profile("Main", "live-1", AccountMode.LIVE, "real")
DEMO = Profile("Trying", "demo-2", AccountMode.DEMO, "real")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> KeysPage:
    apply_theme(qapp, DARK)
    made = KeysPage()
    qtbot.addWidget(made)
    made.show_profiles([LIVE, DEMO], "live-1")
    made.show_place("Keys are kept in the test's keyring.", is_lasting=True)
    made.show_known("")
    made.show()
    return made


def fill(page: KeysPage, key: str = KEY, secret: str = SECRET) -> None:
    page.key.setText(key)
    page.secret.setText(secret)


def test_keys_go_out_trimmed_and_the_fields_are_empty_at_once(page: KeysPage, qtbot: QtBot) -> None:
    fill(page, f"  {KEY}\n", f"{SECRET} ")
    page.session_only.setChecked(True)
    with qtbot.waitSignal(page.keep_requested) as asked:
        page.keep.click()
    assert asked.args == [LIVE, ApiKeys(KEY, SECRET), True]
    assert page.key.text() == page.secret.text() == ""
    page.secret.undo()
    assert page.secret.text() == ""


def test_paste_and_enter_are_enough(page: KeysPage, qtbot: QtBot) -> None:
    page.key.setText(KEY)
    QGuiApplication.clipboard().setText(SECRET)
    page.secret.setFocus()
    page.secret.paste()
    with qtbot.waitSignal(page.keep_requested) as asked:
        qtbot.keyClick(page.secret, Qt.Key.Key_Return)
    assert asked.args[1] == ApiKeys(KEY, SECRET)


def test_the_fields_are_masked_and_give_nothing_to_the_clipboard(page: KeysPage) -> None:
    fill(page)
    QGuiApplication.clipboard().setText("before")
    for field in (page.key, page.secret):
        assert field.echoMode() is QLineEdit.EchoMode.Password
        assert SECRET not in field.displayText()
        field.selectAll()
        field.copy()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("secret", ["two words", "the\tsecret", "sécret"])
def test_a_badly_copied_secret_is_refused_in_a_sentence_that_does_not_show_it(
    page: KeysPage, qtbot: QtBot, secret: str
) -> None:
    fill(page, secret=secret)
    with qtbot.assertNotEmitted(page.keep_requested):
        page.keep.click()
    assert "has characters that none has; copy it again" in page.result.text()
    assert secret not in page.result.text()


def test_what_was_typed_is_gone_with_another_account_and_with_the_page(page: KeysPage, qtbot: QtBot) -> None:
    fill(page)
    with qtbot.waitSignal(page.profile_chosen) as chosen:
        page.account.setCurrentIndex(1)
    assert chosen.args == [DEMO]
    assert page.secret.text() == ""
    fill(page)
    page.hide()
    assert page.key.text() == page.secret.text() == ""


def test_only_what_makes_sense_can_be_pressed(page: KeysPage) -> None:
    assert not (page.keep.isEnabled() or page.test.isEnabled() or page.forget.isEnabled() or page.stop.isVisible())
    page.show_known("abcd…")
    assert page.test.isEnabled()
    assert page.forget.isEnabled()
    assert page.known.text() == "Main has the key abcd…"
    page.show_busy("Asking.")
    assert page.stop.isVisible()
    assert not (page.test.isEnabled() or page.forget.isEnabled() or page.account.isEnabled())
    page.show_result("Kept.", [Check("Withdrawal", True, "This key can't withdraw money.")], is_good=True)
    assert page.result.text() == "✓ Kept."
    assert page.card.isVisible()
    assert not page.stop.isVisible()


def test_without_a_keyring_there_is_only_this_session(page: KeysPage) -> None:
    page.show_place("This system has no keyring. Keys are kept for this session only.", is_lasting=False)
    assert not page.session_only.isEnabled()
    assert "This system has no keyring" in page.place.text()
    assert page.place.property("tone") == "warning"


def test_without_an_account_the_page_says_how_to_get_one(page: KeysPage) -> None:
    page.show_profiles([], "")
    assert page.no_accounts.isVisible()
    fill(page)
    assert not page.keep.isEnabled()
    assert page.profile is None


def test_everything_on_the_page_has_a_name_and_its_texts_are_not_cut(page: KeysPage) -> None:
    page.resize(640, 480)
    used = [page.account, page.key, page.secret, page.session_only, page.keep, page.test, page.forget, page.stop]
    assert all(part.accessibleName() or getattr(part, "text", str)() for part in used)
    shown = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert shown
    assert all(label.height() >= label.heightForWidth(label.width()) for label in shown)


def test_enter_on_the_page_leaves_the_settings_open(qtbot: QtBot) -> None:
    dialog, inside = SettingsDialog(), KeysPage()
    qtbot.addWidget(dialog)
    dialog.add_page("Exchange keys", inside)
    dialog.show()
    dialog.show_page("Exchange keys")
    inside.show_profiles([LIVE], "live-1")
    fill(inside)
    assert inside.isVisible()
    assert not dialog.reset_page.isVisible()
    with qtbot.waitSignal(inside.keep_requested):
        qtbot.keyClick(inside.secret, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(inside.key, Qt.Key.Key_Enter)
    assert dialog.isVisible()
    dialog.search.setText("confidence")
    assert not inside.isVisible()
    dialog.search.setText("")
    assert inside.isVisible()
    assert dialog.apply()
