"""A window that is shown and watches three real symbols."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from photon_desktop.ui.design import DARK
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.stylesheet import apply_theme
from tests.ui.examples import ICON_FOLDER, FixedClock, watch_items

NAMES = ("BTCUSDT", "ETHUSDT", "AAPL")


@pytest.fixture
def watching(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    apply_theme(qapp, DARK)
    made = MainWindow(Icons(ICON_FOLDER), DARK, FixedClock())
    qtbot.addWidget(made)
    made.begin_market("real")
    made.show_watchlist(watch_items(*NAMES))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
