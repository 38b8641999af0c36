"""Hands on messages in their order, a few milliseconds' worth at a time: a long past must not stop the window."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from photon_desktop.ui.panels.frame.pace import Pace
from photon_desktop.ui.panels.views import StoredView

SLICE_MS = 8


class MessageQueue(QObject):
    """What comes while nothing waits is handed on at once; `hand_on` is told one message after another.

    With a `pace` it lets what others have changed be painted first."""

    def __init__(self, hand_on: Callable[[StoredView], None], parent: QObject, pace: Pace | None = None) -> None:
        super().__init__(parent)
        self._hand_on, self._pace = hand_on, pace
        self._waiting: deque[StoredView] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hand_on_some)

    def add(self, views: Iterable[StoredView]) -> None:
        """Hand on these after those that wait."""
        has_waited = bool(self._waiting)
        self._waiting.extend(views)
        if not has_waited:
            self._hand_on_some()

    def stop(self) -> None:
        """Hand on nothing more; what waits is dropped."""
        self._timer.stop()
        self._waiting.clear()

    @Slot()
    def _hand_on_some(self) -> None:
        if self._pace is not None:
            if wait_ms := self._pace.wait_ms(self):
                self._timer.start(wait_ms)
                return
            self._pace.take(self)
        spent = QElapsedTimer()
        spent.start()
        while self._waiting and spent.elapsed() < SLICE_MS:
            self._hand_on(self._waiting.popleft())
        if self._waiting:
            self._timer.start(0)
