"""The run that is on, and the variations of it that are asked for."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.trial_judging import Judged, Judging, NotJudged, StopJudging, ToJudge
from photon_desktop.backtest.trial_process import Advanced, Job, Outcome, Refused, Variation
from photon_desktop.ui.dialogs.backtest.keeping import Shown
from photon_desktop.ui.dialogs.backtest.run_thread import RunThread

_PATIENCE_MS = 5_000
_PAUSE_MS = 16  # a frame: what was told is drawn before the next is asked


class Runs(QObject):
    """One run at a time. The process of one that has ended stays, for its variations, until the next one begins.

    Of variations only the newest is traded: what is asked while another is being traded, or drawn, takes the place of
    the one that waits.
    """

    advanced = Signal(object)  # Advanced
    ended = Signal(object)  # Shown
    varied = Signal(object)  # Outcome
    refused = Signal(object)  # Refused
    judging = Signal(object)  # Judging
    judged = Signal(object)  # Judged or NotJudged

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: RunThread | None = None
        self._job: Job | None = None
        self._leaving: list[RunThread] = []
        self._source = ""
        self._asked = 0
        self._is_running = self._is_varying = False
        self._waiting: Variation | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask_waiting)

    @property
    def is_running(self) -> bool:
        """Whether a run is on that has not ended."""
        return self._is_running

    @property
    def is_leaving(self) -> bool:
        """Whether a process that was stopped has not ended yet."""
        return bool(self._leaving)

    def begin(self, job: Job, source: str) -> None:
        """Run this, on bars from `source`, in place of what was run before."""
        self.stop()
        self._source, self._asked, self._is_running = source, 0, True
        self._job, self._thread = job, RunThread(job, self)
        self._thread.told.connect(self._take)
        self._thread.finished.connect(self._sweep)
        self._thread.start()

    def stop(self) -> None:
        """End the run and its process; nothing more is told of it."""
        self._is_running = self._is_varying = False
        self._waiting = None
        self._pause.stop()
        if self._thread is not None:
            thread, self._thread = self._thread, None
            thread.told.disconnect(self._take)
            thread.stop()
            self._leaving.append(thread)
            self._sweep()

    @Slot(object, float)
    def vary(self, rules: Rules, minimum_confidence: float) -> None:
        """Trade the run by other rules; only the newest that was asked counts."""
        if self._thread is not None and not self._is_running:
            self._asked += 1
            self._waiting = Variation(self._asked, rules, minimum_confidence)
            if not self._is_varying:
                self._ask_waiting()

    def judge(self, asked: ToJudge) -> None:
        """Find out what the run or a variation is worth; only the newest question is answered."""
        if self._thread is not None and not self._is_running:
            self._thread.ask(asked)

    def stop_judging(self) -> None:
        """Leave it."""
        if self._thread is not None and not self._is_running:
            self._thread.ask(StopJudging())

    def finish(self) -> None:
        """End everything and wait for it."""
        self.stop()
        for thread in self._leaving:
            thread.wait(_PATIENCE_MS)
        self._sweep()

    @Slot(object)
    def _take(self, told: Advanced | Outcome | Refused | Judging | Judged | NotJudged) -> None:
        thread = self._thread
        if thread is None or self.sender() is not thread:  # of a run that was stopped
            return
        match told:
            case Advanced():
                self.advanced.emit(told)
            case Judging():
                self.judging.emit(told)
            case Judged() | NotJudged():
                self.judged.emit(told)
            case _:
                self._take_outcome(told)

    def _take_outcome(self, told: Outcome | Refused) -> None:
        if told.number:
            (self.varied if isinstance(told, Outcome) else self.refused).emit(told)
            self._pause.start()
            return
        self._is_running = False
        job = self._job
        if isinstance(told, Outcome) and job is not None:
            self.ended.emit(Shown(job.trial, job.bars, self._source, told))
        elif isinstance(told, Refused):
            self.refused.emit(told)

    @Slot()
    def _ask_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        self._is_varying = waiting is not None
        if waiting is not None and self._thread is not None:
            self._thread.ask(waiting)

    @Slot()
    def _sweep(self) -> None:
        for thread in [thread for thread in self._leaving if thread.isFinished()]:
            self._leaving.remove(thread)
            thread.deleteLater()
