"""A data package of ICU with fewer items is still one."""

import struct

from release.icu_data import _items, smaller_package

HEADER = struct.pack("<HH", 32, 0xDA27) + b"CmnD".rjust(12, b"\0") + b"\0" * 16


def package(items: dict[bytes, bytes]) -> bytes:
    names = b"".join(name + b"\0" for name in items)
    name_at, data_at = 4 + 8 * len(items), 4 + 8 * len(items) + len(names)
    table, datas = struct.pack("<I", len(items)), b""
    for name, data in items.items():
        table += struct.pack("<II", name_at, data_at + len(datas))
        name_at += len(name) + 1
        datas += data
    return HEADER + table + names + datas


def test_what_qt_does_not_ask_for_goes_and_the_rest_is_found_where_it_is_said_to_be() -> None:
    kept = {b"icudt73l/coll/de.res": b"order" * 5, b"icudt73l/root.res": b"r", b"icudt73l/zone/en.res": b"Berlin"}
    gone = {b"icudt73l/brkitr/cjdict.dict": b"words", b"icudt73l/gb18030.cnv": b"c", b"icudt73l/de_AT.res": b"d"}
    smaller = smaller_package(package(dict(sorted({**kept, **gone}.items()))))
    assert smaller.startswith(HEADER)
    found = dict(_items(smaller[len(HEADER) :]))
    assert {name: data.rstrip(b"\0") for name, data in found.items()} == kept
    starts = [struct.unpack_from("<II", smaller, len(HEADER) + 4 + 8 * number)[1] for number in range(len(kept))]
    assert all(start % 16 == 0 for start in starts)
