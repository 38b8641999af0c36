"""What predictions gained over knowing only the base rates, how sure that is, and what their confidence is worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from photon_desktop.learning.bootstrap import Estimate, block_length, estimate
from photon_desktop.learning.calibration import moves_of
from photon_desktop.learning.labels import BUY, HOLD, IntArray
from photon_desktop.trading.bars import FloatArray

_BIN = 0.1
_LEAST_PROBABILITY = 1e-12


@dataclass(frozen=True, slots=True)
class ConfidenceBin:
    """`n` predictions whose likeliest outcome was told with a probability from `low` up to `high`: the mean told, and
    the share in which it came true."""

    low: float
    high: float
    n: int
    told: float
    came: float


@dataclass(frozen=True, slots=True)
class Gains:
    """All in nats, with bounds of a circular block bootstrap in blocks of `block` rows. `total`: prior log-loss less
    log-loss. `direction`: the same for up or down, on the `moved` rows that went either way; None when none did.
    `reliability`: what each confidence was worth, empty bins left out.
    """

    total: Estimate
    direction: Estimate | None
    moved: int
    block: int
    reliability: tuple[ConfidenceBin, ...]

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """The gains that `asdict` made a JSON object of."""
        direction = content["direction"]
        return cls(
            total=Estimate(**content["total"]),
            direction=None if direction is None else Estimate(**direction),
            moved=int(content["moved"]),
            block=int(content["block"]),
            reliability=tuple(ConfidenceBin(**each) for each in content["reliability"]),
        )


def gains(probabilities: FloatArray, classes: IntArray, priors: FloatArray, seed: int) -> Gains:
    """Gains of `probabilities` (n, 3) over `priors` (n, 3), given what came, `classes` (n,); in the order of time."""
    rows = np.arange(len(classes))
    gained = log_of(probabilities[rows, classes]) - log_of(priors[rows, classes])
    moved = classes != HOLD
    return Gains(
        total=estimate(gained, np.ones(len(rows)), seed),
        direction=_direction(probabilities, classes, priors, seed) if moved.any() else None,
        moved=int(moved.sum()),
        block=block_length(len(rows)),
        reliability=reliability(probabilities, classes),
    )


def total_gain(probabilities: FloatArray, classes: IntArray, priors: FloatArray) -> float:
    """The gain alone, in nats."""
    rows = np.arange(len(classes))
    return float(np.mean(log_of(probabilities[rows, classes]) - log_of(priors[rows, classes])))


def reliability(probabilities: FloatArray, classes: IntArray) -> tuple[ConfidenceBin, ...]:
    """Predictions by the probability of their likeliest outcome, in steps of 0.1."""
    told = probabilities.max(axis=1)
    came = probabilities.argmax(axis=1) == classes
    bins = np.minimum((told / _BIN + 1e-9).astype(np.int64), round(1 / _BIN) - 1)
    found = []
    for each in np.unique(bins).tolist():
        inside = bins == each
        low, high = round(each * _BIN, 1), round((each + 1) * _BIN, 1)
        found.append(
            ConfidenceBin(low, high, int(inside.sum()), float(told[inside].mean()), float(came[inside].mean()))
        )
    return tuple(found)


def _direction(probabilities: FloatArray, classes: IntArray, priors: FloatArray, seed: int) -> Estimate:
    rose, moved = classes == BUY, classes != HOLD
    _, up = moves_of(probabilities, priors)
    _, usual = moves_of(priors, priors)
    gained = log_of(np.where(rose, up, 1 - up)) - log_of(np.where(rose, usual, 1 - usual))
    return estimate(np.where(moved, gained, 0.0), moved.astype(np.float64), seed)


def log_of(probabilities: FloatArray) -> FloatArray:
    """Natural logarithms; what was held impossible counts as one in a million millions."""
    logarithms: FloatArray = np.log(np.maximum(probabilities, _LEAST_PROBABILITY))
    return logarithms
