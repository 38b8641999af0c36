"""Bars fetched into a CSV file page by page, so that an interrupted download goes on where it stopped."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from photon_desktop.errors import DataError, NoBarsError, ValueRefusedError
from photon_desktop.market.changed_history import compare
from photon_desktop.market.csv_files import append_bars, write_bars
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import bars_due
from photon_desktop.market.part_files import PartFile, part_file, parts_of, usable_part
from photon_desktop.market.source import BarSource
from photon_desktop.market.symbol_names import check_symbol, did_you_mean
from photon_desktop.trading.bars import Bars, joined
from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_datetime, from_iso, to_datetime

PAGE_BARS = 1_000
_EARLIEST = from_iso("1970-01-01")  # "max": where the bars of a source begin is looked for
_DAYS = {"1d": 1, "5d": 5, "1w": 7}
_MONTHS = {"1mo": 1, "3mo": 3, "6mo": 6, "1y": 12, "2y": 24, "5y": 60, "10y": 120}
PERIODS = (*_DAYS, *_MONTHS, "max")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is: `pages_done` of `pages` asked for, and the bars there are, `kept_bars` of them from before
    it began, of about `due_bars`."""

    pages_done: int
    pages: int
    bars: int
    kept_bars: int
    due_bars: int


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


def due_bars(symbol: str, interval: Interval, span: Span) -> int:
    """About how many bars of `symbol` there are in `span`, by the hours it is traded in. For stocks as slow, the first
    time, as the calendar that it needs."""
    return bars_due(span.start_ns - interval.nanoseconds, span.end_ns, interval, hours_of(symbol))


def file_of(folder: Path, symbol: str, interval: Interval) -> Path:
    """Where a download of these bars ends up in `folder`."""
    return folder / f"{symbol}_{interval}.csv"


def download(
    source: BarSource, symbol: str, interval: Interval, span: Span, folder: Path, watch: Callable[[Progress], None]
) -> tuple[Path, Bars]:
    """Write the bars of `span` to `{symbol}_{interval}.csv` in `folder`, and return its path and the bars.

    Until all are there they are kept in a file of another name beside it, which a later call goes on from, as long as
    it begins there or later and the source still tells its last bar alike; a file that was there stays as it was.
    `watch` is told before each page is asked for, and when all are there. Raises DataError when there are no such bars,
    when the source fails (what was fetched is kept), or when the folder can't be written to.
    """
    check_symbol(symbol)
    target = file_of(folder, symbol, interval)
    part, kept = _resumed(folder, symbol, interval, span)
    fetching = _Fetching(source, symbol, interval, span, watch)
    try:
        bars = fetching.all_after(kept, part)
    except _ChangedError:
        part.path.unlink(missing_ok=True)
        part = part_file(folder, symbol, interval, span.start_ns)
        bars = fetching.all_after(Bars.empty(), part)
    wanted = bars.between(span.start_ns, span.end_ns)
    if not len(wanted):
        raise NoBarsError(f"{source.name} has no {interval} bars of {symbol} in that period; ask for a longer one.")
    if len(wanted) < len(bars):
        write_bars(target, wanted)
    else:
        _put_in_place(part.path, target)
    _clear(folder, symbol, interval, part.start_ns)
    return target, wanted


class _ChangedError(Exception):
    """The source does not tell any more what is kept."""


class _Fetching:
    """Asks `source` for the bars of `span`, page after page, into a part."""

    def __init__(
        self, source: BarSource, symbol: str, interval: Interval, span: Span, watch: Callable[[Progress], None]
    ) -> None:
        self._source, self._symbol, self._interval, self._span = source, symbol, interval, span
        self._watch = watch

    def all_after(self, kept: Bars, part: PartFile) -> Bars:
        """`kept` and all bars that come after them, which are written to `part`. Raises _ChangedError."""
        pages = self._pages(int(kept.times[-1]) if len(kept) else self._span.start_ns)
        gathered, due = [kept], self._due(kept, pages)
        done = 0
        while done < len(pages):
            self._watch(Progress(done, len(pages), sum(map(len, gathered)), len(kept), due))
            fetched = self._page(pages[done])
            if done == 0 and len(kept):
                fetched = _later(kept, fetched)
            elif done == 0 and not len(fetched):
                pages = [pages[0], *self._from_the_first_bar(pages[1:])]
                due = self._due(kept, pages[1:])
            if len(fetched):
                append_bars(part.path, fetched)
                gathered.append(fetched)
            done += 1
        self._watch(Progress(done, len(pages), sum(map(len, gathered)), len(kept), due))
        return joined(gathered)

    def _due(self, kept: Bars, pages: Sequence[Span]) -> int:
        """About how many bars there will be once all pages are fetched."""
        if not pages:
            return len(kept)
        return len(kept) + due_bars(self._symbol, self._interval, Span(pages[0].start_ns, pages[-1].end_ns))

    def _pages(self, start_ns: int) -> list[Span]:
        reach = PAGE_BARS * self._interval.nanoseconds * _spacing(self._symbol, self._interval)
        starts = range(start_ns, self._span.end_ns, reach)
        return [Span(start, min(start + reach, self._span.end_ns)) for start in starts]

    def _page(self, page: Span) -> Bars:
        """The bars of one page; none where the source's own begin later."""
        bars, end_ns = Bars.empty(), page.end_ns
        count = min(PAGE_BARS, -(-(page.end_ns - page.start_ns) // self._interval.nanoseconds))
        while end_ns > page.start_ns:
            newest = self._before(end_ns, count)
            bars = newest.followed_by(bars)
            if len(newest) < count:
                break
            end_ns = int(newest.times[0])
        return bars.between(page.start_ns, page.end_ns)

    def _from_the_first_bar(self, pages: Sequence[Span]) -> Sequence[Span]:
        """The pages from the one on in which the source's bars begin, looked for by halves."""
        first = bisect_left(pages, True, key=lambda page: len(self._before(page.end_ns, 1)) > 0)
        return pages[first:]

    def _before(self, end_ns: int, count: int) -> Bars:
        try:
            return self._source.history(self._symbol, self._interval, count, end_ns)
        except NoBarsError:
            return Bars.empty()


def _spacing(symbol: str, interval: Interval) -> int:
    """How many times its length a bar takes up: stocks are traded in less than a fifth of the hours of a week."""
    is_short = interval.nanoseconds < Interval.DAY_1.nanoseconds
    return 5 if is_short and kind_of(symbol) is InstrumentKind.STOCK else 1


def _later(kept: Bars, fetched: Bars) -> Bars:
    """What is new in a page that begins with the last bar kept. Raises _ChangedError unless it is as it was."""
    last = kept.tail(1)
    if not len(fetched) or fetched.times[0] != last.times[0] or compare(last, fetched) is not None:
        raise _ChangedError
    return fetched.part(1)


def _resumed(folder: Path, symbol: str, interval: Interval, span: Span) -> tuple[PartFile, Bars]:
    """The part to go on from and its bars, none when it ends before `span` begins."""
    part = usable_part(folder, symbol, interval, span.start_ns)
    kept = part.read()
    if len(kept) and kept.times[-1] + interval.nanoseconds >= span.start_ns:
        return part, kept
    fresh = part_file(folder, symbol, interval, span.start_ns)
    fresh.path.unlink(missing_ok=True)
    return fresh, Bars.empty()


def _clear(folder: Path, symbol: str, interval: Interval, start_ns: int) -> None:
    """Let go of the parts that began at `start_ns` or later: what they hold is in the file."""
    for part in parts_of(folder, symbol, interval):
        if part.start_ns >= start_ns:
            part.path.unlink(missing_ok=True)


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
