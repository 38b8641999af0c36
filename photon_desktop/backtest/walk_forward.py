"""Predictions that were never trained on: fit on what is past, predict the bars that follow, go on."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Protocol

import numpy as np

from photon_desktop.backtest.schedule import Block
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import usable_rows

CLASSES = 3  # SELL, HOLD, BUY
Progress = Callable[[int, int], None]  # blocks done, blocks in all


class Forecaster(Protocol):
    """A fitted model."""

    def predict_many(self, features: FloatArray) -> FloatArray:
        """Probabilities of SELL, HOLD, BUY, shape (rows, 3), for features of shape (rows, 14)."""
        ...


Fit = Callable[[Bars], Forecaster]  # picklable, and the same result for the same bars in any process


def walk_forward(
    bars: Bars, features: FloatArray, blocks: Sequence[Block], fit: Fit, processes: int, progress: Progress
) -> FloatArray:
    """Out-of-sample probabilities, shape (bars, 3): NaN where no block predicts, or where a feature is missing.

    `features` are those of `bars`, each row from its bar and earlier ones. Each block's model is fitted by `fit`, which
    gets the block's training bars and no others. The result does not depend on `processes`; 1 starts none.
    """
    probabilities = np.full((len(bars), CLASSES), np.nan)
    tasks = [(bars.part(block.train_start, block.train_stop), features[block.start : block.stop]) for block in blocks]
    with _mapping(processes) as map_:
        for done, (block, predicted) in enumerate(zip(blocks, map_(partial(_predict, fit), tasks), strict=True), 1):
            probabilities[block.start : block.stop] = predicted
            progress(done, len(blocks))
    return probabilities


def _predict(fit: Fit, task: tuple[Bars, FloatArray]) -> FloatArray:
    training, features = task
    probabilities = np.full((len(features), CLASSES), np.nan)
    usable = usable_rows(features)
    if usable.any():
        probabilities[usable] = fit(training).predict_many(features[usable])
    return probabilities


_Task = tuple[Bars, FloatArray]
_Map = Callable[[Callable[[_Task], FloatArray], Iterable[_Task]], Iterator[FloatArray]]


@contextmanager
def _mapping(processes: int) -> Iterator[_Map]:
    if processes == 1:
        yield map
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context) as executor:
        try:
            yield executor.map
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
