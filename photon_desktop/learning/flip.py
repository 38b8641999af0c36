"""The smallest change of one input that would have led to another decision."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from photon_desktop.learning.drift import DriftGuard
from photon_desktop.learning.input_words import DISCRETE, Surroundings, in_words
from photon_desktop.learning.model import Model
from photon_desktop.learning.wishes import Stakes, actions_of_model
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.features import FEATURE_NAMES
from photon_desktop.trading.why import Flip

_ACTIONS = ("SELL", "HOLD", "BUY")


@dataclass(frozen=True, slots=True)
class _Change:
    feature: int
    value: float
    size: float  # in the feature's interquartile ranges
    action: str


def smallest_flip(model: Model, row: FloatArray, stakes: Stakes, around: Surroundings) -> Flip | None:
    """The smallest change of one feature of the finite `row` (14,) after which the model would decide otherwise.

    Every stair of what the trees say along each feature is looked at, so nothing smaller exists. Sizes are in the
    feature's interquartile ranges in training, and no value goes beyond those seen there. What stands in the way for
    other reasons, such as a position already held, is not looked at. None when nothing flips it, or the model has no
    memory of its training rows.
    """
    guard = model.guard
    if guard is None:
        return None
    now = int(actions_of_model(model.predict_many(row[None, :]), stakes)[0])
    found = [_smallest(model, guard, row, feature, stakes, now) for feature in range(len(FEATURE_NAMES))]
    changes = [change for change in found if change is not None]
    if not changes:
        return None
    smallest = min(changes, key=lambda change: change.size)
    name = FEATURE_NAMES[smallest.feature]
    return Flip(
        feature=name,
        value=float(row[smallest.feature]),
        needed=smallest.value,
        size=smallest.size,
        action=smallest.action,
        words=in_words(name, float(row[smallest.feature]), smallest.value, around),
    )


def _smallest(
    model: Model, guard: DriftGuard, row: FloatArray, feature: int, stakes: Stakes, now: int
) -> _Change | None:
    thresholds, probabilities = model.along(row, feature)
    if len(thresholds) == 0:
        return None
    actions = actions_of_model(probabilities, stakes)
    places = np.flatnonzero(actions != now)
    low, high = _seen(guard, feature)
    changes = []
    for place in places.tolist():
        value = _value_on(thresholds, place, float(np.float32(row[feature])), DISCRETE.get(FEATURE_NAMES[feature]))
        if value is None or not low <= value <= high:
            continue
        size = abs(value - float(row[feature])) / float(guard.scale[feature])
        changes.append(_Change(feature, value, size, _ACTIONS[int(actions[place])]))
    return min(changes, key=lambda change: change.size, default=None)


def _seen(guard: DriftGuard, feature: int) -> tuple[float, float]:
    """The least and the largest value in training."""
    column = guard.rows[:, feature] * guard.scale[feature] + guard.center[feature]
    return float(column.min()), float(column.max())


def _value_on(thresholds: FloatArray, place: int, value: float, allowed: tuple[float, ...] | None) -> float | None:
    """The value on the stair `place` that is nearest to `value`; None when no allowed one lies on it."""
    if allowed is not None:
        on_it = [each for each in allowed if int(np.searchsorted(thresholds, each)) == place]
        return min(on_it, key=lambda each: abs(each - value), default=None)
    if place > 0 and value <= thresholds[place - 1]:
        reached = _just(float(thresholds[place - 1]), np.inf, lambda single, limit: single > limit)
    else:
        reached = _just(float(thresholds[place]), -np.inf, lambda single, limit: single <= limit)
    return reached if int(np.searchsorted(thresholds, reached)) == place else None


def _just(threshold: float, towards: float, is_over: Callable[[float, float], bool]) -> float:
    """The float32 next to `threshold` that the trees take to lie on the side `towards`."""
    single = np.float32(threshold)
    while not is_over(float(single), float(threshold)):
        single = np.nextafter(single, np.float32(towards))
    return float(single)
