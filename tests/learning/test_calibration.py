import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.learning.calibration import (
    LEAST_EFFECTIVE,
    LEAST_FOR_STEPS,
    LEAST_FOR_TEMPERATURE,
    Calibration,
    fit_calibration,
    moves_of,
)
from photon_desktop.learning.isotonic import fit_steps, rise

PRIOR = np.array([0.3, 0.45, 0.25])
KNOWING_NOTHING = Calibration()
SHARES = st.tuples(*[st.floats(0.01, 1)] * 3).map(lambda parts: np.array(parts) / sum(parts))


def drawn(truth: np.ndarray, seed: int) -> np.ndarray:
    """A class for each row of probabilities."""
    return (np.random.default_rng(seed).random(len(truth))[:, None] > np.cumsum(truth, axis=1)).sum(axis=1)


def wandering(count: int, seed: int = 1, spread: float = 0.6) -> np.ndarray:
    """Probabilities all around the base rates."""
    grown = PRIOR * np.exp(np.random.default_rng(seed).normal(0, spread, (count, 3)))
    return grown / grown.sum(axis=1, keepdims=True)


def fitted(told: np.ndarray, classes: np.ndarray, weight: float = 1.0) -> Calibration:
    return fit_calibration(told, np.tile(PRIOR, (len(told), 1)), classes, np.full(len(told), weight))


def test_without_any_knowledge_the_base_rates_are_told() -> None:
    assert KNOWING_NOTHING.apply(wandering(20), PRIOR) == pytest.approx(np.tile(PRIOR, (20, 1)))


@given(SHARES, SHARES)
def test_no_calibration_changes_nothing_and_any_gives_shares_of_one(told: np.ndarray, prior: np.ndarray) -> None:
    assert Calibration.none().apply(told, prior) == pytest.approx(told)
    some = Calibration(0.4, 0.7, 1.8).apply(told, prior)
    assert some.sum() == pytest.approx(1.0)
    assert (some > 0).all()
    assert Calibration(0.4, 0.7, 1.8).apply(prior, prior) == pytest.approx(prior)


def test_each_part_is_drawn_back_by_its_own_factor() -> None:
    told = wandering(50)
    move, up = moves_of(told, PRIOR)
    usual_move, usual_up = moves_of(PRIOR, PRIOR)
    new_move, new_up = moves_of(Calibration(0.25, 0.5).apply(told, PRIOR), PRIOR)
    assert new_move - usual_move == pytest.approx(0.25 * (move - usual_move))
    assert new_up - usual_up == pytest.approx(0.5 * (up - usual_up))


def test_predictions_that_know_nothing_get_no_say() -> None:
    told = wandering(4_000)
    classes = drawn(np.tile(PRIOR, (4_000, 1)), 2)
    found = fitted(told, classes, weight=0.2)
    assert found.move_factor < 0.1
    assert found.up_factor < 0.1


def test_predictions_that_tell_the_truth_are_kept() -> None:
    told = wandering(20_000)
    found = fitted(told, drawn(told, 2), weight=0.04)
    assert found.move_factor > 0.9
    assert found.up_factor > 0.9
    assert found.temperature == pytest.approx(1.0, abs=0.15)


def test_overconfidence_is_halved_where_the_truth_lies_half_way() -> None:
    told = wandering(20_000)
    truth = Calibration(0.5, 0.5).apply(told, PRIOR)
    found = fitted(told, drawn(truth, 2), weight=0.009)  # under what a temperature needs
    assert found.move_factor == pytest.approx(0.5, abs=0.1)
    assert found.up_factor == pytest.approx(0.5, abs=0.1)
    assert found.temperature == 1.0


def test_timidity_is_cured_by_a_temperature_under_one() -> None:
    truth = wandering(8_000, spread=1.0)
    timid = PRIOR * np.sqrt(truth / PRIOR)
    timid /= timid.sum(axis=1, keepdims=True)
    assert fitted(timid, drawn(truth, 2), weight=0.1).temperature < 0.75


