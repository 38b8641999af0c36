"""The process that a backtest of the window runs in, and that trades it again under other rules afterwards."""

import logging
import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import BacktestResult, trade
from photon_desktop.backtest.simulation import Simulation
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold
from photon_desktop.backtest.summary import summary
from photon_desktop.backtest.trial import Trial, plan_of_trial
from photon_desktop.backtest.trial_judging import Judge, StopJudging, ToJudge, sentence_of
from photon_desktop.backtest.wants import wants_of
from photon_desktop.backtest.what_if import Kept, resimulate
from photon_desktop.learning.fitting import end_with_parent
from photon_desktop.priority import let_others_go_first
from photon_desktop.trading.bars import Bars, FloatArray

_log = logging.getLogger(__name__)
_MOST_PROCESSES = 2  # the machine stays usable
_NICENESS = 4  # the window goes first; but somebody waits for this, and other programs may not hold it up altogether


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """A trial on these bars. What models told is kept in the folder `forecasts` and taken from there, unless None."""

    bars: Bars
    trial: Trial
    forecasts: Path | None = None


@dataclass(frozen=True, slots=True)
class Advanced:
    """How far a stage of the run is: `done` of `total`, which is 0 where it can't be said."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Variation:
    """The run's signals or predictions traded by other rules; `number` counts what was asked."""

    number: int
    rules: Rules
    minimum_confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What came of the run, or of the variation of this `number` (0 is the run itself): `summary` as it is printed and
    stored, `held_equity` that of buying and holding at the same costs, one value a bar."""

    number: int
    rules: Rules
    minimum_confidence: float
    simulation: Simulation
    held_equity: FloatArray
    summary: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no outcome, in one sentence."""

    number: int
    sentence: str


def serve(connection: Connection) -> None:
    """Receive a Job, send Advanced and then Outcome or Refused; then answer each Variation and each ToJudge, until the
    other end is closed."""
    end_with_parent()
    let_others_go_first(_NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window says what becomes of a run
    job: Job = connection.recv()
    try:
        kept, outcome = run_trial(job, connection)
    except Exception as error:
        connection.send(Refused(0, sentence_of(error)))
        return
    connection.send(outcome)
    _answer_all(kept, job.trial, connection)


def _answer_all(kept: Kept, trial: Trial, connection: Connection) -> None:
    lock = Lock()

    def send(said: object) -> None:
        with lock:  # one after the other, whichever thread says it
            connection.send(said)

    judge = Judge(kept, trial, send)
    with suppress(EOFError):
        while True:
            asked: Variation | ToJudge | StopJudging = connection.recv()
            match asked:
                case ToJudge():
                    judge.begin(asked)
                case StopJudging():
                    judge.stop()
                case _:
                    send(_answer(kept, asked))
    judge.finish()


def run_trial(job: Job, connection: Connection) -> tuple[Kept, Outcome]:
    """Run it, telling how far it is. Raises PhotonError for what can't be tested."""
    bars, trial, stopwatch = job.bars, job.trial, Stopwatch()
    shelf = None if job.forecasts is None else ForecastShelf(job.forecasts, _log.warning)
    connection.send(Advanced("features", 0, 0))

    def tell(stage: str, done: int, total: int) -> None:
        connection.send(Advanced(stage, done, total))

    plan = plan_of_trial(trial, bars, stopwatch, tell, min(_MOST_PROCESSES, os.cpu_count() or 1), shelf)
    connection.send(Advanced("simulate", 0, 0))
    result = trade(plan, bars, trial.interval, trial.rules, stopwatch)
    content = {**summary(result, bars, trial.rules), "seconds": stopwatch.seconds()}
    kept = Kept(plan, bars, trial.interval)
    return kept, Outcome(
        0, trial.rules, trial.minimum_confidence, result.simulation, held_equity(kept, trial.rules), content
    )


def vary(kept: Kept, asked: Variation) -> Outcome:
    """The run under other rules. Raises ValueRefusedError for rules beyond their bounds."""
    found = resimulate(kept, asked.rules, asked.minimum_confidence)
    held = held_equity(kept, asked.rules)
    held_return = float(held[-1]) / asked.rules.initial_balance - 1
    result = BacktestResult(kept.plan, found.simulation, found.figures, held_return, found.simulation.trades.digest)
    content = summary(result, kept.bars, asked.rules)
    return Outcome(asked.number, asked.rules, asked.minimum_confidence, found.simulation, held, content)


def held_equity(kept: Kept, rules: Rules) -> FloatArray:
    """Equity at each close of the same money, bought at the first open the strategy could have bought at, and held."""
    wants = wants_of(BuyAndHold(kept.plan.first_decision).signals(kept.bars), short_allowed=False)
    plain = Rules(rules.initial_balance, rules.costs, finalize=rules.finalize, instrument=rules.instrument)
    return simulate(kept.bars, wants, plain).equity


def _answer(kept: Kept, asked: Variation) -> Outcome | Refused:
    try:
        return vary(kept, asked)
    except Exception as error:
        return Refused(asked.number, sentence_of(error))
