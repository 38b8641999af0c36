"""How times are written: the layouts known, and which of them a column's cells are in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from photon_desktop.errors import DataError
from photon_desktop.market.importer.refusals import shown
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

ISO = "iso"
EPOCHS = {"unix s": NANOSECONDS_PER_SECOND, "unix ms": 1_000_000, "unix us": 1_000, "unix ns": 1}
EXCEL_DAYS = "excel days"
_FIRST_EPOCH_S, _LAST_EPOCH_S = -1_577_923_200, 4_102_444_800  # 1920 to 2100
_EXCEL_FIRST, _EXCEL_LAST = 7_306, 73_051  # the same years, in days since 1899-12-30

_MONTHS = {
    1: "jan ene gen янв", 2: "feb fév fev feb фев", 3: "mar mär mrt maa mrz мар", 4: "apr avr abr апр",
    5: "may mai mei mag maj май мая", 6: "jun juin giu июн", 7: "jul juil lug июл", 8: "aug aoû ago авг",
    9: "sep set сен", 10: "oct okt ott out окт", 11: "nov ноя", 12: "dec dez déc dic дек",
}  # fmt: skip
# zones by their letters, as those write who mean the American or the European one; hours ahead of UTC
ZONES_BY_LETTERS = {
    "Z": 0, "z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9,
}  # fmt: skip
_ZONE = rf"{'|'.join(ZONES_BY_LETTERS)}|[+-][0-9]{{2}}:?(?:[0-9]{{2}})?"
_NAME_OF_MONTH = r"\pL{3,}\.?"
_PARTS = {
    "%Y": r"(?P<Y>[0-9]{4})", "%y": r"(?P<y>[0-9]{2})", "%m": r"(?P<m>[0-9]{1,2})", "%d": r"(?P<d>[0-9]{1,2})",
    "%b": rf"(?P<b>{_NAME_OF_MONTH})", "%a": r"(?:\pL{2,}\.?)", "%H": r"(?P<H>[0-9]{1,2})", "%I": r"(?P<I>[0-9]{1,2})",
    "%M": r"(?P<M>[0-9]{2})", "%S": r"(?P<S>[0-9]{2})", "%f": r"(?P<f>[0-9]{1,9})", "%p": r"(?P<p>[AaPp])\.?[Mm]\.?",
    "%z": rf"(?P<z>{_ZONE})", "%G": r"(?P<G>[0-9]{4})", "%V": r"(?P<V>[0-9]{2})", "%u": r"(?P<u>[1-7])",
}  # fmt: skip
_TIGHT = {"%m": r"(?P<m>[0-9]{2})", "%d": r"(?P<d>[0-9]{2})", "%H": r"(?P<H>[0-9]{2})"}
_ISO_PATTERN = (
    r"(?P<Y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})(?:[Tt ]+(?P<H>[0-9]{1,2}):(?P<M>[0-9]{2})"
    r"(?::(?P<S>[0-9]{2})(?:[.,](?P<f>[0-9]{1,9}))?)? ?(?P<z>"
    rf"{_ZONE})?)?"
)

_DATES = (
    *(f"%Y{sign}%m{sign}%d" for sign in "-./"),
    *(f"%d{sign}%m{sign}%Y" for sign in "./- "),
    *(f"%m{sign}%d{sign}%Y" for sign in "/-."),
    *(f"%d{sign}%m{sign}%y" for sign in "./-"),
    *(f"%m{sign}%d{sign}%y" for sign in "/-."),
    *(f"%y{sign}%m{sign}%d" for sign in "/-."),
    "%Y%m%d", "%Y年%m月%d日", "%Y년 %m월 %d일",
    *(f"%d{sign}%b{sign}%Y" for sign in "- /."), *(f"%d{sign}%b{sign}%y" for sign in "- /"), "%d. %b %Y", "%d%b%Y",
    "%b %d, %Y", "%b %d %Y", "%b-%d-%Y", "%b/%d/%Y", "%Y-%b-%d", "%Y %b %d", "%a, %d %b %Y", "%a, %b %d, %Y",
    "%a %b %d %Y", "%a %d %b %Y", "%G-W%V", "%G-W%V-%u", "%GW%V",
)  # fmt: skip
_CLOCKS = (
    "%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%H:%M:%S,%f", "%H:%M:%S:%f", "%H%M", "%H%M%S", "%H.%M", "%H.%M.%S", "%H-%M-%S",
    "%Hh%M", "%I:%M %p", "%I:%M%p", "%I:%M:%S %p", "%I:%M:%S%p", "%I-%p", "%I %p", "%I%p", "%H",
)  # fmt: skip
_JOINTS = (" ", "T", ", ", "  ", "-", ";", " - ", "_")
_ZONES = ("", "%z", " %z")
_PLACE = re.compile(r" ((?:Africa|America|Asia|Australia|Europe|Pacific|US|Canada)/[A-Za-z_/]+)$")
_NUMBER = re.compile(r"^[+-]?(?:\d*[.,]?\d+|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?)$")


def month_number(name: str) -> int:
    """1 to 12 of a month's name or its first letters in one of the languages known, else 0."""
    word = name.rstrip(".").casefold()
    starts = {start: number for number, line in _MONTHS.items() for start in line.split()}
    return starts.get(word[:4]) or starts.get(word[:3], 0)


