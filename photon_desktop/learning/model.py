"""A trained model, and what it says."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.learning.ensemble import FlatEnsemble
from photon_desktop.learning.labels import BUY, HOLD, SELL
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.features import FEATURE_NAMES


@dataclass(frozen=True, slots=True)
class Prediction:
    """Probabilities of what comes first, and what each feature added to BUY's minus SELL's, largest first."""

    sell: float
    hold: float
    buy: float
    contributions: tuple[tuple[str, float], ...] = ()

    @property
    def by_class(self) -> tuple[float, float, float]:
        """SELL, HOLD, BUY."""
        return (self.sell, self.hold, self.buy)


@dataclass(frozen=True, slots=True)
class Model:
    """An ensemble and what is known about it."""

    manifest: ModelManifest
    ensemble: FlatEnsemble

    def predict(self, row: FloatArray) -> Prediction | None:
        """What the 14 features of one bar say; None while one of them is not a number (the warm-up)."""
        if not np.isfinite(row).all():
            return None
        explained = self.ensemble.explain(row)
        sell, hold, buy = (float(explained.probabilities[side]) for side in (SELL, HOLD, BUY))
        leaning = explained.contributions[:, BUY] - explained.contributions[:, SELL]
        pairs = zip(FEATURE_NAMES, leaning.tolist(), strict=True)
        return Prediction(sell, hold, buy, tuple(sorted(pairs, key=lambda pair: -abs(pair[1]))))

    def predict_many(self, features: FloatArray) -> FloatArray:
        """Probabilities of SELL, HOLD and BUY, shape (n, 3), for rows of features (n, 14).

        A row with a feature that is not a number is NaN.
        """
        probabilities = np.full((len(features), 3), np.nan)
        finite = np.isfinite(features).all(axis=1)
        probabilities[finite] = self.ensemble.probabilities(features[finite])
        return probabilities
