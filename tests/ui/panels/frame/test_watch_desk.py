"""The watchlist in the window: its keys, its dialog, and what is told of it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui.dialogs.add_symbols.dialog import AddSymbolsDialog
from photon_desktop.ui.main_window import MainWindow
from tests.ui.examples import watch_items
from tests.ui.panels.frame.conftest import NAMES

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(watching: MainWindow) -> MainWindow:
    return watching


def test_ins_asks_for_symbols_from_anywhere_and_they_are_told(window: MainWindow, qtbot: QtBot) -> None:
    told: list[object] = []
    window.watch_desk.kind_changed.connect(lambda symbol, kind: told.append((symbol, kind)))
    window.watch_desk.changed.connect(told.append)
    qtbot.keyClick(window, Qt.Key.Key_Insert)
    dialog = window.findChild(AddSymbolsDialog)
    assert window.watch_desk.open_dialog() is dialog
    dialog.field.setText("aapl gbtc nvda")
    dialog.entries.selectRow(1)
    dialog.kind.activated.emit(1)
    dialog.add_button.click()
    assert told == [("GBTC", InstrumentKind.CRYPTO), (*NAMES, "GBTC", "NVDA")]
    assert window.desk.symbol == "GBTC"
    assert window.watch_desk.open_dialog() is not dialog
    window.findChild(AddSymbolsDialog, options=Qt.FindChildOption.FindDirectChildrenOnly).reject()
    window.watch_desk.open_dialog().reject()


def test_the_keys_of_the_list_work_in_it_and_nowhere_else(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.watchlist
    window.chart.setFocus()
    qtbot.keyClick(window.chart, Qt.Key.Key_Delete)
    assert panel.symbols == NAMES
    panel.view.setFocus()
    assert window.desk.symbol == "BTCUSDT"
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert panel.symbols == ("ETHUSDT", "BTCUSDT", "AAPL")
    with qtbot.waitSignal(window.watch_desk.changed) as removed:
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert removed.args == [("ETHUSDT", "AAPL")]
    assert window.desk.symbol == "AAPL"
    qtbot.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.symbols == ("ETHUSDT", "BTCUSDT", "AAPL")
    qtbot.keyClick(panel.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.bar.field.hasFocus()
    panel.bar.field.setText("x")
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Home, NO_MODIFIER)
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Delete, NO_MODIFIER)
    assert (panel.bar.field.text(), len(panel.symbols)) == ("", 3)


def test_alerts_are_asked_for_on_the_symbol_and_on_all(window: MainWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    window.watch_desk.alerts_requested.connect(told.append)
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    window.actions_by_name["actionAllAlerts"].trigger()
    assert told == ["BTCUSDT", ""]


def test_the_simulated_market_has_a_list_that_is_fixed(window: MainWindow) -> None:
    window.begin_market("demo")
    window.show_watchlist(watch_items())
    assert not window.watchlist.is_editable
    assert not window.actions_by_name["actionAddSymbols"].isEnabled()
    assert "real market" in window.watchlist.bar.buttons["add"].toolTip()
    assert window.actions_by_name["actionSymbolAlerts"].isEnabled()
    window.begin_market("real")
    assert window.watchlist.is_editable
    assert window.actions_by_name["actionRemoveSymbols"].isEnabled()


def test_the_thread_that_searches_ends_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    asked: list[str] = []
    window.watch_desk.set_search(lambda text: asked.append(text) or [])
    dialog = window.watch_desk.open_dialog()
    qtbot.keyClicks(dialog.field, "nv")
    qtbot.waitUntil(lambda: dialog.found_state.text().startswith("The catalogue has nothing"))
    assert asked == ["nv"]
    dialog.reject()
    window.close()


def test_known_symbols_are_suggested_where_a_word_is_not_among_them(window: MainWindow) -> None:
    window.watch_desk.set_known(["SOLUSDT"])
    dialog = window.watch_desk.open_dialog()
    dialog.field.setText("SOLUSTD")
    assert "did you mean SOLUSDT" in dialog.entries.rows.index(0, 2).data()
    dialog.reject()
