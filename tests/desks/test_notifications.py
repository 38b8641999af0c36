"""Desktop notifications, with and without a tray."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from photon_desktop.desks.notifications import Notifications, SystemTray, open_system_tray


@dataclass
class KeptTray:
    """Remembers what it was told."""

    deeds: list[str] = field(default_factory=list)

    def show(self) -> None:
        self.deeds.append("show")

    def hide(self) -> None:
        self.deeds.append("hide")

    def tell(self, title: str, sentence: str) -> None:
        self.deeds.append(f"{title}: {sentence}")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_icon_appears_with_the_first_notification_and_goes_at_the_end(window: QWidget) -> None:
    tray = KeptTray()
    opened: list[KeptTray] = []
    notifications = Notifications(window, lambda: opened.append(tray) or tray)
    assert opened == []
    assert notifications.tell("BTC at 5", "Alert.")
    assert notifications.tell("BTC at 6", "Alert.")
    notifications.close()
    notifications.close()
    assert tray.deeds == ["show", "BTC at 5: Alert.", "BTC at 6: Alert.", "hide"]
    assert len(opened) == 1


def test_the_icon_stands_in_the_tray_before_there_is_anything_to_tell(window: QWidget) -> None:
    tray = KeptTray()
    notifications = Notifications(window, lambda: tray)
    notifications.stand()
    notifications.stand()
    notifications.tell("BTC at 5", "Alert.")
    notifications.close()
    assert tray.deeds == ["show", "BTC at 5: Alert.", "hide"]


def test_the_menu_of_the_icon_has_the_actions_and_opens_without_raising_the_window(
    window: QWidget, qtbot: QtBot
) -> None:
    action = QAction("Kill switch", window)
    icon = SystemTray(QIcon(), window, (action,)).findChild(QSystemTrayIcon)
    assert icon.contextMenu().actions() == [action]
    window.showMinimized()
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert window.isMinimized()
    with qtbot.waitSignal(action.triggered):
        icon.contextMenu().actions()[0].trigger()


def test_without_a_tray_it_says_that_the_desktop_was_not_told(window: QWidget) -> None:
    notifications = Notifications(window, lambda: None)
    assert not notifications.tell("BTC at 5", "Alert.")
    notifications.close()


def test_a_desktop_without_a_tray_has_none_to_open(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    assert open_system_tray(QIcon(), window) is None


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_click_on_a_notification_brings_the_window_back(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    tray = open_system_tray(QIcon(), window)
    assert isinstance(tray, SystemTray)
    window.showMinimized()
    tray.findChild(QSystemTrayIcon).messageClicked.emit()
    assert not window.isMinimized()
