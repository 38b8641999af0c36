"""When a market is open: crypto and simulated markets always, stocks in the sessions of New York."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from photon_desktop.trading.bars import TimeArray
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval

_DAY_NS = Interval.DAY_1.nanoseconds
_EXCHANGE, _ZONE = "XNYS", "America/New_York"
_FIRST_KNOWN = "1970-01-01"
_USUAL_OPEN, _USUAL_CLOSE = "09:30", "16:00"
_MONDAY_NS = 4 * _DAY_NS  # 1970-01-05


@dataclass(frozen=True, slots=True)
class Sessions:
    """Trading sessions, rising: each one's date as its midnight UTC, its open and its close, int64 ns UTC."""

    days: TimeArray
    opens: TimeArray
    closes: TimeArray

    def followed_by(self, later: "Sessions") -> "Sessions":
        """These and then the later ones."""
        pairs = ((self.days, later.days), (self.opens, later.opens), (self.closes, later.closes))
        return Sessions(*(np.concatenate(pair) for pair in pairs))


def sessions_of_stocks(first_ns: int, last_ns: int) -> Sessions:
    """The regular sessions of the New York Stock Exchange, short days among them, at least from the first to the last
    of these times and some days around them.

    Before 1970, and from about a year after today, it is not known which days are holidays; there every weekday counts
    as a session of the usual hours. The first call takes most of a second: not for the main thread.
    """
    known = _known_sessions()
    margin = 7 * _DAY_NS
    before = _weekdays(first_ns - margin, int(known.days[0]))
    after = _weekdays(int(known.days[-1]) + _DAY_NS, last_ns + margin)
    if len(before.days):
        known = before.followed_by(known)
    return known.followed_by(after) if len(after.days) else known


def is_open(kind: InstrumentKind, at_ns: int) -> bool:
    """Whether an instrument of that kind is traded at `at_ns`. As slow as `sessions_of_stocks` for stocks."""
    return next_open(kind, at_ns) == at_ns


def next_open(kind: InstrumentKind, at_ns: int) -> int:
    """The first time from `at_ns` on at which an instrument of that kind is traded: `at_ns` itself while it is.

    ns UTC. As slow as `sessions_of_stocks` for stocks.
    """
    if kind is not InstrumentKind.STOCK:
        return at_ns
    sessions = sessions_of_stocks(at_ns, at_ns)
    number = int(np.searchsorted(sessions.closes, at_ns, side="right"))
    return max(at_ns, int(sessions.opens[number]))


@cache
def _known_sessions() -> Sessions:
    import exchange_calendars  # noqa: PLC0415 - brings pandas and takes half a second; only stocks need it

    schedule = exchange_calendars.get_calendar(_EXCHANGE, start=_FIRST_KNOWN).schedule
    return Sessions(_nanoseconds(schedule.index), _nanoseconds(schedule["open"].dt), _nanoseconds(schedule["close"].dt))


def _weekdays(start_ns: int, end_ns: int) -> Sessions:
    """A session of the usual hours on each Monday to Friday that begins in the span, the end not included."""
    import pandas as pd  # noqa: PLC0415 - as above

    first = -(-start_ns // _DAY_NS) * _DAY_NS
    days = np.arange(first, max(first, end_ns), _DAY_NS, dtype=np.int64)
    days = days[(days - _MONDAY_NS) // _DAY_NS % 7 < 5]
    if len(days) == 0:
        return Sessions(days, days, days)
    midnights = pd.DatetimeIndex(days.view("M8[ns]"))
    hours = (pd.Timedelta(f"{time}:00") for time in (_USUAL_OPEN, _USUAL_CLOSE))
    return Sessions(days, *(_nanoseconds((midnights + hour).tz_localize(_ZONE)) for hour in hours))


def _nanoseconds(moments: Any) -> TimeArray:
    """What pandas holds as moments, as ns UTC."""
    in_utc = moments.tz_convert(None) if moments.tz is not None else moments
    return np.array(in_utc, dtype="M8[ns]").view(np.int64)
