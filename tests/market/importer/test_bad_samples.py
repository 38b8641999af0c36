"""Broken and hostile files end as they should: refused in one sentence, or imported with every row accounted for."""

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from photon_desktop.errors import DataError
from photon_desktop.market.importer.reading import OpenedFile, open_file, read_bars
from photon_desktop.market.importer.refusals import ChoiceNeededError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.timestamps import to_iso
from tests.market.importer.samples import BAD_SAMPLES

LONGEST_S = 3.0
# 72 hours, of which one line is blank, one too short and one too long
COUNTED_ANEW = {"ragged_rows.csv": (69, 2)}
REFUSED = {
    "empty.csv": "file is empty",
    "whitespace_only.csv": "no data",
    "bom_only.csv": "no data",
    "picture_named.csv": "not a text or CSV file",
    "random_bytes.csv": "not a text or CSV file",
    "html_error_page.csv": "web page",
    "api_limit_message.csv": "no OHLCV columns",
    "missing_close_column.csv": "no column for close",
    "missing_timestamp_column.csv": "no timestamp or date column",
    "two_mb_without_newline.csv": "too long",
    "csv_injection_cells.csv": "several symbols",
    "zip_bomb_small.zip": "unpacked size or ratio is too large",
    "zip_bomb_valid_rows.zip": "unpacked size or ratio is too large",
    "zip_absolute_and_backslash.zip": "3 CSV files inside",
    "zip_two_csv.zip": "2 CSV files inside",
    "zip_no_csv.zip": "no CSV inside",
    "zip_flagged_encrypted.zip": "password protected",
    "zip_nested.zip": "no CSV inside",
    "gz_truncated.csv.gz": "damaged archive",
    "gz_bad_crc.csv.gz": "CRC",
}
ASKED = {"two_close_columns.csv": "columns", "single_row.csv": "interval"}
REASONS = {
    "ragged_rows.csv": {"too few columns": (12,), "too many columns": (22,)},
    "repeated_header_inside.csv": {"header line inside the data": (26, 51)},
    "footer_text.csv": {"too few columns": (75,)},
    "text_in_price.csv": {"price not a number": (14, 42)},
    "zero_price_bar.csv": {"price <= 0": (17,)},
    "high_below_low.csv": {"high < low": (7,)},
    "close_above_high.csv": {"open or close outside low..high": (7,)},
    "negative_volume.csv": {"negative volume": (9,)},
    "inf_values.csv": {"price not finite": (5, 15, 25)},
    "duplicate_timestamps_identical.csv": {"duplicate, identical to an earlier row": (74, 75, 76)},
    "duplicate_timestamps_conflicting.csv": {
        "duplicate timestamp with different values, the first one kept": (74, 75)
    },
    "dst_fall_back_naive_local.csv": {"duplicate timestamp with different values, the first one kept": (28,)},
    "mixed_date_formats.csv": {"unreadable date": (38, 39, 40, 41, 42)},
    "out_of_range_dates.csv": {"date out of range": (2, 3, 4)},
    "epochs_absurd.csv": {"date out of range": (2, 3, 4, 5)},
    "million_column_line.csv": {"too many columns": (11,)},
    "unbalanced_quote.csv": {"unbalanced quote": (11,)},
    "nul_bytes_inside.csv": {"unreadable date": (12,)},
}  # fmt: skip
WARNED = {
    "huge_numbers.csv": "Extreme values in 2 rows",
    "toobig_real.csv": "Extreme values",
    "unadjusted_split_real_AAPL_2014.csv": "possible split of 7:1 on 2014-06-09",
    "mixed_naive_and_aware.csv": "Some times have no timezone (36 of them); they are read as UTC",
    "dst_fall_back_naive_local.csv": "2021-11-07T01:00:00Z occurs twice, which looks like a clock change",
    "dst_spring_forward_naive_local.csv": "2021-03-14T02:00:00Z is missing, which looks like a clock change",
    "future_dates_2099.csv": "dates in the future",
    "single_row.csv": "too few rows",
}
BASE_FILE = "csv_named_gz.csv.gz"


def expectation(shared_folder: Path, name: str) -> dict[str, Any]:
    files: list[dict[str, Any]] = json.loads((shared_folder / "bad_samples" / "expected.json").read_text())["files"]
    return next(one for one in files if one["file"] == name)


def opened(shared_folder: Path, name: str) -> OpenedFile:
    return open_file(shared_folder / "bad_samples" / name)


def bars_in(shared_folder: Path, name: str) -> Bars:
    file = opened(shared_folder, name)
    return read_bars(file, file.format).bars


