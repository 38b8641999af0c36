"""What can be chosen for each part of a file's format, in words, and what was typed turned into a value."""

from dataclasses import dataclass

from photon_desktop.market.importer.times import EPOCHS, EXCEL_DAYS, ISO
from photon_desktop.trading.interval import Interval

Value = str | int | bool | Interval


@dataclass(frozen=True, slots=True)
class Choice:
    """A value and how it is called on the screen."""

    words: str
    value: Value


ENCODINGS = (
    Choice("UTF-8", "utf-8"),
    Choice("UTF-16, little end first", "utf-16-le"),
    Choice("UTF-16, big end first", "utf-16-be"),
    Choice("Windows 1252, western", "cp1252"),
    Choice("Windows 1250, central European", "cp1250"),
    Choice("Windows 1251, Cyrillic", "cp1251"),
    Choice("GB 18030, Chinese", "gb18030"),
    Choice("Shift JIS, Japanese", "shift_jis"),
    Choice("Latin 1", "latin-1"),
)
DELIMITERS = (
    Choice("Comma  ,", ","),
    Choice("Semicolon  ;", ";"),
    Choice("Tab", "\t"),
    Choice("Bar  |", "|"),
    Choice("Space", " "),
)
DECIMALS = (Choice("Point  1.5", "."), Choice("Comma  1,5", ","))
THOUSANDS = (
    Choice("None  1234", ""),
    Choice("Comma  1,234", ","),
    Choice("Point  1.234", "."),
    Choice("Space  1 234", " "),
    Choice("Apostrophe  1'234", "'"),
)
HEADERS = (Choice("Column names", True), Choice("Data", False))
TIME_FORMATS = (
    Choice("ISO 8601", ISO),
    *(
        Choice(f"Unix {words}", name)
        for name, words in zip(EPOCHS, ("seconds", "milliseconds", "microseconds", "nanoseconds"), strict=True)
    ),
    Choice("Excel days", EXCEL_DAYS),
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
PRICE_DIVISORS = (
    Choice("As they stand", 1),
    *(Choice(f"Divided by {10**power:,}", 10**power) for power in range(1, 10)),
)
INTERVALS = tuple(Choice(interval.value, interval) for interval in Interval)

FIELD_CHOICES: dict[str, tuple[Choice, ...]] = {
    "interval": INTERVALS, "encoding": ENCODINGS, "delimiter": DELIMITERS, "header": HEADERS, "decimal": DECIMALS,
    "thousands": THOUSANDS, "price_divisor": PRICE_DIVISORS, "time_format": TIME_FORMATS, "zone": ZONES,
}  # fmt: skip
TABLE_KINDS = ("parquet", "feather")  # files that are no text: nothing to choose about how they are written
TEXT_FIELDS = ("encoding", "delimiter", "header", "decimal", "thousands")
FIELD_WORDS = {
    "member": "File inside", "ticker": "Ticker", "symbol": "Symbol", "interval": "Interval", "encoding": "Encoding",
    "delimiter": "Delimiter", "header": "First line", "columns": "Columns", "decimal": "Decimal sign",
    "thousands": "Thousands", "price_divisor": "Prices", "time_format": "Time format", "zone": "Time zone",
}  # fmt: skip
FIELD_HINTS = {
    "symbol": "The name the bars are stored under, such as BTCUSDT or AAPL",
    "interval": "How long a bar is",
    "ticker": "Of several instruments in the file, the one to import",
    "member": "Of several files in the archive, the one to import",
    "encoding": "How the letters are written in bytes",
    "delimiter": "What stands between the cells of a line",
    "header": "Whether a line above the data names the columns",
    "decimal": "The sign before the fraction of a number",
    "thousands": "The sign that groups the digits of a number",
    "price_divisor": "For vendors that write 970000000 for a price of 97,000",
    "time_format": "How times are written: one of these, or a template such as %d.%m.%Y %H:%M",
    "zone": "The zone of times that carry none: UTC, +03:00 or a place such as America/New_York",
}


def words_of(field: str, value: Value | None) -> str:
    """How a value of `field` is called; the value itself when it has no name."""
    named = {choice.value: choice.words for choice in FIELD_CHOICES.get(field, ())}
    return "" if value is None else named.get(value, str(value))
