"""Which of some columns are open, high, low and close, when no names say so: by what bars are like."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from photon_desktop.market.importer.samples import FloatArray, Samples, nearly_all

_MOST_COLUMNS = 14
_WIDEST = 1.1  # of the logarithm: a bar's high is seldom more than three times its low
_CLEARLY = 0.6  # an order of open and close is clear when its gaps are so much smaller than the other's


@dataclass(frozen=True, slots=True)
class PriceColumns:
    """The columns of the four prices, and whether open and close might be the other way round."""

    open: int
    high: int
    low: int
    close: int
    unsure: bool = False


def prices_among(columns: Sequence[int], samples: Samples, *, newest_first: bool) -> PriceColumns | None:
    """The first four of `columns`, neighbours before others, that are a bar's prices in every row but a few odd ones;
    None when no four are. Names are not looked at."""
    numeric = [column for column in columns if samples.is_numeric(column)][:_MOST_COLUMNS]
    values = {column: samples.values(column) for column in numeric}
    for four in _fours(numeric):
        found = _as_bars(four, values, newest_first=newest_first)
        if found is not None:
            return found
    return None


def _fours(columns: list[int]) -> Iterator[tuple[int, ...]]:
    yield from (tuple(columns[start : start + 4]) for start in range(len(columns) - 3))
    yield from combinations(columns, 4)


def _as_bars(four: Sequence[int], values: dict[int, FloatArray], *, newest_first: bool) -> PriceColumns | None:
    table = np.stack([values[column] for column in four])
    table = table[:, np.all(np.isfinite(table), axis=0)]
    if table.shape[1] == 0 or not nearly_all(np.all(table > 0, axis=0)):
        return None
    table = table[:, np.all(table > 0, axis=0)]
    top, bottom = table.max(axis=0), table.min(axis=0)
    if not nearly_all(np.log(top) - np.log(bottom) <= _WIDEST) or np.array_equal(top, bottom):
        return _in_usual_order(four) if np.array_equal(top, bottom) and table.shape[1] > 1 else None
    highs = [place for place in range(4) if nearly_all(table[place] == top)]
    lows = [place for place in range(4) if nearly_all(table[place] == bottom)]
    if 1 in highs and 2 in lows:
        return _in_usual_order(four)
    pairs = [(high, low) for high in highs for low in lows if high != low]
    if not pairs:
        return None
    high, low = pairs[0]
    first, second = (place for place in range(4) if place not in pairs[0])
    return _ordered(four, table, (first, high, low, second), newest_first=newest_first)


def _in_usual_order(four: Sequence[int]) -> PriceColumns:
    open_, high, low, close = four
    return PriceColumns(open_, high, low, close)


def _ordered(
    four: Sequence[int], table: FloatArray, places: tuple[int, int, int, int], *, newest_first: bool
) -> PriceColumns:
    """A bar mostly opens near where the one before closed: that tells open and close apart."""
    first, high, low, second = places
    in_time = table[:, ::-1] if newest_first else table
    logs = np.log(in_time)
    as_named = float(np.abs(logs[first, 1:] - logs[second, :-1]).sum())
    exchanged = float(np.abs(logs[second, 1:] - logs[first, :-1]).sum())
    unsure = min(as_named, exchanged) > _CLEARLY * max(as_named, exchanged) or in_time.shape[1] < 3
    if exchanged < as_named:
        first, second = second, first
    return PriceColumns(four[first], four[high], four[low], four[second], unsure)
