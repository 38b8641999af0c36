"""Where bars are missing: by the calendar of a stock's exchange, else by when the bars say their market is open."""

import numpy as np

from photon_desktop.market.exchanges import UNKNOWN_HOURS, Hours, hours_of
from photon_desktop.market.gaps import Gaps
from photon_desktop.market.gaps import gaps_of as gaps_by_calendar
from photon_desktop.market.importer.moments import TimeArray
from photon_desktop.market.importer.quality import MOST_GAPS, Gap
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval

_DAY_NS = Interval.DAY_1.nanoseconds
_THURSDAY = 3  # 1970-01-01, with Monday 0
_MOST_HOLIDAYS = 1  # working days in a row that a market is usually closed
_MONIES = {"USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "XAU", "XAG"}  # closed on weekends


def gaps_of(times: TimeArray, interval: Interval, symbol: str | None, kind: InstrumentKind | None = None) -> Gaps:
    """Where bars are missing among those that open at `times`, strictly rising, ns UTC.

    The first stock needs most of a second for its calendar. `symbol` None goes by the bars alone; `kind` where the user
    knows better than its spelling what it is.
    """
    hours = UNKNOWN_HOURS if symbol is None else _hours_of(symbol, kind)
    if hours != UNKNOWN_HOURS:
        return gaps_by_calendar(times, interval, hours)
    missing = missing_between(times, interval)
    is_gap = missing > 0
    return Gaps(times[:-1][is_gap], times[1:][is_gap], missing[is_gap].astype(np.int64))


def _hours_of(symbol: str, kind: InstrumentKind | None) -> Hours:
    """When the symbol is traded; unknown for currencies and metals, however they are spelt."""
    is_of_money = len(symbol) == 6 and {symbol[:3], symbol[3:]} <= _MONIES
    return UNKNOWN_HOURS if is_of_money and kind is None else hours_of(symbol, kind)


def longest(gaps: Gaps) -> tuple[Gap, ...]:
    """The longest gaps first, at most MOST_GAPS."""
    order = np.argsort(-gaps.missing, kind="stable")[:MOST_GAPS]
    columns = (column[order].tolist() for column in (gaps.after, gaps.before, gaps.missing))
    return tuple(Gap(*row) for row in zip(*columns, strict=True))


def missing_between(times: TimeArray, interval: Interval) -> TimeArray:
    """How many bars are missing between each bar and the next, by the bars alone.

    Where a market has bars on Saturdays it is always open. Elsewhere nights, weekends and single holidays are no gaps:
    a break within a day is one, and so is a longer one that leaves out several working days.
    """
    missing = (np.diff(times) + interval.nanoseconds // 2) // interval.nanoseconds - 1
    if len(missing) == 0 or interval is Interval.WEEK_1 or _has_saturdays(times):
        return missing
    former, later = times[:-1] // _DAY_NS, times[1:] // _DAY_NS
    working_days = _working_days_before(later) - _working_days_before(former + 1)
    is_break = (former != later) & (working_days <= _MOST_HOLIDAYS)
    return np.where(is_break, 0, working_days if interval is Interval.DAY_1 else missing)


def _has_saturdays(times: TimeArray) -> bool:
    return bool(np.any((times // _DAY_NS + _THURSDAY) % 7 == 5))


def _working_days_before(day: TimeArray) -> TimeArray:
    """Mondays to Fridays from a fixed Monday up to, not including, a day counted from 1970."""
    since_monday = day + _THURSDAY
    return np.asarray(since_monday // 7 * 5 + np.minimum(since_monday % 7, 5))
