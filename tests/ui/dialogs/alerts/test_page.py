"""The page about alerts: by keys alone, what is wrong beside its field, and no secret on it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from photon_desktop.alerts.alert import AlertKind
from photon_desktop.alerts.choices import AlertChoices, Channel, MailChoice, MailSecurity, WebhookChoice
from photon_desktop.alerts.quiet import QuietHours
from photon_desktop.ui.dialogs.alerts.page import AlertsPage
from photon_desktop.ui.dialogs.settings.dialog import SettingsDialog

SECRET = "a-secret-of-the-test"


@pytest.fixture
def page(qtbot: QtBot) -> AlertsPage:
    made = AlertsPage()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_a_webhook_is_switched_on_by_keys(page: AlertsPage, qtbot: QtBot) -> None:
    form = page.forms[Channel.WEBHOOK]
    qtbot.keyClicks(form.rows["address"].field, "https://example.org/hook")
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(form.switch, Qt.Key.Key_Space)
    assert told.args == [AlertChoices(WebhookChoice(True, "https://example.org/hook"))]


def test_nobody_hears_of_half_an_address(page: AlertsPage, qtbot: QtBot) -> None:
    form, field = page.forms[Channel.WEBHOOK], page.forms[Channel.WEBHOOK].rows["address"].field
    qtbot.keyClick(form.switch, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(page.changed):
        qtbot.keyClicks(field, "https://example.org/ho")
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args[0].webhook == WebhookChoice(True, "https://example.org/ho")
    qtbot.keyClicks(field, "ok")
    with qtbot.waitSignal(page.changed) as told:
        page.hide()
    assert told.args[0].webhook.address == "https://example.org/hook"


def test_what_is_wrong_stands_beside_its_field_once_it_matters(page: AlertsPage, qtbot: QtBot) -> None:
    rows = page.forms[Channel.MAIL].rows
    assert not any(row.fault_line.isVisibleTo(page) for row in rows.values())
    qtbot.keyClick(page.forms[Channel.MAIL].switch, Qt.Key.Key_Space)
    assert {name for name, row in rows.items() if row.fault_line.isVisibleTo(page)} == {"host", "sender", "recipients"}
    rows["host"].field.setText("https://smtp")
    assert "no server's name" in rows["host"].fault_line.text()
    assert "no server's name" in rows["host"].field.accessibleDescription()
    rows["host"].field.setText("smtp.example.org")
    assert not rows["host"].fault_line.isVisibleTo(page)
    security = rows["security"].field
    assert isinstance(security, QComboBox)
    security.setCurrentIndex(security.findData("none"))
    assert "use STARTTLS or TLS" in rows["security"].fault_line.text()


def test_a_test_can_be_sent_when_nothing_is_wrong(page: AlertsPage, qtbot: QtBot) -> None:
    form = page.forms[Channel.WEBHOOK]
    assert not form.test.isEnabled()
    form.rows["address"].field.setText("http://127.0.0.1:80/hook")
    with qtbot.waitSignal(page.test_requested) as asked:
        qtbot.keyClick(form.test, Qt.Key.Key_Space)
    assert asked.args == [WebhookChoice(False, "http://127.0.0.1:80/hook")]
    form.show_busy("A test is being sent.")
    assert not form.test.isEnabled()
    form.show_result("The webhook at 127.0.0.1 has taken it (200).", is_good=True)
    assert form.result.text().startswith("✓ The webhook")
    assert form.test.isEnabled()


def test_a_secret_goes_in_by_enter_and_is_shown_nowhere(page: AlertsPage, qtbot: QtBot) -> None:
    row = page.forms[Channel.TELEGRAM].secret
    assert row.field.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(row.field, SECRET)
    with qtbot.waitSignal(page.secret_entered) as told:
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert told.args == [Channel.TELEGRAM, SECRET]
    row.field.undo()
    assert row.field.text() == ""
    assert not any(SECRET in label.text() for label in page.findChildren(QLabel))
    row.show_state("Kept in the test's keyring.", is_known=True)
    with qtbot.waitSignal(page.secret_forgotten) as forgotten:
        qtbot.keyClick(row.forget, Qt.Key.Key_Space)
    assert forgotten.args == [Channel.TELEGRAM]


def test_a_secret_that_was_not_handed_on_is_gone_when_the_page_is_left(page: AlertsPage, qtbot: QtBot) -> None:
    field = page.forms[Channel.MAIL].secret.field
    qtbot.keyClicks(field, SECRET)
    page.hide()
    assert field.text() == ""


def test_a_box_of_the_grid_is_told(page: AlertsPage, qtbot: QtBot) -> None:
    pair = (AlertKind.DECISION, Channel.MAIL)
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(page.grid.boxes[pair], Qt.Key.Key_Space)
    assert told.args[0].wanted == AlertChoices().wanted | {pair}
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(page.grid.on_desktop[AlertKind.TROUBLE], Qt.Key.Key_Space)
    assert told.args[0].on_desktop == {AlertKind.TROUBLE}


def test_quiet_hours_are_told_and_a_week_without_a_day_is_said(page: AlertsPage, qtbot: QtBot) -> None:
    quiet = page.quiet
    assert not quiet.begins.isEnabled()
    qtbot.keyClick(quiet.switch, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.changed) as told:
        quiet.begins.setTime(QTime(23, 30))
    assert told.args[0].quiet == QuietHours(True, 23 * 60 + 30)
    for box in quiet.days:
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert quiet.fault.isVisibleTo(page)


def test_showing_what_holds_tells_nothing(page: AlertsPage, qtbot: QtBot) -> None:
    mail = MailChoice(True, "smtp.example.org", 465, MailSecurity.TLS, "ann", "ann@example.org", "bob@example.org")
    choices = AlertChoices(
        mail=mail,
        quiet=QuietHours(True, 60, 90, frozenset({1})),
        wanted=frozenset(),
        on_desktop=frozenset({AlertKind.SUMMARY}),
    )
    with qtbot.assertNotEmitted(page.changed):
        page.show_choices(choices)
    with qtbot.waitSignal(page.changed) as told:
        qtbot.keyClick(page.quiet.urgent, Qt.Key.Key_Space)
    assert told.args == [replace(choices, quiet=replace(choices.quiet, lets_urgent=False))]


def test_scrolling_over_the_page_changes_no_field(page: AlertsPage) -> None:
    rows = page.forms[Channel.MAIL].rows
    for field in (rows["port"].field, rows["security"].field, page.quiet.begins):
        none = Qt.MouseButton.NoButton
        wheel = QWheelEvent(
            QPointF(), QPointF(), QPoint(), QPoint(0, -120), none, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(field, wheel)
    assert rows["port"].value() == 587
    assert rows["security"].value() is MailSecurity.STARTTLS
    assert page.quiet.begins.time() == QTime(22, 0)


def test_enter_in_a_field_does_not_close_the_settings(qtbot: QtBot) -> None:
    dialog, page = SettingsDialog(), AlertsPage()
    qtbot.addWidget(dialog)
    dialog.add_page("Alerts", page)
    dialog.show()
    dialog.show_page("Alerts")
    for field in (page.forms[Channel.WEBHOOK].rows["address"].field, page.forms[Channel.MAIL].secret.field):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_tab_reaches_everything_in_order_and_brings_it_into_view(page: AlertsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    expected = [part for form in page.forms.values() for part in form.parts]
    expected += [*page.grid.parts, *page.quiet.parts]
    expected = [part for part in expected if part.isEnabled()]
    expected[0].setFocus()
    reached: list[str] = []
    for _ in expected:
        focused = page.focusWidget()
        reached.append(focused.objectName())
        assert page.viewport().rect().contains(focused.mapTo(page.viewport(), focused.rect().center()))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [part.objectName() for part in expected]


def test_everything_that_takes_the_focus_has_a_name_of_its_own(page: AlertsPage) -> None:
    names = []
    for part in [part for form in page.forms.values() for part in form.parts] + page.grid.parts:
        interface = QAccessible.queryAccessibleInterface(part)
        names.append(interface.text(QAccessible.Text.Name))
        assert names[-1], part.objectName()
        assert part.objectName()
    assert len(set(names)) >= len(names) - 1  # "Server" and the like may be said of two channels
