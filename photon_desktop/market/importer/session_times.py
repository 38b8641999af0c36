"""Times without a zone that fit an exchange's session as local times, and can hardly be UTC."""

import numpy as np

from photon_desktop.trading.bars import TimeArray

_DAY_NS = 86_400 * 10**9
_MINUTE_NS = 60 * 10**9
_OPENS, _CLOSES = (9 * 60 + 30) * _MINUTE_NS, 16 * 60 * _MINUTE_NS  # New York's regular hours
_FEWEST_DAYS = 2
_MOST = 0.8


def fit_new_york(times: TimeArray) -> bool:
    """Whether most days of bars that open at `times` (rising int64 ns) begin at 09:30, no bar opens outside 09:30 to
    16:00, and there are two days or more. In UTC New York opens at
    13:30 or 14:30, and no large exchange at 09:30."""
    if len(times) == 0:
        return False
    days, clocks = times // _DAY_NS, times % _DAY_NS
    begins = clocks[np.flatnonzero(np.diff(days, prepend=days[0] - 1))]
    is_inside = bool((clocks >= _OPENS).all() and (clocks < _CLOSES).all())
    return is_inside and len(begins) >= _FEWEST_DAYS and float((begins == _OPENS).mean()) >= _MOST
