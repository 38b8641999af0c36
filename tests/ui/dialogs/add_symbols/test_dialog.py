"""The dialog that adds symbols."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.listing import Listing
from photon_desktop.ui.design import DARK
from photon_desktop.ui.dialogs.add_symbols.dialog import AddSymbolsDialog
from photon_desktop.ui.dialogs.add_symbols.search import SymbolSearch

CATALOGUE = (
    Listing("AAPL", "Apple Inc.", InstrumentKind.STOCK, "NASDAQ"),
    Listing("APLE", "Apple Hospitality REIT", InstrumentKind.STOCK, "NYSE"),
    Listing("PAXGX", "Gold token", InstrumentKind.CRYPTO, "Bybit"),
)


@pytest.fixture
def search(qtbot: QtBot) -> Iterator[SymbolSearch]:
    def catalogue(text: str) -> list[Listing]:
        return [found for found in CATALOGUE if text.lower() in f"{found.symbol} {found.name}".lower()]

    made = SymbolSearch(catalogue, debounce_ms=1)
    yield made
    assert made.finish()


@pytest.fixture
def dialog(qtbot: QtBot, search: SymbolSearch) -> AddSymbolsDialog:
    made = AddSymbolsDialog(["BTCUSDT"], DARK, search=search, known=("ETHUSDT", "AAPL", "APLE", "PAXGX"))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def cells(dialog: AddSymbolsDialog) -> list[tuple[str, ...]]:
    rows = dialog.entries.rows
    return [tuple(rows.index(row, column).data() for column in range(3)) for row in range(rows.rowCount())]


def test_each_symbol_typed_is_listed_with_its_kind_and_its_fate(dialog: AddSymbolsDialog, qtbot: QtBot) -> None:
    assert not dialog.add_button.isEnabled()
    qtbot.keyClicks(dialog.field, "btc/usdt ethusdt aapl a*")
    assert cells(dialog)[:3] == [
        ("BTCUSDT", "", "✓ watched already. It is on the list already."),
        ("ETHUSDT", "crypto (automatic)", "+ will be added"),
        ("AAPL", "stock (automatic)", "+ will be added"),
    ]
    assert cells(dialog)[3][2].startswith("✕ refused. 'A*' can't be a symbol")
    assert dialog.add_button.text() == "Add 2 symbols"
    assert dialog.summary.text() == "2 symbols will be added. 1 can't be added."


def test_enter_adds_what_is_new(dialog: AddSymbolsDialog, qtbot: QtBot) -> None:
    dialog.field.setText("BTCUSDT eth/usdt aapl")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == [("ETHUSDT", "AAPL"), {}]
    assert not dialog.isVisible()


def test_enter_does_nothing_while_there_is_nothing_to_add(dialog: AddSymbolsDialog, qtbot: QtBot) -> None:
    dialog.field.setText("BTCUSDT")
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_kind_of_several_rows_is_overruled_and_given_back(dialog: AddSymbolsDialog, qtbot: QtBot) -> None:
    dialog.field.setText("ETHUSDT AAPL APLE")
    assert not dialog.kind.isEnabled()
    dialog.entries.selectRow(1)
    dialog.entries.selectionModel().select(
        dialog.entries.rows.index(2, 0),
        dialog.entries.selectionModel().SelectionFlag.Select | dialog.entries.selectionModel().SelectionFlag.Rows,
    )
    dialog.kind.activated.emit(1)
    assert [row[1] for row in cells(dialog)] == ["crypto (automatic)", "crypto (chosen)", "crypto (chosen)"]
    assert dialog.kind.currentText() == "Crypto"
    dialog.entries.selectRow(2)
    dialog.kind.activated.emit(0)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.add_button.click()
    assert chosen.args[1] == {"AAPL": InstrumentKind.CRYPTO}


def test_a_word_is_searched_for_and_what_is_found_is_taken_by_the_keys(
    dialog: AddSymbolsDialog, search: SymbolSearch, qtbot: QtBot
) -> None:
    dialog.field.setText("ETHUSDT, ")
    with qtbot.waitSignal(search.found):
        qtbot.keyClicks(dialog.field, "apple")
    assert dialog.found.rows.rowCount() == 2
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.found, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(dialog.found, Qt.Key.Key_Return)
    assert dialog.field.text() == "ETHUSDT, AAPL, APLE, "
    assert dialog.to_add == ("ETHUSDT", "AAPL", "APLE")
    assert dialog.isVisible()


def test_the_catalogues_kind_counts_where_the_name_says_otherwise(
    dialog: AddSymbolsDialog, search: SymbolSearch, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(search.found):
        qtbot.keyClicks(dialog.field, "gold")
    dialog.found.selectRow(0)
    qtbot.keyClick(dialog.found, Qt.Key.Key_Return)
    assert cells(dialog) == [("PAXGX", "crypto (chosen)", "+ will be added")]


def test_a_search_without_an_answer_says_that_the_symbol_can_be_added(
    dialog: AddSymbolsDialog, search: SymbolSearch, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(search.found):
        qtbot.keyClicks(dialog.field, "zzz")
    assert dialog.found_state.text() == "The catalogue has nothing for “zzz”. It can be added as it is typed."
    assert dialog.to_add == ("ZZZ",)
    assert dialog.found.isHidden()


def test_it_works_without_a_catalogue(qtbot: QtBot) -> None:
    plain = AddSymbolsDialog([], DARK)
    plain.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(plain)
    plain.show()
    assert plain.found_state.isHidden()
    assert plain.found.isHidden()
    qtbot.keyClicks(plain.field, "nvda")
    with qtbot.waitSignal(plain.chosen) as chosen:
        plain.add_button.click()
    assert chosen.args[0] == ("NVDA",)


def drop(dialog: AddSymbolsDialog, dragged: QMimeData) -> None:
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)


def test_a_text_file_dropped_joins_what_was_typed(dialog: AddSymbolsDialog, tmp_path: Path) -> None:
    column = tmp_path / "mine.txt"
    column.write_bytes(b"\xef\xbb\xbfsymbol\r\nNVDA\r\nsol/usdt\r\n")
    dialog.field.setText("AAPL,")
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(column))])
    drop(dialog, dragged)
    assert dialog.to_add == ("AAPL", "NVDA", "SOLUSDT")
    text = QMimeData()
    text.setText("MSFT\nSPY")
    drop(dialog, text)
    assert dialog.to_add == ("AAPL", "NVDA", "SOLUSDT", "MSFT", "SPY")


def test_a_file_that_can_not_be_read_is_said(dialog: AddSymbolsDialog, tmp_path: Path) -> None:
    dialog.take_file(tmp_path / "missing.txt")
    assert dialog.summary.text().startswith("missing.txt can't be read")


def test_a_pasted_column_is_read(dialog: AddSymbolsDialog) -> None:
    QApplication.clipboard().setText("NVDA\nMSFT\nSPY\n")
    dialog.field.paste()
    assert dialog.to_add == ("NVDA", "MSFT", "SPY")


def test_everything_that_can_be_used_has_an_accessible_name(dialog: AddSymbolsDialog) -> None:
    kinds = (QLineEdit, QComboBox, QPushButton, QTableView)
    assert all(part.accessibleName() for kind in kinds for part in dialog.findChildren(kind))


def test_its_parts_are_found_by_their_names(dialog: AddSymbolsDialog) -> None:
    parts = {"Text": dialog.field, "List": dialog.entries, "Results": dialog.found, "Accept": dialog.add_button}
    assert {name: dialog.findChild(QWidget, f"addSymbols{name}") for name in parts} == parts
