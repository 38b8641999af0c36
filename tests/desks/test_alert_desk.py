"""Prices come in, alerts go off: the desktop, the window and the store are told."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desks.alert_desk import AlertDesk
from photon_desktop.desks.notifications import Notifications
from photon_desktop.errors import StoreFullError
from photon_desktop.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.look import Style
from photon_desktop.ui.design import DARK, LIGHT
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.stylesheet import apply_theme
from tests.desks.test_notifications import KeptTray
from tests.ui.chart.mouse import point
from tests.ui.examples import BEGIN, BTC, ETH, ICON_FOLDER, SECOND, FixedClock, instrument, series, tick, watch_items


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def tray() -> KeptTray:
    return KeptTray()


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, store: Store, tray: KeptTray) -> Callable[[], tuple[AlertDesk, MainWindow]]:
    """Opens the window and its desk of alerts, as a start of the program does."""
    apply_theme(qapp, DARK)
    numbers = count()

    def build() -> tuple[AlertDesk, MainWindow]:
        clock = FixedClock()
        window = MainWindow(Icons(ICON_FOLDER), DARK, clock)
        qtbot.addWidget(window)
        notifications = Notifications(window, lambda: tray)
        desk = AlertDesk(window, store, clock, notifications, DARK, lambda size: next(numbers).to_bytes(size))
        window.show_watchlist(watch_items())
        window.show()
        return desk, window

    return build


Make = Callable[[], tuple[AlertDesk, MainWindow]]


def set_alert(desk: AlertDesk, symbol: str, level: str, often: int = 0) -> None:
    dialog = desk.open(symbol)
    dialog.form.often.setCurrentIndex(often)
    dialog.form.level.setText(level)
    dialog.put.click()


def test_an_alert_that_goes_off_is_told_everywhere_and_marked(
    make: Callable[[], tuple[AlertDesk, MainWindow]], store: Store, tray: KeptTray, qtbot: QtBot
) -> None:
    desk, window = make()
    desk.take_tick(tick(BTC, 96_000.0))
    set_alert(desk, BTC, "97000")
    assert window.watchlist.model.row_at(0).alerts == 1
    desk.take_tick(tick(BTC, 96_999.0))
    assert tray.deeds == []
    with qtbot.waitSignal(desk.went_off):
        desk.take_tick(tick(BTC, 97_000.5, BEGIN + 9 * SECOND))
    assert [problem.title for problem in window.banner.problems] == ["DEMO-BTC at 97,000.5 USD"]
    assert "Alert: ▲ rises to 97,000.0. Went off at 2024-12-07" in window.banner.problems[0].sentence
    assert tray.deeds[0] == "show"
    assert tray.deeds[1].startswith("DEMO-BTC at 97,000.5 USD: Alert: ▲ rises to 97,000.0.")
    assert window.watchlist.model.row_at(0).alerts == 0
    desk.settle()
    assert store.alerts.read().alerts[0].last_triggered_ns == BEGIN + 9 * SECOND
    desk.finish()
    assert tray.deeds[-1] == "hide"


def test_after_a_restart_no_alert_goes_off_twice_and_none_is_forgotten(
    make: Callable[[], tuple[AlertDesk, MainWindow]], tray: KeptTray
) -> None:
    desk, _ = make()
    desk.take_tick(tick(BTC, 96_000.0))
    desk.take_tick(tick(ETH, 3_600.0))
    set_alert(desk, BTC, "97000", often=1)
    set_alert(desk, ETH, "3700")
    desk.take_tick(tick(BTC, 97_100.0))
    assert len(tray.deeds) == 2
    desk.settle()
    again, window = make()
    assert [window.watchlist.model.row_at(row).alerts for row in range(2)] == [1, 1]
    again.take_tick(tick(BTC, 97_200.0))
    assert len(tray.deeds) == 2
    again.take_tick(tick(ETH, 3_800.0))  # it rose while nobody watched
    assert tray.deeds[-1].startswith("DEMO-ETH at 3,800.00 USD")


def test_the_store_is_written_only_when_an_alert_changes(
    make: Callable[[], tuple[AlertDesk, MainWindow]], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = make()
    desk.take_tick(tick(BTC, 96_000.0))
    set_alert(desk, BTC, "97000")
    desk.settle()
    written: list[int] = []
    monkeypatch.setattr(store.alerts, "keep", lambda alerts: written.append(len(tuple(alerts))))
    for number in range(500):
        desk.take_tick(tick(BTC, 96_000.0 + number % 7))
        desk.take_tick(tick(ETH, 3_600.0 + number % 7))
    assert written == []
    desk.take_tick(tick(BTC, 97_000.0))
    desk.settle()
    assert written == [1]


def test_an_alert_that_the_disk_does_not_take_is_told_with_what_to_do(
    make: Callable[[], tuple[AlertDesk, MainWindow]], store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(_: object) -> None:
        raise StoreFullError("The disk is full.")

    monkeypatch.setattr(store.alerts, "keep", full)
    desk, window = make()
    set_alert(desk, BTC, "97000")
    qtbot.waitUntil(lambda: bool(window.banner.problems))
    problem = window.banner.problems[0]
    assert problem.title == "A price alert could not be kept"
    assert problem.sentence == (
        "The disk is full. It still goes off while the program runs. In a terminal, photon-desktop check tells what is"
        " wrong with the store; then set it again."
    )


def test_an_alert_is_removed_for_good(make: Callable[[], tuple[AlertDesk, MainWindow]], store: Store) -> None:
    desk, window = make()
    set_alert(desk, BTC, "97000")
    dialog = desk.open()
    dialog.table.selectRow(0)
    dialog.remove.click()
    desk.settle()
    assert desk.book.all() == store.alerts.read().alerts == ()
    assert dialog.no_alerts.isVisible()
    assert window.watchlist.model.row_at(0).alerts == 0


def test_the_price_beside_the_form_follows_the_market(
    make: Callable[[], tuple[AlertDesk, MainWindow]], qtbot: QtBot
) -> None:
    desk, window = make()
    dialog = desk.open(ETH)
    assert dialog.price.text() == "–"
    desk.take_tick(tick(ETH, 3_601.25))
    with qtbot.waitSignal(window.board_shown):
        window.show_tick(tick(ETH, 3_601.25))
    assert dialog.price.text() == "3,601.25"


def test_before_the_first_price_an_alert_begins_at_the_last_bar(
    make: Callable[[], tuple[AlertDesk, MainWindow]], tray: KeptTray
) -> None:
    desk, window = make()
    window.show_history(series(BTC, 50))
    last = window.watchlist.model.row_at(0).last
    set_alert(desk, BTC, f"{last - 500:.1f}")
    assert desk.open(BTC).price.text() == f"{last:,.1f}"
    desk.take_tick(tick(BTC, last))
    assert tray.deeds == []
    assert desk.book.all()[0].is_waiting_to_come_back


def test_the_window_asks_for_alerts_by_its_actions(make: Callable[[], tuple[AlertDesk, MainWindow]]) -> None:
    desk, window = make()
    window.actions_by_name["actionSymbolAlerts"].trigger()
    dialog = desk.open()
    assert dialog.isVisible()
    assert dialog.symbol.currentText() == BTC
    desk.set_theme(LIGHT)


def test_alerts_that_can_not_be_read_are_told_at_the_start(
    make: Callable[[], tuple[AlertDesk, MainWindow]], store: Store
) -> None:
    store.settings.put("alerts.price", [{"id": "a"}])
    _, window = make()
    assert [problem.title for problem in window.banner.problems] == ["Some price alerts can't be read"]


def test_a_level_keeps_its_exact_digits_from_the_form_to_the_store(
    make: Callable[[], tuple[AlertDesk, MainWindow]], store: Store
) -> None:
    desk, _ = make()
    set_alert(desk, BTC, "0.123456789012345678")
    desk.settle()
    assert store.alerts.read().alerts[0].level == Decimal("0.123456789012345678")


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def levels(desk: AlertDesk, store: Store) -> list[str]:
    """Of the alerts as they are kept, which is as they are watched."""
    desk.settle()
    kept = store.alerts.read().alerts
    assert {alert.id: alert for alert in kept} == {alert.id: alert for alert in desk.book.all()}
    return [str(alert.level) for alert in kept]


def test_setting_changing_and_removing_an_alert_are_undone_and_done_anew(
    make: Make, store: Store, qtbot: QtBot
) -> None:
    desk, window = make()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    set_alert(desk, BTC, "98000")
    dialog = desk.open()
    dialog.table.selectRow(0)
    dialog.edit.click()
    dialog.form.level.setText("99000")
    dialog.put.click()
    dialog.table.selectRow(0)
    dialog.remove.click()
    dialog.close()
    qtbot.waitUntil(window.isActiveWindow)
    seen = [levels(desk, store)]
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
        seen.append(levels(desk, store))
    assert seen == [[], ["99000"], ["98000"], []]
    assert window.watchlist.model.row_at(0).alerts == 0
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
        seen.append(levels(desk, store))
    assert seen[4:] == [["98000"], ["99000"], []]


def test_in_the_dialog_the_keys_undo_alerts_and_nothing_else(make: Make, store: Store, qtbot: QtBot) -> None:
    desk, window = make()
    qtbot.keyClick(window.chart.plot.view, Qt.Key.Key_2)
    set_alert(desk, BTC, "98000")
    dialog = desk.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert (levels(desk, store), dialog.undo.toolTip()) == ([], f"alert on {BTC} removed (Ctrl+Z)")
    dialog.symbol.setFocus()
    qtbot.keyClick(dialog.symbol, Qt.Key.Key_Z, CONTROL)
    assert levels(desk, store) == ["98000"]
    qtbot.keyClick(dialog.symbol, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert levels(desk, store) == []
    dialog.undo.click()
    dialog.undo.click()
    assert (levels(desk, store), dialog.undo.isEnabled()) == ([], False)
    qtbot.keyClick(dialog.symbol, Qt.Key.Key_Z, CONTROL)
    assert window.chart.look.style is Style.CANDLES


def test_an_alert_that_comes_back_does_not_go_off_for_what_happened_while_it_was_away(
    make: Make, tray: KeptTray
) -> None:
    desk, window = make()
    desk.take_tick(tick(BTC, 97_000.0))
    set_alert(desk, BTC, "98000")
    (alert,) = desk.book.all()
    desk.remove(alert.id)
    desk.take_tick(tick(BTC, 98_500.0, BEGIN + 2 * SECOND))
    window.actions_by_name["actionUndo"].trigger()
    desk.take_tick(tick(BTC, 98_600.0, BEGIN + 3 * SECOND))
    assert desk.book.find(alert.id) is not None
    assert not desk.book.all()[0].is_done


def test_an_alert_that_had_gone_off_comes_back_as_it_was(make: Make) -> None:
    desk, window = make()
    desk.take_tick(tick(BTC, 97_000.0))
    set_alert(desk, BTC, "98000")
    desk.take_tick(tick(BTC, 98_500.0, BEGIN + 2 * SECOND))
    (done,) = desk.book.all()
    assert done.is_done
    desk.remove(done.id)
    window.actions_by_name["actionUndo"].trigger()
    assert desk.book.all() == (done,)


def lines(window: MainWindow) -> list[tuple[str, str]]:
    """What stands on the alerts' lines of the chart, and their prices."""
    content = window.chart.plot._content
    assert content is not None
    return [(level.word, str(level.price)) for level in content.alerts]


