"""Files that name a bar by its end."""

from pathlib import Path

import numpy as np
import pytest

from photon_desktop.market.importer.bar_ends import opens_of
from photon_desktop.market.importer.reading import Reading, open_file, read_bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

MILLISECOND = 1_000_000


def reading(folder: Path, name: str, times: list[str], file_name: str) -> Reading:
    rows = [f"{time},{place + 3},{place + 4},{place + 2},{place + 3.5},1" for place, time in enumerate(times)]
    path = folder / file_name
    path.write_text("\n".join([f"{name},open,high,low,close,volume", *rows]), "utf-8")
    opened = open_file(path)
    assert opened.questions == ()
    return read_bars(opened, opened.format)


def opens(found: Reading) -> list[str]:
    return [to_iso(time) for time in found.bars.times.tolist()]


@pytest.mark.parametrize(
    "name", ["close_time", "close time", "date close", "closeTime", "end_time", "Candle Close Time"]
)
def test_hours_named_by_their_last_moment_are_stored_by_their_open_time(name: str, tmp_path: Path) -> None:
    times = [f"2024-05-06T{hour}:59:59.999Z" for hour in range(13, 18)]
    found = reading(tmp_path, name, times, "BTCUSDT_1h.csv")
    assert opens(found) == [f"2024-05-06T{hour}:00:00Z" for hour in range(13, 18)]
    assert found.bars.close.tolist() == [3.5, 4.5, 5.5, 6.5, 7.5]
    assert found.report.warnings == (f"{name} is when a bar ends; each bar is stored by the time at which it opens.",)


@pytest.mark.parametrize("second", ["59", "59.999", "59.999999", "59.5"])
@pytest.mark.parametrize("name", ["time", "timestamp", "date"])
def test_last_moments_end_hours_whatever_their_column_is_called(name: str, second: str, tmp_path: Path) -> None:
    found = reading(tmp_path, name, [f"2024-05-06T{hour}:59:{second}Z" for hour in range(13, 18)], "BTCUSDT_1h.csv")
    assert opens(found) == [f"2024-05-06T{hour}:00:00Z" for hour in range(13, 18)]
    assert found.report.warnings == (
        "The times are when a bar ends; each bar is stored by the time at which it opens.",
    )


@pytest.mark.parametrize("seconds", [["59", "59", "59", "00"], ["00"] * 4, ["30"] * 4, ["59", "59", "59", "59.5"]])
def test_other_times_stay_as_they_are_written(seconds: list[str], tmp_path: Path) -> None:
    times = [f"2024-05-06T1{place}:59:{second}Z" for place, second in enumerate(seconds)]
    found = reading(tmp_path, "time", times, "BTCUSDT_1h.csv")
    assert found.bars.times.tolist() == [from_iso(time) for time in times]
    assert not any("ends" in warning for warning in found.report.warnings)


@pytest.mark.parametrize("end", ["2024-05-{:02}T23:59:59.999Z", "2024-05-{:02}T16:00:00Z"])
@pytest.mark.parametrize("last", [3, 5])  # a Friday, or a Sunday
def test_a_week_named_by_its_end_opens_on_its_monday(end: str, last: int, tmp_path: Path) -> None:
    found = reading(tmp_path, "close_time", [end.format(last + 7 * week) for week in range(4)], "AAPL_1w.csv")
    assert opens(found) == [f"{day}T00:00:00Z" for day in ("2024-04-29", "2024-05-06", "2024-05-13", "2024-05-20")]


def test_hours_in_milliseconds_newest_first_are_shifted_alike(tmp_path: Path) -> None:
    ends = [(from_iso(f"2024-05-06T{hour}:00:00Z") - MILLISECOND) // MILLISECOND for hour in range(18, 13, -1)]
    found = reading(tmp_path, "close_time", [str(end) for end in ends], "BTCUSDT_1h.csv")
    assert opens(found) == [f"2024-05-06T{hour}:00:00Z" for hour in range(13, 18)]


@pytest.mark.parametrize("clock", ["T16:00:00", "T23:59:59.999", "T23:59:59Z"])
def test_a_day_named_by_its_end_is_that_day(clock: str, tmp_path: Path) -> None:
    found = reading(tmp_path, "close_time", [f"2024-05-0{day}{clock}" for day in range(6, 10)], "AAPL_1d.csv")
    assert opens(found) == [f"2024-05-0{day}T00:00:00Z" for day in range(6, 10)]


def test_a_date_alone_names_its_day_and_a_midnight_ends_the_day_before(tmp_path: Path) -> None:
    dates = reading(tmp_path, "date close", [f"2024-05-0{day}" for day in range(6, 10)], "AAPL_1d.csv")
    midnights = reading(tmp_path, "close_time", [f"2024-05-0{day}T00:00Z" for day in range(6, 10)], "BTCUSDT_1d.csv")
    assert opens(dates)[0] == "2024-05-06T00:00:00Z"
    assert opens(midnights)[0] == "2024-05-05T00:00:00Z"


def test_where_the_open_time_stands_too_it_is_taken_and_nothing_shifted(tmp_path: Path) -> None:
    rows = [f"2024-05-06T{hour}:59:59.999Z,2024-05-06T{hour}:00:00Z,3,4,2,3,1" for hour in range(10, 14)]
    path = tmp_path / "BTCUSDT_1h.csv"
    path.write_text("\n".join(["close_time,open_time,open,high,low,price,volume", *rows]), "utf-8")
    opened = open_file(path)
    found = read_bars(opened, opened.format)
    assert opens(found)[0] == "2024-05-06T10:00:00Z"
    assert (found.bars.close[0], found.report.warnings) == (3, ())


def test_the_short_last_bar_of_a_session_opens_where_the_one_before_it_ends() -> None:
    ends = np.array([from_iso(f"2024-05-06T{clock}:00Z") for clock in ("10:30", "15:30", "16:00", "14:30")])
    assert [to_iso(time)[11:16] for time in opens_of(ends, Interval.HOUR_1).tolist()] == [
        "09:30", "14:30", "15:30", "13:30",
    ]  # fmt: skip
