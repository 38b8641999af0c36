"""Numbers and times as the screen writes them: grouped, with a true minus sign, and a dash where there is nothing."""

from datetime import datetime, tzinfo
from decimal import Decimal
from math import isfinite

from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.timestamps import to_datetime
from photon_desktop.ui.language import mark, tr

NO_VALUE = "–"
MINUS = "−"
_MONEY_DECIMALS = 2
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))

Number = Decimal | float


def fixed(value: Number | None, decimals: int) -> str:
    """`value` with exactly `decimals` digits behind the point and its thousands grouped: "88,457.70".

    A dash for None and for what is no finite number. What rounds to zero has no sign.
    """
    if value is None or not isfinite(value):
        return NO_VALUE
    text = f"{value:,.{decimals}f}"
    if not text.startswith("-"):
        return text
    return text[1:] if not text.strip("-0.,") else MINUS + text[1:]


def signed(value: Number | None, decimals: int) -> str:
    """Like `fixed`, with a plus sign before what is above zero once rounded."""
    text = fixed(value, decimals)
    is_positive = value is not None and value > 0 and text.strip("0.,") not in ("", NO_VALUE)
    return f"+{text}" if is_positive else text


def price(value: Number | None, instrument: Instrument) -> str:
    """A price with the digits of the instrument's tick."""
    return fixed(value, instrument.price_decimals)


def quantity(value: Number | None, instrument: Instrument) -> str:
    """A quantity with the digits of the instrument's step."""
    return fixed(value, instrument.quantity_decimals)


def money(value: Number | None) -> str:
    """An amount of quote money to the hundredth."""
    return fixed(value, _MONEY_DECIMALS)


def signed_money(value: Number | None) -> str:
    """A gain or a loss to the hundredth, with its sign."""
    return signed(value, _MONEY_DECIMALS)


def percent(share: Number | None, decimals: int = 0) -> str:
    """A share of 1 as a percentage: 0.85 is "85%"."""
    text = NO_VALUE if share is None else fixed(share * 100, decimals)
    return text if text == NO_VALUE else f"{text}%"


def signed_percent(share: Number | None, decimals: int = 2) -> str:
    """A change as a share of 1, with its sign: 0.0123 is "+1.23%"."""
    text = NO_VALUE if share is None else signed(share * 100, decimals)
    return text if text == NO_VALUE else f"{text}%"


def clock_time(time_ns: int, zone: tzinfo | None = None) -> str:
    """Hours, minutes and seconds in `zone`, None being the user's own."""
    return _moment(time_ns, zone).strftime("%H:%M:%S")


def short_time(time_ns: int, zone: tzinfo | None = None) -> str:
    """Day, month, hours and minutes: "07 Dec 10:00"."""
    moment = _moment(time_ns, zone)
    return f"{moment:%d} {month(moment.month)} {moment:%H:%M}"


def month(number: int) -> str:
    """The short name of a month, 1 being January."""
    return tr(_MONTHS[number - 1])


def date_words(english: str) -> str:
    """A date in the user's language, of which the names of months and weekdays are short English ones: "Mon 07"."""
    words = english.split(" ")
    return " ".join(tr(word) if word in _MONTHS or word in _WEEKDAYS else word for word in words)


def minute_time(time_ns: int, zone: tzinfo | None = None) -> str:
    """Date, hours and minutes: "2024-12-07 10:00"."""
    return _moment(time_ns, zone).strftime("%Y-%m-%d %H:%M")


def full_time(time_ns: int, zone: tzinfo | None = None) -> str:
    """Date and time to the second, with the zone's name or offset."""
    return _moment(time_ns, zone).strftime("%Y-%m-%d %H:%M:%S %Z")


def utc_time(time_ns: int) -> str:
    """Date and time to the second in UTC, as tooltips say it."""
    return to_datetime(time_ns).strftime("%Y-%m-%d %H:%M:%S UTC")


def duration(seconds: float) -> str:
    """A length of time in its two largest units: "340 ms", "2.1 s", "3 min 12 s", "2 h 05 min", "3 d 4 h"."""
    if seconds < 0:
        return MINUS + duration(-seconds)
    if seconds < 0.9995:
        return tr("{count} ms").format(count=f"{seconds * 1_000:.0f}")
    if seconds < 9.95:
        return tr("{seconds} s").format(seconds=f"{seconds:.1f}")
    return _whole_seconds(round(seconds))


def ago(seconds: float) -> str:
    """How long ago, in whole seconds: "now", "4 s ago", "3 min 12 s ago"."""
    return tr("now") if seconds < 1 else tr("{time} ago").format(time=_whole_seconds(int(seconds)))


def _moment(time_ns: int, zone: tzinfo | None) -> datetime:
    return to_datetime(time_ns).astimezone(zone)


def _whole_seconds(seconds: int) -> str:
    if seconds < _MINUTE:
        return tr("{seconds} s").format(seconds=seconds)
    if seconds < _HOUR:
        return tr("{minutes} min {seconds} s").format(minutes=seconds // _MINUTE, seconds=f"{seconds % _MINUTE:02d}")
    if seconds < _DAY:
        minutes = f"{seconds % _HOUR // _MINUTE:02d}"
        return tr("{hours} h {minutes} min").format(hours=seconds // _HOUR, minutes=minutes)
    return tr("{days} d {hours} h").format(days=seconds // _DAY, hours=seconds % _DAY // _HOUR)
