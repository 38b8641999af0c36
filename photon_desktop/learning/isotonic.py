"""Isotonic regression: the rising function that is nearest to what came true, by pooling adjacent violators."""

import numpy as np

from photon_desktop.trading.bars import FloatArray

Steps = tuple[tuple[float, float], ...]


def fit_steps(told: FloatArray, came: FloatArray, weights: FloatArray) -> Steps:
    """Points (mean told, mean that came) of the pools, both rising; `weights` above 0, all (n,), n at least 1.

    The outcome's mean in a pool never falls from one to the next. Source: Ayer et al., 1955.
    """
    pools: list[list[float]] = []  # weight, weighted sum of what was told, of what came
    for row in np.argsort(told, kind="stable").tolist():
        weight = float(weights[row])
        pools.append([weight, weight * float(told[row]), weight * float(came[row])])
        while len(pools) > 1 and pools[-2][2] * pools[-1][0] >= pools[-1][2] * pools[-2][0]:
            last = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], last, strict=True)]
    return tuple((told_sum / weight, came_sum / weight) for weight, told_sum, came_sum in pools)


def rise(steps: Steps, told: FloatArray) -> FloatArray:
    """What `steps` make of `told`: straight lines between the points, level beyond them; `told` where there are none.

    Kept a hair away from 0 and 1: that something never came in the past does not make it impossible.
    """
    if not steps:
        return told
    points = np.array(steps)
    risen: FloatArray = np.clip(np.interp(told, points[:, 0], points[:, 1]), 0.01, 0.99)
    return risen
