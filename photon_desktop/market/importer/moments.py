"""A column of times as UTC nanoseconds: by Arrow's own reader where it can, by the parts of each text where not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from photon_desktop.market.importer.times import (
    EPOCHS,
    EXCEL_DAYS,
    ISO,
    ZONES_BY_LETTERS,
    check_time_format,
    month_number,
    pattern_of,
)
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

TimeArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
_FIRST_YEAR, _LAST_YEAR = 1678, 2261  # int64 nanoseconds reach no further
_FIRST_NS, _AFTER_LAST_NS = (int(np.datetime64(f"{year}-01-01", "ns").astype(np.int64)) for year in (1678, 2262))
_PLAIN_ISO = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NUMBER = r"^-?[0-9]+(?:\.[0-9]+)?(?:[eE]\+?[0-9]+)?$"
_DAY_S = 86_400
_EXCEL_EPOCH_DAYS = 25_569  # from 1899-12-30 to 1970-01-01


@dataclass(frozen=True, slots=True)
class Moments:
    """Times of rows, 0 where there is none: local ones where `has_zone` is not set, UTC where it is.

    `unreadable` are no times in the layout, `out_of_range` are outside the years 1678 to 2261, or a placeholder.
    """

    times: TimeArray
    has_zone: BoolArray
    unreadable: BoolArray
    out_of_range: BoolArray

    @property
    def readable_times(self) -> TimeArray:
        """The times of the rows that have one."""
        return self.times[~(self.unreadable | self.out_of_range)]


def as_moments(column: pa.Array, time_format: str) -> Moments:
    """Read a column of text in `time_format`. Raises DataError for one that is no way of writing times."""
    check_time_format(time_format)
    trimmed = pc.utf8_trim_whitespace(column)
    if time_format in EPOCHS:
        return _from_epochs(trimmed, EPOCHS[time_format])
    if time_format == EXCEL_DAYS:
        return _from_excel(trimmed)
    return (_from_plain_iso(trimmed) if time_format == ISO else None) or _from_parts(trimmed, time_format)


def _from_epochs(cells: pa.Array, unit_ns: int) -> Moments:
    try:
        return _in_range(pc.cast(cells, pa.int64()).to_numpy(zero_copy_only=False), unit_ns, np.zeros(len(cells), bool))
    except pa.ArrowInvalid:
        pass
    readable = pc.match_substring_regex(cells, _NUMBER)
    numbers = pc.cast(pc.if_else(readable, cells, pa.scalar("0")), pa.float64()).to_numpy(zero_copy_only=False)
    whole = pc.match_substring_regex(cells, r"^-?[0-9]{1,18}$")
    exact = pc.cast(pc.if_else(whole, cells, pa.scalar("0")), pa.int64()).to_numpy(zero_copy_only=False)
    unreadable = ~readable.to_numpy(zero_copy_only=False)
    limit = np.iinfo(np.int64).max // unit_ns
    far = np.abs(numbers) >= limit
    fractions = np.rint(np.where(far, 0, numbers) * min(unit_ns, 1_000_000)).astype(np.int64) * max(
        unit_ns // 1_000_000, 1
    )
    times = np.where(whole.to_numpy(zero_copy_only=False) & ~far, exact * unit_ns, fractions)
    placeholder = np.abs(numbers) <= 1
    return _moments(times, np.ones(len(times), bool), unreadable, (far | placeholder) & ~unreadable)


def _in_range(values: TimeArray, unit_ns: int, unreadable: BoolArray) -> Moments:
    """-1, 0 and 1 stand for a time that was not known, not for the first second of 1970."""
    far = np.abs(values // 2) >= np.iinfo(np.int64).max // unit_ns // 2
    out = far | (np.abs(values) <= 1)
    return _moments(np.where(out, 0, values) * unit_ns, np.ones(len(values), bool), unreadable, out)


def _from_excel(cells: pa.Array) -> Moments:
    readable = pc.match_substring_regex(cells, _NUMBER)
    days = pc.cast(pc.if_else(readable, cells, pa.scalar("0")), pa.float64()).to_numpy(zero_copy_only=False)
    far = (days < -80_000) | (days > 130_000)
    seconds = np.rint((np.where(far, 0, days) - _EXCEL_EPOCH_DAYS) * _DAY_S).astype(np.int64)
    unreadable = ~readable.to_numpy(zero_copy_only=False)
    no_zone = np.zeros(len(seconds), bool)
    return _moments(seconds * NANOSECONDS_PER_SECOND, no_zone, unreadable, far & ~unreadable)


def _from_plain_iso(cells: pa.Array) -> Moments | None:
    """All cells with a zone or all without, none out of range: Arrow reads them at once. None for other columns."""
    if not pc.all(pc.match_substring_regex(cells, _PLAIN_ISO)).as_py():
        return None
    for kind in (pa.timestamp("ns", "UTC"), pa.timestamp("ns")):
        try:
            times = pc.cast(cells, kind)
        except pa.ArrowInvalid:
            continue
        nanoseconds = np.array(pc.cast(times, pa.int64()).to_numpy(zero_copy_only=False))
        if len(nanoseconds) and (nanoseconds.min() < _FIRST_NS or nanoseconds.max() >= _AFTER_LAST_NS):
            return None
        nobody = np.zeros(len(cells), bool)
        return _moments(nanoseconds, np.full(len(cells), kind.tz is not None), nobody, nobody)
    return None


def _from_parts(cells: pa.Array, time_format: str) -> Moments:
    """Every part of the text by itself; no library's calendar, language or range comes into it."""
    found = pc.extract_regex(cells, pattern_of(time_format))
    readable = found.is_valid().to_numpy(zero_copy_only=False)
    names = [field.name for field in found.type]
    parts = {name: pc.struct_field(found, name) for name in names}
    year, month, day = _year(parts, readable), _month(parts, readable), _whole(parts, "d", readable, 1)
    week_day = (_whole(parts, "V", readable, 1) - 1) * 7 + _whole(parts, "u", readable, 1) - 1
    hour = _hour(parts, readable)
    minute, second = _whole(parts, "M", readable, 0), _whole(parts, "S", readable, 0)
    is_midnight_24 = (hour == 24) & (minute == 0) & (second == 0)
    is_real = (month >= 1) & (month <= 12) & (day >= 1) & (minute < 60) & (second < 60)
    is_real &= ((hour >= 0) & (hour < 24)) | is_midnight_24
    is_real &= day <= _days_in(year, np.clip(month, 1, 12))
    out = (year < _FIRST_YEAR) | (year > _LAST_YEAR)
    usable = readable & is_real & ~out
    days = _days_since_1970(np.where(usable, year, 1970), np.where(usable, month, 1), np.where(usable, day, 1))
    days = days if "G" not in parts else _first_monday(days) + np.where(usable, week_day, 0)
    seconds = days * _DAY_S + hour * 3600 + minute * 60 + second
    offset, has_zone = _offset(parts, len(cells))
    times = (seconds - offset) * NANOSECONDS_PER_SECOND + _fraction(parts, readable)
    return _moments(times, has_zone, ~readable | (readable & ~is_real & ~out), readable & out)


