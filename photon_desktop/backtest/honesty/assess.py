"""From a run to what it is worth."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from photon_desktop.backtest.honesty.accuracy import Accuracy
from photon_desktop.backtest.honesty.costs import AtCosts
from photon_desktop.backtest.honesty.holdings import Holdings
from photon_desktop.backtest.honesty.moments import Moments
from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.honesty.random_exposure import random_exposure
from photon_desktop.backtest.honesty.report import Beside, Facts, Honesty, SharpeEvidence
from photon_desktop.backtest.honesty.sharpe import (
    deflated_sharpe,
    expected_highest_sharpe,
    minimum_track_length,
    probabilistic_sharpe,
)
from photon_desktop.backtest.honesty.trials import Trials
from photon_desktop.backtest.honesty.verdict import judge
from photon_desktop.backtest.run import BacktestResult
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.metrics import period_returns


@dataclass(frozen=True, slots=True)
class Compared:
    """What a run is compared with: `buy_and_hold` and the `references` at the same costs, the strategy itself `at`
    multiples of them, the `trials` on the same bars; a model's `accuracy`, and a sweep's `overfitting`."""

    buy_and_hold: Beside
    references: tuple[Beside, ...]
    costs: tuple[AtCosts, ...]
    trials: Trials
    accuracy: Accuracy | None = None
    overfitting: Overfitting | None = None


def assess(
    result: BacktestResult, bars: Bars, compared: Compared, seed: int, watch: Callable[[], None] = lambda: None
) -> Honesty:
    """The facts of `result`, a run on `bars`, and the verdict. The same arguments give the same, bit for bit.

    `watch` is called several times a second, and ends it by raising an exception.
    """
    figures = result.figures
    holdings = Holdings.of(result, bars)
    drawn = random_exposure(holdings, bars, result.plan.first_decision + 1, figures.total_return, seed, watch=watch)
    facts = Facts(
        strategy=result.plan.strategy,
        trades=len(holdings),
        total_return=figures.total_return,
        bars_per_year=figures.periods_per_year,
        buy_and_hold=compared.buy_and_hold,
        references=compared.references,
        costs=compared.costs,
        sharpe=sharpe_evidence(returns_since_first_decision(result), figures.periods_per_year, compared.trials),
        random=drawn,
        accuracy=compared.accuracy,
        overfitting=compared.overfitting,
    )
    return Honesty(facts, judge(facts))


def returns_since_first_decision(result: BacktestResult) -> FloatArray:
    """Returns of equity per bar, without the bars before which nothing could be held."""
    return period_returns(result.simulation.equity[result.plan.first_decision :])


def sharpe_evidence(returns: FloatArray, bars_per_year: float, trials: Trials) -> SharpeEvidence:
    """How sure the Sharpe ratio of `returns` (n,), simple and per bar, is after all `trials`."""
    moments = Moments.of(returns)
    year = sqrt(bars_per_year)
    benchmark = expected_highest_sharpe(trials.count, trials.variance)
    return SharpeEvidence(
        bars=len(returns),
        sharpe=None if moments is None else moments.sharpe,
        annual_sharpe=None if moments is None else moments.sharpe * year,
        skewness=None if moments is None else moments.skewness,
        kurtosis=None if moments is None else moments.kurtosis,
        probabilistic=None if moments is None else probabilistic_sharpe(moments),
        variations=trials.count,
        variance=trials.variance,
        benchmark=benchmark,
        annual_benchmark=benchmark * year,
        deflated=None if moments is None else deflated_sharpe(moments, trials.count, trials.variance),
        minimum_track_bars=None if moments is None else minimum_track_length(moments),
        minimum_track_bars_deflated=None if moments is None else minimum_track_length(moments, benchmark),
    )
