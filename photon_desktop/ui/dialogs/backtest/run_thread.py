"""The thread that speaks with the process a backtest runs in."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Lock

from PySide6.QtCore import QObject, QThread, Signal

from photon_desktop.backtest.sweep_process import SweepJob
from photon_desktop.backtest.trial_judging import StopJudging, ToJudge
from photon_desktop.backtest.trial_process import Job, Refused, Variation, serve
from photon_desktop.priority import let_the_window_go_first
from photon_desktop.ui.language import mark, tr

_ENDED = mark("The process of the backtest ended by itself, mostly for want of memory; choose a shorter period.")


class RunThread(QThread):
    """Runs one trial in a process of its own, which then trades it again for each variation that is asked, and judges
    it. With `serve_sweep` it runs a sweep instead.

    Ends with `stop`, which takes the process with it.
    """

    told = Signal(object)  # Advanced, Outcome, SweepOutcome or Refused; Judging, Judged or NotJudged

    def __init__(self, job: Job | SweepJob, parent: QObject, served_by: Callable[[Connection], None] = serve) -> None:
        super().__init__(parent)
        self.setObjectName("backtestRun")
        self.job = job
        self._context = multiprocessing.get_context("spawn")
        self._mine, self._its = self._context.Pipe()
        self._process = self._context.Process(target=served_by, args=(self._its,), name="backtest")
        self._lock = Lock()
        self._is_stopped = self._is_started = False

    def run(self) -> None:
        """On the thread: start the process, hand it the bars, and pass on what it says."""
        try:
            if self._began():
                let_the_window_go_first()  # not before: the process would be as polite, and somebody waits for it
                self._mine.send(self.job)
                self._listen(self._mine)
        except (EOFError, OSError):
            if not self._is_stopped:
                self.told.emit(Refused(0, tr(_ENDED)))
        finally:
            self._end()

    def ask(self, asked: Variation | ToJudge | StopJudging) -> None:
        """Have the run traded by other rules, or judged. Ask for no other variation before this one was told: the
        answer is what makes room for the next question."""
        with self._lock, suppress(OSError):
            if not self._is_stopped:
                self._mine.send(asked)

    def stop(self) -> None:
        """End the process at once, and the thread soon after."""
        with self._lock:
            self._is_stopped = True
            if self._is_started:
                self._process.kill()

    def _began(self) -> bool:
        with self._lock:
            if not self._is_stopped:
                self._process.start()
                self._is_started = True
        self._its.close()
        return self._is_started

    def _listen(self, connection: Connection) -> None:
        while True:
            said = connection.recv()
            self.told.emit(said)
            if isinstance(said, Refused) and not said.number:
                return

    def _end(self) -> None:
        with self._lock:
            self._is_stopped = True
            if self._is_started:
                self._is_started = False
                self._process.kill()
                self._process.join()
                with suppress(ValueError):  # a thread that starts a process may have been the one to see this one end
                    self._process.close()
            self._mine.close()
