"""What can be laid over the bars or under them: each study with its lengths and lines, and how it is worked out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Self

import numpy as np

from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.indicators import simple_average
from photon_desktop.trading.studies import (
    average_true_range,
    bollinger_bands,
    convergence,
    exponential_average,
    relative_strength,
    session_numbers,
    volume_weighted_price,
)
from photon_desktop.ui.language import mark, tr

SHORTEST, LONGEST = 2, 500  # bars
_LEAST_TAIL = 500
_LONGEST_SESSION = 2_000  # bars: more than a day has minutes
# Wilder's averages and exponential ones forget: after so many lengths the seed weighs less than 1e-15.
_WILDER_TAIL, _EXPONENTIAL_TAIL = 36, 18


class StudyKind(StrEnum):
    """The studies, in the order of the legend."""

    VOLUME = "volume"
    SMA_FAST = "sma_fast"
    SMA_SLOW = "sma_slow"
    EMA = "ema"
    BOLLINGER = "bollinger"
    VWAP = "vwap"
    RSI = "rsi"
    MACD = "macd"
    ATR = "atr"


class Line(IntEnum):
    """Every line that is drawn."""

    SMA_FAST = 0
    SMA_SLOW = 1
    EMA = 2
    BAND_UPPER = 3
    BAND_MIDDLE = 4
    BAND_LOWER = 5
    VWAP = 6
    RSI = 7
    MACD = 8
    MACD_SIGNAL = 9
    MACD_HIST = 10
    ATR = 11


LINES: dict[StudyKind, tuple[Line, ...]] = {
    StudyKind.VOLUME: (),
    StudyKind.SMA_FAST: (Line.SMA_FAST,),
    StudyKind.SMA_SLOW: (Line.SMA_SLOW,),
    StudyKind.EMA: (Line.EMA,),
    StudyKind.BOLLINGER: (Line.BAND_UPPER, Line.BAND_MIDDLE, Line.BAND_LOWER),
    StudyKind.VWAP: (Line.VWAP,),
    StudyKind.RSI: (Line.RSI,),
    StudyKind.MACD: (Line.MACD, Line.MACD_SIGNAL, Line.MACD_HIST),
    StudyKind.ATR: (Line.ATR,),
}
KIND_OF: dict[Line, StudyKind] = {line: kind for kind, lines in LINES.items() for line in lines}
LENGTH_WORDS = {StudyKind.MACD: (mark("Fast"), mark("Slow"), mark("Signal"))}  # all others have one length or none
WORDS = {
    StudyKind.VOLUME: mark("Volume"),
    StudyKind.SMA_FAST: "SMA",
    StudyKind.SMA_SLOW: "SMA",
    StudyKind.EMA: "EMA",
    StudyKind.BOLLINGER: mark("Bollinger"),
    StudyKind.VWAP: "VWAP",
    StudyKind.RSI: "RSI",
    StudyKind.MACD: "MACD",
    StudyKind.ATR: "ATR",
}


@dataclass(frozen=True, slots=True)
class Study:
    """One study as the user wants it; `lengths` in bars."""

    kind: StudyKind
    lengths: tuple[int, ...] = ()
    is_shown: bool = False

    @property
    def title(self) -> str:
        """Its name with its lengths: "MACD 12 26 9"."""
        return " ".join([tr(WORDS[self.kind]), *map(str, self.lengths)])

    @property
    def tail(self) -> int:
        """So many of the last bars give the last value as all would."""
        if self.kind is StudyKind.VWAP:
            return _LONGEST_SESSION
        each = _WILDER_TAIL if self.kind in (StudyKind.RSI, StudyKind.ATR) else _EXPONENTIAL_TAIL
        return max(_LEAST_TAIL, each * sum(self.lengths))

    def shown(self, is_shown: bool) -> Self:
        """The same study, shown or hidden."""
        return replace(self, is_shown=is_shown)

    def with_lengths(self, lengths: tuple[int, ...]) -> Self:
        """The same study over other lengths, each held within its bounds; a MACD's slow one is the longer."""
        if len(lengths) != len(self.lengths):
            return self
        held = [min(max(length, SHORTEST), LONGEST) for length in lengths]
        if self.kind is StudyKind.MACD and held[1] <= held[0]:
            held[0], held[1] = min(held[0], LONGEST - 1), min(held[0], LONGEST - 1) + 1
        return replace(self, lengths=tuple(held))


def usual_studies() -> dict[StudyKind, Study]:
    """What a chart starts with."""
    return {
        StudyKind.VOLUME: Study(StudyKind.VOLUME, is_shown=True),
        StudyKind.SMA_FAST: Study(StudyKind.SMA_FAST, (10,), is_shown=True),
        StudyKind.SMA_SLOW: Study(StudyKind.SMA_SLOW, (20,), is_shown=True),
        StudyKind.EMA: Study(StudyKind.EMA, (50,)),
        StudyKind.BOLLINGER: Study(StudyKind.BOLLINGER, (20,)),
        StudyKind.VWAP: Study(StudyKind.VWAP),
        StudyKind.RSI: Study(StudyKind.RSI, (14,), is_shown=True),
        StudyKind.MACD: Study(StudyKind.MACD, (12, 26, 9), is_shown=True),
        StudyKind.ATR: Study(StudyKind.ATR, (14,)),
    }


def study_table(study: Study, bars: Bars) -> FloatArray:
    """One row for each of the study's lines, one column a bar, NaN where it is not defined."""
    if len(bars) == 0:
        return np.empty((len(LINES[study.kind]), 0))
    return np.stack(_ROWS[study.kind](bars, *study.lengths))


_ROWS: dict[StudyKind, Callable[..., tuple[FloatArray, ...]]] = {
    StudyKind.SMA_FAST: lambda bars, length: (simple_average(bars.close, length),),
    StudyKind.SMA_SLOW: lambda bars, length: (simple_average(bars.close, length),),
    StudyKind.EMA: lambda bars, length: (exponential_average(bars.close, length),),
    StudyKind.BOLLINGER: lambda bars, length: bollinger_bands(bars.close, length),
    StudyKind.VWAP: lambda bars: (volume_weighted_price(bars, session_numbers(bars.times)),),
    StudyKind.RSI: lambda bars, length: (relative_strength(bars.close, length),),
    StudyKind.MACD: lambda bars, *lengths: convergence(bars.close, *lengths),
    StudyKind.ATR: lambda bars, length: (average_true_range(bars, length),),
}
