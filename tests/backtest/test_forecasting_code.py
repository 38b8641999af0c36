"""The digest of the code that makes forecasts."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import photon_desktop
from photon_desktop.backtest.forecasting_code import code_digest, code_files

PROGRAM = Path(photon_desktop.__file__).parent
NO_PART = {
    "errors.py",
    "priority.py",
    "whole_files.py",
    "backtest/spread.py",
    "backtest/worker_end.py",
}  # where and when, not what, is computed
IMPORTED = """
import sys
import photon_desktop.backtest.model_fit, photon_desktop.backtest.walk_forward, photon_desktop.learning.training
print("\\n".join(str(m.__file__) for n, m in sys.modules.items() if n.startswith("photon_desktop.")))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A working copy of the program's code."""
    for path in code_files():
        there = tmp_path / path.relative_to(PROGRAM)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, there)
    return tmp_path


def test_a_copy_elsewhere_has_the_same_digest(copy: Path) -> None:
    assert code_digest(copy) == code_digest() == code_digest()


@pytest.mark.parametrize(
    "changed",
    ["learning/labels.py", "learning/growing.py", "trading/features.py", "trading/indicators.py",
     "backtest/model_fit.py", "backtest/schedule.py"],
)  # fmt: skip
def test_a_changed_line_changes_it(copy: Path, changed: str) -> None:
    path = copy / changed
    path.write_text(path.read_text().replace("1", "2", 1))
    assert code_digest(copy) != code_digest()


def test_a_new_and_a_renamed_file_change_it(copy: Path) -> None:
    (copy / "learning" / "more.py").touch()
    added = code_digest(copy)
    (copy / "learning" / "more.py").rename(copy / "learning" / "else.py")
    assert len({code_digest(copy), added, code_digest()}) == 3


def test_a_frozen_program_without_source_has_one_too(tmp_path: Path) -> None:
    assert code_digest(tmp_path) == code_digest(tmp_path / "nowhere")


def test_all_modules_that_fitting_imports_have_a_part_in_it() -> None:
    told = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True, cwd=PROGRAM.parent
    )
    imported = {Path(line).relative_to(PROGRAM).as_posix() for line in told.stdout.splitlines()}
    covered = {path.relative_to(PROGRAM).as_posix() for path in code_files()}
    assert "learning/learners.py" in imported
    assert {name for name in imported if not name.endswith("__init__.py")} - covered <= NO_PART
