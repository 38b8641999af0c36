"""The same exposure taken at random: what the strategy's positions would have made at other times.

As many positions, each as long, as large, on the same side and at the same costs, one after the other and never two at
once, but in a random order and at random times. What a strategy makes beyond nearly all of these, its timing made.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.honesty.holdings import Holdings, IntArray
from photon_desktop.trading.bars import Bars, FloatArray

DRAWS = 1_000
_AT_ONCE = 2_000_000  # positions in one array


@dataclass(frozen=True, slots=True)
class RandomExposure:
    """`percentile` (0 to 1): share of `draws` that made less than the strategy, equals counting half. `p_value`:
    (1 + those at least as good) / (1 + all). `low`, `median`, `high`: total returns of the 5th, 50th and 95th
    percentile of the draws."""

    draws: int
    percentile: float
    p_value: float
    low: float
    median: float
    high: float


def random_exposure(
    holdings: Holdings,
    bars: Bars,
    first: int,
    total_return: float,
    seed: int,
    draws: int = DRAWS,
    watch: Callable[[], None] = lambda: None,
) -> RandomExposure | None:
    """Where `total_return` stands among random draws of `holdings` in `bars` from index `first` on.

    The same arguments give the same draws. None where there is no position, or only one that leaves no other time.
    `watch` is called before each two million positions that are drawn, and ends it by raising an exception.
    """
    free = len(bars) - first - int(holdings.lengths.sum())
    if len(holdings) == 0 or free < 0 or (free == 0 and len(holdings) == 1):
        return None
    random = np.random.default_rng(seed)
    at_once = max(1, _AT_ONCE // len(holdings))
    sizes = [min(at_once, draws - done) for done in range(0, draws, at_once)]
    some = []
    for size in sizes:
        watch()
        some.append(_total_returns(holdings, bars, first, free, random, size))
    made = np.concatenate(some)
    worse, better = int(np.count_nonzero(made < total_return)), int(np.count_nonzero(made > total_return))
    low, median, high = np.quantile(made, (0.05, 0.5, 0.95)).tolist()
    return RandomExposure(
        draws=draws,
        percentile=(worse + (draws - worse - better) / 2) / draws,
        p_value=(1 + draws - worse) / (1 + draws),
        low=low,
        median=median,
        high=high,
    )


def _total_returns(
    holdings: Holdings, bars: Bars, first: int, free: int, random: np.random.Generator, draws: int
) -> FloatArray:
    """What `draws` random traders made, shape (draws,), with `free` bars to wait in, between them all."""
    count = len(holdings)
    order = np.argsort(random.random((draws, count), dtype=np.float32), axis=1)
    lengths = holdings.lengths[order]
    waited = np.sort(random.integers(0, free + 1, (draws, count)), axis=1)
    entries = first + waited + np.cumsum(lengths, axis=1) - lengths
    return grown(holdings, bars, order, entries)


def grown(holdings: Holdings, bars: Bars, order: IntArray, entries: IntArray) -> FloatArray:
    """The total return of each row of positions, `order` (draws, n) saying which and `entries` (draws, n) when.

    A position grows equity by 1 + w (s (X/E - 1) - c (1 + X/E)): weight w, side s, fills E and X with slippage, and
    commission c. Equity that is used up stays at zero.
    """
    exits = entries + holdings.lengths[order]
    opened = np.append(bars.open, bars.close[-1])
    left = np.where(holdings.until_close[order], bars.close[np.maximum(exits - 1, 0)], opened[exits])
    slips = (holdings.sides * holdings.slippage)[order]
    ratio = left * (1 - slips) / (bars.open[entries] * (1 + slips))
    gains = holdings.sides[order] * (ratio - 1) - holdings.commission[order] * (1 + ratio)
    total: FloatArray = np.prod(np.maximum(1 + holdings.weights[order] * gains, 0.0), axis=1) - 1
    return total
