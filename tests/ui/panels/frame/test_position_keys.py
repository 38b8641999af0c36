"""Alt+S and Alt+X anywhere in the window: on the position chosen, or that of the symbol shown."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.trading.account import Account
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.menus import menu_actions
from photon_desktop.ui.stylesheet import apply_theme
from tests.ui.examples import APPLE, BTC, ETH, ICON_FOLDER, FixedClock, portfolio, watch_items

ALT = Qt.KeyboardModifier.AltModifier
FLAT = replace(portfolio(), account=Account(portfolio().account.cash))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    apply_theme(qapp, DARK)
    made = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
    qtbot.addWidget(made)
    made.show_watchlist(watch_items())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made


def take(window: MainWindow, held: Portfolio) -> None:
    window.portfolio.show_portfolio(held)


def keys(window: MainWindow) -> tuple[QAction, QAction]:
    return window.actions_by_name["actionProtectPosition"], window.actions_by_name["actionClosePosition"]


def test_with_none_chosen_the_keys_act_on_the_symbol_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    take(window, portfolio())
    window.show_symbol(ETH)
    window.chart.setFocus()
    with qtbot.waitSignal(window.portfolio.close_requested) as closed:
        qtbot.keyClick(window, Qt.Key.Key_X, ALT)
    with qtbot.waitSignal(window.portfolio.protect_requested) as protected:
        qtbot.keyClick(window, Qt.Key.Key_S, ALT)
    with qtbot.waitSignal(window.portfolio.close_requested) as pressed:
        window.portfolio.actions_on_position.buttons[1].click()
    assert [asked.args[0].position.symbol for asked in (closed, protected, pressed)] == [ETH, ETH, ETH]


def test_the_position_chosen_comes_before_the_symbol_shown(window: MainWindow, qtbot: QtBot) -> None:
    take(window, portfolio())
    window.show_symbol(ETH)
    window.portfolio.table.selectRow(0)
    window.portfolio.table.setFocus()
    with qtbot.waitSignal(window.portfolio.close_requested) as closed:
        qtbot.keyClick(window.portfolio.table, Qt.Key.Key_X, ALT)
    assert closed.args[0].position.symbol == BTC
    assert "now DEMO-BTC" in keys(window)[0].statusTip()


def test_without_a_position_they_are_greyed_and_say_why(window: MainWindow, qtbot: QtBot) -> None:
    take(window, FLAT)
    for action in keys(window):
        assert (action.isEnabled(), action.toolTip(), action.statusTip()) == (
            False,
            "Nothing is held.",
            "Nothing is held.",
        )
    take(window, portfolio())
    assert all(action.isEnabled() for action in keys(window))
    window.show_symbol(APPLE)
    assert {action.toolTip() for action in keys(window)} == {
        "No position is chosen in the portfolio, and nothing of DEMO-AAPL is held."
    }
    with qtbot.assertNotEmitted(window.portfolio.close_requested):
        qtbot.keyClick(window, Qt.Key.Key_X, ALT)
    window.portfolio.table.selectRow(1)
    assert all(action.isEnabled() for action in keys(window))


def test_both_stand_in_a_menu_with_tooltips(window: MainWindow) -> None:
    assert set(keys(window)) <= set(menu_actions(window.menuBar()))
    market = next(entry.menu() for entry in window.menuBar().actions() if entry.text() == "&Market")
    assert market.toolTipsVisible()  # type: ignore[attr-defined]


def test_another_market_begins_without_a_position(window: MainWindow) -> None:
    take(window, portfolio())
    window.begin_market("real")
    assert not any(action.isEnabled() for action in keys(window))
