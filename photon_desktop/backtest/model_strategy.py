"""A model as a strategy: fitted again and again on what is past, trading by the rule that decides live."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from photon_desktop import __version__
from photon_desktop.backtest.forecasting_code import code_digest
from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.model_fit import ModelFit
from photon_desktop.backtest.plan import Plan, check_testable
from photon_desktop.backtest.schedule import Block, Schedule
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.walk_forward import Forecasts, Progress, walk_forward
from photon_desktop.backtest.wants import SignalArray, Wants
from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.calibration_forward import Outcomes, calibrate_forward
from photon_desktop.learning.labels import BUY, NOT_FINISHED, SELL, Labels, barrier_distances, triple_barrier
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.out_of_sample import OutOfSample, score
from photon_desktop.learning.policy import DecisionPolicy, DriftPolicy
from photon_desktop.learning.training import TrainingRequest, library_versions
from photon_desktop.learning.wishes import expected_returns
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import FEATURE_VERSION, compute_features
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from photon_desktop.trading.risk import RiskLimits

USUAL_COST = CostModel().round_trip


@dataclass(frozen=True, slots=True)
class ModelStrategy:
    """`model_type` random_forest or gradient_boosting. `processes` changes the time taken and nothing else.

    `label_cost`, the round trip's share of the notional that labels count with, stands apart from the run's `costs`:
    what the models say is then the same whatever trading costs. Of `policy` the drift guard counts here.
    """

    symbol: str
    interval: Interval
    model_type: str
    costs: CostModel
    limits: RiskLimits = field(default_factory=RiskLimits)
    seed: int = 0
    schedule: Schedule = field(default_factory=Schedule)
    processes: int = 2
    label_cost: float = USUAL_COST
    policy: DecisionPolicy = field(default_factory=DecisionPolicy)


def plan_of_model(
    strategy: ModelStrategy,
    bars: Bars,
    stopwatch: Stopwatch,
    progress: Progress,
    shelf: ForecastShelf | None = None,
) -> Plan:
    """What the models want at each bar, each from bars that were settled an embargo before it, and how well they told.

    Positions get the live decision's stop and target, one barrier away from the close that wanted them. What is on
    `shelf` is taken from there, and what is fitted put there. Raises NotEnoughDataError when there are too few bars for
    one fit, or no block's bars teach a model anything.
    """
    check_testable(bars, strategy.model_type, strategy.schedule.first_prediction)
    blocks = list(strategy.schedule.blocks(len(bars)))
    with stopwatch.stage("features"):
        labels = triple_barrier(bars, strategy.label_cost)
    with stopwatch.stage("fit"):
        depends_on = {} if shelf is None else _depends_on(strategy, bars)
        kept = None if shelf is None else shelf.load(depends_on, len(bars))
        forecasts = _forecasts(strategy, bars, blocks, labels, progress) if kept is None else kept
        if shelf is not None and kept is None:
            shelf.save(depends_on, forecasts)
    with stopwatch.stage("simulate"):
        drifts = forecasts.drift if strategy.policy.drift is DriftPolicy.HOLD else None
        barriers = barrier_distances(bars.close, strategy.costs.round_trip)
        wants = wants_at_barriers(forecasts.probabilities, barriers, strategy.costs, strategy.limits, drifts)
    return Plan(
        strategy.model_type,
        wants,
        strategy.schedule.first_prediction,
        out_of_sample(forecasts, labels),
        probabilities=forecasts.probabilities,
        priors=forecasts.priors,
        drift=drifts,
        told=told_of(strategy, len(blocks), kept is not None),
    )


def told_of(strategy: ModelStrategy, fits: int, are_stored: bool) -> dict[str, Any]:
    """What a result says of its models, and in what the run differs from the agents."""
    return {
        "fits": fits,
        "predictions": "stored" if are_stored else "fitted",
        "label_cost": strategy.label_cost,
        "minimum_confidence": strategy.limits.minimum_confidence,
        "drift_guard": strategy.policy.drift.value,
        "unlike_the_agents": [
            "A model is fitted on a schedule and of 100 trees, not when a challenger passes the gate and of 300.",
            "There is no risk score: it halves no balanced size, and the account's limits refuse nothing.",
            "The size is the run's; balanced is the agents' own.",
        ],
    }


def _forecasts(
    strategy: ModelStrategy, bars: Bars, blocks: Sequence[Block], labels: Labels, progress: Progress
) -> Forecasts:
    fit = ModelFit(_request(strategy), strategy.seed)
    told = walk_forward(bars, compute_features(bars), blocks, fit, strategy.processes, progress)
    return calibrated(told, labels, [block.start for block in blocks], strategy.schedule.embargo)


def _request(strategy: ModelStrategy) -> TrainingRequest:
    return TrainingRequest(strategy.symbol, strategy.interval, strategy.model_type, strategy.label_cost, created_at=0)


def _depends_on(strategy: ModelStrategy, bars: Bars) -> dict[str, Any]:
    """All that forecasts depend on: what is not in here must not change them.

    Bars, model and its parameters, labels' cost, seed (with symbol and interval, which it is made of), schedule,
    features, libraries, and the code itself. Costs, thresholds and limits trade what was told and change nothing of
    it.
    """
    learner = Learner.standard(ModelType.parse(strategy.model_type), strategy.seed)
    return {
        "bars": data_hash(bars),
        "symbol": strategy.symbol,
        "interval": strategy.interval.value,
        "model_type": strategy.model_type,
        "parameters": learner.parameters(),
        "label_cost": strategy.label_cost,
        "seed": strategy.seed,
        "schedule": asdict(strategy.schedule),
        "features": FEATURE_VERSION,
        "version": __version__,
        "code": code_digest(),
        "libraries": library_versions(),
    }


def calibrated(forecasts: Forecasts, labels: Labels, starts: Sequence[int], embargo: int) -> Forecasts:
    """What the live models would have said: each block drawn back to the base rates by what came of earlier blocks."""
    rows = np.flatnonzero(np.isfinite(forecasts.probabilities).all(axis=1))
    told, priors = forecasts.probabilities[rows], forecasts.priors[rows]
    finished = np.isfinite(labels.classes[rows])
    classes = np.where(finished, labels.classes[rows], NOT_FINISHED).astype(np.int64)
    outcomes = Outcomes(classes, rows, labels.touches[rows])
    said = np.full_like(forecasts.probabilities, np.nan)
    said[rows] = calibrate_forward(told, priors, outcomes, starts, embargo)
    return Forecasts(said, forecasts.priors, forecasts.drift)


def out_of_sample(forecasts: Forecasts, labels: Labels) -> OutOfSample:
    """How well `forecasts` told the labels that are finished; NotEnoughDataError when there is none to tell."""
    told = np.isfinite(forecasts.probabilities).all(axis=1)
    known = told & np.isfinite(labels.classes)
    if not known.any():
        raise NotEnoughDataError(
            "No block of bars taught a model anything that could be checked: too few effective samples, or a market"
            " that hardly moves; give more bars or a shorter interval."
        )
    return score(forecasts.probabilities[known], labels.classes[known].astype(np.int64), forecasts.priors[known])


def wants_of_forecasts(probabilities: FloatArray, bars: Bars, costs: CostModel, limits: RiskLimits) -> Wants:
    """The live decision's wishes for probabilities (bars, 3), by what is held; nothing changes where one is NaN.

    A BUY or SELL that an obstacle stands in the way of changes nothing either. One against the position only closes it,
    as live.
    """
    return wants_at_barriers(probabilities, barrier_distances(bars.close, costs.round_trip), costs, limits)


def wants_at_barriers(
    probabilities: FloatArray,
    barriers: FloatArray,
    costs: CostModel,
    limits: RiskLimits,
    drift: FloatArray | None = None,
) -> Wants:
    """`wants_of_forecasts` where the barriers, log distances to stop and target, are known already.

    With `drift` (bars,), over its limit, nothing is opened where that is above 1, as live.
    """
    cost = costs.round_trip
    by_side = {side: _wanted(probabilities, barriers, side, cost, limits) for side in (-1, 0, 1)}
    if drift is not None:
        for side, wanted in by_side.items():
            wanted[(drift > 1) & (wanted != 0)] = side
    expected = expected_returns(probabilities, barriers, cost)
    return Wants(by_side[-1], by_side[0], by_side[1], barriers, expected)


def _wanted(probabilities: FloatArray, barriers: FloatArray, side: int, cost: float, limits: RiskLimits) -> SignalArray:
    """`wish_of_model` for every bar at once while `side` is held: the side wanted next, `side` where it has no wish, an
    obstacle stands in its way, or a number is missing."""
    wanted = np.full(len(barriers), side, dtype=np.int8)
    if side < 0 and not limits.allow_short:
        return wanted
    sell, buy = probabilities[:, SELL], probabilities[:, BUY]
    rises = buy > sell
    pays_opening = barriers * np.abs(buy - sell)
    is_free = (pays_opening > cost / 2) & (np.maximum(buy, sell) >= limits.minimum_confidence)
    opens_long, opens_short = side >= 0, limits.allow_short and side <= 0
    pays = pays_opening > cost
    wanted[is_free & rises & (pays | (not opens_long))] = 1 if opens_long else 0
    wanted[is_free & (buy <= sell) & (pays | (not opens_short))] = -1 if opens_short else 0
    return wanted
