"""Times without a zone that fit an exchange's session as local times, and can hardly be UTC."""

import numpy as np

from photon_desktop.market.exchanges import NEW_YORK, hours_of
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import Interval

NEW_YORK_ZONE = "America/New_York"
_DAY_NS = 86_400 * 10**9
_MINUTE_NS = 60 * 10**9
_OPENS, _CLOSES = (9 * 60 + 30) * _MINUTE_NS, 16 * 60 * _MINUTE_NS  # New York's regular hours
_LUNCH = (12 * 60 + 30) * _MINUTE_NS  # Shanghai and Hong Kong open at 09:30, too, and rest then
_FEWEST_DAYS = 2
_MOST = 0.8


def fit_new_york(times: TimeArray, interval: Interval, symbol: str | None) -> bool:
    """Whether bars of `interval` that open at `times` (int64 ns on a clock without a zone, any order) are New York's.

    There are two days or more, most of them begin at 09:30 and trade at 12:30, and no bar opens outside 09:30 to
    16:00; `symbol` is no other exchange's, where it is known. In UTC New York opens at 13:30 or 14:30.
    """
    is_elsewhere = symbol is not None and hours_of(symbol).exchange != NEW_YORK
    if len(times) == 0 or interval.nanoseconds >= _DAY_NS or is_elsewhere:
        return False
    clocks = times % _DAY_NS
    if (clocks < _OPENS).any() or (clocks > _CLOSES).any():
        return False
    rising = np.unique(times)
    days, clocks = rising // _DAY_NS, rising % _DAY_NS
    begins = clocks[np.flatnonzero(np.diff(days, prepend=days[0] - 1))]
    through_lunch = np.unique(days[(clocks <= _LUNCH) & (clocks + interval.nanoseconds > _LUNCH)])
    fewest = max(_FEWEST_DAYS, _MOST * len(begins))
    return int((begins == _OPENS).sum()) >= fewest and len(through_lunch) >= fewest
