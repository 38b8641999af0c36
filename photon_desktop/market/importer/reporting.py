"""The report on the rows of a file, from what the checks found."""

from collections.abc import Iterator

from photon_desktop.market.importer.checks import Checked
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.gaps import gaps_of, longest
from photon_desktop.market.importer.moves import outliers_of, sentences_about
from photon_desktop.market.importer.naming import distance_of, in_words
from photon_desktop.market.importer.quality import Gap, QualityReport
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.importer.session_times import NEW_YORK_ZONE, fit_new_york
from photon_desktop.market.importer.time_columns import zone_told
from photon_desktop.market.importer.zones import fixed_offset_s, to_local
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_datetime, to_iso

_HOUR_NS = Interval.HOUR_1.nanoseconds
_DAY_NS = Interval.DAY_1.nanoseconds
_WEEK_NS = Interval.WEEK_1.nanoseconds
_FEW_ROWS = 3
_SUNDAY, _LAST_HOUR_OF_CHANGE, _MONTHS_OF_CHANGE = 6, 4, (3, 4, 10, 11)


def report_of(
    checked: Checked,
    format_: Format,
    tickers: dict[str, int],
    said: tuple[str, ...],
    calendar_of: str | None,
    now_ns: int,
    kind: InstrumentKind | None = None,
) -> QualityReport:
    """The report. `said` are warnings that were known before the rows were read; `calendar_of` is the symbol whose
    market's calendar tells gaps, None to go without one, and `kind` what the user says it is."""
    bars = checked.bars
    found = gaps_of(bars.times, format_.interval, calendar_of, kind) if format_.interval is not None else None
    gaps = () if found is None else longest(found)
    return QualityReport(
        rows_read=checked.rows_read,
        rows_imported=len(bars),
        dropped=checked.dropped,
        gaps=gaps,
        gap_count=0 if found is None else len(found),
        missing_bars=0 if found is None else found.missing_bars,
        duplicates=checked.duplicates,
        zero_volume=int((bars.volume == 0).sum()),
        outliers=tuple(outliers_of(bars).tolist()),
        warnings=(*said, *_warnings(checked, format_, tickers, gaps, now_ns)),
    )


def _warnings(
    checked: Checked, format_: Format, tickers: dict[str, int], gaps: tuple[Gap, ...], now_ns: int
) -> Iterator[str]:
    bars = checked.bars
    if checked.were_ends:
        times = f"{shown(format_.time_name)} is" if format_.names_ends else "The times are"
        yield f"{times} when a bar ends; each bar is stored by the time at which it opens."
    yield from _about_zones(checked, format_, gaps)
    others = sum(count for ticker, count in tickers.items() if ticker != format_.ticker)
    if format_.ticker is not None and others:
        yield f"{_rows(others)} of other symbols than {shown(format_.ticker)} left out."
    if checked.volumes_missing:
        yield f"The volume is not told in {_rows(checked.volumes_missing)} and counts as 0 there."
    if len(bars) < _FEW_ROWS:
        yield f"There are too few rows ({len(bars)}) to check their interval."
    elif format_.interval is not None:
        yield from _about_interval(checked, format_.interval)
    if int(bars.times[-1]) > now_ns + _DAY_NS:
        yield f"There are dates in the future, up to {to_iso(int(bars.times[-1]))}."
    yield from sentences_about(bars)


def _about_interval(checked: Checked, interval: Interval) -> Iterator[str]:
    distance = distance_of(checked.bars.times)
    if distance is not None and distance != interval.nanoseconds:
        yield f"Most bars are {in_words(distance)} apart, not {interval}."


def _about_zones(checked: Checked, format_: Format, gaps: tuple[Gap, ...]) -> Iterator[str]:
    if checked.naive == 0:
        return
    if checked.naive < len(checked.bars):
        yield f"Some times have no timezone ({checked.naive:,} of them); they are read as {format_.zone}."
    if format_.interval is None or format_.interval.nanoseconds >= _DAY_NS:
        return
    if checked.naive == len(checked.bars):
        yield from _about_the_zone_taken(checked, format_, format_.interval)
    if fixed_offset_s(format_.zone) is None:
        return
    twice = [time for time in checked.conflicts.tolist() if _is_change_of_clocks(time)]
    if twice:
        yield f"The hour of {to_iso(twice[0])} occurs twice, which looks like a clock change: choose a timezone."
    skipped = [gap for gap in gaps if _is_skipped_hour(gap, format_.interval)]
    if skipped:
        time = to_iso(skipped[-1].after_ns + format_.interval.nanoseconds)
        yield f"The hour of {time} is missing, which looks like a clock change: choose a timezone."


def _about_the_zone_taken(checked: Checked, format_: Format, interval: Interval) -> Iterator[str]:
    """The zone of a file's intraday times when nothing in it names one."""
    if zone_told(format_.time_name, format_.time_format) is not None:
        return
    is_utc = fixed_offset_s(format_.zone) == 0
    if not is_utc and format_.zone != NEW_YORK_ZONE:
        return
    local = to_local(checked.bars.times, format_.zone)
    fits = fit_new_york(local, interval, format_.symbol)
    if is_utc and fits:
        yield (
            "The times name no zone and fit New York's session, 09:30 to 16:00; they are read as UTC: choose"
            f" {NEW_YORK_ZONE} if they are from there (for a command --zone)."
        )
    elif is_utc:
        yield (
            "The times name no zone; they are read as UTC: choose another zone if they are a local clock's or a"
            " broker's (for a command --zone)."
        )
    elif fits or fit_new_york(local[local < local[0] + _WEEK_NS], interval, format_.symbol):
        begin = "fit" if fits else "begin by fitting"
        yield (
            f"The times name no zone and {begin} New York's session, 09:30 to 16:00; they are read as {NEW_YORK_ZONE}:"
            " choose another zone if they are not from there (for a command --zone)."
        )


def _rows(count: int) -> str:
    return f"{count:,} row{'s' * (count != 1)}"


def _is_skipped_hour(gap: Gap, interval: Interval) -> bool:
    return gap.missing * interval.nanoseconds == _HOUR_NS and _is_change_of_clocks(gap.after_ns + interval.nanoseconds)


def _is_change_of_clocks(time_ns: int) -> bool:
    """In the small hours of a Sunday in spring or autumn."""
    moment = to_datetime(time_ns)
    return moment.weekday() == _SUNDAY and moment.hour < _LAST_HOUR_OF_CHANGE and moment.month in _MONTHS_OF_CHANGE
