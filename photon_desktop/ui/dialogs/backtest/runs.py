"""The run that is on, and the variations of it that are asked for."""

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.trial import Trial
from photon_desktop.backtest.trial_process import Advanced, Outcome, Refused, Variation
from photon_desktop.trading.bars import Bars
from photon_desktop.ui.dialogs.backtest.keeping import Shown
from photon_desktop.ui.dialogs.backtest.run_thread import RunThread

_PATIENCE_MS = 5_000


class Runs(QObject):
    """One run at a time. The process of one that has ended stays, for its variations, until the next one begins."""

    advanced = Signal(object)  # Advanced
    ended = Signal(object)  # Shown
    varied = Signal(object)  # Outcome
    refused = Signal(object)  # Refused

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: RunThread | None = None
        self._leaving: list[RunThread] = []
        self._source = ""
        self._asked = 0
        self._is_running = False

    @property
    def is_running(self) -> bool:
        """Whether a run is on that has not ended."""
        return self._is_running

    @property
    def is_leaving(self) -> bool:
        """Whether a process that was stopped has not ended yet."""
        return bool(self._leaving)

    def begin(self, bars: Bars, trial: Trial, source: str) -> None:
        """Run this, in place of what was run before."""
        self.stop()
        self._source, self._asked, self._is_running = source, 0, True
        self._thread = RunThread(bars, trial, self)
        self._thread.told.connect(self._take)
        self._thread.finished.connect(self._sweep)
        self._thread.start()

    def stop(self) -> None:
        """End the run and its process; nothing more is told of it."""
        self._is_running = False
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
            self._thread.ask(Variation(self._asked, rules, minimum_confidence))

    def finish(self) -> None:
        """End everything and wait for it."""
        self.stop()
        for thread in self._leaving:
            thread.wait(_PATIENCE_MS)
        self._sweep()

    @Slot(object)
    def _take(self, told: Advanced | Outcome | Refused) -> None:
        thread = self._thread
        if thread is None or self.sender() is not thread:  # of a run that was stopped
            return
        if isinstance(told, Advanced):
            self.advanced.emit(told)
        elif told.number:
            (self.varied if isinstance(told, Outcome) else self.refused).emit(told)
        else:
            self._is_running = False
            if isinstance(told, Outcome):
                self.ended.emit(Shown(thread.trial, thread.bars, self._source, told))
            else:
                self.refused.emit(told)

    @Slot()
    def _sweep(self) -> None:
        for thread in [thread for thread in self._leaving if thread.isFinished()]:
            self._leaving.remove(thread)
            thread.deleteLater()
