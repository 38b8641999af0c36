"""Markets in which nothing can be predicted: the same bars in an order that says nothing."""

import numpy as np

from photon_desktop.trading.bars import Bars


def permuted_market(bars: Bars, seed: int) -> Bars:
    """`bars` with all but the first in another order, on the same times.

    What is permuted are the bars' shapes: the log returns of open, high, low and close over the close before, and the
    volume. So each bar's look, its gap, and the start and end of the price stay; whatever linked one bar to another is
    gone. Prices are rebuilt from the first bar on.
    """
    if len(bars) < 3:
        return bars
    before = bars.close[:-1]
    order = np.random.default_rng(seed).permutation(len(before)) + 1
    shapes = [np.log(column[order] / bars.close[order - 1]) for column in (bars.open, bars.high, bars.low, bars.close)]
    close = bars.close[0] * np.exp(np.concatenate([[0.0], np.cumsum(shapes[3])]))
    opens, high, low = (close[:-1] * np.exp(shape) for shape in shapes[:3])
    high = np.maximum(high, np.maximum(opens, close[1:]))  # rounding may have put it a hair inside
    low = np.minimum(low, np.minimum(opens, close[1:]))
    return Bars.of(
        bars.times,
        np.concatenate([bars.open[:1], opens]),
        np.concatenate([bars.high[:1], high]),
        np.concatenate([bars.low[:1], low]),
        close,
        np.concatenate([bars.volume[:1], bars.volume[order]]),
    )
