"""The decision: from what the model or the rules say to an action, a size, a stop and a target."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import exp, isfinite

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.explanation import Told, reasoning
from photon_desktop.learning.input_quality import InputQuality
from photon_desktop.learning.labels import HORIZON, VOLATILITY_SPAN, barrier_distances
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model import Prediction
from photon_desktop.learning.policy import DecisionPolicy, DriftPolicy, EvidencePolicy, LastClose
from photon_desktop.learning.risk_score import doubt, risk_score, volatility_percentile
from photon_desktop.learning.rules import RuleVerdict, judge
from photon_desktop.learning.verdict import EDGE, UNTESTED
from photon_desktop.learning.wishes import (
    COOLDOWN,
    DRIFT,
    MODEL_HOLDS,
    NO_EVIDENCE_SHOWN,
    NO_POSITION,
    ORDER_PENDING,
    POSITION_OPEN,
    RISK_SCORE,
    RULES_HOLD,
    SIZE_ZERO,
    WARM_UP,
    Obstacle,
    Stakes,
    Wish,
    expected_return,
    opens_position,
    wish_of_model,
    wish_of_rules,
)
from photon_desktop.trading.account import Account
from photon_desktop.trading.analysis import MarketAnalysis, daily_factor, return_volatility
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.trading.money import ZERO, exact, plain
from photon_desktop.trading.position_size import Sized, SizingMoment, ceilings, size_position
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.sizing import SizingMethod, SizingRules, TradeOdds

RULES = "rules"
_EXPLORING = (
    "This explores the simulated market: the model found nothing to gain, and a small paper trade shows what one costs."
)
_RULES_SHARE = 4  # the rules' odds are not known: their size is capped at a quarter of the largest position


@dataclass(frozen=True, slots=True, eq=False)
class DecisionContext:
    """All that a decision depends on; the same context gives the same decision.

    `bars`: the newest closed bars, 200 or more where there are as many, `analysis` and `indicators` of the last one.
    `prediction` is None while the model's inputs are not numbers; `manifest` is None when there is no model, and
    `fallback_reason` then says why. `prices`: the last ones by symbol. `drift` and `drawdown`: each over its limit,
    None while not measured. `policy`: what else the user lets it depend on. `last_close`: when a position in the symbol
    was last closed, None when none was. `quality`: what is known to be missing of `bars`, or late.
    """

    symbol: str
    interval: Interval
    bars: Bars
    analysis: MarketAnalysis
    indicators: Mapping[str, float]
    prediction: Prediction | None
    manifest: ModelManifest | None
    fallback_reason: str
    account: Account
    prices: Mapping[str, Decimal]
    instrument: Instrument
    costs: CostModel
    limits: RiskLimits
    sizing: SizingRules
    order_pending: bool = False
    drift: float | None = None
    drawdown: float | None = None
    policy: DecisionPolicy = field(default_factory=DecisionPolicy)
    last_close: LastClose | None = None
    quality: InputQuality = field(default_factory=InputQuality)

    def __post_init__(self) -> None:
        if len(self.bars) == 0:
            raise NotEnoughDataError(f"There are no closed bars of {self.symbol} to decide on; wait for the first one.")


@dataclass(frozen=True, slots=True)
class _Moment:
    """The numbers of this bar that sizes and stops come from."""

    price: Decimal
    stakes: Stakes
    bar_volatility: float
    risk: float


def decide(context: DecisionContext) -> TradeDecision:
    """What to do at the close of the last bar, how sure that is, and why.

    With a model it is the model's; without one the rules decide, `model_type` is "rules" and there are no
    probabilities. A HOLD in place of a BUY or SELL keeps that in `wanted`, and the codes in `blocked_by`.
    """
    moment = _moment(context)
    verdict = judge(context.analysis) if context.manifest is None else None
    wish = _wish(context, moment, verdict)
    is_exploring = _explores(context, moment, wish)
    if is_exploring and context.prediction is not None:
        wish = Wish(Action.BUY, context.prediction.buy, context.prediction.hold)
    obstacles = wish.obstacles + _policy_obstacles(context, moment, wish) + _position_obstacles(context, moment, wish)
    may_trade = not obstacles and wish.action is not Action.HOLD
    sized = _sized(context, moment, wish, is_exploring) if may_trade else Sized(ZERO)
    if may_trade and sized.quantity == 0:
        obstacles = (Obstacle(SIZE_ZERO, sized.shortfall),)
    if obstacles or wish.action is Action.HOLD:
        decision = _hold(context, moment, wish, obstacles, verdict)
    else:
        decision = _trade(context, moment, wish, sized, verdict)
    if verdict is not None:
        return replace(decision, rules_spoke=verdict.sentences)
    if decision.action is Action.HOLD or not is_exploring:
        return decision
    return replace(decision, exploring=True, reasoning=f"{decision.reasoning} {_EXPLORING}")


def _moment(context: DecisionContext) -> _Moment:
    close = context.bars.close
    stakes = stakes_of(context)
    prediction = context.prediction
    return _Moment(
        price=context.instrument.round_price(float(close[-1])) or exact(float(close[-1])),
        stakes=stakes,
        bar_volatility=float(return_volatility(close, VOLATILITY_SPAN)[-1]),
        risk=risk_score(
            volatility_percentile(close),
            None if prediction is None else doubt(prediction.by_class),
            context.drift,
            context.drawdown,
        ),
    )


def stakes_of(context: DecisionContext) -> Stakes:
    """What the decision weighs probabilities against."""
    return Stakes(
        barrier=float(barrier_distances(context.bars.close, context.costs.round_trip)[-1]),
        cost=context.costs.round_trip,
        minimum_confidence=context.limits.minimum_confidence,
        held=context.account.position(context.symbol).quantity,
        allow_short=context.limits.allow_short,
    )


def _wish(context: DecisionContext, moment: _Moment, verdict: RuleVerdict | None) -> Wish:
    if not isfinite(moment.stakes.barrier):
        return _not_warm("there are too few bars to know how much the price moves")
    if verdict is not None:
        is_warm = {"sma10", "sma20", "rsi14"} <= context.indicators.keys()
        return wish_of_rules(verdict, moment.stakes) if is_warm else _not_warm("there are too few bars for the rules")
    if context.prediction is None:
        return _not_warm("the last bars do not give the model all its inputs (too few of them, or no movement)")
    return wish_of_model(context.prediction, moment.stakes)


def _explores(context: DecisionContext, moment: _Moment, wish: Wish) -> bool:
    """Whether a model that wants nothing it may do tries a little all the same: only on a simulated market."""
    idle = context.policy.explore_after_bars
    if idle == 0 or context.prediction is None or not isfinite(moment.stakes.barrier):
        return False
    is_idle = context.last_close is None or context.last_close.bars_ago >= idle
    is_free = moment.stakes.held == 0 and not context.order_pending
    would_trade = opens_position(wish.action, moment.stakes) if wish.action is not Action.HOLD else False
    is_simulated = context.instrument.kind is InstrumentKind.DEMO
    return is_simulated and is_idle and is_free and not (would_trade and not wish.obstacles)


def _not_warm(words: str) -> Wish:
    return Wish(Action.HOLD, 0.0, 0.0, (Obstacle(WARM_UP, words),))


def _policy_obstacles(context: DecisionContext, moment: _Moment, wish: Wish) -> tuple[Obstacle, ...]:
    """What bad bars and the user's policy put in the way of opening a position; closing one is always free."""
    if wish.action is Action.HOLD or not opens_position(wish.action, moment.stakes):
        return ()
    policy, found = context.policy, list(context.quality.obstacles())
    evidence = UNTESTED if context.manifest is None else context.manifest.evidence
    if policy.evidence is EvidencePolicy.ONLY_WITH_EVIDENCE and evidence != EDGE:
        decider = "the rules have" if context.manifest is None else "the model has"
        words = f"{decider} not shown an edge ({evidence}) and only a model that has may open a position"
        found.append(Obstacle(NO_EVIDENCE_SHOWN, words))
    if policy.drift is DriftPolicy.HOLD and _is_drifting(context):
        found.append(Obstacle(DRIFT, _drift_words(context)))
    if moment.risk > context.limits.maximum_risk_score:
        most = context.limits.maximum_risk_score
        found.append(Obstacle(RISK_SCORE, f"the risk score of {moment.risk:.2f} is above the most allowed, {most:.2f}"))
    waits = 0 if context.last_close is None else context.last_close.still_cools(policy)
    if waits > 0:
        words = f"a position was closed just now and no new one is opened for {waits} more bar{'s' * (waits > 1)}"
        found.append(Obstacle(COOLDOWN, words))
    return tuple(found)


