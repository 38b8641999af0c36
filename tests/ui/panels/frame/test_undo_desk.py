"""Undo and redo in the window: the Edit menu, its keys, and the watchlist."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.ui.chart.look import Style
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.actions import WHY_NOT
from photon_desktop.ui.undo_history import Change
from tests.ui.examples import series
from tests.ui.panels.frame.conftest import NAMES

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(watching: MainWindow) -> MainWindow:
    for name in NAMES:
        watching.show_history(series(name))
    return watching


def texts(window: MainWindow) -> tuple[str, str]:
    return tuple(window.actions_by_name[name].text() for name in ("actionUndo", "actionRedo"))  # type: ignore[return-value]


def test_the_edit_menu_says_what_would_be_undone_and_why_nothing_would(window: MainWindow, qtbot: QtBot) -> None:
    menu = next(entry.menu() for entry in window.menuBar().actions() if entry.text() == "&Edit")
    assert isinstance(menu, QMenu)
    undo, redo = menu.actions()
    assert not (undo.isEnabled() or redo.isEnabled())
    assert undo.property(WHY_NOT) == "Nothing was changed that can be undone."
    qtbot.keyClick(window.chart.plot.view, Qt.Key.Key_2)
    assert texts(window) == ("&Undo: style: Candles", "&Redo")
    undo.trigger()
    assert texts(window) == ("&Undo", "&Redo: style: Candles")
    assert window.chart.look.style is Style.HOLLOW
    redo.trigger()
    assert window.chart.look.style is Style.CANDLES
    assert QKeySequence("Ctrl+Y") in redo.shortcuts()


@pytest.mark.parametrize("place", ["chart", "watchlist", "window", "floating"])
def test_the_keys_work_from_wherever_one_is(window: MainWindow, qtbot: QtBot, place: str) -> None:
    qtbot.keyClick(window.chart.plot.view, Qt.Key.Key_2)
    window.docks["portfolio"].raise_()
    if place == "floating":
        window.docks["watchlist"].setFloating(True)
        window.docks["watchlist"].activateWindow()
    where: QWidget = {
        "chart": window.chart.plot.view,
        "watchlist": window.watchlist.view,
        "floating": window.watchlist.view,
        "window": window,
    }[place]
    where.setFocus()
    for keys, style in ((CONTROL, Style.HOLLOW), (CONTROL | SHIFT, Style.CANDLES), (CONTROL, Style.HOLLOW)):
        qtbot.keyClick(where, Qt.Key.Key_Z, keys)
        assert window.chart.look.style is style
    qtbot.keyClick(where, Qt.Key.Key_Y, CONTROL)
    assert window.chart.look.style is Style.CANDLES


def test_a_text_that_is_being_written_keeps_its_own_undo(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.chart.plot.view, Qt.Key.Key_2)
    field = window.watchlist.bar.field
    field.setFocus()
    qtbot.keyClicks(field, "eth")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert window.chart.look.style is Style.CANDLES
    assert field.text() == ""


def test_symbols_removed_and_charts_changed_are_undone_in_their_order(window: MainWindow, qtbot: QtBot) -> None:
    view = window.watchlist.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert window.watchlist.symbols == NAMES[1:]
    qtbot.keyClick(window.chart.plot.view, Qt.Key.Key_2)
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert (window.watchlist.symbols, window.chart.look.style) == (NAMES[1:], Style.HOLLOW)
    assert texts(window)[0] == "&Undo: removal of BTCUSDT"
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert window.watchlist.symbols == NAMES
    assert window.watchlist.undo_notice.isHidden()
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert window.watchlist.symbols == NAMES[1:]


def test_a_removal_can_be_undone_after_its_notice_is_gone(window: MainWindow, qtbot: QtBot) -> None:
    window.watchlist.remove_selected()
    window.watchlist.undo_notice._go()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.watchlist.symbols == NAMES


def test_what_the_notice_took_back_is_not_undone_again(window: MainWindow) -> None:
    window.watchlist.remove_selected()
    window.watchlist.undo_notice.button.click()
    assert window.watchlist.symbols == NAMES
    assert not window.actions_by_name["actionUndo"].isEnabled()


def test_a_drawing_of_another_symbol_is_undone_where_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    view = window.chart.plot.view
    for key in (Qt.Key.Key_H, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert len(window.chart.drawings("BTCUSDT")) == 1
    window.show_symbol("AAPL")
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    assert (window.desk.symbol, window.chart.drawings("BTCUSDT")) == ("BTCUSDT", ())


def test_another_market_ends_what_belonged_to_the_one_before(window: MainWindow) -> None:
    window.watchlist.remove_selected()
    window.begin_market("demo")
    assert not window.actions_by_name["actionUndo"].isEnabled()


def test_why_something_can_not_be_undone_stands_in_the_window(window: MainWindow) -> None:
    window.chart.history.add(Change("this & that", lambda: "It is over.", lambda: ""))
    assert texts(window)[0] == "&Undo: this && that"
    window.actions_by_name["actionUndo"].trigger()
    (problem,) = window.banner.problems
    assert (problem.title, problem.sentence) == ("It was not undone", "It is over.")
