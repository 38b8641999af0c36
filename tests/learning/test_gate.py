import numpy as np
import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.gate import LEAST_COMPARED, gate, worth_fitting
from photon_desktop.learning.labels import HORIZON


def losses(seed: int, mean: float = 1.0) -> np.ndarray:
    return np.random.default_rng(seed).normal(mean, 0.4, 600)


def test_a_better_challenger_is_promoted() -> None:
    champion = losses(1)
    verdict = gate(champion, champion - 0.02 + losses(2, 0.0) * 0.05, 7)
    assert verdict.is_promoted
    assert verdict.gained.value == pytest.approx(0.02, abs=0.005)


def test_a_twin_that_differs_by_noise_alone_is_mostly_rejected() -> None:
    champion = losses(1)
    promoted = [gate(champion, champion + losses(seed, 0.0), seed).is_promoted for seed in range(100, 200)]
    assert np.mean(promoted) < 0.35


def overlapping_noise(random: np.random.Generator, rows: int) -> np.ndarray:
    """Differences whose neighbours share the future of a horizon, as labels do."""
    return 0.15 * np.convolve(random.normal(size=rows + HORIZON - 1), np.ones(HORIZON) / HORIZON, "valid")


def test_the_fewest_rows_compared_turn_a_noise_twin_down_as_often_as_many_do() -> None:
    def promoted(rows: int) -> float:
        random = np.random.default_rng(4)
        nothing = np.zeros(rows)
        return float(np.mean([gate(overlapping_noise(random, rows), nothing, i).is_promoted for i in range(200)]))

    assert promoted(LEAST_COMPARED) == pytest.approx(promoted(8 * LEAST_COMPARED), abs=0.08)
    assert promoted(HORIZON) > promoted(LEAST_COMPARED) + 0.05


def test_a_worse_challenger_is_rejected_and_an_equal_one_is_not() -> None:
    champion = losses(1)
    assert not gate(champion, champion + 0.01, 7).is_promoted
    assert gate(champion, champion, 7).is_promoted


def test_losses_of_other_rows_are_refused() -> None:
    with pytest.raises(ValueRefusedError, match="same rows"):
        gate(losses(1), losses(1)[:-1], 7)
    with pytest.raises(ValueRefusedError):
        gate(np.empty(0), np.empty(0), 7)


def test_a_challenger_needs_a_horizon_of_new_labels() -> None:
    assert not worth_fitting(HORIZON - 1)
    assert worth_fitting(HORIZON)