def _is_drifting(context: DecisionContext) -> bool:
    return context.drift is not None and context.drift > 1


def _drift_words(context: DecisionContext) -> str:
    far = f"{context.drift or 0:.1f} times as far as its limit allows"
    return f"the market is {far} from anything the model was trained on"


def _knowledge(context: DecisionContext) -> str:
    """What the model could not tell of bars it had not seen, where that is something."""
    if context.manifest is None or context.prediction is None:
        return ""
    calibration = context.manifest.calibration
    if calibration.move_factor == calibration.up_factor == 0:
        return "On bars it had not seen it could tell nothing yet: these are the base rates."
    if calibration.up_factor == 0:
        return "On bars it had not seen it could not tell the direction: that is the base rate's."
    return ""


def _warnings(context: DecisionContext) -> tuple[str, ...]:
    warns = context.policy.drift is DriftPolicy.WARN and _is_drifting(context)
    return (f"Beware: {_drift_words(context)}.",) if warns else ()


def _position_obstacles(context: DecisionContext, moment: _Moment, wish: Wish) -> tuple[Obstacle, ...]:
    if wish.action is Action.HOLD:
        return ()
    held = moment.stakes.held
    found = []
    if context.order_pending:
        found.append(Obstacle(ORDER_PENDING, "an earlier order has not been settled yet"))
    if (wish.action is Action.BUY and held > 0) or (wish.action is Action.SELL and held < 0):
        side = "held" if held > 0 else "sold short"
        found.append(Obstacle(POSITION_OPEN, f"{plain(abs(held))} {context.symbol} is {side} already"))
    if wish.action is Action.SELL and held == 0 and not context.limits.allow_short:
        found.append(Obstacle(NO_POSITION, f"no {context.symbol} is held and short selling is not allowed"))
    return tuple(found)


