"""Calibration as it would have been then: each block of predictions on what came of the blocks before it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.learning.calibration import Calibration, fit_calibration
from photon_desktop.learning.labels import IntArray
from photon_desktop.learning.samples import LARGEST_WINDOW
from photon_desktop.learning.splits import purged
from photon_desktop.learning.weights import uniqueness
from photon_desktop.trading.bars import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """What came of predictions: `classes` (n,), the rising bar indices `rows` (n,) they were made at, and the bars
    `touches` (n,) that settled them, -1 while not finished."""

    classes: IntArray
    rows: IntArray
    touches: IntArray

    def __getitem__(self, chosen: npt.NDArray[np.bool_]) -> "Outcomes":
        return Outcomes(self.classes[chosen], self.rows[chosen], self.touches[chosen])


def calibration_of(told: FloatArray, priors: FloatArray, outcomes: Outcomes) -> Calibration:
    """What would have served best for predictions `told` (n, 3), made with base rates `priors` (n, 3)."""
    shares = uniqueness(outcomes.rows, outcomes.touches)
    return fit_calibration(told, priors, outcomes.classes, shares)


def calibrate_forward(
    told: FloatArray, priors: FloatArray, outcomes: Outcomes, starts: Sequence[int], embargo: int
) -> FloatArray:
    """`told` (n, 3) as it would have been said in blocks that begin at the rising bar indices `starts`.

    A block learns from predictions made at least `embargo` bars before it and settled by then, a year of hours at most;
    the first one has nothing to learn from and says the base rates. Rows before the first start say them too.
    """
    said = Calibration().apply(told, priors)
    ends = [*starts[1:], np.iinfo(np.int64).max]
    for start, end in zip(starts, ends, strict=True):
        rows = outcomes.rows
        known = (outcomes.touches >= 0) & purged(outcomes.touches, start) & (rows < start - embargo)
        known &= rows >= start - embargo - LARGEST_WINDOW
        block = (rows >= start) & (rows < end)
        said[block] = calibration_of(told[known], priors[known], outcomes[known]).apply(told[block], priors[block])
    return said
