"""How much each training row counts: overlapping labels share their weight, old rows fade, rare classes are lifted."""

import numpy as np

from photon_desktop.learning.labels import CLASSES, IntArray
from photon_desktop.trading.bars import FloatArray

_MOST_LIFT = 2.0
_TRADES_SHARE = 0.1


def uniqueness(rows: IntArray, touches: IntArray) -> FloatArray:
    """Average uniqueness of each label, 0 to 1: the mean of 1 / (labels alive) over the bars it is alive in.

    A label made at bar `rows[i]` is alive from the next bar to `touches[i]`, where it was settled. Source: Lopez de
    Prado, *Advances in Financial Machine Learning*, chapter 4.
    """
    if len(rows) == 0:
        return np.empty(0)
    first, last = rows + 1, touches
    changes = np.zeros(int(last.max()) + 2)
    np.add.at(changes, first, 1.0)
    np.add.at(changes, last + 1, -1.0)
    alive = np.cumsum(changes)
    shares = np.divide(1.0, alive, out=np.zeros_like(alive), where=alive > 0.5)
    summed = np.concatenate([[0.0], np.cumsum(shares)])
    averages: FloatArray = (summed[last + 1] - summed[first]) / (last + 1 - first)
    return averages


def effective_samples(rows: IntArray, touches: IntArray) -> float:
    """How many independent labels these overlapping ones are worth: the sum of their uniqueness."""
    return float(uniqueness(rows, touches).sum())


def recency(rows: IntArray) -> FloatArray:
    """2^(-age / half the window): the oldest row counts a quarter of the newest."""
    if len(rows) == 0:
        return np.empty(0)
    age = (rows[-1] - rows).astype(np.float64)
    half_window = max(float(age[0]) / 2, 1.0)
    faded: FloatArray = np.exp2(-age / half_window)
    return faded


def class_shares(classes: IntArray, weights: FloatArray) -> FloatArray:
    """Weighted share of SELL, HOLD and BUY, shape (3,), summing to 1."""
    mass = np.bincount(classes, weights=weights, minlength=CLASSES)
    shares: FloatArray = mass / mass.sum()
    return shares


def base_rates(classes: IntArray, weights: FloatArray, effective: float) -> FloatArray:
    """Shares of SELL, HOLD and BUY to expect of later rows, shape (3,), summing to 1 and none of them 0.

    Half an effective row is added to each class (Jeffreys' prior): what has not come yet is not impossible.
    """
    expected: FloatArray = (class_shares(classes, weights) * effective + 0.5) / (effective + 0.5 * CLASSES)
    return expected


def trade_lift(results: FloatArray, weights: FloatArray) -> FloatArray:
    """Factors for rows on which a real trade was opened, 1 for the others, shape (n,).

    `results` (n,): a trade's net profit in barriers, NaN where there was none. The factor is 1 + min(|profit|, 2): what
    was risked counts more, won or lost alike. All are scaled down together so that what they add stays within a tenth
    of the whole weight.
    """
    extra = np.where(np.isfinite(results), np.minimum(np.abs(np.nan_to_num(results)), _MOST_LIFT), 0.0)
    added, plain = float((weights * extra).sum()), float(weights.sum())
    most = plain * _TRADES_SHARE / (1 - _TRADES_SHARE)
    lift: FloatArray = 1 + extra * (min(1.0, most / added) if added > 0 else 0.0)
    return lift


def class_balance(shares: FloatArray) -> FloatArray:
    """The factor by which rows of each class are lifted so that the classes present weigh the same, shape (3,).

    1 for a class that does not occur.
    """
    present = shares > 0
    factors: FloatArray = np.divide(1.0, shares * present.sum(), out=np.ones(CLASSES), where=present)
    return factors


def mean_one(weights: FloatArray) -> FloatArray:
    """`weights` scaled to a mean of 1.

    scikit-learn 1.9 takes a forest's weights for bootstrap probabilities, and earlier versions multiply node sizes by
    them: with another mean a limit such as the least rows in a leaf would mean something else.
    """
    scaled: FloatArray = weights / weights.mean()
    return scaled
