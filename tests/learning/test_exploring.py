"""A model that finds nothing to gain explores a simulated market a little, and never a real one."""

from dataclasses import replace

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.decision import decide
from photon_desktop.learning.model import Model
from photon_desktop.learning.policy import DecisionPolicy, EvidencePolicy, LastClose
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.trading.risk import check
from tests.learning.test_decision import FALL, RISE, STILL, account_with, context_with

CURIOUS = DecisionPolicy(explore_after_bars=4)


def test_a_model_that_wants_nothing_buys_a_little_and_says_why(forest_model: Model) -> None:
    context = context_with(forest_model, prediction=STILL, policy=CURIOUS)
    decision = decide(context)
    assert (decision.action, decision.exploring, decision.confidence) == (Action.BUY, True, STILL.buy)
    assert "explores the simulated market" in decision.reasoning
    assert decision.stop_loss is not None and decision.stop_loss < decision.price < (decision.take_profit or 0)
    worth = float(decision.quantity * decision.price)
    assert 0 < worth <= 10_000 * context.sizing.largest_position / 4
    assert check(decision, context.account, {}, context.limits, context.costs, context.instrument) == ()
    assert TradeDecision.from_json(decision.to_json()) == decision


@pytest.mark.parametrize("prediction", [STILL, FALL])
def test_left_to_itself_it_holds(forest_model: Model, prediction: object) -> None:
    decision = decide(context_with(forest_model, prediction=prediction))
    assert (decision.action, decision.exploring) == (Action.HOLD, False)
    assert "exploring" not in decision.to_json()


def test_what_the_model_wants_goes_first(forest_model: Model) -> None:
    decision = decide(context_with(forest_model, prediction=RISE, policy=CURIOUS))
    assert (decision.action, decision.exploring) == (Action.BUY, False)


def test_a_real_market_is_never_explored(forest_model: Model) -> None:
    real = assumed_instrument("BTCUSDT")
    decision = decide(context_with(forest_model, prediction=STILL, policy=CURIOUS, instrument=real, symbol="BTCUSDT"))
    assert (decision.action, decision.exploring) == (Action.HOLD, False)


def test_an_exploring_order_for_a_real_market_is_refused(forest_model: Model) -> None:
    context = context_with(forest_model, prediction=STILL, policy=CURIOUS)
    smuggled = replace(decide(context), ticker="BTCUSDT")
    refusals = check(smuggled, context.account, {}, context.limits, context.costs, assumed_instrument("BTCUSDT"))
    assert "EXPLORING" in [refusal.code for refusal in refusals]


def test_nothing_is_explored_while_something_is_held_pending_or_just_closed(forest_model: Model) -> None:
    for changes in (
        {"account": account_with("1")},
        {"order_pending": True},
        {"last_close": LastClose(3, was_loss=False)},
    ):
        decision = decide(context_with(forest_model, prediction=STILL, policy=CURIOUS, **changes))
        assert (decision.action, decision.exploring) == (Action.HOLD, False)
    again = decide(context_with(forest_model, prediction=STILL, policy=CURIOUS, last_close=LastClose(4, was_loss=True)))
    assert again.exploring


def test_the_other_rules_still_count(forest_model: Model) -> None:
    strict = replace(CURIOUS, evidence=EvidencePolicy.ONLY_WITH_EVIDENCE)
    blocked = decide(context_with(forest_model, prediction=STILL, policy=strict))
    assert (blocked.action, blocked.blocked_by) == (Action.HOLD, ("NO_EVIDENCE",))
    drifting = decide(context_with(forest_model, prediction=STILL, policy=CURIOUS, drift=1.5))
    assert (drifting.action, drifting.blocked_by) == (Action.HOLD, ("DRIFT",))


def test_rules_do_not_explore() -> None:
    assert not decide(context_with(policy=CURIOUS)).exploring


@pytest.mark.parametrize("bars", [-1, 1_001])
def test_the_wait_has_bounds(bars: int) -> None:
    with pytest.raises(ValueRefusedError, match="explore_after_bars"):
        DecisionPolicy(explore_after_bars=bars)
