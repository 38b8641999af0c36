"""Bars packed into blocks: exact to the bit, each with a checksum that tells when it was damaged."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from photon_desktop.trading.bars import Bars, joined

BLOCK_BARS = 1_024
"""Few enough that a live bar, which rewrites its block, costs at most 48 KiB; enough that a million are 1,000 rows."""

_BYTES_A_VALUE = 8
_COLUMNS = 6
_TIME, _NUMBER = np.dtype("<i8"), np.dtype("<f8")


@dataclass(frozen=True, slots=True)
class BarBlock:
    """At most BLOCK_BARS bars that follow each other.

    `columns` holds, one after the other and little-endian, the int64 open times (ns UTC) and the float64 opens, highs,
    lows, closes and volumes; `checksum` is its CRC-32. `first_time`, `last_time` and `count` say what is within.
    """

    first_time: int
    last_time: int
    count: int
    checksum: int
    columns: bytes

    @classmethod
    def pack(cls, bars: Bars) -> Self:
        """The block of `bars`, of which there is at least one."""
        kinds = (_TIME, *[_NUMBER] * (_COLUMNS - 1))
        packed = b"".join(
            column.astype(kind, copy=False).tobytes() for column, kind in zip(bars.columns(), kinds, strict=True)
        )
        return cls(int(bars.times[0]), int(bars.times[-1]), len(bars), zlib.crc32(packed), packed)

    @classmethod
    def from_row(cls, row: tuple[Any, ...]) -> Self:
        """The block of a row of the store, its columns in the order of the fields."""
        return cls(*row)

    def unpack(self) -> Bars | None:
        """The bars, views of `columns`; None when it is not what was packed."""
        if len(self.columns) != self.count * _COLUMNS * _BYTES_A_VALUE or self.count == 0:
            return None
        if zlib.crc32(self.columns) != self.checksum:
            return None
        times = np.frombuffer(self.columns, _TIME, self.count).astype(np.int64, copy=False)
        if (int(times[0]), int(times[-1])) != (self.first_time, self.last_time):
            return None
        starts = range(self.count * _BYTES_A_VALUE, len(self.columns), self.count * _BYTES_A_VALUE)
        numbers = (np.frombuffer(self.columns, _NUMBER, self.count, start) for start in starts)
        return Bars(times, *(column.astype(np.float64, copy=False) for column in numbers))


def blocks_of(bars: Bars) -> Iterator[BarBlock]:
    """`bars` cut into blocks, all but the last one full."""
    return (BarBlock.pack(bars.part(start, start + BLOCK_BARS)) for start in range(0, len(bars), BLOCK_BARS))


def merged(old: Bars, fresh: Bars) -> Bars:
    """The bars of both in rising order; of two with one open time the fresh one."""
    if len(old) == 0 or len(fresh) == 0:
        return fresh if len(old) == 0 else old
    if old.times[-1] < fresh.times[0]:
        return joined([old, fresh])
    both = joined([old, fresh])
    order = np.argsort(both.times, kind="stable")
    times = both.times[order]
    chosen = order[np.append(times[1:] != times[:-1], True)]  # the later of two equals is the fresh one
    return Bars(*(column[chosen] for column in both.columns()))
