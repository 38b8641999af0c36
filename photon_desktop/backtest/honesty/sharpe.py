"""How sure a Sharpe ratio is, given its track's length and shape, and how many were tried before it.

Sources: Bailey and Lopez de Prado, *The Sharpe Ratio Efficient Frontier* (2012), for the probabilistic Sharpe ratio and
the minimum track record length; the same, *The Deflated Sharpe Ratio* (2014). All Sharpe ratios here are per bar, none
is annualised; an annual one is divided by sqrt(bars a year) first. Returns are taken to be independent of each other.
"""

from math import e, isinf, sqrt
from statistics import NormalDist

from photon_desktop.backtest.honesty.moments import Moments

CONFIDENCE = 0.95
_NORMAL = NormalDist()
_EULER = 0.5772156649015329  # Euler and Mascheroni's constant


def probabilistic_sharpe(moments: Moments, benchmark: float = 0.0) -> float | None:
    """PSR = Phi((SR - SR*) sqrt(n - 1) / sqrt(1 - g3 SR + (g4 - 1) / 4 SR^2)): the probability, 0 to 1, that the true
    Sharpe ratio is above `benchmark`, SR*, both per bar. g3 and g4 are skewness and kurtosis. None without a spread.
    """
    if moments.spread == 0:
        return None
    return _NORMAL.cdf((moments.sharpe - benchmark) * sqrt((moments.count - 1) / moments.spread))


def minimum_track_length(moments: Moments, benchmark: float = 0.0, confidence: float = CONFIDENCE) -> float | None:
    """MinTRL = 1 + (1 - g3 SR + (g4 - 1) / 4 SR^2) (z / (SR - SR*))^2: the bars it takes until the Sharpe ratio is
    above `benchmark` with `confidence` (0.5 to 1), z being the normal quantile of that.

    None where it is not above: no track would be long enough.
    """
    if moments.sharpe <= benchmark:
        return None
    ahead = _NORMAL.inv_cdf(confidence) / (moments.sharpe - benchmark)
    bars = 1 + moments.spread * ahead**2
    return None if isinf(bars) else bars


def expected_highest_sharpe(variations: int, variance: float) -> float:
    """SR0 = sqrt(V) ((1 - g) z(1 - 1/N) + g z(1 - 1/(N e))): the highest Sharpe ratio per bar to be expected of
    `variations` (N, 1 or more) without any skill, when theirs have the `variance` V. z is the normal quantile, g Euler
    and Mascheroni's constant. 0 for a single one, which was not chosen among others.
    """
    if variations < 2:
        return 0.0
    usual, rare = _NORMAL.inv_cdf(1 - 1 / variations), _NORMAL.inv_cdf(1 - 1 / (variations * e))
    return sqrt(variance) * ((1 - _EULER) * usual + _EULER * rare)


def deflated_sharpe(moments: Moments, variations: int, variance: float) -> float | None:
    """DSR = PSR(SR0): the probability, 0 to 1, that there is skill after the best of `variations` was chosen."""
    return probabilistic_sharpe(moments, expected_highest_sharpe(variations, variance))
