"""The probability of backtest overfitting: does what was best on one half of the bars stay good on the other?

Source: Bailey, Borwein, Lopez de Prado and Zhu, *The Probability of Backtest Overfitting* (2017): combinatorially
symmetric cross-validation (CSCV), with the Sharpe ratio as what is compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Self

import numpy as np

from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.trading.bars import FloatArray

SPLITS = 16
MOST_SPLITS = 18  # 48,620 ways to halve them
_AT_ONCE = 4_000_000  # numbers in one array


@dataclass(frozen=True, slots=True)
class Overfitting:
    """`probability` (0 to 1): share of the halvings in which the variation that was best on one half was no better than
    the median on the other. `loss_probability`: share in which it lost there. `halvings`: how many were gone through.
    """

    probability: float
    loss_probability: float
    halvings: int
    variations: int


@dataclass(frozen=True, slots=True)
class BlockSums:
    """All that CSCV needs of one variation's returns: their `sums` in each block, those of their `squares`, and how
    many bars, `length`, a block has. A sweep of thousands keeps these instead of every bar."""

    sums: tuple[float, ...]
    squares: tuple[float, ...]
    length: int

    @classmethod
    def of(cls, returns: FloatArray, splits: int = SPLITS) -> Self:
        """Of `returns` (bars,), simple and per bar, cut into `splits` blocks of one length; the bars left over are the
        oldest and not used. Raises ValueRefusedError for an odd number of blocks or one outside 2 to 18."""
        if splits % 2 or not 2 <= splits <= MOST_SPLITS:
            raise ValueRefusedError(
                f"The bars are cut into {splits} blocks; use an even number from 2 to {MOST_SPLITS}."
            )
        length = len(returns) // splits
        parts = returns[len(returns) - length * splits :].reshape(splits, length)
        return cls(tuple(parts.sum(axis=1).tolist()), tuple((parts**2).sum(axis=1).tolist()), length)


def overfitting(returns: FloatArray, splits: int = SPLITS) -> Overfitting:
    """As `overfitting_of`, for `returns` (bars, variations), simple and per bar."""
    return overfitting_of([BlockSums.of(column, splits) for column in returns.T])


def overfitting_of(variations: Sequence[BlockSums]) -> Overfitting:
    """CSCV of `variations` over the same bars, cut alike.

    For each choice of half the blocks: the variation with the highest Sharpe ratio there, its rank r of N on the other
    half (1 is worst, equals share theirs), and w = r / (N + 1). The probability is the share with
    logit = ln(w / (1 - w)) <= 0. Raises NotEnoughDataError for fewer than two variations or two bars a block.
    """
    blocks = _Blocks.of(variations)
    splits, count = blocks.sums.shape
    halves = _halves(splits)
    overfit = lost = 0
    for part in np.array_split(halves, max(1, halves.size * count // (_AT_ONCE * splits // 2))):
        inside, outside = blocks.sharpes(part), blocks.sharpes(1 - part)
        best = np.argmax(inside, axis=1)
        reached = np.take_along_axis(outside, best[:, None], axis=1)
        rank = (outside < reached).sum(axis=1) + ((outside == reached).sum(axis=1) + 1) / 2
        overfit += int(np.count_nonzero(rank / (count + 1) <= 0.5))
        lost += int(np.count_nonzero(reached < 0))
    return Overfitting(overfit / len(halves), lost / len(halves), len(halves), count)


@dataclass(frozen=True, slots=True, eq=False)
class _Blocks:
    """Sums of returns and of their squares in each block, (splits, variations) each; `length` bars a block."""

    sums: FloatArray
    squares: FloatArray
    length: int

    @classmethod
    def of(cls, variations: Sequence[BlockSums]) -> Self:
        length = min((each.length for each in variations), default=0)
        if len(variations) < 2 or length < 2:
            raise NotEnoughDataError(
                f"Overfitting needs at least 2 variations and 2 bars in each block, there are {len(variations)} and"
                f" {length}."
            )
        sums, squares = ([getattr(each, name) for each in variations] for name in ("sums", "squares"))
        return cls(np.array(sums).T, np.array(squares).T, length)

    def sharpes(self, chosen: FloatArray) -> FloatArray:
        """Sharpe ratios per bar over the blocks that are 1 in `chosen` (halvings, splits); 0 where nothing varies."""
        count = self.length * chosen[0].sum()
        mean = chosen @ self.sums / count
        square = chosen @ self.squares / count
        variance = square - mean**2
        varies = variance > 1e-12 * square
        found: FloatArray = np.divide(mean, np.sqrt(np.where(varies, variance, 1.0)), out=np.zeros_like(mean),
                                      where=varies)  # fmt: skip
        return found


def _halves(splits: int) -> FloatArray:
    """Each way to choose half of the blocks, one a row, 1 for the chosen ones."""
    places = np.array(list(combinations(range(splits), splits // 2)))
    halves = np.zeros((comb(splits, splits // 2), splits))
    np.put_along_axis(halves, places, 1.0, axis=1)
    return halves
