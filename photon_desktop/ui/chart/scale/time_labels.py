"""Labels of the time axis: each stands at the first bar of its minute, hour, day, month or year, and none repeats."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import TimeArray
from photon_desktop.ui import formats

_MINUTE_NS = 60_000_000_000


class Rank(IntEnum):
    """What begins at a label; the larger stands out."""

    TIME = 0
    DAY = 1
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A text at a bar; `is_major` where more than the axis' usual unit begins."""

    index: int
    text: str
    is_major: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    rank: Rank
    count: int

    def numbers(self, clock: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
        """The running number of the unit each local time is in."""
        match self.rank:
            case Rank.TIME:
                return clock.astype("datetime64[m]").astype(np.int64) // self.count
            case Rank.DAY:
                return (clock.astype("datetime64[D]").astype(np.int64) + 3) // self.count  # weeks begin on Monday
            case Rank.MONTH:
                return clock.astype("datetime64[M]").astype(np.int64) // self.count
        return (clock.astype("datetime64[Y]").astype(np.int64) + 1970) // self.count


_LADDER = (
    *(_Unit(Rank.TIME, minutes) for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720)),
    *(_Unit(Rank.DAY, days) for days in (1, 2, 7, 14)),
    *(_Unit(Rank.MONTH, months) for months in (1, 2, 3, 6)),
    *(_Unit(Rank.YEAR, years) for years in (1, 2, 5, 10, 20, 50)),
)


def time_labels(
    indexes: TimeArray, clock: npt.NDArray[np.datetime64], pixels_per_bar: float, spacing: float
) -> list[TimeLabel]:
    """Labels for the bars `indexes` (rising), whose local open times are `clock`, at least `spacing` pixels apart.

    The first bar only tells what was before it and gets no label of its own.
    """
    if len(indexes) < 2:
        return []
    most = (indexes[-1] - indexes[0]) * pixels_per_bar / spacing
    unit, starts = _finest_unit(clock, most)
    if len(starts) == 0:
        return []
    ranks = _ranks(clock, starts)
    kept = _kept(indexes[starts], ranks, spacing / pixels_per_bar)
    return list(_without_repeats(indexes, clock, starts[kept], ranks[kept], unit))


def _finest_unit(clock: npt.NDArray[np.datetime64], most: float) -> tuple[_Unit, TimeArray]:
    for unit in _LADDER:
        begins = np.diff(unit.numbers(clock)) != 0
        if np.count_nonzero(begins) <= most:
            break
    if unit.rank is Rank.DAY:
        begins |= np.diff(_Unit(Rank.MONTH, 1).numbers(clock)) != 0
    return unit, np.flatnonzero(begins) + 1


def _ranks(clock: npt.NDArray[np.datetime64], starts: TimeArray) -> npt.NDArray[np.int64]:
    ranks = np.zeros(len(starts), dtype=np.int64)
    for rank in (Rank.DAY, Rank.MONTH, Rank.YEAR):
        numbers = _Unit(rank, 1).numbers(clock)
        ranks[numbers[starts] != numbers[starts - 1]] = rank
    return ranks


def _kept(places: TimeArray, ranks: npt.NDArray[np.int64], distance: float) -> npt.NDArray[np.int64]:
    """Which labels have room, those of a higher rank first."""
    taken: list[int] = []
    for position in np.lexsort((places, -ranks)):
        if all(abs(int(places[position]) - int(places[other])) >= distance for other in taken):
            taken.append(int(position))
    return np.sort(np.array(taken, dtype=np.int64))


def _without_repeats(
    indexes: TimeArray,
    clock: npt.NDArray[np.datetime64],
    starts: TimeArray,
    ranks: npt.NDArray[np.int64],
    unit: _Unit,
) -> Iterator[TimeLabel]:
    before = ""
    for start, rank in zip(starts, ranks, strict=True):
        text = _text(clock[start], Rank(max(int(rank), unit.rank)), unit)
        if text != before:
            yield TimeLabel(int(indexes[start]), text, int(rank) > unit.rank)
        before = text


def _text(moment: np.datetime64, rank: Rank, unit: _Unit) -> str:
    year, month, day = str(moment.astype("datetime64[D]")).split("-")
    match rank:
        case Rank.YEAR:
            return year
        case Rank.MONTH:
            return formats.month(int(month))
        case Rank.DAY:
            return f"{int(day)} {formats.month(int(month))}"
    minutes = int((moment - moment.astype("datetime64[D]")) / np.timedelta64(1, "m")) // unit.count * unit.count
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
