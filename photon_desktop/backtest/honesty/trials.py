"""What was tried on the same bars before: each try makes it easier to find luck."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Variation:
    """One run: the `digest` of its trades, and its Sharpe ratio per bar, None where it has none to compare."""

    digest: str
    sharpe: float | None


@dataclass(frozen=True, slots=True)
class Trials:
    """`count` variations that traded differently, this one included. `variance` of their Sharpe ratios per bar: what
    was seen, and no less than what chance alone gives a Sharpe ratio of as many bars."""

    count: int
    variance: float


def trials_of(variations: Iterable[Variation], bars: int) -> Trials:
    """Those that differ among `variations`, runs on the same `bars` (2 or more) bars, this one included.

    Without skill a Sharpe ratio of n bars has a variance of 1 / (n - 1). Variations much alike spread less than that,
    and two or three say little of how they would spread: the larger of both keeps the deflation on the safe side.
    """
    different = {variation.digest: variation.sharpe for variation in variations}
    sharpes = [sharpe for sharpe in different.values() if sharpe is not None]
    seen = float(np.var(sharpes, ddof=1)) if len(sharpes) > 1 else 0.0
    return Trials(max(1, len(different)), max(seen, 1 / max(1, bars - 1)))
