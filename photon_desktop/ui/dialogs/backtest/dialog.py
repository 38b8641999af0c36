"""The wizard: five presses of Enter from the bars to a result."""

from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QDialog, QWidget

from photon_desktop.backtest.model_strategy import USUAL_COST
from photon_desktop.backtest.sweep_process import SweepJob
from photon_desktop.backtest.trial import Trial, trial_of_json
from photon_desktop.backtest.trial_process import Job, Refused
from photon_desktop.errors import PhotonError, ValueRefusedError
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.in_turn import Answer, InTurn
from photon_desktop.ui.dialogs.backtest.keeping import Shown
from photon_desktop.ui.dialogs.backtest.kept_runs import KeptRuns
from photon_desktop.ui.dialogs.backtest.layout import (
    KEPT,
    MARKET,
    RESULTS,
    RULES,
    RUN,
    STRATEGY,
    SWEEP,
    SWEEP_SETUP,
    WizardParts,
)
from photon_desktop.ui.dialogs.backtest.plan_words import outcome_words, plan_lines
from photon_desktop.ui.dialogs.backtest.replay.views import ReplayAsked, replay_words
from photon_desktop.ui.dialogs.backtest.rules_page import RuleChoices
from photon_desktop.ui.dialogs.backtest.runs import Runs
from photon_desktop.ui.dialogs.backtest.shown_result import ShownResult
from photon_desktop.ui.dialogs.backtest.sweep_setup_page import SweepSetupPage
from photon_desktop.ui.dialogs.backtest.sweeping import Sweeping
from photon_desktop.ui.dialogs.backtest.views import Coverage, KeptRun, Library, NoCoverage, RunShelf
from photon_desktop.ui.dialogs.data.words import bars_words
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

_SIZE = (1_240, 744)


