"""Which rows are a market's bars, and why the others are not."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.market.importer.bar_ends import are_last_moments, days_of, opens_of
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.lines import BrokenLine
from photon_desktop.market.importer.moments import TimeArray
from photon_desktop.market.importer.parsing import BoolArray, Parsed, ParsedRows
from photon_desktop.market.importer.quality import MOST_LINES, Dropped
from photon_desktop.market.importer.zones import to_utc
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

REPEATED = "duplicate, identical to an earlier row"
CONFLICTING = "duplicate timestamp with different values, the first one kept"
_DAY_NS = Interval.DAY_1.nanoseconds


@dataclass(frozen=True, slots=True)
class Checked:
    """The bars of a file, and its rows that are none. `conflicts` are times (ns UTC) that several rows with different
    values claim; `naive` says how many of the bars had a time without a zone; `were_ends` whether the file names bars
    by their end."""

    bars: Bars
    rows_read: int
    dropped: tuple[Dropped, ...]
    duplicates: int
    conflicts: TimeArray
    naive: int
    volumes_missing: int
    were_ends: bool


def checked(parsed: Parsed, format_: Format) -> Checked:
    """Tell bars from other rows, put them in the order of time, and keep one for each time; bars named by their end are
    named by their open time."""
    rows = parsed.rows
    reasons = _Reasons(len(rows))
    for is_bad, reason in _faults(rows):
        reasons.add(is_bad, reason)
    good = np.flatnonzero(reasons.free)
    ended = _interval_of_ends(rows.times[good], format_)
    times = _opens(rows, good, format_.zone, ended)
    order = np.argsort(times, kind="stable") if np.any(np.diff(times) < 0) else np.arange(len(times))
    good, times = good[order], times[order]
    repeats, conflicts = _duplicates(rows, good, times)
    reasons.add(_mask(len(rows), good[repeats]), REPEATED)
    reasons.add(_mask(len(rows), good[conflicts]), CONFLICTING)
    kept = ~(repeats | conflicts)
    chosen = good[kept]
    open_, high, low, close = (np.ascontiguousarray(price[chosen]) for price in rows.prices)
    volume = np.where(rows.volume_missing[chosen], 0.0, rows.volume[chosen])
    bars = Bars(np.ascontiguousarray(times[kept]), open_, high, low, close, volume)
    broken = tuple(_counted(parsed.broken))
    return Checked(
        bars,
        len(rows) + len(parsed.broken),
        (*reasons.dropped(rows), *broken),
        int(repeats.sum()),
        times[conflicts],
        int((~rows.has_zone[chosen]).sum()),
        int(rows.volume_missing[chosen].sum()),
        ended is not None,
    )


def _faults(rows: ParsedRows) -> Iterator[tuple[BoolArray, str]]:
    """Every way in which a row is no bar; of several the first one counts."""
    open_, high, low, close = rows.prices
    yield rows.is_header, "header line inside the data"
    yield rows.time_unreadable, "unreadable date"
    yield rows.time_out_of_range, "date out of range"
    yield rows.price_unreadable, "price not a number"
    yield rows.price_missing, "price missing"
    yield ~np.all(np.isfinite(rows.prices), axis=0), "price not finite"
    yield np.any(rows.prices <= 0, axis=0), "price <= 0"
    yield high < low, "high < low"
    yield (high < np.maximum(open_, close)) | (low > np.minimum(open_, close)), "open or close outside low..high"
    yield rows.volume_unreadable, "volume not a number"
    yield ~rows.volume_missing & ~np.isfinite(rows.volume), "volume not finite"
    yield rows.volume < 0, "negative volume"


class _Reasons:
    """For each row the first reason it was given to be left out."""

    def __init__(self, count: int) -> None:
        self._codes = np.zeros(count, np.int8)
        self._names: list[str] = []

    def add(self, is_bad: BoolArray, reason: str) -> None:
        """Give `reason` to those rows that have none yet."""
        self._names.append(reason)
        self._codes[is_bad & (self._codes == 0)] = len(self._names)

    @property
    def free(self) -> BoolArray:
        """The rows without a reason."""
        return np.asarray(self._codes == 0)

    def dropped(self, rows: ParsedRows) -> Iterator[Dropped]:
        """The reasons that were given, with the lines of the file."""
        for code, name in enumerate(self._names, start=1):
            places = np.flatnonzero(self._codes == code)
            if len(places):
                lines = np.sort(rows.lines[places])[:MOST_LINES]
                yield Dropped(name, len(places), tuple(lines.tolist()))


def _mask(count: int, places: npt.NDArray[np.intp]) -> BoolArray:
    result = np.zeros(count, bool)
    result[places] = True
    return result


def _counted(broken: tuple[BrokenLine, ...]) -> Iterator[Dropped]:
    for reason in dict.fromkeys(line.reason for line in broken):
        lines = [line.line for line in broken if line.reason == reason]
        yield Dropped(reason, len(lines), tuple(sorted(lines)[:MOST_LINES]))


def _interval_of_ends(times: TimeArray, format_: Format) -> Interval | None:
    """How long the bars are, where `times` are those at which they end; None where they are not, or it is unknown."""
    return format_.interval if format_.names_ends or are_last_moments(times) else None


def _opens(rows: ParsedRows, good: npt.NDArray[np.intp], zone: str, ended: Interval | None) -> TimeArray:
    """The UTC times at which the good rows open; those without a zone are on the clock of `zone`."""
    times = rows.times[good]
    naive = ~rows.has_zone[good]
    are_days = ended is not None and ended.nanoseconds >= _DAY_NS
    if ended is not None and are_days and not _are_dates_alone(times, naive):
        times = days_of(times, ended)
    if naive.any():
        times[naive] = to_utc(times[naive], zone)
    return times if ended is None or are_days else opens_of(times, ended)


def _are_dates_alone(times: TimeArray, naive: BoolArray) -> bool:
    """A date without a time of day names its day, whatever its column is called."""
    return bool(naive.all()) and not (times % _DAY_NS).any()


def _duplicates(rows: ParsedRows, good: npt.NDArray[np.intp], times: TimeArray) -> tuple[BoolArray, BoolArray]:
    """Of rows in the order of time, those that say again what the first row of their time says, and those that say
    something else."""
    is_later = np.concatenate([[False], np.diff(times) == 0])[: len(times)]
    if not is_later.any():
        return is_later, is_later
    first = np.maximum.accumulate(np.where(is_later, 0, np.arange(len(times))))
    mine, theirs = good, good[first]
    is_same = (rows.prices[:, mine] == rows.prices[:, theirs]).all(axis=0)
    volumes = np.nan_to_num(rows.volume)
    is_same &= volumes[mine] == volumes[theirs]
    return is_later & is_same, is_later & ~is_same
