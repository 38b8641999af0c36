"""A long curve in as few points as a plot has columns of pixels, however long it goes on."""

from array import array
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import FloatArray, TimeArray

STRETCHES = 1_000


class _Point(NamedTuple):
    time_ns: int
    value: float


class CurveOutline:
    """Of each stretch of a curve its lowest and its highest point, so that no peak and no fall is left out; besides the
    first point and the newest. All stretches have the same number of points, twice as many once there are too many
    stretches: at most 2,002 points are told, and the past is drawn as finely as what is new."""

    def __init__(self, most: int = STRETCHES) -> None:
        if most < 2 or most % 2:
            raise ValueError(f"Stretches are joined in pairs; {most} can't be the most of them.")
        self._most = most
        self.clear()

    def clear(self) -> None:
        """Forget all points."""
        self._each, self._in_last = 1, 0
        self._low_at, self._low = array("q"), array("d")
        self._high_at, self._high = array("q"), array("d")
        self._first: _Point | None = None
        self._newest: _Point | None = None

    def take(self, times: TimeArray, values: FloatArray) -> None:
        """Begin with these points, `times` (ns UTC) rising."""
        self.clear()
        self.extend(times, values)

    def extend(self, times: TimeArray, values: FloatArray) -> None:
        """Go on with these points, `times` (ns UTC) rising."""
        for time_ns, value in zip(times.tolist(), values.tolist(), strict=True):
            self.add(time_ns, value)

    def add(self, time_ns: int, value: float) -> None:
        """Go on with one more point; one that is not later than the last gives that another value."""
        newest = self._newest
        if newest is None:
            self._first = self._newest = _Point(time_ns, value)
            return
        if time_ns <= newest.time_ns:
            self._newest = _Point(newest.time_ns, value)
            if self._first is not None and newest.time_ns == self._first.time_ns:
                self._first = self._newest
            return
        self._fold(newest)
        self._newest = _Point(time_ns, value)

    def arrays(self) -> tuple[TimeArray, FloatArray]:
        """Times (int64 ns UTC, rising) and values (float64), of one length."""
        ends = [] if self._first is None or self._newest is None else [self._first, self._newest]
        times = np.array([*self._low_at, *self._high_at, *(point.time_ns for point in ends)], dtype=np.int64)
        values = np.array([*self._low, *self._high, *(point.value for point in ends)], dtype=np.float64)
        rising, places = np.unique(times, return_index=True)
        return rising, values[places]

    def _fold(self, point: _Point) -> None:
        """Count a point that will not change any more."""
        if self._in_last == 0:
            for times, values in ((self._low_at, self._low), (self._high_at, self._high)):
                times.append(point.time_ns)
                values.append(point.value)
        elif point.value < self._low[-1]:
            self._low_at[-1], self._low[-1] = point
        elif point.value > self._high[-1]:
            self._high_at[-1], self._high[-1] = point
        self._in_last = (self._in_last + 1) % self._each
        if self._in_last == 0 and len(self._low) >= self._most:
            self._join_pairs()

    def _join_pairs(self) -> None:
        self._low_at, self._low = _of_pairs(self._low_at, self._low, np.argmin)
        self._high_at, self._high = _of_pairs(self._high_at, self._high, np.argmax)
        self._each *= 2


def _of_pairs(
    times: "array[int]", values: "array[float]", choose: Callable[..., npt.NDArray[np.intp]]
) -> tuple["array[int]", "array[float]"]:
    """Of each two neighbours the one that `choose` finds."""
    firsts = np.arange(0, len(values), 2)
    places = (firsts + choose(np.array(values).reshape(-1, 2), axis=1)).tolist()
    return array("q", (times[place] for place in places)), array("d", (values[place] for place in places))
