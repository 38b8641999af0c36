"""How risky this moment is, 0 to 1, from what is known about it."""

from math import log

import numpy as np

from photon_desktop.learning.labels import CLASSES
from photon_desktop.trading.analysis import RETURN_SPAN, return_volatility
from photon_desktop.trading.bars import FloatArray

_VOLATILITY, _ENTROPY, _DRIFT, _DRAWDOWN = 0.35, 0.25, 0.20, 0.20


def risk_score(
    volatility: float | None, doubt: float | None, drift: float | None = None, drawdown: float | None = None
) -> float:
    """.35 volatility percentile + .25 entropy over ln 3 + .20 drift and .20 drawdown, each over its limit.

    Each term is cut to 0..1. One that is not known (None) is left out and the others' weights are scaled up to sum to
    1, so that not measuring something never looks safe. 0.5 when nothing is known.
    """
    terms = ((_VOLATILITY, volatility), (_ENTROPY, doubt), (_DRIFT, drift), (_DRAWDOWN, drawdown))
    known = [(weight, min(max(value, 0.0), 1.0)) for weight, value in terms if value is not None]
    if not known:
        return 0.5
    return sum(weight * value for weight, value in known) / sum(weight for weight, _ in known)


def volatility_percentile(close: FloatArray) -> float | None:
    """Share of the bars whose return volatility (span 40) was at most the last one's; None in the first two bars."""
    deviations = return_volatility(close, RETURN_SPAN)
    known = deviations[np.isfinite(deviations)]
    return float(np.mean(known <= known[-1])) if len(known) else None


def doubt(probabilities: tuple[float, float, float]) -> float:
    """Entropy over ln 3: 0 when one outcome is certain, 1 when all three are as likely."""
    return -sum(p * log(p) for p in probabilities if p > 0) / log(CLASSES)
