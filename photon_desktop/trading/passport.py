"""The passport of a series of bars: where they are from, what is missing, and which bytes they are."""

import hashlib
from dataclasses import dataclass

import numpy as np

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

UTC_ZONE = "UTC"
NOT_ADJUSTED, FULLY_ADJUSTED, UNKNOWN_ADJUSTMENTS = "none", "splits and dividends", "unknown"
SPLIT_ADJUSTED = "splits"
ADJUSTMENTS = (NOT_ADJUSTED, SPLIT_ADJUSTED, FULLY_ADJUSTED, UNKNOWN_ADJUSTMENTS)


@dataclass(frozen=True, slots=True)
class Passport:
    """What is known of the series of `symbol` at `interval` from `source` as it was when it was last fetched.

    `fetched_at_ns`: wall time, ns UTC. `first_ns`, `last_ns`: open times of the first and last of its `bars`.
    `gaps`: places where bars are missing while the market was open, `missing_bars` in all. `duplicates`: rows of one
    open time of which only one was kept. `zone`: the one its times were written in. `adjustments`: one of ADJUSTMENTS.
    `origin`: a file's name, or a word for the place. `content_hash`: `data_hash` of the bars. `changed`: one sentence
    when the source last told other prices for bars that were stored, else empty.
    """

    symbol: str
    interval: Interval
    source: str
    fetched_at_ns: int
    first_ns: int
    last_ns: int
    bars: int
    gaps: int
    missing_bars: int
    duplicates: int
    zone: str
    adjustments: str
    origin: str
    content_hash: str
    changed: str = ""

    def __post_init__(self) -> None:
        if self.adjustments not in ADJUSTMENTS:
            raise ValueRefusedError(
                f"The adjustments of {self.symbol} are {self.adjustments!r}; write one of {', '.join(ADJUSTMENTS)}."
            )
        if self.bars < 1 or min(self.gaps, self.missing_bars, self.duplicates) < 0:
            raise ValueRefusedError(f"The passport of {self.symbol} counts fewer bars than there can be; count again.")


def data_hash(bars: Bars) -> str:
    """SHA-256, hexadecimal, over the columns one after the other: int64 times, then float64 open, high, low, close and
    volume, little-endian. Equal exactly when every bar is, to the bit."""
    sha = hashlib.sha256()
    for column in bars.columns():
        little_endian = column.astype(column.dtype.newbyteorder("<"), copy=False)
        sha.update(np.ascontiguousarray(little_endian).data)
    return sha.hexdigest()
