"""A file of bars, opened with a guess of its format, regarded under another, and read."""

import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from photon_desktop.errors import DataError
from photon_desktop.market.importer.checks import Checked, checked
from photon_desktop.market.importer.containers import Content, read_content
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.guessing import Settled, guess
from photon_desktop.market.importer.lines import HEAD_BYTES, cells_of, single_spaced
from photon_desktop.market.importer.naming import interval_of
from photon_desktop.market.importer.parsing import Parsed, parse
from photon_desktop.market.importer.quality import QualityReport
from photon_desktop.market.importer.questions import Question, still_open
from photon_desktop.market.importer.refusals import ChoiceNeededError, listed, shown
from photon_desktop.market.importer.reporting import report_of
from photon_desktop.market.importer.texts import text_of
from photon_desktop.market.importer.watch import Watch
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval

__all__ = ["OpenedFile", "Question", "Reading", "open_file", "preview", "read_bars", "regarded"]
_MOST_ROWS_SHOWN, _LONGEST_CELL_SHOWN = 50, 200
_NOBODY = Watch()


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file and how it would be read: without questions it can be imported as it stands.

    `name` is the file's, safe to show; `rows` are the cells of the first rows of data, at most 50. `text` is the whole
    file as UTF-8, `tickers` the instrument of each column where several stand beside each other, `warnings` what there
    is to say before a row is read.
    """

    name: str
    content: Content
    format: Format
    questions: tuple[Question, ...]
    rows: tuple[tuple[str, ...], ...]
    text: bytes = field(default=b"", repr=False)
    tickers: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The bars of a file, and what there is to say about them."""

    bars: Bars
    report: QualityReport


def open_file(path: Path, watch: Watch = _NOBODY, member: str | None = None) -> OpenedFile:
    """Open `path`, of an archive's files the one called `member`, and guess its format.

    Raises DataError, one sentence, for what is no file of bars, ChoiceNeededError for an archive with several tables,
    and ImportCancelledError when `watch` says so.
    """
    content = read_content(path, member, watch)
    text, encoding = text_of(content, None, watch)
    return _guessed(path.name, content, text, encoding, Settled())


def regarded(opened: OpenedFile, format_: Format) -> OpenedFile:
    """The same file under a changed format: rows and questions anew. Another encoding or delimiter brings another
    guess of the columns, another ticker its own ones. Raises DataError when nothing can be read so."""
    before = opened.format
    if format_.encoding != before.encoding or format_.delimiter != before.delimiter:
        return _guessed_anew(opened, format_)
    if format_.ticker != before.ticker and format_.ticker is not None:
        return _with_ticker(opened, format_)
    changed = replace(format_, header=_header(opened, format_), interval=_interval(opened, format_))
    questions = still_open(opened.questions, before, changed)
    return replace(opened, format=changed, questions=questions, rows=_rows(opened.text, changed))


def preview(opened: OpenedFile, format_: Format) -> Reading:
    """What the first rows become. Raises DataError when none of them is a bar."""
    head = opened.text[:HEAD_BYTES]
    whole_lines = head if len(opened.text) <= HEAD_BYTES else head[: head.rfind(b"\n") + 1]
    return _read(opened, whole_lines, format_, None, _NOBODY)


def read_bars(
    opened: OpenedFile, format_: Format, watch: Watch = _NOBODY, kind: InstrumentKind | None = None
) -> Reading:
    """All bars of the file and the report on its rows. `kind` where the user knows better than the symbol what it is.

    Raises DataError when no row is a bar, ChoiceNeededError when the rows are of several instruments and the format
    names none of them, and ImportCancelledError when `watch` says so.
    """
    return _read(opened, opened.text, format_, format_.symbol, watch, kind)


def _read(
    opened: OpenedFile,
    text: bytes,
    format_: Format,
    calendar_of: str | None,
    watch: Watch,
    kind: InstrumentKind | None = None,
) -> Reading:
    parsed = parse(text, format_, watch)
    _check_ticker(opened, parsed, format_)
    watch.step("checking", 0, 1)
    found = checked(parsed, format_)
    if len(found.bars) == 0:
        raise DataError(_nothing_left(opened.name, found.rows_read, [one.reason for one in found.dropped]))
    _check_times(opened.name, found)
    report = report_of(found, format_, parsed.tickers, opened.warnings, calendar_of, time.time_ns(), kind)
    watch.step("checking", 1, 1)
    return Reading(found.bars, report)


def _check_ticker(opened: OpenedFile, parsed: Parsed, format_: Format) -> None:
    if len(parsed.tickers) > 1 and format_.ticker not in parsed.tickers:
        tickers = tuple(parsed.tickers)
        raise ChoiceNeededError(
            f"There are several symbols in {opened.name} ({listed(tickers)}); choose which to import.",
            "ticker",
            tickers,
        )


