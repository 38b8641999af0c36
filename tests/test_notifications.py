"""Notifications go to the desktop's tray, and to the window where there is none."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.notifications import Notifier, system_tray


class Tray(QSystemTrayIcon):
    """Remembers what it was to show, and stands in no tray: the test's platform has none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.messages: list[tuple[str, str]] = []
        self.stands = False

    def show(self) -> None:
        self.stands = True

    def hide(self) -> None:
        self.stands = False

    def showMessage(self, title: str, text: str, icon: QIcon, shown_ms: int) -> None:  # noqa: N802 - Qt's name
        self.messages.append((title, text))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def tray_of(notifier: Notifier) -> Tray:
    return notifier.findChild(Tray)


def test_the_tray_shows_title_and_text(window: QWidget) -> None:
    notifier = Notifier(window, Tray)
    assert tray_of(notifier) is None
    notifier.notify("Price alert", "BTCUSDT rose", "BTCUSDT")
    notifier.notify("Price alert", "ETHUSDT fell", "ETHUSDT")
    assert tray_of(notifier).messages == [("Price alert", "BTCUSDT rose"), ("Price alert", "ETHUSDT fell")]
    assert tray_of(notifier).stands
    assert not tray_of(notifier).icon().isNull()
    notifier.finish()


@pytest.mark.parametrize("way", ["message", "icon"])
def test_a_click_brings_the_payload_of_the_newest(qtbot: QtBot, window: QWidget, way: str) -> None:
    notifier = Notifier(window, Tray)
    notifier.notify("Price alert", "one", "BTCUSDT")
    notifier.notify("Price alert", "two", "ETHUSDT")
    tray = tray_of(notifier)
    with qtbot.waitSignal(notifier.activated) as clicked:
        if way == "message":
            tray.messageClicked.emit()
        else:
            tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert clicked.args == ["ETHUSDT"]
    notifier.finish()


def test_the_menu_of_the_icon_is_no_click(qtbot: QtBot, window: QWidget) -> None:
    notifier = Notifier(window, Tray)
    notifier.notify("Price alert", "one", "BTCUSDT")
    with qtbot.assertNotEmitted(notifier.activated):
        tray_of(notifier).activated.emit(QSystemTrayIcon.ActivationReason.Context)
    notifier.finish()


def test_without_a_tray_the_window_asks_for_attention(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerted = []
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    notifier = Notifier(window, lambda _parent: None)
    with qtbot.waitSignal(notifier.noticed) as noticed:
        notifier.notify("Price alert", "BTCUSDT rose", "BTCUSDT")
    assert noticed.args == ["Price alert", "BTCUSDT rose", "BTCUSDT"]
    assert alerted == [window]


def test_a_desktop_without_tray_has_no_icon(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    assert system_tray(window) is None
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    assert isinstance(system_tray(window), QSystemTrayIcon)


def test_after_its_end_it_tells_nothing_and_holds_no_icon(qtbot: QtBot, window: QWidget) -> None:
    notifier = Notifier(window, Tray)
    notifier.notify("Price alert", "one", "BTCUSDT")
    tray = tray_of(notifier)
    notifier.finish()
    assert not tray.stands
    with qtbot.assertNotEmitted(notifier.activated), qtbot.assertNotEmitted(notifier.noticed):
        tray.messageClicked.emit()
        notifier.notify("Price alert", "two", "ETHUSDT")
    assert tray.messages == [("Price alert", "one")]
    notifier.finish()
