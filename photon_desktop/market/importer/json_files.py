"""JSON as exchanges and pandas write it, turned into delimited text: the largest table found in it."""

import json
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from photon_desktop.errors import DataError
from photon_desktop.market.importer.refusals import listed, shown
from photon_desktop.market.importer.vocabulary import PRICE_ROLES, Role, rank

_MOST_BYTES = 256 << 20  # Python needs some ten times as much for the values
_LEAST_CELLS = 2
_DEEPEST = 8
_SEPARATOR = "\t"

Row = list[Any]
Named = tuple[str, list[Row]]  # where in the file a table stands, and its rows, the first of which may be names


def looks_like_json(start: bytes) -> bool:
    """Whether a text that starts so, blanks and case aside, is JSON."""
    return start[:1] in {b"[", b"{"}


def json_text(text: bytes, name: str) -> bytes:
    """The largest table in `text`, its cells separated by tabs, numbers with the very digits of the file.

    Raises DataError when the text is broken or has no table, or several that could be meant.
    """
    if len(text) > _MOST_BYTES:
        raise DataError(f"{shown(name)} has over {_MOST_BYTES:,} bytes of JSON; save it as CSV and import that.")
    found = list(_tables(_parsed(text, name), "", 0))
    if not found:
        raise DataError(f"There are no OHLCV columns in {shown(name)}: it is JSON without a table of bars.")
    most = max(len(rows) for _, rows in found)
    large = [table for table in found if len(table[1]) * 2 > most]
    if len(large) > 1:
        names = tuple(where or "unnamed" for where, _ in large)
        raise DataError(f"{shown(name)} holds {len(large)} tables ({listed(names)}); save one of them in a file.")
    return "\n".join(_SEPARATOR.join(map(_as_cell, row)) for row in large[0][1]).encode("utf-8", "replace") + b"\n"


def _parsed(text: bytes, name: str) -> Any:
    readable = text.decode("utf-8", "replace")
    try:
        return json.loads(readable, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        pass
    try:
        return [_loads(line) for line in readable.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise DataError(f"{shown(name)} is broken JSON (cut off or damaged); download it again.") from error


def _loads(line: str) -> Any:
    return json.loads(line, parse_float=str, parse_int=str, parse_constant=str)


def _as_cell(value: Any) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return " ".join(str(value).replace('"', "'").split())


def _tables(value: Any, where: str, depth: int) -> Iterator[Named]:
    """Every table in a value: as rows of cells, as rows by name, as columns, or as rows by their time."""
    if depth > _DEEPEST:
        return
    rows = _as_rows(value)
    if rows is not None:
        yield where, rows
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    deeper = [table for key, item in inner for table in _tables(item, str(key), depth + 1)]
    yield from deeper or _columns_below(value, where)


def _as_rows(value: Any) -> list[Row] | None:
    if isinstance(value, list) and value:
        return _list_of_lists(value) or _list_of_records(value)
    if isinstance(value, dict) and len(value) >= _LEAST_CELLS:
        return _columns(value) or _records_by_key(value)
    return None


def _list_of_lists(value: list[Any]) -> list[Row] | None:
    rows = [item for item in value if isinstance(item, list) and len(item) >= _LEAST_CELLS and _is_flat(item)]
    return rows if len(rows) * 2 > len(value) else None


def _list_of_records(value: list[Any]) -> list[Row] | None:
    records = [item for item in value if isinstance(item, dict)]
    if len(records) * 2 <= len(value):
        return None
    names = [name for name, item in records[0].items() if not isinstance(item, list | dict)]
    if len(names) < _LEAST_CELLS:
        return None
    return [names, *([record.get(name) for name in names] for record in records)]


def _columns(value: dict[str, Any]) -> list[Row] | None:
    """{"t": [...], "o": [...]}, and pandas' {"open": {"0": ...}, ...}."""
    lists = {name: item for name, item in value.items() if isinstance(item, list) and item and _is_flat(item)}
    lengths = {len(item) for item in lists.values()}
    if len(lists) >= _LEAST_CELLS and len(lengths) == 1 and _names_prices(lists) and _names_a_time(lists):
        return [list(lists), *map(list, zip(*lists.values(), strict=True))]
    maps = {name: item for name, item in value.items() if isinstance(item, dict) and _is_flat(list(item.values()))}
    if len(maps) < _LEAST_CELLS or not _names_prices(maps):
        return None
    keys = list(next(iter(maps.values())))
    return [["index", *maps], *([key, *(item.get(key) for item in maps.values())] for key in keys)]


def _records_by_key(value: dict[str, Any]) -> list[Row] | None:
    """{"2024-12-06": {"1. open": ...}, ...}."""
    records = {key: item for key, item in value.items() if isinstance(item, dict) and _is_flat(list(item.values()))}
    if len(records) * 2 <= len(value):
        return None
    names = list(next(iter(records.values())))
    if not _names_prices(names):
        return None
    return [["time", *names], *([key, *(item.get(name) for name in names)] for key, item in records.items())]


def _columns_below(value: Any, where: str) -> Iterator[Named]:
    """Columns that stand in different places of one object, as in a chart's times beside its quotes."""
    if not isinstance(value, dict):
        return
    lists = dict(_flat_lists(value, 0))
    lengths = [len(item) for item in lists.values()]
    if not lengths:
        return
    longest = max(lengths)
    columns = {name: item for name, item in lists.items() if len(item) == longest}
    if len(columns) >= _LEAST_CELLS and _names_prices(columns) and _names_a_time(columns):
        yield where, [list(columns), *map(list, zip_longest(*columns.values()))]


def _flat_lists(value: Any, depth: int) -> Iterator[tuple[str, Row]]:
    if depth > _DEEPEST:
        return
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if isinstance(item, list) and item and _is_flat(item):
            yield str(key), item
        else:
            yield from _flat_lists(item, depth + 1)


def _names_prices(names: Iterable[str]) -> bool:
    found = {role for name in names for role in PRICE_ROLES if rank(name, role)}
    return len(found) >= _LEAST_CELLS


def _names_a_time(names: Iterable[str]) -> bool:
    return any(rank(name, Role.TIME) for name in names)


def _is_flat(items: list[Any]) -> bool:
    return not any(isinstance(item, list | dict) for item in items[:50])
