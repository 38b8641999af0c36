"""What a backtest is asked for, all of it, and as the JSON that is kept: enough to run it again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.model_strategy import USUAL_COST, ModelStrategy, plan_of_model
from photon_desktop.backtest.own_rule import OwnRule, plan_of_own_rule
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.random_entries import RandomEntries
from photon_desktop.backtest.rules import Cooldown, Finalize, Rules, StopBasis
from photon_desktop.backtest.sizes import STEPS_PER_UNIT, Sizing
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.backtest.strategy_names import strategy_name
from photon_desktop.backtest.summary import parameters
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.model_type import ModelType
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.timestamps import from_iso, to_iso

MODELS = tuple(model.value for model in ModelType)
RULE_NAMES = ("sma_cross", "rsi", "buy_and_hold", "random")
LONGEST_AVERAGE = 10_000
Progress = Callable[[str, int, int], None]  # stage, done, in all


@dataclass(frozen=True, slots=True)
class Knobs:
    """What the strategies go by: bars of the `fast` and the `slow` average (1 to 10,000, the fast one shorter), bars of
    the RSI's `period` (2 to 10,000) and its levels (0 to 100), the `chance` of a random entry at a bar (0 to 0.5), and
    the seconds a rule of the user's own has."""

    fast: int = 10
    slow: int = 20
    period: int = 14
    oversold: float = 30.0
    overbought: float = 70.0
    chance: float = 0.025
    rule_seconds: float = 60.0

    def __post_init__(self) -> None:
        if not 1 <= self.fast < self.slow <= LONGEST_AVERAGE:
            raise ValueRefusedError(
                f"The averages take {self.fast} and {self.slow} bars; the fast one lies between 1 and"
                f" {LONGEST_AVERAGE:,} and is shorter than the slow one."
            )
        if not 2 <= self.period <= LONGEST_AVERAGE:
            raise ValueRefusedError(
                f"The RSI's period is {self.period} bars; it lies between 2 and {LONGEST_AVERAGE:,}."
            )
        if not 0 < self.oversold < self.overbought < 100:
            raise ValueRefusedError(
                f"The RSI's levels are {self.oversold:g} and {self.overbought:g}; both lie between 0 and 100, and"
                " oversold is the lower one."
            )
        if not 0 < self.chance <= 0.5:
            raise ValueRefusedError(f"The chance of an entry is {self.chance:g}; it lies above 0 and up to 0.5.")


@dataclass(frozen=True, slots=True)
class Trial:
    """One backtest: the bars of `symbol` that open from `start_ns` to before `end_ns` (ns UTC, None for all), traded by
    `strategy` (one of MODELS and RULE_NAMES, or a path that ends in .py) under `rules`. A model's wishes count from
    `minimum_confidence` on (0 to 1), and its labels count with `label_cost`, the share of a round trip's
    notional."""

    symbol: str
    interval: Interval
    strategy: str
    rules: Rules = field(default_factory=Rules)
    start_ns: int | None = None
    end_ns: int | None = None
    minimum_confidence: float = RiskLimits().minimum_confidence
    seed: int = 0
    knobs: Knobs = field(default_factory=Knobs)
    label_cost: float = USUAL_COST

    def __post_init__(self) -> None:
        if self.strategy not in (*MODELS, *RULE_NAMES) and not self.is_own_rule:
            raise ValueRefusedError(
                f"The strategy {self.strategy!r} is not known: use one of {', '.join((*MODELS, *RULE_NAMES))}, or a"
                " Python file."
            )

    @property
    def is_model(self) -> bool:
        """Whether models are fitted."""
        return self.strategy in MODELS

    @property
    def is_own_rule(self) -> bool:
        """Whether the strategy is a file of the user's."""
        return self.strategy.endswith(".py")

    @property
    def strategy_words(self) -> str:
        """The strategy as it is shown: by its name, a file without its folder."""
        return Path(self.strategy).name if self.is_own_rule else strategy_name(self.strategy)

    @property
    def name(self) -> str:
        """What the run is called until it is given another name."""
        return f"{self.strategy_words} on {self.symbol} {self.interval.value}"

    def check(self) -> None:
        """Raise ValueRefusedError, before any bar is read, for a size or a rule that can't be used."""
        if self.is_own_rule:
            OwnRule(Path(self.strategy), self.knobs.rule_seconds)
        elif not self.is_model:
            self.rules.sizing.check_odds(self.strategy, self.rule().first_decision, is_model=False)

    def rule(self) -> Strategy:
        """The built-in rule, as the knobs say; only where `strategy` is one of RULE_NAMES."""
        knobs = self.knobs
        rules: tuple[Strategy, ...] = (
            SmaCross(knobs.fast, knobs.slow),
            RsiReversal(knobs.period, knobs.oversold, knobs.overbought),
            BuyAndHold(),
            RandomEntries(self.seed, knobs.chance),
        )
        return next(rule for rule in rules if rule.name == self.strategy)


