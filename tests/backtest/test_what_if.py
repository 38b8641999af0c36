"""The same signals or predictions under other rules: as a whole run would have traded them."""

from dataclasses import asdict
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.backtest.model_strategy import wants_at_barriers, wants_of_forecasts
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.backtest.wants import Wants
from photon_desktop.backtest.what_if import Kept, resimulate
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.model import Prediction
from photon_desktop.learning.wishes import Stakes, wish_of_model
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action
from photon_desktop.trading.risk import RiskLimits
from tests.backtest.markets import generated_bars

BARS = generated_bars(3_000)
CHEAP = CostModel(Decimal("0.0002"), Decimal("0.0001"))
TURNED = [
    Rules(),
    Rules(costs=CHEAP),
    Rules(costs=CHEAP, stop_loss=0.02),
    Rules(costs=CHEAP, stop_loss=0.02, take_profit=0.03, short_allowed=True),
    Rules(costs=CHEAP, sizing=Sizing(SizeKind.SHARE, 0.2)),
    Rules(costs=CHEAP, sizing=Sizing(SizeKind.VOLATILITY, 0.02)),
]


def probabilities(count: int = 3_000) -> np.ndarray:
    return np.random.default_rng(3).dirichlet((1, 0.5, 1), count)


@pytest.mark.parametrize("rules", TURNED)
def test_signals_trade_as_in_a_whole_run_with_these_rules(rules: Rules) -> None:
    kept = Kept(plan_of_rule(SmaCross(), BARS, False, Stopwatch()), BARS, Interval.HOUR_1)
    plan = plan_of_rule(SmaCross(), BARS, rules.short_allowed, Stopwatch())
    whole = trade(plan, BARS, Interval.HOUR_1, rules, Stopwatch())
    turned = resimulate(kept, rules)
    assert turned.simulation.trades.digest == whole.digest
    assert asdict(turned.figures) == asdict(whole.figures)
    assert turned.figures.trades > 20


@pytest.mark.parametrize("rules", TURNED)
@pytest.mark.parametrize("confidence", [None, 0.0, 0.6])
def test_predictions_trade_as_in_a_whole_run_with_these_rules(rules: Rules, confidence: float | None) -> None:
    told = probabilities()
    first = Plan("m", wants_of_forecasts(told, BARS, CostModel(), RiskLimits()), 2, probabilities=told)
    least = RiskLimits().minimum_confidence if confidence is None else confidence
    limits = RiskLimits(allow_short=rules.short_allowed, minimum_confidence=least)
    again = Plan("m", wants_of_forecasts(told, BARS, rules.costs, limits), 2)
    whole = trade(again, BARS, Interval.HOUR_1, rules, Stopwatch())
    turned = resimulate(Kept(first, BARS, Interval.HOUR_1), rules, confidence)
    assert turned.simulation.trades.digest == whole.digest
    assert asdict(turned.figures) == asdict(whole.figures)


def test_a_higher_confidence_trades_less_and_one_out_of_bounds_is_refused() -> None:
    told = probabilities()
    plan = Plan("m", wants_of_forecasts(told, BARS, CostModel(), RiskLimits()), 2, probabilities=told)
    kept = Kept(plan, BARS, Interval.HOUR_1)
    counts = [resimulate(kept, Rules(costs=CHEAP), least).figures.trades for least in (0.3, 0.6, 0.9, 1.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] == 0
    with pytest.raises(ValueRefusedError, match="between 0 and 1"):
        resimulate(kept, Rules(), 1.1)


def test_a_plan_that_kept_neither_trades_what_it_wanted() -> None:
    hold = np.ones(3_000, dtype=np.int8)
    kept = Kept(Plan("m", Wants(hold, hold, hold), 0), BARS, Interval.HOUR_1)
    assert resimulate(kept, Rules()).simulation.open_trade is not None


@given(
    st.lists(st.tuples(st.floats(0.01, 1), st.floats(0.01, 1), st.floats(0.01, 1)), min_size=1, max_size=20),
    st.sampled_from([0.0, 0.3, 0.5, 0.8]),
    st.sampled_from([0.01, 0.02, 0.3]),
    st.booleans(),
)
@settings(deadline=None)
def test_what_is_wanted_of_all_bars_at_once_is_the_wish_at_each(
    weights: list[tuple[float, float, float]], least: float, barrier: float, allow_short: bool
) -> None:
    told = np.array(weights) / np.sum(weights, axis=1, keepdims=True)
    limits, costs = RiskLimits(minimum_confidence=least, allow_short=allow_short), CostModel()
    wants = wants_at_barriers(told, np.full(len(told), barrier), costs, limits)
    for held, wanted in ((1, wants.when_long), (0, wants.when_flat), (-1, wants.when_short)):
        stakes = Stakes(barrier, costs.round_trip, least, Decimal(held), allow_short)
        expected = [held if held < 0 and not allow_short else after(Prediction(*row), stakes) for row in told.tolist()]
        assert wanted.tolist() == expected


def after(prediction: Prediction, stakes: Stakes) -> int:
    """The side held after the wish of `prediction`."""
    held = int(stakes.held)
    wish = wish_of_model(prediction, stakes)
    if wish.obstacles or wish.action is Action.HOLD:
        return held
    if wish.action is Action.BUY:
        return 0 if held < 0 else 1
    return -1 if stakes.allow_short and held <= 0 else 0
