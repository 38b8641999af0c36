from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from photon_desktop.backtest.leaks.audit import Material, Subject, audit
from photon_desktop.backtest.leaks.no_edge import Outcome, check_no_edge
from photon_desktop.backtest.leaks.probes import signals_probe
from photon_desktop.backtest.leaks.shuffled import check_shuffled
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.learning.calibration import Calibration
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.samples import Samples, make_samples
from photon_desktop.learning.validation import Validated, validate
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.metrics import period_returns
from tests.backtest.leaks.leaking import centred_mean, probe_of
from tests.backtest.markets import bars_from_closes, generated_bars, simulate_signals

FREE = Rules(costs=CostModel(Decimal(0), Decimal(0)))


def walk(seed: int) -> Bars:
    steps = np.random.default_rng(seed).normal(0, 0.01, 2_000)
    return bars_from_closes((100 * np.exp(np.cumsum(steps - 0.00005))).tolist())


@pytest.fixture(scope="module")
def samples() -> Samples:
    return make_samples(generated_bars(1_200), 0.003)


def honestly(samples: Samples) -> Validated:
    return validate(samples, Learner.standard(ModelType.RANDOM_FOREST, 1, trees=10))


def peeking(samples: Samples) -> Validated:
    """Leans to what came: the rows it is tested on were among those it learnt from."""
    tested = np.arange(len(samples) // 2, len(samples))
    priors = np.tile((0.25, 0.5, 0.25), (len(tested), 1))
    told = 0.9 * priors + 0.1 * np.eye(3)[samples.classes[tested]]
    return Validated(tested, told, priors, Calibration(), ())


def test_a_learner_that_knows_its_test_rows_is_caught_by_shuffled_labels(samples: Samples) -> None:
    check = check_shuffled(peeking, samples, 1, Watch())
    assert not check.passed
    assert "labels in a random order" in check.findings[0].sentence


def test_the_trainers_own_way_learns_nothing_from_shuffled_labels(samples: Samples) -> None:
    check = check_shuffled(honestly, samples, 1, Watch())
    assert check.passed
    assert f"{len(samples):,} labels in 3 random orders" in check.tested


def cross(bars: Bars) -> Outcome:
    return Outcome(period_returns(simulate_signals(bars, SmaCross().signals(bars), FREE).equity))


def prophet(bars: Bars) -> Outcome:
    """Trades the centred mean's turn, which it knows two bars early."""
    turns = np.sign(np.diff(np.nan_to_num(centred_mean(bars)), append=0.0)).astype(np.int8)
    return Outcome(period_returns(simulate_signals(bars, turns, FREE).equity))


def test_gains_where_none_can_be_made_are_a_leak() -> None:
    markets = {"first": walk(1), "second": walk(2)}
    assert check_no_edge(cross, markets, Watch()).passed
    check = check_no_edge(prophet, markets, Watch())
    assert [found.what for found in check.findings] == ["returns on first", "returns on second"]


@pytest.mark.parametrize(("lows", "leaks"), [((0.01, 0.02), 2), ((0.01, -0.02), 0)])
def test_up_told_from_down_on_every_market_is_a_leak(lows: tuple[float, float], leaks: int) -> None:
    told = iter(Outcome(np.zeros(9), Estimate(low + 0.01, low, low, low, low)) for low in lows)
    check = check_no_edge(lambda bars: next(told), {"first": walk(1), "second": walk(2)}, Watch())
    assert len(check.findings) == leaks
    assert "no trade on first" in check.tested


def test_a_strategy_that_never_trades_has_no_leak() -> None:
    assert check_no_edge(lambda bars: Outcome(np.zeros(len(bars))), {"first": walk(1)}, Watch()).passed


def test_an_audit_goes_through_all_that_applies_and_tells_it_as_json(samples: Samples) -> None:
    subject = Subject("mine", (probe_of(centred_mean), signals_probe(SmaCross())), cross, honestly)
    material = Material(generated_bars(600), {"first": walk(1)}, samples)
    found = audit(subject, material, 1)
    content = found.to_json()
    assert [check["name"] for check in content["checks"]] == [
        "truncation of features", "truncation of decisions", "shuffled labels", "no-edge market",
    ]  # fmt: skip
    assert [check["passed"] for check in content["checks"]] == [False, True, True, True]
    assert (content["passed"], content["finished"]) == (False, True)
    (leak,) = content["checks"][0]["findings"]
    assert leak["what"] == "planted"
    assert leak["time"] < leak["changed_from"]
    assert leak["future"] in ("cut off", "replaced by noise")
    assert audit(subject, material, 1) == found


def test_what_does_not_learn_is_not_taught() -> None:
    found = audit(Subject("rule", (signals_probe(SmaCross()),)), Material(generated_bars(600)), 1)
    assert [check.name for check in found.checks] == ["truncation of decisions"]
    assert found.passed


def test_a_cancelled_audit_keeps_what_was_finished_and_did_not_pass() -> None:
    seen: list[str] = []
    watch = Watch(lambda what, done, total: seen.append(what), lambda: "no-edge market" in seen)
    subject = Subject("rule", (signals_probe(SmaCross()),), cross)
    found = audit(subject, Material(generated_bars(600), {"first": walk(1), "second": walk(2)}), 1, watch)
    assert [check.name for check in found.checks] == ["truncation of decisions"]
    assert not found.finished
    assert not found.passed
    assert all(check.passed for check in found.checks)


def test_progress_tells_every_step() -> None:
    seen: list[tuple[str, int, int]] = []
    watch = Watch(lambda what, done, total: seen.append((what, done, total)))
    subject = Subject("rule", (replace(signals_probe(SmaCross()), slow=True),))
    audit(subject, Material(generated_bars(600)), 1, watch)
    assert seen == [("truncation of decisions", done, 6) for done in range(1, 7)]
