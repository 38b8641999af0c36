"""`photon-desktop import`: bars out of any vendor's file, checked, into the store."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from photon_desktop.commands.output import print_json, print_rows, progress_on
from photon_desktop.commands.symbol_option import symbol_written
from photon_desktop.errors import DataError, UsageError
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.naming import clean_symbol
from photon_desktop.market.importer.quality import Dropped, QualityReport
from photon_desktop.market.importer.questions import COLUMNS, DATE_ORDER, INTERVAL, SYMBOL, TICKER
from photon_desktop.market.importer.reading import OpenedFile, Reading, open_file, read_bars, regarded
from photon_desktop.market.importer.refusals import ChoiceNeededError, shown
from photon_desktop.market.importer.storing import store_bars
from photon_desktop.market.importer.watch import Watch
from photon_desktop.market.importer.zones import fixed_offset_s, zone_of
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.paths import STORE_NAME, user_data_folder
from photon_desktop.store.store import Store
from photon_desktop.trading.bar_json import bar_json
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import to_iso

_OPTION_OF = {
    "file": "--member",
    TICKER: "--ticker",
    SYMBOL: "--symbol",
    INTERVAL: "--interval",
    COLUMNS: "--column",
    DATE_ORDER: "--time-format",
}
_COLUMN_OF = {
    "time": "time_column",
    "clock": "clock_column",
    "open": "open_column",
    "high": "high_column",
    "low": "low_column",
    "close": "close_column",
    "volume": "volume_column",
    "symbol": "symbol_column",
}
_KINDS = (InstrumentKind.CRYPTO.value, InstrumentKind.STOCK.value)
_DELIMITER_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", " ": "spaces"}


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was read; how many of its bars were stored, and what is to be told of bars stored before."""

    opened: OpenedFile
    symbol: str
    interval: Interval
    reading: Reading
    stored: int
    changed: tuple[str, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, text, JSON, Parquet or Feather; also gzip or zip")
    parser.add_argument("--symbol", type=symbol_written, help="what the bars are of, where the file does not say")
    parser.add_argument(
        "--kind", choices=_KINDS, help="what the symbol is, where its spelling says otherwise: it decides about gaps"
    )
    parser.add_argument("--interval", help="length of a bar, where the file does not say")
    parser.add_argument("--ticker", help="of several symbols in the file, the one to import")
    parser.add_argument("--member", metavar="NAME", help="of several files in an archive, the one to import")
    parser.add_argument("--zone", help="zone of times without one: UTC, +03:00 or America/New_York (default UTC)")
    parser.add_argument("--time-format", metavar="F", help="how times are written: iso, unix ms, or like %%d/%%m/%%Y")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="ROLE=N",
        help=f"the column, counted from 1, of {', '.join(_COLUMN_OF)}; can be given several times",
    )
    parser.add_argument("--dry-run", action="store_true", help="read and check, store nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Read the file, store its bars unless it is a dry run, and say what came of it."""
    imported = take(options)
    if options.json:
        print_json(_json(imported))
        return 0
    _print(imported)
    return 0


def take(options: argparse.Namespace) -> Imported:
    """Read and store. Raises DataError, naming the option that helps, while something about the file is open."""
    watch = Watch(progress_on())
    opened, answered = _settled(_opened(options, watch), options)
    questions = [question for question in opened.questions if question.about not in answered]
    if questions:
        raise DataError(_with_option(questions[0].sentence, questions[0].about))
    symbol, interval = opened.format.symbol, opened.format.interval
    if symbol is None or interval is None:
        raise DataError(f"{opened.name} does not say its symbol or interval; give --symbol and --interval.")
    check_symbol(symbol)
    try:
        reading = read_bars(opened, opened.format, watch, _kind(options))
    except ChoiceNeededError as error:
        raise DataError(_with_option(str(error), error.about)) from error
    changed: list[str] = []
    stored = 0 if options.dry_run else _store(options, symbol, interval, reading, opened, changed.append)
    return Imported(opened, symbol, interval, reading, stored, tuple(changed))


def _opened(options: argparse.Namespace, watch: Watch) -> OpenedFile:
    try:
        return open_file(options.file, watch, options.member)
    except ChoiceNeededError as error:
        raise DataError(_with_option(str(error), error.about)) from error


def _kind(options: argparse.Namespace) -> InstrumentKind | None:
    return None if options.kind is None else InstrumentKind(options.kind)


def _with_option(sentence: str, about: str) -> str:
    return f"{sentence} Use {_OPTION_OF.get(about, '--help')} for that."


def _settled(opened: OpenedFile, options: argparse.Namespace) -> tuple[OpenedFile, set[str]]:
    """The file with what the options say of it, and the questions they answer even where they agree with the guess."""
    symbol = None if options.symbol is None else options.symbol.replace("/", "")
    ticker = options.ticker or _ticker_called(symbol, opened)
    if ticker is not None:
        opened = regarded(opened, replace(opened.format, ticker=ticker))
    changes = _changes(options, opened.format, symbol)
    if changes:
        opened = regarded(opened, replace(opened.format, **changes))
    answers = {COLUMNS: bool(options.column), DATE_ORDER: options.time_format is not None}
    return opened, {about for about, is_given in answers.items() if is_given}


def _ticker_called(symbol: str | None, opened: OpenedFile) -> str | None:
    """Of several tickers the one that the wanted symbol names."""
    choices = next((question.choices for question in opened.questions if question.about == TICKER), ())
    return next((ticker for ticker in choices if symbol is not None and symbol in {ticker, clean_symbol(ticker)}), None)


def _changes(options: argparse.Namespace, format_: Format, symbol: str | None) -> dict[str, Any]:
    """What the options change of a guess."""
    changes: dict[str, Any] = dict(_column(words, format_) for words in options.column)
    if symbol is not None:
        check_symbol(symbol)
        changes["symbol"] = symbol
    if options.interval is not None:
        changes["interval"] = Interval.parse(options.interval)
    if options.time_format is not None:
        changes["time_format"] = options.time_format
    if options.zone is not None:
        if fixed_offset_s(options.zone) is None:
            zone_of(options.zone)
        changes["zone"] = options.zone
    return changes


def _column(words: str, format_: Format) -> tuple[str, int]:
    role, _, number = words.partition("=")
    if role not in _COLUMN_OF or not number.isdecimal():
        raise UsageError(f"--column {words!a} is not like close=5; the roles are {', '.join(_COLUMN_OF)}.")
    if not 1 <= int(number) <= format_.width:
        raise UsageError(f"--column {words} is outside the file's {format_.width} columns.")
    return _COLUMN_OF[role], int(number) - 1


def _store(
    options: argparse.Namespace,
    symbol: str,
    interval: Interval,
    reading: Reading,
    opened: OpenedFile,
    tell_changed: Callable[[str], object],
) -> int:
    with closing(Store.open(user_data_folder(options.data_dir) / STORE_NAME)) as store:
        name, kind = opened.name, _kind(options)
        return store_bars(store, symbol, interval, reading, name, opened.format, tell_changed, kind)


def _json(imported: Imported) -> Json:
    report, bars = imported.reading.report, imported.reading.bars
    return {
        "symbol": imported.symbol,
        "interval": imported.interval.value,
        "rows_read": report.rows_read,
        "rows_imported": report.rows_imported,
        "rows_dropped": report.rows_dropped,
        "first": bar_json(bars.bar(0)),
        "last": bar_json(bars.bar(-1)),
        "warnings": [*_warnings(report), *imported.changed],
        "format": imported.opened.format.as_json(),
        "dropped": [{"reason": one.reason, "rows": one.rows, "lines": list(one.lines)} for one in report.dropped],
        "gaps": report.gap_count,
        "missing_bars": report.missing_bars,
        "duplicates": report.duplicates,
        "zero_volume": report.zero_volume,
        "outliers": [to_iso(time) for time in report.outliers],
        "bars_stored": imported.stored,
    }


def _warnings(report: QualityReport) -> Iterator[str]:
    """Everything that is amiss, a sentence each."""
    yield from map(_dropped, report.dropped)
    if report.gap_count:
        longest = report.gaps[0]
        yield (
            f"{_counted(report.gap_count, 'gap')}, {_counted(report.missing_bars, 'bar')} missing; the longest of"
            f" {_counted(longest.missing, 'bar')} after {to_iso(longest.after_ns)}."
        )
    if report.outliers:
        yield (
            f"{_counted(len(report.outliers), 'outlier')}, the first on {to_iso(report.outliers[0])}: a bad tick, or a"
            " split that was not adjusted?"
        )
    yield from report.warnings


def _dropped(one: Dropped) -> str:
    lines = ", ".join(map(str, one.lines))
    more = " and more" if one.rows > len(one.lines) else ""
    return f"{_counted(one.rows, 'row')} dropped: {one.reason} (line{'s' * (one.rows > 1)} {lines}{more})."


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def _print(imported: Imported) -> None:
    report, bars = imported.reading.report, imported.reading.bars
    print(f"{imported.opened.name}: {imported.symbol} {imported.interval}")
    print_rows([*_format_rows(imported.opened.format), *_report_rows(report, bars)])
    for warning in (*_warnings(report), *imported.changed):
        print(f"Note: {warning}")
    stored = f"{_counted(imported.stored, 'bar')} stored." if imported.stored else "Nothing was stored: a dry run."
    print(stored)


def _format_rows(format_: Format) -> Iterator[tuple[str, str]]:
    """The guess in words."""
    yield "text", f"{format_.encoding}, cells between {_DELIMITER_NAMES.get(format_.delimiter, format_.delimiter)}"
    yield "columns", ", ".join(_called(role, getattr(format_, name), format_) for role, name in _COLUMN_OF.items()
                               if getattr(format_, name) is not None)  # fmt: skip
    thousands = f", thousands {format_.thousands!r}" if format_.thousands else ""
    yield "numbers", f"decimal {format_.decimal!r}{thousands}"
    yield "times", f"{format_.time_format}, {format_.zone} where they have no zone"


def _report_rows(report: QualityReport, bars: Bars) -> Iterator[tuple[str, str]]:
    yield "rows", f"{report.rows_read:,} read, {report.rows_imported:,} imported, {report.rows_dropped:,} dropped"
    yield "span", f"{to_iso(int(bars.times[0]))} to {to_iso(int(bars.times[-1]))}"
    yield "zero volume", f"{report.zero_volume:,}"


def _called(role: str, place: int, format_: Format) -> str:
    name = f" {shown(format_.header[place])}" if place < len(format_.header) and format_.header[place] else ""
    return f"{role} = {place + 1}{name}"
