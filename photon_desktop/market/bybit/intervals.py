"""Bar intervals in Bybit's words, and when its bars open."""

from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval

MILLISECOND_NS = 1_000_000
CLOSED_MARGIN_NS = 2 * NANOSECONDS_PER_SECOND  # the exchange may still correct a bar this long after its end
_FIRST_MONDAY_NS = 4 * Interval.DAY_1.nanoseconds  # 1970-01-05: weeks open on Mondays, 1970 began on a Thursday


def bybit_interval(interval: Interval) -> str:
    """Minutes as a number, or D or W."""
    if interval in (Interval.DAY_1, Interval.WEEK_1):
        return interval.value[-1].upper()
    return str(interval.seconds // 60)


def opening(time_ns: int, interval: Interval) -> int:
    """When the bar that contains `time_ns` opens, ns UTC."""
    anchor = _FIRST_MONDAY_NS if interval is Interval.WEEK_1 else 0
    return time_ns - (time_ns - anchor) % interval.nanoseconds


def last_closed_opening(server_ns: int, interval: Interval) -> int:
    """When the newest bar opened that has been over for two seconds at the exchange's time `server_ns`."""
    return opening(server_ns - CLOSED_MARGIN_NS - interval.nanoseconds, interval)
