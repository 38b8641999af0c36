"""How far the market has gone from what a model was trained on: beyond a limit its probabilities mean nothing."""

from dataclasses import dataclass, fields
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.labels import HORIZON
from photon_desktop.learning.samples import Samples
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.features import FEATURE_NAMES

PSI_LIMIT, DRIFTED_FEATURES = 0.25, 3
LEAST_PSI_ROWS = 200
_LIMIT_SHARE = 0.99
_MEASURED_ROWS = 2_000  # leave-one-out distances are measured on this many rows, evenly spread
_ROWS_AT_ONCE = 16  # more, and the matrix products would wake threads that cost more than they bring
_BINS = 10
_LEAST_SHARE = 1e-3
_FEATURES = len(FEATURE_NAMES)


@dataclass(frozen=True, slots=True)
class DriftReading:
    """`distance` to the nearest training row over the mean such distance, and the `limit` it should stay under."""

    distance: float
    limit: float

    @property
    def share(self) -> float:
        """Distance over limit: above 1 is beyond it."""
        return self.distance / self.limit

    @property
    def is_beyond(self) -> bool:
        """Whether the market is further from the training rows than they, but for 1%, were from each other."""
        return self.distance > self.limit


@dataclass(frozen=True, slots=True, eq=False)
class DriftGuard:
    """What a model's training rows looked like; read-only float64 arrays.

    `rows` (n, 14): the training rows less `center`, over `scale` (14,), their medians and interquartile ranges (1 where
    that is 0, as with a feature of three values that is mostly one). `distances` (2,): the mean distance to the nearest
    other row more than 24 bars away, and the 99th percentile of such distances over that mean. `edges` (14, 9):
    deciles; `shares` (14, 10): how many of the training rows lay between them. Anything else raises ValueRefusedError.
    """

    center: FloatArray
    scale: FloatArray
    rows: FloatArray
    distances: FloatArray
    edges: FloatArray
    shares: FloatArray

    def __post_init__(self) -> None:
        count = len(self.rows)
        shapes = {"center": (_FEATURES,), "scale": (_FEATURES,), "rows": (count, _FEATURES), "distances": (2,),
                  "edges": (_FEATURES, _BINS - 1), "shares": (_FEATURES, _BINS)}  # fmt: skip
        for name, column in self.arrays().items():
            if column.dtype != np.float64 or column.shape != shapes[name] or not np.isfinite(column).all():
                raise ValueRefusedError(f"The drift guard's {name} are not those of training rows.")
            column.flags.writeable = False
        if count == 0 or self.scale.min() <= 0 or self.distances.min() <= 0:
            raise ValueRefusedError("The drift guard has no rows, or a scale or distance that is not above zero.")

    @classmethod
    def of(cls, samples: Samples) -> Self:
        """The guard of a model trained on `samples`."""
        features = samples.features
        low, center, high = np.quantile(features, (0.25, 0.5, 0.75), axis=0)
        scale = np.where(high > low, high - low, 1.0)
        rows = (features - center) / scale
        nearest = _distances_left_out(rows, samples.rows)
        mean = max(float(nearest.mean()), 1e-9)
        limit = max(float(np.quantile(nearest, _LIMIT_SHARE)) / mean, 1.0)
        edges = np.quantile(features, np.arange(1, _BINS) / _BINS, axis=0).T.copy()
        return cls(center, scale, rows, np.array([mean, limit]), edges, _shares_between(edges, features))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays by name: what is kept in a file."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @property
    def limit(self) -> float:
        """Distances from here on, over the mean one, are drift."""
        return float(self.distances[1])

    def scaled(self, row: FloatArray) -> FloatArray:
        """`row` (14,) in the units that distances are measured in."""
        scaled: FloatArray = (row - self.center) / self.scale
        return scaled

    def away(self, row: FloatArray) -> FloatArray:
        """The distance of each training row from the finite `row` (14,), shape (n,), in scaled units."""
        gaps = self.rows - self.scaled(row)
        distances: FloatArray = np.sqrt(np.einsum("ij,ij->i", gaps, gaps))
        return distances

    def read(self, row: FloatArray) -> DriftReading:
        """How far the finite `row` (14,) is from the nearest training row."""
        return DriftReading(float(self.away(row).min() / self.distances[0]), self.limit)

    def shares_of(self, features: FloatArray) -> FloatArray:
        """`read(row).share` of each of the finite rows `features` (n, 14), shape (n,)."""
        scaled = (features - self.center) / self.scale
        nearest = np.empty(len(scaled))
        for start in range(0, len(scaled), _ROWS_AT_ONCE):
            part = scaled[start : start + _ROWS_AT_ONCE]
            gaps = self.rows[_about_away(part, self.rows).argmin(axis=1)] - part
            nearest[start : start + len(part)] = np.sqrt(np.einsum("ij,ij->i", gaps, gaps))
        shares: FloatArray = nearest / self.distances[0] / self.limit
        return shares

    def psi(self, features: FloatArray) -> dict[str, float] | None:
        """Population stability index by feature of the finite `features` (m, 14); None for fewer than 200 rows.

        The sum over the training rows' deciles of (share now - share then) ln(share now / share then), no share taken
        for less than 0.1%.
        """
        if len(features) < LEAST_PSI_ROWS:
            return None
        now = np.maximum(_shares_between(self.edges, features), _LEAST_SHARE)
        then = np.maximum(self.shares, _LEAST_SHARE)
        index = ((now - then) * np.log(now / then)).sum(axis=1)
        return dict(zip(FEATURE_NAMES, index.tolist(), strict=True))


