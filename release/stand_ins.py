"""Run before the program: stand-ins for what scikit-learn and SciPy import for other ends than forests and boosting.

Importing `sklearn.ensemble` imports most of both, 65 MB and most of a second, and a fit calls next to nothing of it.
The modules in `NAMES` are left out of the built program; imports of them get an empty module, whose every name is a
class that says so when it is called. The one function of theirs that a fit does call is here.
"""

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

NAMES = (
    "scipy.linalg", "scipy.optimize", "scipy.stats", "scipy.spatial", "scipy.fft", "scipy.fftpack", "scipy.integrate",
    "scipy.interpolate", "scipy.ndimage", "scipy.sparse.linalg", "scipy.sparse.csgraph",
    "scipy.special._ellip_harm",  # what alone calls the one function of LAPACK's that scipy.special asks for
    "sklearn.metrics", "sklearn.model_selection", "sklearn.linear_model", "sklearn.svm", "sklearn.decomposition",
    "sklearn.covariance", "sklearn.compose", "sklearn.pipeline", "sklearn.discriminant_analysis", "sklearn.datasets",
    "sklearn.preprocessing._data", "sklearn.preprocessing._discretization", "sklearn.preprocessing._encoders",
    "sklearn.preprocessing._function_transformer", "sklearn.preprocessing._polynomial",
    "sklearn.preprocessing._target_encoder",
    "sklearn.ensemble._bagging", "sklearn.ensemble._hist_gradient_boosting", "sklearn.ensemble._iforest",
    "sklearn.ensemble._stacking", "sklearn.ensemble._voting", "sklearn.ensemble._weight_boosting",
    # the module of trees is compiled against one of neighbors', `_quad_tree`
    *("sklearn.neighbors." + name for name in (
        "_ball_tree", "_base", "_classification", "_graph", "_kd_tree", "_kde", "_lof", "_nca", "_nearest_centroid",
        "_regression", "_unsupervised",
    )),
)  # fmt: skip
_CHILDREN = tuple(f"{name}." for name in NAMES)


def is_left_out(module: str) -> bool:
    """Whether a module has a stand-in, by its full name."""
    return module in NAMES or module.startswith(_CHILDREN)


class _LeftOut(type):
    """Of classes in place of functions and classes that are not there: they can be named and derived from, not used."""

    def __call__(cls, *_: Any, **__: Any) -> Any:
        name = f"{cls.__module__}.{cls.__name__}"
        raise ImportError(f"{name} is left out of the built program; install Photon Desktop with pip to use it")


def _gmean(values: Any, axis: int = 0) -> Any:
    """The geometric mean, exp of the mean of the logarithms: where boosting of several classes starts from."""
    import numpy as np  # noqa: PLC0415 - a start of the program must not wait for it

    with np.errstate(divide="ignore"):
        return np.exp(np.mean(np.log(values), axis=axis))


_NEEDED: dict[str, Any] = {"scipy.stats.gmean": _gmean}


class StandIns(MetaPathFinder, Loader):
    """Finds and loads stand-ins of the modules in `NAMES`."""

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        return ModuleSpec(fullname, self, is_package=True) if is_left_out(fullname) else None

    def exec_module(self, module: ModuleType) -> None:
        def named(name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(f"{module.__name__} has no {name}")
            full = f"{module.__name__}.{name}"
            return _NEEDED.get(full) or _LeftOut(name, (), {"__module__": module.__name__})

        vars(module)["__getattr__"] = named


if getattr(sys, "frozen", False):
    sys.meta_path.insert(0, StandIns())
