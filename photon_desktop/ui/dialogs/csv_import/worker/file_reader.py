"""The worker that reads and stores files: one job after the other, on whatever thread it lives."""

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.errors import PhotonError
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.refusals import ChoiceNeededError, ImportCancelledError
from photon_desktop.market.importer.watch import Watch
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.csv_import.worker.jobs import (
    Advanced,
    Cancelled,
    Choose,
    Failed,
    Job,
    KeepBars,
    News,
    Opened,
    OpenFile,
    Previewed,
    ReadAnew,
    Stored,
    Told,
    WholeRead,
)
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

if TYPE_CHECKING:
    from photon_desktop.market.importer.reading import OpenedFile, Reading

_PROGRESS_S = 0.05
_log = logging.getLogger(__name__)
Keep = Callable[[str, Interval, "Reading", str, Format], int]


class Importer(Protocol):
    """What reads files: `photon_desktop.market.importer.reading`, or what stands in for it."""

    def open_file(self, path: Path, watch: Watch, member: str | None) -> "OpenedFile": ...
    def regarded(self, opened: "OpenedFile", format_: Format) -> "OpenedFile": ...
    def preview(self, opened: "OpenedFile", format_: Format) -> "Reading": ...
    def read_bars(self, opened: "OpenedFile", format_: Format, watch: Watch) -> "Reading": ...


class FileReader(QObject):
    """Does jobs and tells what came of them, progress at most twenty times a second. Ends each job with one of
    `LAST_NEWS`, whatever happens in it."""

    told = Signal(object)  # Told

    def __init__(self, importer: Importer, keep: Keep) -> None:
        super().__init__()
        self._importer = importer
        self._keep = keep

    @Slot(object)
    def do(self, job: Job) -> None:
        """Do one job."""
        try:
            for news in self._steps(job):
                self._tell(job, news)
        except ImportCancelledError:
            self._tell(job, Cancelled())
        except ChoiceNeededError as error:
            self._tell(job, Choose(error.about, said(str(error)), error.choices))
        except PhotonError as error:
            self._tell(job, Failed(said(str(error))))
        except Exception as error:
            _log.exception("An import failed.")
            name = type(error).__name__
            told = tr("The import failed inside the program ({name}: {error}); nothing was stored.")
            self._tell(job, Failed(told.format(name=name, error=error)))

    def _steps(self, job: Job) -> Iterator[News]:
        self._watch(job).check()
        match job.request:
            case OpenFile(path, member):
                opened = self._importer.open_file(path, self._watch(job), member)
                yield Opened(opened)
                yield from self._read(job, opened, opened.format)
            case ReadAnew(opened, format_):
                regarded = self._importer.regarded(opened, format_)
                yield Opened(regarded)
                yield from self._read(job, regarded, regarded.format)
            case KeepBars(symbol, interval, reading, source_file, format_):
                yield Advanced("storing", 0, 0)
                yield Stored(self._keep(symbol, interval, reading, source_file, format_))

    def _read(self, job: Job, opened: "OpenedFile", format_: Format) -> Iterator[News]:
        self._watch(job).check()
        yield Previewed(self._importer.preview(opened, format_))
        yield WholeRead(self._importer.read_bars(opened, format_, self._watch(job)))

    def _watch(self, job: Job) -> Watch:
        return Watch(_Throttled(lambda advanced: self._tell(job, advanced)), job.cancelled.is_set)

    def _tell(self, job: Job, news: News) -> None:
        self.told.emit(Told(job.number, news))


class _Throttled:
    """Passes on the first and the last of a kind of progress, and between them one in a twentieth of a second."""

    def __init__(self, tell: Callable[[Advanced], None]) -> None:
        self._tell = tell
        self._what = ""
        self._told_at = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if what == self._what and done < total and now - self._told_at < _PROGRESS_S:
            return
        self._what, self._told_at = what, now
        self._tell(Advanced(what, done, total))
