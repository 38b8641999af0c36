"""Tells the desktop that something happened, where the desktop can be told."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

_SHOWN_MS = 10_000


class News(Enum):
    """What a notification is about: the user may not want to be told of it."""

    SAFETY = auto()  # is always told
    TRADE = auto()
    ALERT = auto()
    HALT = auto()
    CHOSEN = auto()  # by its kind, on the settings' page about alerts


class Tray(Protocol):
    """What is used of a tray icon."""

    def show(self) -> None:
        """Stand in the tray."""

    def hide(self) -> None:
        """Leave it."""

    def tell(self, title: str, sentence: str) -> None:
        """Show a desktop notification."""


class SystemTray(QObject):
    """The program's icon in the desktop's tray; a click on it or on a notification brings the window to the front, and
    its menu has `actions`, which work while the window is hidden, too."""

    def __init__(self, icon: QIcon, window: QWidget, actions: Sequence[QAction] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip("Photon Desktop")
        self._icon.messageClicked.connect(self._raise)
        self._icon.activated.connect(self._raise_on_click)
        self._menu = QMenu(window)
        self._menu.addActions(list(actions))
        if actions:
            self._icon.setContextMenu(self._menu)

    def show(self) -> None:
        """Stand in the tray."""
        self._icon.show()

    def hide(self) -> None:
        """Leave it."""
        self._icon.hide()

    def tell(self, title: str, sentence: str) -> None:
        """Show a desktop notification with the program's icon."""
        self._icon.showMessage(title, sentence, self._icon.icon(), _SHOWN_MS)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _raise_on_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._raise()

    @Slot()
    def _raise(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()


class Notifications(QObject):
    """Desktop notifications by way of the tray, whose icon appears with the first one if it does not stand there. Where
    there is no tray, the window's entry in the taskbar asks for attention instead; the window's own notice is the
    caller's."""

    def __init__(self, window: QWidget, open_tray: Callable[[], Tray | None]) -> None:
        super().__init__(window)
        self._window = window
        self._open_tray = open_tray
        self._tray: Tray | None = None
        self.muted: frozenset[News] = frozenset()

    def stand(self) -> None:
        """Have the icon in the tray, where there is one, before there is anything to tell."""
        if self._tray is None:
            self._opened()

    def tell(self, title: str, sentence: str, news: News = News.SAFETY) -> bool:
        """Show a desktop notification; False when only the taskbar could be told, or the user wants none of this."""
        if news in self.muted:
            return False
        tray = self._tray or self._opened()
        if tray is None:
            QApplication.alert(self._window)
            return False
        tray.tell(title, sentence)
        return True

    def close(self) -> None:
        """Take the icon out of the tray."""
        if self._tray is not None:
            self._tray.hide()
            self._tray = None

    def _opened(self) -> Tray | None:
        self._tray = self._open_tray()
        if self._tray is not None:
            self._tray.show()
        return self._tray


def open_system_tray(icon: QIcon, window: QWidget, actions: Sequence[QAction] = ()) -> Tray | None:
    """The icon for this desktop's tray, not shown yet; None where there is no tray, or none that shows messages."""
    if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
        return None
    return SystemTray(icon, window, actions)
