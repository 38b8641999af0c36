"""The thread that reads files for one dialog, and the only way to reach it."""

from collections import deque
from threading import Event

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from photon_desktop.priority import let_the_window_go_first
from photon_desktop.ui.dialogs.csv_import.worker.file_reader import FileReader
from photon_desktop.ui.dialogs.csv_import.worker.jobs import LAST_NEWS, Job, Request, Told

_PAUSE_MS = 5  # between two pieces of news: what the first one changed is painted


class FileThread(QObject):
    """Owns a reader and its QThread. One request counts at a time: a new one ends the one before, and only news of
    the newest is passed on, each piece in a turn of its own. Lives on the main thread."""

    told = Signal(object)  # News
    idle = Signal()  # no job runs any more
    _asked = Signal(object)

    def __init__(self, reader: FileReader, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = reader
        self._thread = QThread()
        self._thread.setObjectName("csvImport")
        self._thread.started.connect(let_the_window_go_first, Qt.ConnectionType.DirectConnection)
        self._job: Job | None = None
        self._unfinished = 0
        self._number = 0
        self._waiting: deque[Told] = deque()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._pass_on)
        reader.moveToThread(self._thread)
        self._asked.connect(reader.do)
        reader.told.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs, even one that has been asked to end."""
        return self._unfinished > 0

    @property
    def is_ended(self) -> bool:
        """Whether the thread has come to its end, or never began."""
        return not self._thread.isRunning()

    def ask(self, request: Request) -> None:
        """Begin with this request; one that runs is ended."""
        self.dismiss()
        if not self._thread.isRunning():
            self._thread.start()
        self._unfinished += 1
        self._job = Job(self._number, request, Event())
        self._asked.emit(self._job)

    def cancel(self) -> None:
        """Ask the job that runs to end; it tells when it has."""
        if self._job is not None:
            self._job.cancelled.set()

    def dismiss(self) -> None:
        """Ask the job that runs to end, and hear nothing more of it."""
        self.cancel()
        self._number += 1

    def finish(self, patience_ms: int) -> bool:
        """End the thread for good, with the job that runs; False when that took longer than `patience_ms`."""
        self.cancel()
        self._thread.quit()
        return self._thread.wait(patience_ms)

    @Slot(object)
    def _take(self, told: Told) -> None:
        self._waiting.append(told)
        if not self._pause.isActive():
            self._pass_on()

    @Slot()
    def _pass_on(self) -> None:
        if not self._waiting:
            return
        self._pause.start()
        told = self._waiting.popleft()
        is_last = isinstance(told.news, LAST_NEWS)
        self._unfinished -= is_last
        if told.job == self._number:
            self.told.emit(told.news)
        if is_last and not self._unfinished:
            self.idle.emit()
