"""The quality report in words: one sentence, then lines with their counts and, folded in, where it was."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_datetime
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone

if TYPE_CHECKING:
    from photon_desktop.market.importer.quality import Dropped, QualityReport

_MOST_DETAILS = 200
_MOST_LINES = 12
_INTERVAL_WORDS = {
    "1m": mark("one-minute"),
    "3m": mark("three-minute"),
    "5m": mark("five-minute"),
    "15m": mark("15-minute"),
    "30m": mark("half-hourly"),
    "1h": mark("hourly"),
    "2h": mark("two-hourly"),
    "4h": mark("four-hourly"),
    "6h": mark("six-hourly"),
    "12h": mark("half-daily"),
    "1d": mark("daily"),
    "1w": mark("weekly"),
}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the report: what, how often, and where it was."""

    words: str
    figure: str
    tone: Tone = Tone.PLAIN
    details: "tuple[ReportLine, ...]" = ()


def interval_words(interval: Interval | None) -> str:
    """What bars of an interval are called: "hourly"."""
    return "" if interval is None else tr(_INTERVAL_WORDS[interval.value])


def summary(bars: Bars, report: "QualityReport", symbol: str | None, interval: Interval | None) -> str:
    """ "8,760 hourly bars of BTCUSDT, 2023-01-01 to 2023-12-31; 2 rows dropped."""
    if not len(bars):
        nothing = tr_many(
            "No bars among {count} rows; what is wrong with them stands below.",
            "No bars among {count} row; what is wrong with them stands below.",
            report.rows_read,
        )
        return nothing.format(count=f"{report.rows_read:,}")
    first, last = (f"{to_datetime(int(time)):%Y-%m-%d}" for time in (bars.times[0], bars.times[-1]))
    span = first if first == last else tr("{first} to {last}").format(first=first, last=last)
    dropped = report.rows_dropped
    left_out = tr_many("{count} rows dropped", "{count} row dropped", dropped) if dropped else tr("no row dropped")
    return f"{_bars_words(len(bars), symbol, interval)}, {span}; {left_out.format(count=f'{dropped:,}')}."


def _bars_words(count: int, symbol: str | None, interval: Interval | None) -> str:
    if interval is None:
        bars = tr_many("{count} bars", "{count} bar", count)
    else:
        bars = tr_many("{count} {hourly} bars", "{count} {hourly} bar", count)
    bars = bars.format(count=f"{count:,}", hourly=interval_words(interval))
    return tr("{bars} of {symbol}").format(bars=bars, symbol=symbol) if symbol else bars


def report_lines(report: "QualityReport") -> tuple[ReportLine, ...]:
    """The counts, each with its details; warnings first."""
    warnings = tuple(ReportLine(f"▲ {said(warning)}", "", Tone.WARNING) for warning in report.warnings)
    return (
        *warnings,
        ReportLine(tr("Rows read"), f"{report.rows_read:,}"),
        ReportLine(tr("Bars to import"), f"{report.rows_imported:,}"),
        _line(tr("Rows dropped"), report.rows_dropped, tuple(_dropped_line(kind) for kind in report.dropped)),
        _line(_gap_words(report), report.gap_count, _gap_details(report)),
        _line(tr("Duplicate rows"), report.duplicates),
        ReportLine(
            tr("Bars without volume"), f"{report.zero_volume:,}", Tone.PLAIN if report.zero_volume else Tone.MUTED
        ),
        _line(tr("Outliers"), len(report.outliers), _outlier_details(report)),
    )


def _line(words: str, count: int, details: tuple[ReportLine, ...] = ()) -> ReportLine:
    return ReportLine(words, f"{count:,}", Tone.WARNING if count else Tone.MUTED, details)


def _dropped_line(kind: "Dropped") -> ReportLine:
    shown = ", ".join(f"{line:,}" for line in kind.lines[:_MOST_LINES])
    rest = kind.rows - min(len(kind.lines), _MOST_LINES)
    lines = tr("{lines} and {count:,} more").format(lines=shown, count=rest) if rest else shown
    where = tr_many("lines {lines}", "line {lines}", kind.rows).format(lines=lines)
    reason = tr(kind.reason)
    return ReportLine(f"{reason}: {where}" if shown else reason, f"{kind.rows:,}")


def _gap_words(report: "QualityReport") -> str:
    if not report.gap_count:
        return tr("Gaps")
    gaps = tr_many("Gaps, {count} bars missing", "Gaps, {count} bar missing", report.missing_bars)
    return gaps.format(count=f"{report.missing_bars:,}")


def _gap_details(report: "QualityReport") -> tuple[ReportLine, ...]:
    lines = tuple(
        ReportLine(
            tr("{after} to {before} UTC").format(after=moment_words(gap.after_ns), before=moment_words(gap.before_ns)),
            f"{gap.missing:,}",
        )
        for gap in report.gaps[:_MOST_DETAILS]
    )
    return _with_rest(lines, report.gap_count)


def _outlier_details(report: "QualityReport") -> tuple[ReportLine, ...]:
    lines = tuple(ReportLine(f"{moment_words(time)} UTC", "") for time in report.outliers[:_MOST_DETAILS])
    return _with_rest(lines, len(report.outliers))


def _with_rest(lines: tuple[ReportLine, ...], count: int) -> tuple[ReportLine, ...]:
    rest = count - len(lines)
    if not lines or rest <= 0:
        return lines
    return (*lines, ReportLine(tr("and {count:,} more").format(count=rest), "", Tone.MUTED))


def moment_words(time_ns: int) -> str:
    """A bar's time in UTC to the minute, or to the second where it has any."""
    moment = to_datetime(time_ns)
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"
