"""Some rows of a file, column by column: what can be told of a column by what stands in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from photon_desktop.market.importer.numerals import MISSING, NumberStyle, as_numbers, is_number

FloatArray = npt.NDArray[np.float64]
_MOSTLY = 0.8
_NEARLY_ALL = 0.97
_TICKER = re.compile(r"^[A-Z0-9][A-Z0-9./:=^_-]{0,19}$")


@dataclass(frozen=True, slots=True)
class Samples:
    """Rows of cells, all of one width, and how their numbers are written."""

    rows: Sequence[Sequence[str]]
    style: NumberStyle

    def cells(self, column: int) -> list[str]:
        """The cells of one column."""
        return [row[column] for row in self.rows]

    def is_numeric(self, column: int) -> bool:
        """Whether most cells that are not missing are numbers; at least one is."""
        filled = [cell for cell in self.cells(column) if cell not in MISSING]
        return bool(filled) and sum(map(is_number, filled)) >= _MOSTLY * len(filled)

    def values(self, column: int) -> FloatArray:
        """The column's numbers, NaN where there is none."""
        return as_numbers(pa.array(self.cells(column), pa.string()), self.style).values

    def is_zero(self, column: int) -> bool:
        """Whether no cell holds a number other than zero."""
        return not np.any(np.nan_to_num(self.values(column)) != 0)

    def looks_like_tickers(self, column: int) -> bool:
        """Whether every cell may be an instrument's name, and not a number."""
        cells = set(self.cells(column))
        return all(_TICKER.match(cell) for cell in cells) and not any(map(is_number, cells))

    def distinct(self, column: int) -> tuple[str, ...]:
        """The different cells of a column that are not empty, in the order they are met."""
        return tuple(dict.fromkeys(cell for cell in self.cells(column) if cell))


def nearly_all(holds: npt.NDArray[np.bool_]) -> bool:
    """Whether something holds for all rows but a few odd ones; never for none at all."""
    return bool(len(holds)) and float(holds.mean()) >= _NEARLY_ALL
