"""Sentences of the floors below in another language: every one that they really say is recognised."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.backtest.honesty.accuracy import Accuracy
from photon_desktop.backtest.honesty.verdict import judge
from photon_desktop.backtest.honesty.words import groups_of
from photon_desktop.learning.decision import decide
from photon_desktop.learning.input_quality import InputQuality
from photon_desktop.learning.model import Model
from photon_desktop.learning.policy import DecisionPolicy, DriftPolicy, EvidencePolicy, LastClose
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.risk import RiskLimits, check
from photon_desktop.trading.sizing import SizingMethod, SizingRules
from photon_desktop.ui.sentences.said import said
from tests.backtest.honesty import test_verdict as verdicts
from tests.learning import test_decision as decisions
from tests.learning.conftest import forest_model  # noqa: F401 - a fixture
from tests.learning.markets import still_bars
from tests.trading import test_risk as risks


def unknown(text: str) -> str:
    """What of `text` is not recognised, without marks and spaces."""
    told, before = said(text), ""
    while told != before:
        told, before = re.sub(r"«[^«»]*»", "", told), told
    return re.sub(r"[\s.]+", " ", told).strip()


def test_in_english_all_stays_as_it_is(qapp: QApplication) -> None:
    assert (
        said("The rules do not agree on a side. Whatever else.") == "The rules do not agree on a side. Whatever else."
    )


def test_what_is_not_known_stays_beside_what_is(quoted: None) -> None:
    told = said("The rules do not agree on a side. Whatever else. RSI 51.3.")
    assert told == "«The rules do not agree on a side.» Whatever else. «RSI 51.3.»"


def test_no_sentence_is_taken_for_the_end_of_one_before_it(quoted: None) -> None:
    told = said("HOLD (confidence 0.38). RSI 61.1. The model leaned on macd (+0.01).")
    assert told == "«HOLD (confidence 0.38).» «RSI 61.1.» «The model leaned on macd (+0.01).»"


def test_half_sentences_are_said_within_whole_ones_and_alone(quoted: None) -> None:
    half = "its confidence of 0.40 is under the least, 0.55"
    assert said(f"BUY was wanted (confidence 0.40), but {half}.") == (
        f"«BUY was wanted (confidence 0.40), but «{half}».»"
    )
    assert said(f"I{half[1:]}.") == f"«{half}»."  # the quotation mark has no capital form


CHANGES: tuple[dict[str, Any], ...] = (
    {"prediction": decisions.RISE},
    {"prediction": decisions.FALL, "account": decisions.account_with("2")},
    {"prediction": decisions.STILL},
    {"prediction": decisions.RISE, "limits": RiskLimits(minimum_confidence=0.9)},
    {"prediction": decisions.RISE, "limits": RiskLimits(maximum_risk_score=0.0001)},
    {"prediction": decisions.RISE, "order_pending": True, "account": decisions.account_with("2")},
    {"prediction": decisions.RISE, "last_close": LastClose(1, True), "policy": DecisionPolicy(cooldown_bars=5)},
    {"prediction": decisions.RISE, "policy": DecisionPolicy(evidence=EvidencePolicy.ONLY_WITH_EVIDENCE)},
    {"prediction": decisions.RISE, "drift": 3.0, "policy": DecisionPolicy(drift=DriftPolicy.HOLD)},
    {"prediction": decisions.RISE, "drift": 3.0, "policy": DecisionPolicy(drift=DriftPolicy.WARN)},
    {"prediction": decisions.RISE, "quality": InputQuality(missing=9, missing_lately=1)},
    {"prediction": decisions.FALL},
    {"prediction": decisions.RISE, "account": decisions.account_with(cash="1")},
    {"prediction": decisions.RISE, "sizing": SizingRules(method=SizingMethod.KELLY)},
    {"prediction": None},
)


@pytest.mark.parametrize("changes", CHANGES)
def test_every_reason_of_a_decision_is_recognised(
    changes: dict[str, Any],
    forest_model: Model,  # noqa: F811
    quoted: None,
) -> None:
    reasoning = decide(decisions.context_with(forest_model, **changes)).reasoning
    assert not unknown(reasoning), reasoning


def test_every_reason_of_the_rules_is_recognised(quoted: None) -> None:
    first = "The first model of DEMO-BTC is still being trained"
    for bars in (None, still_bars(300), still_bars(12)):
        reasoning = decide(decisions.context_with(bars=bars, fallback_reason=first)).reasoning
        assert not unknown(reasoning), reasoning


@pytest.mark.parametrize("code", risks.TROUBLE)
def test_every_refusal_of_the_moment_is_recognised(code: str, quoted: None) -> None:
    moment = risks.TROUBLE[code]
    for refusal in check(risks.OPENS, risks.holding(), {}, risks.LIMITS, CostModel(), risks.BTC, moment):
        assert not unknown(refusal.sentence), refusal.sentence


def test_every_refusal_of_an_order_is_recognised(quoted: None) -> None:
    wide = replace(risks.LIMITS, maximum_position=Decimal(1))
    orders = (
        (risks.decision(risks.Action.BUY, "100", confidence=0.3), wide, {"BTCUSDT": Decimal(50)}),
        (risks.decision(risks.Action.BUY, "100"), replace(wide, maximum_exposure=Decimal(1)), {}),
        (risks.decision(risks.Action.BUY, "1"), replace(wide, maximum_risk_score=0.1), {}),
        (risks.decision(risks.Action.SELL, "1"), risks.LIMITS, {}),
    )
    refusals = [
        refusal.sentence for order, limits, prices in orders
        for refusal in check(order, risks.holding(), prices, limits, CostModel(), risks.BTC)
    ]  # fmt: skip
    assert len(refusals) >= 6
    assert [sentence for sentence in refusals if unknown(sentence)] == []


def test_every_verdict_and_every_line_beside_it_is_recognised(quoted: None) -> None:
    facts = [replace(verdicts.GOOD, **changes) for _, _, changes, _ in verdicts.BRANCHES] + [verdicts.GOOD]
    for each in facts:
        found = judge(each)
        assert not [text for text in (found.sentence, *found.reasons) if unknown(text)]
    told: Accuracy = verdicts.accuracy(-0.01)
    for group in groups_of(replace(verdicts.GOOD, accuracy=told)):
        words = [group.title, *(text for line in group.lines for text in (line.name, line.beside, line.hint))]
        assert not [text for text in words if unknown(text) and not text.isupper()]
