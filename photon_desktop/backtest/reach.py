"""Where prices next reach a level, found block by block."""

from collections.abc import Sequence
from math import inf

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import Bars, FloatArray

_BLOCK = 8  # bars; fewer mean more blocks to pass, more mean more bars to look at in the block that holds the touch


class Reach:
    """Looks ahead in the lows and highs of `bars`, by the lowest and highest of every eight of them."""

    def __init__(self, bars: Bars) -> None:
        self._low, self._high = single_values(bars.low), single_values(bars.high)
        self._lowest = _extremes(bars.low, np.minimum, inf)
        self._highest = _extremes(bars.high, np.maximum, -inf)

    def first(self, start: int, last: int, floor: float, ceiling: float) -> int | None:
        """The first bar from `start` to `last` whose low is at or under `floor` or whose high is at or over `ceiling`;
        None if there is none."""
        lowest, highest = self._lowest, self._highest
        for block in range(start // _BLOCK, last // _BLOCK + 1):
            if lowest[block] <= floor or highest[block] >= ceiling:
                bar = self._within(block * _BLOCK, start, last, floor, ceiling)
                if bar is not None:
                    return bar
        return None

    def _within(self, begin: int, start: int, last: int, floor: float, ceiling: float) -> int | None:
        low, high = self._low, self._high
        for bar in range(max(start, begin), min(last, begin + _BLOCK - 1) + 1):
            if low[bar] <= floor or high[bar] >= ceiling:
                return bar
        return None


def single_values(column: FloatArray) -> Sequence[float]:
    """`column` without a copy, as Python's numbers one at a time: ten times faster than asking the array for one."""
    values: memoryview[float] = np.ascontiguousarray(column).data.cast("B").cast("d")
    return values


def _extremes(prices: FloatArray, extreme: np.ufunc, beyond: float) -> list[float]:
    """The extreme of each block, the last one filled up with what never is one."""
    missing = -len(prices) % _BLOCK
    whole: npt.NDArray[np.float64] = np.concatenate([prices, np.full(missing, beyond)]) if missing else prices
    found: list[float] = extreme.reduce(whole.reshape(-1, _BLOCK), axis=1).tolist()
    return found
