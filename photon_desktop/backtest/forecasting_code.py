"""The code that forecasts come from: those of changed code must not be taken for those that are made now."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

_PROGRAM = Path(__file__).parent.parent
_FLOORS = ("trading", "learning")
_HERE = ("model_fit", "model_strategy", "schedule", "walk_forward")


def code_digest(program: Path = _PROGRAM) -> str:
    """SHA-256 over the source of all that has a part in a forecast, hexadecimal: features, labels, samples, learners,
    calibration, and the walk through them.

    A released program is told by its version; this tells a developer's working copy. A frozen program has no source
    beside it, and its digest is that of nothing.
    """
    sha = hashlib.sha256()
    for path in code_files(program):
        sha.update(f"{path.relative_to(program).as_posix()}\0".encode())
        sha.update(hashlib.sha256(path.read_bytes()).digest())
    return sha.hexdigest()


def code_files(program: Path = _PROGRAM) -> Iterator[Path]:
    """The files of that source in `program`, the package's folder, in one order everywhere."""
    for floor in _FLOORS:
        yield from sorted((program / floor).glob("**/*.py"))
    yield from (path for name in _HERE if (path := program / "backtest" / f"{name}.py").exists())
