"""The same signals or predictions under other rules, fast enough to follow a hand on a slider."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.figures import Figures, measure
from photon_desktop.backtest.model_strategy import wants_at_barriers
from photon_desktop.backtest.odds import odds_of
from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Simulation
from photon_desktop.backtest.wants import Wants, wants_of
from photon_desktop.learning.labels import barrier_distances
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.risk import RiskLimits


@dataclass(frozen=True, eq=False)
class Kept:
    """What a run leaves to be traded again: its bars, and what was told at each, by `plan`."""

    plan: Plan
    bars: Bars
    interval: Interval

    @cached_property
    def free_barriers(self) -> FloatArray:
        """Log distances to stop and target where trading costs nothing."""
        return barrier_distances(self.bars.close, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class WhatIf:
    """What would have come of it."""

    simulation: Simulation
    figures: Figures


def resimulate(kept: Kept, rules: Rules, minimum_confidence: float | None = None) -> WhatIf:
    """What was told, traded by `rules`: no model is fitted and none asked again.

    `rules` hold the costs, the stop and the target, the size and whether shorts are allowed; predictions count from
    `minimum_confidence` on (0 to 1; None for the live decision's), signals have none. The result is that of a whole
    run with these rules, bit for bit.
    Raises ValueRefusedError for a confidence outside its bounds, or a size that needs odds the plan has not.
    """
    wants = _wants(kept, rules, minimum_confidence)
    rules.sizing.check_odds(kept.plan.strategy, kept.plan.first_decision, wants.expected is not None)
    odds = odds_of(kept.bars, wants, kept.interval) if rules.sizing.needs_odds else None
    done = simulate(kept.bars, wants, rules, odds)
    return WhatIf(done, measure(kept.bars, kept.interval, done, rules.initial_balance))


def plan_under(kept: Kept, rules: Rules, minimum_confidence: float | None = None) -> Plan:
    """The plan with what it wants under these `rules`; as `resimulate`."""
    return replace(kept.plan, wants=_wants(kept, rules, minimum_confidence))


def _wants(kept: Kept, rules: Rules, minimum_confidence: float | None) -> Wants:
    plan = kept.plan
    if plan.probabilities is not None:
        limits = RiskLimits(allow_short=rules.short_allowed)
        if minimum_confidence is not None:
            limits = RiskLimits(allow_short=rules.short_allowed, minimum_confidence=minimum_confidence)
        barriers = np.maximum(kept.free_barriers, 2 * rules.costs.round_trip)
        return wants_at_barriers(plan.probabilities, barriers, rules.costs, limits, plan.drift)
    return plan.wants if plan.signals is None else wants_of(plan.signals, rules.short_allowed)
