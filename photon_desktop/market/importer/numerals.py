"""How numbers are written, and cells turned into float64: signs of money, thousands, decimal commas, 1.2K and 3.4%."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

MISSING = ("", "-", "--", "—", "–", "n/a", "N/A", "NA", "na", "#N/A", "null", "NULL", "Null", "None", "none", "nil",
           "nan", "NaN", "NAN", "-nan", "<NA>", ".")  # fmt: skip
_MONEY = r"[$€£¥₿₽₹₩]|USD|EUR|GBP|JPY|US\$"
_SPACES = "\u00a0\u202f\u2009 '’"
_LOOSE = re.compile(
    rf"^(?:{_MONEY})?\s*[+-]?(?:{_MONEY})?[\d.,{_SPACES}]*\d[\d.,]*(?:[eE][+-]?\d+)?\s*(?:[KMBTkmbt%]|{_MONEY})?$"
)
_LONGEST_NUMBER = 64
_INFINITE = r"(?i)^[+-]?inf(?:inity)?$"
_POWERS = {"k": "e3", "m": "e6", "b": "e9", "t": "e12"}


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The sign before the fraction, and the one between thousands ("" for none)."""

    decimal: str = "."
    thousands: str = ""


def is_number(cell: str) -> bool:
    """Whether a cell may be a number in some style."""
    return len(cell) <= _LONGEST_NUMBER and bool(_LOOSE.match(cell.strip()))


def style_of(cells: list[str], delimiter: str) -> NumberStyle:
    """The style in which most of these cells can be read; of several the plainest.

    "1,234" alone is a thousand where the comma separates cells, and a fraction elsewhere.
    """
    bare = [_digits_and_signs(cell) for cell in cells if is_number(cell)]
    styles = [NumberStyle(signs[0], signs[1:]) for signs in _styles(delimiter)]
    spaces = [sign for sign in _SPACES if any(re.search(rf"\d{sign}\d", cell) for cell in bare)]
    styles += [NumberStyle(decimal, sign) for sign in spaces for decimal in ".,"]
    return max(styles, key=lambda style: _readable(bare, style))


def _styles(delimiter: str) -> tuple[str, ...]:
    """A decimal sign and one between thousands or none, the likelier first."""
    return (".", ".,", ",", ",.") if delimiter == "," else (".", ",", ".,", ",.")


def _digits_and_signs(cell: str) -> str:
    return re.sub(rf"{_MONEY}|%$", "", cell.strip()).strip()


def _readable(bare: list[str], style: NumberStyle) -> int:
    pattern = re.compile(_pattern(style))
    return sum(1 for cell in bare if pattern.match(cell))


def _pattern(style: NumberStyle) -> str:
    """The numbers of a style, for RE2 and Python's engine. Groups have three digits, or two before the last three as in
    India."""
    point, group = re.escape(style.decimal), re.escape(style.thousands)
    whole = rf"(?:[0-9]{{1,3}}(?:{group}[0-9]{{2,3}})*{group}[0-9]{{3}}|[0-9]+)" if group else "[0-9]+"
    return rf"^[+-]?(?:{whole}(?:{point}[0-9]*)?|{point}[0-9]+)(?:[eE][+-]?[0-9]+)?[KMBTkmbt]?$"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column as float64, NaN where a cell is no number; which cells are missing, and which are no numbers."""

    values: FloatArray
    missing: BoolArray
    unreadable: BoolArray


def as_numbers(column: pa.Array, style: NumberStyle) -> Numbers:
    """Read a column of text, or take one of float64 (its nulls are missing cells)."""
    if pa.types.is_floating(column.type):
        missing = column.is_null().to_numpy(zero_copy_only=False)
        return Numbers(_values(column), missing, np.zeros(len(column), bool))
    trimmed = pc.utf8_trim_whitespace(column)
    missing = pc.is_in(trimmed, value_set=pa.array(MISSING))
    bare = pc.utf8_trim_whitespace(pc.replace_substring_regex(trimmed, rf"{_MONEY}|%$", ""))
    usable = pc.or_(pc.match_substring_regex(bare, _pattern(style)), pc.match_substring_regex(bare, _INFINITE))
    plain = _in_plain_style(pc.if_else(usable, bare, pa.scalar(None, pa.string())), style)
    unreadable = pc.invert(pc.or_(usable, missing)).to_numpy(zero_copy_only=False)
    return Numbers(_values(pc.cast(plain, pa.float64())), missing.to_numpy(zero_copy_only=False), unreadable)


def _values(column: pa.Array) -> FloatArray:
    filled = pc.fill_null(column, np.nan) if column.null_count else column
    return np.array(filled.to_numpy(zero_copy_only=False), dtype=np.float64)


def _in_plain_style(cells: pa.Array, style: NumberStyle) -> pa.Array:
    """Numbers as 1234.5e3: exact, for "78.43K" becomes "78.43e3" and is rounded once."""
    clean = pc.replace_substring(cells, style.thousands, "") if style.thousands else cells
    if style.decimal != ".":
        clean = pc.replace_substring(clean, style.decimal, ".")
    clean = pc.replace_substring_regex(clean, r"^\+", "")
    for letter, power in _POWERS.items():
        clean = pc.replace_substring_regex(clean, rf"(?i)([0-9.]){letter}$", rf"\1{power}")
    return clean
