"""How each kind of model is fitted. scikit-learn is imported here only when something is fitted."""

from dataclasses import dataclass
from typing import Any

from photon_desktop.learning.ensemble import FlatEnsemble
from photon_desktop.learning.flatten import flatten_boosting, flatten_forest
from photon_desktop.learning.growing import fitted, grow
from photon_desktop.learning.labels import IntArray
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.weights import class_balance, class_shares, mean_one
from photon_desktop.trading.bars import FloatArray

# The model's own number of trees, and that of the fits whose only use is to be scored.
_TREES = {ModelType.RANDOM_FOREST: 300, ModelType.GRADIENT_BOOSTING: 60}
_VALIDATION_TREES = {ModelType.RANDOM_FOREST: 100, ModelType.GRADIENT_BOOSTING: 60}


@dataclass(frozen=True, slots=True)
class Learner:
    """A model type with its number of trees, for the model and for the fits that are scored, and its seed."""

    model_type: ModelType
    trees: int
    validation_trees: int
    seed: int

    @classmethod
    def standard(cls, model_type: ModelType, seed: int, trees: int | None = None) -> "Learner":
        """The usual number of trees, or `trees` of them."""
        whole = trees or _TREES[model_type]
        return cls(model_type, whole, min(whole, _VALIDATION_TREES[model_type]), seed)

    def parameters(self) -> dict[str, float | int | str]:
        """What the fits are made with, for the manifest."""
        own = _FOREST if self.model_type is ModelType.RANDOM_FOREST else _BOOSTING
        return {"trees": self.trees, "validation_trees": self.validation_trees, **own}

    def fit(self, features: FloatArray, classes: IntArray, weights: FloatArray) -> FlatEnsemble:
        """The model itself. `weights` (n,) without balancing; two or more classes must occur."""
        return self._fit(features, classes, weights, self.trees)

    def fit_to_score(self, features: FloatArray, classes: IntArray, weights: FloatArray) -> FlatEnsemble:
        """A model made only to be scored on rows it has not seen."""
        return self._fit(features, classes, weights, self.validation_trees)

    def _fit(self, features: FloatArray, classes: IntArray, weights: FloatArray, trees: int) -> FlatEnsemble:
        lifted = class_balance(class_shares(classes, weights))
        balanced = mean_one(weights * lifted[classes])
        if self.model_type is ModelType.RANDOM_FOREST:
            return flatten_forest(grow(new_forest(trees, self.seed), features, classes, balanced), lifted)
        boosting = fitted(new_boosting(trees, self.seed), features, classes, balanced)
        return flatten_boosting(boosting, lifted)


_FOREST: dict[str, float | int | str] = {"max_depth": 8, "min_samples_leaf": 10}
_BOOSTING: dict[str, float | int | str] = {"max_depth": 2, "learning_rate": 0.05, "subsample": 0.5}


def new_forest(trees: int, seed: int) -> Any:
    """A RandomForestClassifier not fitted yet. One job: a second thread pool would be felt in the window."""
    from sklearn.ensemble import RandomForestClassifier  # noqa: PLC0415 - a second's import, for fitting only

    return RandomForestClassifier(n_estimators=trees, n_jobs=1, random_state=seed, **_FOREST)


def new_boosting(trees: int, seed: int) -> Any:
    """A GradientBoostingClassifier not fitted yet."""
    from sklearn.ensemble import GradientBoostingClassifier  # noqa: PLC0415 - a second's import, for fitting only

    return GradientBoostingClassifier(n_estimators=trees, random_state=seed, **_BOOSTING)
