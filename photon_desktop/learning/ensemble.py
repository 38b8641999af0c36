"""Many trees, one opinion: probabilities of SELL, HOLD and BUY, and what each feature added to them."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.labels import CLASSES
from photon_desktop.learning.staircase import Staircases, staircases
from photon_desktop.learning.trees import Trees
from photon_desktop.trading.bars import FloatArray

_QUADRATURE_POINTS = 32


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """One row's `probabilities` (3,), where they started (`base`, (3,)) and what each feature added (`contributions`,
    (14, 3)): base plus the contributions' sum is the probabilities, to 1e-12."""

    probabilities: FloatArray
    base: FloatArray
    contributions: FloatArray


class FlatEnsemble(Protocol):
    """What predicts. Features are finite; probabilities are in the order SELL, HOLD, BUY."""

    def probabilities(self, features: FloatArray) -> FloatArray:
        """One row of three for each row of `features` (n, 14)."""
        ...

    def explain(self, row: FloatArray) -> Explained:
        """The probabilities of one row (14,) and how they came about."""
        ...

    def along(self, row: FloatArray) -> Staircases:
        """The probabilities along each feature of `row` (14,), the others unchanged."""
        ...

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """All that makes up the ensemble, by name: what is kept in a file."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class ForestEnsemble:
    """A forest: the mean over trees of the class shares in the leaf that a row falls into."""

    trees: Trees

    def probabilities(self, features: FloatArray) -> FloatArray:
        """Shape (n, 3); each row sums to 1."""
        return self.trees.sums(features) / len(self.trees)

    def explain(self, row: FloatArray) -> Explained:
        """Contributions are exact: the mean over trees of the steps between node shares along the path."""
        roots, added = self.trees.path_sums(row)
        base, contributions = roots / len(self.trees), added / len(self.trees)
        return Explained(self.probabilities(row[None, :])[0], base, contributions)

    def along(self, row: FloatArray) -> Staircases:
        """Exact: the trees' own thresholds."""
        sums = staircases(self.trees, row)
        return replace(sums, told=sums.told / len(self.trees))

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """The trees' arrays."""
        return self.trees.columns()


@dataclass(frozen=True, slots=True, eq=False)
class BoostingEnsemble:
    """Gradient boosting: the softmax of a starting score (3,) plus the sum of the leaf values.

    A class that was missing in training starts at minus infinity, which is a probability of zero.
    """

    trees: Trees
    start: FloatArray

    def __post_init__(self) -> None:
        is_sound = self.start.shape == (CLASSES,) and self.start.dtype == np.float64
        if not is_sound or np.isnan(self.start).any() or not np.isfinite(self.start.max()):
            raise ValueRefusedError("The boosting's starting score is not three numbers.")
        self.start.flags.writeable = False

    def probabilities(self, features: FloatArray) -> FloatArray:
        """Shape (n, 3); each row sums to 1."""
        return softmax(self.start + self.trees.sums(features))

    def explain(self, row: FloatArray) -> Explained:
        """Contributions to the raw scores, carried over to probabilities.

        A feature's steps along the paths add to the raw scores exactly. On the straight line from the roots' score to
        the row's, each feature's share of every small change of probability is its share of the score's change times
        softmax's slope there, summed up by Gauss-Legendre quadrature (Aumann and Shapley's values).
        """
        roots, added = self.trees.path_sums(row)
        begin = self.start + roots
        slope = _mean_slope(begin, added.sum(axis=0))
        base = softmax(begin[None, :])[0]
        return Explained(self.probabilities(row[None, :])[0], base, added @ slope)

    def along(self, row: FloatArray) -> Staircases:
        """Exact: the trees' own thresholds."""
        sums = staircases(self.trees, row)
        return replace(sums, told=softmax(self.start + sums.told))

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """The trees' arrays and the starting score."""
        return {**self.trees.columns(), "start": self.start}


def ensemble_of(arrays: dict[str, npt.NDArray[Any]]) -> FlatEnsemble:
    """The ensemble whose `arrays()` these are; ValueRefusedError when they are not an ensemble's."""
    named = dict(arrays)
    start = named.pop("start", None)
    try:
        trees = Trees(**named)
    except TypeError:
        raise ValueRefusedError(f"the arrays {', '.join(sorted(arrays))} are not those of trees") from None
    return ForestEnsemble(trees) if start is None else BoostingEnsemble(trees, start)


def digest(ensemble: FlatEnsemble) -> str:
    """SHA-256 over the ensemble's arrays, hexadecimal: the same model has the same digest everywhere."""
    sha = hashlib.sha256()
    for name, column in sorted(ensemble.arrays().items()):
        sha.update(f"{name} {column.dtype.str} {column.shape}".encode())
        sha.update(np.ascontiguousarray(column).tobytes())
    return sha.hexdigest()


def softmax(scores: FloatArray) -> FloatArray:
    """exp(score) over the row's sum of them, for rows of `scores` (n, 3)."""
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: FloatArray = grown / grown.sum(axis=1, keepdims=True)
    return shares


def _mean_slope(begin: FloatArray, change: FloatArray) -> FloatArray:
    """d probability k / d score j, averaged over the line from `begin` to `begin + change`; shape (j, k)."""
    points, shares = np.polynomial.legendre.leggauss(_QUADRATURE_POINTS)
    on_line = softmax(begin + (points[:, None] + 1) / 2 * change)
    slopes = on_line[:, :, None] * (np.eye(CLASSES) - on_line[:, None, :])
    mean: FloatArray = np.einsum("i,ijk->jk", shares / 2, slopes)
    return mean