def _moments(times: TimeArray, has_zone: BoolArray, unreadable: BoolArray, out_of_range: BoolArray) -> Moments:
    return Moments(np.where(unreadable | out_of_range, 0, times), has_zone, unreadable, out_of_range)


def _whole(parts: dict[str, pa.Array], name: str, readable: BoolArray, otherwise: int) -> TimeArray:
    """A part as whole numbers, `otherwise` where the text has none."""
    if name not in parts:
        return np.full(len(readable), otherwise, np.int64)
    text = pc.if_else(pc.equal(pc.fill_null(parts[name], ""), ""), pa.scalar(str(otherwise)), parts[name])
    return np.array(pc.cast(pc.fill_null(text, str(otherwise)), pa.int64()).to_numpy(zero_copy_only=False))


def _year(parts: dict[str, pa.Array], readable: BoolArray) -> TimeArray:
    if "y" not in parts:
        return _whole(parts, "G" if "G" in parts else "Y", readable, 1970)
    short = _whole(parts, "y", readable, 70)
    return np.where(short < 69, 2000, 1900) + short


def _month(parts: dict[str, pa.Array], readable: BoolArray) -> TimeArray:
    if "b" not in parts:
        return _whole(parts, "m", readable, 1)
    coded = pc.dictionary_encode(pc.fill_null(parts["b"], ""))
    numbers = np.array([month_number(name) for name in coded.dictionary.to_pylist()], np.int64)
    return np.asarray(numbers[coded.indices.to_numpy(zero_copy_only=False)])


def _hour(parts: dict[str, pa.Array], readable: BoolArray) -> TimeArray:
    """12 AM is 0 and 12 PM is 12; 13 PM is no hour."""
    if "I" not in parts:
        return _whole(parts, "H", readable, 0)
    hour = _whole(parts, "I", readable, 12)
    is_after_noon = pc.is_in(pc.fill_null(parts["p"], ""), value_set=pa.array(["p", "P"])).to_numpy(
        zero_copy_only=False
    )
    return np.where((hour < 1) | (hour > 12), 99, hour % 12 + np.where(is_after_noon, 12, 0))


def _fraction(parts: dict[str, pa.Array], readable: BoolArray) -> TimeArray:
    if "f" not in parts:
        return np.zeros(len(readable), np.int64)
    padded = pc.utf8_rpad(pc.fill_null(parts["f"], ""), width=9, padding="0")
    return np.array(pc.cast(padded, pa.int64()).to_numpy(zero_copy_only=False))


def _offset(parts: dict[str, pa.Array], count: int) -> tuple[TimeArray, BoolArray]:
    """Seconds ahead of UTC of each text, and which texts say so."""
    if "z" not in parts:
        return np.zeros(count, np.int64), np.zeros(count, bool)
    coded = pc.dictionary_encode(pc.fill_null(parts["z"], ""))
    zones = coded.dictionary.to_pylist()
    seconds = np.array([_seconds_of(zone) for zone in zones], np.int64)
    named = np.array([bool(zone) for zone in zones], bool)
    indices = coded.indices.to_numpy(zero_copy_only=False)
    return np.asarray(seconds[indices]), np.asarray(named[indices])


def _seconds_of(zone: str) -> int:
    if not zone.startswith(("+", "-")):
        return ZONES_BY_LETTERS.get(zone, 0) * 3600
    digits = zone[1:].replace(":", "").ljust(4, "0")
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return -seconds if zone[0] == "-" else seconds


def _days_in(year: TimeArray, month: TimeArray) -> TimeArray:
    lengths = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[month]
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return np.asarray(lengths + ((month == 2) & is_leap))


def _first_monday(new_years_day: TimeArray) -> TimeArray:
    """The Monday of a year's first week, the one with the fourth of January in it; all in days since 1970."""
    fourth = new_years_day + 3
    return np.asarray(fourth - (fourth + 3) % 7)


def _days_since_1970(year: TimeArray, month: TimeArray, day: TimeArray) -> TimeArray:
    """Days of the Gregorian calendar; a year is counted from its March, so that leap days end it."""
    shifted = year - (month <= 2)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = shifted * 365 + shifted // 4 - shifted // 100 + shifted // 400 + day_of_year
    return day_of_era - 719_468
