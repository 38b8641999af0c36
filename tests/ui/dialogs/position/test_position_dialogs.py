"""Closing and protecting a position: what is asked first, and what is refused."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.dialogs.position.close import CloseDialog
from photon_desktop.ui.dialogs.position.protect import ProtectDialog
from photon_desktop.ui.panels.views import InstrumentBook
from photon_desktop.ui.tables.position_table import PositionRow, position_rows
from tests.ui.examples import BTC, ETH, instrument, portfolio


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def row(symbol: str) -> PositionRow:
    book = InstrumentBook()
    book.learn(instrument(each) for each in (BTC, ETH))
    return next(found for found in position_rows(portfolio(), book) if found.position.symbol == symbol)


def test_it_says_what_will_be_traded_at_about_which_price(parent: QWidget) -> None:
    assert CloseDialog(row(BTC), "paper", parent).text() == (
        "Sell 0.0104 DEMO-BTC at about 97,250.5, worth 1,011.41 USD?"
    )
    assert CloseDialog(row(ETH), "paper", parent).text().startswith("Buy back 0.250 DEMO-ETH at about 3,655.20")


def test_enter_and_escape_keep_the_position_and_only_its_own_button_closes_it(parent: QWidget, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = CloseDialog(row(BTC), "paper", parent)
        dialog.show()
        with qtbot.assertNotEmitted(dialog.confirmed), qtbot.waitSignal(dialog.finished):
            qtbot.keyClick(dialog, key)
    dialog = CloseDialog(row(BTC), "paper", parent)
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.act.click()
    assert confirmed.args == [BTC]


def test_typed_prices_are_taken_at_whole_ticks_and_an_empty_field_means_none(parent: QWidget, qtbot: QtBot) -> None:
    dialog = ProtectDialog(row(BTC), parent)
    assert (dialog.stop.text(), dialog.target.text()) == ("93605", "101325")
    dialog.stop.setText("95,000.04")
    dialog.target.clear()
    assert "at the stop 95,000.0: −16.10" in dialog.sentence.text()
    with qtbot.waitSignal(dialog.confirmed) as confirmed:
        dialog.apply.click()
    assert confirmed.args == [BTC, Decimal("95000.0"), None]


@pytest.mark.parametrize(
    ("typed", "words"), [("98000", "lies under the price"), ("abc", "not a number"), ("-1", "zero")]
)
def test_what_can_not_be_a_stop_is_refused_with_its_reason(parent: QWidget, typed: str, words: str) -> None:
    dialog = ProtectDialog(row(BTC), parent)
    dialog.stop.setText(typed)
    assert not dialog.apply.isEnabled()
    assert words in dialog.sentence.text()
