"""Libraries that others name as needed and ask nothing of: Arrow's for queries and plans, which all its modules are
linked to; and copies of one library in several folders."""

import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from os.path import relpath
from pathlib import Path, PurePosixPath

from release.left_out import Row

_ARROWS = re.compile(r"^pyarrow/libarrow_(substrait|dataset|acero)\.so\.\d+$")
_SEGMENT, _LOADED, _DYNAMIC = "<IIQQQQQQ", 1, 2  # of ELF's program headers, 64 bits, the low byte first
_END, _NEEDED, _NAMES = 0, 1, 5  # tags of the dynamic section


def without_needless_libraries(rows: Iterable[Row], folder: str) -> list[Row]:
    """`rows` without Arrow's libraries for queries; what names them as needed is replaced by a copy that
    does not, in `folder`.

    Raises ValueError where something does ask them for a symbol: then they are not needless.
    """
    rows = list(rows)
    needless = {Path(name).name: source for name, source, _ in rows if _ARROWS.search(name)}
    if not needless or not sys.platform.startswith("linux"):
        return rows
    offered = set[str]().union(*(_symbols(source, "--defined-only") for source in needless.values()))
    return [_unlinked(row, needless, offered, Path(folder)) for row in rows if not _ARROWS.search(row[0])]


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


def unlinked(library: bytes, names: Collection[str]) -> bytes:
    """A shared library (ELF, 64 bits) that no longer names `names` as needed."""
    segments = list(_segments(library))
    start, size = next((place, size) for kind, place, _, size in segments if kind == _DYNAMIC)
    entries = list(struct.iter_unpack("<qQ", library[start : start + size]))
    entries = entries[: entries.index((_END, 0))]
    address = next(value for tag, value in entries if tag == _NAMES)
    loaded = [(at - base, base, base + held) for kind, at, base, held in segments if kind == _LOADED]
    texts = next(address + shift for shift, low, high in loaded if low <= address < high)
    kept = [entry for entry in entries if entry[0] != _NEEDED or _text(library, texts + entry[1]) not in names]
    table = b"".join(struct.pack("<qQ", *entry) for entry in kept)
    return library[:start] + table.ljust(size, b"\0") + library[start + size :]


def _unlinked(row: Row, needless: Collection[str], offered: set[str], folder: Path) -> Row:
    name, source, kind = row
    if not name.startswith("pyarrow/") or ".so" not in name or kind == "SYMLINK":
        return row
    if asked := _symbols(source, "--undefined-only") & offered:
        raise ValueError(f"{name} asks {', '.join(needless)} for {min(asked)}; keep them in the program")
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    copy.write_bytes(unlinked(Path(source).read_bytes(), needless))
    return (name, str(copy), kind)


def _symbols(library: str, which: str) -> set[str]:
    """The names in a library's table for the loader, without their versions."""
    listed = subprocess.run(["nm", "--dynamic", which, library], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1].split("@")[0] for line in listed.splitlines() if line}


def _segments(library: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Kind, place in the file, address and size in the file of each segment."""
    (table,) = struct.unpack_from("<Q", library, 32)
    step, count = struct.unpack_from("<HH", library, 54)
    for number in range(count):
        kind, _, place, address, _, size, _, _ = struct.unpack_from(_SEGMENT, library, table + number * step)
        yield kind, place, address, size


def _text(library: bytes, place: int) -> str:
    return library[place : library.index(b"\0", place)].decode()
