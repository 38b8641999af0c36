import dataclasses
import json
from decimal import Decimal
from math import exp, isnan
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.calibration import Calibration
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.further import explained
from photon_desktop.learning.input_quality import InputQuality
from photon_desktop.learning.labels import barrier_distances
from photon_desktop.learning.model import Model, Prediction
from photon_desktop.learning.policy import DecisionPolicy, DriftPolicy, EvidencePolicy, LastClose
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.analysis import MarketAnalysis, analyse
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import compute_indicators
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Action, TradeDecision
from photon_desktop.trading.risk import RiskLimits, check
from photon_desktop.trading.sizing import SizingRules
from tests.learning.markets import HOUR, fair_bars, still_bars

SYMBOL = "DEMO-BTC"
RISE = Prediction(0.15, 0.25, 0.60, (("rsi14", 0.21), ("trend", 0.12), ("close", -0.05), ("volume", 0.001)))
FALL = Prediction(0.60, 0.25, 0.15, (("rsi14", -0.21),))
STILL = Prediction(0.3, 0.4, 0.3)


def account_with(quantity: str = "0", cash: str = "10000") -> Account:
    held = Decimal(quantity)
    positions = {SYMBOL: Position(SYMBOL, held, held * 100)} if held else {}
    return Account(Decimal(cash), positions)


def context_with(model: Model | None = None, bars: Bars | None = None, **changes: Any) -> DecisionContext:
    bars = bars or fair_bars(400)
    indicators = compute_indicators(bars)
    context = DecisionContext(
        symbol=SYMBOL,
        interval=Interval.HOUR_1,
        bars=bars,
        analysis=analyse(bars, indicators),
        indicators=indicators.at(-1),
        prediction=None,
        manifest=None if model is None else model.manifest,
        fallback_reason="The first model is still being trained",
        account=account_with(),
        prices={},
        instrument=assumed_instrument(SYMBOL),
        costs=CostModel(),
        limits=RiskLimits(),
        sizing=SizingRules(),
    )
    return dataclasses.replace(context, **changes)


def test_a_rise_that_pays_is_bought_with_stop_and_target_at_the_barriers(forest_model: Model) -> None:
    context = context_with(forest_model, prediction=RISE)
    decision = decide(context)
    price, barrier = float(context.bars.close[-1]), barrier_distances(context.bars.close, 0.003)[-1]
    assert decision.action is Action.BUY
    assert decision.confidence == 0.60
    assert decision.quantity > 0
    assert float(decision.price) == pytest.approx(price, abs=0.005)
    assert decision.stop_loss is not None and decision.take_profit is not None
    assert float(decision.stop_loss) == pytest.approx(price * exp(-barrier), abs=0.011)
    assert float(decision.take_profit) == pytest.approx(price * exp(barrier), abs=0.011)
    assert decision.stop_loss % Decimal("0.01") == decision.take_profit % Decimal("0.01") == 0
    assert decision.decided_at == 400 * HOUR
    assert decision.probabilities == {"SELL": 0.15, "HOLD": 0.25, "BUY": 0.60}
    assert decision.contributions == RISE.contributions
    assert decision.model_type == "random_forest"
    assert decision.model_version == forest_model.manifest.version
    assert (decision.blocked_by, decision.wanted) == ((), None)


def test_the_reason_is_told_from_the_same_facts(forest_model: Model) -> None:
    analysis = MarketAnalysis("bull", 0.82, "oversold", 1)
    context = context_with(
        knowing(forest_model, Calibration.none()), prediction=RISE, analysis=analysis, indicators={"rsi14": 25.3}
    )
    assert decide(context).reasoning == (
        "BUY (confidence 0.60). Trend bull, strength 0.82. RSI 25.3 oversold. SMA10 crossed above SMA20."
        " The model leaned on rsi14 (+0.21), trend (+0.12), close (-0.05)."
    )


def knowing(model: Model, calibration: Calibration) -> Model:
    return dataclasses.replace(model, manifest=dataclasses.replace(model.manifest, calibration=calibration))


@pytest.mark.parametrize(
    ("calibration", "words"),
    [
        (Calibration(), "On bars it had not seen it could tell nothing yet: these are the base rates."),
        (Calibration(0.5, 0.0), "On bars it had not seen it could not tell the direction: that is the base rate's."),
        (Calibration(0.0, 0.5), ""),
    ],
)
def test_a_model_says_what_it_could_not_tell(calibration: Calibration, words: str, forest_model: Model) -> None:
    for prediction in (RISE, STILL):
        reasoning = decide(context_with(knowing(forest_model, calibration), prediction=prediction)).reasoning
        assert reasoning.endswith(words)
        assert ("On bars it had not seen" in reasoning) == bool(words)


