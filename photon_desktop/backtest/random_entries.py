"""Entries and exits by chance: what a strategy has to beat to be more than luck."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.backtest.wants import SignalArray
from photon_desktop.trading.bars import Bars

Words = npt.NDArray[np.uint64]
_GOLDEN = 0x9E3779B97F4A7C15
_WORD = 2**64


@dataclass(frozen=True, slots=True)
class RandomEntries:
    """+1 at a share `chance` of the bars and -1 at as many, drawn by `seed` and each bar's open time alone.

    The same bar has the same signal whatever bars stand around it, the first two aside, which have none.
    """

    seed: int = 0
    chance: float = 0.025
    first_decision: int = 2  # sizes that go by how much the market moves need two bars
    name: str = "random"

    def signals(self, bars: Bars) -> SignalArray:
        """A draw for each bar."""
        start = self.seed * _GOLDEN % _WORD
        drawn = _mixed(_mixed(bars.times.astype(np.uint64)) ^ np.uint64(start)) >> np.uint64(11)
        share = drawn.astype(np.float64) / 2**53
        signals = (share < self.chance).astype(np.int8) - (share >= 1 - self.chance).astype(np.int8)
        signals[: self.first_decision] = 0
        return signals


def _mixed(words: Words) -> Words:
    """SplitMix64: each bit of a word counts for each bit of what it becomes (Steele, Lea and Flood 2014)."""
    words = words + np.uint64(_GOLDEN)
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))
