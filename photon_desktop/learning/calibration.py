"""How far a model's probabilities may leave the base rates, learnt from what it said of bars it had not seen.

Trees are sure of themselves: they have seen their training rows. So what they say of whether the price moves, and of
which way it goes if it does, is drawn back to the base rates by two factors that would have served best out of sample.
Where nothing can be told, the factors are 0 and the model says the base rates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from photon_desktop.learning.isotonic import Steps, fit_steps, rise
from photon_desktop.learning.labels import BUY, CLASSES, HOLD, SELL, IntArray
from photon_desktop.trading.bars import FloatArray

LEAST_EFFECTIVE, LEAST_FOR_TEMPERATURE, LEAST_FOR_STEPS = 30, 200, 1_000
_COOLEST, _HOTTEST = 0.5, 5.0
_BISECTIONS, _NARROWINGS = 40, 30
_SMALL = 1e-9
_QUADRATURE_POINTS = 32
_NUDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Calibration:
    """`move_factor` and `up_factor`, 0 to 1: how much of the distance between what the trees say and the base rate is
    kept, of P(move) = 1 - P(HOLD) and of P(up | move). `temperature` divides the log of probability over base rate.
    `move_steps` and `up_steps`: isotonic corrections of both, empty for none. The default knows only base rates.
    """

    move_factor: float = 0.0
    up_factor: float = 0.0
    temperature: float = 1.0
    move_steps: Steps = ()
    up_steps: Steps = ()

    def apply(self, told: FloatArray, priors: FloatArray) -> FloatArray:
        """Calibrated probabilities (n, 3) for what the trees `told` (n, 3) and base rates (3,) or (n, 3), all above 0.

        Each row sums to 1.
        """
        move, up = moves_of(told, priors)
        usual_move, usual_up = moves_of(priors, priors)
        shrunk = _joined(
            usual_move + self.move_factor * (move - usual_move), usual_up + self.up_factor * (up - usual_up)
        )
        tempered = _tempered(shrunk, priors, self.temperature)
        if not (self.move_steps or self.up_steps):
            return tempered
        move, up = moves_of(tempered, priors)
        return _joined(rise(self.move_steps, move), rise(self.up_steps, up))

    def carry(self, added: FloatArray, begin: FloatArray, told: FloatArray, prior: FloatArray) -> FloatArray:
        """What each feature added to the trees' probabilities, (14, 3), as what it adds to the calibrated ones.

        `begin` (3,) is where the trees started, `told` (3,) where they ended. Along the straight line between them a
        feature's share of a change is its share of the trees' times the calibration's slope there (Aumann and
        Shapley's values). The rounding left over is spread by size: the sum is the calibrated change, to 1e-12.
        """
        points, shares = np.polynomial.legendre.leggauss(_QUADRATURE_POINTS)
        on_line = begin + (points[:, None] + 1) / 2 * (told - begin)
        nudged = on_line[:, None, None, :] + _NUDGE * np.stack([np.eye(CLASSES), -np.eye(CLASSES)], axis=1)
        reached = self.apply(nudged.reshape(-1, CLASSES), prior).reshape(nudged.shape)
        slopes = (reached[:, :, 0] - reached[:, :, 1]) / (2 * _NUDGE)
        carried = added @ np.einsum("i,ijk->jk", shares / 2, slopes)
        ends = self.apply(np.stack([begin, told]), prior)
        left = ends[1] - ends[0] - carried.sum(axis=0)
        sizes = np.abs(added).sum(axis=1)
        spread = sizes / sizes.sum() if sizes.sum() > 0 else np.zeros(len(sizes))
        settled: FloatArray = carried + spread[:, None] * left
        return settled

    @classmethod
    def none(cls) -> Self:
        """The calibration that leaves everything as the trees said it."""
        return cls(1.0, 1.0)

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """The calibration that `asdict` made a JSON object of."""
        steps = {name: tuple((float(x), float(y)) for x, y in content[name]) for name in ("move_steps", "up_steps")}
        return cls(float(content["move_factor"]), float(content["up_factor"]), float(content["temperature"]), **steps)


def fit_calibration(told: FloatArray, priors: FloatArray, classes: IntArray, uniqueness: FloatArray) -> Calibration:
    """What would have served best for predictions `told` (n, 3) of rows that were not trained on.

    `priors` (n, 3) are the base rates each was made with; `uniqueness` (n,), 0 to 1, says how much of each row the
    others do not tell already, and its sum is how many rows these are worth. Each factor is 0 under 30 such rows of
    its own (only those that moved tell of the direction). The temperature is fitted from 200 on, the isotonic steps
    from 1,000: with fewer they follow noise.
    """
    moved = classes != HOLD
    move, up = moves_of(told, priors)
    usual_move, usual_up = moves_of(priors, priors)
    move_factor = _factor(move, usual_move, moved, uniqueness)
    up_factor = _factor(up[moved], usual_up[moved], classes[moved] == BUY, uniqueness[moved])
    shrinking = Calibration(move_factor, up_factor)
    if uniqueness.sum() < LEAST_FOR_TEMPERATURE or move_factor == up_factor == 0:
        return shrinking
    shrunk = shrinking.apply(told, priors)
    temperature = _temperature(shrunk, priors, classes, uniqueness)
    move, up = moves_of(_tempered(shrunk, priors, temperature), priors)
    return Calibration(
        move_factor,
        up_factor,
        temperature,
        _steps(move, moved, uniqueness),
        _steps(up[moved], classes[moved] == BUY, uniqueness[moved]),
    )


def moves_of(probabilities: FloatArray, priors: FloatArray) -> tuple[FloatArray, FloatArray]:
    """P(move) and P(up | move); the latter is the base rate's where no move is possible."""
    sides = probabilities[..., SELL] + probabilities[..., BUY]
    usual = priors[..., BUY] / (priors[..., SELL] + priors[..., BUY])
    with np.errstate(divide="ignore", invalid="ignore"):
        up = np.where(sides > 0, probabilities[..., BUY] / sides, usual)
    return 1 - probabilities[..., HOLD], up


