"""Shared libraries in the form of Linux (ELF, 64 bits, the low byte first): what they need, and how to need less."""

import struct
from collections.abc import Collection, Iterator

_SEGMENT, _LOADED, _DYNAMIC = "<IIQQQQQQ", 1, 2  # of the program headers
_SECTION, _DYNAMIC_SYMBOLS = "<IIQQQQIIQQ", 11  # of the section headers
_SYMBOL, _SYMBOL_SIZE, _WEAK = "<IBBHQQ", 24, 2
_END, _NEEDED, _NAMES = 0, 1, 5  # tags of the dynamic section


def is_elf(library: bytes) -> bool:
    """Whether it is such a library at all."""
    return library[:6] == b"\x7fELF\x02\x01"


def needed(library: bytes) -> list[str]:
    """The file names of the libraries that one names as needed; none of one that is not linked dynamically."""
    found = _dynamic(library)
    if found is None:
        return []
    entries, texts = found[2], _texts(library, found[2])
    return [_text(library, texts + value) for tag, value in entries if tag == _NEEDED]


def unlinked(library: bytes, names: Collection[str]) -> bytes:
    """A shared library that no longer names `names` as needed."""
    found = _dynamic(library)
    if found is None:
        return library
    start, size, entries = found
    texts = _texts(library, entries)
    kept = [entry for entry in entries if entry[0] != _NEEDED or _text(library, texts + entry[1]) not in names]
    table = b"".join(struct.pack("<qQ", *entry) for entry in kept)
    return library[:start] + table.ljust(size, b"\0") + library[start + size :]


def with_weak_symbols(library: bytes, names: Collection[str]) -> bytes:
    """A shared library that loads where nothing offers `names`: each is then nowhere, and must not be called."""
    found = _dynamic(library)
    if found is None:
        return library
    texts, changed = _texts(library, found[2]), bytearray(library)
    for place in _symbol_places(library):
        name, info, *rest = struct.unpack_from(_SYMBOL, library, place)
        if _text(library, texts + name) in names:
            struct.pack_into(_SYMBOL, changed, place, name, info & 15 | _WEAK << 4, *rest)
    return bytes(changed)


def _dynamic(library: bytes) -> tuple[int, int, list[tuple[int, int]]] | None:
    """Where the dynamic section is, its size in bytes, and its entries."""
    found = next(((place, size) for kind, place, _, size in _segments(library) if kind == _DYNAMIC), None)
    if found is None:
        return None
    start, size = found
    entries = list(struct.iter_unpack("<qQ", library[start : start + size]))
    return start, size, entries[: entries.index((_END, 0))]


def _texts(library: bytes, entries: list[tuple[int, int]]) -> int:
    """Where in the file the names begin."""
    address = next(value for tag, value in entries if tag == _NAMES)
    loaded = [(at - base, base, base + held) for kind, at, base, held in _segments(library) if kind == _LOADED]
    return next(address + shift for shift, low, high in loaded if low <= address < high)


def _segments(library: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Kind, place in the file, address and size in the file of each segment."""
    (table,) = struct.unpack_from("<Q", library, 32)
    step, count = struct.unpack_from("<HH", library, 54)
    for number in range(count):
        kind, _, place, address, _, size, _, _ = struct.unpack_from(_SEGMENT, library, table + number * step)
        yield kind, place, address, size


def _symbol_places(library: bytes) -> Iterator[int]:
    """Where in the file each symbol of the loader's table is."""
    (table,) = struct.unpack_from("<Q", library, 40)
    step, count = struct.unpack_from("<HH", library, 58)
    for number in range(count):
        _, kind, _, _, place, size, *_ = struct.unpack_from(_SECTION, library, table + number * step)
        if kind == _DYNAMIC_SYMBOLS:
            yield from range(place, place + size, _SYMBOL_SIZE)


def _text(library: bytes, place: int) -> str:
    return library[place : library.index(b"\0", place)].decode()
