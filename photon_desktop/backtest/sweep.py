"""Many parameters of one strategy, each run on all bars, and chosen as one could have chosen then.

Walk-forward validation: the bars are cut into blocks. For each block but the first, the parameters that had done best
before it are taken, and what they made in it counts. So the result is not that of the parameters which happened to fit.
"""

import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

import numpy as np

from photon_desktop.backtest.honesty.overfitting import BlockSums, Overfitting, overfitting_of
from photon_desktop.backtest.plan import plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.backtest.spread import Crew, spread
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import Strategy
from photon_desktop.backtest.walk_forward import Progress
from photon_desktop.backtest.what_if import Kept, resimulate
from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.metrics import period_returns

BLOCKS = 6
MOST_TRIALS = 10_000
_OF_RULES = ("stop_loss", "take_profit", "size")  # the first two in percent
_OF_MODELS = ("minimum_confidence",)
Values = Mapping[str, float | str]


@dataclass(frozen=True, slots=True)
class Trial:
    """What one choice of parameters made on all bars: shares, and the log return of equity in each block, -inf from
    ruin on. `sharpe`, of a year of `periods_per_year` bars, is None where it is not defined; `digest` that of its
    trades; `returns` what its returns per bar add up to, for the probability of overfitting."""

    values: Values
    total_return: float
    sharpe: float | None
    periods_per_year: float
    max_drawdown: float
    trades: int
    digest: str
    by_block: tuple[float, ...]
    returns: BlockSums


@dataclass(frozen=True, slots=True)
class Choice:
    """In the block from bar `start` up to, not including, `stop` the `values` that had done best before it made
    `log_return`."""

    start: int
    stop: int
    values: Values
    log_return: float


@dataclass(frozen=True, slots=True)
class Sweep:
    """All `trials` in their order, and the `choices` of the walk forward."""

    trials: tuple[Trial, ...]
    choices: tuple[Choice, ...]

    @property
    def out_of_sample_return(self) -> float:
        """What the choices made, one after the other, as a share."""
        return float(np.exp(sum(choice.log_return for choice in self.choices)) - 1)

    @property
    def best(self) -> Trial:
        """The one that made most on all bars, known only afterwards."""
        return max(self.trials, key=lambda trial: trial.total_return)

    def overfitting(self) -> Overfitting | None:
        """How probable it is that what did best did so by luck; None for one trial only, or too few bars to halve."""
        try:
            return overfitting_of([trial.returns for trial in self.trials])
        except NotEnoughDataError:
            return None


def names_of(strategy: Strategy | None) -> tuple[str, ...]:
    """What can be swept for a rule, or for a model (None)."""
    if strategy is None:
        return (*_OF_MODELS, *_OF_RULES)
    own = tuple(field.name for field in fields(strategy) if field.name not in ("name", "first_decision"))  # type: ignore[arg-type]
    return (*own, *_OF_RULES)


def grid(axes: Mapping[str, Sequence[float | str]]) -> list[Values]:
    """Every combination of the axes' values, the last axis turning fastest. ValueRefusedError for more than 10,000."""
    count = int(np.prod([len(values) for values in axes.values()]))
    if not 1 <= count <= MOST_TRIALS:
        raise ValueRefusedError(f"The sweep has {count:,} combinations; it may have 1 to {MOST_TRIALS:,}.")
    return [dict(zip(axes, values, strict=True)) for values in itertools.product(*axes.values())]


def drawn(all_values: Sequence[Values], count: int, seed: int) -> list[Values]:
    """`count` of them at random, in their order: the same for the same seed."""
    if count < 1:
        raise ValueRefusedError(f"The sweep is to draw {count} combinations; draw 1 or more.")
    chosen = random.Random(seed).sample(range(len(all_values)), min(count, len(all_values)))
    return [all_values[place] for place in sorted(chosen)]


def sweep(
    strategy: Strategy | None, kept: Kept, rules: Rules, choices: Sequence[Values], crew: Crew, progress: Progress
) -> Sweep:
    """Run every one of `choices` on `kept.bars`: of `strategy`, or of the model whose predictions `kept` has (None).

    The result does not depend on `crew`. Raises ValueRefusedError for values out of bounds, before anything is run.
    """
    for values in choices:
        turned(strategy, rules, values)
    edges = np.linspace(kept.plan.first_decision, len(kept.bars), BLOCKS + 1).astype(int).tolist()
    done, trials = 0, []

    def watch() -> None:
        progress(done, len(choices))

    work: Callable[[Values], Trial] = partial(_trial, strategy, kept, rules, edges)
    for trial in spread(work, choices, crew, watch):
        trials.append(trial)
        done += 1
        progress(done, len(choices))
    return Sweep(tuple(trials), _walk(trials, edges))


def _trial(strategy: Strategy | None, kept: Kept, rules: Rules, edges: Sequence[int], values: Values) -> Trial:
    chosen, rules = turned(strategy, rules, values)
    if chosen is not None:
        plan = plan_of_rule(chosen, kept.bars, rules.short_allowed, Stopwatch())
        kept = Kept(plan, kept.bars, kept.interval)
    least = values.get("minimum_confidence")
    told = resimulate(kept, rules, None if least is None else float(least))
    figures, done = told.figures, told.simulation
    return Trial(
        dict(values),
        figures.total_return,
        figures.sharpe,
        figures.periods_per_year,
        figures.max_drawdown,
        figures.trades,
        done.trades.digest,
        _by_block(done.equity, edges),
        BlockSums.of(period_returns(done.equity[edges[0] :])),
    )


def turned(strategy: Strategy | None, rules: Rules, values: Values) -> tuple[Strategy | None, Rules]:
    """Strategy and rules with these `values` in place of theirs. ValueRefusedError for those beyond their bounds."""
    own: dict[str, Any] = {}
    for name, value in values.items():
        if name == "size":
            rules = replace(rules, sizing=Sizing.parse(str(value), rules.sizing.steps_per_unit))
        elif name == "stop_loss":
            rules = replace(rules, stop_loss=float(value) / 100)
        elif name == "take_profit":
            rules = replace(rules, take_profit=float(value) / 100)
        elif name not in _OF_MODELS:
            own[name] = _like(getattr(strategy, name), float(value), name)
    return (strategy if strategy is None else replace(strategy, **own)), rules  # type: ignore[type-var]


def _like(usual: float, value: float, name: str) -> float:
    """`value` as whole a number as the usual one is."""
    if not isinstance(usual, int):
        return value
    if value != int(value) or value < 1:
        raise ValueRefusedError(f"{name} is {value:g}; it is a whole number of 1 or more.")
    return int(value)


def _by_block(equity: FloatArray, edges: Sequence[int]) -> tuple[float, ...]:
    ends = np.maximum(equity[np.array(edges) - 1], 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        made = np.log(ends[1:] / ends[:-1])
    return tuple(np.where(ends[1:] > 0, made, -np.inf).tolist())


def _walk(trials: Sequence[Trial], edges: Sequence[int]) -> tuple[Choice, ...]:
    """The best so far, the first of equals, in each block but the first."""
    made = np.array([trial.by_block for trial in trials])
    found = []
    for block in range(1, BLOCKS):
        place = int(np.argmax(made[:, :block].sum(axis=1)))
        found.append(Choice(edges[block], edges[block + 1], trials[place].values, float(made[place, block])))
    return tuple(found)
