"""Moves too large to be a market's: bad ticks, splits that were not adjusted, absurd numbers."""

from collections.abc import Iterator
from math import log

import numpy as np

from photon_desktop.market.importer.moments import TimeArray
from photon_desktop.market.importer.numerals import FloatArray
from photon_desktop.market.importer.parsing import BoolArray
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.timestamps import to_iso

_LEAST_MOVE = 0.4  # of the logarithm: up by a half, or down by a third
_SIGMAS = 20.0
_TO_SIGMA = 1.4826  # from the median of the distances from the median, for a normal distribution
_MOST_TOLD = 3
_SPLITS = (2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100)
_SPLIT_TOLERANCE = 0.06  # a market moves on the day of a split too
_LARGEST_PRICE, _LARGEST_VOLUME = 1e12, 1e18


def outliers_of(bars: Bars) -> TimeArray:
    """Open times of the bars whose close, high or low is out of all proportion to what is usual among these bars."""
    if len(bars) < 3:
        return bars.times[:0]
    steps = _steps(bars)
    logs = [np.log(column) for column in (bars.open, bars.high, bars.low, bars.close)]
    wicks = logs[1] - np.maximum(logs[0], logs[3]), np.minimum(logs[0], logs[3]) - logs[2]
    limit = max(_LEAST_MOVE, _SIGMAS * _TO_SIGMA * float(np.median(np.abs(steps[1:] - np.median(steps[1:])))))
    is_odd = np.abs(steps) > limit
    for wick in wicks:
        is_odd |= wick > limit
    return bars.times[is_odd]


def sentences_about(bars: Bars) -> Iterator[str]:
    """What should be said about such bars, beside their times."""
    extreme = _extreme(bars)
    if extreme.any():
        count, first = int(extreme.sum()), int(np.argmax(extreme))
        yield f"Extreme values in {count:,} row{'s' * (count != 1)}, the first on {_day(bars, first)}."
    splits = list(_splits(bars))
    for place, words in splits[:_MOST_TOLD]:
        yield f"A possible split of {words} on {_day(bars, place)} that the prices before it are not adjusted for."
    if len(splits) > _MOST_TOLD:
        yield f"There are {len(splits) - _MOST_TOLD} more possible splits."


def _steps(bars: Bars) -> FloatArray:
    """From each close to the next, as logarithms; 0 for the first bar."""
    return np.asarray(np.diff(np.log(bars.close), prepend=np.log(bars.close[:1])))


def _extreme(bars: Bars) -> BoolArray:
    return np.asarray((bars.high > _LARGEST_PRICE) | (bars.low < 1 / _LARGEST_PRICE) | (bars.volume > _LARGEST_VOLUME))


def _splits(bars: Bars) -> Iterator[tuple[int, str]]:
    """Bars that open at a whole fraction, or a multiple, of the close before, and stay there: one that is back at once
    was a bad tick."""
    if len(bars) < 3:
        return
    opens, closes = np.log(bars.open), np.log(bars.close)
    jumps = closes[:-1] - opens[1:]
    stays = np.abs(closes[1:] - opens[1:]) < _LEAST_MOVE
    for place in np.flatnonzero((np.abs(jumps) > _LEAST_MOVE) & stays).tolist():
        size = abs(float(jumps[place]))
        near = min(_SPLITS, key=lambda whole: abs(size - log(whole)))
        is_back = place + 2 < len(bars) and abs(float(opens[place + 2] - closes[place])) < _LEAST_MOVE / 2
        if abs(size - log(near)) < _SPLIT_TOLERANCE and not is_back:
            yield place + 1, f"{near}:1" if jumps[place] > 0 else f"1:{near}"


def _day(bars: Bars, place: int) -> str:
    return to_iso(int(bars.times[place]))[:10]
