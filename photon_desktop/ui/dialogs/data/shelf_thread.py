"""The thread that reads the store for the dialog: one job after the other, each with one answer."""

import logging
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from photon_desktop.errors import PhotonError
from photon_desktop.priority import let_the_window_go_first
from photon_desktop.store.series import SeriesKey
from photon_desktop.ui.dialogs.data.jobs import (
    Checked,
    CheckSeries,
    Dismissed,
    Exported,
    ExportSeries,
    Failed,
    FileExists,
    FindGaps,
    GapsFound,
    Job,
    Listed,
    ListSeries,
    News,
    Removed,
    RemoveSeries,
    ReplaceFile,
    Request,
    Restored,
    RestoreSeries,
    Told,
)
from photon_desktop.ui.dialogs.data.views import Shelf
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

_READS = (ListSeries, FindGaps, CheckSeries)
_log = logging.getLogger(__name__)


class ShelfReader(QObject):
    """Does jobs on whatever thread it lives. Tells one answer to each, whatever happens in it."""

    told = Signal(object)  # Told

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    @Slot(object)
    def do(self, job: Job) -> None:
        """Do one job, unless nobody wants it any more."""
        self.told.emit(Told(job, self._answer(job)))

    @Slot()
    def end(self) -> None:
        """End the thread; what was asked before this is done."""
        self.thread().quit()

    def _answer(self, job: Job) -> News:
        if job.dismissed.is_set():
            return Dismissed()
        try:
            return self._done(job.request)
        except PhotonError as error:
            return Failed(job.request, said(str(error)))
        except Exception as error:
            _log.exception("A request to the data failed.")
            name = type(error).__name__
            return Failed(
                job.request,
                tr("This failed inside the program ({name}: {error}); the log says where.").format(
                    name=name, error=error
                ),
            )

    def _done(self, request: Request) -> News:
        match request:
            case RemoveSeries(key):
                return Removed(self._shelf.remove(key))
            case RestoreSeries(removed):
                self._shelf.restore(removed)
                return Restored(removed.key)
            case ExportSeries(key, path) | ReplaceFile(key, path):
                return self._exported(request, key, path)
            case _:
                return self._read(request)

    def _read(self, request: ListSeries | FindGaps | CheckSeries) -> News:
        match request:
            case ListSeries():
                return Listed(self._shelf.list_series())
            case FindGaps(key):
                return GapsFound(key, self._shelf.find_gaps(key))
            case CheckSeries(key):
                return Checked(key, self._shelf.check(key))

    def _exported(self, request: ExportSeries | ReplaceFile, key: SeriesKey, path: Path) -> News:
        if isinstance(request, ExportSeries) and _exists(path):
            return FileExists(key, path)
        return Exported(key, path, self._shelf.export(key, path))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the folder can't be looked into, which writing will say
        return False


class ShelfThread(QObject):
    """Owns a reader and its QThread; lives on the main thread. A later question of a kind that only reads takes the
    place of the one before; what changes anything is always done and answered."""

    told = Signal(object)  # News
    _asked = Signal(object)
    _ending = Signal()

    def __init__(self, shelf: Shelf, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = ShelfReader(shelf)
        self._thread = QThread()
        self._thread.setObjectName("dataShelf")
        self._thread.started.connect(let_the_window_go_first, Qt.ConnectionType.DirectConnection)
        self._waiting: list[Job] = []
        self._reader.moveToThread(self._thread)
        self._asked.connect(self._reader.do)
        self._ending.connect(self._reader.end)
        self._reader.told.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether anything is asked that has not been answered."""
        return bool(self._waiting)

    @property
    def is_ended(self) -> bool:
        """Whether the thread has come to its end, or never began."""
        return not self._thread.isRunning()

    def ask(self, request: Request) -> None:
        """Have this done after all that was asked before."""
        if isinstance(request, (ListSeries, FindGaps)):
            self.dismiss(type(request))
        if not self._thread.isRunning():
            self._thread.start()
        job = Job(request, Event())
        self._waiting.append(job)
        self._asked.emit(job)

    def dismiss(self, kind: type[ListSeries] | type[FindGaps]) -> None:
        """Hear no more of what was asked of this kind."""
        for job in self._waiting:
            if isinstance(job.request, kind):
                job.dismissed.set()

    def finish(self, patience_ms: int) -> bool:
        """End the thread after what was asked to be changed or written; what only reads is not begun any more. False
        when that took longer than `patience_ms`."""
        if not self._thread.isRunning():
            return True
        for job in self._waiting:
            if isinstance(job.request, _READS):
                job.dismissed.set()
        self._ending.emit()
        is_ended = self._thread.wait(patience_ms)
        if is_ended:
            self._waiting.clear()
        return is_ended

    @Slot(object)
    def _take(self, told: Told) -> None:
        if told.job not in self._waiting:  # of before the thread was ended
            return
        self._waiting.remove(told.job)
        if not told.job.dismissed.is_set():
            self.told.emit(told.news)
