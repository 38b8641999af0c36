"""Lines and cells of a text: a sample of them for guessing, and all of them, piece by piece, for reading."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import DataError
from photon_desktop.market.importer.refusals import shown

HEAD_BYTES = 1 << 16
_PIECE_BYTES = 1 << 21
_SPOTS = 40
_LINES_A_SPOT = 5
_LONGEST_SAMPLE_LINE = 4_096
COMMENT = b"#"

BoolArray = npt.NDArray[np.bool_]
IndexArray = npt.NDArray[np.int64]


def head_lines(text: bytes, name: str) -> list[str]:
    """The first lines, each whole, without their ends. Raises DataError when there is no line end for very long."""
    head = text[:HEAD_BYTES]
    if len(text) > HEAD_BYTES:
        head, found, _ = head.rpartition(b"\n")
        if not found:
            raise DataError(
                f"Line 1 of {shown(name)} is too long ({HEAD_BYTES:,} bytes and more): there are no rows; choose a file"
                " with a row a line."
            )
    return head.decode("utf-8", "replace").replace("\r", "").split("\n")


def lines_from_all_over(text: bytes) -> list[str]:
    """Some whole lines from many places of a long text, in its order; none of a text that its head holds."""
    if len(text) <= HEAD_BYTES:
        return []
    step = (len(text) - HEAD_BYTES) // _SPOTS
    spots = (text[at : at + 2_000] for at in range(HEAD_BYTES, len(text), max(1, step)))
    found: list[str] = []
    for spot in spots:
        whole = spot.split(b"\n")[1:-1][:_LINES_A_SPOT]
        found += [line.decode("utf-8", "replace").strip("\r") for line in whole]
    return found


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line, quotes taken off. A line whose quotes do not pair is one cell."""
    if line.count('"') % 2 or len(line) > _LONGEST_SAMPLE_LINE:
        return [line]
    try:
        cells = csv.reader(
            [line.strip(delimiter) if delimiter == " " else line], delimiter=delimiter, skipinitialspace=True
        )
        return [cell.strip() for cell in next(cells, [])]
    except csv.Error:
        return [line]


def single_spaced(text: bytes) -> bytes:
    """Columns that are aligned with spaces, set apart by a single one."""
    return re.sub(rb"(?m)^ +| +$", b"", re.sub(rb" {2,}", b" ", text))


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole lines of a text: their bytes, the number of the first line (from 1), and where the piece ends."""

    data: bytes
    first_line: int
    end: int


def pieces_of(text: bytes, skipped_lines: int) -> Iterator[Piece]:
    """The text after its first lines, in pieces that take some dozen milliseconds to read."""
    start, line = _after_lines(text, skipped_lines), skipped_lines + 1
    while start < len(text):
        stop = text.rfind(b"\n", start, start + _PIECE_BYTES) + 1
        if stop <= start:
            stop = text.find(b"\n", start) + 1 or len(text)
        data = text[start:stop]
        yield Piece(_ended_by_lf(data), line, stop)
        line += data.count(b"\n")
        start = stop


def _ended_by_lf(data: bytes) -> bytes:
    """Every line ended by LF alone: what parses the cells takes a CR anywhere for the end of a line."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b" ")
    return data if data.endswith(b"\n") else data + b"\n"


def _after_lines(text: bytes, count: int) -> int:
    at = 0
    for _ in range(count):
        at = text.find(b"\n", at) + 1
        if at == 0:
            return len(text)
    return at


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is no row, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of a piece with the right number of cells, as bytes with line numbers; and those with another."""

    data: bytes
    numbers: IndexArray
    broken: list[BrokenLine]
    has_quotes: bool


def rows_of(piece: Piece, delimiter: str, width: int) -> Rows:
    """Tell a piece's rows from its broken lines; blank lines are neither."""
    signs = np.frombuffer(piece.data, np.uint8)
    ends = np.flatnonzero(signs == ord("\n"))
    starts = np.concatenate([[0], ends[:-1] + 1])
    has_quotes = b'"' in piece.data
    has_pairs = np.ones(len(ends), bool)
    separators = signs == ord(delimiter)
    if has_quotes:
        has_pairs = _counts(signs == ord('"'), ends) % 2 == 0
        separators &= ~_within_quotes(signs, starts, ends, has_pairs)
    is_row = (_counts(separators, ends) == width - 1) & has_pairs
    numbers = piece.first_line + np.arange(len(ends), dtype=np.int64)
    if is_row.all():
        return Rows(piece.data, numbers, [], has_quotes)
    faults = [
        fault
        for place in np.flatnonzero(~is_row).tolist()
        if (fault := _fault(piece.data[starts[place] : ends[place]], int(numbers[place]), delimiter, width))
    ]
    kept = signs[np.repeat(is_row, ends - starts + 1)].tobytes()
    return Rows(kept, numbers[is_row], faults, has_quotes)


def _counts(marks: BoolArray, ends: IndexArray) -> IndexArray:
    """How many marks stand in each line."""
    return np.diff(np.searchsorted(np.flatnonzero(marks), ends), prepend=0)


def _within_quotes(
    signs: npt.NDArray[np.uint8], starts: IndexArray, ends: IndexArray, has_pairs: BoolArray
) -> BoolArray:
    """Which signs stand between quotes; a line whose quotes do not pair counts as one without any."""
    quotes = signs == ord('"')
    if not has_pairs.all():
        quotes &= np.repeat(has_pairs, ends - starts + 1)
    return np.bitwise_xor.accumulate(quotes)


def _fault(line: bytes, number: int, delimiter: str, width: int) -> BrokenLine | None:
    """Why a line is no row; None for a blank one and a comment."""
    if not line.strip(b" \t\f\x1a\xef\xbb\xbf" + delimiter.encode()) or line.startswith(COMMENT):
        return None
    if line.count(b'"') % 2:
        return BrokenLine(number, "unbalanced quote")
    return BrokenLine(number, f"too {'many' if line.count(delimiter.encode()) >= width else 'few'} columns")
