"""Qt's ICU without the tables that Qt never asks it for: of 32 MB 5 are left.

Qt has names of languages, currencies and units, dates, numbers, and rules for breaking lines, of its own; of ICU it
uses the order of words (collation), the names of time zones, which the program shows in no other language than
English, and what these stand on. The package's form is that of ICU's `ucmndata.h`: a header, how many items there
are, for each where its name and its data begin, and then these, the names in order and each data at a multiple of 16.
"""

import re
import shutil
import struct
import subprocess
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from release.left_out import Row

_LIBRARY = re.compile(r"libicudata\.so\.(\d+)$")
_LEFT_OUT = re.compile(
    r"/(brkitr|unit|curr|lang|region|translit|rbnf)/|\.cnv$|/unames\.icu$"
    r"|/zone/(?!root\.|pool\.|res_index\.|en\.|tzdbNames\.)"
    r"|^[^/]*/[a-z]{2,3}(_[A-Z0-9]\w*)?\.res$"  # a language's dates and numbers
)
_ALIGNED = 16


def with_little_icu_data(rows: Iterable[Row], folder: str) -> list[Row]:
    """`rows` with a smaller `libicudata`, made in `folder`; as they are where there is none, or no assembler."""
    if shutil.which("as") is None or shutil.which("ld") is None:
        return list(rows)
    return [_smaller(row, Path(folder)) for row in rows]


def smaller_package(package: bytes) -> bytes:
    """An ICU data package without what Qt does not ask for."""
    header_size = struct.unpack_from("<H", package)[0]
    kept = [(name, data) for name, data in _items(package[header_size:]) if not _LEFT_OUT.search(name.decode())]
    names = b"".join(name + b"\0" for name, _ in kept)
    name_at = 4 + 8 * len(kept)
    data_at = _up(name_at + len(names))
    table, datas = struct.pack("<I", len(kept)), b""
    for name, data in kept:
        table += struct.pack("<II", name_at, data_at + len(datas))
        name_at += len(name) + 1
        datas += data.ljust(_up(len(data)), b"\0")
    return package[:header_size] + (table + names).ljust(data_at, b"\0") + datas


def _items(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each item's name and data."""
    count = struct.unpack_from("<I", body)[0]
    places = [struct.unpack_from("<II", body, 4 + 8 * number) for number in range(count)]
    for (name_at, data_at), (_, end) in pairwise([*places, (0, len(body))]):
        yield body[name_at : body.index(b"\0", name_at)], body[data_at:end]


def _up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _smaller(row: Row, folder: Path) -> Row:
    name, source, kind = row
    found = _LIBRARY.search(name)
    if found is None or kind == "SYMLINK":
        return row
    library = Path(source).read_bytes()
    start = library.index(b"CmnD") - 12  # eight bytes of sizes and marks, four of the format's
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "icu.dat").write_bytes(smaller_package(library[start : start + _length(source)]))
    made = folder / Path(name).name
    _link(folder, f"icudt{found[1]}_dat", made)
    return (name, str(made), kind)


def _length(library: str) -> int:
    """The size in bytes of the section that the package is."""
    told = subprocess.run(["readelf", "-SW", library], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\.rodata\s+PROGBITS\s+\w+\s+\w+\s+(\w+)", told)
    if found is None:
        raise ValueError(f"{library} has no .rodata, where ICU's data should be")
    return int(found[1], 16)


def _link(folder: Path, symbol: str, target: Path) -> None:
    """Make a shared library whose one symbol is the package."""
    source = f""".section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "icu.dat"
.size {symbol}, . - {symbol}
.section .note.GNU-stack,"",@progbits
"""
    (folder / "icu.s").write_text(source, encoding="ascii")
    subprocess.run(["as", "icu.s", "-o", "icu.o"], cwd=folder, check=True)
    subprocess.run(["ld", "-shared", "-soname", target.name, "-o", target.absolute(), "icu.o"], cwd=folder, check=True)
