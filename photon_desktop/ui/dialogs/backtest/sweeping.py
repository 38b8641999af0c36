"""The sweep of the wizard: its process, its two pages, and that it is kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.backtest.sweep import Trial as Tried
from photon_desktop.backtest.sweep_process import SweepJob, SweepOutcome, serve_sweep
from photon_desktop.backtest.sweep_trial import trial_with
from photon_desktop.backtest.trial import Trial, trial_json
from photon_desktop.backtest.trial_process import Advanced, Refused
from photon_desktop.ui.dialogs.backtest.in_turn import Answer, InTurn
from photon_desktop.ui.dialogs.backtest.run_thread import RunThread
from photon_desktop.ui.dialogs.backtest.sweep_page import SweepPage
from photon_desktop.ui.dialogs.backtest.sweep_setup_page import SweepSetupPage
from photon_desktop.ui.dialogs.backtest.views import RunShelf
from photon_desktop.ui.language import tr
from photon_desktop.ui.tables.row_table import Tone

_PATIENCE_MS = 5_000


class Sweeping(QObject):
    """Lives on the main thread. One sweep at a time; `job_of` makes it from what the wizard's pages say."""

    ended = Signal()  # well: the page shows it
    refused = Signal(str)
    taken = Signal(object)  # Trial, to be run by itself

    def __init__(self, setup: SweepSetupPage, page: SweepPage, work: InTurn, shelf: RunShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._setup, self._page, self._work, self._shelf = setup, page, work, shelf
        self._thread: RunThread | None = None
        self._job: SweepJob | None = None
        self._asked: dict[str, object] = {}
        self._leaving: list[RunThread] = []
        page.chosen.connect(self._take_choice)
        work.told.connect(self._take_answer)

    @property
    def is_running(self) -> bool:
        """Whether a sweep is on."""
        return self._thread is not None

    @property
    def is_leaving(self) -> bool:
        """Whether a process that was stopped has not ended yet."""
        return bool(self._leaving)

    def begin(self, job_of: Callable[[SweepSetupPage], SweepJob]) -> None:
        """Run what is set up."""
        self.stop()
        self._job, self._asked = job_of(self._setup), dict(self._setup.asked())
        self._thread = RunThread(self._job, self, serve_sweep)
        self._thread.told.connect(self._take)
        self._thread.finished.connect(self._clear)
        self._thread.start()
        self._setup.set_running(True)
        self._setup.run.begin()

    def stop(self, sentence: str = "", tone: Tone = Tone.MUTED) -> None:
        """End the sweep and its processes, and say why; nothing of it is kept."""
        thread, self._thread = self._thread, None
        self._setup.set_running(False)
        self._setup.run.rest(sentence, tone)
        if thread is not None:
            thread.told.disconnect(self._take)
            thread.stop()
            self._leaving.append(thread)
            self._clear()

    def finish(self) -> None:
        """End everything and wait for it."""
        self.stop()
        for thread in self._leaving:
            thread.wait(_PATIENCE_MS)
        self._clear()

    @Slot(object)
    def _take(self, told: Advanced | SweepOutcome | Refused) -> None:
        job = self._job
        if self.sender() is not self._thread or job is None:
            return
        match told:
            case Advanced():
                self._setup.run.advance(told)
            case SweepOutcome():
                self.stop()
                self._page.show_sweep(told, job.axes)
                self._keep(job.trial, told)
                self.ended.emit()
            case Refused():
                self.stop(f"▲ {told.sentence}", Tone.WARNING)
                self.refused.emit(told.sentence)

    def _keep(self, trial: Trial, outcome: SweepOutcome) -> None:
        """From now on each of its combinations was tried on these bars."""
        parameters = {**trial_json(trial), **self._asked}
        work = partial(self._shelf.keep, f"Sweep of {trial.name}", parameters, outcome.content)
        self._work.ask(f"sweep {outcome.content['data_hash']} {id(outcome)}", work)

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.name.startswith("sweep ") and answer.problem:
            self._page.say(
                tr("▲ The sweep was not kept, so it does not count: {problem}").format(problem=answer.problem),
                Tone.WARNING,
            )
        elif answer.name.startswith("sweep "):
            self._page.say(tr("Kept: its combinations count as tried."))

    @Slot(object)
    def _take_choice(self, tried: Tried) -> None:
        if self._job is not None:
            self.taken.emit(trial_with(self._job.trial, tried.values))

    @Slot()
    def _clear(self) -> None:
        for thread in [thread for thread in self._leaving if thread.isFinished()]:
            self._leaving.remove(thread)
            thread.deleteLater()
