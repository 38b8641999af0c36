"""Files of bars: what is read comes back exactly, and what is broken is refused in one useful sentence."""

import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.errors import DataError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.csv_files import HEADER, CsvSource, read_bars, spacing_of, write_bars
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

ROW_1 = "2024-01-01T00:00:00Z,10,12,9,11,5"
ROW_2 = "2024-01-01T01:00:00Z,11,13,10,12,6"
HOUR = Interval.HOUR_1
prices = st.floats(1e-9, 1e15)


def bars_of(count: int, interval: Interval = HOUR, start: str = "2024-01-01") -> Bars:
    closes = 100 + np.arange(count, dtype=float)
    times = from_iso(start) + np.arange(count) * interval.nanoseconds
    return Bars.of(times, closes, closes + 1, closes - 1, closes + 0.5, np.full(count, 2.5))


def file_with(folder: Path, *lines: str) -> Path:
    path = folder / "bars.csv"
    path.write_bytes("\n".join(lines).encode())
    return path


@st.composite
def any_bars(draw: st.DrawFn) -> Bars:
    rows = draw(st.lists(st.tuples(st.lists(prices, min_size=4, max_size=4), st.floats(0, 1e18)), max_size=20))
    gaps = draw(st.lists(st.integers(1, 10**16), min_size=len(rows), max_size=len(rows)))
    ordered = [(sorted(row), volume) for row, volume in rows]
    return Bars.of(
        np.cumsum(np.array(gaps, dtype=np.int64)),
        [row[1] for row, _ in ordered],
        [row[3] for row, _ in ordered],
        [row[0] for row, _ in ordered],
        [row[2] for row, _ in ordered],
        [volume for _, volume in ordered],
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bars=any_bars().filter(len))
def test_bars_written_and_read_again_are_the_same_to_the_last_bit(tmp_path: Path, bars: Bars) -> None:
    path = tmp_path / "bars.csv"
    write_bars(path, bars)
    assert read_bars(path) == bars


def test_a_written_file_has_the_normalised_form(tmp_path: Path) -> None:
    path = tmp_path / "bars.csv"
    write_bars(path, bars_of(2))
    assert path.read_bytes() == (
        b"timestamp,open,high,low,close,volume\n"
        b"2024-01-01T00:00:00Z,100.0,101.0,99.0,100.5,2.5\n"
        b"2024-01-01T01:00:00Z,101.0,102.0,100.0,101.5,2.5\n"
    )


def test_writing_leaves_nothing_but_the_file(tmp_path: Path) -> None:
    write_bars(tmp_path / "bars.csv", bars_of(3))
    write_bars(tmp_path / "bars.csv", bars_of(4))
    assert [path.name for path in tmp_path.iterdir()] == ["bars.csv"]
    assert len(read_bars(tmp_path / "bars.csv")) == 4


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bars.csv"
    write_bars(path, bars_of(3))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("photon_desktop.market.csv_files.os.fsync", full)
    with pytest.raises(
        DataError, match=r"bars\.csv can't be written \(No space left on device\); choose another folder"
    ):
        write_bars(path, bars_of(5))
    assert read_bars(path) == bars_of(3)
    assert [found.name for found in tmp_path.iterdir()] == ["bars.csv"]


