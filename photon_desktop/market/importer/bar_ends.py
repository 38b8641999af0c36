"""Bars that a file names by the moment at which they end, named by their open time."""

import numpy as np

from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval

_MINUTE_NS = 60 * NANOSECONDS_PER_SECOND
_DAY_NS = Interval.DAY_1.nanoseconds
_WEEK_NS = Interval.WEEK_1.nanoseconds
_TO_MONDAY_NS = 3 * _DAY_NS  # the first of all weeks began on the Monday before 1970-01-01


def are_last_moments(times: TimeArray) -> bool:
    """Whether each of `times` (ns) is as far before a whole minute as all others, by a second or less: 14:59:59.999 and
    15:59:59.999 end bars, whatever their column is called."""
    before = -times % _MINUTE_NS
    return len(times) > 0 and 0 < int(before[0]) <= NANOSECONDS_PER_SECOND and bool((before == before[0]).all())


def opens_of(ends: TimeArray, interval: Interval) -> TimeArray:
    """When the bars of less than a day open that end at `ends` (int64 ns UTC, any order).

    The last moment of a bar, 14:59:59.999, is as good as its end. A bar opens one interval before, or where the one
    before it ends if that is later: the last bar of a session may be short.
    """
    whole = -(-ends // _MINUTE_NS) * _MINUTE_NS
    rising, places = np.unique(whole, return_inverse=True)
    opens = rising - interval.nanoseconds
    opens[1:] = np.maximum(opens[1:], rising[:-1])
    return opens[places]


def days_of(ends: TimeArray, interval: Interval) -> TimeArray:
    """The midnights (int64 ns on the clock of `ends`) at which bars of a day or a week open that end at `ends`.

    16:00 ends the bar of the same day, 00:00 that of the day before. A week opens on its Monday.
    """
    last_days = (ends - 1) // _DAY_NS * _DAY_NS
    if interval.nanoseconds < _WEEK_NS:
        return last_days
    return (last_days + _TO_MONDAY_NS) // _WEEK_NS * _WEEK_NS - _TO_MONDAY_NS
