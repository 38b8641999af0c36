"""The shape of a series of returns: what a Sharpe ratio's certainty depends on."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.metrics import sharpe_ratio


@dataclass(frozen=True, slots=True)
class Moments:
    """`count` returns with their `sharpe` per bar (mean over standard deviation, nothing annualised), `skewness`
    (0 is symmetric) and `kurtosis` (3 is normal, not in excess of it)."""

    count: int
    sharpe: float
    skewness: float
    kurtosis: float

    @classmethod
    def of(cls, returns: FloatArray) -> Self | None:
        """Those of `returns` (n,), simple and per bar; None where they do not vary or are fewer than two.

        sharpe = mean(r) / std(r, ddof 1); with d = r - mean(r) and m_k = mean(d^k): skewness = m_3 / m_2^1.5 and
        kurtosis = m_4 / m_2^2 (the population's moments, as Bailey and Lopez de Prado take them).
        """
        sharpe = sharpe_ratio(returns, 1.0)
        if sharpe is None:
            return None
        apart = returns - returns.mean()
        square = float(np.mean(apart**2))
        skewness = float(np.mean(apart**3)) / square**1.5
        return cls(len(returns), sharpe, skewness, float(np.mean(apart**4)) / square**2)

    @property
    def spread(self) -> float:
        """1 - skewness SR + (kurtosis - 1) / 4 SR^2: the variance of sqrt(n - 1) times the estimated SR (Mertens 2002).

        Never under zero, as kurtosis is at least skewness^2 + 1.
        """
        return max(0.0, 1 - self.skewness * self.sharpe + (self.kurtosis - 1) / 4 * self.sharpe**2)
