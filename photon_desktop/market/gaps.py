"""Bars that are missing: places in a series where the market was open and there is no bar."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.market.calendars import Sessions, sessions_of
from photon_desktop.market.exchanges import UNKNOWN_HOURS, Hours
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True)
class Gaps:
    """The places where bars are missing, rising: the open times (ns UTC) of the bar before and the bar after, and how
    many are missing between them. Arrays of int64 of one length."""

    after: TimeArray
    before: TimeArray
    missing: TimeArray

    def __len__(self) -> int:
        return len(self.after)

    @property
    def missing_bars(self) -> int:
        """How many bars are missing in all."""
        return int(self.missing.sum())

    def missing_since(self, opened_ns: int) -> int:
        """How many are missing after the bar that opened at `opened_ns`, ns UTC."""
        return int(self.missing[self.after >= opened_ns].sum())


def gaps_of(times: TimeArray, interval: Interval, hours: Hours) -> Gaps:
    """Where bars are missing among those that open at `times`, strictly rising int64 ns UTC.

    Markets that are always open have a bar in every interval. Those of an exchange have, as `sessions_of` knows its
    hours: a daily bar for each day of trading; a weekly one for each week; shorter ones through the regular hours,
    counted from the session's open or from the full hour, as the bars themselves are. Bars outside the regular hours
    count as if not there. Where nobody knows the hours, nothing is a gap.
    """
    if hours == UNKNOWN_HOURS:
        return Gaps(times[:0], times[:0], times[:0])
    if hours.exchange is not None and interval is not Interval.WEEK_1 and len(times) > 1:
        sessions = sessions_of(hours.exchange, int(times[0]), int(times[-1]))
        if interval is Interval.DAY_1:
            return _gaps(times, _numbers(sessions, times))
        return _gaps_within(times, interval.nanoseconds, sessions)
    lengths = np.diff(times)
    return _places(times, (lengths + interval.nanoseconds // 2) // interval.nanoseconds - 1)


def bars_due(after_ns: int, until_ns: int, interval: Interval, hours: Hours) -> int:
    """How many bars should have opened later than the bar at `after_ns` and closed by `until_ns`, both ns UTC; where
    nobody knows the hours, as many as there can be at most."""
    latest = until_ns - interval.nanoseconds
    if latest <= after_ns:
        return 0
    if hours.exchange is None or interval is Interval.WEEK_1:
        return (latest - after_ns) // interval.nanoseconds
    sessions = sessions_of(hours.exchange, after_ns, until_ns)
    if interval is Interval.DAY_1:
        return int(np.subtract(*_numbers(sessions, np.array([latest, after_ns]))))
    length = interval.nanoseconds
    own = int(np.searchsorted(sessions.opens, after_ns + length, side="left")) - 1
    bases = sessions.opens + (after_ns - sessions.opens[own]) % length
    begins = np.maximum(sessions.opens - length, after_ns)
    ends = np.minimum(sessions.closes - 1, latest)
    return int(np.maximum(0, (ends - bases) // length - (begins - bases) // length)[begins < ends].sum())


def _numbers(sessions: Sessions, times: TimeArray) -> npt.NDArray[np.intp]:
    """How many days of trading have begun, by their dates, at each time."""
    return np.searchsorted(np.unique(sessions.days), times, side="right")


def _gaps(times: TimeArray, numbers: npt.NDArray[np.intp]) -> Gaps:
    return _places(times, np.diff(numbers) - 1)


def _places(times: TimeArray, missing: npt.NDArray[np.integer]) -> Gaps:
    is_gap = missing > 0
    return Gaps(times[:-1][is_gap], times[1:][is_gap], missing[is_gap].astype(np.int64))


def _gaps_within(times: TimeArray, length: int, sessions: Sessions) -> Gaps:
    """Gaps of bars shorter than a day. A bar belongs to the session that it shares time with."""
    numbers = np.searchsorted(sessions.opens, times + length, side="left") - 1
    is_regular = times < sessions.closes[numbers]
    times, numbers = times[is_regular], numbers[is_regular]
    if len(times) < 2:
        return Gaps(times[:0], times[:0], times[:0])
    former, later = times[:-1], times[1:]
    opens, closes = sessions.opens[numbers[1:]], sessions.closes[numbers[:-1]]
    to_the_close = np.maximum(0, (closes - former - 1) // length)
    from_the_open = np.maximum(0, (later - opens + length - 1) // length)
    crossing = to_the_close + from_the_open + _whole_sessions(numbers, later - opens, length, sessions)
    within = (later - former + length // 2) // length - 1
    return _places(times, np.where(numbers[1:] == numbers[:-1], within, crossing))


def _whole_sessions(numbers: npt.NDArray[np.intp], since_open: TimeArray, length: int, sessions: Sessions) -> TimeArray:
    """For each two neighbours, the bars of the sessions between theirs, which have none at all."""
    missing = np.zeros(len(numbers) - 1, dtype=np.int64)
    hours = sessions.closes - sessions.opens
    for place in np.flatnonzero(np.diff(numbers) > 1):
        offset = int(since_open[place]) % length
        empty = hours[numbers[place] + 1 : numbers[place + 1]]
        missing[place] = (-((offset - empty) // length) + int(offset > 0)).sum()
    return missing
