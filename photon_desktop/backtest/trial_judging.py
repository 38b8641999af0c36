"""What a run is worth, found beside the variations of it that are asked for meanwhile."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from photon_desktop.backtest.honesty.examine import Question, examine
from photon_desktop.backtest.honesty.report import Honesty
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.trial import Trial
from photon_desktop.backtest.what_if import Kept, plan_under
from photon_desktop.errors import PhotonError
from photon_desktop.store.backtests import TriedRun


@dataclass(frozen=True, slots=True)
class ToJudge:
    """Asks what the run is worth (`number` 0), or its variation of this number, after all that was `tried` on the same
    bars."""

    number: int
    rules: Rules
    minimum_confidence: float
    tried: tuple[TriedRun, ...] = ()


@dataclass(frozen=True, slots=True)
class StopJudging:
    """Asks to leave it."""


@dataclass(frozen=True, slots=True)
class Judging:
    """How far it is: `done` of `total` steps."""

    number: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Judged:
    """What it is worth."""

    number: int
    honesty: Honesty


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Why it can't be told what it is worth, in one sentence."""

    number: int
    sentence: str


class _EndedError(Exception):
    """Nobody waits for it any more."""


class Judge:
    """Works in a thread of its own and says how far it is by `send`, which any thread may call. A new question ends the
    one before."""

    def __init__(self, kept: Kept, trial: Trial, send: Callable[[Any], None]) -> None:
        self._kept, self._trial, self._send = kept, trial, send
        self._thread: threading.Thread | None = None
        self._ended = threading.Event()

    def begin(self, asked: ToJudge) -> None:
        """Begin to find it out."""
        self.stop()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._judge, args=(asked, self._ended), name="judge", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Say nothing more of what was asked."""
        self._ended.set()

    def finish(self) -> None:
        """Wait until the last question is answered."""
        if self._thread is not None:
            self._thread.join()

    def _judge(self, asked: ToJudge, ended: threading.Event) -> None:
        def tell(said: Any) -> None:
            if ended.is_set():
                raise _EndedError
            self._send(said)

        with suppress(_EndedError, OSError):  # the window may be gone
            try:
                honesty = examine(self._question(asked), lambda done, total: tell(Judging(asked.number, done, total)))
            except (_EndedError, OSError):
                raise
            except Exception as error:
                tell(NotJudged(asked.number, sentence_of(error)))
            else:
                tell(Judged(asked.number, honesty))

    def _question(self, asked: ToJudge) -> Question:
        kept, rules = self._kept, asked.rules
        plan = plan_under(kept, rules, asked.minimum_confidence)
        result = trade(plan, kept.bars, kept.interval, rules, Stopwatch())
        trial = self._trial
        return Question(result, kept.bars, kept.interval, rules, asked.tried, trial.seed, trial.label_cost)


def sentence_of(error: Exception) -> str:
    """What went wrong, as it is shown."""
    if isinstance(error, PhotonError):
        return str(error)
    if isinstance(error, MemoryError):
        return "There is not enough memory for this many bars; choose a shorter period."
    return f"This failed inside the program ({type(error).__name__}: {error})."