class BacktestWizard(QDialog):
    """Asks `library` for bars and `shelf` for kept runs on a thread of its own; a run has a process of its own.

    What models told is kept in the folder `forecasts`. Sweeps work on the Dask cluster that `scheduler` names, if it
    names one. `finish` ends both, for a program that closes.
    """

    import_asked = Signal()
    download_asked = Signal()
    replay_asked = Signal(object)  # ReplayAsked
    worked_out = Signal(object, str)  # the Trial that was run at once, and what came of it in words

    def __init__(
        self,
        library: Library,
        shelf: RunShelf,
        usual: Callable[[], RuleChoices],
        theme: Theme,
        parent: QWidget | None,
        forecasts: Path | None = None,
        scheduler: Callable[[], str | None] = lambda: None,
        is_whole: bool = True,
    ) -> None:
        """One that is not whole is only a frame yet: it can do nothing before all steps of `building` are taken."""
        super().__init__(parent)
        self.setObjectName("backtestWizard")
        self.setWindowTitle(tr("Backtest"))
        self.resize(*_SIZE)
        self._library, self._usual, self._forecasts = library, usual, forecasts
        self._scheduler = scheduler
        self._label_cost = USUAL_COST
        self._wants_run = False
        self._before_kept, self._before_sweep = MARKET, RUN
        self.parts = WizardParts(self)
        self.building = self._build(shelf, theme)
        if is_whole:
            deque(self.building, maxlen=0)

    def _build(self, shelf: RunShelf, theme: Theme) -> Generator[None, None, None]:
        yield from self.parts.pages_one_by_one(theme)
        self.runs = Runs(self)
        self.work = InTurn(self)
        self.shown_result = ShownResult(self.parts.results, self.runs, self.work, self._library, shelf, self)
        self.kept = KeptRuns(self.parts.kept, self.work, shelf, self)
        self.sweeping = Sweeping(self.parts.sweep_setup, self.parts.sweep, self.work, shelf, self)
        self._connect()
        self._turn_to(MARKET)

    @property
    def is_running(self) -> bool:
        """Whether a backtest or a sweep is being run, or waits for its bars."""
        return self.runs.is_running or self.sweeping.is_running or self._wants_run

    def begin_with(self, symbol: str, interval: Interval) -> None:
        """Begin anew with the bars of this symbol and the rules of the settings; one that runs is left alone."""
        if self.is_running:
            return
        usual = self._usual()
        self._label_cost = usual.rules.costs.round_trip  # with the settings' costs, whatever the run's are
        self.parts.rules.show_choices(usual)
        self.work.ask("symbols", self._library.symbols)
        self.parts.market.begin_with(symbol, interval)
        self._turn_to(MARKET)

    @Slot()
    def look_again(self) -> None:
        """Look once more which bars there are: some were brought in."""
        self.work.ask("symbols", self._library.symbols)
        if self.parts.page == MARKET and not self.is_running:
            self.parts.market.look()

    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.parts.results.set_theme(theme)
        self.parts.kept.set_theme(theme)
        self.parts.sweep.set_theme(theme)

    @Slot()
    def finish(self) -> None:
        """End the process and the threads."""
        self.parts.market.stop()
        self.parts.run.rest("")
        self.runs.finish()
        self.sweeping.finish()
        self.work.finish()

    def reject(self) -> None:
        """Stop what runs; with nothing running, close."""
        if self.is_running:
            self._stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self.is_running:
            self._stop()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """A closed wizard begins anew: nothing is kept in memory for it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.runs.stop()
            self.sweeping.stop()

    # from page to page

    @Slot()
    def _go_on(self) -> None:
        page = self.parts.page
        if page == RULES:
            self._show_plan()
        elif page == RUN:
            self._begin()
        elif page == SWEEP_SETUP:
            self._begin_sweep()
        else:
            self._turn_to(page + 1)

    @Slot()
    def _go_back(self) -> None:
        page = self.parts.page
        if page == KEPT:
            self._turn_to(self._before_kept)
        elif page == SWEEP_SETUP and not self.is_running:
            self._turn_to(self._before_sweep)
        elif page == SWEEP:
            self._turn_to(SWEEP_SETUP)
        elif not self.is_running:
            self._turn_to(max(MARKET, page - 1))

    @Slot()
    def _show_kept(self) -> None:
        self._before_kept = self.parts.page
        self._turn_to(KEPT)
        self.kept.show()

    def _turn_to(self, page: int) -> None:
        parts = self.parts
        if page == RULES:
            parts.rules.set_model(parts.strategy.is_model)
        parts.turn_to(page)
        self._judge()
        own = {RESULTS: parts.results.table, KEPT: parts.kept.table, SWEEP: parts.sweep.map}
        own.get(page, parts.next).setFocus()

    @Slot()
    def _judge(self) -> None:
        """Say what stands in the way of going on, and what can be done now."""
        parts = self.parts
        page, symbol = parts.page, parts.market.asked()[0]
        faults: dict[int, Callable[[], str]] = {
            MARKET: lambda: "" if parts.market.is_looking else parts.market.fault,
            STRATEGY: lambda: parts.strategy.fault,
            RULES: lambda: self._rules_fault(symbol),
            SWEEP_SETUP: lambda: parts.sweep_setup.fault,
        }
        fault = faults[page]() if page in faults else ""
        if page == RULES:
            parts.rules.say(fault)
        parts.next.setEnabled(not fault and not self.is_running)
        parts.next.setToolTip(fault)
        parts.back.setEnabled(not self.is_running)
        parts.show_kept.setEnabled(not self.is_running)
        parts.show_sweep.setEnabled(not self.is_running and not parts.market.is_looking and not parts.market.fault)
        parts.cancel.setText(tr("Stop", "what runs") if self.is_running else tr("Close"))
        parts.cancel.setAccessibleName(parts.cancel.text())

    def _rules_fault(self, symbol: str) -> str:
        """What is wrong with a rule, or with the strategy under these rules."""
        if fault := self.parts.rules.fault(symbol):
            return fault
        try:
            self._trial(span=(None, None)).check()
        except ValueRefusedError as error:
            return said(str(error))
        return ""

    def _trial(self, span: tuple[int | None, int | None] | None = None) -> Trial:
        parts = self.parts
        symbol, interval = parts.market.asked()
        choices = parts.rules.choices(symbol)
        start, end = parts.market.span() if span is None else span
        seed = 0 if parts.strategy.seed.fault else int(parts.strategy.seed.number())
        return Trial(
            symbol, interval, parts.strategy.name(), choices.rules, start, end, choices.minimum_confidence, seed,
            parts.strategy.knobs(), self._label_cost,
        )  # fmt: skip

    # the run

    def _show_plan(self) -> None:
        self._turn_to(RUN)
        self._tell_plan()

    def _tell_plan(self) -> None:
        market = self.parts.market
        is_known = not market.is_looking and not market.fault
        bars = bars_words(len(market.bars())) if is_known else tr("the bars that are being read")
        trial = self._trial(span=(None, None))
        self.parts.run.offer_replay(trial.is_model, replay_words(trial))
        self.parts.run.show_plan(plan_lines(trial, bars))

    @Slot()
    def _begin(self) -> None:
        if self.runs.is_running:
            return
        market = self.parts.market
        if market.is_looking:
            self._wants_run = True
            self.parts.run.begin()
            self._judge()
            self.parts.run.setFocus()
            return
        self._wants_run = False
        try:
            bars, trial = market.bars(), self._trial()
            trial.check()
        except PhotonError as error:
            self._rest(f"▲ {said(str(error))}", Tone.WARNING)
            return
        self.runs.begin(Job(bars, trial, self._forecasts), market.source)
        self.parts.run.begin()
        if self.parts.run.is_replayed:
            self.replay_asked.emit(ReplayAsked(bars, trial, market.source))
        self._judge()
        self.parts.run.setFocus()  # on no button: one Enter too many stops nothing

    def _stop(self) -> None:
        self._wants_run = False
        if self.sweeping.is_running:
            self.sweeping.stop(tr("Stopped; nothing of it counts as tried. Press Enter to run it again."))
            self._judge()
            self.parts.next.setFocus()
            return
        self.runs.stop()
        self._rest(tr("Stopped. Press Enter to run it again."))

    def _rest(self, sentence: str, tone: Tone = Tone.MUTED) -> None:
        self.parts.run.rest(sentence, tone)
        self._judge()
        if self.parts.page == RUN:
            self.parts.next.setFocus()

    @Slot(object)
    def _take_outcome(self, shown: Shown) -> None:
        """The run has ended well."""
        self.parts.run.rest("")
        self.shown_result.show_run(shown)
        self._turn_to(RESULTS)
        self.worked_out.emit(shown.trial, outcome_words(shown.outcome.summary))

    @Slot(object)
    def _take_refusal(self, refused: Refused) -> None:
        if not refused.number:
            self._rest(f"▲ {refused.sentence}", Tone.WARNING)

    @Slot()
    def _run_again(self) -> None:
        self._turn_to(RUN)
        self._tell_plan()
        self._begin()

    @Slot(object)
    def _run_kept(self, run: KeptRun) -> None:
        """Set everything as the kept run had it, and run it once its bars are read."""
        try:
            trial = trial_of_json(run.parameters)
        except ValueRefusedError as error:
            self.parts.kept.say(f"▲ {said(str(error))}", Tone.WARNING)
            return
        parts, self._label_cost = self.parts, trial.label_cost
        self._show_trial(trial)
        parts.market.choose_span(trial.start_ns, trial.end_ns)
        parts.market.begin_with(trial.symbol, trial.interval)
        self._turn_to(RUN)
        self._tell_plan()
        self._begin()

    def _show_trial(self, trial: Trial) -> None:
        """Set strategy and rules as this one has them."""
        self.parts.strategy.show_trial(trial.strategy, trial.knobs, trial.seed)
        self.parts.rules.show_choices(RuleChoices(trial.rules, trial.minimum_confidence))

    # the sweep

    @Slot()
    def _show_sweep(self) -> None:
        self._before_sweep = self.parts.page
        self.parts.sweep_setup.set_trial(self._trial())
        self._turn_to(SWEEP_SETUP)

    def _begin_sweep(self) -> None:
        if self.is_running or self.parts.sweep_setup.fault:
            return
        self.sweeping.begin(self._sweep_job)
        self._judge()
        self.parts.sweep_setup.run.setFocus()  # on no button, as for a run

    def _sweep_job(self, setup: SweepSetupPage) -> SweepJob:
        market = self.parts.market
        return SweepJob(
            market.bars(), self._trial(), setup.axis_values(), setup.choices(), market.source, self._scheduler(),
            self._forecasts,
        )  # fmt: skip

    @Slot()
    def _rest_sweep(self) -> None:
        self._judge()
        self.parts.next.setFocus()

    @Slot(object)
    def _run_taken(self, trial: Trial) -> None:
        """Run a combination of the sweep by itself."""
        self._show_trial(trial)
        self._run_again()

    # what the thread tells

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        if answer.name == "bars":
            symbol, interval = self.parts.market.asked()
            self._take_bars(NoCoverage(symbol, interval, answer.problem) if answer.problem else answer.value)
        elif answer.name == "symbols" and not answer.problem:
            self.parts.market.set_symbols(answer.value)

    def _take_bars(self, found: Coverage | NoCoverage) -> None:
        self.parts.market.show_found(found)
        if self.parts.page == RUN and not self.is_running and not self.parts.market.is_looking:
            self._tell_plan()
        if self._wants_run and not self.parts.market.is_looking:
            self._begin()

    @Slot(str, object)
    def _look(self, symbol: str, interval: Interval) -> None:
        self.work.ask("bars", partial(self._library.read, symbol, interval))

    def _connect(self) -> None:
        parts = self.parts
        parts.next.clicked.connect(self._go_on)
        parts.back.clicked.connect(self._go_back)
        parts.cancel.clicked.connect(self.reject)
        parts.show_kept.clicked.connect(self._show_kept)
        parts.market.look_asked.connect(self._look)
        parts.market.import_asked.connect(self.import_asked)
        parts.market.download_asked.connect(self.download_asked)
        for page in (parts.market, parts.strategy, parts.rules, parts.sweep_setup):
            page.changed.connect(self._judge)
        self.work.told.connect(self._take_answer)
        self.runs.advanced.connect(parts.run.advance)
        self.runs.ended.connect(self._take_outcome)
        self.runs.refused.connect(self._take_refusal)
        parts.results.again_asked.connect(self._run_again)
        parts.kept.again_asked.connect(self._run_kept)
        parts.show_sweep.clicked.connect(self._show_sweep)
        self.sweeping.ended.connect(lambda: self._turn_to(SWEEP))
        self.sweeping.refused.connect(self._rest_sweep)
        self.sweeping.taken.connect(self._run_taken)
