"""Tells the desktop of the alerts that are chosen for it, and not more often than a person can read."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.alerts.alert import Alert, AlertKind
from photon_desktop.alerts.letter import Letter
from photon_desktop.desks.comfort.news import PAUSE_MS
from photon_desktop.desks.notifications import News, Notifications


class DesktopAlerts(QObject):
    """Lives on the main thread. An alert is told at once; those that follow within `pause_ms` are told together. While
    the window is in front only what is urgent is told. Trades, price alerts and halts are `DesktopNews`' to tell."""

    def __init__(self, window: QWidget, notifications: Notifications, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(window)
        self._window, self._notifications = window, notifications
        self.kinds: frozenset[AlertKind] = frozenset()
        self._waiting: list[Alert] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._tell_waiting)

    @Slot(object)
    def take_alert(self, alert: Alert) -> None:
        """Tell of this one, if its kind is chosen."""
        if alert.kind not in self.kinds or (self._window.isActiveWindow() and not alert.is_urgent):
            return
        self._waiting.append(alert)
        if not self._pause.isActive():
            self._tell_waiting()

    def finish(self) -> None:
        """Tell nothing more."""
        self._pause.stop()
        self._waiting.clear()

    @Slot()
    def _tell_waiting(self) -> None:
        told, self._waiting = self._waiting, []
        if told:
            letter = Letter.of(told)
            self._notifications.tell(letter.title, told[-1].sentence if letter.is_digest else letter.text, News.CHOSEN)
            self._pause.start()
