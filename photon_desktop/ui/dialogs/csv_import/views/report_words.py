"""The quality report in words: one sentence, then lines with their counts and, folded in, where it was."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_datetime
from photon_desktop.ui.tables.row_table import Tone

if TYPE_CHECKING:
    from photon_desktop.market.importer.quality import Dropped, QualityReport

_MOST_DETAILS = 200
_MOST_LINES = 12
_INTERVAL_WORDS = {
    "1m": "one-minute", "3m": "three-minute", "5m": "five-minute", "15m": "15-minute", "30m": "half-hourly",
    "1h": "hourly", "2h": "two-hourly", "4h": "four-hourly", "6h": "six-hourly", "12h": "half-daily", "1d": "daily",
    "1w": "weekly",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the report: what, how often, and where it was."""

    words: str
    figure: str
    tone: Tone = Tone.PLAIN
    details: "tuple[ReportLine, ...]" = ()


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 bar", "8,760 bars"."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def interval_words(interval: Interval | None) -> str:
    """What bars of an interval are called: "hourly"."""
    return "" if interval is None else _INTERVAL_WORDS[interval.value]


def summary(bars: Bars, report: "QualityReport", symbol: str | None, interval: Interval | None) -> str:
    """ "8,760 hourly bars of BTCUSDT, 2023-01-01 to 2023-12-31; 2 rows dropped."""
    if not len(bars):
        return f"No bars among {counted(report.rows_read, 'row')}; what is wrong with them stands below."
    kind = " ".join(filter(None, (interval_words(interval), "bar" if len(bars) == 1 else "bars")))
    whose = f" of {symbol}" if symbol else ""
    first, last = (f"{to_datetime(int(time)):%Y-%m-%d}" for time in (bars.times[0], bars.times[-1]))
    span = first if first == last else f"{first} to {last}"
    dropped = report.rows_dropped
    return f"{len(bars):,} {kind}{whose}, {span}; {counted(dropped, 'row') if dropped else 'no row'} dropped."


def report_lines(report: "QualityReport") -> tuple[ReportLine, ...]:
    """The counts, each with its details; warnings first."""
    warnings = tuple(ReportLine(f"▲ {warning}", "", Tone.WARNING) for warning in report.warnings)
    return (
        *warnings,
        ReportLine("Rows read", f"{report.rows_read:,}"),
        ReportLine("Bars to import", f"{report.rows_imported:,}"),
        _line("Rows dropped", report.rows_dropped, tuple(_dropped_line(kind) for kind in report.dropped)),
        _line(_gap_words(report), report.gap_count, _gap_details(report)),
        _line("Duplicate rows", report.duplicates),
        ReportLine("Bars without volume", f"{report.zero_volume:,}", Tone.PLAIN if report.zero_volume else Tone.MUTED),
        _line("Outliers", len(report.outliers), _outlier_details(report)),
    )


def _line(words: str, count: int, details: tuple[ReportLine, ...] = ()) -> ReportLine:
    return ReportLine(words, f"{count:,}", Tone.WARNING if count else Tone.MUTED, details)


def _dropped_line(kind: "Dropped") -> ReportLine:
    shown = ", ".join(f"{line:,}" for line in kind.lines[:_MOST_LINES])
    rest = kind.rows - min(len(kind.lines), _MOST_LINES)
    where = f"line{'s' if kind.rows > 1 else ''} {shown}{f' and {rest:,} more' if rest else ''}" if shown else ""
    return ReportLine(f"{kind.reason}: {where}" if where else kind.reason, f"{kind.rows:,}")


def _gap_words(report: "QualityReport") -> str:
    return f"Gaps, {counted(report.missing_bars, 'bar')} missing" if report.gap_count else "Gaps"


def _gap_details(report: "QualityReport") -> tuple[ReportLine, ...]:
    lines = tuple(
        ReportLine(f"{moment_words(gap.after_ns)} to {moment_words(gap.before_ns)} UTC", f"{gap.missing:,}")
        for gap in report.gaps[:_MOST_DETAILS]
    )
    return _with_rest(lines, report.gap_count)


def _outlier_details(report: "QualityReport") -> tuple[ReportLine, ...]:
    lines = tuple(ReportLine(f"{moment_words(time)} UTC", "") for time in report.outliers[:_MOST_DETAILS])
    return _with_rest(lines, len(report.outliers))


def _with_rest(lines: tuple[ReportLine, ...], count: int) -> tuple[ReportLine, ...]:
    rest = count - len(lines)
    return (*lines, ReportLine(f"and {rest:,} more", "", Tone.MUTED)) if lines and rest > 0 else lines


def moment_words(time_ns: int) -> str:
    """A bar's time in UTC to the minute, or to the second where it has any."""
    moment = to_datetime(time_ns)
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"
