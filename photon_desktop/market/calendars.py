"""When a market is open: crypto and simulated markets always, stocks in the sessions of their exchange."""

from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any

import numpy as np

from photon_desktop.market.exchanges import Hours
from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.interval import Interval

_DAY_NS = Interval.DAY_1.nanoseconds
_FIRST_KNOWN = "1970-01-01"
_MONDAY_NS = 4 * _DAY_NS  # 1970-01-05
_UNTOLD_BREAKS = {"XSES": (time(12), time(13))}  # exchange_calendars has Singapore trade through its lunch


@dataclass(frozen=True, slots=True)
class Sessions:
    """Trading sessions, rising: each one's date as its midnight UTC, its open and its close, int64 ns UTC. A day with a
    break, as Tokyo's for lunch, is two sessions of one date."""

    days: TimeArray
    opens: TimeArray
    closes: TimeArray

    def followed_by(self, later: "Sessions") -> "Sessions":
        """These and then the later ones."""
        pairs = ((self.days, later.days), (self.opens, later.opens), (self.closes, later.closes))
        return Sessions(*(np.concatenate(pair) for pair in pairs))


@dataclass(frozen=True, slots=True)
class _Calendar:
    """Sessions that are known, and what a day looks like where they are not."""

    known: Sessions
    zone: Any
    works_on: tuple[bool, ...]  # from Monday on
    usual_hours: tuple[tuple[time, time], ...]


def sessions_of(exchange: str, first_ns: int, last_ns: int) -> Sessions:
    """The regular sessions of an exchange ("XLON"), short days among them, at least from the first to the last of these
    times and some days around them.

    Before 1970 (Tokyo and Mumbai 1997, Shanghai 1990), and from about a year after today, it is not known which days
    are holidays; there every weekday counts as a session of the usual hours. The first call takes most of a second,
    Seoul's some: not for the main thread.
    """
    calendar = _calendar(exchange)
    known, margin = calendar.known, 7 * _DAY_NS
    before = _weekdays(calendar, first_ns - margin, int(known.days[0]))
    after = _weekdays(calendar, int(known.days[-1]) + _DAY_NS, last_ns + margin)
    if len(before.days):
        known = before.followed_by(known)
    return known.followed_by(after) if len(after.days) else known


def is_open(hours: Hours, at_ns: int) -> bool:
    """Whether there is trading at `at_ns`; where nobody knows, there may be. As slow as `sessions_of` for stocks."""
    return next_open(hours, at_ns) == at_ns


def next_open(hours: Hours, at_ns: int) -> int:
    """The first time from `at_ns` on at which there is trading: `at_ns` itself while there is or may be.

    ns UTC. As slow as `sessions_of` for stocks.
    """
    if hours.exchange is None:
        return at_ns
    sessions = sessions_of(hours.exchange, at_ns, at_ns)
    number = int(np.searchsorted(sessions.closes, at_ns, side="right"))
    return max(at_ns, int(sessions.opens[number]))


@cache
def _calendar(exchange: str) -> _Calendar:
    import exchange_calendars  # noqa: PLC0415 - brings pandas and takes half a second; only stocks need it

    glimpse = exchange_calendars.get_calendar(exchange, start="2024-01-01", end="2024-02-01")
    earliest = glimpse.bound_min()
    start = _FIRST_KNOWN if earliest is None else max(_FIRST_KNOWN, str(earliest.date()))
    told = exchange_calendars.get_calendar(exchange, start=start)
    schedule = told.schedule
    columns = [schedule[name].dt for name in ("open", "break_start", "break_end", "close")]
    days = _nanoseconds(schedule.index)
    opens, breaks, resumes, closes = (_nanoseconds(column) for column in columns)
    if exchange in _UNTOLD_BREAKS:
        breaks, resumes = (_at(schedule.index, moment, told.tz) for moment in _UNTOLD_BREAKS[exchange])
    known = _with_breaks(Sessions(days, opens, closes), breaks, resumes)
    works_on = tuple(day == "1" for day in told.weekmask)
    return _Calendar(known, told.tz, works_on, _usual_hours(told, _UNTOLD_BREAKS.get(exchange)))


def _usual_hours(told: Any, untold_break: tuple[time, time] | None) -> tuple[tuple[time, time], ...]:
    """A day's newest hours, in two parts where there is a break."""
    opens, closes = told.open_times[-1][1], told.close_times[-1][1]
    if told.break_start_times is not None and told.break_start_times[-1][1] is not None:
        untold_break = told.break_start_times[-1][1], told.break_end_times[-1][1]
    return ((opens, closes),) if untold_break is None else ((opens, untold_break[0]), (untold_break[1], closes))


def _with_breaks(whole: Sessions, breaks: TimeArray, resumes: TimeArray) -> Sessions:
    """Each session with a break as two; where there is none (a time that is not one, or one on a short day that ends
    before) it stays as it is."""
    has_break = (whole.opens < breaks) & (breaks < resumes) & (resumes < whole.closes)
    firsts = np.where(has_break, breaks, whole.closes)
    days = np.concatenate([whole.days, whole.days[has_break]])
    opens = np.concatenate([whole.opens, resumes[has_break]])
    closes = np.concatenate([firsts, whole.closes[has_break]])
    order = np.argsort(opens, kind="stable")
    return Sessions(days[order], opens[order], closes[order])


def _weekdays(calendar: _Calendar, start_ns: int, end_ns: int) -> Sessions:
    """Sessions of the usual hours on each working day that begins in the span, the end not included."""
    first = -(-start_ns // _DAY_NS) * _DAY_NS
    days = np.arange(first, max(first, end_ns), _DAY_NS, dtype=np.int64)
    days = days[np.array(calendar.works_on)[(days - _MONDAY_NS) // _DAY_NS % 7]]
    if len(days) == 0:
        return Sessions(days, days, days)
    import pandas as pd  # noqa: PLC0415 - as above

    midnights = pd.DatetimeIndex(days.view("M8[ns]"))
    pairs = [tuple(_at(midnights, moment, calendar.zone) for moment in part) for part in calendar.usual_hours]
    opens, closes = (np.stack(column, axis=1).ravel() for column in zip(*pairs, strict=True))
    return Sessions(np.repeat(days, len(pairs)), opens, closes)


def _at(midnights: Any, moment: time, zone: Any) -> TimeArray:
    """That time of each day in the zone, as ns UTC."""
    import pandas as pd  # noqa: PLC0415 - as above

    return _nanoseconds((midnights + pd.Timedelta(moment.isoformat())).tz_localize(zone))


def _nanoseconds(moments: Any) -> TimeArray:
    """What pandas holds as moments, as ns UTC."""
    in_utc = moments.tz_convert(None) if moments.tz is not None else moments
    return np.array(in_utc, dtype="M8[ns]").view(np.int64)