def test_the_header_may_stand_in_any_case_and_order_beside_other_columns(tmp_path: Path) -> None:
    path = file_with(tmp_path, "Note,VOLUME, Close,low,High,Open,Timestamp", "x,5,11,9,12,10,2024-01-01T02:00:00+02:00")
    bar = read_bars(path).bar(0)
    assert (to_iso(bar.open_time), bar.open, bar.high, bar.low, bar.close, bar.volume) == (
        "2024-01-01T00:00:00Z", 10, 12, 9, 11, 5,
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_blank_lines_and_any_line_ending_are_taken(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "bars.csv"
    path.write_bytes(("\ufeff" + ending.join(["", HEADER, ROW_1, "", ROW_2, "", ""])).encode())
    assert read_bars(path).close.tolist() == [11, 12]


def test_times_without_a_zone_are_utc_and_dates_their_midnight(tmp_path: Path) -> None:
    path = file_with(tmp_path, HEADER, "2024-01-01,10,12,9,11,5", "2024-01-01 01:00:00.000000001,10,12,9,11,5")
    assert read_bars(path).times.tolist() == [from_iso("2024-01-01"), from_iso("2024-01-01T01:00:00Z") + 1]


BROKEN = {
    "empty": ([""], "bars.csv is empty; give a file whose first line is timestamp,open,high,low,close,volume."),
    "blank": ([" ", "\t", ""], "bars.csv is empty; give"),
    "no header": ([ROW_1, ROW_2], "bars.csv has no header; its first line must be timestamp,open"),
    "a web page": (["<!DOCTYPE html>", "<p>"], "bars.csv has no header; its first line must be"),
    "one column missing": (["timestamp,open,high,low,volume", "x"], "bars.csv has no column close; its header must be"),
    "two columns missing": (["open,high,low,close", "x"], "no column timestamp and no column volume; its header must"),
    "a column twice": ([HEADER + ",Close", ROW_1 + ",9"], "has more than one column close; leave only the right one."),
    "no rows": ([HEADER], "bars.csv has a header but no bars under it; give a file with bars."),
    "text in a price": ([HEADER, ROW_1, ROW_2.replace("13", "abc")], "row 2, high is 'abc', not a number; correct"),
    "a thousands mark": ([HEADER, ROW_1.replace("12", '"1,200"')], "row 1, high is '1,200', not a number; correct or"),
    "an underscore": ([HEADER, ROW_1.replace("12", "1_2")], "row 1, high is '1_2', not a number; correct or remove"),
    "an empty price": ([HEADER, ROW_1.replace(",11,", ",,")], "In bars.csv, row 1, close is empty; correct or remove"),
    "a short row": ([HEADER, ROW_1, "2024-01-01T01:00:00Z,11,13"], "In bars.csv, row 2, low is empty; correct or"),
    "a long row": ([HEADER, ROW_1, ROW_2 + ",7"], "bars.csv has broken rows near line 3; correct or remove them"),
    "long rows": ([HEADER, ROW_1 + ",7", ROW_2 + ",7"], "bars.csv has broken rows near line 2; correct or remove them"),
    "decimal commas": ([HEADER, "2024-01-01,1,5,1,7,1,2,1,6,9"], "bars.csv has broken rows near line 2; correct or"),
    "an open quote": ([HEADER, '"' + ROW_1, ROW_2], "bars.csv has broken rows near line 1; correct or remove them"),
    "NaN": ([HEADER, ROW_1.replace("11", "NaN")], "row 1 (2024-01-01T00:00:00Z) has a price that is not a number;"),
    "infinite": ([HEADER, ROW_1.replace("12", "inf")], "row 1 (2024-01-01T00:00:00Z) has a price that is not a number"),
    "zero price": ([HEADER, ROW_1, ROW_2.replace("10", "0")], "row 2 (2024-01-01T01:00:00Z) has a price that is not"),
    "high under low": ([HEADER, ROW_1.replace("12", "8")], "has a high under its open or close; correct or remove it."),
    "low above close": ([HEADER, ROW_1.replace(",9,", ",10.5,")], "row 1 (2024-01-01T00:00:00Z) has a low above its"),
    "negative volume": ([HEADER, ROW_1[:-1] + "-5"], "has a volume that is not zero or more; correct or remove it."),
    "duplicate": ([HEADER, ROW_1, ROW_1], "In bars.csv, row 2 (2024-01-01T00:00:00Z) is not later than the row before"),
    "unsorted": ([HEADER, ROW_2, ROW_1], "In bars.csv, row 2 (2024-01-01T00:00:00Z) is not later than the row before"),
    "another date form": ([HEADER, ROW_1.replace("2024-01-01T", "01/02/2024 ")], "row 1, the time is '01/02/2024 00:0"),
    "no date at all": ([HEADER, ROW_1, "now" + ROW_2[20:]], "row 2, the time is 'now'; write it in ISO 8601 like 2024"),
    "an epoch": ([HEADER, "1704067200" + ROW_1[20:]], "row 1, the time is '1704067200'; write it in ISO 8601 like"),
    "a far future": ([HEADER, "9999" + ROW_1[4:]], "'9999-01-01T00:00:00Z'; write it in ISO 8601 like 2024-12-07T10"),
    "a far past": ([HEADER, "1066" + ROW_1[4:]], "between 1678-01-01 and 2262-01-01."),
    "NUL bytes": ([HEADER, ROW_1.replace("12", "1\0002")], "bars.csv holds NUL bytes, which no text has; save it as"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "sentence"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_refused_with_its_name_the_place_and_what_to_do(
    tmp_path: Path, lines: list[str], sentence: str
) -> None:
    with pytest.raises(DataError) as refused:
        read_bars(file_with(tmp_path, *lines))
    assert sentence in str(refused.value)
    assert "bars.csv" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_file_a_folder_and_unreadable_bytes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"There is no file none\.csv; check its name and folder\."):
        read_bars(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(DataError, match=r"folder\.csv is a folder; give a CSV file\."):
        read_bars(tmp_path / "folder.csv")
    (tmp_path / "bars.csv").write_bytes(b"\xff\xfe" + f"{HEADER}\n{ROW_1}".encode("utf-16-le"))
    with pytest.raises(DataError, match=r"bars\.csv is not UTF-8 text; save it as CSV in UTF-8, or import it\."):
        read_bars(tmp_path / "bars.csv")


def test_a_name_with_a_line_break_stays_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(DataError) as refused:
        read_bars(tmp_path / "two\nlines.csv")
    assert "\n" not in str(refused.value)


def test_58_000_rows_are_read_in_well_under_half_a_second(tmp_path: Path) -> None:
    path = tmp_path / "bars.csv"
    write_bars(path, bars_of(58_000))
    read_bars(path)
    begun = time.process_time()
    assert len(read_bars(path)) == 58_000
    assert time.process_time() - begun < 0.45


def test_every_real_series_is_read(shared_folder: Path) -> None:
    paths = sorted((shared_folder / "data").glob("*.csv"))
    assert len(paths) > 10
    for path in paths:
        interval = Interval(path.stem.rpartition("_")[2])
        assert spacing_of(read_bars(path)) == interval.nanoseconds, path.name


def test_every_bad_sample_is_read_or_refused_in_one_line(shared_folder: Path) -> None:
    refused = 0
    for path in sorted((shared_folder / "bad_samples").glob("*.csv*")):
        try:
            assert len(read_bars(path)) > 0
        except DataError as error:
            refused += 1
            assert "\n" not in str(error)
            assert len(str(error)) < 300
    assert refused > 20


def test_the_median_spacing_outvotes_gaps() -> None:
    hours = [0, 1, 2, 3, 30, 31, 32]
    times = from_iso("2024-01-01") + np.array(hours) * HOUR.nanoseconds
    ones = np.ones(len(hours))
    assert spacing_of(Bars.of(times, ones, ones, ones, ones, ones)) == HOUR.nanoseconds
    assert spacing_of(bars_of(1)) is None


def test_a_file_named_for_the_interval_goes_before_the_plain_one(tmp_path: Path) -> None:
    write_bars(tmp_path / "ABC.csv", bars_of(5))
    write_bars(tmp_path / "ABC_1h.csv", bars_of(7))
    assert len(CsvSource([tmp_path]).history("ABC", HOUR, 100)) == 7


def test_folders_are_asked_in_their_order_and_a_given_file_before_all(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, count in ((first, 5), (second, 6)):
        folder.mkdir()
        write_bars(folder / "ABC_1h.csv", bars_of(count))
    write_bars(tmp_path / "mine.csv", bars_of(9))
    assert len(CsvSource([first, second]).history("ABC", HOUR, 100)) == 5
    given = CsvSource([first, second], {("ABC", HOUR): tmp_path / "mine.csv"})
    assert len(given.history("ABC", HOUR, 100)) == 9
    assert given.was_given("ABC", HOUR)
    assert not given.was_given("ABC", Interval.DAY_1)


def test_the_newest_bars_before_the_end_are_given(tmp_path: Path) -> None:
    write_bars(tmp_path / "ABC_1h.csv", bars_of(10))
    source = CsvSource([tmp_path])
    whole = bars_of(10)
    assert source.history("ABC", HOUR, 3) == whole.tail(3)
    assert source.history("ABC", HOUR, 3, int(whole.times[5])) == whole.part(2, 5)
    assert source.history("ABC", HOUR, 99, int(whole.times[5]) + 1) == whole.part(0, 6)
    with pytest.raises(DataError, match="no bars before that time; ask for a later one"):
        source.history("ABC", HOUR, 3, int(whole.times[0]))
    with pytest.raises(ValueRefusedError, match="is 0; ask for 1 or more"):
        source.history("ABC", HOUR, 0)


def test_a_file_of_another_spacing_is_refused_by_both_names(tmp_path: Path) -> None:
    write_bars(tmp_path / "ABC_1h.csv", bars_of(10, Interval.DAY_1))
    write_bars(tmp_path / "XYZ.csv", bars_of(10, Interval.MINUTE_5))
    source = CsvSource([tmp_path])
    with pytest.raises(DataError, match=r"ABC_1h\.csv holds bars 1d apart, not 1h bars; ask for"):
        source.history("ABC", HOUR, 5)
    with pytest.raises(DataError, match=r"XYZ\.csv holds bars 5m apart, not 1h bars; ask for"):
        source.history("XYZ", HOUR, 5)
    assert len(source.history("XYZ", Interval.MINUTE_5, 5)) == 5


def test_a_single_bar_is_taken_only_where_the_name_says_its_interval(tmp_path: Path) -> None:
    write_bars(tmp_path / "ABC_1h.csv", bars_of(1))
    write_bars(tmp_path / "XYZ.csv", bars_of(1))
    source = CsvSource([tmp_path])
    assert len(source.history("ABC", HOUR, 5)) == 1
    with pytest.raises(DataError, match=r"XYZ\.csv holds a single bar, not 1h bars"):
        source.history("XYZ", HOUR, 5)


def test_a_plain_file_of_another_spacing_does_not_hide_the_next_folders(tmp_path: Path) -> None:
    for name, interval in (("a", Interval.DAY_1), ("b", HOUR)):
        (tmp_path / name).mkdir()
        write_bars(tmp_path / name / "ABC.csv", bars_of(4, interval))
    assert spacing_of(CsvSource([tmp_path / "a", tmp_path / "b"]).history("ABC", HOUR, 9)) == HOUR.nanoseconds


def test_an_unknown_symbol_is_answered_with_near_ones(tmp_path: Path) -> None:
    for stem in ("BTCUSDT_1h", "ETHUSDT", "BRK_B_1d"):
        write_bars(tmp_path / f"{stem}.csv", bars_of(3))
    source = CsvSource([tmp_path, tmp_path / "missing"])
    assert source.symbols() == ("BRK_B", "BTCUSDT", "ETHUSDT")
    with pytest.raises(UnknownSymbolError, match=r"no file BTCUST_1h\.csv or BTCUST\.csv .*did you mean BTCUSDT"):
        source.history("BTCUST", HOUR, 5)
    with pytest.raises(UnknownSymbolError, match=r"did you mean BTCUSDT"):
        source.instrument("btcusdt")
    assert source.instrument("BTCUSDT").quote == "USDT"


@pytest.mark.parametrize(
    "symbol", ["", "../x", "..", ".x", "a/b", "a\\b", "C:x", "a\0b", "a\nb", " a", "a ", "*", "x" * 65, "a\u202eb"]
)
def test_a_symbol_that_could_leave_the_folder_is_refused(tmp_path: Path, symbol: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write_bars(tmp_path / "x_1h.csv", bars_of(3))
    for ask in (lambda: CsvSource([inner]).history(symbol, HOUR, 5), lambda: CsvSource([inner]).instrument(symbol)):
        with pytest.raises(UnknownSymbolError) as refused:
            ask()
        assert str(refused.value).isprintable()
