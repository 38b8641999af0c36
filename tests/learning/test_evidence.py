import dataclasses
import json

import numpy as np
import pytest

from photon_desktop.learning.evidence import gain_on_market, weigh
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.model import Model
from photon_desktop.learning.training import train
from photon_desktop.learning.verdict import EDGE, NO_EVIDENCE, UNTESTED, EvidenceTest
from photon_desktop.trading.bars import Bars
from tests.learning.conftest import request_for
from tests.learning.markets import HOUR, fair_bars

REQUEST = request_for("random_forest")


def rhythmic_bars(count: int) -> Bars:
    hours = np.arange(count)
    noise = np.random.default_rng(1).normal(0, 0.002, count)
    close = 100 * np.exp(0.03 * np.sin(2 * np.pi * hours / 40) + noise)
    opens = np.concatenate([[100.0], close[:-1]])
    return Bars.of(hours * HOUR, opens, np.maximum(opens, close), np.minimum(opens, close), close, np.ones(count))


def with_direction(model: Model, low: float) -> Model:
    gains = model.manifest.gains
    assert gains is not None and gains.direction is not None
    told = dataclasses.replace(gains, direction=dataclasses.replace(gains.direction, low=low))
    return dataclasses.replace(model, manifest=dataclasses.replace(model.manifest, gains=told))


def test_a_new_model_is_untested(forest_model: Model) -> None:
    assert (forest_model.manifest.evidence, forest_model.manifest.evidence_test) == (UNTESTED, None)


@pytest.mark.parametrize(
    ("gain", "direction_low", "verdict"),
    [(0.05, 0.001, EDGE), (0.05, -0.001, NO_EVIDENCE), (0.01, 0.001, NO_EVIDENCE), (0.05, 0.0, NO_EVIDENCE)],
)
def test_an_edge_needs_both_a_gain_that_luck_lacks_and_a_direction(
    gain: float, direction_low: float, verdict: str, forest_model: Model
) -> None:
    permuted = [number / 1_000 for number in range(1, 21)]
    manifest = weigh(with_direction(forest_model, direction_low), gain, permuted).manifest
    test = manifest.evidence_test
    assert manifest.evidence == verdict
    assert test is not None
    assert test.gain_to_beat == pytest.approx(np.quantile(permuted, 0.95))
    assert (test.permutations, test.trees) == (20, 12)
    assert test.p_value == pytest.approx(1 / 21 if gain == 0.05 else 12 / 21)
    assert ModelManifest.from_json(json.loads(json.dumps(manifest.to_json()))) == manifest


def test_a_model_that_never_saw_a_move_has_no_edge() -> None:
    assert EvidenceTest(1.0, 0.0, 0.05, None, 20, 30).verdict == NO_EVIDENCE


def test_a_gain_is_the_same_each_time_and_another_on_each_market() -> None:
    bars = fair_bars(920)
    gains = [gain_on_market(bars, REQUEST, number) for number in (None, None, 0, 1)]
    assert gains[0] == gains[1]
    assert len(set(gains)) == 3


def test_a_rhythm_beats_its_permutations() -> None:
    bars = rhythmic_bars(1_500)
    model = train(bars, REQUEST)
    permuted = [gain_on_market(bars, REQUEST, number) for number in range(4)]
    manifest = weigh(model, gain_on_market(bars, REQUEST, None), permuted).manifest
    assert manifest.evidence == EDGE
    assert max(permuted) < 0.02


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_a_fair_market_shows_no_edge(seed: int) -> None:
    bars = fair_bars(2_200, seed=seed + 20)
    model = train(bars, REQUEST)
    permuted = [gain_on_market(bars, REQUEST, number) for number in range(20)]
    assert weigh(model, gain_on_market(bars, REQUEST, None), permuted).manifest.evidence == NO_EVIDENCE
