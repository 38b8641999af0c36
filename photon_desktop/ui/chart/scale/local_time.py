"""A zone's offsets from UTC for whole arrays of times."""

from datetime import UTC, datetime, tzinfo

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import TimeArray

_SECOND_NS = 1_000_000_000
_WEEK_S = 7 * 86_400
_AHEAD_S = 2 * 366 * 86_400


class LocalTime:
    """Turns UTC nanoseconds into local ones, `zone` None being the user's own.

    Changes of the offset are looked for once, week by week from `first_ns` to two years after `last_ns`, then found by
    halves to the second; outside of that the nearest known offset holds.
    """

    def __init__(self, zone: tzinfo | None, first_ns: int, last_ns: int) -> None:
        self.zone = zone
        self._until_ns = last_ns + _AHEAD_S * _SECOND_NS
        starts, offsets = self._changes(first_ns // _SECOND_NS, self._until_ns // _SECOND_NS)
        self._starts: TimeArray = np.array(starts, dtype=np.int64) * _SECOND_NS
        self._offsets: TimeArray = np.array(offsets, dtype=np.int64) * _SECOND_NS

    def covers(self, time_ns: int) -> bool:
        """Whether `time_ns` lies in the time that was looked through."""
        return int(self._starts[0]) <= time_ns <= self._until_ns

    def local(self, times_ns: TimeArray) -> TimeArray:
        """Nanoseconds on the local clock since 1970-01-01 00:00 local."""
        places = np.searchsorted(self._starts, times_ns, side="right") - 1
        local: TimeArray = times_ns + self._offsets[np.maximum(places, 0)]
        return local

    def clock(self, times_ns: TimeArray) -> npt.NDArray[np.datetime64]:
        """Local times as datetime64[ns] without a zone."""
        return self.local(times_ns).view("datetime64[ns]")

    def _changes(self, first_s: int, until_s: int) -> tuple[list[int], list[int]]:
        starts, offsets = [first_s], [self._offset(first_s)]
        for week in range(first_s, until_s, _WEEK_S):
            later = week + _WEEK_S
            if self._offset(later) != offsets[-1]:
                starts.append(self._first_with_new_offset(week, later))
                offsets.append(self._offset(later))
        return starts, offsets

    def _first_with_new_offset(self, before_s: int, after_s: int) -> int:
        old = self._offset(before_s)
        while after_s - before_s > 1:
            middle = (before_s + after_s) // 2
            if self._offset(middle) == old:
                before_s = middle
            else:
                after_s = middle
        return after_s

    def _offset(self, time_s: int) -> int:
        offset = datetime.fromtimestamp(time_s, UTC).astimezone(self.zone).utcoffset()
        return 0 if offset is None else int(offset.total_seconds())