def plan_of_trial(
    trial: Trial,
    bars: Bars,
    stopwatch: Stopwatch,
    progress: Progress,
    processes: int,
    shelf: ForecastShelf | None = None,
) -> Plan:
    """What the trial's strategy wants on `bars`; refuses bars as each strategy does. What models told stands on `shelf`
    for another run."""
    rules = trial.rules
    if trial.is_own_rule:
        rule = OwnRule(Path(trial.strategy), trial.knobs.rule_seconds)
        return plan_of_own_rule(rule, bars, rules.short_allowed, stopwatch, partial(progress, "features"))
    if not trial.is_model:
        return plan_of_rule(trial.rule(), bars, rules.short_allowed, stopwatch)
    limits = RiskLimits(allow_short=rules.short_allowed, minimum_confidence=trial.minimum_confidence)
    model = ModelStrategy(
        trial.symbol,
        trial.interval,
        trial.strategy,
        rules.costs,
        limits,
        trial.seed,
        processes=processes,
        label_cost=trial.label_cost,
    )
    return plan_of_model(model, bars, stopwatch, partial(progress, "fit"), shelf)


def trial_json(trial: Trial) -> dict[str, Any]:
    """The trial as a JSON object, its rules under the names of the command line's options."""
    knobs, costs = trial.knobs, trial.rules.costs
    return {
        "symbol": trial.symbol,
        "interval": trial.interval.value,
        "strategy": trial.strategy,
        "start": None if trial.start_ns is None else to_iso(trial.start_ns),
        "end": None if trial.end_ns is None else to_iso(trial.end_ns),
        **parameters(trial.rules),
        "volatility_weight": float(costs.volatility_weight),
        "impact_rate": float(costs.impact_rate),
        "minimum_confidence": trial.minimum_confidence,
        "seed": trial.seed,
        "label_cost": trial.label_cost,
        **{name: getattr(knobs, name) for name in Knobs.__slots__},
    }


def trial_of_json(content: Mapping[str, Any]) -> Trial:
    """What `trial_json` wrote, or the options of a run from the command line; what is not said there is as by default.

    Raises ValueRefusedError for what can't be run again.
    """
    try:
        return _trial(content)
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, ValueRefusedError):
            raise
        raise ValueRefusedError(f"This run can't be read any more ({error!r}); set it up anew.") from error


def _trial(content: Mapping[str, Any]) -> Trial:
    knobs = {name: content[name] for name in Knobs.__slots__ if name in content}
    return Trial(
        str(content["symbol"]),
        Interval.parse(str(content["interval"])),
        str(content["strategy"]),
        _rules(content),
        _time(content.get("start"), 0),
        _time(content.get("end"), Interval.DAY_1.nanoseconds),
        float(content.get("minimum_confidence", RiskLimits().minimum_confidence)),
        int(content.get("seed", 0)),
        Knobs(**knobs),
        USUAL_COST if content.get("label_cost") is None else float(content["label_cost"]),
    )


def _time(text: str | None, day: int) -> int | None:
    """A day written without a time, as an end, is included."""
    if text is None:
        return None
    return from_iso(text) + (0 if "T" in text or " " in text.strip() else day)


def _rules(content: Mapping[str, Any]) -> Rules:
    usual = parameters(Rules())
    said = {name: content.get(name, value) for name, value in usual.items()}
    weights = {name: exact(content[name]) for name in ("volatility_weight", "impact_rate") if name in content}
    costs = CostModel(
        exact(said["commission"]), exact(said["slippage"]), exact(said["maker_share"]),
        exact(said["minimum_commission"]), SlippageModel(said["slippage_model"]), **weights,
    )  # fmt: skip
    return Rules(
        float(said["initial_balance"]),
        costs,
        Sizing.parse(said["size"], 1 if said["whole_units"] else STEPS_PER_UNIT),
        None if said["stop_loss"] is None else said["stop_loss"] / 100,
        None if said["take_profit"] is None else said["take_profit"] / 100,
        StopBasis(said["stop_basis"]),
        bool(said["short"]),
        Finalize(said["finalize"]),
        assumed_instrument(str(content["symbol"])) if said["ticks"] else None,
        Cooldown(int(said["cooldown"]), int(said["cooldown_after_loss"])),
    )
