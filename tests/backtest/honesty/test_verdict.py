import json
from dataclasses import replace
from typing import Any

import pytest

from photon_desktop.backtest.honesty.accuracy import Accuracy
from photon_desktop.backtest.honesty.costs import AtCosts
from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.honesty.random_exposure import RandomExposure
from photon_desktop.backtest.honesty.report import Beside, Facts, Honesty, SharpeEvidence
from photon_desktop.backtest.honesty.verdict import RULES, judge
from photon_desktop.learning.bootstrap import Estimate

SURE = SharpeEvidence(
    bars=8_000, sharpe=0.03, annual_sharpe=2.8, skewness=0.1, kurtosis=6.0, probabilistic=0.996, variations=4,
    variance=1 / 7_999, benchmark=0.011, annual_benchmark=1.05, deflated=0.97, minimum_track_bars=3_005.0,
    minimum_track_bars_deflated=7_500.0,
)  # fmt: skip
GOOD = Facts(
    strategy="sma_cross", trades=120, total_return=0.4, bars_per_year=8_760.0,
    buy_and_hold=Beside("buy_and_hold", 0.1, 0.4), references=(Beside("rsi", 0.05, 0.3),),
    costs=(AtCosts(1, 0.4), AtCosts(2, 0.2), AtCosts(3, 0.05)), sharpe=SURE,
    random=RandomExposure(1_000, 0.985, 0.016, -0.2, 0.02, 0.3),
)  # fmt: skip


def at(value: float, low: float) -> Estimate:
    return Estimate(value, low, low, value, value + 0.01)


def accuracy(gain_low: float) -> Accuracy:
    return Accuracy(
        5_000, 168, at(0.5, 0.48), at(0.4, 0.38), at(1.04, 1.02), at(0.49, 0.47), at(1.05, 1.03), at(0.01, -0.01),
        at(0.01, gain_low),
    )  # fmt: skip


BRANCHES: list[tuple[str, str, dict[str, Any], str]] = [
    ("never_traded", "untested", {"trades": 0, "random": None}, "Nothing to judge: SMA cross never traded."),
    ("model_knows_nothing", "none", {"accuracy": accuracy(-0.001)}, "on 5,000 bars it had not seen"),
    ("lost", "none", {"total_return": -0.123}, "No evidence of an edge: SMA cross made -12.3% after costs."),
    (
        "holding_was_better",
        "none",
        {"buy_and_hold": Beside("buy_and_hold", 0.9, 3.0)},
        "buying and holding made +90.0%, SMA cross +40.0% and no better for its risk",
    ),
    ("no_other_time", "none", {"random": None}, "held one position all the time"),
    (
        "chance_did_as_well",
        "none",
        {"random": RandomExposure(1_000, 0.7, 0.3, -0.2, 0.02, 0.9)},
        "30% of 1,000 draws of the same positions at random times did as well or better",
    ),
    ("few_trades", "none", {"trades": 29}, "29 trades are too few"),
    (
        "short_track",
        "none",
        {"sharpe": replace(SURE, probabilistic=0.9, deflated=0.5, minimum_track_bars=13_000.4)},
        "its Sharpe ratio of 2.80 a year takes 13,000 bars to be told from zero, there are 8,000",
    ),
    (
        "short_track",
        "none",
        {"sharpe": replace(SURE, sharpe=-0.001, annual_sharpe=-0.1, probabilistic=0.4, minimum_track_bars=None)},
        "not above zero",
    ),
    (
        "many_tries",
        "none",
        {"sharpe": replace(SURE, variations=80, deflated=0.61, annual_benchmark=2.5)},
        "the best of 80 variations without skill is expected to have a Sharpe ratio of 2.50 a year; that this one's"
        " 2.80 is more has a probability of 0.610",
    ),
    ("overfitted", "none", {"overfitting": Overfitting(0.43, 0.3, 12_870, 60)}, "in 43% of 12,870 ways to halve them"),
    ("costs_eat_it", "weak", {"costs": (AtCosts(1, 0.4), AtCosts(2, -0.05))}, "at twice the costs it made -5.0%"),
    (
        "reference_was_better",
        "weak",
        {"references": (Beside("rsi", 0.6, 3.0),)},
        "Weak evidence of an edge: RSI, a textbook rule, made +60.0% and SMA cross +40.0%.",
    ),
]


@pytest.mark.parametrize(("rule", "evidence", "changed", "words"), BRANCHES)
def test_each_rule_speaks_and_settles_it(rule: str, evidence: str, changed: dict[str, Any], words: str) -> None:
    found = judge(replace(GOOD, **changed))
    assert (found.rule, found.evidence) == (rule, evidence)
    assert words in found.sentence
    assert found.sentence.endswith(".")
    assert found.reasons


def test_every_rule_of_the_table_has_its_branch_here() -> None:
    assert {rule.name for rule in RULES} == {branch[0] for branch in BRANCHES}


def test_where_no_rule_speaks_there_is_evidence_and_no_promise() -> None:
    found = judge(replace(GOOD, accuracy=accuracy(0.002), overfitting=Overfitting(0.03, 0.0, 12_870, 60)))
    assert found.evidence == "edge"
    assert found.reasons == ()
    assert found.sentence.startswith("Evidence of an edge: SMA cross made +40.0% after costs, better than 98.5%")
    assert "not for those to come" in found.sentence


def test_a_single_try_is_not_told_to_be_many() -> None:
    alone = replace(SURE, variations=1, benchmark=0.0, annual_benchmark=0.0, probabilistic=0.9, deflated=0.9)
    assert len(judge(replace(GOOD, sharpe=alone)).reasons) == 1


def test_a_steadier_strategy_may_make_less_than_holding() -> None:
    facts = replace(GOOD, buy_and_hold=Beside("buy_and_hold", 0.9, 1.0))
    assert judge(facts).evidence == "edge"


def test_all_that_speaks_against_it_is_told_the_settling_reason_first() -> None:
    found = judge(replace(GOOD, total_return=-0.1, trades=3))
    assert found.reasons[0] == "SMA cross made -10.0% after costs"
    assert any("3 trades are too few" in reason for reason in found.reasons)


def test_the_json_is_plain_and_whole() -> None:
    facts = replace(GOOD, accuracy=accuracy(0.002))
    content = Honesty(facts, judge(facts)).to_json()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert content["verdict"]["evidence"] == "edge"
    assert content["accuracy"]["log_loss_gain"]["low"] == 0.002
    assert content["costs"][2] == {"multiple": 3, "total_return": 0.05}
    assert content["overfitting"] is None
