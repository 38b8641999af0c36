"""What is unexplained, in words and numbers, and what it takes to accept it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from photon_desktop.broker.difference import CASH, BooksDifference, HeldDifference
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.dialogs.accept_books.dialog import AcceptBooksDialog
from photon_desktop.ui.dialogs.accept_books.example import DIFFERENCE, example_dialog

NAME = "Main account"
Asked = list[tuple[BooksDifference, bool]]


@pytest.fixture
def dialog(qapp: QApplication) -> Iterator[AcceptBooksDialog]:
    made = example_dialog(DARK)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def asked_of(dialog: AcceptBooksDialog) -> Asked:
    asked: Asked = []
    dialog.accept_requested.connect(lambda difference, cancels: asked.append((difference, cancels)))
    return asked


def cells(dialog: AcceptBooksDialog) -> list[list[str]]:
    model = dialog.model
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


def test_every_sentence_and_every_difference_is_shown(dialog: AcceptBooksDialog) -> None:
    assert dialog.sentences.toPlainText().splitlines() == list(DIFFERENCE.sentences)
    assert cells(dialog) == [["Cash", "9698.35", "9818.33", "+119.98"], ["BTCUSDT", "0.01", "0.006", "-0.004"]]


def test_only_the_accounts_name_lets_it_be_accepted(dialog: AcceptBooksDialog) -> None:
    asked = asked_of(dialog)
    for typed in ("", "main account", "Main"):
        dialog.name.setText(typed)
        assert not dialog.accept_button.isEnabled()
        assert dialog.keep.isDefault()
    dialog.name.clear()
    QTest.keyClicks(dialog.name, NAME)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert asked == [(DIFFERENCE, False)]
    assert dialog.is_asking
    assert not dialog.accept_button.isEnabled()


def test_open_orders_are_cancelled_only_when_ticked_and_asked_about_only_when_there_are_some(
    dialog: AcceptBooksDialog,
) -> None:
    asked = asked_of(dialog)
    assert dialog.cancel_orders.isVisible()
    QTest.keyClick(dialog.cancel_orders, Qt.Key.Key_Space)
    dialog.name.setText(NAME)
    dialog.accept_button.click()
    assert asked == [(DIFFERENCE, True)]
    dialog.show_difference(replace(DIFFERENCE, foreign_orders=()))
    assert not dialog.cancel_orders.isVisible()


def test_a_name_typed_for_other_numbers_does_not_count(dialog: AcceptBooksDialog) -> None:
    dialog.name.setText(NAME)
    dialog.show_difference(replace(DIFFERENCE, found_at=9))
    assert dialog.name.text() == NAME
    dialog.show_difference(replace(DIFFERENCE, cash=HeldDifference(CASH, Decimal(1), Decimal(3))))
    assert dialog.name.text() == ""
    assert "has changed" in dialog.note.text()
    assert cells(dialog)[0] == ["Cash", "1", "3", "+2"]


def test_a_refusal_is_said_and_leaves_the_question_open(dialog: AcceptBooksDialog) -> None:
    dialog.name.setText(NAME)
    dialog.accept_button.click()
    dialog.show_refusal("Bybit can't be asked.")
    assert dialog.note.text() == "✕ Bybit can't be asked."
    assert not dialog.is_asking
    assert dialog.name.isEnabled()


def test_a_difference_that_explained_itself_leaves_nothing_to_accept(dialog: AcceptBooksDialog) -> None:
    dialog.name.setText(NAME)
    dialog.show_difference(None)
    assert not dialog.accept_button.isEnabled()
    assert dialog.note.isVisible()


def test_escape_keeps_the_books(dialog: AcceptBooksDialog) -> None:
    asked = asked_of(dialog)
    dialog.name.setText(NAME)
    dialog.set_theme(LIGHT)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert asked == []
