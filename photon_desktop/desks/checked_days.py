"""Which stretch of time the self-check looks at next, in the days of the user's own clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `since_ns` on and before `until_ns` (ns UTC, wall time)."""

    since_ns: int
    until_ns: int


def midnight_before(time_ns: int, days: int = 0) -> int:
    """The local midnight at or before `time_ns` (ns UTC), `days` of the calendar later."""
    local = datetime.fromtimestamp(time_ns / NANOSECONDS_PER_SECOND, UTC).astimezone()
    naive = datetime(local.year, local.month, local.day) + timedelta(days=days)
    return int(naive.timestamp()) * NANOSECONDS_PER_SECOND


def day_due(newest_ns: int | None, checked_until_ns: int) -> Stretch | None:
    """The last day in which something was kept, at `newest_ns`, unless it was checked: up to `checked_until_ns` all
    was. None when nothing is due. `newest_ns` lies before the last midnight."""
    if newest_ns is None or newest_ns < checked_until_ns:
        return None
    return Stretch(midnight_before(newest_ns), midnight_before(newest_ns, 1))
