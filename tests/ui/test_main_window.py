"""The window: everything it is handed reaches its place, and everything a user asks for is told."""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDockWidget, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.trading.agent_status import AgentState
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import MARKET_MONITOR, Action
from photon_desktop.trading.prices import BarClosed
from photon_desktop.trading.profile import AccountMode, Profile
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.panels.frame.actions import WHY_NOT
from photon_desktop.ui.panels.views import Condition, MarketCondition
from photon_desktop.ui.stylesheet import apply_theme
from photon_desktop.ui.tables.watch_row import FeedState
from tests.ui.examples import (
    APPLE,
    BEGIN,
    BTC,
    ETH,
    HOUR,
    ICON_FOLDER,
    SECOND,
    FixedClock,
    blocked,
    chain,
    decision,
    log_line,
    portfolio,
    report,
    series,
    status,
    tick,
    watch_items,
)

DOCKS = {
    "watchlist",
    "decisionFeed",
    "whyPanel",
    "portfolio",
    "trades",
    "messages",
    "agents",
    "modelDesk",
    "analytics",
    "heatmap",
}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, clock: FixedClock) -> Iterator[MainWindow]:
    apply_theme(qapp, DARK)
    made = MainWindow(Icons(ICON_FOLDER), DARK, clock)
    qtbot.addWidget(made)
    made.show()
    yield made


@pytest.fixture
def market(window: MainWindow) -> MainWindow:
    """The window with a market in it."""
    window.show_watchlist(watch_items())
    for symbol, price in ((BTC, 96_000.0), (ETH, 3_600.0), (APPLE, 231.0)):
        window.show_history(series(symbol, 300, price))
    return window


def show_chain(window: MainWindow, number: int, *made: object) -> str:
    """Show a chain, and return the id of its decision."""
    views = chain(number, *made)
    for view in views:
        window.show_message(view)
    return views[1].message.id


def flush(window: MainWindow, qtbot: QtBot) -> None:
    """Wait for the next frame, and for the watchlist's, which lets the chart be painted first."""
    with qtbot.waitSignals([window.market_shown, window.board_shown]):
        pass


def focusable(window: MainWindow) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and is_own(w)]


def is_own(widget: QWidget) -> bool:
    """Whether the program made the widget, rather than Qt as a part of another one, and it takes the focus itself."""
    if widget.focusProxy() is not None:
        return False
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QLineEdit | QComboBox):
            return False
        above = above.parentWidget()
    return not widget.objectName().startswith("qt_")


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


# what is shown


def test_the_first_symbol_of_the_watchlist_is_put_on_the_chart(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.actions_by_name["actionDecide"].isEnabled()
    with qtbot.waitSignal(window.symbol_selected) as selected:
        window.show_watchlist(watch_items())
    assert selected.args == [BTC]
    assert window.desk.symbol == BTC
    assert window.actions_by_name["actionDecide"].isEnabled()


def test_the_data_are_asked_for_from_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.data_requested):
        window.actions_by_name["actionData"].trigger()
    assert window.actions_by_name["actionData"] in window.every_action()


def test_ticks_are_shown_with_the_next_frame_not_one_by_one(market: MainWindow, qtbot: QtBot) -> None:
    changes: list[int] = []
    market.watchlist.model.dataChanged.connect(lambda first, *_rest: changes.append(first.row()))
    for number in range(10_000):
        market.show_tick(tick((BTC, ETH, APPLE)[number % 3], 1_000.0 + number))
    flush(market, qtbot)
    assert len(changes) <= 3
    assert [market.watchlist.model.row_at(row).last for row in range(3)] == [10_999.0, 10_997.0, 10_998.0]


def test_closed_bars_reach_the_series_of_their_symbol_in_order(market: MainWindow, qtbot: QtBot) -> None:
    for number in range(3):
        for symbol in (BTC, ETH):
            flat = Bar(BEGIN + number * HOUR, 100.0, 100.0, 100.0, 100.0, 1.0)
            market.show_closed_bar(BarClosed(symbol, Interval.HOUR_1, flat, "demo"))
    flush(market, qtbot)
    for symbol in (BTC, ETH):
        bars = market.desk.series_of(symbol).bars
        assert bars.times[-3:].tolist() == [BEGIN, BEGIN + HOUR, BEGIN + 2 * HOUR]
        assert len(bars) == 303
    assert len(market.desk.series_of(APPLE).bars) == 300


