"""Libraries without their tables for debuggers: a third of their size, and nothing that runs."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from release.left_out import Row

_WORTH_IT = 200_000  # bytes
_TIGHT = ".libs"  # such folders' libraries were given other names after linking: stripped, they can't be loaded
_SHARED_OBJECTS = ("EXTENSION", "BINARY")


def stripped(rows: Iterable[Row], folder: str) -> list[Row]:
    """`rows` with large shared objects replaced by stripped copies in `folder`; as they are where `strip` is missing.

    A copy that `strip` can't read, or that does not become smaller, is not used.
    """
    program = shutil.which("strip") if sys.platform.startswith("linux") else None
    if program is None:
        return list(rows)
    shutil.rmtree(folder, ignore_errors=True)
    return [_stripped(row, Path(folder), program) for row in rows]


def _stripped(row: Row, folder: Path, program: str) -> Row:
    name, source, kind = row
    is_tight = _TIGHT in name.split("/")[0] or kind not in _SHARED_OBJECTS
    if is_tight or Path(source).stat().st_size < _WORTH_IT:
        return row
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    done = subprocess.run([program, "--strip-unneeded", copy], capture_output=True, check=False)
    if done.returncode != 0 or copy.stat().st_size >= Path(source).stat().st_size:
        return row
    return (name, str(copy), kind)
