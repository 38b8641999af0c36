"""What Yahoo has of each interval, how far back, and how much of it in one request."""

from dataclasses import dataclass

from photon_desktop.errors import DataError
from photon_desktop.trading.interval import Interval

DAY_NS = Interval.DAY_1.nanoseconds
_HOUR_NS = Interval.HOUR_1.nanoseconds
_WHOLE_NS = 99 * 365 * DAY_NS  # Yahoo serves at most 100 years of days


@dataclass(frozen=True, slots=True)
class Supply:
    """Bars are made of Yahoo's `base` bars. Those reach back `reach_ns` from now, an hour less than Yahoo's limit, and
    one request gets `request_ns` of them at most. `lead_ns` more than is wanted is asked for on the early side, so that
    the session or week a bar belongs to is there as a whole."""

    base: str
    reach_ns: int
    request_ns: int
    lead_ns: int = DAY_NS


_MINUTES = Supply("1m", 30 * DAY_NS - _HOUR_NS, 8 * DAY_NS - _HOUR_NS)  # 8 days a request, 30 days in all
_QUARTERS = Supply("15m", 60 * DAY_NS - _HOUR_NS, 60 * DAY_NS)
_HOURS = Supply("1h", 730 * DAY_NS - _HOUR_NS, 730 * DAY_NS)
_SUPPLIES = {
    Interval.MINUTE_1: _MINUTES,
    Interval.MINUTE_3: _MINUTES,
    Interval.MINUTE_5: Supply("5m", 60 * DAY_NS - _HOUR_NS, 60 * DAY_NS),
    Interval.MINUTE_15: _QUARTERS,
    Interval.MINUTE_30: _QUARTERS,  # Yahoo's own 30m are wrong: yfinance makes them of 15m as well, but off the session
    Interval.HOUR_1: _HOURS,
    Interval.HOUR_2: _HOURS,
    Interval.HOUR_4: _HOURS,
    Interval.HOUR_6: _HOURS,
    Interval.DAY_1: Supply("1d", _WHOLE_NS, _WHOLE_NS),
    Interval.WEEK_1: Supply("1wk", _WHOLE_NS, _WHOLE_NS, 2 * Interval.WEEK_1.nanoseconds),
}


def supply_of(interval: Interval) -> Supply:
    """How `interval` is served. DataError for 12h: an exchange's session is shorter, so they would be days."""
    supply = _SUPPLIES.get(interval)
    if supply is None:
        raise DataError(
            f"Yahoo has no {interval} bars: a stock exchange is open for less than that a day; ask for 1d or 6h."
        )
    return supply


def is_intraday(interval: Interval) -> bool:
    """Whether its bars are parts of a session."""
    return interval.nanoseconds < DAY_NS
