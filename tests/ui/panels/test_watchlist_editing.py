"""The watchlist in the user's hands: add, remove, undo, filter, order, kinds, and the states of feeds in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.ui.design import Theme
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.panels.views import WatchItem
from photon_desktop.ui.panels.watch.undo_notice import UndoNotice
from photon_desktop.ui.panels.watchlist import WatchlistPanel
from photon_desktop.ui.tables.watch_row import FeedState as Shown
from tests.ui.examples import BEGIN, SECOND, instrument, tick

REASON = "The simulated market has symbols of its own."


def items(names: str) -> tuple[WatchItem, ...]:
    return tuple(WatchItem(name, instrument(name)) for name in names.split())


@pytest.fixture
def panel(qtbot: QtBot, icons: Icons, theme: Theme) -> Iterator[WatchlistPanel]:
    made = WatchlistPanel(icons, theme)
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    made.set_items(items("BTCUSDT ETHUSDT AAPL MSFT"))
    yield made
    made.undo_notice.dismiss()


def select(panel: WatchlistPanel, *symbols: str) -> None:
    panel.view.select_quietly(symbols, symbols[-1])


def entry(panel: WatchlistPanel, text: str) -> QAction:
    """The action of the context menu whose words begin so, wherever it stands in it."""
    actions = panel.menu().findChildren(QAction)
    return next(action for action in actions if action.text().replace("&", "").startswith(text))


def test_symbols_are_added_below_told_and_the_first_of_them_is_chosen(panel: WatchlistPanel) -> None:
    told: list[object] = []
    panel.symbols_added.connect(told.append)
    panel.symbol_chosen.connect(told.append)
    panel.add(["SOLUSDT", "AAPL", "NVDA", "SOLUSDT"])
    assert told == [("SOLUSDT", "NVDA"), "SOLUSDT"]
    assert panel.symbols == ("BTCUSDT", "ETHUSDT", "AAPL", "MSFT", "SOLUSDT", "NVDA")


def test_a_kind_that_was_overruled_is_told_before_the_symbol(panel: WatchlistPanel) -> None:
    told: list[object] = []
    panel.kind_changed.connect(lambda symbol, kind: told.append((symbol, kind)))
    panel.symbols_added.connect(told.append)
    panel.add(["GBTC", "NVDA"], {"GBTC": InstrumentKind.STOCK})
    assert told == [("GBTC", InstrumentKind.STOCK), ("GBTC", "NVDA")]


def test_several_rows_are_removed_at_once_and_the_list_already_is_the_new_one_when_told(
    panel: WatchlistPanel,
) -> None:
    told: list[object] = []
    panel.symbols_removed.connect(lambda names: told.append((names, panel.symbols)))
    select(panel, "ETHUSDT", "MSFT")
    panel.remove_selected()
    assert told == [(("ETHUSDT", "MSFT"), ("BTCUSDT", "AAPL"))]
    assert panel.undo_notice.words.text() == "Removed 2 symbols."
    assert panel.view.selected() == ("AAPL",)


def test_undo_puts_rows_back_where_they_stood_with_what_was_known(panel: WatchlistPanel, qtbot: QtBot) -> None:
    panel.take_ticks({"ETHUSDT": tick("ETHUSDT", 3_600.0)}, BEGIN)
    select(panel, "BTCUSDT", "ETHUSDT", "MSFT")
    panel.remove_selected()
    told: list[object] = []
    panel.symbols_added.connect(told.append)
    panel.order_changed.connect(told.append)
    panel.undo_notice.button.click()
    assert panel.symbols == ("BTCUSDT", "ETHUSDT", "AAPL", "MSFT")
    assert told == [("BTCUSDT", "ETHUSDT", "MSFT"), panel.symbols]
    assert panel.model.row_at(1).last == 3_600.0
    assert panel.undo_notice.isHidden()
    with qtbot.assertNotEmitted(panel.symbols_added):
        panel.undo()


def test_the_last_symbol_can_be_removed_and_put_back(panel: WatchlistPanel) -> None:
    select(panel, *panel.symbols)
    panel.remove_selected()
    assert panel.notice == "No symbols yet. Press Ins or + to add some."
    assert panel.undo_notice.isVisible()
    panel.undo()
    assert panel.has_content
    assert len(panel.symbols) == 4


def test_the_notice_goes_by_itself_and_the_offer_with_it(qtbot: QtBot, panel: WatchlistPanel) -> None:
    notice = panel.findChild(UndoNotice)
    notice._timer.setInterval(1)
    select(panel, "AAPL")
    with qtbot.waitSignal(notice.gone):
        panel.remove_selected()
    assert notice.isHidden()
    panel.undo()
    assert "AAPL" not in panel.symbols


def test_typing_in_the_field_narrows_the_rows(panel: WatchlistPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.bar.field, "usdt")
    assert [panel.view.isRowHidden(place) for place in range(4)] == [False, False, True, True]
    panel.view.mark("BTCUSDT")
    panel.step(1)
    assert panel.view.selected() == ("ETHUSDT",)
    panel.step(1)
    assert panel.view.selected() == ("ETHUSDT",)
    qtbot.keyClicks(panel.bar.field, "x")
    assert panel.no_match.isVisible()
    assert "usdtx" in panel.no_match.text()
    qtbot.keyClick(panel.bar.field, Qt.Key.Key_Escape)
    assert not any(panel.view.isRowHidden(place) for place in range(4))
    assert panel.no_match.isHidden()


def test_rows_that_come_later_are_filtered_too(panel: WatchlistPanel) -> None:
    panel.bar.field.setText("usdt")
    panel.set_items(items("NVDA BTCUSDT AAPL SOLUSDT"))
    assert [panel.view.isRowHidden(place) for place in range(4)] == [True, False, True, False]


def test_the_keys_move_rows_together(panel: WatchlistPanel, qtbot: QtBot) -> None:
    select(panel, "AAPL", "MSFT")
    with qtbot.waitSignal(panel.order_changed) as told:
        panel.move_up()
    assert told.args == [("BTCUSDT", "AAPL", "MSFT", "ETHUSDT")]
    panel.move_up()
    panel.move_up()
    assert panel.symbols == ("AAPL", "MSFT", "BTCUSDT", "ETHUSDT")
    panel.move_down()
    assert panel.symbols == ("BTCUSDT", "AAPL", "MSFT", "ETHUSDT")
    assert panel.view.selected() == ("AAPL", "MSFT")


def test_a_row_let_go_elsewhere_moves_there(panel: WatchlistPanel) -> None:
    told: list[object] = []
    panel.order_changed.connect(told.append)
    nowhere = panel.view.rootIndex()
    assert panel.model.moveRows(nowhere, 3, 1, nowhere, 1)
    assert panel.symbols == ("BTCUSDT", "MSFT", "ETHUSDT", "AAPL")
    assert panel.model.moveRows(nowhere, 0, 2, nowhere, 4)
    assert panel.symbols == ("ETHUSDT", "AAPL", "BTCUSDT", "MSFT")
    assert not panel.model.moveRows(nowhere, 1, 1, nowhere, 2)
    assert told == []
    panel.view.dropped.emit()
    assert told == [panel.symbols]


def test_rows_can_be_dragged_only_while_the_order_is_in_sight(panel: WatchlistPanel) -> None:
    draggable = Qt.ItemFlag.ItemIsDragEnabled
    index = panel.model.index(0)
    seen = [bool(panel.model.flags(index) & draggable)]
    panel.bar.field.setText("btc")
    seen.append(bool(panel.model.flags(index) & draggable))
    panel.bar.field.clear()
    panel.set_editable(False, REASON)
    seen.append(bool(panel.model.flags(index) & draggable))
    assert seen == [True, False, False]
    assert not panel.model.flags(index) & Qt.ItemFlag.ItemIsDropEnabled


def test_a_list_that_is_fixed_says_why_and_changes_nothing(panel: WatchlistPanel, qtbot: QtBot) -> None:
    panel.set_editable(False, REASON)
    select(panel, "AAPL")
    panel.mark("MSFT")
    for button in ("add", "remove"):
        assert not panel.bar.buttons[button].isEnabled()
        assert panel.bar.buttons[button].toolTip() == REASON
    before = panel.symbols
    signals = (panel.symbols_added, panel.symbols_removed, panel.order_changed, panel.kind_changed, panel.add_requested)
    spies: list[str] = []
    for signal in signals:
        signal.connect(lambda *_told: spies.append("told"))
    for deed in (panel.remove_selected, panel.move_up, panel.move_down, panel.undo, panel.ask_to_add):
        deed()
    panel.add(["NVDA"])
    panel.give_kind(InstrumentKind.STOCK)
    assert (panel.symbols, spies) == (before, [])
    assert not entry(panel, "Remove").isEnabled()
    assert entry(panel, "Remove").toolTip() == REASON
    assert entry(panel, "Price alerts").isEnabled()
    panel.set_editable(True)
    assert panel.bar.buttons["add"].isEnabled()
    assert entry(panel, "Remove MSFT").isEnabled()


def test_the_menu_gives_the_selected_symbols_a_kind_and_takes_it_back(panel: WatchlistPanel) -> None:
    told: list[object] = []
    panel.kind_changed.connect(lambda symbol, kind: told.append((symbol, kind)))
    select(panel, "AAPL", "MSFT")
    assert entry(panel, "Automatic (stock)").isChecked()
    entry(panel, "Crypto").trigger()
    assert told == [("AAPL", InstrumentKind.CRYPTO), ("MSFT", InstrumentKind.CRYPTO)]
    assert entry(panel, "Crypto").isChecked()
    assert "crypto, as you chose" in panel.model.index(2).data(Qt.ItemDataRole.ToolTipRole)
    entry(panel, "Automatic").trigger()
    assert told[2:] == [("AAPL", None), ("MSFT", None)]
    assert "stock, by its name" in panel.model.index(2).data(Qt.ItemDataRole.ToolTipRole)


def test_the_menu_copies_removes_and_asks_for_alerts(panel: WatchlistPanel, qtbot: QtBot) -> None:
    select(panel, "ETHUSDT", "AAPL")
    entry(panel, "Copy").trigger()
    assert QGuiApplication.clipboard().text() == "ETHUSDT\nAAPL"
    with qtbot.waitSignal(panel.alert_requested) as asked:
        entry(panel, "Price alerts").trigger()
    assert asked.args == ["AAPL"]
    with qtbot.waitSignal(panel.symbols_removed) as removed:
        entry(panel, "Remove 2 symbols").trigger()
    assert removed.args == [("ETHUSDT", "AAPL")]


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_the_context_menu_opens_where_it_is_asked_for(panel: WatchlistPanel) -> None:
    panel.view.customContextMenuRequested.emit(QPoint(20, 20))
    shown = [menu for menu in panel.findChildren(type(panel.menu())) if menu.isVisible()]
    assert len(shown) == 1
    shown[0].close()


def test_selecting_several_rows_leaves_the_chart_alone(panel: WatchlistPanel, qtbot: QtBot) -> None:
    panel.mark("BTCUSDT")
    place = panel.view.visualRect(panel.model.index(2)).center()
    with qtbot.assertNotEmitted(panel.symbol_chosen):
        qtbot.mouseClick(
            panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=place
        )
    assert panel.view.selected() == ("BTCUSDT", "AAPL")
    panel.step(1)  # by Ctrl+Down, so with Ctrl held
    assert panel.view.selected() == ("MSFT",)
    with qtbot.waitSignal(panel.symbol_chosen) as chosen:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["AAPL"]


def test_new_instruments_and_orders_keep_the_selection(panel: WatchlistPanel) -> None:
    select(panel, "ETHUSDT", "AAPL")
    panel.set_items(items("AAPL MSFT ETHUSDT"))
    assert panel.view.selected() == ("AAPL", "ETHUSDT")
    assert panel.view.current_symbol == "AAPL"


PHASES = {
    Phase.LIVE: Shown.LIVE,
    Phase.DELAYED: Shown.DELAYED,
    Phase.STALE: Shown.STALE,
    Phase.RECONNECTING: Shown.RECONNECTING,
    Phase.OFFLINE: Shown.OFFLINE,
    Phase.CLOSED: Shown.CLOSED,
    Phase.CONNECTING: Shown.WAITING,
    Phase.STOPPED: Shown.OFF,
}


@pytest.mark.parametrize("phase", list(Phase))
def test_what_a_feed_says_of_itself_counts_and_stays_when_a_price_comes(panel: WatchlistPanel, phase: Phase) -> None:
    panel.take_ticks({"AAPL": tick("AAPL", 231.0)}, BEGIN)
    panel.show_feed_states({"AAPL": FeedState(phase, "The exchange opens at 14:30 UTC.")})
    panel.model.judge_feeds(BEGIN + 60 * SECOND, True)
    assert panel.model.row_at(2).feed is PHASES[phase]
    panel.take_ticks({"AAPL": tick("AAPL", 231.5)}, BEGIN + 61 * SECOND)
    assert panel.model.row_at(2).feed is PHASES[phase]
    words = panel.model.index(2).data(Qt.ItemDataRole.ToolTipRole)
    assert f"feed {PHASES[phase].value}" in words
    assert words.endswith("The exchange opens at 14:30 UTC.")


def test_a_symbol_that_the_exchange_refuses_is_an_error(panel: WatchlistPanel) -> None:
    panel.show_feed_states({"MSFT": FeedState(Phase.LIVE, "MSFT is not traded here.", refused=("MSFT",))})
    panel.model.judge_feeds(BEGIN, True)
    assert panel.model.row_at(3).feed is Shown.ERROR


def test_every_state_has_a_sign_of_its_own_without_colour(panel: WatchlistPanel) -> None:
    panel.set_items(items("A"))
    row, seen = panel.model.row_at(0), {}
    row.ticked_at = BEGIN
    for state in Shown:
        row.feed = state
        image = panel.view.viewport().grab().toImage()
        ground = image.pixelColor(230, 45)
        sign = [[image.pixelColor(x, y) != ground for x in range(8, 18)] for y in range(8, 24)]
        seen[state] = str(sign)
    assert len(set(seen.values())) == len(seen)


def test_a_symbol_that_comes_later_shows_what_its_feed_said_before(panel: WatchlistPanel) -> None:
    panel.show_feed_states({name: FeedState(Phase.CLOSED, "It opens on Monday.") for name in ("NVDA", "SPY")})
    panel.add(["NVDA"])
    panel.set_items(items("BTCUSDT NVDA SPY"))
    panel.model.judge_feeds(BEGIN, True)
    assert [panel.model.row_at(place).feed for place in range(3)] == [Shown.WAITING, Shown.CLOSED, Shown.CLOSED]


def test_no_price_is_out_of_sight_in_a_narrow_dock(panel: WatchlistPanel) -> None:
    panel.resize(170, 400)
    QGuiApplication.processEvents()
    assert panel.view.horizontalScrollBar().maximum() == 0
    assert panel.view.visualRect(panel.model.index(0)).right() <= panel.view.viewport().width()


def test_open_alerts_are_told_by_a_bell_and_in_words(panel: WatchlistPanel) -> None:
    before = panel.view.viewport().grab().toImage()
    panel.show_alert_counts({"ETHUSDT": 2, "NOBODY": 1})
    after = panel.view.viewport().grab().toImage()
    assert before != after
    assert ", 2 price alerts," in panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    panel.show_alert_counts({})
    assert panel.view.viewport().grab().toImage() == before
