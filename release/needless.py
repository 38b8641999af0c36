"""Libraries that others name as needed and ask nothing of that is called: Arrow's for queries and plans, which all its
modules are linked to; SciPy's OpenBLAS, of which scipy.special has the one function of a part that is left out; and
copies of one library in several folders."""

import re
import subprocess
import sys
from collections.abc import Collection, Iterable
from hashlib import sha256
from os.path import relpath
from pathlib import Path, PurePosixPath

from release.elf import needed, unlinked, with_weak_symbols
from release.left_out import Row

_NEEDLESS = re.compile(r"^(pyarrow/libarrow_(substrait|dataset|acero)\.so\.\d+|scipy\.libs/libscipy_openblas[^/]*)$")
_NEVER_CALLED = frozenset({"scipy_dstevr_"})  # by scipy.special's ellip_harm alone, which has a stand-in


def without_needless_libraries(rows: Iterable[Row], folder: str) -> list[Row]:
    """`rows` without libraries that are needless; what names them as needed is replaced by a copy that
    does not, in `folder`.

    Raises ValueError where something does ask them for a symbol: then they are not needless.
    """
    rows = list(rows)
    needless = {Path(name).name: source for name, source, _ in rows if _NEEDLESS.search(name)}
    if not needless or not sys.platform.startswith("linux"):
        return rows
    offered = set[str]().union(*(_symbols(source, "--defined-only") for source in needless.values()))
    return [_unlinked(row, needless, offered, Path(folder)) for row in rows if not _NEEDLESS.search(row[0])]


def with_links_for_copies(rows: Iterable[Row]) -> list[Row]:
    """`rows` with each shared library that is there twice, under one file name, a symbolic link the second time."""
    first: dict[tuple[str, str], str] = {}
    told = []
    for name, source, kind in rows:
        there = name
        if kind == "BINARY" and ".so" in name and sys.platform.startswith("linux"):
            there = first.setdefault((Path(name).name, sha256(Path(source).read_bytes()).hexdigest()), name)
        is_copy = there != name
        told.append((name, relpath(there, PurePosixPath(name).parent), "SYMLINK") if is_copy else (name, source, kind))
    return told


def _unlinked(row: Row, needless: Collection[str], offered: set[str], folder: Path) -> Row:
    name, source, kind = row
    if not name.startswith(("pyarrow/", "scipy/")) or ".so" not in name or kind == "SYMLINK":
        return row
    asked = _symbols(source, "--undefined-only") & offered
    if still := asked - _NEVER_CALLED:
        raise ValueError(f"{name} asks {', '.join(needless)} for {min(still)}; keep them in the program")
    library = Path(source).read_bytes()
    if not set(needed(library)) & set(needless):
        return row
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(with_weak_symbols(unlinked(library, needless), asked))
    copy.chmod(0o755)
    return (name, str(copy), kind)


def _symbols(library: str, which: str) -> set[str]:
    """The names in a library's table for the loader, without their versions."""
    listed = subprocess.run(["nm", "--dynamic", which, library], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1].split("@")[0] for line in listed.splitlines() if line}