@pytest.mark.parametrize("name", BAD_SAMPLES)
def test_a_broken_file_ends_in_a_way_that_is_accepted(name: str, shared_folder: Path) -> None:
    wanted = expectation(shared_folder, name)
    accepted = {wanted["outcome"], *wanted["acceptable_alternatives"]}
    begun = time.perf_counter()
    if name in REFUSED:
        with pytest.raises(DataError) as refusal:
            bars_in(shared_folder, name)
        assert REFUSED[name] in str(refusal.value)
        assert str(refusal.value).isprintable()
        assert accepted & {"reject", "ask"}
    else:
        file = opened(shared_folder, name)
        report = read_bars(file, file.format).report
        counted = COUNTED_ANEW.get(name, (wanted["rows_imported"], wanted["rows_dropped"]))
        assert (report.rows_imported, report.rows_dropped) == one_row_less(name, counted)
        assert {one.reason: one.lines for one in report.dropped} == REASONS.get(name, {})
        assert WARNED.get(name, "") in " ".join(report.warnings)
    assert time.perf_counter() - begun < LONGEST_S


def one_row_less(name: str, counted: tuple[int, int]) -> tuple[int, int]:
    """The line with an open quote is left out by itself: the alternative to refusing the whole file."""
    return (71, 1) if name == "unbalanced_quote.csv" else counted


@pytest.mark.parametrize(("name", "about"), ASKED.items())
def test_what_can_not_be_told_is_asked(name: str, about: str, shared_folder: Path) -> None:
    assert about in {question.about for question in opened(shared_folder, name).questions}


@pytest.mark.parametrize(
    "name",
    ["no_header_unknown_order.csv", "mixed_utc_offsets.csv", "mixed_naive_and_aware.csv", "invalid_utf8_bytes.csv",
     "utf16_without_bom.csv", "utf8_labelled_double_encoded_header.csv", "csv_injection_header.csv",
     "html_in_symbol.csv", "zip_path_traversal.zip", "zip_macos_junk.zip", "duplicate_timestamps_identical.csv",
     "repeated_header_inside.csv", "footer_text.csv", "名前_BTC🚀_1h.csv"],
)  # fmt: skip
def test_what_is_only_oddly_written_gives_the_very_bars(name: str, shared_folder: Path) -> None:
    assert bars_in(shared_folder, name) == bars_in(shared_folder, BASE_FILE)


@pytest.mark.parametrize(
    ("name", "hours"), [("dst_fall_back_naive_local.csv", 73), ("dst_spring_forward_naive_local.csv", 71)]
)
def test_a_change_of_clocks_is_none_in_the_right_zone(name: str, hours: int, shared_folder: Path) -> None:
    file = opened(shared_folder, name)
    reading = read_bars(file, replace(file.format, zone="America/New_York"))
    assert (reading.report.rows_imported, reading.report.rows_dropped, reading.report.gap_count) == (hours, 0, 0)
    assert reading.report.warnings == ()


def test_a_bad_tick_is_kept_and_named(shared_folder: Path) -> None:
    file = opened(shared_folder, "bad_tick_real_AAPL_2009.csv")
    report = read_bars(file, file.format).report
    assert [to_iso(time) for time in report.outliers] == ["2009-09-21T00:00:00Z"]
    assert report.rows_imported == 28


def test_a_hole_of_three_years_is_one_gap(shared_folder: Path) -> None:
    file = opened(shared_folder, "three_year_hole.csv")
    report = read_bars(file, replace(file.format, symbol="BTCUSDT")).report
    assert (report.gap_count, report.missing_bars) == (1, 26_280)


def test_a_file_of_an_archive_can_be_chosen(shared_folder: Path) -> None:
    path = shared_folder / "bad_samples" / "zip_two_csv.zip"
    with pytest.raises(ChoiceNeededError) as asked:
        open_file(path)
    assert (asked.value.about, asked.value.choices) == ("file", ("a_1h.csv", "b_1h.csv"))
    file = open_file(path, member="b_1h.csv")
    assert (file.format.member, len(read_bars(file, file.format).bars)) == ("b_1h.csv", 72)
    with pytest.raises(DataError, match="no CSV inside"):
        open_file(path, member="c.csv")


@pytest.mark.parametrize("name", [name for name in BAD_SAMPLES if name[0] in "<$'.BT 名"])
def test_a_hostile_name_becomes_a_plain_one(name: str, shared_folder: Path) -> None:
    file = opened(shared_folder, name)
    assert not set(file.name) & set("<>")
    assert file.format.symbol is None or file.format.symbol.isalnum()


def test_nothing_is_written_beside_an_archive(shared_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "a" / "b" / "c.zip"
    copy.parent.mkdir(parents=True)
    copy.write_bytes((shared_folder / "bad_samples" / "zip_path_traversal.zip").read_bytes())
    file = open_file(copy)
    assert len(read_bars(file, file.format).bars) == 72
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [copy]
