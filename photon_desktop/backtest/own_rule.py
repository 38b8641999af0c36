"""A rule of the user's own: a Python file with one function, run in a process of its own.

The file defines `signal(bars)`, which is called at the close of each bar and returns 1 to be long from the next open
on, -1 to be out (short, where that is allowed), and 0 or None to leave things as they are. `bars` holds what is known
then, and the last value of each column is the bar that has just closed: `bars.times` (open times, int64 nanoseconds
UTC), `bars.open`, `bars.high`, `bars.low`, `bars.close` and `bars.volume` (float64), all read-only; `len(bars)` is how
many there are. `warm_up = 20` beside the function keeps it from being asked before twenty bars have come.
"""

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

import numpy as np

from photon_desktop.backtest.own_rule_process import Failed, Told, answer
from photon_desktop.backtest.plan import Plan, check_testable
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.wants import SignalArray, wants_of
from photon_desktop.errors import RuleError, ValueRefusedError
from photon_desktop.trading.bars import Bars

SECONDS = 60.0
LEAST_SECONDS, MOST_SECONDS = 1.0, 86_400.0
Progress = Callable[[int, int], None]  # bars asked, bars in all


@dataclass(frozen=True, slots=True)
class OwnRule:
    """The rule in the file `path`, which has `seconds` for all bars (1 to 86,400). Raises ValueRefusedError beyond."""

    path: Path
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        if not LEAST_SECONDS <= self.seconds <= MOST_SECONDS:
            raise ValueRefusedError(
                f"A rule's time limit is {self.seconds:g} s; it lies between {LEAST_SECONDS:g} and {MOST_SECONDS:,.0f}."
            )
        if not self.path.is_file():
            raise ValueRefusedError(
                f"There is no rule in {self.path}; name a Python file with a function signal(bars)."
            )

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def asked(self, bars: Bars, progress: Progress) -> Told:
        """What the rule says at each of `bars`, which it is handed one after the other.

        Raises RuleError, naming the file and the line, when it fails, says something else than it may, ends its process
        or takes longer than it has.
        """
        context = multiprocessing.get_context("spawn")
        mine, its = context.Pipe(duplex=False)
        process = context.Process(
            target=answer, args=(its, str(self.path), bars), name=f"rule {self.name}", daemon=True
        )
        process.start()
        its.close()
        try:
            return self._heard(mine, len(bars), progress)
        finally:
            process.kill()
            process.join()
            process.close()
            mine.close()

    def _heard(self, mine: Connection, count: int, progress: Progress) -> Told:
        until, asked = monotonic() + self.seconds, 0
        while mine.poll(max(0.0, until - monotonic())):
            try:
                said = mine.recv()
            except EOFError:
                raise RuleError(f"{self.name} ended its process after {asked:,} of {count:,} bars.") from None
            if isinstance(said, Told):
                return said
            if isinstance(said, Failed):
                raise RuleError(said.sentence)
            asked = said
            progress(asked, count)
        raise RuleError(
            f"{self.name} was asked about {asked:,} of {count:,} bars in the {self.seconds:g} s it has; make it faster,"
            " or give it more with --rule-seconds."
        )


def plan_of_own_rule(rule: OwnRule, bars: Bars, short_allowed: bool, stopwatch: Stopwatch, progress: Progress) -> Plan:
    """What the user's rule wants; refuses bars as `check_testable` does, and raises RuleError for a rule that fails."""
    check_testable(bars, rule.name, 0)
    with stopwatch.stage("features"):
        told = rule.asked(bars, progress)
        check_testable(bars, rule.name, told.warm_up)
        signals: SignalArray = np.frombuffer(told.signals, dtype=np.int8)
        return Plan(rule.name, wants_of(signals, short_allowed), told.warm_up, signals=signals)
