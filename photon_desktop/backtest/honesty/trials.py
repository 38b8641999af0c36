"""What was tried on the same bars before: each try makes it easier to find luck."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

import numpy as np

from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.costs import CostModel


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


def variation(digest: str, annual_sharpe: float | None, bars_per_year: float | None) -> Variation:
    """A run as one of the variations tried."""
    if annual_sharpe is None or not bars_per_year:
        return Variation(digest, None)
    return Variation(digest, annual_sharpe / sqrt(bars_per_year))


def variations_of(tried: Iterable[TriedRun], costs: CostModel) -> list[Variation]:
    """The runs that were `tried` as variations of one at these `costs`.

    Runs at other costs count, but their Sharpe ratios are left out: they spread by the costs and not by luck.
    """
    own = (float(costs.commission_rate), float(costs.slippage_rate))
    return [
        variation(run.digest, run.sharpe if (run.commission, run.slippage) == own else None, run.periods_per_year)
        for run in tried
    ]
