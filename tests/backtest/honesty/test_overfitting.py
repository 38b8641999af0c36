from itertools import combinations

import numpy as np
import pytest

from photon_desktop.backtest.honesty.overfitting import overfitting
from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.trading.bars import FloatArray


def noise(seed: int, bars: int = 1_600, variations: int = 40) -> FloatArray:
    return np.random.default_rng(seed).normal(0, 0.01, (bars, variations))


def plainly(returns: FloatArray, splits: int) -> tuple[float, float]:
    """The paper's steps one after the other, over every halving."""
    length = len(returns) // splits
    blocks = [returns[len(returns) - (splits - k) * length :][:length] for k in range(splits)]
    overfit, lost, halvings = 0, 0, 0
    for chosen in combinations(range(splits), splits // 2):
        inside = np.concatenate([blocks[k] for k in chosen])
        outside = np.concatenate([blocks[k] for k in range(splits) if k not in chosen])
        best = np.argmax(inside.mean(axis=0) / inside.std(axis=0))
        reached = outside.mean(axis=0) / outside.std(axis=0)
        rank = 1 + np.sum(reached < reached[best])
        relative = rank / (returns.shape[1] + 1)
        overfit += np.log(relative / (1 - relative)) <= 0
        lost += reached[best] < 0
        halvings += 1
    return overfit / halvings, lost / halvings


@pytest.mark.parametrize("variations", [2, 7, 30])
def test_it_is_the_papers_procedure(variations: int) -> None:
    returns = noise(variations, 403, variations) + np.linspace(0, 0.001, variations)
    found = overfitting(returns, 8)
    assert (found.probability, found.loss_probability) == pytest.approx(plainly(returns, 8))
    assert found.halvings == 70


def test_the_best_of_pure_noise_is_as_often_among_the_worse_half_as_not() -> None:
    found = [overfitting(noise(seed), 10) for seed in range(60)]
    assert 0.45 < np.mean([each.probability for each in found]) < 0.6


def test_noise_without_any_mean_that_shone_on_one_half_fails_on_the_other() -> None:
    returns = noise(1)
    found = overfitting(returns - returns.mean(axis=0))
    assert found.halvings == 12_870
    assert found.probability > 0.95
    assert found.loss_probability > 0.99


def test_a_planted_edge_stays_the_best() -> None:
    returns = noise(1)
    returns[:, 17] += 0.003
    found = overfitting(returns)
    assert found.probability < 0.01
    assert found.loss_probability < 0.01


def test_variations_that_never_traded_are_no_edge() -> None:
    assert overfitting(np.zeros((320, 3))).probability == 1.0


def test_bars_left_over_are_the_oldest() -> None:
    returns = noise(4, 325, 10)
    assert overfitting(returns) == overfitting(returns[5:])


@pytest.mark.parametrize("splits", [0, 3, 20])
def test_splits_out_of_bounds_are_refused_with_the_bound(splits: int) -> None:
    with pytest.raises(ValueRefusedError, match="even number from 2 to 18"):
        overfitting(noise(1), splits)


@pytest.mark.parametrize("shape", [(31, 5), (400, 1)])
def test_too_little_to_halve_is_refused(shape: tuple[int, int]) -> None:
    with pytest.raises(NotEnoughDataError, match="at least 2 variations and 2 bars in each block"):
        overfitting(np.zeros(shape))