def show_chart(window: MainWindow) -> None:
    window.chart.set_series(BTC, Interval.HOUR_1, series(BTC).bars, instrument(BTC))
    window.chart.plot.refresh()


def test_the_chart_has_a_line_for_every_alert_that_can_still_go_off(make: Make) -> None:
    desk, window = make()
    show_chart(window)
    desk.take_tick(tick(BTC, 97_000.0))
    set_alert(desk, BTC, "98000", often=1)
    set_alert(desk, BTC, "99000")
    set_alert(desk, ETH, "4000")
    assert lines(window) == [("▲ Alert", "98000"), ("▲ Alert", "99000")]
    desk.take_tick(tick(BTC, 99_500.0, BEGIN + SECOND))
    assert lines(window) == [("↺ Alert", "98000")]
    desk.take_tick(tick(BTC, 97_000.0, BEGIN + 2 * SECOND))
    assert lines(window) == [("▲ Alert", "98000")]


def test_the_lines_are_there_after_a_restart(make: Make) -> None:
    desk, _ = make()
    set_alert(desk, BTC, "98000")
    desk.settle()
    _, window = make()
    show_chart(window)
    assert lines(window) == [("▲ Alert", "98000")]


def test_a_move_of_so_many_percent_has_no_line(make: Make) -> None:
    desk, window = make()
    show_chart(window)
    dialog = desk.open(BTC)
    dialog.form.condition.setCurrentIndex(3)
    dialog.form.level.setText("5")
    dialog.put.click()
    assert len(desk.book.all()) == 1
    assert lines(window) == []


