"""The format of a file, guessed from its text and its name."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from photon_desktop.market.importer.columns import ColumnFinder
from photon_desktop.market.importer.containers import Content
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.layout import Layout, lay_out
from photon_desktop.market.importer.moments import TimeArray
from photon_desktop.market.importer.naming import (
    clean_symbol,
    distance_of,
    in_words,
    interval_in,
    interval_of,
    symbol_in,
)
from photon_desktop.market.importer.numerals import MISSING, NumberStyle, style_of
from photon_desktop.market.importer.questions import COLUMNS, Question
from photon_desktop.market.importer.refusals import shown
from photon_desktop.market.importer.samples import Samples
from photon_desktop.market.importer.time_columns import find_times
from photon_desktop.market.importer.times import is_time
from photon_desktop.market.importer.zone_guess import zoned
from photon_desktop.trading.interval import Interval

UTC = "UTC"
_TEN_THOUSANDTHS = 10_000
_MOST_STYLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class Guess:
    """A format, what is not sure of it, what should be said of it, and the ticker of each column (see `Layout`)."""

    format: Format
    questions: tuple[Question, ...]
    warnings: tuple[str, ...]
    tickers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person settled before the guess."""

    delimiter: str | None = None
    ticker: str | None = None


def guess(text: bytes, encoding: str, content: Content, file_name: str, settled: Settled) -> Guess:
    """How `text` is to be read. Raises DataError, in a sentence, when it is no table of bars."""
    guesser = _Guesser(text, content, file_name, settled)
    format_ = zoned(text, guesser.format(encoding))
    return Guess(format_, tuple(guesser.questions(format_)), tuple(guesser.warnings(format_)), guesser.layout.tickers)


class _Guesser:
    """What is found out about one text, step by step."""

    def __init__(self, text: bytes, content: Content, file_name: str, settled: Settled) -> None:
        self.layout = lay_out(text, content.name, settled.delimiter)
        self._samples = Samples(self.layout.rows, _style(self.layout))
        self._times = find_times(self.layout, self._samples, content.name)
        self._content = content
        self._named = symbol_in(content.name) or symbol_in(file_name)
        self._named_interval = interval_in(content.name) or interval_in(file_name)
        first = next((one for one in self.layout.tickers if one), None)
        beside = settled.ticker if settled.ticker in self.layout.tickers else first
        self._columns = ColumnFinder(
            self.layout, self._samples, self._times, content.name, beside, self._named
        ).find()  # fmt: skip
        self._tickers = self._all_tickers()
        self._ticker = settled.ticker if settled.ticker in self._tickers else None
        self._moments = self._own_moments()

    def format(self, encoding: str) -> Format:
        """The format as far as it can be told."""
        layout, prices = self.layout, self._columns.prices
        return Format(
            encoding=encoding,
            delimiter=layout.delimiter,
            decimal=self._samples.style.decimal,
            thousands=self._samples.style.thousands,
            skipped_lines=layout.skipped_lines,
            width=layout.width,
            header=layout.names,
            time_column=self._times.time,
            clock_column=self._times.clock,
            open_column=prices.open,
            high_column=prices.high,
            low_column=prices.low,
            close_column=prices.close,
            volume_column=self._columns.volume,
            symbol_column=self._columns.symbol,
            time_format=self._times.guess.time_format,
            zone=self._times.zone or UTC,
            price_divisor=self._divisor(),
            interval=self._interval(),
            symbol=self._symbol(),
            ticker=self._ticker,
            member=self._content.member,
        )

    def questions(self, format_: Format) -> Iterator[Question]:
        """What must be answered before the bars can be stored."""
        name = shown(self._content.name)
        several = len(self._tickers) > 1 and self._ticker is None
        if several:
            yield Question.about_ticker(name, self._tickers)
        if self._columns.unsure:
            yield Question(COLUMNS, self._columns.unsure, self._columns.choices)
        if self._times.guess.day_month_unsure:
            cell = next(cell for cell in self._samples.cells(self._times.time) if cell)
            yield Question.about_date_order(shown(cell), format_.time_format)
        if format_.symbol is None and not several:
            yield Question.about_symbol(name)
        if format_.interval is None:
            distance = distance_of(self._moments)
            yield Question.about_interval(None if distance is None else in_words(distance))

    def warnings(self, format_: Format) -> Iterator[str]:
        """What a person should know though nothing need be asked."""
        yield from self._columns.warnings
        if format_.price_divisor != 1:
            yield f"The prices are whole numbers and are divided by {format_.price_divisor:,}."

    def _all_tickers(self) -> tuple[str, ...]:
        """The instruments of the file: those of its columns, or those of its column of symbols."""
        beside = tuple(dict.fromkeys(ticker for ticker in self.layout.tickers if ticker))
        column = self._columns.symbol
        if beside and not self._columns.side_taken:
            return beside
        return () if column is None else self._samples.distinct(column)

    def _symbol(self) -> str | None:
        if self._ticker is not None:
            return clean_symbol(self._ticker)
        if len(self._tickers) > 1:
            return None
        return (clean_symbol(self._tickers[0]) if self._tickers else None) or self._named

    def _own_moments(self) -> TimeArray:
        """The sample's times, of one instrument only."""
        moments = self._times.moments
        usable = ~(moments.unreadable | moments.out_of_range)
        column = self._columns.symbol
        if column is not None and len(self._tickers) > 1:
            wanted = self._ticker or self._tickers[0]
            usable &= np.array([cell == wanted for cell in self._samples.cells(column)])
        return moments.times[usable]

    def _interval(self) -> Interval | None:
        """By the rows; by the name only where they are too few, and then only one that fits them."""
        by_rows = interval_of(self._moments)
        distance = distance_of(self._moments)
        named = self._named_interval
        if by_rows is None and named is not None and (distance is None or distance % named.nanoseconds == 0):
            return named
        return by_rows

    def _divisor(self) -> int:
        """Ten thousandths, as one vendor writes them: whole numbers without a header, its own times beside them."""
        prices = self._columns.prices
        cells = [cell for place in (prices.open, prices.high, prices.low, prices.close)
                 for cell in self._samples.cells(place)]  # fmt: skip
        is_of_that_vendor = not self.layout.names and self._times.guess.time_format == "%Y%m%d %H:%M"
        are_whole = all(cell.isdigit() and len(cell) > 4 for cell in cells)
        return _TEN_THOUSANDTHS if is_of_that_vendor and are_whole else 1


def _style(layout: Layout) -> NumberStyle:
    """How numbers are written, by all columns that are not times."""
    rows = layout.rows[:_MOST_STYLE_ROWS]
    filled = {place: [row[place] for row in rows if row[place] not in MISSING] for place in range(layout.width)}
    numbers = [cells for cells in filled.values() if cells and not _are_times(cells[0])]
    return style_of([cell for cells in numbers for cell in cells], layout.delimiter)


def _are_times(cell: str) -> bool:
    return not cell.isdigit() and is_time(cell)
