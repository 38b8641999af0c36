"""Bars fetched into a CSV file page by page, so that an interrupted download goes on where it stopped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from photon_desktop.errors import DataError, NoBarsError, ValueRefusedError
from photon_desktop.market.csv_files import append_bars, read_bars, whole_lines, write_bars
from photon_desktop.market.source import BarSource
from photon_desktop.market.symbol_names import check_symbol, did_you_mean
from photon_desktop.trading.bars import Bars, joined
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_datetime, from_iso, to_datetime

PAGE_BARS = 1_000
_EARLIEST = from_iso("2010-01-01")  # "max": no exchange we ask has bars from before
_DAYS = {"1d": 1, "5d": 5, "1w": 7}
_MONTHS = {"1mo": 1, "3mo": 3, "6mo": 6, "1y": 12, "2y": 24, "5y": 60, "10y": 120}
PERIODS = (*_DAYS, *_MONTHS, "max")

Progress = Callable[[int, int], None]  # pages done, pages in all


@dataclass(frozen=True, slots=True)
class Span:
    """Bars that open at or after `start_ns` and before `end_ns`, ns UTC."""

    start_ns: int
    end_ns: int


def span_of(period: str, end_ns: int) -> Span:
    """The `period` ("1mo") up to `end_ns`, months by the calendar. ValueRefusedError for a word that is none."""
    if period == "max":
        return Span(_EARLIEST, end_ns)
    end = to_datetime(end_ns)
    if period in _DAYS:
        return Span(end_ns - _DAYS[period] * Interval.DAY_1.nanoseconds, end_ns)
    if period in _MONTHS:
        return Span(from_datetime(_months_before(end, _MONTHS[period])), end_ns)
    raise ValueRefusedError(f"The period {period!r} is not known{did_you_mean(period, PERIODS)}; use one of"
                            f" {', '.join(PERIODS)}.")  # fmt: skip


def newest_close(source: BarSource, symbol: str, interval: Interval) -> int:
    """When the newest closed bar of `symbol` closed, ns UTC. Raises what `source` raises."""
    return int(source.history(symbol, interval, 1).times[-1]) + interval.nanoseconds


def download(
    source: BarSource, symbol: str, interval: Interval, span: Span, folder: Path, progress: Progress
) -> tuple[Path, Bars]:
    """Write the bars of `span` to `{symbol}_{interval}.csv` in `folder`, and return its path and the bars.

    Until all are there they are kept in a file of another name beside it, which a later call for the same bars goes on
    from; a file that was there stays as it was. Raises DataError when there are no such bars, when the source fails
    (what was fetched is kept), or when the folder can't be written to.
    """
    check_symbol(symbol)
    target = folder / f"{symbol}_{interval}.csv"
    partial = folder / f".{symbol}_{interval}.{span.start_ns}.partial"
    kept = _kept(partial, span)
    parts = [kept] if len(kept) else []
    pages = list(_pages(_next_open(kept, span, interval), span.end_ns, interval))
    for done, page in enumerate(pages):
        progress(done, len(pages))
        fetched = _page(source, symbol, interval, page)
        if len(fetched):
            append_bars(partial, fetched)
            parts.append(fetched)
    progress(len(pages), len(pages))
    if not parts:
        raise NoBarsError(f"{source.name} has no {interval} bars of {symbol} in that period; ask for a longer one.")
    _put_in_place(partial, target)
    return target, joined(parts)


def _put_in_place(partial: Path, target: Path) -> None:
    try:
        partial.replace(target)
    except OSError as error:
        raise DataError(
            f"{target.name} can't be written ({error.strerror}); what was fetched is kept beside it, try again."
        ) from error


def _months_before(moment: datetime, months: int) -> datetime:
    """The same day of an earlier month, or that month's last day."""
    index = moment.year * 12 + moment.month - 1 - months
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=index // 12, month=index % 12 + 1, day=day)
        except ValueError:
            continue
    return moment.replace(year=index // 12, month=index % 12 + 1)


def _pages(start_ns: int, end_ns: int, interval: Interval) -> Iterator[Span]:
    reach = PAGE_BARS * interval.nanoseconds
    while start_ns < end_ns:
        yield Span(start_ns, min(start_ns + reach, end_ns))
        start_ns += reach


def _page(source: BarSource, symbol: str, interval: Interval, page: Span) -> Bars:
    """The bars of one page; none where the source's own begin later."""
    try:
        return source.history(symbol, interval, PAGE_BARS, page.end_ns).between(page.start_ns, page.end_ns)
    except NoBarsError:
        return Bars.empty()


def _kept(partial: Path, span: Span) -> Bars:
    """What an interrupted download of the same span has left; nothing when it can't be read."""
    if not partial.exists():
        return Bars.empty()
    whole_lines(partial)
    try:
        found = read_bars(partial)
    except DataError:
        partial.unlink()
        return Bars.empty()
    kept = found.between(span.start_ns, span.end_ns)
    if len(kept) < len(found):
        write_bars(partial, kept)
    return kept


def _next_open(bars: Bars, span: Span, interval: Interval) -> int:
    return int(bars.times[-1]) + interval.nanoseconds if len(bars) else span.start_ns
