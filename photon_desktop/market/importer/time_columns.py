"""Which columns hold the time, and how it is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from photon_desktop.errors import DataError
from photon_desktop.market.importer.layout import Layout
from photon_desktop.market.importer.moments import Moments, as_moments
from photon_desktop.market.importer.refusals import listed, shown
from photon_desktop.market.importer.samples import Samples
from photon_desktop.market.importer.times import EXCEL_DAYS, TimeGuess, guess_clock, guess_times, place_in
from photon_desktop.market.importer.vocabulary import Role, names_begin, plain, rank
from photon_desktop.market.importer.zones import fixed_offset_s

_ZONE_IN_NAME = re.compile(r"\b((?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:\d{2})(?=\W|$)")
_SPAN_OF_TEXTS = 3  # a time without a name stands among the first few columns


@dataclass(frozen=True, slots=True)
class TimeColumns:
    """The column of the time, that of the time of day where it is apart, how they are written, in which zone if the
    column's name says so, and what they are in the sample."""

    time: int
    clock: int | None
    guess: TimeGuess
    zone: str | None
    moments: Moments

    @property
    def newest_first(self) -> bool:
        """Whether the file begins with the latest bar."""
        times = self.moments.readable_times
        return len(times) > 1 and bool(times[0] > times[-1])


def find_times(layout: Layout, samples: Samples, name: str) -> TimeColumns:
    """The columns of the time. Raises DataError when no column holds times."""
    guesses = _guesses(layout, samples)
    if not guesses:
        names = tuple(one for one in layout.names if one)
        found = f" (its columns are {listed(names, 12)})" if names else ""
        raise DataError(f"There is no timestamp or date column in {shown(name)}{found}; choose a file with times.")
    place = min(guesses, key=lambda one: _preference(layout, samples, one))
    clock = _clock_beside(layout, samples, place, guesses[place])
    guess = guesses[place]
    if clock is not None:
        together = guess_times(time_cells(samples.rows, place, clock).to_pylist())
        guess, clock = (together, clock) if together is not None else (guess, None)
    moments = as_moments(time_cells(samples.rows, place, clock), guess.time_format)
    zone = zone_told(layout.names[place] if layout.names else "", guess.time_format)
    return TimeColumns(place, clock, guess, zone, moments)


def zone_told(name: str, time_format: str) -> str | None:
    """The zone that stands behind every time of a format, or in its column's name ("Gmt time", "time_utc")."""
    if place := place_in(time_format):
        return place
    found = _ZONE_IN_NAME.search(name)
    if found and fixed_offset_s(found[1]) is not None:
        return found[1]
    return "UTC" if {"utc", "gmt"}.intersection(plain(name).split()) else None


def time_cells(rows: Sequence[Sequence[str]], place: int, clock: int | None) -> pa.Array:
    """The texts of rows' times, date and time of day with a space between."""
    texts = [row[place] if clock is None else f"{row[place]} {row[clock]}" for row in rows]
    return pa.array(texts, pa.string())


def _guesses(layout: Layout, samples: Samples) -> dict[int, TimeGuess]:
    """How each column that may hold times is written, those named so before all others."""
    ranks = {place: _rank(layout, place) for place in range(layout.width)}
    named = {place: guess for place, found in ranks.items() if found and (guess := _guess(samples, place))}
    if named:
        return named
    unnamed = [place for place in range(layout.width) if not layout.names or not _is_named_otherwise(layout, place)]
    found = {place: guess for place in unnamed if (guess := _guess(samples, place))}
    texts = {place: guess for place, guess in found.items() if guess.time_format != EXCEL_DAYS}
    return texts or {
        place: guess for place, guess in found.items() if place < _SPAN_OF_TEXTS and _rises(samples, place)
    }


def _guess(samples: Samples, place: int) -> TimeGuess | None:
    return guess_times(samples.cells(place))


def _rank(layout: Layout, place: int) -> int:
    return rank(layout.names[place], Role.TIME) if layout.names else 0


def _is_named_otherwise(layout: Layout, place: int) -> bool:
    return any(rank(layout.names[place], role) for role in Role if role not in {Role.TIME, Role.CLOCK, Role.CLOSE})


def _rises(samples: Samples, place: int) -> bool:
    values = samples.values(place)
    steps = values[1:] - values[:-1]
    return bool(len(steps)) and (bool((steps > 0).all()) or bool((steps < 0).all()))


def _preference(layout: Layout, samples: Samples, place: int) -> tuple[int, int, int, int]:
    """Smaller is better: the open time, the surer name, a time for every row, the column further left."""
    begins = bool(layout.names) and names_begin(layout.names[place])
    cells = samples.cells(place)
    repeats = len(set(cells)) * 2 <= len(cells)
    return (0 if begins else 1, -_rank(layout, place), 1 if repeats else 0, place)


def _clock_beside(layout: Layout, samples: Samples, place: int, guess: TimeGuess) -> int | None:
    """The column of the time of day, when the date's column has none."""
    if any(part in guess.time_format for part in ("%H", "%I", "unix", EXCEL_DAYS)):
        return None
    cells = samples.cells(place)
    if guess.time_format == "iso" and any(":" in cell for cell in cells):
        return None
    named = [
        one for one in range(layout.width) if layout.names and rank(layout.names[one], Role.CLOCK) and one != place
    ]
    near = [] if layout.names else [place + 1, place - 1]
    hours = [column for column in named if _are_hours(samples.cells(column))]
    clocks = [column for column in [*named, *near] if 0 <= column < layout.width and _is_clock(samples.cells(column))]
    return next(iter([*clocks, *hours]), None)


def _is_clock(cells: list[str]) -> bool:
    """Hours and minutes, written with signs between or with as many digits in every row."""
    if guess_clock(cells) is None:
        return False
    return all(":" in cell or not cell for cell in cells) or {len(cell) for cell in cells if cell} in ({4}, {6})


def _are_hours(cells: list[str]) -> bool:
    return all(cell.isdecimal() and int(cell) < 24 for cell in cells)
