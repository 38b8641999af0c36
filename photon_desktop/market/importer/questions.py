"""What can't be told from a file, asked of a person."""

from dataclasses import dataclass
from typing import Self

from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.refusals import listed
from photon_desktop.trading.interval import Interval

TICKER, SYMBOL, INTERVAL, COLUMNS, DATE_ORDER = "ticker", "symbol", "interval", "columns", "date order"


@dataclass(frozen=True, slots=True)
class Question:
    """What can't be told from the file, or is not sure.

    `about` is "ticker", "symbol", "interval", "columns", "date order" or "zone"; no `choices` means free text. Those
    of "date order" are time formats.
    """

    about: str
    sentence: str
    choices: tuple[str, ...]

    @classmethod
    def about_ticker(cls, name: str, tickers: tuple[str, ...]) -> Self:
        """Of several instruments, which one."""
        return cls(TICKER, f"There are several symbols in {name} ({listed(tickers)}); choose which to import.", tickers)

    @classmethod
    def about_symbol(cls, name: str) -> Self:
        """What the bars are of."""
        return cls(SYMBOL, f"Which symbol the bars are of can't be told from {name}; name it.", ())

    @classmethod
    def about_interval(cls, spacing: str | None) -> Self:
        """How long a bar is; `spacing` says how far apart they are."""
        known = tuple(interval.value for interval in Interval)
        found = f"The bars are {spacing} apart, which is none of the intervals known" if spacing else (
            "There are too few rows to tell the interval"
        )  # fmt: skip
        return cls(INTERVAL, f"{found}; choose one of {', '.join(known)}.", known)

    @classmethod
    def about_date_order(cls, cell: str, time_format: str) -> Self:
        """Whether the day or the month is first; the guess is the first choice."""
        sentence = f"Whether the day or the month comes first in dates like {cell} can't be told; choose the order."
        return cls(DATE_ORDER, sentence, (time_format, exchanged(time_format)))


def exchanged(time_format: str) -> str:
    """A template with day and month in each other's place."""
    return time_format.replace("%d", "%\0").replace("%m", "%d").replace("%\0", "%m")


def still_open(questions: tuple[Question, ...], before: Format, now: Format) -> tuple[Question, ...]:
    """The questions that a changed format has not answered."""
    answered = {
        TICKER: now.ticker is not None,
        SYMBOL: now.symbol is not None,
        INTERVAL: now.interval is not None,
        COLUMNS: _columns(before) != _columns(now),
        DATE_ORDER: before.time_format != now.time_format,
    }
    return tuple(question for question in questions if not answered.get(question.about, False))


def _columns(format_: Format) -> tuple[int, ...]:
    return (format_.time_column, *format_.price_columns)