@pytest.mark.parametrize(
    ("effective", "has_factors", "has_temperature", "has_steps"),
    [
        (LEAST_EFFECTIVE - 1, False, False, False),
        (LEAST_EFFECTIVE * 3, True, False, False),
        (LEAST_FOR_TEMPERATURE + 1, True, True, False),
        (LEAST_FOR_STEPS * 2, True, True, True),
    ],
)
def test_the_more_is_known_the_more_is_fitted(
    effective: int, has_factors: bool, has_temperature: bool, has_steps: bool
) -> None:
    told = wandering(4_000)
    truth = Calibration(1.0, 1.0, 0.8).apply(told, PRIOR)
    found = fitted(told, drawn(truth, 2), weight=effective / 4_000)
    assert (found.move_factor > 0, found.up_factor > 0) == (has_factors, has_factors)
    assert (found.temperature != 1.0) == has_temperature
    assert (bool(found.move_steps), bool(found.up_steps)) == (has_steps, has_steps)


def test_the_direction_needs_enough_rows_that_moved() -> None:
    told = wandering(200)
    classes = np.ones(200, dtype=np.int64)
    classes[:20] = 2
    assert fitted(told, classes).up_factor == 0


def test_nothing_to_learn_from_knows_nothing() -> None:
    assert fitted(np.empty((0, 3)), np.empty(0, dtype=np.int64)) == KNOWING_NOTHING


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.floats(0.1, 2)), min_size=1, max_size=40))
def test_isotonic_steps_never_fall_and_keep_the_mean(rows: list[tuple[float, bool, float]]) -> None:
    told, came, weights = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    points = np.array(fit_steps(told, came, weights))
    assert (np.diff(points[:, 0]) >= -1e-12).all()
    assert (np.diff(points[:, 1]) >= -1e-12).all()
    assert points[0, 1] <= np.average(came, weights=weights) + 1e-9 <= points[-1, 1] + 2e-9
    risen = rise(fit_steps(told, came, weights), np.sort(told))
    assert (np.diff(risen) >= -1e-12).all()
    assert risen.min() >= 0.01


def test_isotonic_steps_equal_those_of_scikit_learn() -> None:
    from sklearn.isotonic import IsotonicRegression

    random = np.random.default_rng(4)
    told, weights = random.random(500), random.uniform(0.1, 1, 500)
    came = (random.random(500) < told**2).astype(np.float64)
    theirs = IsotonicRegression().fit(told, came, sample_weight=weights)
    points = np.array(fit_steps(told, came, weights))
    assert points[:, 1] == pytest.approx(np.unique(theirs.predict(told).round(12)), abs=1e-9)


@pytest.mark.parametrize(
    "calibration",
    [
        Calibration(0.3, 0.8, 1.4),
        Calibration.none(),
        KNOWING_NOTHING,
        Calibration(0.9, 0.9, 0.7, ((0.2, 0.3), (0.5, 0.45), (0.9, 0.8)), ((0.3, 0.4), (0.7, 0.6))),
    ],
)
def test_contributions_are_carried_over_to_what_is_told(calibration: Calibration) -> None:
    random = np.random.default_rng(3)
    begin, told = wandering(2, seed=9)
    added = random.dirichlet(np.ones(14), 1).T * (told - begin)
    noise = random.normal(0, 0.02, (14, 3))
    noise -= noise.mean(axis=0)
    added += noise - noise.mean(axis=1, keepdims=True)  # what one class gains the others lose
    carried = calibration.carry(added, begin, told, PRIOR)
    change = calibration.apply(told, PRIOR) - calibration.apply(begin, PRIOR)
    assert carried.sum(axis=0) == pytest.approx(change, abs=1e-12)
    if calibration == Calibration.none():
        assert carried == pytest.approx(added, abs=1e-6)