def pattern_of(time_format: str) -> str:
    """The regular expression (RE2 and, but for \\pL, Python) of a template, with a group for each part."""
    if time_format == ISO:
        return f"^{_ISO_PATTERN}$"
    parts = re.split(r"(%[YymdbaHIMSfpzGVu])", time_format)
    is_tight = all(not part for part in parts[2::2][: len(parts) // 2 - 1]) or "%Y%m%d" in time_format
    known = _PARTS | _TIGHT if is_tight else _PARTS
    return "^" + "".join(known.get(part) or re.escape(part) for part in parts) + "$"


def check_time_format(time_format: str) -> None:
    """Raise DataError unless `time_format` is one of the named ones or a template with a year, month and day."""
    if time_format in {ISO, EXCEL_DAYS, *EPOCHS}:
        return
    parts = re.findall("%.", time_format)
    repeated = len(parts) != len(set(parts))
    has_day = {"%m", "%d"} <= set(parts) or {"%b", "%d"} <= set(parts)
    is_date = ("%Y" in parts or "%y" in parts) and has_day and not {"%Y", "%y"} <= set(parts)
    if repeated or not set(parts) <= set(_PARTS) or not (is_date or {"%G", "%V"} <= set(parts)):
        raise DataError(
            f"{shown(time_format)!a} is no time format; write iso, {', '.join(EPOCHS)}, {EXCEL_DAYS} or a template like"
            " %d.%m.%Y %H:%M with a year, a month and a day."
        )


@lru_cache(maxsize=1_024)
def python_pattern_of(time_format: str) -> re.Pattern[str]:
    """The same for Python's engine."""
    return re.compile(pattern_of(time_format).replace(r"\pL", r"[^\W\d_]"))


@dataclass(frozen=True, slots=True)
class TimeGuess:
    """The layout a column is in, how many of the cells it fits, and whether day and month could be exchanged."""

    time_format: str
    fitting: int
    day_month_unsure: bool = False


def guess_times(cells: Sequence[str]) -> TimeGuess | None:
    """The layout of a column's cells, None when fewer than half of them are times."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    guess = _with_place(filled) or _as_compact(filled) or _as_epochs(filled) or _as_text(filled)
    return guess if guess is not None and guess.fitting * 2 >= len(filled) else None


def is_time(cell: str) -> bool:
    """Whether one cell by itself is a time: in words and signs, or counted since 1970 with ten digits or more."""
    if cell.isdigit():
        return len(cell) in {8, 10, 12, 13, 14, 16, 19} and guess_times([cell]) is not None
    return not _NUMBER.match(cell) and guess_times([cell]) is not None


def guess_clock(cells: Sequence[str]) -> str | None:
    """The layout of a column of times of day, None when it is not one."""
    filled = [cell for cell in cells if cell]
    fits = {clock: _fitting(clock, filled) for clock in _CLOCKS if clock != "%H"}
    best = max(fits, key=lambda clock: fits[clock])
    return best if filled and fits[best] * 2 > len(filled) else None


def place_in(time_format: str) -> str | None:
    """The zone whose name stands behind every time of a format, as in "%Y%m%d %H:%M:%S US/Eastern"."""
    found = _PLACE.search(time_format)
    return None if found is None else found[1]


def _with_place(cells: Sequence[str]) -> TimeGuess | None:
    """Times with the name of the same zone behind each of them."""
    found = _PLACE.search(cells[0])
    if found is None or not all(cell.endswith(found[0]) for cell in cells):
        return None
    guess = _as_template([cell.removesuffix(found[0]) for cell in cells], 0)
    return None if guess is None else replace(guess, time_format=f"{guess.time_format}{found[0]}")


def _as_compact(cells: Sequence[str]) -> TimeGuess | None:
    """20240401 and 202404010930: digits alone that are a date's."""
    if not all(cell.isdigit() and cell.isascii() for cell in cells if len(cell) in {8, 12, 14}):
        return None
    for time_format, length in (("%Y%m%d", 8), ("%Y%m%d%H%M", 12), ("%Y%m%d%H%M%S", 14)):
        fitting = _fitting(time_format, [cell for cell in cells if len(cell) == length])
        if fitting * 2 > len(cells):
            return TimeGuess(time_format, fitting)
    return None


def _as_epochs(cells: Sequence[str]) -> TimeGuess | None:
    values = [float(cell) for cell in cells if re.fullmatch(r"-?\d{1,19}(\.\d+)?([eE]\+?\d+)?", cell)]
    if len(values) * 2 < len(cells):
        return None
    middle = sorted(values)[len(values) // 2]
    for name, nanoseconds in EPOCHS.items():
        seconds = middle * nanoseconds / NANOSECONDS_PER_SECOND
        if abs(seconds) > 100_000_000 and _FIRST_EPOCH_S < seconds < _LAST_EPOCH_S:
            return TimeGuess(name, len(values))
    if all(_EXCEL_FIRST < value < _EXCEL_LAST for value in values):
        return TimeGuess(EXCEL_DAYS, len(values))
    return None


def _as_text(cells: Sequence[str]) -> TimeGuess | None:
    """The template that fits most cells; among those that fit alike, the one whose times rise most evenly."""
    iso = _fitting(ISO, cells)
    return TimeGuess(ISO, iso) if iso == len(cells) else _as_template(cells, iso)


def _as_template(cells: Sequence[str], iso: int) -> TimeGuess | None:
    """A template, or ISO 8601, which fits `iso` cells, when no template fits more."""
    fits = {template: _fitting(template, cells) for template in _candidates(cells)}
    best = max(fits.values(), default=0)
    if best <= iso:
        return TimeGuess(ISO, iso) if iso else None
    equals = [template for template, count in fits.items() if count == best]
    chosen = min(equals, key=lambda template: _unevenness(template, cells))
    return TimeGuess(chosen, best, _is_unsure(chosen, equals, cells))


def _candidates(cells: Sequence[str]) -> list[str]:
    """The templates that fit one of some cells from different places."""
    picked = {cells[0], cells[len(cells) // 2], cells[-1]}
    found = dict.fromkeys(f"{date}{tail}" for cell in picked for date in _DATES for tail in _tails(date, cell))
    return [template for template in found if any(python_pattern_of(template).match(cell) for cell in picked)]


def _tails(date: str, cell: str) -> list[str]:
    """What may follow a date in a cell that starts with it: nothing, or a joint, a clock and perhaps a zone."""
    start = _start_pattern(date).match(cell)
    if start is None:
        return []
    rest = cell[start.end() :]
    if not rest:
        return [""]
    clocks = [(joint, rest[len(joint) :]) for joint in _JOINTS if rest.startswith(joint)]
    return [
        f"{joint}{clock}{zone}"
        for joint, after in clocks
        for clock in _CLOCKS
        for zone in _ZONES
        if python_pattern_of(f"{clock}{zone}").match(after)
    ]


@cache
def _start_pattern(date: str) -> re.Pattern[str]:
    return re.compile(python_pattern_of(date).pattern[:-1])


def _fitting(template: str, cells: Sequence[str]) -> int:
    pattern = python_pattern_of(template)
    return sum(1 for cell in cells if _is_possible(pattern.match(cell)))


def _is_possible(found: re.Match[str] | None) -> bool:
    if found is None:
        return False
    parts = {name: text for name, text in found.groupdict().items() if text is not None}
    month = month_number(parts["b"]) if "b" in parts else int(parts.get("m", 1))
    return (
        1 <= month <= 12
        and 1 <= int(parts.get("d", 1)) <= 31
        and int(parts.get("H", 0)) <= 24
        and int(parts.get("I", 1)) <= 12
        and int(parts.get("M", 0)) < 60
        and int(parts.get("S", 0)) <= 60
        and 1600 <= int(parts.get("Y", 2000)) <= 2300
        and 1 <= int(parts.get("V", 1)) <= 53
    )


def _day_numbers(template: str, cells: Sequence[str]) -> list[int]:
    """Each cell's day on a calendar of equal months, good enough to see in which order days follow."""
    pattern = python_pattern_of(template)
    found = [match.groupdict() for cell in cells if (match := pattern.match(cell)) and _is_possible(match)]
    return [
        int(parts.get("Y") or parts.get("y") or 0) * 372
        + (month_number(parts["b"]) if parts.get("b") else int(parts.get("m") or 1)) * 31
        + int(parts.get("d") or 1)
        for parts in found
    ]


def _unevenness(template: str, cells: Sequence[str]) -> tuple[int, int]:
    """How often the days turn back, and how far apart they are in all: the right order of day and month is smooth."""
    days = _day_numbers(template, cells)
    steps = [later - earlier for earlier, later in pairwise(days)]
    turns = min(sum(1 for step in steps if step < 0), sum(1 for step in steps if step > 0))
    return turns, sum(abs(step) for step in steps)


def _is_unsure(chosen: str, equals: list[str], cells: Sequence[str]) -> bool:
    """Whether another order of day and month fits as evenly. With dots between them the day is first."""
    if chosen.startswith("%d.%m."):
        return False
    mine = _unevenness(chosen, cells)
    others = [template for template in equals if template != chosen and sorted(template) == sorted(chosen)]
    same_dates = _day_numbers(chosen, cells)
    return any(_unevenness(other, cells) == mine and _day_numbers(other, cells) != same_dates for other in others)