def test_a_line_dragged_on_the_chart_is_the_alert_s_new_level_and_is_undone(make: Make, store: Store) -> None:
    desk, window = make()
    show_chart(window)
    desk.take_tick(tick(BTC, 97_000.0))
    set_alert(desk, BTC, "98000")
    (alert,) = desk.book.all()
    window.chart.alert_moved.emit(alert.id, Decimal("98500.5"))
    assert lines(window) == [("▲ Alert", "98500.5")]
    assert levels(desk, store) == ["98500.5"]
    window.actions_by_name["actionUndo"].trigger()
    assert levels(desk, store) == ["98000"]
    assert lines(window) == [("▲ Alert", "98000")]
    window.chart.alert_unwanted.emit(alert.id)
    assert levels(desk, store) == []
    window.chart.alert_moved.emit(alert.id, Decimal(97_500))  # a drag that ends after the alert is gone
    assert levels(desk, store) == []


def test_the_keys_ask_for_an_alert_at_the_price_pointed_at(make: Make, qtbot: QtBot) -> None:
    desk, window = make()
    show_chart(window)
    chart = window.chart
    point(chart, chart.plot.stack.price.rect.center().toPoint())
    wanted = chart.pointed_price
    assert wanted is not None
    window.watchlist.view.choose(BTC)
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    dialog = desk.open()
    assert dialog.form.level.text() == str(wanted)
    assert desk.open(ETH).form.level.text() == ""
