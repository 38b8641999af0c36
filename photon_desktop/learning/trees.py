"""Decision trees as flat arrays: fast for one row, and nothing but numbers to keep in a file."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.labels import CLASSES
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.features import FEATURE_NAMES

NodeArray = npt.NDArray[np.int32]

_ROWS_AT_ONCE = 512
_FEATURES = len(FEATURE_NAMES)


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """All nodes of all trees, one after another; read-only.

    `feature`, `left`, `right` int32 and `threshold` float64, shape (nodes,): a row goes left where its feature, as
    float32, is at most the threshold. A leaf is its own child on both sides. `values` float64, shape (nodes, 3): what
    a node says of SELL, HOLD and BUY; an inner node's is the weighted mean of its leaves', so that steps along a path
    add up. `roots` int32, shape (trees,). A child stands after its parent. Anything else raises ValueRefusedError.
    """

    feature: NodeArray
    threshold: FloatArray
    left: NodeArray
    right: NodeArray
    values: FloatArray
    roots: NodeArray
    depth: int = field(init=False)

    def __post_init__(self) -> None:
        self._check_shapes()
        self._check_links()
        for column in self.columns().values():
            column.flags.writeable = False
        object.__setattr__(self, "depth", self._measured_depth())

    def columns(self) -> dict[str, npt.NDArray[np.generic]]:
        """The arrays by name."""
        names = ("feature", "threshold", "left", "right", "values", "roots")
        return {name: getattr(self, name) for name in names}

    def __len__(self) -> int:
        return len(self.roots)

    def sums(self, features: FloatArray) -> FloatArray:
        """The summed leaf values of each row of `features` (n, 14), shape (n, 3). Rows must be finite."""
        total = np.empty((len(features), CLASSES))
        for start in range(0, len(features), _ROWS_AT_ONCE):
            part = slice(start, start + _ROWS_AT_ONCE)
            total[part] = self.values[self._leaves(_as_compared(features[part]))].sum(axis=1)
        return total

    def path_sums(self, row: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The summed root values (3,), and what each feature added on the way to the leaves (14, 3), for one row."""
        compared = _as_compared(row)
        added = np.zeros((_FEATURES, CLASSES))
        node = self.roots
        for _ in range(self.depth):
            asked = self.feature[node]
            below = np.where(compared[asked] <= self.threshold[node], self.left[node], self.right[node])
            steps = self.values[below] - self.values[node]
            for side in range(CLASSES):
                added[:, side] += np.bincount(asked, weights=steps[:, side], minlength=_FEATURES)
            node = below
        return self.values[self.roots].sum(axis=0), added

    def _leaves(self, compared: FloatArray) -> NodeArray:
        node = np.broadcast_to(self.roots, (len(compared), len(self.roots)))
        rows = np.arange(len(compared))[:, None]
        for _ in range(self.depth):
            is_left = compared[rows, self.feature[node]] <= self.threshold[node]
            node = np.where(is_left, self.left[node], self.right[node])
        return node

    def _check_shapes(self) -> None:
        nodes = len(self.feature)
        kinds = {"feature": np.int32, "threshold": np.float64, "left": np.int32, "right": np.int32,
                 "values": np.float64, "roots": np.int32}  # fmt: skip
        for name, column in self.columns().items():
            shape = {"values": (nodes, CLASSES), "roots": (len(self.roots),)}.get(name, (nodes,))
            if column.dtype != kinds[name] or column.shape != shape:
                raise ValueRefusedError(f"The trees' {name} is {column.dtype} of shape {column.shape}, not a tree's.")
        if nodes == 0 or len(self.roots) == 0:
            raise ValueRefusedError("There are no trees.")
        if not (np.isfinite(self.threshold).all() and np.isfinite(self.values).all()):
            raise ValueRefusedError("The trees hold a number that is not finite.")

    def _check_links(self) -> None:
        nodes = np.arange(len(self.feature))
        is_leaf = self.left == nodes
        children = np.stack([self.left, self.right])
        is_sound = np.where(is_leaf, self.right == nodes, (children > nodes).all(axis=0))
        if not is_sound.all() or children.max() >= len(nodes):
            raise ValueRefusedError("The trees' nodes do not lead from roots to leaves.")
        if np.bincount(children[:, ~is_leaf].ravel(), minlength=1).max() > 1:
            raise ValueRefusedError("The trees have a node with two parents.")
        if self.feature.min() < 0 or self.feature.max() >= _FEATURES:
            raise ValueRefusedError(f"The trees ask for a feature that is not one of the {_FEATURES}.")
        if self.roots.min() < 0 or self.roots.max() >= len(nodes):
            raise ValueRefusedError("The trees' roots are not among their nodes.")

    def _measured_depth(self) -> int:
        return len(levels(self.left, self.right, self.roots)) - 1


def levels(left: NodeArray, right: NodeArray, roots: NodeArray) -> list[NodeArray]:
    """The nodes at each distance from their root, the roots first."""
    found = []
    here = roots
    while len(here):
        found.append(here)
        inner = here[left[here] != here]
        here = np.concatenate([left[inner], right[inner]])
    return found


def _as_compared(features: FloatArray) -> FloatArray:
    """Features as scikit-learn compares them: rounded to float32, then against float64 thresholds."""
    return features.astype(np.float32).astype(np.float64)
