"""What is wanted before position, pending orders and size have their say."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from photon_desktop.learning.labels import BUY, HOLD, SELL, IntArray
from photon_desktop.learning.model import Prediction
from photon_desktop.learning.rules import RuleVerdict
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.messages import Action

EDGE_UNDER_COST = "EDGE_UNDER_COST"
MIN_CONFIDENCE = "MIN_CONFIDENCE"
POSITION_OPEN = "POSITION_OPEN"
NO_POSITION = "NO_POSITION"
ORDER_PENDING = "ORDER_PENDING"
SIZE_ZERO = "SIZE_ZERO"
WARM_UP = "WARM_UP"
NO_EVIDENCE_SHOWN = "NO_EVIDENCE"
DRIFT = "DRIFT"
COOLDOWN = "COOLDOWN"
RISK_SCORE = "RISK_SCORE"
MODEL_HOLDS = "MODEL_HOLDS"  # not in the way of anything: the model or the rules themselves want to hold
RULES_HOLD = "RULES_HOLD"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a wish may not be followed: a code for programs, half a sentence for people."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Wish:
    """`action` and the confidence in it; the confidence in holding still; what already stands in its way."""

    action: Action
    confidence: float
    hold_confidence: float
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True)
class Stakes:
    """What a decision weighs probabilities against: `barrier` the log distance, `cost` of a round trip as a share of
    the notional, the least confidence, what is held (negative when short) and whether shorts are allowed."""

    barrier: float
    cost: float
    minimum_confidence: float
    held: Decimal
    allow_short: bool


def wish_of_model(prediction: Prediction, stakes: Stakes) -> Wish:
    """BUY if b (pB - pS) beats the cost and pB reaches the threshold, SELL likewise, otherwise HOLD.

    A trade that opens a position has to beat a whole round trip's cost; one that closes it, or would if something were
    held, half of it. When the likelier side fails but is also likelier than HOLD, it stays the wish and its obstacles
    say why.
    """
    rises = prediction.buy > prediction.sell
    action = Action.BUY if rises else Action.SELL
    confidence = max(prediction.buy, prediction.sell)
    edge = stakes.barrier * abs(prediction.buy - prediction.sell)
    to_beat = stakes.cost if opens_position(action, stakes) else stakes.cost / 2
    obstacles = []
    if not edge > to_beat:
        words = f"the expected move of {edge:.2%} does not pay the costs of {to_beat:.2%}"
        obstacles.append(Obstacle(EDGE_UNDER_COST, words))
    obstacles += _confidence_obstacles(confidence, stakes.minimum_confidence)
    if obstacles and confidence <= prediction.hold:
        return Wish(Action.HOLD, prediction.hold, prediction.hold)
    return Wish(action, confidence, prediction.hold, tuple(obstacles))


def actions_of_model(probabilities: FloatArray, stakes: Stakes) -> IntArray:
    """SELL 0, HOLD 1 or BUY 2 for each row of `probabilities` (n, 3): `wish_of_model` where nothing stands in its way,
    HOLD where something does, or where what is held leaves nothing to do: it is bought already, or there is nothing to
    sell."""
    sell, buy = probabilities[:, SELL], probabilities[:, BUY]
    side = np.where(buy > sell, BUY, SELL)
    opens = np.where(side == BUY, opens_position(Action.BUY, stakes), opens_position(Action.SELL, stakes))
    pays = stakes.barrier * np.abs(buy - sell) > np.where(opens, stakes.cost, stakes.cost / 2)
    is_sure = np.maximum(buy, sell) >= stakes.minimum_confidence
    can_buy, can_sell = stakes.held <= 0, stakes.held > 0 or (stakes.allow_short and stakes.held == 0)
    can_act = np.where(side == BUY, can_buy, can_sell)
    actions: IntArray = np.where(pays & is_sure & can_act, side, HOLD).astype(np.int64)
    return actions


def wish_of_rules(verdict: RuleVerdict, stakes: Stakes) -> Wish:
    """What the rules want; their score stands where a confidence would, and must reach the same threshold."""
    if verdict.action is Action.HOLD:
        return Wish(Action.HOLD, verdict.score, verdict.score)
    obstacles = _confidence_obstacles(verdict.score, stakes.minimum_confidence)
    return Wish(verdict.action, verdict.score, 1 - verdict.score, tuple(obstacles))


def opens_position(action: Action, stakes: Stakes) -> bool:
    """Whether `action` would open a position rather than close one. With no shorts allowed a SELL never does."""
    if action is Action.BUY:
        return stakes.held >= 0
    return stakes.allow_short and stakes.held <= 0


def expected_return(prediction: Prediction, stakes: Stakes) -> float:
    """What a position opened on the likelier side brings on average, as a share of its notional, net of a round trip's
    costs: b |pB - pS| - c."""
    return stakes.barrier * abs(prediction.buy - prediction.sell) - stakes.cost


def expected_returns(probabilities: FloatArray, barriers: FloatArray, cost: float) -> FloatArray:
    """`expected_return` for each row of `probabilities` (n, 3) and its barrier; NaN where one of them is."""
    expected: FloatArray = barriers * np.abs(probabilities[:, BUY] - probabilities[:, SELL]) - cost
    return expected


def _confidence_obstacles(confidence: float, least: float) -> list[Obstacle]:
    if confidence >= least:
        return []
    return [Obstacle(MIN_CONFIDENCE, f"its confidence of {confidence:.2f} is under the least, {least:.2f}")]
