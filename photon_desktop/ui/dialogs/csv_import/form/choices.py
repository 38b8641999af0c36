"""What can be chosen for each part of a file's format, in words, and what was typed turned into a value."""

from dataclasses import dataclass

from photon_desktop.market.importer.times import EPOCHS, EXCEL_DAYS, ISO
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.language import mark, tr

Value = str | int | bool | Interval


@dataclass(frozen=True, slots=True)
class Choice:
    """A value and how it is called on the screen."""

    words: str
    value: Value


ENCODINGS = (
    Choice("UTF-8", "utf-8"),
    Choice(mark("UTF-16, little end first"), "utf-16-le"),
    Choice(mark("UTF-16, big end first"), "utf-16-be"),
    Choice(mark("Windows 1252, western"), "cp1252"),
    Choice(mark("Windows 1250, central European"), "cp1250"),
    Choice(mark("Windows 1251, Cyrillic"), "cp1251"),
    Choice(mark("GB 18030, Chinese"), "gb18030"),
    Choice(mark("Shift JIS, Japanese"), "shift_jis"),
    Choice(mark("Latin 1"), "latin-1"),
)
DELIMITERS = (
    Choice(mark("Comma  ,"), ","),
    Choice(mark("Semicolon  ;"), ";"),
    Choice(mark("Tab"), "\t"),
    Choice(mark("Bar  |"), "|"),
    Choice(mark("Space"), " "),
)
DECIMALS = (Choice(mark("Point  1.5"), "."), Choice(mark("Comma  1,5"), ","))
THOUSANDS = (
    Choice(mark("None  1234"), ""),
    Choice(mark("Comma  1,234"), ","),
    Choice(mark("Point  1.234"), "."),
    Choice(mark("Space  1 234"), " "),
    Choice(mark("Apostrophe  1'234"), "'"),
)
HEADERS = (Choice(mark("Column names"), True), Choice(mark("Data"), False))
TIME_FORMATS = (
    Choice(mark("ISO 8601"), ISO),
    *(
        Choice(words, name)
        for name, words in zip(
            EPOCHS,
            (mark("Unix seconds"), mark("Unix milliseconds"), mark("Unix microseconds"), mark("Unix nanoseconds")),
            strict=True,
        )
    ),
    Choice(mark("Excel days"), EXCEL_DAYS),
    *(
        Choice(template, template)
        for template in (
            "%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%m/%d/%Y %I:%M %p", "%Y.%m.%d %H:%M",
            "%Y%m%d %H%M%S", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d", "%b %d, %Y",
        )
    ),
)  # fmt: skip
ZONES = tuple(
    Choice(name, name)
    for name in (
        "UTC", "America/New_York", "America/Chicago", "Europe/London", "Europe/Paris", "Europe/Berlin", "Europe/Zurich",
        "Europe/Helsinki", "Europe/Moscow", "Asia/Dubai", "Asia/Kolkata", "Asia/Hong_Kong", "Asia/Shanghai",
        "Asia/Tokyo", "Australia/Sydney",
    )
)  # fmt: skip
_DIVIDED = (
    mark("Divided by 10"),
    mark("Divided by 100"),
    mark("Divided by 1,000"),
    mark("Divided by 10,000"),
    mark("Divided by 100,000"),
    mark("Divided by 1,000,000"),
    mark("Divided by 10,000,000"),
    mark("Divided by 100,000,000"),
    mark("Divided by 1,000,000,000"),
)
PRICE_DIVISORS = (
    Choice(mark("As they stand"), 1),
    *(Choice(words, 10**power) for power, words in enumerate(_DIVIDED, start=1)),
)
INTERVALS = tuple(Choice(interval.value, interval) for interval in Interval)

FIELD_CHOICES: dict[str, tuple[Choice, ...]] = {
    "interval": INTERVALS, "encoding": ENCODINGS, "delimiter": DELIMITERS, "header": HEADERS, "decimal": DECIMALS,
    "thousands": THOUSANDS, "price_divisor": PRICE_DIVISORS, "time_format": TIME_FORMATS, "zone": ZONES,
}  # fmt: skip
TABLE_KINDS = ("parquet", "feather")  # files that are no text: nothing to choose about how they are written
TEXT_FIELDS = ("encoding", "delimiter", "header", "decimal", "thousands")
FIELD_WORDS = {
    "member": mark("File inside"),
    "ticker": mark("Ticker"),
    "symbol": mark("Symbol"),
    "interval": mark("Interval"),
    "encoding": mark("Encoding"),
    "delimiter": mark("Delimiter"),
    "header": mark("First line"),
    "columns": mark("Columns"),
    "decimal": mark("Decimal sign"),
    "thousands": mark("Thousands"),
    "price_divisor": mark("Prices"),
    "time_format": mark("Time format"),
    "zone": mark("Time zone"),
}
FIELD_HINTS = {
    "symbol": mark("The name the bars are stored under, such as BTCUSDT or AAPL"),
    "interval": mark("How long a bar is"),
    "ticker": mark("Of several instruments in the file, the one to import"),
    "member": mark("Of several files in the archive, the one to import"),
    "encoding": mark("How the letters are written in bytes"),
    "delimiter": mark("What stands between the cells of a line"),
    "header": mark("Whether a line above the data names the columns"),
    "decimal": mark("The sign before the fraction of a number"),
    "thousands": mark("The sign that groups the digits of a number"),
    "price_divisor": mark("For vendors that write 970000000 for a price of 97,000"),
    "time_format": mark("How times are written: one of these, or a template such as %d.%m.%Y %H:%M"),
    "zone": mark("The zone of times that carry none: UTC, +03:00 or a place such as America/New_York"),
}


def words_of(field: str, value: Value | None) -> str:
    """How a value of `field` is called; the value itself when it has no name."""
    named = {choice.value: choice.words for choice in FIELD_CHOICES.get(field, ())}
    if value in named:
        return tr(named[value])
    return "" if value is None else str(value)