def test_a_fall_closes_the_whole_position_without_stop_or_target(forest_model: Model) -> None:
    decision = decide(context_with(forest_model, prediction=FALL, account=account_with("3.1234")))
    assert (decision.action, decision.quantity) == (Action.SELL, Decimal("3.1234"))
    assert (decision.stop_loss, decision.take_profit) == (None, None)


def test_a_rise_closes_a_whole_short(forest_model: Model) -> None:
    decision = decide(context_with(forest_model, prediction=RISE, account=account_with("-3.1234", "10312.34")))
    assert (decision.action, decision.quantity) == (Action.BUY, Decimal("3.1234"))
    assert decision.stop_loss is None


def test_a_short_is_opened_where_allowed_with_its_stop_above(forest_model: Model) -> None:
    decision = decide(context_with(forest_model, prediction=FALL, limits=RiskLimits(allow_short=True)))
    assert decision.action is Action.SELL
    assert decision.quantity > 0
    assert decision.stop_loss is not None and decision.take_profit is not None
    assert decision.take_profit < decision.price < decision.stop_loss


@pytest.mark.parametrize(
    ("changes", "wanted", "codes", "words"),
    [
        ({"prediction": FALL}, Action.SELL, ("NO_POSITION",), "no DEMO-BTC is held"),
        ({"prediction": RISE, "account": account_with("2")}, Action.BUY, ("POSITION_OPEN",), "2 DEMO-BTC is held"),
        (
            {"prediction": FALL, "account": account_with("-2"), "limits": RiskLimits(allow_short=True)},
            Action.SELL,
            ("POSITION_OPEN",),
            "sold short already",
        ),
        ({"prediction": RISE, "order_pending": True}, Action.BUY, ("ORDER_PENDING",), "not been settled"),
        (
            {"prediction": RISE, "limits": RiskLimits(minimum_confidence=0.7)},
            Action.BUY,
            ("MIN_CONFIDENCE",),
            "0.60 is under the least, 0.70",
        ),
        (
            {"prediction": Prediction(0.44, 0.1, 0.46)},
            Action.BUY,
            ("EDGE_UNDER_COST",),
            "does not pay the costs of 0.30%",
        ),
        ({"prediction": RISE, "account": account_with(cash="0.5")}, Action.BUY, ("SIZE_ZERO",), "least order"),
        ({"prediction": RISE, "account": account_with(cash="0")}, Action.BUY, ("SIZE_ZERO",), "least order"),
        ({"prediction": None}, None, ("WARM_UP",), "all its inputs"),
        ({"prediction": STILL}, None, (), "The likeliest outcome is no move of"),
    ],
)
def test_every_hold_says_why(
    changes: dict[str, Any], wanted: Action | None, codes: tuple[str, ...], words: str, forest_model: Model
) -> None:
    decision = decide(context_with(forest_model, **changes))
    assert decision.action is Action.HOLD
    assert decision.wanted is wanted
    assert decision.blocked_by == codes
    assert words in decision.reasoning
    assert decision.quantity == 0
    assert (decision.stop_loss, decision.take_profit) == (None, None)
    assert decision.confidence == (changes["prediction"].hold if changes["prediction"] else 0.0)


def test_several_obstacles_are_all_named(forest_model: Model) -> None:
    changes = {"prediction": Prediction(0.46, 0.10, 0.44), "order_pending": True}
    decision = decide(context_with(forest_model, **changes, limits=RiskLimits(minimum_confidence=0.5)))
    assert decision.blocked_by == ("EDGE_UNDER_COST", "MIN_CONFIDENCE", "ORDER_PENDING", "NO_POSITION")


def with_evidence(model: Model, evidence: str) -> Model:
    return dataclasses.replace(model, manifest=dataclasses.replace(model.manifest, evidence=evidence))


ONLY_WITH_EVIDENCE = DecisionPolicy(evidence=EvidencePolicy.ONLY_WITH_EVIDENCE)


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"policy": ONLY_WITH_EVIDENCE}, "NO_EVIDENCE", "the model has not shown an edge (untested)"),
        ({"drift": 1.3}, "DRIFT", "1.3 times as far as its limit allows"),
        ({"last_close": LastClose(0, False)}, "COOLDOWN", "no new one is opened for 1 more bar."),
        ({"last_close": LastClose(1, True)}, "COOLDOWN", "for 2 more bars."),
        ({"quality": InputQuality(1, 1)}, "BARS_MISSING", "1 bar is missing among the last 21"),
        ({"quality": InputQuality(0, 11)}, "BARS_MISSING", "11 bars are missing among those it needs"),
        ({"quality": InputQuality(feed="stale")}, "FEED_STALE", "the feed was stale when the bar came"),
        ({"quality": InputQuality(feed="reconnecting")}, "FEED_STALE", "the feed was reconnecting"),
    ],
)
def test_the_users_policy_keeps_positions_from_being_opened_and_says_so(
    changes: dict[str, Any], code: str, words: str, forest_model: Model
) -> None:
    decision = decide(context_with(forest_model, prediction=RISE, **changes))
    assert (decision.action, decision.wanted) == (Action.HOLD, Action.BUY)
    assert (decision.blocked_by, decision.hold_code) == ((code,), code)
    assert words in decision.reasoning
    closing = decide(context_with(forest_model, prediction=FALL, account=account_with("2"), **changes))
    assert (closing.action, closing.hold_code) == (Action.SELL, "")


