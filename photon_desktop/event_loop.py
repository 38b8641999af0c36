"""Running Qt's event loop so that Ctrl-C and a polite kill end it."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

_LISTEN_MS = 200
INTERRUPTED = 130


class Interruption(QObject):
    """Turns SIGINT and SIGTERM into one signal; a second one ends the process at once, whatever hangs."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.was_asked = False
        self._before = {number: signal.signal(number, self._note) for number in (signal.SIGINT, signal.SIGTERM)}
        # Python runs signal handlers between its own instructions only, and an idle Qt loop has none
        self._listening = QTimer(self)
        self._listening.timeout.connect(self._listen)
        self._listening.start(_LISTEN_MS)

    @Slot()
    def end(self) -> None:
        """Listen no more and put the former handlers back."""
        self._listening.stop()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self.was_asked:
            os._exit(INTERRUPTED)
        self.was_asked = True
        QTimer.singleShot(0, self.asked.emit)  # not now: whatever this came in between is done first

    @Slot()
    def _listen(self) -> None:
        """Give Python a moment to run its signal handlers."""


def core_application() -> QCoreApplication:
    """The process's Qt application without a window, made when there is none yet."""
    existing = QCoreApplication.instance()
    return existing if existing is not None else QCoreApplication(["photon-desktop"])
