"""Forward in time, purged: what a model is tested on began after everything it learnt from was settled."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.learning.labels import HORIZON, IntArray

BLOCKS = 6
_EMBARGO_SHARE = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """Positions of the rows to train on and to test on."""

    train: IntArray
    test: IntArray


def purged(touches: IntArray, test_start: int) -> npt.NDArray[np.bool_]:
    """True for labels settled before bar `test_start`. Each by its own time: counting rows would let late ones by."""
    return np.asarray(touches < test_start)


def embargo_bars(rows: int) -> int:
    """Bars left out between training and test: the horizon or 1% of the rows, whichever is more."""
    return max(HORIZON, int(np.ceil(rows * _EMBARGO_SHARE)))


def walk_forward(rows: IntArray, touches: IntArray, blocks: int = BLOCKS) -> list[Fold]:
    """`blocks` folds, each testing one block of rows and training on what came before it, purged and embargoed.

    `rows` are rising bar indices, `touches` the bars that settled them. The rows are cut into one block more than is
    tested, the first being for training only. A fold whose training part is empty is left out.
    """
    parts = np.array_split(np.arange(len(rows)), blocks + 1)
    embargo = embargo_bars(len(rows))
    folds = []
    for test in parts[1:]:
        if len(test) == 0:
            continue
        start = int(rows[test[0]])
        train = np.flatnonzero(purged(touches, start) & (rows < start - embargo))
        if len(train):
            folds.append(Fold(train, test))
    return folds