def _sized(context: DecisionContext, moment: _Moment, wish: Wish, is_exploring: bool) -> Sized:
    """The whole position for a trade that closes it, otherwise what the sizing rules and the limits leave."""
    held = abs(moment.stakes.held)
    if not opens_position(wish.action, moment.stakes):
        return Sized(held)
    known = {**context.prices, context.symbol: moment.price}
    sizing = context.sizing
    if is_exploring:
        sizing = replace(sizing, method=SizingMethod.BALANCED)
    if is_exploring or context.prediction is None:
        sizing = replace(sizing, largest_position=sizing.largest_position / _RULES_SHARE)
    room = ceilings(context.account, context.symbol, known, context.limits, context.costs)
    equity, odds = context.account.equity(known), _odds(context, moment, is_exploring)
    return size_position(sizing, SizingMoment(equity, moment.price, odds, held, room), context.instrument)


def _odds(context: DecisionContext, moment: _Moment, is_exploring: bool) -> TradeOdds:
    """Rules tell no return that is to be expected, and where one explores there is none."""
    prediction, stakes = context.prediction, moment.stakes
    expected = None if prediction is None or is_exploring else expected_return(prediction, stakes)
    daily = moment.bar_volatility * daily_factor(context.interval)
    return TradeOdds(expected, stakes.barrier, daily, moment.risk)


def _trade(
    context: DecisionContext, moment: _Moment, wish: Wish, sized: Sized, verdict: RuleVerdict | None
) -> TradeDecision:
    decision = _decision(context, moment, wish.action, wish.confidence, ())
    told = Told(
        wish, (), context.analysis, context.indicators, context.prediction, verdict, context.fallback_reason,
        warnings=_warnings(context), knowledge=_knowledge(context), sized=sized.words,
    )  # fmt: skip
    decision = replace(decision, quantity=sized.quantity, reasoning=reasoning(wish.action, wish.confidence, told))
    if not opens_position(wish.action, moment.stakes):
        return decision
    side = 1 if wish.action is Action.BUY else -1
    stop = context.instrument.round_price(float(moment.price) * exp(-side * moment.stakes.barrier))
    target = context.instrument.round_price(float(moment.price) * exp(side * moment.stakes.barrier))
    return replace(decision, stop_loss=_apart(stop, moment.price), take_profit=_apart(target, moment.price))


def _hold(
    context: DecisionContext,
    moment: _Moment,
    wish: Wish,
    obstacles: tuple[Obstacle, ...],
    verdict: RuleVerdict | None,
) -> TradeDecision:
    confidence = wish.hold_confidence
    decision = _decision(context, moment, Action.HOLD, confidence, tuple(obstacle.code for obstacle in obstacles))
    told = Told(
        wish, obstacles, context.analysis, context.indicators, context.prediction, verdict, context.fallback_reason,
        f"no move of {moment.stakes.barrier:.1%} either way within {HORIZON} bars", _warnings(context),
        _knowledge(context),
    )  # fmt: skip
    wanted = wish.action if wish.action is not Action.HOLD else None
    own = MODEL_HOLDS if verdict is None else RULES_HOLD
    code = obstacles[0].code if obstacles else own
    return replace(decision, wanted=wanted, hold_code=code, reasoning=reasoning(Action.HOLD, confidence, told))


def _decision(
    context: DecisionContext, moment: _Moment, action: Action, confidence: float, blocked_by: tuple[str, ...]
) -> TradeDecision:
    prediction, manifest = context.prediction, context.manifest
    named: dict[str, float] = {}
    if prediction is not None:
        named = {"SELL": prediction.sell, "HOLD": prediction.hold, "BUY": prediction.buy}
    return TradeDecision(
        action=action,
        ticker=context.symbol,
        interval=context.interval,
        confidence=min(max(confidence, 0.0), 1.0),  # a sum of shares may pass 1 by a rounding error
        quantity=ZERO,
        price=moment.price,
        risk_score=min(moment.risk, 1.0),
        reasoning="",
        model_type=RULES if manifest is None else manifest.model_type.value,
        model_version="" if manifest is None else manifest.version,
        probabilities=named,
        decided_at=int(context.bars.times[-1]) + context.interval.nanoseconds,
        contributions=() if prediction is None else prediction.contributions,
        blocked_by=blocked_by,
        model_hash="" if manifest is None else manifest.model_hash,
        drift=context.drift,
    )


def _apart(level: Decimal, price: Decimal) -> Decimal | None:
    """`level` where it is a price of its own; None where a coarse tick puts it on `price` or on zero."""
    return level if level > 0 and level != price else None
