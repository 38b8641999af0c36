"""A decision is sized as the user chose, says so, and keeps within every limit of an order."""

from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.learning.decision import decide
from photon_desktop.learning.labels import VOLATILITY_SPAN, barrier_distances
from photon_desktop.learning.model import Model
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.trading.analysis import MarketAnalysis, return_volatility
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.messages import Action
from photon_desktop.trading.risk import RiskLimits, check
from photon_desktop.trading.sizing import SizingMethod, SizingRules
from tests.learning.test_decision import FALL, RISE, STILL, account_with, context_with

WIDE = RiskLimits(maximum_order=Decimal(1), maximum_position=Decimal(1), maximum_exposure=Decimal(1), allow_short=True)
BULL = MarketAnalysis("bull", 0.8, "neutral", 1)
STEP = Decimal("0.0001")


def floored(units: float) -> float:
    return int(units / float(STEP)) * float(STEP)


@pytest.mark.parametrize("prediction", [RISE, FALL], ids=["long", "short"])
def test_each_method_trades_its_size_and_names_it(forest_model: Model, prediction: object) -> None:
    context = context_with(forest_model, prediction=prediction, limits=WIDE)
    close = context.bars.close
    price = float(decide(context).price)
    daily = float(return_volatility(close, VOLATILITY_SPAN)[-1]) * 24**0.5
    barrier = float(barrier_distances(close, 0.003)[-1])
    kelly = 0.25 * (barrier * 0.45 - 0.003) / barrier**2
    expected = {
        SizingMethod.FIXED_QUANTITY: (1.0, "fixed quantity 1"),
        SizingMethod.FIXED_NOTIONAL: (1_000 / price, "fixed notional 1000"),
        SizingMethod.SHARE: (1_000 / price, "share of equity 10%"),
        SizingMethod.VOLATILITY: (min(0.01 / daily, 0.9) * 10_000 / price, "volatility target 1% a day"),
        SizingMethod.KELLY: (min(kelly, 0.9) * 10_000 / price, "Kelly fraction 25%"),
    }
    for method, (units, words) in expected.items():
        decision = decide(replace(context, sizing=SizingRules(method, largest_position=0.9)))
        assert float(decision.quantity) == pytest.approx(floored(units), abs=float(STEP))
        assert f" Sized by {words}" in decision.reasoning
        assert decision.quantity % STEP == 0
        assert check(decision, context.account, {}, WIDE, context.costs, context.instrument) == ()


def test_the_balanced_method_says_nothing_of_sizes(forest_model: Model) -> None:
    assert "Sized" not in decide(context_with(forest_model, prediction=RISE)).reasoning


def test_the_sentence_stands_behind_the_action(forest_model: Model) -> None:
    sizing = SizingRules(SizingMethod.FIXED_NOTIONAL, notional=Decimal(500))
    reasoning = decide(context_with(forest_model, prediction=RISE, sizing=sizing)).reasoning
    assert reasoning.startswith("BUY (confidence 0.60). Sized by fixed notional 500. Trend ")


@pytest.mark.parametrize("method", [method for method in SizingMethod if method is not SizingMethod.BALANCED])
@pytest.mark.parametrize(
    "limits",
    [
        RiskLimits(),
        replace(WIDE, maximum_position=Decimal("0.03")),
        replace(WIDE, maximum_exposure=Decimal("0.031")),
        WIDE,
    ],
)
def test_a_size_beyond_a_limit_is_cut_to_it_exactly_and_goes_out(
    forest_model: Model, method: SizingMethod, limits: RiskLimits
) -> None:
    sizing = SizingRules(method, Decimal(5_000), Decimal(90_000), Decimal(1), 1.0, 1.0, 0.1, 0.2)
    account = account_with(cash="9876.54321")
    decision = decide(context_with(forest_model, prediction=RISE, sizing=sizing, limits=limits, account=account))
    context = context_with(forest_model, limits=limits, account=account)
    assert decision.action is Action.BUY
    assert ", cut to " in decision.reasoning
    assert check(decision, account, {}, limits, context.costs, context.instrument) == ()
    more = replace(decision, quantity=decision.quantity + STEP)
    assert check(more, account, {}, limits, context.costs, context.instrument) != ()


@pytest.mark.parametrize(
    ("sizing", "words"),
    [
        (SizingRules(SizingMethod.FIXED_NOTIONAL, notional=Decimal(3)), "under its least order of 5 USD"),
        (SizingRules(SizingMethod.FIXED_QUANTITY, quantity=Decimal("0.00001")), "least order of 0.0001 DEMO-BTC"),
    ],
)
def test_a_size_too_small_to_order_holds_and_says_so(forest_model: Model, sizing: SizingRules, words: str) -> None:
    decision = decide(context_with(forest_model, prediction=RISE, sizing=sizing))
    assert (decision.action, decision.wanted, decision.blocked_by) == (Action.HOLD, Action.BUY, ("SIZE_ZERO",))
    assert f"but {sizing.method.replace('_', ' ')} " in decision.reasoning
    assert words in decision.reasoning


def test_rules_have_no_odds_for_kelly_and_a_quarter_of_the_cap_elsewhere() -> None:
    none = decide(context_with(analysis=BULL, sizing=SizingRules(SizingMethod.KELLY)))
    assert (none.action, none.blocked_by) == (Action.HOLD, ("SIZE_ZERO",))
    assert "there is no model to tell them" in none.reasoning
    capped = decide(context_with(analysis=BULL, sizing=SizingRules(SizingMethod.VOLATILITY, daily_volatility=0.2)))
    assert "capped at 2.5% of equity" in capped.reasoning
    assert 249 < capped.quantity * capped.price <= 250
    fixed = decide(context_with(analysis=BULL, sizing=SizingRules(SizingMethod.FIXED_QUANTITY, Decimal("2.5"))))
    assert fixed.quantity == Decimal("2.5")


@pytest.mark.parametrize("method", SizingMethod)
def test_a_closing_trade_is_the_whole_position_whatever_the_method(forest_model: Model, method: SizingMethod) -> None:
    sizing = SizingRules(method, quantity=Decimal(1))
    decision = decide(context_with(forest_model, prediction=FALL, account=account_with("3.1234"), sizing=sizing))
    assert (decision.action, decision.quantity) == (Action.SELL, Decimal("3.1234"))
    assert "Sized" not in decision.reasoning


@pytest.mark.parametrize("method", SizingMethod)
def test_exploring_stays_a_small_try_whatever_the_method(forest_model: Model, method: SizingMethod) -> None:
    curious = DecisionPolicy(explore_after_bars=4)
    usual = decide(context_with(forest_model, prediction=STILL, policy=curious))
    chosen = decide(context_with(forest_model, prediction=STILL, policy=curious, sizing=SizingRules(method)))
    assert usual.exploring
    assert chosen == usual


def test_whole_units_are_traded_whole(forest_model: Model) -> None:
    stock = replace(assumed_instrument("GOOG"), symbol="DEMO-BTC")
    sizing = SizingRules(SizingMethod.FIXED_NOTIONAL, notional=Decimal(1_000))
    decision = decide(context_with(forest_model, prediction=RISE, instrument=stock, sizing=sizing))
    assert decision.quantity == 1_000 // decision.price
