"""What scikit-learn imports and fits never call can be left out: models are the same without it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from release.left_out import MODULES
from release.stand_ins import NAMES, is_left_out

ROOT = Path(__file__).parents[2]
OF_THE_CLUSTER = {"dask", "distributed"}  # an extra that is installed with pip; asked for and missing, it is told so
FIT = """
import sys
from release.stand_ins import StandIns
if sys.argv[1] == "without":
    sys.meta_path.insert(0, StandIns())
import hashlib
import numpy as np
from photon_desktop.learning.learners import new_boosting, new_forest
random = np.random.default_rng(7)
features, weights = random.normal(size=(300, 6)), random.random(300)
for classes in (2, 3):
    labels = random.integers(classes, size=300) - 1
    for model in (new_forest(12, 3), new_boosting(12, 3)):
        model.fit(features, labels, sample_weight=weights)
        told = (model.predict_proba(features), model.decision_function(features) if hasattr(model, "init_") else labels)
        print(hashlib.sha256(b"".join(array.tobytes() for array in told)).hexdigest())
print(*[name for name in ("scipy.optimize._lbfgsb", "scipy.linalg._flapack") if name in sys.modules])
"""
USE = """
import sys
from release.stand_ins import StandIns
sys.meta_path.insert(0, StandIns())
import scipy.optimize
scipy.optimize.minimize(abs, 1)
"""


def ran(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def imported(source: str) -> Iterator[str]:
    """The full names of the modules, and of what may be one, that a source file imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_forests_and_boosting_fit_the_same_models_without_it() -> None:
    with_all, without = ran(FIT, "with"), ran(FIT, "without")
    assert (with_all.returncode, without.returncode) == (0, 0), without.stderr
    models = with_all.stdout.splitlines()[:4]
    assert len(set(models)) == 4
    assert without.stdout.splitlines() == [*models, ""]
    assert with_all.stdout.splitlines()[4] == "scipy.optimize._lbfgsb scipy.linalg._flapack"


def test_using_what_is_left_out_says_so_and_what_to_do() -> None:
    told = ran(USE).stderr.splitlines()[-1]
    assert told == (
        "ImportError: scipy.optimize.minimize is left out of the built program; "
        "install Photon Desktop with pip to use it"
    )


def test_the_program_imports_nothing_that_a_build_leaves_out() -> None:
    gone = set(MODULES) - OF_THE_CLUSTER
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "photon_desktop").rglob("*.py"))
        for name in imported(path.read_text(encoding="utf-8"))
        if is_left_out(name) or any(name == module or name.startswith(f"{module}.") for module in gone)
    ]
    assert found == []


def test_modules_beneath_one_that_is_left_out_are_too_and_others_of_like_names_are_not() -> None:
    assert {"scipy.linalg", "sklearn.ensemble._hist_gradient_boosting"} <= set(NAMES)
    assert is_left_out("scipy.linalg.blas")
    assert not is_left_out("scipy.linalgebra")
    assert not is_left_out("sklearn.ensemble._forest")