def _joined(move: FloatArray, up: FloatArray) -> FloatArray:
    joined: FloatArray = np.stack([move * (1 - up), 1 - move, move * up], axis=-1)
    return joined


def _tempered(probabilities: FloatArray, priors: FloatArray, temperature: float) -> FloatArray:
    """The odds over the base rates to the power of 1 / temperature: base rates stay what they are."""
    if temperature == 1:
        return probabilities
    with np.errstate(divide="ignore"):
        scores = np.log(priors) + np.log(np.maximum(probabilities, 0) / priors) / temperature
    grown = np.exp(scores)
    shares: FloatArray = grown / grown.sum(axis=-1, keepdims=True)
    return shares


def _factor(told: FloatArray, usual: FloatArray, came: np.ndarray, weights: FloatArray) -> float:
    """The share of `told - usual` that would have lost least, by bisection: the loss is convex in it."""
    if weights.sum() < LEAST_EFFECTIVE:
        return 0.0
    away = told - usual

    def slope(factor: float) -> float:
        said = np.clip(usual + factor * away, _SMALL, 1 - _SMALL)
        return float(np.sum(weights * away * np.where(came, -1 / said, 1 / (1 - said))))

    if slope(0.0) >= 0:
        return 0.0
    if slope(1.0) <= 0:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) < 0 else (low, middle)
    return (low + high) / 2


def _temperature(probabilities: FloatArray, priors: FloatArray, classes: IntArray, weights: FloatArray) -> float:
    """By golden-section search on the logarithm of the temperature."""
    rows = np.arange(len(classes))
    with np.errstate(divide="ignore"):
        usual, odds = np.log(priors), np.log(np.maximum(probabilities, 0) / priors)

    def loss(log_temperature: float) -> float:
        grown = np.exp(usual + odds / float(np.exp(log_temperature)))  # as `_tempered`, its logarithms taken once
        said = grown[rows, classes] / (grown[:, 0] + grown[:, 1] + grown[:, 2])
        return float(-np.sum(weights * np.log(np.maximum(said, _SMALL))))

    low, high = float(np.log(_COOLEST)), float(np.log(_HOTTEST))
    ratio = (np.sqrt(5) - 1) / 2
    for _ in range(_NARROWINGS):
        one, other = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, other) if loss(one) < loss(other) else (one, high)
    return float(np.exp((low + high) / 2))


def _steps(told: FloatArray, came: np.ndarray, weights: FloatArray) -> Steps:
    return fit_steps(told, came.astype(np.float64), weights) if weights.sum() >= LEAST_FOR_STEPS else ()
