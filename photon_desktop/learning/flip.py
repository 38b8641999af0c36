"""The smallest change of one input that would have led to another decision."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

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


@dataclass(frozen=True, slots=True, eq=False)
class _Along:
    """The actions on the stairs of one feature, its value in the row, and the action there."""

    feature: int
    value: float
    thresholds: FloatArray
    actions: npt.NDArray[np.generic]
    now: int

    def place(self, value: float) -> int:
        """The stair that `value`, rounded as the trees round it, lies on."""
        return int(np.searchsorted(self.thresholds, float(np.float32(value))))


def smallest_flip(model: Model, row: FloatArray, stakes: Stakes, around: Surroundings) -> Flip | None:
    """The smallest change of one feature of the finite `row` (14,) after which the model would decide otherwise.

    Every stair of what the trees say along each feature is looked at, so nothing smaller exists. Sizes are in the
    feature's interquartile ranges in training, and no value goes beyond those seen there. What is held counts; what
    else may stand in the way, such as a cooldown, does not. None when nothing flips it, or the model has no memory of
    its training rows.
    """
    guard = model.guard
    if guard is None:
        return None
    now = int(actions_of_model(model.predict_many(row[None, :]), stakes)[0])
    stairs = model.along(row)
    found = []
    for feature, actions in enumerate(stairs.of_feature(actions_of_model(stairs.told, stakes))):
        along = _Along(feature, float(row[feature]), stairs.thresholds[feature], actions, now)
        found.append(_smallest(along, guard))
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


def _smallest(along: _Along, guard: DriftGuard) -> _Change | None:
    values = _values_that_flip(along)
    if not values:
        return None
    low, high = _seen(guard, along.feature)
    within = [value for value in values if low <= value <= high]
    nearest = min(within, key=lambda value: abs(value - along.value), default=None)
    if nearest is None:
        return None
    action = _ACTIONS[int(along.actions[along.place(nearest)])]
    return _Change(along.feature, nearest, abs(nearest - along.value) / float(guard.scale[along.feature]), action)


def _seen(guard: DriftGuard, feature: int) -> tuple[float, float]:
    """The least and the largest value in training."""
    column = guard.rows[:, feature] * guard.scale[feature] + guard.center[feature]
    return float(column.min()), float(column.max())


def _values_that_flip(along: _Along) -> list[float]:
    """The nearest value above and the nearest below that lead to another action; of a discrete feature, each."""
    allowed = DISCRETE.get(FEATURE_NAMES[along.feature])
    if allowed is not None:
        return [value for value in allowed if along.actions[along.place(value)] != along.now]
    own = along.place(along.value)
    flips = np.flatnonzero(along.actions != along.now)
    above = (_lowest_on(along, place) for place in flips[flips > own].tolist())
    below = (_highest_on(along, place) for place in flips[flips < own][::-1].tolist())
    nearest = (next((value for value in side if value is not None), None) for side in (above, below))
    return [value for value in nearest if value is not None]


def _lowest_on(along: _Along, place: int) -> float | None:
    """The least float32 on the stair `place`; None when it is too narrow to hold one."""
    reached = _just(float(along.thresholds[place - 1]), np.inf, lambda single, limit: single > limit)
    return reached if along.place(reached) == place else None


def _highest_on(along: _Along, place: int) -> float | None:
    """The largest float32 on the stair `place`; None when it is too narrow to hold one."""
    reached = _just(float(along.thresholds[place]), -np.inf, lambda single, limit: single <= limit)
    return reached if along.place(reached) == place else None


def _just(threshold: float, towards: float, is_over: Callable[[float, float], bool]) -> float:
    """The float32 next to `threshold` that the trees take to lie on the side `towards`."""
    single = np.float32(threshold)
    while not is_over(float(single), float(threshold)):
        single = np.nextafter(single, np.float32(towards))
    return float(single)
