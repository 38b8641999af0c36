"""The simulated market's time: steps of ten seconds, days, and where bars begin."""

from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval
from photon_desktop.trading.timestamps import from_iso

STEP_NS = 10 * NANOSECONDS_PER_SECOND
HOUR_NS = 3_600 * NANOSECONDS_PER_SECOND
DAY_NS = 24 * HOUR_NS
STEPS_PER_HOUR = HOUR_NS // STEP_NS
STEPS_PER_DAY = DAY_NS // STEP_NS

FILM_START = from_iso("2021-01-04")
DEMO_EPOCH = from_iso("2025-01-01")
FILM_END = from_iso("2200-01-06")

_FIRST_MONDAY = from_iso("1970-01-05")


def bar_open(time_ns: int, interval: Interval) -> int:
    """When the bar of `interval` that holds `time_ns` opened: whole intervals of the UTC day, weeks from Monday."""
    phase = _FIRST_MONDAY if interval is Interval.WEEK_1 else 0
    return time_ns - (time_ns - phase) % interval.nanoseconds


def next_bar_open(time_ns: int, interval: Interval) -> int:
    """The first open of a bar of `interval` at or after `time_ns`."""
    opened = bar_open(time_ns, interval)
    return opened if opened == time_ns else opened + interval.nanoseconds
