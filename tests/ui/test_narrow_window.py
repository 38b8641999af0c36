"""The window at 1280 by 800 pixels, in English and in longer words: nothing is cut, nothing lies over another panel."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QPushButton, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from photon_desktop.paths import languages_folder
from photon_desktop.trading.messages import Action
from photon_desktop.trading.profile import AccountMode
from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.layout import BOTTOM_TABS
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.armed_frame import ArmingState
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.stylesheet import apply_theme
from photon_desktop.ui.translators import ENGLISH, speak
from tests.ui.examples import (
    APPLE,
    BTC,
    ETH,
    ICON_FOLDER,
    FixedClock,
    chain,
    decision,
    log_line,
    portfolio,
    report,
    series,
    status,
    watch_items,
)
from tests.ui.panels import test_analytics as analytics
from tests.ui.panels import test_model_desk as models
from tests.ui.panels.test_why import CASES, FLIP


@pytest.fixture(params=["en", "ru"])
def window(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    speak(qapp, request.param, languages_folder())
    apply_theme(qapp, DARK)
    made = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
    qtbot.addWidget(made)
    made.show()
    made.resize(1280, 800)
    made.reset_layout()
    fill(made)
    qtbot.waitUntil(lambda: made.size() == QSize(1280, 800))
    yield made
    speak(qapp, ENGLISH, languages_folder())


def fill(window: MainWindow) -> None:
    """Give every panel something to show."""
    window.show_watchlist(watch_items())
    for symbol, price in ((BTC, 96_000.0), (ETH, 3_600.0), (APPLE, 231.0)):
        window.show_history(series(symbol, 300, price))
    window.portfolio.show_portfolio(portfolio())
    for view in chain(0, decision(Action.BUY), report()):
        window.show_message(view)
        window.trades.take_report(view, report())
    for name in ("MarketMonitor", "DecisionMaker", "ExecutionAgent"):
        window.agents.show_status(status(name), 0)
    window.agents.show_log_line(log_line("Model rf-1 decides on DEMO-BTC."))
    window.panels.models.show_models(models.view())
    window.panels.models.show_drift(0.31)
    window.panels.analytics.show_analytics(analytics.view())


def bring_up(window: MainWindow, qtbot: QtBot, name: str) -> QDockWidget:
    dock = window.docks[name]
    dock.raise_()
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty())
    QApplication.processEvents()
    return dock


def cut(button: QAbstractButton) -> bool:
    """Whether a button is narrower than what it has to show, or ends outside of what holds it."""
    if button.width() < button.sizeHint().width() and button.text():
        return True
    holder = button.parentWidget()
    return holder is not None and not button.visibleRegion().contains(button.rect().adjusted(1, 1, -1, -1))


def test_no_button_of_a_panel_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    for name in BOTTOM_TABS:
        dock = bring_up(window, qtbot, name)
        buttons = [b for kind in (QPushButton, QToolButton) for b in dock.widget().findChildren(kind) if b.isVisible()]
        shown = [button for button in buttons if button.accessibleName() or button.text()]
        assert [(name, button.text() or button.accessibleName()) for button in shown if cut(button)] == []


def test_no_panel_needs_more_room_than_its_dock_has(window: MainWindow, qtbot: QtBot) -> None:
    for name in BOTTOM_TABS:
        dock = bring_up(window, qtbot, name)
        assert dock.widget().width() <= dock.width(), name
        assert dock.geometry().right() < window.docks["decisionFeed"].geometry().left(), name


def test_nothing_of_a_decisions_reasons_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    made = replace(decision(Action.BUY), cases=CASES, flip=FLIP, exploring=True)
    for view in chain(7, made, report()):
        window.show_message(view)
    window.feed.select(chain(7, made)[1].message.id)
    area = window.why.findChild(QScrollArea)
    qtbot.waitUntil(window.why.cases.isVisible)
    QApplication.processEvents()
    assert area.widget().width() <= area.viewport().width()


def test_no_table_scrolls_sideways(window: MainWindow, qtbot: QtBot) -> None:
    for name in BOTTOM_TABS:
        dock = bring_up(window, qtbot, name)
        tables = [table for table in dock.widget().findChildren(PlainTable) if not table.visibleRegion().isEmpty()]
        qtbot.waitUntil(lambda tables=tables: not any(table.horizontalScrollBar().maximum() for table in tables))


def test_the_mode_of_the_money_is_always_in_sight(window: MainWindow) -> None:
    window.show_market("real")
    for is_armed in (True, False):
        window.show_arming(ArmingState("Main account", AccountMode.LIVE, is_armed=is_armed), "")
        QApplication.processEvents()
        badge = window.toolbar.mode
        assert "LIVE" in badge.text()
        assert badge.visibleRegion().contains(badge.rect())
        kill = window.toolbar.widgetForAction(window.actions_by_name["actionKillSwitch"])
        assert not kill.visibleRegion().isEmpty()


def test_the_first_tab_names_its_panel_once_after_the_layout_was_reset(window: MainWindow) -> None:
    window.reset_layout()
    assert window.docks["portfolio"].titleBarWidget() is not None
