from decimal import Decimal

import pytest

from photon_desktop.learning.model import Prediction
from photon_desktop.learning.rules import RuleVerdict
from photon_desktop.learning.wishes import EDGE_UNDER_COST, MIN_CONFIDENCE, Stakes, wish_of_model, wish_of_rules
from photon_desktop.trading.messages import Action

NONE, LONG, SHORT = Decimal(0), Decimal(1), Decimal(-1)


def stakes(held: Decimal = NONE, allow_short: bool = False, cost: float = 0.003) -> Stakes:
    return Stakes(barrier=0.03, cost=cost, minimum_confidence=0.40, held=held, allow_short=allow_short)


def codes(prediction: Prediction, at_stake: Stakes) -> tuple[Action, list[str]]:
    wish = wish_of_model(prediction, at_stake)
    return wish.action, [obstacle.code for obstacle in wish.obstacles]


def test_a_buy_beats_the_cost_and_reaches_the_threshold() -> None:
    wish = wish_of_model(Prediction(0.25, 0.33, 0.42), stakes())
    assert (wish.action, wish.confidence, wish.hold_confidence, wish.obstacles) == (Action.BUY, 0.42, 0.33, ())


def test_a_buy_may_be_wanted_while_hold_is_likelier() -> None:
    assert codes(Prediction(0.15, 0.44, 0.41), stakes()) == (Action.BUY, [])


@pytest.mark.parametrize(("held", "expected"), [(NONE, [EDGE_UNDER_COST]), (SHORT, [])])
def test_opening_pays_a_whole_round_trip_and_closing_half(held: Decimal, expected: list[str]) -> None:
    # an edge of 0.03 x 0.08 = 0.24%, between half of the costs and all of them
    assert codes(Prediction(0.36, 0.20, 0.44), stakes(held)) == (Action.BUY, expected)


@pytest.mark.parametrize(
    ("held", "allow_short", "expected"),
    [(LONG, False, []), (NONE, False, []), (NONE, True, [EDGE_UNDER_COST]), (LONG, True, [])],
)
def test_a_sell_pays_half_unless_it_opens_a_short(held: Decimal, allow_short: bool, expected: list[str]) -> None:
    assert codes(Prediction(0.44, 0.20, 0.36), stakes(held, allow_short)) == (Action.SELL, expected)


def test_an_edge_equal_to_the_cost_does_not_pay() -> None:
    assert codes(Prediction(0.25, 0.25, 0.5), stakes(cost=0.0075)) == (Action.BUY, [EDGE_UNDER_COST])


def test_the_likeliest_side_under_the_threshold_stays_the_wish() -> None:
    assert codes(Prediction(0.24, 0.37, 0.39), stakes()) == (Action.BUY, [MIN_CONFIDENCE])
    assert codes(Prediction(0.345, 0.305, 0.35), stakes()) == (Action.BUY, [EDGE_UNDER_COST, MIN_CONFIDENCE])


def test_a_hold_that_is_likeliest_is_the_models_own() -> None:
    wish = wish_of_model(Prediction(0.30, 0.40, 0.30), stakes())
    assert (wish.action, wish.confidence, wish.obstacles) == (Action.HOLD, 0.40, ())


def test_rules_must_reach_the_threshold_too() -> None:
    wish = wish_of_rules(RuleVerdict(Action.BUY, 0.45, ()), Stakes(0.03, 0.003, 0.5, NONE, False))
    assert [obstacle.code for obstacle in wish.obstacles] == [MIN_CONFIDENCE]
    assert wish_of_rules(RuleVerdict(Action.SELL, 0.45, ()), stakes()).obstacles == ()
