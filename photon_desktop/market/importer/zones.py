"""Times on a local clock turned into UTC, hours that occur twice told apart by their order."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.importer.refusals import shown
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

TimeArray = npt.NDArray[np.int64]
_FIXED = re.compile(r"^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$")
_DAY = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def fixed_offset_s(zone: str) -> int | None:
    """The seconds a zone without summer time is ahead of UTC ("UTC", "Z", "+03:00", "UTC-5"); None for a place."""
    if zone.upper() in {"UTC", "Z", "GMT"}:
        return 0
    found = _FIXED.match(zone.upper())
    if found is None:
        return None
    seconds = int(found[2]) * 3600 + int(found[3] or 0) * 60
    return -seconds if found[1] == "-" else seconds


def zone_of(name: str) -> ZoneInfo:
    """The place's zone. Raises ValueRefusedError for a name that is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueRefusedError(
            f"The time zone {shown(name)!a} is not known; write UTC, +03:00 or a place like America/New_York."
        ) from None


def to_utc(local_ns: TimeArray, zone: str) -> TimeArray:
    """UTC nanoseconds of local ones in the file's order.

    An hour that a clock shows twice is the first until the times turn back, then the second. A time that a clock
    skips is taken by the offset before the skip. Raises ValueRefusedError for an unknown zone.
    """
    fixed = fixed_offset_s(zone)
    if fixed is not None:
        return local_ns - fixed * NANOSECONDS_PER_SECOND
    place = zone_of(zone)
    if len(local_ns) == 0:
        return local_ns
    if len(local_ns) > 1 and local_ns[0] > local_ns[-1]:
        return _rising_to_utc(local_ns[::-1], place)[::-1]
    return _rising_to_utc(local_ns, place)


def to_local(utc_ns: TimeArray, zone: str) -> TimeArray:
    """What the clocks of `zone` show at these moments. Raises ValueRefusedError for an unknown zone."""
    fixed = fixed_offset_s(zone)
    if fixed is not None or len(utc_ns) == 0:
        return utc_ns + (fixed or 0) * NANOSECONDS_PER_SECOND
    utc_s = utc_ns // NANOSECONDS_PER_SECOND
    changes, offsets = _changes(zone_of(zone), int(utc_s.min()), int(utc_s.max()) + _DAY)
    return utc_ns + offsets[np.searchsorted(changes, utc_s, side="right")] * NANOSECONDS_PER_SECOND


def _rising_to_utc(local_ns: TimeArray, place: ZoneInfo) -> TimeArray:
    first_s, last_s = int(local_ns.min()) // NANOSECONDS_PER_SECOND, int(local_ns.max()) // NANOSECONDS_PER_SECOND
    changes, offsets = _changes(place, first_s - 2 * _DAY, last_s + 2 * _DAY)
    before, after = offsets[:-1], offsets[1:]
    local_s = local_ns // NANOSECONDS_PER_SECOND
    passed = np.searchsorted(changes + np.maximum(before, after), local_s, side="right")
    result = local_ns - offsets[passed] * NANOSECONDS_PER_SECOND
    for place_of_change in np.flatnonzero(after < before).tolist():
        start = changes[place_of_change] + after[place_of_change]
        twice = np.flatnonzero((local_s >= start) & (local_s < changes[place_of_change] + before[place_of_change]))
        second = twice[_has_turned_back(local_ns[twice])]
        result[second] = local_ns[second] - after[place_of_change] * NANOSECONDS_PER_SECOND
    return result


def _has_turned_back(local_ns: TimeArray) -> npt.NDArray[np.bool_]:
    """Of the times of one doubled hour, those at and after the first that is not later than one before it."""
    if len(local_ns) == 0:
        return np.zeros(0, bool)
    turned = np.diff(local_ns, prepend=local_ns[0] - 1) <= 0
    return np.asarray(np.logical_or.accumulate(turned))


def _changes(place: ZoneInfo, first_s: int, last_s: int) -> tuple[TimeArray, TimeArray]:
    """The moments (seconds UTC) at which the offset changes, and the offsets (seconds) before, between and after."""
    moments: list[int] = []
    offsets = [_offset_s(place, first_s)]
    for day in range(first_s, last_s, _DAY):
        if _offset_s(place, day + _DAY) != offsets[-1]:
            moments.append(_first_moment_of_next_offset(place, day, day + _DAY))
            offsets.append(_offset_s(place, day + _DAY))
    return np.array(moments, np.int64), np.array(offsets, np.int64)


def _first_moment_of_next_offset(place: ZoneInfo, early: int, late: int) -> int:
    known = _offset_s(place, early)
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (middle, late) if _offset_s(place, middle) == known else (early, middle)
    return late


def _offset_s(place: ZoneInfo, moment_s: int) -> int:
    offset = (_EPOCH + timedelta(seconds=moment_s)).astimezone(place).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
