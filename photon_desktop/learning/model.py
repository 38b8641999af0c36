"""A trained model, and what it says."""

from dataclasses import dataclass, replace

import numpy as np

from photon_desktop.learning.cases import PastCases
from photon_desktop.learning.drift import DriftGuard, DriftReading
from photon_desktop.learning.ensemble import FlatEnsemble
from photon_desktop.learning.labels import BUY, HOLD, SELL
from photon_desktop.learning.manifest import ModelManifest
from photon_desktop.learning.staircase import Staircases
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.features import FEATURE_NAMES
from photon_desktop.trading.why import PastCase


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
    """An ensemble, what is known about it, and what it remembers of its training rows (None: nothing).

    What it says are the ensemble's probabilities, drawn back to the base rates by the manifest's calibration.
    """

    manifest: ModelManifest
    ensemble: FlatEnsemble
    guard: DriftGuard | None = None
    cases: PastCases | None = None

    def drift(self, row: FloatArray) -> DriftReading | None:
        """How far the 14 features of one bar are from the training rows; None while that is not known."""
        if self.guard is None or not np.isfinite(row).all():
            return None
        return self.guard.read(row)

    def nearest_cases(self, row: FloatArray) -> tuple[PastCase, ...]:
        """The five training rows most like this one, and what followed; none while that is not known."""
        if self.guard is None or self.cases is None or not np.isfinite(row).all():
            return ()
        return self.cases.nearest(self.guard, row)

    def along(self, row: FloatArray) -> Staircases:
        """The probabilities along each feature of a finite `row` (14,), the others unchanged."""
        stairs = self.ensemble.along(row)
        return replace(stairs, told=self._calibrated(stairs.told))

    def predict(self, row: FloatArray) -> Prediction | None:
        """What the 14 features of one bar say; None while one of them is not a number (the warm-up)."""
        if not np.isfinite(row).all():
            return None
        explained = self.ensemble.explain(row)
        told, prior = explained.probabilities, np.array(self.manifest.base_rates)
        sell, hold, buy = self._calibrated(told[None, :])[0, [SELL, HOLD, BUY]].tolist()
        calibration = self.manifest.calibration
        carried = calibration.carry(explained.contributions, explained.base, told, prior)
        leaning = carried[:, BUY] - carried[:, SELL]
        pairs = zip(FEATURE_NAMES, leaning.tolist(), strict=True)
        return Prediction(sell, hold, buy, tuple(sorted(pairs, key=lambda pair: -abs(pair[1]))))

    def predict_many(self, features: FloatArray) -> FloatArray:
        """Probabilities of SELL, HOLD and BUY, shape (n, 3), for rows of features (n, 14).

        A row with a feature that is not a number is NaN.
        """
        probabilities = np.full((len(features), 3), np.nan)
        finite = np.isfinite(features).all(axis=1)
        probabilities[finite] = self._calibrated(self.ensemble.probabilities(features[finite]))
        return probabilities

    def _calibrated(self, told: FloatArray) -> FloatArray:
        return self.manifest.calibration.apply(told, np.array(self.manifest.base_rates))
