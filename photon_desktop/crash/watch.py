"""Takes every exception that nobody caught, on whatever thread, into the log and to the window."""

import logging
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from photon_desktop.crash.hard_crash import HardCrashTrace
from photon_desktop.crash.program_log import ProgramLog
from photon_desktop.crash.report import LOG_LINES, CrashReport, report_by_hand, report_of_error, report_of_hard_crash

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

_log = logging.getLogger(__name__)
_MAIN = "the window's thread"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashWatch(QObject):
    """Watches from `begin` to `end`; `failed` comes on the thread that failed, so connect bound slots of QObjects."""

    failed = Signal(object)  # CrashReport

    def __init__(self, logs: Path) -> None:
        super().__init__()
        self.log, self._trace = ProgramLog(logs), HardCrashTrace(logs)
        self.earlier: CrashReport | None = None  # what the run before left behind
        self._before: tuple[Any, Any, Any] | None = None

    def begin(self) -> None:
        """Watch. Raises PhotonError when the log can't be written."""
        self.log.begin()
        trace = self._trace.begin()
        if trace:
            self.earlier = report_of_hard_crash(trace, self.log.last_lines(LOG_LINES))
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._take
        threading.excepthook = self._take_of_thread
        sys.unraisablehook = self._take_unraisable
        qInstallMessageHandler(_log_of_qt)
        _log.info("The program starts.")

    def end(self) -> None:
        """The program ends as it should: watch no more."""
        if self._before is None:
            return
        _log.info("The program ends.")
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        self._before = None
        qInstallMessageHandler(None)
        self._trace.end()
        self.log.end()

    def watch_loop(self, loop: "AbstractEventLoop") -> None:
        """Take what tasks of `loop` raise, too."""
        loop.set_exception_handler(self._take_of_loop)

    def report_now(self) -> CrashReport:
        """A report of how things stand, though nothing failed."""
        return report_by_hand(self.log.last_lines(LOG_LINES))

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        is_main = threading.current_thread() is threading.main_thread()
        self._tell(error, _MAIN if is_main else f"the thread {threading.current_thread().name}")

    def _take_of_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self._tell(told.exc_value, f"the thread {told.thread.name if told.thread else '?'}")

    def _take_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        """What is raised while Python tidies up harms nobody: into the log only."""
        _log.error("Raised while tidying up: %s", told.err_msg or "", exc_info=told.exc_value)

    def _take_of_loop(self, _loop: "AbstractEventLoop", context: Mapping[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._tell(error, "a task of the window")
        else:
            _log.error("The event loop says: %s", context.get("message", ""))

    def _tell(self, error: BaseException, place: str) -> None:
        _log.critical("Nobody caught this, in %s", place, exc_info=error)
        self.failed.emit(report_of_error(error, place, self.log.last_lines(LOG_LINES)))


def _log_of_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", text)
