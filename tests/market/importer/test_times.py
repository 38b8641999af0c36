from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.importer.moments import as_moments
from photon_desktop.market.importer.times import guess_times, is_time, month_number
from photon_desktop.market.importer.zones import fixed_offset_s, to_local, to_utc
from photon_desktop.trading.timestamps import from_iso, to_iso

HOUR = 3_600_000_000_000


def moment(cell: str, time_format: str | None = None) -> str:
    """The one time, by the format given or guessed, as ISO text; with a Z only where the cell has a zone."""
    guess = guess_times([cell])
    assert time_format is not None or guess is not None
    found = as_moments(pa.array([cell]), time_format or (guess.time_format if guess else ""))
    assert not found.unreadable[0]
    assert not found.out_of_range[0]
    text = to_iso(int(found.times[0]))
    return text if found.has_zone[0] else text.removesuffix("Z")


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("2024-12-07", "2024-12-07T00:00:00"), ("2024-12-07T16:30Z", "2024-12-07T16:30:00Z"),
        ("2024-12-07 16:30:05.25+02:00", "2024-12-07T14:30:05.250000Z"),
        ("2024-12-07T16:30:00-0500", "2024-12-07T21:30:00Z"),
        ("2024-12-07 16:00:00 EST", "2024-12-07T21:00:00Z"), ("2024-12-07 24:00", "2024-12-08T00:00:00"),
        ("2019-10-17 12-AM", "2019-10-17T00:00:00"), ("2019-10-17 12-PM", "2019-10-17T12:00:00"),
        ("1733565600", "2024-12-07T10:00:00Z"), ("1733565600000", "2024-12-07T10:00:00Z"),
        ("1733565600.5", "2024-12-07T10:00:00.500000Z"), ("1733565600000000", "2024-12-07T10:00:00Z"),
        ("1733565600000000000", "2024-12-07T10:00:00Z"), ("20241207", "2024-12-07T00:00:00"),
        ("202412071630", "2024-12-07T16:30:00"), ("20241207 163000", "2024-12-07T16:30:00"),
        ("7-Dec-24", "2024-12-07T00:00:00"),
        ("07.12.2024 16:30:00.000", "2024-12-07T16:30:00"), ("12/31/2024 04:00 PM", "2024-12-31T16:00:00"),
        ("7. Dezember 2024", "2024-12-07T00:00:00"), ("07/déc/2024", "2024-12-07T00:00:00"),
        ("7 дек 2024", "2024-12-07T00:00:00"),
        ("2024年12月7日", "2024-12-07T00:00:00"), ("2024-W49-6", "2024-12-07T00:00:00"),
        ("45633.5", "2024-12-07T12:00:00"),
        ("Sat Dec 07 2024 16:30:00", "2024-12-07T16:30:00"), ("20241207T163000Z", "2024-12-07T16:30:00Z"),
    ],
)  # fmt: skip
def test_a_cell_is_the_time_it_says(cell: str, time: str) -> None:
    assert moment(cell) == time


@pytest.mark.parametrize(
    "cell", ["2024-02-30", "2023-02-29", "2024-13-01", "2024-01-01 25:00", "2024-01-01 12:60", "hello", ""]
)
def test_days_and_hours_that_are_none_are_unreadable(cell: str) -> None:
    found = as_moments(pa.array([cell, "2024-01-01 12:00"]), "iso")
    assert (found.unreadable.tolist(), found.times[0]) == ([True, False], 0)


@pytest.mark.parametrize("cell", ["0001-01-01", "1600-01-01", "2262-01-01", "9999-12-31"])
def test_years_that_do_not_fit_are_out_of_range(cell: str) -> None:
    assert as_moments(pa.array([cell, "2024-01-01"]), "iso").out_of_range.tolist() == [True, False]


@pytest.mark.parametrize("cell", ["-1", "0", "1", "99999999999999999999"])
def test_placeholders_and_absurd_counts_are_out_of_range(cell: str) -> None:
    assert as_moments(pa.array([cell, "1712000000"]), "unix s").out_of_range.tolist() == [True, False]


@pytest.mark.parametrize("cell", ["1234.56", "0.5", "7", "1,234", "abc", "", "AAPL", "12:30"])
def test_prices_words_and_clocks_are_no_times(cell: str) -> None:
    assert not is_time(cell)


