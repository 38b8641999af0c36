"""Does with the result that is shown what has to be done: keeps it, has it judged, names it and writes it out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from photon_desktop.backtest.honesty.report import Honesty
from photon_desktop.backtest.trial import trial_json
from photon_desktop.backtest.trial_judging import Judged, NotJudged, ToJudge
from photon_desktop.backtest.trial_process import Outcome, Refused
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.passport import data_hash
from photon_desktop.ui.dialogs.backtest.in_turn import Answer, InTurn
from photon_desktop.ui.dialogs.backtest.keeping import Shown, kept_results, write_export
from photon_desktop.ui.dialogs.backtest.results_page import ResultsPage
from photon_desktop.ui.dialogs.backtest.runs import Runs
from photon_desktop.ui.dialogs.backtest.views import KeptRun, Library, RunShelf
from photon_desktop.ui.language import tr
from photon_desktop.ui.tables.row_table import Tone

_SETTLED_MS = 100  # the curves of a run that was just shown are drawn by then
_SUFFIXES = {"trades": "csv", "equity": "csv", "picture": "png", "report": "html"}


class ShownResult(QObject):
    """Lives on the main thread. Bars and shelf are asked in `work`, and `runs` has the process that judges."""

    def __init__(
        self, page: ResultsPage, runs: Runs, work: InTurn, library: Library, shelf: RunShelf, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._runs, self._work, self._library, self._shelf = page, runs, work, library, shelf
        self._shown: Shown | None = None
        self._judged: Outcome | None = None  # what the panel speaks of
        self._honesty: Honesty | None = None
        self._told: Judged | NotJudged | None = None  # and waits for the curves
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(self._show_judgement)
        self._run_id = ""
        self._warnings: list[str] = []
        self._connect()

    def show_run(self, shown: Shown) -> None:
        """Show a run that has ended, keep it, and find out what it is worth."""
        self._shown, self._run_id, self._warnings = shown, "", []
        self._settling.start()
        self._page.show_run(shown.trial, shown.bars.times, shown.outcome, shown.trial.name)
        self._work.ask("warned", partial(self._kept, shown, shown.trial.name))
        self._begin_to_judge()

    def export(self, kind: str, path: Path) -> None:
        """Write what is shown: "trades" or "equity" as CSV, the curve as a "picture", or a "report"."""
        page, shown = self._page, self._shown
        if shown is None:
            return
        if kind != "picture":
            work = partial(write_export, kind, path, shown, page.name.text(), self._warnings, self._honesty_of(shown))
            self._work.ask("exported", work)
        elif page.curve.grab().save(str(path), "PNG"):
            page.say(tr("Written: {path}").format(path=path))
        else:
            page.say(tr("▲ {path} can't be written; choose another place.").format(path=path), Tone.WARNING)

    @Slot(object)
    def _take_variation(self, outcome: Outcome) -> None:
        if self._shown is None:
            return
        self._shown = self._shown.varied(outcome)
        self._page.say("")
        self._page.show_outcome(outcome)
        self._page.honesty.show_varied(not self._is_judged(outcome))

    @Slot(object)
    def _take_refusal(self, refused: Refused) -> None:
        if refused.number:
            self._page.say(f"▲ {refused.sentence}", Tone.WARNING)
        else:
            self._page.honesty.say_none(refused.sentence)

    # what it is worth

    @Slot()
    def _begin_to_judge(self) -> None:
        shown = self._shown
        if shown is None:
            return
        self._judged, self._honesty, self._told = shown.outcome, None, None
        self._page.honesty.wait_for()
        self._work.ask("tried", partial(self._tried, shown))

    def _tried(self, shown: Shown) -> ToJudge:
        """On the thread: what was tried on these bars."""
        tried: tuple[TriedRun, ...] = self._shelf.tried_on(data_hash(shown.bars))
        outcome = shown.outcome
        return ToJudge(outcome.number, outcome.rules, outcome.minimum_confidence, tried)

    @Slot()
    def _stop_judging(self) -> None:
        self._work.forget("tried")
        self._runs.stop_judging()
        self._judged = self._told = None
        self._page.honesty.say_none()

    @Slot(object)
    def _take_judgement(self, told: Judged | NotJudged) -> None:
        """Both at once, the curves and what they are worth, would be felt while they are drawn."""
        self._told = told
        if not self._settling.isActive():
            self._show_judgement()

    @Slot()
    def _show_judgement(self) -> None:
        told, self._told = self._told, None
        if told is None or self._shown is None or self._judged is None or told.number != self._judged.number:
            return
        if isinstance(told, NotJudged):
            self._page.honesty.say_none(told.sentence)
            return
        self._honesty = told.honesty
        self._page.honesty.show_honesty(told.honesty)
        self._page.honesty.show_varied(not self._is_judged(self._shown.outcome))

    def _is_judged(self, outcome: Outcome) -> bool:
        """Whether the panel speaks of what this outcome traded; true as well while it says nothing."""
        return self._honesty is None or self._judged is None or _digest(outcome) == _digest(self._judged)

    def _honesty_of(self, shown: Shown) -> Honesty | None:
        return self._honesty if self._is_judged(shown.outcome) else None

    # keeping and naming

    def _kept(self, shown: Shown, name: str) -> KeptRun:
        """On the thread: look at the bars, and keep the run."""
        trial = shown.trial
        warnings = self._library.warnings(trial.symbol, trial.interval, shown.bars, shown.outcome.simulation)
        return self._shelf.keep(name, trial_json(trial), kept_results(shown, warnings))

    @Slot()
    def _keep_variation(self) -> None:
        """Keep what the sliders stand for as a run of its own, which was tried from now on, and have it judged."""
        if self._shown is None:
            return
        name = f"{self._page.name.text().strip() or self._shown.trial.name}, varied"
        self._work.ask("varied", partial(self._kept, self._shown, name))
        self._begin_to_judge()

    @Slot(str)
    def _rename(self, name: str) -> None:
        if self._run_id:
            self._work.ask(f"name {self._run_id}", partial(self._shelf.rename, self._run_id, name))

    def _take_kept(self, run: KeptRun) -> None:
        self._run_id = run.id
        self._warnings = list(run.results.get("warnings", ()))
        self._page.show_warnings({"warnings": self._warnings})
        name = self._page.name.text().strip()
        if name and name != run.name:  # written while it was being kept
            self._rename(name)

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.problem:
            self._tell_problem(answer)
            return
        match answer.name:
            case "warned":
                self._take_kept(answer.value)
            case "tried":
                self._runs.judge(answer.value)
            case "varied":
                self._page.say(tr("Kept as {name}.").format(name=answer.value.name))
            case "exported":
                self._page.say(tr("Written: {path}").format(path=answer.value))

    def _tell_problem(self, answer: Answer) -> None:
        if answer.name == "tried":
            self._page.honesty.say_none(answer.problem)
        elif answer.name in ("warned", "varied", "exported") or answer.name.startswith("name "):
            self._page.say(f"▲ {answer.problem}", Tone.WARNING)

    @Slot(str)
    def _ask_where(self, kind: str) -> None:
        if self._shown is None:
            return
        suffix = _SUFFIXES[kind]
        name = self._page.name.text().strip() or self._shown.trial.name
        chooser = QFileDialog(self._page.window(), tr("Export"), f"{name.replace('/', '-')} {kind}.{suffix}")
        chooser.setObjectName("backtestExportDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(suffix)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(lambda path: self.export(kind, Path(path)))
        chooser.open()

    def _connect(self) -> None:
        page, runs = self._page, self._runs
        runs.varied.connect(self._take_variation)
        runs.refused.connect(self._take_refusal)
        runs.judging.connect(page.honesty.advance)
        runs.judged.connect(self._take_judgement)
        page.honesty.stop_asked.connect(self._stop_judging)
        page.honesty.again_asked.connect(self._begin_to_judge)
        page.what_if.moved.connect(runs.vary)
        page.keep_asked.connect(self._keep_variation)
        page.renamed.connect(self._rename)
        page.export_asked.connect(self._ask_where)
        self._work.told.connect(self._take_answer)


def _digest(outcome: Outcome) -> str:
    return str(outcome.summary["digest"])
