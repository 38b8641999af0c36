"""What Yahoo says of a symbol, as values of ours."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from photon_desktop.trading.bars import FloatArray, TimeArray


class Adjustments(StrEnum):
    """What past prices were adjusted for."""

    SPLITS = "splits"
    SPLITS_AND_DIVIDENDS = "splits and dividends"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start_ns` up to, not including, `end_ns`, ns UTC."""

    start_ns: int
    end_ns: int


@dataclass(frozen=True, slots=True)
class About:
    """What a chart says of its symbol.

    `market_ns` is the time of the newest price Yahoo knows, `sessions` the hours of regular trading it names.
    """

    currency: str
    price_decimals: int
    kind: str
    zone: str
    first_trade_ns: int | None
    market_ns: int | None
    sessions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """`ratio` new shares for an old one, in the row that opens at `open_ns`."""

    open_ns: int
    ratio: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows as Yahoo gives them, in rising order, the unfinished one among them; values may be NaN.

    `times` are ns UTC; of days and weeks the exchange's own date at 00:00 UTC.
    """

    about: About
    times: TimeArray
    open: FloatArray
    high: FloatArray
    low: FloatArray
    close: FloatArray
    volume: FloatArray
    splits: tuple[Split, ...] = ()

    @classmethod
    def without_rows(cls, about: About) -> "Chart":
        """A chart of a span without trading."""
        nothing = np.empty(0, dtype=np.float64)
        return cls(about, np.empty(0, dtype=np.int64), nothing, nothing, nothing, nothing, nothing)


@dataclass(frozen=True, slots=True)
class Found:
    """A symbol that fits what was searched for; `kind` and `exchange` in Yahoo's words."""

    symbol: str
    name: str
    kind: str
    exchange: str
