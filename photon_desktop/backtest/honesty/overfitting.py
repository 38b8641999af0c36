"""The probability of backtest overfitting: does what was best on one half of the bars stay good on the other?

Source: Bailey, Borwein, Lopez de Prado and Zhu, *The Probability of Backtest Overfitting* (2017): combinatorially
symmetric cross-validation (CSCV), with the Sharpe ratio as what is compared.
"""

from dataclasses import dataclass
from itertools import combinations
from math import comb

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


def overfitting(returns: FloatArray, splits: int = SPLITS) -> Overfitting:
    """CSCV of `returns` (bars, variations), simple and per bar.

    The bars are cut into `splits` blocks of one length (even, 2 to 18; bars left over are the oldest and not used).
    For each choice of half the blocks: the variation with the highest Sharpe ratio there, its rank r of N on the other
    half (1 is worst, equals share theirs), and w = r / (N + 1). The probability is the share with
    logit = ln(w / (1 - w)) <= 0. Raises ValueRefusedError for other splits, NotEnoughDataError for fewer than two
    variations or two bars a block.
    """
    if splits % 2 or not 2 <= splits <= MOST_SPLITS:
        raise ValueRefusedError(f"The bars are cut into {splits} blocks; use an even number from 2 to {MOST_SPLITS}.")
    bars, variations = returns.shape
    length = bars // splits
    if variations < 2 or length < 2:
        raise NotEnoughDataError(
            f"Overfitting needs at least 2 variations and {2 * splits} bars, there are {variations} and {bars}."
        )
    blocks = _Blocks.of(returns[bars - length * splits :], splits)
    halves = _halves(splits)
    overfit = lost = 0
    for part in np.array_split(halves, max(1, halves.size * variations // (_AT_ONCE * splits // 2))):
        inside, outside = blocks.sharpes(part), blocks.sharpes(1 - part)
        best = np.argmax(inside, axis=1)
        reached = np.take_along_axis(outside, best[:, None], axis=1)
        rank = (outside < reached).sum(axis=1) + ((outside == reached).sum(axis=1) + 1) / 2
        overfit += int(np.count_nonzero(rank / (variations + 1) <= 0.5))
        lost += int(np.count_nonzero(reached < 0))
    return Overfitting(overfit / len(halves), lost / len(halves), len(halves), variations)


@dataclass(frozen=True, slots=True, eq=False)
class _Blocks:
    """Sums of returns and of their squares in each block, (splits, variations) each; `length` bars a block."""

    sums: FloatArray
    squares: FloatArray
    length: int

    @classmethod
    def of(cls, returns: FloatArray, splits: int) -> "_Blocks":
        bars, variations = returns.shape
        parts = returns.reshape(splits, bars // splits, variations)
        return cls(parts.sum(axis=1), np.einsum("sbv,sbv->sv", parts, parts), bars // splits)

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
