"""A model as a strategy: fitted again and again on what is past, trading by the rule that decides live."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from photon_desktop.backtest.model_fit import ModelFit
from photon_desktop.backtest.plan import Plan, check_testable
from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.walk_forward import Forecasts, Progress, walk_forward
from photon_desktop.backtest.wants import Wants
from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.calibration_forward import Outcomes, calibrate_forward
from photon_desktop.learning.labels import NOT_FINISHED, Labels, barrier_distances, triple_barrier
from photon_desktop.learning.model import Prediction
from photon_desktop.learning.out_of_sample import OutOfSample, score
from photon_desktop.learning.training import TrainingRequest
from photon_desktop.learning.wishes import Stakes, expected_returns, wish_of_model
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.trading.risk import RiskLimits


@dataclass(frozen=True, slots=True)
class ModelStrategy:
    """`model_type` random_forest or gradient_boosting. `processes` changes the time taken and nothing else."""

    symbol: str
    interval: Interval
    model_type: str
    costs: CostModel
    limits: RiskLimits = field(default_factory=RiskLimits)
    seed: int = 0
    schedule: Schedule = field(default_factory=Schedule)
    processes: int = 2


def plan_of_model(strategy: ModelStrategy, bars: Bars, stopwatch: Stopwatch, progress: Progress) -> Plan:
    """What the models want at each bar, each from bars that were settled an embargo before it, and how well they told.

    Positions get the live decision's stop and target, one barrier away from the close that wanted them. Raises
    NotEnoughDataError when there are too few bars for one fit, or no block's bars teach a model anything.
    """
    blocks = list(strategy.schedule.blocks(len(bars)))
    check_testable(bars, strategy.model_type, strategy.schedule.first_prediction)
    cost = strategy.costs.round_trip
    with stopwatch.stage("features"):
        features = compute_features(bars)
        labels = triple_barrier(bars, cost)
    request = TrainingRequest(strategy.symbol, strategy.interval, strategy.model_type, cost, created_at=0)
    with stopwatch.stage("fit"):
        fit = ModelFit(request, strategy.seed)
        told = walk_forward(bars, features, blocks, fit, strategy.processes, progress)
        forecasts = calibrated(told, labels, [block.start for block in blocks], strategy.schedule.embargo)
    with stopwatch.stage("simulate"):
        wants = wants_of_forecasts(forecasts.probabilities, bars, strategy.costs, strategy.limits)
    return Plan(strategy.model_type, wants, strategy.schedule.first_prediction, out_of_sample(forecasts, labels))


def calibrated(forecasts: Forecasts, labels: Labels, starts: Sequence[int], embargo: int) -> Forecasts:
    """What the live models would have said: each block drawn back to the base rates by what came of earlier blocks."""
    rows = np.flatnonzero(np.isfinite(forecasts.probabilities).all(axis=1))
    told, priors = forecasts.probabilities[rows], forecasts.priors[rows]
    finished = np.isfinite(labels.classes[rows])
    classes = np.where(finished, labels.classes[rows], NOT_FINISHED).astype(np.int64)
    outcomes = Outcomes(classes, rows, labels.touches[rows])
    said = np.full_like(forecasts.probabilities, np.nan)
    said[rows] = calibrate_forward(told, priors, outcomes, starts, embargo)
    return Forecasts(said, forecasts.priors)


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
    barriers = barrier_distances(bars.close, costs.round_trip)
    rows = np.flatnonzero(np.isfinite(probabilities).all(axis=1) & np.isfinite(barriers))
    predictions = [Prediction(*told) for told in probabilities[rows].tolist()]
    pairs = list(zip(predictions, barriers[rows].tolist(), strict=True))
    by_side = {}
    for side in (-1, 0, 1):
        wanted = np.full(len(bars), side, dtype=np.int8)
        if side >= 0 or limits.allow_short:
            wanted[rows] = list(_positions_wanted(pairs, side, costs.round_trip, limits))
        by_side[side] = wanted
    expected = expected_returns(probabilities, barriers, costs.round_trip)
    return Wants(by_side[-1], by_side[0], by_side[1], barriers, expected)


def _positions_wanted(
    pairs: Iterable[tuple[Prediction, float]], side: int, cost: float, limits: RiskLimits
) -> Iterable[int]:
    held = Decimal(side)
    for prediction, barrier in pairs:
        stakes = Stakes(barrier, cost, limits.minimum_confidence, held, limits.allow_short)
        wish = wish_of_model(prediction, stakes)
        if wish.obstacles or wish.action is Action.HOLD:
            yield side
        else:
            yield _position_after(wish.action, side, limits.allow_short)


def _position_after(action: Action, side: int, allow_short: bool) -> int:
    if action is Action.BUY:
        return 0 if side < 0 else 1
    return -1 if allow_short and side <= 0 else 0
