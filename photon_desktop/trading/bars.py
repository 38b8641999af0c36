"""Bars: one as a value, many as columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Self

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import DataError, ValueRefusedError
from photon_desktop.trading.timestamps import to_iso

FloatArray = npt.NDArray[np.float64]
TimeArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, named by its open time (nanoseconds UTC); prices in quote money, volume in base units."""

    open_time: int
    open: float
    high: float
    low: float
    close: float
    volume: float

    def __post_init__(self) -> None:
        prices = (self.open, self.high, self.low, self.close)
        if not all(isfinite(price) and price > 0 for price in prices):
            raise ValueRefusedError(f"The bar of {to_iso(self.open_time)} has a price that is not above zero.")
        if not (self.low <= min(self.open, self.close) and self.high >= max(self.open, self.close)):
            raise ValueRefusedError(f"The bar of {to_iso(self.open_time)} has an open or close outside low to high.")
        if not (isfinite(self.volume) and self.volume >= 0):
            raise ValueRefusedError(f"The bar of {to_iso(self.open_time)} has a volume under zero.")


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Bars as columns of one length: `times` int64 open times in nanoseconds UTC, strictly rising; the rest float64.

    The arrays are read-only. `check()` refuses what is not a market's bars; constructors that read from outside
    call it, slices of checked bars need not.
    """

    times: TimeArray
    open: FloatArray
    high: FloatArray
    low: FloatArray
    close: FloatArray
    volume: FloatArray

    def __post_init__(self) -> None:
        lengths = {len(column) for column in self.columns()}
        if len(lengths) != 1:
            raise ValueRefusedError(f"Columns of bars must have one length, these have {sorted(lengths)}.")
        for column in self.columns():
            column.flags.writeable = False

    @classmethod
    def of(cls, times: npt.ArrayLike, open_: npt.ArrayLike, high: npt.ArrayLike, low: npt.ArrayLike,
           close: npt.ArrayLike, volume: npt.ArrayLike) -> Self:  # fmt: skip
        """Checked bars from anything array-like; the data are copied."""
        prices = [np.array(column, dtype=np.float64) for column in (open_, high, low, close, volume)]
        bars = cls(np.array(times, dtype=np.int64), *prices)
        bars.check()
        return bars

    @classmethod
    def from_bars(cls, bars: Iterable[Bar]) -> Self:
        """Checked columns from single bars in rising order."""
        rows = list(bars)
        return cls.of(
            [b.open_time for b in rows],
            [b.open for b in rows],
            [b.high for b in rows],
            [b.low for b in rows],
            [b.close for b in rows],
            [b.volume for b in rows],
        )

    @classmethod
    def empty(cls) -> Self:
        """No bars at all."""
        return cls.of([], [], [], [], [], [])

    def columns(self) -> tuple[npt.NDArray[np.generic], ...]:
        """Times, open, high, low, close, volume."""
        return (self.times, self.open, self.high, self.low, self.close, self.volume)

    def check(self) -> None:
        """Raise DataError, naming the first bad row, unless times rise, prices are positive and low <= o, c <= high."""
        for is_bad, what in self._faults():
            if np.any(is_bad):
                row = int(np.argmax(is_bad))
                raise DataError(f"Row {row + 1} ({to_iso(int(self.times[row]))}) {what}; correct or remove it.")

    def _faults(self) -> Iterator[tuple[npt.NDArray[np.bool_] | np.bool_, str]]:
        prices = np.stack([self.open, self.high, self.low, self.close])
        yield ~np.isfinite(prices).all(axis=0), "has a price that is not a number"
        yield (prices <= 0).any(axis=0), "has a price that is not above zero"
        yield self.high < np.maximum(self.open, self.close), "has a high under its open or close"
        yield self.low > np.minimum(self.open, self.close), "has a low above its open or close"
        yield ~np.isfinite(self.volume) | (self.volume < 0), "has a volume that is not zero or more"
        yield (
            np.concatenate([[False], np.diff(self.times) <= 0])[: len(self)],
            "is not later than the row before",
        )

    def __len__(self) -> int:
        return len(self.times)

    def __iter__(self) -> Iterator[Bar]:
        return (self.bar(index) for index in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Bars):
            return NotImplemented
        return all(np.array_equal(mine, theirs) for mine, theirs in zip(self.columns(), other.columns(), strict=True))

    __hash__ = None  # type: ignore[assignment]

    def bar(self, index: int) -> Bar:
        """The bar at `index` (negative counts from the end)."""
        return Bar(
            int(self.times[index]),
            float(self.open[index]),
            float(self.high[index]),
            float(self.low[index]),
            float(self.close[index]),
            float(self.volume[index]),
        )

    def part(self, start: int | None = None, stop: int | None = None) -> "Bars":
        """Bars from index `start` up to, not including, `stop`; views, nothing is copied."""
        chosen = slice(start, stop)
        return Bars(
            self.times[chosen],
            self.open[chosen],
            self.high[chosen],
            self.low[chosen],
            self.close[chosen],
            self.volume[chosen],
        )

    def tail(self, count: int) -> "Bars":
        """The last `count` bars, or all if there are fewer."""
        return self.part(max(0, len(self) - count))

    def between(self, start_ns: int | None, end_ns: int | None) -> "Bars":
        """Bars that open at or after `start_ns` and before `end_ns`; None leaves that side open."""
        first = None if start_ns is None else int(np.searchsorted(self.times, start_ns, side="left"))
        last = None if end_ns is None else int(np.searchsorted(self.times, end_ns, side="left"))
        return self.part(first, last)

    def followed_by(self, later: "Bars") -> "Bars":
        """These bars and then those of `later` that open after the last of these."""
        if len(self) == 0:
            return later
        fresh = later.part(int(np.searchsorted(later.times, self.times[-1], side="right")))
        joined = (np.concatenate(pair) for pair in zip(self.columns(), fresh.columns(), strict=True))
        return Bars(*joined)


def joined(parts: Sequence[Bars]) -> Bars:
    """All bars of `parts`, which follow each other in time, in arrays of their own."""
    if not parts:
        return Bars.empty()
    return Bars(*(np.concatenate(columns) for columns in zip(*(part.columns() for part in parts), strict=True)))