@pytest.mark.parametrize(
    "changes",
    [
        {"drift": 1.3, "policy": DecisionPolicy(drift=DriftPolicy.OFF)},
        {"drift": 1.0},
        {"quality": InputQuality(0, 10, "live")},
        {"quality": InputQuality(feed="delayed")},
        {"last_close": LastClose(1, False)},
        {"last_close": LastClose(3, True)},
        {"last_close": LastClose(0, True), "policy": DecisionPolicy(cooldown_bars=0, cooldown_after_loss=0)},
    ],
)
def test_what_the_policy_allows_is_opened(changes: dict[str, Any], forest_model: Model) -> None:
    decision = decide(context_with(forest_model, prediction=RISE, **changes))
    assert decision.action is Action.BUY
    assert "Beware" not in decision.reasoning


def test_an_edge_is_followed_under_either_policy(forest_model: Model) -> None:
    proven = with_evidence(forest_model, "edge")
    assert decide(context_with(proven, prediction=RISE, policy=ONLY_WITH_EVIDENCE)).action is Action.BUY
    shown = with_evidence(forest_model, "no evidence")
    assert decide(context_with(shown, prediction=RISE)).action is Action.BUY
    assert decide(context_with(shown, prediction=RISE, policy=ONLY_WITH_EVIDENCE)).blocked_by == ("NO_EVIDENCE",)


def test_rules_have_no_evidence() -> None:
    decision = decide(context_with(analysis=MarketAnalysis("bull", 0.8, "neutral", 1), policy=ONLY_WITH_EVIDENCE))
    assert decision.blocked_by == ("NO_EVIDENCE",)
    assert "the rules have not shown an edge" in decision.reasoning


def test_a_warning_is_said_and_stops_nothing(forest_model: Model) -> None:
    policy = DecisionPolicy(drift=DriftPolicy.WARN)
    for prediction in (RISE, STILL):
        decision = decide(context_with(forest_model, prediction=prediction, drift=2.0, policy=policy))
        assert decision.reasoning.endswith(
            "Beware: the market is 2.0 times as far as its limit allows from anything the model was trained on."
        )
    assert decide(context_with(forest_model, prediction=RISE, drift=2.0, policy=policy)).action is Action.BUY


def test_every_hold_has_a_code(forest_model: Model) -> None:
    sideways = MarketAnalysis("sideways", 0.2, "neutral", 0)
    assert decide(context_with(forest_model, prediction=STILL)).hold_code == "MODEL_HOLDS"
    assert decide(context_with(analysis=sideways)).hold_code == "RULES_HOLD"
    assert decide(context_with(forest_model, prediction=None)).hold_code == "WARM_UP"
    assert decide(context_with(forest_model, prediction=RISE)).hold_code == ""


def test_a_decision_can_be_explained_further(forest_model: Model) -> None:
    bars = fair_bars(400)
    row = compute_features(bars)[-1]
    context = context_with(forest_model, prediction=forest_model.predict(row))
    decision = explained(decide(context), context, forest_model, row)
    assert len(decision.cases) == 5
    assert decision.flip is None or decision.flip.action != decision.action.value
    again = TradeDecision.from_json(json.loads(json.dumps(decision.to_json())))
    assert (again.cases, again.flip, again.hold_code) == (decision.cases, decision.flip, decision.hold_code)
    unknown = dataclasses.replace(context, prediction=None)
    assert explained(decide(unknown), unknown, forest_model, row).cases == ()


def test_without_a_model_rules_decide_and_claim_no_probability() -> None:
    analysis = MarketAnalysis("bull", 0.8, "neutral", 1)
    decision = decide(context_with(analysis=analysis))
    assert decision.action is Action.BUY
    assert (decision.model_type, decision.model_version) == ("rules", "")
    assert (decision.probabilities, decision.contributions) == ({}, ())
    assert decision.confidence == pytest.approx(0.81)
    assert decision.reasoning.startswith("BUY (score 0.81).")
    assert "The first model is still being trained; the score is not a probability." in decision.reasoning


def test_rules_trade_a_quarter_of_the_largest_position_at_most() -> None:
    context = context_with(analysis=MarketAnalysis("bull", 0.8, "neutral", 1))
    decision = decide(context)
    assert 0 < decision.quantity * decision.price <= Decimal(10_000) * Decimal("0.025")


