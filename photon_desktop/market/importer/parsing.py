"""All rows of a text as columns of numbers and times, each with its line; what can't be read is marked, not dropped."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.lines import COMMENT, BrokenLine, IndexArray, Rows, pieces_of, rows_of
from photon_desktop.market.importer.moments import TimeArray, as_moments
from photon_desktop.market.importer.numerals import MISSING, FloatArray, Numbers, NumberStyle, as_numbers
from photon_desktop.market.importer.vocabulary import is_known
from photon_desktop.market.importer.watch import Watch

BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ParsedRows:
    """Rows in the order of the file. Arrays of one length, but for `prices` and their marks: open, high, low and close,
    one such array each. `times` are ns, UTC where `has_zone`, else of the format's zone, and 0 where there is none.
    """

    lines: IndexArray
    times: TimeArray
    has_zone: BoolArray
    time_unreadable: BoolArray
    time_out_of_range: BoolArray
    prices: FloatArray  # four rows
    price_missing: BoolArray  # of any of the four
    price_unreadable: BoolArray
    volume: FloatArray
    volume_missing: BoolArray
    volume_unreadable: BoolArray
    is_header: BoolArray

    def __len__(self) -> int:
        return len(self.lines)

    def chosen(self, is_chosen: BoolArray) -> "ParsedRows":
        """Only these rows."""
        return ParsedRows(*(getattr(self, name)[..., is_chosen] for name in _NAMES))


_NAMES = tuple(ParsedRows.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A whole text: its rows, the lines that are none, and the instruments named in it with how often each is."""

    rows: ParsedRows
    broken: tuple[BrokenLine, ...]
    tickers: dict[str, int]


def parse(text: bytes, format_: Format, watch: Watch) -> Parsed:
    """Read every line after the first `skipped_lines`. Of several instruments only the format's ticker is kept when
    it names one; `tickers` counts them all. Raises DataError for a time format that is none."""
    parts: list[ParsedRows] = []
    broken: list[BrokenLine] = []
    tickers: dict[str, int] = {}
    for piece in pieces_of(text, format_.skipped_lines):
        watch.step("parsing", piece.end, len(text))
        rows = rows_of(piece, format_.delimiter, format_.width)
        table, numbers, faults = _table_of(rows, format_)
        broken += [*rows.broken, *faults]
        parts.append(_of_ticker(_parsed(table, numbers, format_), table, format_, tickers))
    return Parsed(_joined(parts), tuple(broken), tickers)


def _joined(parts: list[ParsedRows]) -> ParsedRows:
    if not parts:
        none, no = np.zeros(0, np.int64), np.zeros(0, bool)
        numbers, prices = np.zeros(0), np.zeros((4, 0))
        return ParsedRows(none, none, no, no, no, prices, no, no, numbers, no, no, no)
    return ParsedRows(*(np.concatenate([getattr(part, name) for part in parts], axis=-1) for name in _NAMES))


Table = dict[int, pa.Array]  # by the number of the column


def _table_of(rows: Rows, format_: Format) -> tuple[Table, IndexArray, list[BrokenLine]]:
    """The columns the format asks for, numbers as float64 where all of them are written plainly, else as text."""
    if not rows.data:
        return dict.fromkeys(_columns(format_), pa.array([], pa.string())), rows.numbers, []
    for kind in (pa.float64(), pa.string()) if _is_plain(format_) else (pa.string(),):
        table = _read(rows, format_, kind)
        if table is not None:
            return table, rows.numbers, []
    return _line_by_line(rows, format_)


def _columns(format_: Format) -> list[int]:
    optional = (format_.clock_column, format_.volume_column, format_.symbol_column)
    found = (format_.time_column, *format_.price_columns, *(column for column in optional if column is not None))
    return list(dict.fromkeys(found))


def _is_plain(format_: Format) -> bool:
    return format_.decimal == "." and format_.thousands == ""


def _read(rows: Rows, format_: Format, kind: pa.DataType) -> Table | None:
    """None when a cell is not of that kind, or the cells do not come out as they were counted."""
    columns = _columns(format_)
    numbers = {*format_.price_columns, format_.volume_column}
    as_text = {format_.time_column, format_.clock_column, format_.symbol_column}
    types = {f"f{one}": kind if one in numbers - as_text else pa.string() for one in columns}
    try:
        table = pa_csv.read_csv(
            pa.BufferReader(rows.data),
            pa_csv.ReadOptions(column_names=[f"f{one}" for one in range(format_.width)], block_size=len(rows.data) + 1),
            pa_csv.ParseOptions(
                delimiter=format_.delimiter,
                quote_char='"' if rows.has_quotes else False,
                ignore_empty_lines=False,
            ),
            pa_csv.ConvertOptions(
                column_types=types, include_columns=[f"f{one}" for one in columns], null_values=list(MISSING)
            ),
        )
    except (pa.ArrowException, UnicodeDecodeError):
        return None
    if table.num_rows != len(rows.numbers):
        return None
    return {one: table.column(f"f{one}").combine_chunks() for one in columns}