def _check_times(name: str, found: Checked) -> None:
    """When most rows claim the time of another, the times were not read as they were meant."""
    if len(found.conflicts) * 2 > found.rows_read:
        raise DataError(
            f"Of {found.rows_read:,} rows of {name} {len(found.conflicts):,} have the time of another row; choose the"
            " column of the time of day, or of the symbol."
        )


def _nothing_left(name: str, rows: int, reasons: list[str]) -> str:
    if rows == 0:
        return f"There are no rows of data in {name}; choose a file with bars, or another delimiter."
    return f"None of the {rows:,} rows of {name} is a bar ({', '.join(reasons[:3])}); choose another format or file."


def _guessed(name: str, content: Content, text: bytes, encoding: str, settled: Settled) -> OpenedFile:
    found = guess(text, encoding, content, name, settled)
    text = single_spaced(text) if found.format.delimiter == " " else text
    rows = _rows(text, found.format)
    return OpenedFile(
        shown(name), content, found.format, found.questions, rows, text, found.tickers, found.warnings
    )  # fmt: skip


def _guessed_anew(opened: OpenedFile, format_: Format) -> OpenedFile:
    """With another encoding or delimiter, keeping what does not hang on them."""
    before = opened.format
    text, _ = text_of(opened.content, format_.encoding, _NOBODY)
    delimiter = format_.delimiter if format_.delimiter != before.delimiter else None
    settled = Settled(delimiter=delimiter, ticker=format_.ticker)
    fresh = _guessed(opened.name, opened.content, text, format_.encoding, settled)
    return _keeping(fresh, before, format_)


def _with_ticker(opened: OpenedFile, format_: Format) -> OpenedFile:
    """The columns and the symbol of another instrument."""
    settled = Settled(delimiter=format_.delimiter, ticker=format_.ticker)
    fresh = _guessed(opened.name, opened.content, opened.text, format_.encoding, settled)
    if fresh.format.ticker is None:
        raise DataError(f"There is no {shown(format_.ticker or '')} in {opened.name}; choose one of its symbols.")
    return _keeping(fresh, opened.format, format_)


_KEPT = ("symbol", "interval", "zone", "time_format", "decimal", "thousands", "price_divisor")


def _keeping(fresh: OpenedFile, before: Format, wanted: Format) -> OpenedFile:
    """A fresh guess with what a person has set in the old one."""
    changes = {name: getattr(wanted, name) for name in _KEPT if getattr(wanted, name) != getattr(before, name)}
    if not changes:
        return fresh
    format_ = replace(fresh.format, **changes)
    return replace(fresh, format=format_, questions=still_open(fresh.questions, fresh.format, format_))


def _interval(opened: OpenedFile, format_: Format) -> Interval | None:
    """Told anew where times are read in another way, unless a person has set it."""
    before = opened.format
    is_same = _time_parts(before) == _time_parts(format_)
    if is_same or format_.interval != before.interval:
        return format_.interval
    rows = parse(opened.text[:HEAD_BYTES], format_, _NOBODY).rows
    return interval_of(rows.times[~(rows.time_unreadable | rows.time_out_of_range)])


def _time_parts(format_: Format) -> tuple[int, int | None, str]:
    return (format_.time_column, format_.clock_column, format_.time_format)


def _header(opened: OpenedFile, format_: Format) -> tuple[str, ...]:
    """The columns' names as they were, or those of the line above the rows where another one is that now."""
    before = opened.format
    if not format_.header or (before.header and before.skipped_lines == format_.skipped_lines):
        return format_.header
    lines = opened.text[:HEAD_BYTES].split(b"\n")[: format_.skipped_lines]
    return _as_wide(cells_of(_decoded(lines[-1]), format_.delimiter), format_.width) if lines else ()


def _rows(text: bytes, format_: Format) -> tuple[tuple[str, ...], ...]:
    """The cells of the first rows that are not blank, as many as a row has, long ones cut."""
    lines = text[:HEAD_BYTES].split(b"\n")[format_.skipped_lines :]
    filled = [line for line in lines if line.strip()][:_MOST_ROWS_SHOWN]
    return tuple(_as_wide(cells_of(_decoded(line), format_.delimiter), format_.width) for line in filled)


def _decoded(line: bytes) -> str:
    return line.decode("utf-8", "replace").replace("\r", "").replace("\0", "\ufffd")


def _as_wide(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(cell[:_LONGEST_CELL_SHOWN] for cell in [*cells, *[""] * width][:width])