def test_a_bar_told_twice_or_of_another_interval_stands_once(market: MainWindow, qtbot: QtBot) -> None:
    flat = Bar(BEGIN, 100.0, 100.0, 100.0, 100.0, 1.0)
    for news in (BarClosed(BTC, Interval.HOUR_1, flat, "demo"),) * 2 + (BarClosed(BTC, Interval.DAY_1, flat, "demo"),):
        market.show_closed_bar(news)
    flush(market, qtbot)
    assert len(market.desk.series_of(BTC).bars) == 301


def test_a_chain_reaches_the_feed_the_trace_the_trades_the_trend_and_the_chart(market: MainWindow) -> None:
    show_chain(market, 1, decision(), report())
    show_chain(market, 2, blocked())
    show_chain(market, 3, decision(Action.HOLD))
    assert market.feed.model.rowCount() == 3
    assert market.messages.chains.rowCount() == 3
    assert market.trades.model.rowCount() == 1
    assert market.watchlist.model.row_at(0).trend == "bull"
    assert [marker.kind for marker in market.desk.markers_of(BTC)] == ["decision", "fill", "blocked"]


def test_a_long_past_is_shown_without_holding_the_window_up(market: MainWindow, qtbot: QtBot) -> None:
    past = [view for number in range(400) for view in chain(number, decision(), report())]
    market.show_messages(past)
    assert market.messages.chains.rowCount() < 400  # the rest is shown a slice at a time
    qtbot.waitUntil(lambda: market.trades.model.rowCount() == 400, timeout=60_000)  # a busy machine takes its time
    show_chain(market, 400, decision(Action.SELL))
    assert market.feed.model.row(0).decision.action is Action.SELL
    assert market.trades.model.rowCount() == 400


