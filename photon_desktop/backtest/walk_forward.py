"""Predictions that were never trained on: fit on what is past, predict the bars that follow, go on."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import numpy as np

from photon_desktop.backtest.schedule import Block
from photon_desktop.learning.fitting import prepare_worker
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import usable_rows

CLASSES = 3  # SELL, HOLD, BUY
Progress = Callable[[int, int], None]  # blocks done, blocks in all


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A model: `predict` turns finite features (rows, 14) into probabilities (rows, 3); `prior` (3,) is what the base
    rates of its training rows would have said in its place."""

    predict: Callable[[FloatArray], FloatArray]
    prior: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Forecasts:
    """`probabilities` and `priors` of SELL, HOLD and BUY, shape (bars, 3), NaN where there is no forecast."""

    probabilities: FloatArray
    priors: FloatArray


Fit = Callable[
    [Bars], Fitted | None
]  # picklable, the same for the same bars in any process; None when they teach nothing


def walk_forward(
    bars: Bars, features: FloatArray, blocks: Sequence[Block], fit: Fit, processes: int, progress: Progress
) -> Forecasts:
    """Out-of-sample forecasts: NaN where no block predicts, its bars taught nothing, or a feature is missing.

    `features` are those of `bars`, each row from its bar and earlier ones. Each block's model is fitted by `fit`, which
    gets the block's training bars and no others. The result does not depend on `processes`; 1 starts none.
    """
    forecasts = Forecasts(np.full((len(bars), CLASSES), np.nan), np.full((len(bars), CLASSES), np.nan))
    tasks = [(bars.part(block.train_start, block.train_stop), features[block.start : block.stop]) for block in blocks]
    with _mapping(processes) as map_:
        for done, (block, told) in enumerate(zip(blocks, map_(partial(_predict, fit), tasks), strict=True), 1):
            forecasts.probabilities[block.start : block.stop] = told.probabilities
            forecasts.priors[block.start : block.stop] = told.priors
            progress(done, len(blocks))
    return forecasts


def _predict(fit: Fit, task: "_Task") -> Forecasts:
    training, features = task
    told = Forecasts(np.full((len(features), CLASSES), np.nan), np.full((len(features), CLASSES), np.nan))
    usable = usable_rows(features)
    fitted = fit(training) if usable.any() else None
    if fitted is not None:
        told.probabilities[usable] = fitted.predict(features[usable])
        told.priors[usable] = fitted.prior
    return told


_Task = tuple[Bars, FloatArray]
_Map = Callable[[Callable[[_Task], Forecasts], Iterable[_Task]], Iterator[Forecasts]]


@contextmanager
def _mapping(processes: int) -> Iterator[_Map]:
    if processes == 1:
        yield map
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, prepare_worker) as executor:
        try:
            yield executor.map
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
