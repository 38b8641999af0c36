"""The built program, in a clean home, with nothing on the path."""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PATIENCE_S = 300


@dataclass(frozen=True, slots=True)
class Ended:
    """A run of the program that is over."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.frozen)
            item.add_marker(pytest.mark.timeout(2 * PATIENCE_S))


@pytest.fixture(scope="session")
def built() -> Path:
    """The built folder."""
    named = os.environ.get("PHOTON_FROZEN")
    if not named:
        pytest.skip("PHOTON_FROZEN names no folder of a built program; `python -m release` makes dist/photon-desktop")
    return Path(named).resolve()


@pytest.fixture(scope="session")
def program(built: Path) -> Path:
    """The program in it."""
    return built / "photon-desktop"


@pytest.fixture
def clean(tmp_path: Path) -> Mapping[str, str]:
    """The environment of somebody who has nothing but a home."""
    for name in ("home", "empty", "tmp"):
        (tmp_path / name).mkdir(exist_ok=True)
    return {
        "HOME": str(tmp_path / "home"),
        "PATH": str(tmp_path / "empty"),
        "TMPDIR": str(tmp_path / "tmp"),
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def run(program: Path, clean: Mapping[str, str], tmp_path: Path) -> Run:
    """Run a command of the program to its end, from a folder that is not its own."""

    def run_it(*words: str | Path, **more: str) -> Ended:
        ended = subprocess.run(
            [program, *words], env={**clean, **more}, cwd=tmp_path / "home", capture_output=True, text=True,
            timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run_it
