import json
from dataclasses import asdict

import numpy as np
import pytest

from photon_desktop.learning.gains import Gains, gains, reliability, total_gain

PRIORS = np.tile([0.25, 0.5, 0.25], (4, 1))
TOLD = np.array([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3], [0.2, 0.2, 0.6], [0.2, 0.5, 0.3]])
CAME = np.array([0, 1, 1, 2])


def test_gains_match_those_counted_by_hand() -> None:
    found = gains(TOLD, CAME, PRIORS, 1)
    expected = np.mean(np.log([0.5 / 0.25, 0.6 / 0.5, 0.2 / 0.5, 0.3 / 0.25]))
    assert found.total.value == pytest.approx(expected)
    assert total_gain(TOLD, CAME, PRIORS) == pytest.approx(expected)
    assert found.moved == 2
    assert found.direction is not None
    assert found.direction.value == pytest.approx(np.mean(np.log([(0.5 / 0.7) / 0.5, (0.3 / 0.5) / 0.5])))


def test_a_market_that_never_moved_has_no_direction() -> None:
    assert gains(TOLD, np.ones(4, dtype=np.int64), PRIORS, 1).direction is None


def test_telling_the_base_rates_gains_nothing() -> None:
    found = gains(PRIORS, CAME, PRIORS, 1)
    assert (found.total.low, found.total.high) == (0, 0)


def test_each_confidence_is_shown_with_what_it_was_worth() -> None:
    bins = reliability(TOLD, CAME)
    assert [(each.low, each.high, each.n) for each in bins] == [(0.5, 0.6, 2), (0.6, 0.7, 2)]
    assert [each.came for each in bins] == [0.5, 0.5]
    assert bins[1].told == pytest.approx(0.6)
    assert reliability(np.array([[1.0, 0, 0]]), np.array([0]))[0].low == 0.9


def test_gains_come_back_from_json_as_they_were() -> None:
    found = gains(TOLD, CAME, PRIORS, 1)
    assert Gains.from_json(json.loads(json.dumps(asdict(found)))) == found
