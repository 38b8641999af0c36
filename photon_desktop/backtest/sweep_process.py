"""The process that a sweep of the window runs in, and what it hands over."""

import logging
import os
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.spread import Crew
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.sweep import Sweep, Values, sweep
from photon_desktop.backtest.sweep_record import Swept, sweep_json
from photon_desktop.backtest.trial import Trial, plan_of_trial
from photon_desktop.backtest.trial_judging import sentence_of
from photon_desktop.backtest.trial_process import Advanced, Refused
from photon_desktop.backtest.what_if import Kept
from photon_desktop.learning.fitting import end_with_parent
from photon_desktop.priority import let_others_go_first
from photon_desktop.trading.bars import Bars

_log = logging.getLogger(__name__)
_NICENESS = 4  # as a run of the window


@dataclass(frozen=True, slots=True, eq=False)
class SweepJob:
    """`choices` out of `axes`, of a trial's strategy on these bars, which are from `source`. It works on all cores, or
    on the Dask cluster of `scheduler`; what models told is kept in the folder `forecasts`, unless None."""

    bars: Bars
    trial: Trial
    axes: Mapping[str, Sequence[float | str]]
    choices: Sequence[Values]
    source: str = ""
    scheduler: str | None = None
    forecasts: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SweepOutcome:
    """What came of a sweep; `content` is as it is kept."""

    sweep: Sweep
    overfitting: Overfitting | None
    content: dict[str, Any]


def serve_sweep(connection: Connection) -> None:
    """Receive a SweepJob, send Advanced and then SweepOutcome or Refused, and wait to be ended."""
    end_with_parent()
    let_others_go_first(_NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    job: SweepJob = connection.recv()
    try:
        outcome = run_sweep(job, connection)
    except Exception as error:
        connection.send(Refused(0, sentence_of(error)))
        return
    connection.send(outcome)
    with suppress(EOFError):
        connection.recv()


def run_sweep(job: SweepJob, connection: Connection) -> SweepOutcome:
    """Run it, telling how far it is. Raises PhotonError for what can't be swept."""
    bars, trial, stopwatch = job.bars, job.trial, Stopwatch()
    shelf = None if job.forecasts is None else ForecastShelf(job.forecasts, _log.warning)
    cores = os.cpu_count() or 1

    def tell(stage: str, done: int, total: int) -> None:
        connection.send(Advanced(stage, done, total))

    tell("features", 0, 0)
    plan = plan_of_trial(trial, bars, stopwatch, tell, cores, shelf)
    crew = Crew(min(cores, len(job.choices)), job.scheduler, is_polite=True)
    with stopwatch.stage("simulate"):
        strategy = None if trial.is_model else trial.rule()
        kept = Kept(plan, bars, trial.interval)
        done = sweep(strategy, kept, trial.rules, job.choices, crew, lambda at, total: tell("sweep", at, total))
    overfitting = done.overfitting()
    swept = Swept(trial.symbol, trial.interval, job.source, trial.strategy, trial.seed, trial.rules, job.axes)
    return SweepOutcome(done, overfitting, sweep_json(swept, bars, done, overfitting, stopwatch.seconds()))
