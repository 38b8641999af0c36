"""The dialog of the price alerts."""

from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from photon_desktop.trading.alerts import AlertCondition, PriceAlert
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.price_alert.dialog import PriceAlertsDialog
from tests.ui.examples import APPLE, BEGIN, BTC, ETH, FixedClock, instrument

PRICES = {BTC: 97_000.5, ETH: 3_600.0}
OLD = PriceAlert("old", ETH, AlertCondition.BELOW, Decimal(3_500), BEGIN, note="Buy back", repeats=True)


@pytest.fixture
def dialog(qtbot: QtBot) -> PriceAlertsDialog:
    numbers = count()
    made = PriceAlertsDialog(instrument, PRICES.get, lambda: f"id{next(numbers)}", FixedClock(), DARK)
    qtbot.addWidget(made)
    made.show_alerts([OLD])
    made.show_symbols([BTC, ETH, APPLE])
    made.show()
    made.refresh_price()
    return made


def put(dialog: PriceAlertsDialog, qtbot: QtBot) -> PriceAlert:
    with qtbot.waitSignal(dialog.alert_put) as told:
        qtbot.keyClick(dialog.form.level, Qt.Key.Key_Return)
    return told.args[0]


def test_a_level_and_enter_set_an_alert(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.choose_symbol(BTC)
    assert dialog.price.text() == "97,000.5"
    assert not dialog.put.isEnabled()
    qtbot.keyClicks(dialog.form.level, "100,000")
    assert dialog.hint.text() == "+3.09% from 97,000.5 USD."
    dialog.form.note.setText(" Sell half. ")
    made = put(dialog, qtbot)
    assert (made.symbol, made.condition, made.level) == (BTC, AlertCondition.ABOVE, Decimal(100_000))
    assert (made.note, made.repeats, made.created_at_ns) == ("Sell half.", False, BEGIN)
    assert dialog.form.level.text() == ""


def test_a_move_has_a_window_and_a_level_has_none(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.choose_symbol(ETH)
    assert dialog.form.window_choice.isHidden()
    dialog.form.condition.setCurrentIndex(3)
    assert not dialog.form.window_choice.isHidden()
    assert dialog.form.unit.text() == "%"
    dialog.form.window_choice.setCurrentIndex(3)
    dialog.form.often.setCurrentIndex(1)
    dialog.form.level.setText("2.5")
    made = put(dialog, qtbot)
    assert (made.level, made.window_s, made.repeats) == (Decimal("2.5"), 3_600, True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("many", "is not a number"),
        ("0", "above zero"),
        ("-5", "above zero"),
        ("nan", "above zero"),
        ("0,5", "not clear"),
    ],
)
def test_a_level_that_can_not_be_one_is_refused_while_it_is_written(
    dialog: PriceAlertsDialog, qtbot: QtBot, text: str, reason: str
) -> None:
    dialog.form.level.setText(text)
    assert reason in dialog.hint.text()
    assert not dialog.put.isEnabled()
    with qtbot.assertNotEmitted(dialog.alert_put):
        qtbot.keyClick(dialog.form.level, Qt.Key.Key_Return)


def test_an_alert_beyond_the_price_is_warned_of_and_can_be_set(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.choose_symbol(BTC)
    dialog.form.level.setText("90000")
    assert "waits until it has come back" in dialog.hint.text()
    assert dialog.hint.property("tone") == "warning"
    assert put(dialog, qtbot).level == Decimal(90_000)


def test_an_alert_is_changed_in_its_place(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(0)
    dialog.edit.click()
    assert (dialog.symbol.currentText(), dialog.form.level.text(), dialog.form.note.text()) == (ETH, "3500", "Buy back")
    assert dialog.put.text() == "Save the change"
    dialog.form.level.setText("3400")
    assert put(dialog, qtbot) == replace(OLD, level=Decimal(3_400))
    assert dialog.put.text() == "Set alert"


def test_a_change_can_be_left_and_ends_when_its_alert_goes(dialog: PriceAlertsDialog) -> None:
    dialog.table.selectRow(0)
    dialog.edit.click()
    dialog.leave.click()
    assert dialog.form.level.text() == ""
    dialog.table.selectRow(0)
    dialog.edit.click()
    dialog.show_alerts([])
    assert dialog.put.text() == "Set alert"


def test_another_symbol_begins_another_alert(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(0)
    dialog.edit.click()
    dialog.symbol.setCurrentText(BTC)
    dialog.form.level.setText("100000")
    assert put(dialog, qtbot).id != OLD.id


def test_the_selected_alert_is_removed_by_button_and_key(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    assert not dialog.remove.isEnabled()
    dialog.table.selectRow(0)
    with qtbot.waitSignal(dialog.alert_removed) as removed:
        dialog.remove.click()
    assert removed.args == ["old"]
    dialog.activateWindow()
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.alert_removed):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)


def test_the_newest_stands_on_top_and_the_list_can_be_of_one_symbol(dialog: PriceAlertsDialog) -> None:
    new = replace(OLD, id="new", symbol=BTC)
    dialog.show_alerts([OLD, new])
    assert [dialog.model.row(row).id for row in range(2)] == ["new", "old"]
    dialog.choose_symbol(ETH)
    dialog.only_this.setChecked(True)
    assert [dialog.model.row(row).id for row in range(dialog.model.rowCount())] == ["old"]
    dialog.symbol.setCurrentText(APPLE)
    assert dialog.table.isHidden()
    assert dialog.no_alerts.isVisible()


def test_an_alert_on_a_symbol_no_longer_watched_is_still_told(dialog: PriceAlertsDialog) -> None:
    dialog.show_symbols([BTC])
    assert dialog.model.index(0, 3).data() == "– not on the watchlist"
    assert dialog.symbol.findText(ETH) >= 0


def test_without_a_symbol_it_says_what_to_do(qtbot: QtBot) -> None:
    empty = PriceAlertsDialog(instrument, PRICES.get, lambda: "id", FixedClock(), DARK)
    qtbot.addWidget(empty)
    empty.show_symbols([])
    empty.show()
    assert empty.hint.text().startswith("Add a symbol to the watchlist first")
    assert not empty.put.isEnabled()


def test_everything_that_can_be_used_has_an_accessible_name(dialog: PriceAlertsDialog) -> None:
    kinds = (QLineEdit, QComboBox, QPushButton, QTableView)
    assert all(part.accessibleName() for kind in kinds for part in dialog.findChildren(kind))


@pytest.mark.parametrize(("level", "condition"), [("98000", AlertCondition.ABOVE), ("96000.5", AlertCondition.BELOW)])
def test_a_level_given_is_waited_for_from_where_the_price_stands(
    dialog: PriceAlertsDialog, qtbot: QtBot, level: str, condition: AlertCondition
) -> None:
    dialog.form.condition.setCurrentIndex(3)
    dialog.choose_symbol(BTC, Decimal(level))
    made = put(dialog, qtbot)
    assert (made.condition, made.level, made.window_s) == (condition, Decimal(level), 0)


def test_a_level_given_is_typed_over(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.choose_symbol(BTC, Decimal(98_000))
    qtbot.keyClicks(dialog.form.level, "99000")
    assert put(dialog, qtbot).level == Decimal(99_000)


def test_a_level_given_before_any_price_is_waited_for_from_either_side(dialog: PriceAlertsDialog, qtbot: QtBot) -> None:
    dialog.form.condition.setCurrentIndex(3)
    dialog.choose_symbol(APPLE, Decimal(250))
    assert put(dialog, qtbot).condition is AlertCondition.CROSSES
