"""What is to be traded in a run, made by a rule or a model."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import Strategy
from photon_desktop.backtest.wants import SignalArray, Wants, wants_of
from photon_desktop.errors import DataError, NotEnoughDataError
from photon_desktop.learning.out_of_sample import OutOfSample
from photon_desktop.trading.bars import Bars, FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a strategy wants at each bar; `first_decision` is the first bar it could want anything at.

    `out_of_sample` says how well a model predicted bars it had not seen; rules have none. A rule's `signals`, or a
    model's out-of-sample `probabilities` (bars, 3) and `drift` (bars,), are kept to be traded again by other rules;
    with these its `priors` (bars, 3), what base rates would have said. NaN where nothing was told. `told` is what the
    result says of the models.
    """

    strategy: str
    wants: Wants
    first_decision: int
    out_of_sample: OutOfSample | None = None
    signals: SignalArray | None = None
    probabilities: FloatArray | None = None
    priors: FloatArray | None = None
    drift: FloatArray | None = None
    told: dict[str, Any] | None = None


def check_testable(bars: Bars, name: str, first_decision: int) -> None:
    """Raise NotEnoughDataError when no decision of `name` could be filled, DataError when the price never moves."""
    needed = first_decision + 2
    if len(bars) < needed:
        raise NotEnoughDataError(
            f"{name} needs at least {needed} bars (its first decision and one bar to fill it in), there are {len(bars)}"
            "; give more."
        )
    if np.all(bars.close == bars.close[0]) and np.all(bars.high == bars.low):
        raise DataError(f"The price stays at {bars.close[0]:g} on all {len(bars)} bars; a market that moves is needed.")


def plan_of_rule(strategy: Strategy, bars: Bars, short_allowed: bool, stopwatch: Stopwatch) -> Plan:
    """What a rule wants; refuses bars as `check_testable` does."""
    check_testable(bars, strategy.name, strategy.first_decision)
    with stopwatch.stage("features"):
        signals = strategy.signals(bars)
        wants = wants_of(signals, short_allowed)
    return Plan(strategy.name, wants, strategy.first_decision, signals=signals)
