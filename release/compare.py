"""`python -m release.compare A B`: the files in which two built folders differ; 1 when there are any."""

import sys
from collections.abc import Iterator
from pathlib import Path

from release.__main__ import checksum


def differences(first: Path, second: Path) -> Iterator[str]:
    """The names of files that are in one folder only, point elsewhere, or hold something else."""
    names = {path.relative_to(root) for root in (first, second) for path in root.rglob("*") if not path.is_dir()}
    for name in sorted(names):
        if _content(first / name) != _content(second / name):
            yield name.as_posix()


def _content(path: Path) -> str:
    """What tells a file's content from another's; "" of one that is not there."""
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return checksum(path) if path.is_file() else ""


if __name__ == "__main__":
    found = list(differences(Path(sys.argv[1]), Path(sys.argv[2])))
    print("\n".join(found) or "The two builds are the same.")
    sys.exit(1 if found else 0)
