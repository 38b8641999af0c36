"""The chart as it was left, after a restart."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.desks.chart_keeper import DRAWINGS, LOOK, ChartKeeper
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.chart.look import Look, Scale
from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.stylesheet import apply_theme
from tests.ui.chart.markets import COIN, walk
from tests.ui.examples import ICON_FOLDER, FixedClock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, store: Store) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window with its chart's keeper, as a start of the program does."""
    apply_theme(qapp, DARK)

    keepers: list[ChartKeeper] = []

    def build() -> MainWindow:
        for keeper in keepers:  # the program before this one has closed
            keeper.finish()
        window = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
        qtbot.addWidget(window)
        keepers.append(ChartKeeper(window, store))
        window.chart.set_series("DEMO-BTC", Interval.HOUR_1, walk(200), COIN)
        window.show()
        window.chart.plot.refresh()
        return window

    yield build
    for keeper in keepers:
        keeper.finish()


def test_look_and_drawings_are_there_again_after_a_restart(start: Callable[[], MainWindow]) -> None:
    first = start()
    for key in (Qt.Key.Key_L, Qt.Key.Key_H, Qt.Key.Key_Return):
        QTest.keyClick(first.chart.plot.view, key)
    drawn = first.chart.drawings("DEMO-BTC")
    assert len(drawn) == 1
    first.close()
    second = start()
    assert second.chart.look == Look(scale=Scale.LOG)
    assert second.chart.drawings("DEMO-BTC") == drawn
    assert len(second.chart.plot.drawing.placed()) == 1
    assert second.actions_by_name["actionLogScale"].isChecked()


def test_what_is_kept_damaged_does_not_stop_a_start(start: Callable[[], MainWindow], store: Store) -> None:
    store.settings.put(LOOK, ["not", "a", "look"])
    store.settings.put(f"{DRAWINGS}DEMO-BTC", {"tool": 1})
    window = start()
    assert window.chart.look == Look()
    assert window.chart.drawings("DEMO-BTC") == ()


def test_what_cannot_be_kept_stays_on_the_chart_and_is_told(
    start: Callable[[], MainWindow], store: Store, qtbot: QtBot
) -> None:
    window = start()
    store.close()
    QTest.keyClick(window.chart.plot.view, Qt.Key.Key_P)
    assert window.chart.look.scale is Scale.PERCENT
    qtbot.waitUntil(window.banner.isVisible)


def test_the_main_thread_does_not_wait_while_another_writes(
    start: Callable[[], MainWindow], store: Store, qtbot: QtBot
) -> None:
    window = start()
    is_held, may_end = threading.Event(), threading.Event()

    def hold() -> None:
        with store.transaction():
            store.settings.put("other", 1)
            is_held.set()
            may_end.wait()
        store.close_thread()

    holder = threading.Thread(target=hold)
    holder.start()
    is_held.wait()
    QTest.keyClick(window.chart.plot.view, Qt.Key.Key_L)
    assert store.settings.text(LOOK) is None
    may_end.set()
    holder.join()
    qtbot.waitUntil(lambda: store.settings.text(LOOK) is not None)


def test_a_deleted_drawing_comes_back_before_a_removed_symbol_does(start: Callable[[], MainWindow]) -> None:
    window = start()
    view = window.chart.plot.view
    view.setFocus()
    for key in (Qt.Key.Key_H, Qt.Key.Key_Return, Qt.Key.Key_Delete):
        QTest.keyClick(view, key)
    assert window.chart.drawings("DEMO-BTC") == ()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.chart.drawings("DEMO-BTC")) == 1