def test_rules_that_do_not_agree_hold() -> None:
    decision = decide(context_with(analysis=MarketAnalysis("sideways", 0.2, "neutral", 0)))
    assert (decision.action, decision.wanted, decision.blocked_by) == (Action.HOLD, None, ())
    assert "The rules do not agree on a side." in decision.reasoning


@pytest.mark.parametrize("count", [1, 2, 19])
def test_too_few_bars_hold_and_say_so(count: int) -> None:
    decision = decide(context_with(bars=fair_bars(400).part(0, count)))
    assert decision.blocked_by == ("WARM_UP",)
    assert "too few bars" in decision.reasoning


def test_a_market_that_stands_still_is_held() -> None:
    assert decide(context_with(bars=still_bars(300))).action is Action.HOLD


def test_no_bars_are_refused() -> None:
    with pytest.raises(NotEnoughDataError, match="wait for the first one"):
        dataclasses.replace(context_with(), bars=Bars.empty())


def test_a_coarse_tick_leaves_no_stop_on_the_price_itself(forest_model: Model) -> None:
    bars = fair_bars(400)
    small = Bars.of(bars.times, *(column / 1_000 for column in bars.columns()[1:5]), bars.volume)
    coarse = dataclasses.replace(assumed_instrument(SYMBOL), tick_size=Decimal("0.1"))
    decision = decide(context_with(forest_model, bars=small, prediction=RISE, instrument=coarse))
    assert decision.action is Action.BUY
    assert (decision.stop_loss, decision.take_profit) == (None, None)


def test_wilder_moments_are_riskier_and_drift_and_drawdown_count(forest_model: Model) -> None:
    bars = fair_bars(400)
    calm = decide(context_with(forest_model, prediction=RISE, drift=0.0, drawdown=0.0)).risk_score
    late = decide(context_with(forest_model, prediction=RISE, drift=1.0, drawdown=1.0)).risk_score
    assert late == pytest.approx(calm + 0.4)
    close = bars.close.copy()
    close[-1] *= 1.1
    jumped = Bars.of(bars.times, bars.open, np.maximum(bars.high, close), bars.low, close, bars.volume)
    assert decide(context_with(forest_model, bars=jumped, prediction=RISE)).risk_score > 0.5


def test_the_same_context_gives_the_same_decision(forest_model: Model) -> None:
    assert decide(context_with(forest_model, prediction=RISE)) == decide(context_with(forest_model, prediction=RISE))


def test_a_decision_survives_its_json(forest_model: Model) -> None:
    decision = decide(context_with(forest_model, prediction=RISE))
    again = TradeDecision.from_json(decision.to_json())
    assert dataclasses.replace(again, price=decision.price) == decision


SHARES = st.tuples(*[st.floats(0.01, 1)] * 3).map(lambda parts: tuple(part / sum(parts) for part in parts))


@settings(deadline=None, max_examples=60)
@given(
    shares=SHARES,
    held=st.sampled_from(["0", "0", "0.5", "-0.5", "12.3456"]),
    cash=st.integers(0, 100_000),
    threshold=st.floats(0, 0.9),
    allow_short=st.booleans(),
    at=st.integers(60, 400),
    with_model=st.booleans(),
)
def test_no_decision_breaks_the_rules_an_order_must_pass(
    shares: tuple[float, float, float],
    held: str,
    cash: int,
    threshold: float,
    allow_short: bool,
    at: int,
    with_model: bool,
    forest_model: Model,
) -> None:
    limits = RiskLimits(minimum_confidence=threshold, allow_short=allow_short)
    account = account_with(held, str(cash))
    context = context_with(
        forest_model if with_model else None,
        bars=fair_bars(400).part(0, at),
        prediction=Prediction(*shares) if with_model else None,
        limits=limits,
        account=account,
    )
    decision = decide(context)
    assert decision.reasoning.startswith(decision.action.value)
    assert not isnan(decision.risk_score)
    if decision.action is Action.HOLD:
        assert decision.quantity == 0
        return
    assert check(decision, account, {}, limits, context.costs, context.instrument) == () or held != "0"
    if allow_short is False and decision.action is Action.SELL:
        assert decision.quantity == Decimal(held)


def test_rules_that_decide_leave_what_each_said_on_the_decision(forest_model: Model) -> None:
    analysis = MarketAnalysis("bull", 0.82, "oversold", 1)
    decision = decide(context_with(analysis=analysis))
    assert decision.rules_spoke == (
        "a bull trend of strength 0.82 for buying",
        "SMA10 crossing above SMA20 for buying",
        "an oversold RSI for buying",
    )
    assert TradeDecision.from_json(json.loads(json.dumps(decision.to_json()))).rules_spoke == decision.rules_spoke
    assert decide(context_with(forest_model, prediction=RISE, analysis=analysis)).rules_spoke == ()