def test_the_portfolio_is_shown_soon(market: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(market.books_shown):
        market.show_portfolio(portfolio())
    market.show_equity_curve(BEGIN + HOUR * np.arange(2), np.array([10_000.0, 10_003.0]))
    assert market.portfolio.figures["Equity"].text() == "10,003.03"
    assert market.portfolio.has_content


def test_agents_and_their_log_reach_their_panel(window: MainWindow) -> None:
    window.show_agent_status(status(state=AgentState.DEGRADED))
    window.show_log_line(log_line("Started."))
    assert window.agents.cards[MARKET_MONITOR].state.text() == "◆ degraded"
    assert window.agents.log.rowCount() == 1


def test_the_status_bar_tells_feed_model_store_and_time(market: MainWindow, qtbot: QtBot, clock: FixedClock) -> None:
    assert market.status.feed.text() == "– Not monitoring · demo"
    market.set_monitoring(True)
    market.show_tick(tick())
    flush(market, qtbot)
    market.show_model_status("Random forest, no evidence", "out of sample: ...")
    market.show_store_status("Store 4.2 MB")
    market.set_monitoring(True)
    assert market.status.feed.text() == "● Live · last price now · demo"
    assert market.status.model.text() == "Random forest, no evidence"
    assert market.status.store.text() == "Store 4.2 MB"
    assert market.status.clock.text() == "10:00:00 UTC"


def test_prices_that_stop_coming_are_said_to_be_stale(market: MainWindow, qtbot: QtBot, clock: FixedClock) -> None:
    market.set_monitoring(True)
    market.show_tick(tick())
    flush(market, qtbot)
    clock.now += 75 * SECOND
    qtbot.waitUntil(lambda: market.status.feed.text() == "○ Stale · last price 1 min 15 s ago · demo", timeout=3_000)
    assert market.watchlist.model.row_at(0).feed is FeedState.STALE


def test_the_pace_is_offered_only_for_a_simulated_market(window: MainWindow, qtbot: QtBot) -> None:
    window.begin_market("real")
    qtbot.waitUntil(lambda: not window.toolbar.speed.isVisible())
    window.begin_market("demo")
    qtbot.waitUntil(window.toolbar.speed.isVisible)
    window.show_speed(600.0)
    with qtbot.waitSignal(window.speed_changed) as changed:
        window.toolbar.speed.setCurrentIndex(3)
    assert changed.args == [3_600.0]


def test_the_other_market_is_asked_for_by_its_name_and_by_a_key(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.market_changed) as asked:
        window.toolbar.market.setCurrentIndex(1)
    assert asked.args == ["real"]
    window.begin_market("real")
    with qtbot.waitSignal(window.market_changed) as asked_back:
        window.actions_by_name["actionMarket"].trigger()
    assert asked_back.args == ["demo"]


def test_another_market_begins_with_nothing_of_the_one_before(market: MainWindow, qtbot: QtBot) -> None:
    trace = show_chain(market, 1, decision(), report())
    market.show_portfolio(portfolio())
    market.show_tick(tick())
    flush(market, qtbot)
    market.feed.select(market.feed.model.decision_of(trace))
    market.begin_market("real")
    assert (market.desk.symbol, market.watchlist.model.rowCount(), market.desk.markers_of(BTC)) == ("", 0, ())
    assert not any(model.rowCount() for model in (market.feed.model, market.trades.model, market.messages.chains))
    panels = (market.watchlist, market.feed, market.why, market.portfolio, market.trades, market.messages)
    assert not any(panel.has_content for panel in panels)
    market.show_watchlist(watch_items(APPLE))
    market.show_history(series(APPLE, start=230.0, source="yahoo"))
    assert market.desk.symbol == APPLE
    qtbot.waitUntil(lambda: not market.toolbar.speed.isVisible())


def test_the_badge_names_the_mode(window: MainWindow) -> None:
    badge = window.findChild(QLabel, "modeBadge")
    assert badge.text() == "PAPER"
    window.show_mode("live")
    assert badge.text() == "LIVE"
    assert badge.property("tone") == "danger"


def test_a_problem_is_told_at_the_top_and_stops_nobody(window: MainWindow) -> None:
    window.show_problem("The feed stopped", "Positions keep their stops. Check the connection.", "timeout")
    assert window.banner.isVisible()
    assert QApplication.activeModalWidget() is None


def test_a_market_that_is_offline_is_said_to_be_on_its_panels(market: MainWindow) -> None:
    market.show_market_condition(
        MarketCondition(Condition.OFFLINE, "The exchange can't be reached; check the network.")
    )
    assert market.watchlist.notice == "✕ Offline. The exchange can't be reached; check the network."
    market.show_market_condition(MarketCondition(Condition.READY))
    assert market.watchlist.notice == ""


def test_every_panel_says_what_will_stand_in_it(window: MainWindow) -> None:
    for dock in window.docks.values():
        dock.hold()
        panel = dock.widget()
        assert not panel.has_content
        assert panel.notice.endswith(".")
        assert len(panel.notice) > 40


# what is asked for


def test_choosing_a_symbol_puts_it_on_the_chart_and_tells_it(market: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(market.symbol_selected) as selected:
        market.watchlist.view.setCurrentIndex(market.watchlist.model.index(1))
    assert selected.args == [ETH]
    assert market.desk.symbol == ETH
    with qtbot.waitSignal(market.symbol_selected):
        market.actions_by_name["actionNextSymbol"].trigger()
    assert market.desk.symbol == APPLE


def test_a_click_on_a_decision_fills_the_why_panel_and_goes_to_its_bar(market: MainWindow, qtbot: QtBot) -> None:
    show_chain(market, 1, decision(symbol=ETH, price="3600", decided_at=BEGIN - 200 * HOUR))
    show_chain(market, 2, decision(Action.SELL))
    gone_to: list[int] = []
    market.chart.go_to = gone_to.append  # type: ignore[method-assign]
    place = market.feed.view.visualRect(market.feed.filter.index(1, 0)).center()
    qtbot.mouseClick(market.feed.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert market.why.head.text() == "▲ BUY  DEMO-ETH  1h"
    assert market.desk.symbol == ETH
    assert set(gone_to) == {BEGIN - 200 * HOUR}
    assert market.messages.steps.rowCount() == 2


def test_a_click_on_a_marker_opens_its_decision_also_for_a_fill(market: MainWindow) -> None:
    show_chain(market, 1, decision(), report())
    for marker in market.desk.markers_of(BTC):
        market.feed.view.clearSelection()
        market.why.head.clear()
        market.chart.marker_clicked.emit(marker)
        assert market.why.head.text() == "▲ BUY  DEMO-BTC  1h"


def test_a_click_on_a_trade_shows_its_symbol(market: MainWindow) -> None:
    show_chain(market, 1, decision(symbol=ETH, price="3600"), report(symbol=ETH))
    market.trades.report_chosen.emit(market.trades.model.row(0))
    assert market.desk.symbol == ETH
    assert market.messages.steps.rowCount() == 3


def test_monitoring_is_asked_for_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    action = window.actions_by_name["actionMonitor"]
    with qtbot.waitSignal(window.monitor_toggled) as asked:
        action.trigger()
    assert asked.args == [True]
    assert action.text() == "Start &monitoring"
    window.set_monitoring(True)
    assert action.text() == "Stop &monitoring"
    with qtbot.waitSignal(window.monitor_toggled) as asked:
        action.trigger()
    assert asked.args == [False]


def test_deciding_now_names_the_symbol_on_the_chart(market: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(market.decide_requested) as asked:
        qtbot.keyClick(market, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [BTC]


def test_an_interval_picked_on_the_chart_is_told(market: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(market.interval_selected) as asked:
        market.chart.interval_requested.emit("4h")
    assert asked.args == ["4h"]


def test_agents_are_asked_to_start_stop_and_restart(window: MainWindow, qtbot: QtBot) -> None:
    window.show_agent_status(status())
    for button, signal in (("stop", window.agent_stop_requested), ("restart", window.agent_restart_requested)):
        with qtbot.waitSignal(signal) as asked:
            window.agents.cards[MARKET_MONITOR].buttons[button].click()
        assert asked.args == [MARKET_MONITOR]
    window.show_agent_status(status(state=AgentState.STOPPED))
    with qtbot.waitSignal(window.agent_start_requested):
        window.agents.cards[MARKET_MONITOR].buttons["play"].click()


def test_following_is_one_state_for_the_chart_and_its_action(market: MainWindow) -> None:
    action = market.actions_by_name["actionFollow"]
    market.chart.following_changed.emit(False)
    assert not action.isChecked()
    market.chart.following_changed.emit(True)
    assert action.isChecked()


# actions and accessibility


def test_every_action_has_words_a_shortcut_and_a_place_in_a_menu(window: MainWindow) -> None:
    in_menus = window.every_action()
    own = [action for action in window.findChildren(QAction) if action.objectName().startswith("action")]
    assert {action.objectName() for action in own} == {action.objectName() for action in in_menus}
    for action in own:
        assert action.text(), action.objectName()
        assert not action.shortcut().isEmpty(), action.objectName()
        assert action.statusTip(), action.objectName()


def test_no_two_actions_share_a_shortcut(window: MainWindow) -> None:
    keys = [action.shortcut().toString(QKeySequence.SequenceFormat.PortableText) for action in window.every_action()]
    assert len(set(keys)) == len(keys)


def test_every_widget_that_can_be_reached_by_tab_has_an_accessible_name(market: MainWindow) -> None:
    market.show_agent_status(status())
    market.show_log_line(log_line("Started."))
    market.show_problem("The feed stopped", "Check the connection.", "timeout")
    nameless = [
        f"{type(w).__name__} {w.objectName()} in {w.parentWidget()!r}"
        for w in focusable(market)
        if not accessible_name(w)
    ]
    assert nameless == []
    assert len(focusable(market)) > 10


def test_the_palette_finds_every_action(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["actionPalette"].trigger()
    palette = window.findChild(QDialog, "commandPalette")
    assert len(palette.shown_texts()) == len(window.every_action())
    assert all(action.isEnabled() or action.property(WHY_NOT) for action in window.every_action())
    qtbot.keyClicks(palette.findChild(QLineEdit), "light theme")
    with qtbot.waitSignal(window.theme_changed) as asked:
        qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert asked.args == ["light"]


def test_help_shows_the_version_and_every_shortcut(window: MainWindow) -> None:
    window.actions_by_name["actionAbout"].trigger()
    window.actions_by_name["actionShortcuts"].trigger()
    about, sheet = (window.findChild(QDialog, name) for name in ("aboutDialog", "shortcutSheet"))
    assert any(label.text().startswith("Version ") for label in about.findChildren(QLabel))
    assert {"Ctrl+K", "Ctrl+Q", "F11"} <= {label.text() for label in sheet.findChildren(QLabel)}
    about.close()
    sheet.close()


# look and layout


def _usual_lightness(image: QImage) -> list[float]:
    """The median lightness of chart, watchlist, decision feed and status bar: of what lies behind their words."""
    areas = (QRect(300, 150, 400, 300), QRect(10, 250, 150, 200), QRect(1_000, 150, 200, 200), QRect(300, 785, 300, 10))
    return [median(_lightness_in(image, area)) for area in areas]


def _lightness_in(image: QImage, area: QRect) -> list[int]:
    columns, rows = range(area.left(), area.right(), 7), range(area.top(), area.bottom(), 3)
    return [image.pixelColor(x, y).lightness() for x in columns for y in rows]


def test_the_theme_can_be_changed_while_it_runs(market: MainWindow, qapp: QApplication, qtbot: QtBot) -> None:
    show_chain(market, 1, decision(), report())
    dark = market.grab().toImage()
    with qtbot.waitSignal(market.theme_changed) as asked:
        market.actions_by_name["actionTheme"].trigger()
    assert asked.args == ["light"]
    apply_theme(qapp, LIGHT)
    market.set_theme(LIGHT)
    assert max(_usual_lightness(dark)) < 100
    qtbot.waitUntil(lambda: min(_usual_lightness(market.grab().toImage())) > 150)
    assert market.actions_by_name["actionTheme"].text() == "Dark &theme"
    apply_theme(qapp, DARK)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (2560, 1440)])
def test_at_every_size_the_chart_has_the_most_room_and_all_docks_are_there(
    market: MainWindow, qtbot: QtBot, width: int, height: int
) -> None:
    market.resize(width, height)
    market.reset_layout()
    qtbot.waitUntil(lambda: market.size() == QSize(width, height))
    chart = market.chart.width() * market.chart.height()
    docks = [dock for dock in market.docks.values() if not dock.visibleRegion().isEmpty()]
    assert {dock.objectName() for dock in market.findChildren(QDockWidget)} == DOCKS
    assert {"watchlist", "decisionFeed", "whyPanel", "portfolio"} <= {dock.objectName() for dock in docks}
    assert all(chart > dock.width() * dock.height() for dock in docks)
    assert market.docks["watchlist"].width() >= 200
    assert market.docks["decisionFeed"].width() >= 300


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_layout_is_taken_up_again(window: MainWindow, qtbot: QtBot, clock: FixedClock) -> None:
    window.docks["agents"].hide()
    window.docks["watchlist"].setFloating(True)
    kept = window.layout_state()
    other = MainWindow(Icons(ICON_FOLDER), DARK, clock)
    qtbot.addWidget(other)
    assert other.restore_layout(kept)
    other.show()
    assert other.docks["agents"].isHidden()
    assert other.docks["watchlist"].isFloating()
    assert other.banner.isHidden()
    other.reset_layout()
    assert not other.docks["agents"].isHidden()
    assert not other.docks["watchlist"].isFloating()


@pytest.mark.parametrize("damaged", [b"", b"{}", b"not json", b'{"version": 1, "geometry": "AA==", "state": "%%"}',
                                     b'{"version": 99, "geometry": "", "state": ""}', b"[1]"])  # fmt: skip
def test_a_layout_that_can_not_be_read_leaves_the_default(window: MainWindow, damaged: bytes) -> None:
    before = window.layout_state()
    assert not window.restore_layout(damaged)
    assert window.layout_state() == before


def test_a_panel_can_be_hidden_and_shown_by_its_action(window: MainWindow) -> None:
    toggle = next(action for action in window.every_action() if action.objectName() == "actionShowTrades")
    toggle.trigger()
    assert window.docks["trades"].isHidden()
    toggle.trigger()
    assert not window.docks["trades"].isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_tab_names_its_panel_once(window: MainWindow) -> None:
    portfolio_dock = window.docks["portfolio"]
    assert portfolio_dock.titleBarWidget() is not None
    portfolio_dock.setFloating(True)
    assert portfolio_dock.titleBarWidget() is None


def test_the_whole_screen_is_filled_and_given_back(window: MainWindow) -> None:
    action = window.actions_by_name["actionFullScreen"]
    action.trigger()
    assert window.isFullScreen()
    action.trigger()
    assert not window.isFullScreen()


def test_closing_tells_the_application_and_stops_the_timers(market: MainWindow, qtbot: QtBot) -> None:
    market.show_tick(tick())
    with qtbot.waitSignal(market.closing):
        market.close()
    assert not market.isVisible()
    with qtbot.assertNotEmitted(market.closing):
        market.close()


def test_quit_closes_the_window(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.actions_by_name["actionQuit"].trigger()


def test_the_toolbar_shows_icon_and_word(window: MainWindow) -> None:
    buttons = [b for b in window.toolbar.findChildren(QToolButton) if b.defaultAction() is not None]
    assert len(buttons) == 6
    for button in buttons:
        assert button.text()
        assert not button.icon().isNull()


def test_a_decision_on_a_symbol_not_watched_is_still_shown(market: MainWindow) -> None:
    made = replace(decision(), ticker="SOLUSDT")
    message_id = show_chain(market, 1, made)
    market.feed.select(message_id)
    assert market.why.head.text() == "▲ BUY  SOLUSDT  1h"


@pytest.mark.parametrize(("market_name", "mode"), [("demo", "paper"), ("real", "testnet"), ("real", "live")])
def test_the_toolbar_of_the_smallest_window_holds_account_and_mode_even_when_halted(
    window: MainWindow, qapp: QApplication, market_name: str, mode: str
) -> None:
    profile = Profile("An account with a rather long name", "x-1", AccountMode(mode), market_name)
    window.resize(1_280, 800)
    window.show_market(market_name)
    window.show_mode(mode)
    window.show_halt("Because")
    window.set_monitoring(False)
    window.toolbar.account.show_accounts([profile], profile)
    qapp.processEvents()
    assert window.toolbar.mode.text() == f"{mode.upper()}  ■ HALTED"
    assert window.toolbar.sizeHint().width() <= 1_280
    for part in (window.toolbar.account, window.toolbar.mode, window.toolbar.market):
        assert part.isVisible()
        assert window.rect().contains(QRect(part.mapTo(window, part.rect().topLeft()), part.size()))
    assert window.toolbar.mode.width() >= window.toolbar.mode.sizeHint().width()


def test_an_account_is_picked_in_the_toolbar_and_shown_once_it_trades(window: MainWindow, qtbot: QtBot) -> None:
    first, second = (Profile(name, name.lower(), AccountMode.PAPER, "demo") for name in ("Paper", "Savings"))
    picker, heard, opened = window.toolbar.account, list[object](), list[bool]()
    picker.picked.connect(heard.append)
    picker.all_requested.connect(lambda: opened.append(True))
    picker.show_accounts([first, second], first)
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert (heard, picker.currentText()) == ([second], "Paper")
    picker.show_accounts([first, second], second)
    assert (picker.currentText(), picker.accessibleName()) == ("Savings", "Account")
    qtbot.keyClick(picker, Qt.Key.Key_End)
    assert (opened, heard, picker.currentText()) == ([True], [second], "Savings")


@pytest.mark.parametrize("name", ["modelDesk", "analytics"])
def test_a_large_panel_behind_a_tab_is_made_once_it_is_seen(name: str, window: MainWindow, qtbot: QtBot) -> None:
    assert window.docks[name].widget() is None
    window.docks[name].raise_()
    qtbot.waitUntil(lambda: window.docks[name].widget() is not None)
    assert window.docks[name].widget() is {"modelDesk": window.models, "analytics": window.analytics}[name]


def test_a_panel_made_late_is_in_the_theme_chosen_meanwhile(window: MainWindow) -> None:
    window.set_theme(LIGHT)
    assert window.analytics._theme is LIGHT
