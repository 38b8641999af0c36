"""Predictions that were never trained on: fit on what is past, predict the bars that follow, go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial

import numpy as np

from photon_desktop.backtest.schedule import Block
from photon_desktop.backtest.spread import Crew, spread
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import usable_rows

CLASSES = 3  # SELL, HOLD, BUY
Progress = Callable[[int, int], None]  # blocks done, blocks in all; may raise to end it


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A model: `predict` turns finite features (rows, 14) into probabilities (rows, 3); `prior` (3,) is what the base
    rates of its training rows would have said in its place; `drift` how far each row is from these, over the limit."""

    predict: Callable[[FloatArray], FloatArray]
    prior: FloatArray
    drift: Callable[[FloatArray], FloatArray] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Forecasts:
    """`probabilities` and `priors` of SELL, HOLD and BUY, shape (bars, 3), NaN where there is no forecast; `drift`
    (bars,) over its limit, NaN where it was not measured."""

    probabilities: FloatArray
    priors: FloatArray
    drift: FloatArray

    @classmethod
    def none(cls, count: int) -> "Forecasts":
        """No forecast for any of `count` bars."""
        return cls(np.full((count, CLASSES), np.nan), np.full((count, CLASSES), np.nan), np.full(count, np.nan))

    def put(self, rows: slice, told: "Forecasts") -> None:
        """Take over what was `told` of these bars."""
        for column in fields(self):
            getattr(self, column.name)[rows] = getattr(told, column.name)


Fit = Callable[
    [Bars], Fitted | None
]  # picklable, the same for the same bars in any process; None when they teach nothing


def walk_forward(
    bars: Bars, features: FloatArray, blocks: Sequence[Block], fit: Fit, processes: int, progress: Progress
) -> Forecasts:
    """Out-of-sample forecasts: NaN where no block predicts, its bars taught nothing, or a feature is missing.

    `features` are those of `bars`, each row from its bar and earlier ones; all processes share them. Each block's model
    is fitted by `fit`, which gets the block's training bars and no others. The result does not depend on `processes`; 1
    starts none. `progress` is told ten times a second, and ends it all by raising an exception.
    """
    forecasts = Forecasts.none(len(bars))
    done = 0
    crew = Crew(min(processes, len(blocks)))

    def watch() -> None:
        progress(done, len(blocks))

    told = spread(partial(_predict, fit, bars, features), blocks, crew, watch)
    for block, of_block in zip(blocks, told, strict=True):
        forecasts.put(slice(block.start, block.stop), of_block)
        done += 1
        progress(done, len(blocks))
    return forecasts


def _predict(fit: Fit, bars: Bars, features: FloatArray, block: Block) -> Forecasts:
    asked = features[block.start : block.stop]
    told = Forecasts.none(len(asked))
    usable = usable_rows(asked)
    fitted = fit(bars.part(block.train_start, block.train_stop)) if usable.any() else None
    if fitted is not None:
        told.probabilities[usable] = fitted.predict(asked[usable])
        told.priors[usable] = fitted.prior
        if fitted.drift is not None:
            told.drift[usable] = fitted.drift(asked[usable])
    return told