def _line_by_line(rows: Rows, format_: Format) -> tuple[Table, IndexArray, list[BrokenLine]]:
    """For quotes in odd places: every line by itself, those that do not come out left aside."""
    kept: list[list[str]] = []
    numbers: list[int] = []
    broken: list[BrokenLine] = []
    for number, line in zip(rows.numbers.tolist(), rows.data.decode("utf-8", "replace").split("\n"), strict=False):
        cells = _cells_of(line, format_.delimiter)
        if len(cells) == format_.width:
            kept.append(cells)
            numbers.append(number)
        else:
            broken.append(BrokenLine(number, "unbalanced quote"))
    table = {one: pa.array([cells[one] for cells in kept], pa.string()) for one in _columns(format_)}
    return table, np.array(numbers, np.int64), broken


def _cells_of(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _parsed(table: Table, lines: IndexArray, format_: Format) -> ParsedRows:
    style = NumberStyle(format_.decimal, format_.thousands)
    texts = table[format_.time_column]
    if format_.clock_column is not None:
        texts = pc.binary_join_element_wise(texts, table[format_.clock_column], " ")
    moments = as_moments(texts, format_.time_format)
    prices = [as_numbers(table[column], style) for column in format_.price_columns]
    volume = _volume(table, format_, style, len(lines))
    divided = np.stack([price.values for price in prices]) / format_.price_divisor
    return ParsedRows(
        lines,
        moments.times,
        moments.has_zone,
        moments.unreadable,
        moments.out_of_range,
        divided,
        np.logical_or.reduce([price.missing for price in prices]),
        np.logical_or.reduce([price.unreadable for price in prices]),
        volume.values,
        volume.missing,
        volume.unreadable,
        _are_headers(texts, moments.unreadable, prices),
    )


def _volume(table: Table, format_: Format, style: NumberStyle, count: int) -> Numbers:
    """Not told, where the file has none."""
    if format_.volume_column is None:
        return Numbers(np.full(count, np.nan), np.ones(count, bool), np.zeros(count, bool))
    return as_numbers(table[format_.volume_column], style)


def _are_headers(texts: pa.Array, unreadable: BoolArray, prices: list[Numbers]) -> BoolArray:
    """Rows that name the columns again: words for the time and for every price."""
    suspects = unreadable & np.logical_and.reduce([price.unreadable for price in prices])
    result = np.zeros(len(suspects), bool)
    for place in np.flatnonzero(suspects).tolist():
        result[place] = any(map(is_known, _words(texts[place].as_py())))
    return result


def _words(text: str | None) -> Iterator[str]:
    yield from () if text is None else (text, *text.split()[:4])


def _of_ticker(part: ParsedRows, table: Table, format_: Format, tickers: dict[str, int]) -> ParsedRows:
    """The rows of the format's instrument; all of them are counted in `tickers`. Rows of empty cells, as spreadsheets
    leave them below a table, and comments are none."""
    is_row = ~(part.time_unreadable & _says_nothing(table[format_.time_column], part.price_missing))
    if format_.symbol_column is None:
        return part if is_row.all() else part.chosen(is_row)
    cells = pc.utf8_trim_whitespace(pc.fill_null(table[format_.symbol_column], ""))
    real = pc.if_else(pa.array(part.is_header), pa.scalar(""), cells)
    for found in pc.value_counts(real).to_pylist():
        if found["values"]:
            tickers[found["values"]] = tickers.get(found["values"], 0) + found["counts"]
    if format_.ticker is None or format_.ticker not in tickers:
        return part if is_row.all() else part.chosen(is_row)
    return part.chosen(is_row & pc.equal(cells, format_.ticker).to_numpy(zero_copy_only=False))


def _says_nothing(texts: pa.Array, price_missing: BoolArray) -> BoolArray:
    trimmed = pc.utf8_trim_whitespace(pc.fill_null(texts, ""))
    is_comment = pc.starts_with(trimmed, COMMENT.decode()).to_numpy(zero_copy_only=False)
    return np.asarray(is_comment | (price_missing & pc.equal(trimmed, "").to_numpy(zero_copy_only=False)))