def test_day_and_month_are_told_by_a_day_beyond_twelve() -> None:
    month_first = guess_times(["01/02/2024", "01/15/2024"])
    assert month_first is not None
    assert (month_first.time_format, month_first.day_month_unsure) == ("%m/%d/%Y", False)


def test_day_and_month_are_told_by_the_order_of_days() -> None:
    month_first = guess_times([f"01/{day:02}/2024" for day in range(1, 11)])
    day_first = guess_times([f"{day:02}/01/2024" for day in range(1, 11)])
    assert month_first is not None
    assert day_first is not None
    assert (month_first.time_format, day_first.time_format) == ("%m/%d/%Y", "%d/%m/%Y")
    assert not month_first.day_month_unsure
    assert not day_first.day_month_unsure


def test_day_and_month_that_can_not_be_told_are_unsure_but_for_dots() -> None:
    slashes, dots = guess_times(["05/06/2024"]), guess_times(["05.06.2024"])
    assert slashes is not None
    assert dots is not None
    assert (slashes.day_month_unsure, dots.day_month_unsure) == (True, False)


@pytest.mark.parametrize(("name", "number"), [("Dec", 12), ("dezember", 12), ("août", 8), ("мая", 5), ("Xyz", 0)])
def test_months_have_names_in_many_languages(name: str, number: int) -> None:
    assert month_number(name) == number


@given(st.datetimes(datetime(1700, 1, 1), datetime(2250, 1, 1)))
def test_every_second_comes_back_from_every_way_of_writing(when: datetime) -> None:
    when = when.replace(microsecond=0)
    wanted = f"{when.isoformat()}"
    for time_format in ("%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%Y%m%d%H%M%S"):
        text = when.strftime(time_format).zfill(14) if time_format == "%Y%m%d%H%M%S" else when.strftime(time_format)
        assert moment(text, time_format) == wanted
    assert moment(f"{when.isoformat()}Z", "iso") == f"{wanted}Z"
    if abs(when.replace(tzinfo=UTC).timestamp()) > 1:
        assert moment(str(int(when.replace(tzinfo=UTC).timestamp())), "unix s") == f"{wanted}Z"


@pytest.mark.parametrize(
    ("zone", "seconds"), [("UTC", 0), ("Z", 0), ("+03:00", 10_800), ("UTC-5", -18_000), ("GMT+5:30", 19_800)]
)
def test_fixed_zones_have_their_offset(zone: str, seconds: int) -> None:
    assert fixed_offset_s(zone) == seconds


def test_a_doubled_hour_is_the_first_until_times_turn_back() -> None:
    clock = ["2021-11-07T00:00:00", "2021-11-07T01:00:00", "2021-11-07T01:00:00", "2021-11-07T02:00:00"]
    utc = to_utc(np.array([from_iso(time) for time in clock]), "America/New_York")
    assert np.diff(utc).tolist() == [HOUR] * 3
    assert to_iso(int(utc[0])) == "2021-11-07T04:00:00Z"


def test_newest_first_the_doubled_hour_is_told_as_well() -> None:
    clock = ["2021-11-07T02:00:00", "2021-11-07T01:00:00", "2021-11-07T01:00:00", "2021-11-07T00:00:00"]
    assert np.diff(to_utc(np.array([from_iso(time) for time in clock]), "America/New_York")).tolist() == [-HOUR] * 3


def test_a_skipped_hour_leaves_no_gap() -> None:
    clock = ["2021-03-14T01:00:00", "2021-03-14T03:00:00"]
    assert np.diff(to_utc(np.array([from_iso(time) for time in clock]), "America/New_York")).tolist() == [HOUR]


def test_a_place_that_is_none_is_refused() -> None:
    with pytest.raises(ValueRefusedError, match="is not known"):
        to_utc(np.zeros(1, np.int64), "Nowhere/City")


@pytest.mark.parametrize("zone", ["UTC", "+03:00", "America/New_York", "Australia/Lord_Howe"])
def test_every_half_hour_of_a_year_comes_back_from_the_clocks_of_a_zone(zone: str) -> None:
    moments = from_iso("2024-01-01") + np.arange(0, 366 * 24 * HOUR, HOUR // 2)
    local = to_local(moments, zone)
    assert to_utc(local, zone).tolist() == moments.tolist()
    assert (local[0] == moments[0]) == (zone == "UTC")