def drifted(psi: dict[str, float] | None) -> tuple[str, ...]:
    """The features whose index is above 0.25; three of them propose a retrain."""
    return () if psi is None else tuple(name for name, index in psi.items() if index > PSI_LIMIT)


def proposes_retrain(psi: dict[str, float] | None) -> bool:
    """Whether so many features have drifted that the model should be trained again."""
    return len(drifted(psi)) >= DRIFTED_FEATURES


def _distances_left_out(rows: FloatArray, bars: npt.NDArray[np.int64]) -> FloatArray:
    """For evenly spread rows the distance to the nearest one more than the horizon away: nearer ones share its bars."""
    chosen = np.unique(np.linspace(0, len(rows) - 1, min(len(rows), _MEASURED_ROWS)).astype(np.int64))
    nearest = np.empty(len(chosen))
    for start in range(0, len(chosen), _ROWS_AT_ONCE):
        part = chosen[start : start + _ROWS_AT_ONCE]
        about = _about_away(rows[part], rows)
        near = slice(*np.searchsorted(bars, (bars[part[0]] - HORIZON, bars[part[-1]] + HORIZON + 1)))
        about[:, near][np.abs(bars[part][:, None] - bars[near]) <= HORIZON] = np.inf
        closest = about.argmin(axis=1)
        is_known = np.isfinite(about[np.arange(len(part)), closest])
        squares = np.zeros(len(part))
        for column in rows.T:
            gap = column[part] - column[closest]
            squares += gap * gap
        nearest[start : start + len(part)] = np.where(is_known, np.sqrt(squares), np.inf)
    known: FloatArray = nearest[np.isfinite(nearest)]
    return known if len(known) else np.ones(1)


def _about_away(some: FloatArray, rows: FloatArray) -> FloatArray:
    """Squared distances of `some` (m, 14) from `rows` (n, 14), shape (m, n), less exact than they are quick: one matrix
    product tells which row is the nearest, and its distance is then taken anew."""
    about: FloatArray = (-2 * some) @ rows.T
    about += np.einsum("ij,ij->i", rows, rows)
    about += np.einsum("ij,ij->i", some, some)[:, None]
    return about


def _shares_between(edges: FloatArray, features: FloatArray) -> FloatArray:
    shares = np.empty((_FEATURES, _BINS))
    for feature in range(_FEATURES):
        places = np.searchsorted(edges[feature], features[:, feature], side="right")
        shares[feature] = np.bincount(places, minlength=_BINS) / len(features)
    return shares
