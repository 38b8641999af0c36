import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photon_desktop.cli import main
from photon_desktop.market.cache import CacheSource
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval

Captured = pytest.CaptureFixture[str]
ROWS = [f"2024-12-{day:02},{day + 1},{day + 2},{day},{day + 1.5},{100 * day}" for day in range(2, 7)]
PLAIN = "\n".join(["Date,Open,High,Low,Close,Volume", *ROWS]) + "\n"


class Wall:
    def now_ns(self) -> int:
        return 1_900_000_000_000_000_000


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def run(capsys: Captured, *words: str | Path) -> tuple[int, str, str]:
    code = main(["import", *map(str, words)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def imported(capsys: Captured, *words: str | Path) -> dict[str, Any]:
    code, out, err = run(capsys, *words, "--json")
    assert (code, err) == (0, "")
    assert out.count("\n") == 1
    content: dict[str, Any] = json.loads(out)
    return content


def refused(capsys: Captured, *words: str | Path) -> str:
    code, out, err = run(capsys, *words, "--json")
    assert (code, out, err.count("\n")) == (1, "", 1)
    return err


def stored(data_folder: Path) -> list[tuple[str, str, str, int]]:
    path = data_folder / STORE_NAME
    if not path.exists():
        return []
    store = Store.open(path)
    try:
        return [(one.key.symbol, one.key.interval, one.key.source, one.bars) for one in store.bars.series()]
    finally:
        store.close()


def test_a_file_is_stored_and_described(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN)
    result = imported(capsys, file, "--data-dir", tmp_path / "data")
    assert (result["symbol"], result["interval"]) == ("BTCUSDT", "1d")
    assert (result["rows_read"], result["rows_imported"], result["rows_dropped"]) == (5, 5, 0)
    assert result["first"] == {
        "timestamp": "2024-12-02T00:00:00Z", "open": 3.0, "high": 4.0, "low": 2.0, "close": 3.5, "volume": 200.0,
    }  # fmt: skip
    assert result["last"]["timestamp"] == "2024-12-06T00:00:00Z"
    assert (result["warnings"], result["format"]["time_format"], result["bars_stored"]) == ([], "iso", 5)
    assert stored(tmp_path / "data") == [("BTCUSDT", "1d", "csv", 5)]


def test_what_was_imported_is_served_to_everyone_with_a_passport(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN)
    imported(capsys, file, "--data-dir", tmp_path / "data")
    store = Store.open(tmp_path / "data" / STORE_NAME)
    try:
        bars = CacheSource(lambda: store, Wall()).history("BTCUSDT", Interval.DAY_1, 100)
        passport = store.passports.get("BTCUSDT", Interval.DAY_1, "csv")
    finally:
        store.close()
    assert bars.close.tolist() == [3.5, 4.5, 5.5, 6.5, 7.5]
    assert passport is not None
    assert (passport.origin, passport.zone, passport.bars) == ("BTCUSDT_1d.csv", "UTC", 5)


def test_a_dry_run_stores_nothing_and_makes_no_folder(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN)
    result = imported(capsys, file, "--dry-run", "--data-dir", tmp_path / "data")
    assert (result["rows_imported"], result["bars_stored"]) == (5, 0)
    assert not (tmp_path / "data").exists()


def test_a_second_file_adds_to_the_first(tmp_path: Path, capsys: Captured) -> None:
    for name, rows in (("one.csv", ROWS[:3]), ("two.csv", ROWS[2:])):
        text = "\n".join(["Date,Open,High,Low,Close,Volume", *rows])
        imported(capsys, written(tmp_path, name, text), "--symbol", "BTC/USDT", "--data-dir", tmp_path / "data")
    assert stored(tmp_path / "data") == [("BTCUSDT", "1d", "csv", 5)]


def test_a_symbol_that_can_not_be_told_is_asked_for_by_its_option(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "some nice prices.csv", PLAIN)
    assert "--symbol" in refused(capsys, file, "--data-dir", tmp_path / "data")
    assert stored(tmp_path / "data") == []
    assert imported(capsys, file, "--symbol", "AAPL", "--data-dir", tmp_path / "data")["symbol"] == "AAPL"


def test_an_interval_that_can_not_be_told_is_asked_for_by_its_option(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT.csv", "\n".join(PLAIN.split("\n")[:2]))
    assert "--interval" in refused(capsys, file, "--data-dir", tmp_path)
    assert imported(capsys, file, "--interval", "1d", "--data-dir", tmp_path)["rows_imported"] == 1


def test_an_interval_longer_than_the_bars_are_apart_is_refused(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN)
    assert "too close for 1w" in refused(capsys, file, "--interval", "1w", "--data-dir", tmp_path / "data")
    assert stored(tmp_path / "data") == []


def test_one_of_several_symbols_is_chosen_by_ticker_or_by_symbol(tmp_path: Path, capsys: Captured) -> None:
    rows = [f"{name},{row}" for row in ROWS for name in ("AAPL", "MSFT")]
    file = written(tmp_path, "market.csv", "\n".join(["Ticker,Date,Open,High,Low,Close,Volume", *rows]))
    assert "--ticker" in refused(capsys, file, "--data-dir", tmp_path / "data")
    for words in (["--ticker", "MSFT"], ["--symbol", "MSFT"]):
        result = imported(capsys, file, *words, "--data-dir", tmp_path / "data")
        assert (result["symbol"], result["rows_imported"], result["rows_dropped"]) == ("MSFT", 5, 0)
    assert "no TSLA" in refused(capsys, file, "--ticker", "TSLA", "--data-dir", tmp_path / "data")


def test_the_order_of_day_and_month_is_settled_by_a_time_format(tmp_path: Path, capsys: Captured) -> None:
    rows = [f"05/06/2024 0{hour}:00,3,4,2,3,1" for hour in range(4)]
    file = written(tmp_path, "BTCUSDT.csv", "\n".join(["Time,Open,High,Low,Close,Volume", *rows]))
    assert "--time-format" in refused(capsys, file, "--data-dir", tmp_path)
    for time_format, day in (("%d/%m/%Y %H:%M", "2024-06-05"), ("%m/%d/%Y %H:%M", "2024-05-06")):
        result = imported(capsys, file, "--time-format", time_format, "--dry-run")
        assert result["first"]["timestamp"] == f"{day}T00:00:00Z"


def test_a_column_that_stands_twice_is_settled_by_its_number(tmp_path: Path, capsys: Captured) -> None:
    rows = [f"2024-12-{day:02},3,9,2,4,5,1" for day in range(1, 6)]
    file = written(tmp_path, "BTCUSDT_1d.csv", "\n".join(["Date,Open,High,Low,Close,Close,Volume", *rows]))
    assert "duplicate columns for the close" in refused(capsys, file, "--dry-run")
    assert imported(capsys, file, "--column", "close=6", "--dry-run")["first"]["close"] == 5.0
    assert imported(capsys, file, "--column", "close=5", "--dry-run")["first"]["close"] == 4.0


@pytest.mark.parametrize("column", ["close", "close=", "close=0", "close=8", "kurs=1", "close=x", "close=-1"])
def test_a_column_that_is_none_is_wrong_usage(column: str, tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN)
    code, out, err = run(capsys, file, "--column", column, "--dry-run")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_zone_moves_times_that_have_none(tmp_path: Path, capsys: Captured) -> None:
    rows = [f"2024-07-01 0{hour}:00,3,4,2,3,1" for hour in range(4)]
    file = written(tmp_path, "SPY.csv", "\n".join(["Time,Open,High,Low,Close,Volume", *rows]))
    result = imported(capsys, file, "--zone", "America/New_York", "--dry-run")
    assert result["first"]["timestamp"] == "2024-07-01T04:00:00Z"
    assert "Mars/Olympus" in refused(capsys, file, "--zone", "Mars/Olympus")


def test_what_is_amiss_is_said_in_sentences(tmp_path: Path, capsys: Captured) -> None:
    rows = [*ROWS, ROWS[0], "2024-12-10,5,6,4,abc,1", "2024-12-11,5,4,6,5,1", "total,,,,,"]
    file = written(
        tmp_path, "BTCUSDT_1d.csv", "\n".join(["Date,Open,High,Low,Close,Volume", *rows, "2024-12-09,5,6,4,5,0"])
    )
    result = imported(capsys, file, "--dry-run")
    assert (result["rows_read"], result["rows_imported"], result["rows_dropped"]) == (10, 6, 4)
    assert (result["zero_volume"], result["duplicates"], result["gaps"], result["missing_bars"]) == (1, 1, 1, 2)
    assert result["warnings"] == [
        "1 row dropped: unreadable date (line 10).",
        "1 row dropped: price not a number (line 8).",
        "1 row dropped: high < low (line 9).",
        "1 row dropped: duplicate, identical to an earlier row (line 7).",
        "1 gap, 2 bars missing; the longest of 2 bars after 2024-12-06T00:00:00Z.",
    ]


def test_without_json_the_guess_the_report_and_the_outcome_are_lines(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN + "2024-12-07,x,1,1,1,1\n")
    code, out, err = run(capsys, file, "--data-dir", tmp_path / "data")
    assert (code, err) == (0, "")
    assert "BTCUSDT_1d.csv: BTCUSDT 1d" in out
    assert "6 read, 5 imported, 1 dropped" in out
    assert "Note: 1 row dropped: price not a number (line 7)." in out
    assert out.endswith("5 bars stored.\n")


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.csv", "", "file is empty"),
        ("b.csv", "Date,Open,High,Low,Close\n", "no rows"),
        ("c.csv", "<html>no</html>", "web page"),
        ("d.csv", PLAIN.replace("Close", "Open Interest"), "no column for close"),
    ],
)
def test_what_is_no_file_of_bars_is_one_sentence(
    name: str, text: str, what: str, tmp_path: Path, capsys: Captured
) -> None:
    assert what in refused(capsys, written(tmp_path, name, text), "--data-dir", tmp_path / "data")
    assert stored(tmp_path / "data") == []


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    assert "There is no file" in refused(capsys, tmp_path / "nowhere.csv")
    assert "is a folder" in refused(capsys, tmp_path)


def test_a_symbol_that_can_not_name_bars_is_refused(tmp_path: Path, capsys: Captured) -> None:
    file = written(tmp_path, "BTCUSDT_1d.csv", PLAIN)
    assert "can't be a symbol" in refused(capsys, file, "--symbol", "..\\evil", "--data-dir", tmp_path / "data")
    assert stored(tmp_path / "data") == []


def test_prices_that_differ_from_those_stored_are_told_and_replaced(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "data"
    first = imported(capsys, written(tmp_path, "ABC_1d.csv", PLAIN), "--data-dir", folder)
    again = imported(capsys, tmp_path / "ABC_1d.csv", "--data-dir", folder)
    assert first["warnings"] == again["warnings"]
    written(tmp_path, "ABC_1d.csv", PLAIN.replace("2024-12-04,5,6,4,5.5", "2024-12-04,5,6,4,5.75"))
    told = imported(capsys, tmp_path / "ABC_1d.csv", "--data-dir", folder)["warnings"]
    assert len(told) == len(first["warnings"]) + 1
    assert "ABC" in told[-1] and "2024-12-04" in told[-1]
    with_words = run(capsys, written(tmp_path, "ABC_1d.csv", PLAIN), "--data-dir", folder)
    assert "Note: " in with_words[1] and "ABC" in with_words[1]


def of_days(clocks: list[str], name: str = "time") -> str:
    rows = [f"2024-07-{day:02} {clock},10,11,9,10,5" for day in (8, 9, 10) for clock in clocks]
    return "\n".join([f"{name},open,high,low,close,volume", *rows])


def half_hours(first: int, last: int) -> list[str]:
    """The clocks from minute `first` of a day to minute `last`."""
    return [f"{minute // 60:02}:{minute % 60:02}" for minute in range(first, last + 1, 30)]


SESSION = half_hours(570, 930)


def test_local_times_of_new_york_are_read_so_and_can_be_read_otherwise(tmp_path: Path, capsys: Captured) -> None:
    path = written(tmp_path, "IBM_30m.csv", of_days(SESSION))
    guessed = imported(capsys, path, "--dry-run")
    assert (guessed["first"]["timestamp"], guessed["format"]["zone"]) == ("2024-07-08T13:30:00Z", "America/New_York")
    assert guessed["warnings"] == [
        "The times name no zone and fit New York's session, 09:30 to 16:00; they are read as America/New_York: choose"
        " another zone if they are not from there (for a command --zone)."
    ]
    otherwise = imported(capsys, path, "--dry-run", "--zone", "UTC")
    assert otherwise["first"]["timestamp"] == "2024-07-08T09:30:00Z"
    assert "choose America/New_York" in otherwise["warnings"][-1]


def test_a_zone_told_by_the_first_days_is_said_though_later_days_do_not_keep_it(
    tmp_path: Path, capsys: Captured
) -> None:
    days = np.arange(np.datetime64("2014-07-01"), np.datetime64("2024-07-01"))  # more than is looked at for a guess
    days = days[np.is_busday(days)]
    late = [f"{days[-1]} 18:00,10,11,9,10,5"]
    rows = [f"{day} {clock},10,11,9,10,5" for day in days for clock in SESSION]
    text = "\n".join(["time,open,high,low,close,volume", *rows, *late])
    result = imported(capsys, written(tmp_path, "IBM_30m.csv", text), "--dry-run")
    assert result["format"]["zone"] == "America/New_York"
    assert any("begin by fitting New York's session" in warning for warning in result["warnings"])


@pytest.mark.parametrize(
    ("name", "clocks"),
    [
        ("IBM_30m.csv", half_hours(810, 1170)),  # New York's session in UTC
        ("7203.T_30m.csv", SESSION),
        ("BTCUSDT_30m.csv", SESSION),
        ("600000_30m.csv", [*half_hours(570, 660), *half_hours(780, 870)]),  # Shanghai's, with its rest at noon
        ("IBM_30m.csv", [*SESSION, "16:30", "17:00"]),
    ],
)
def test_other_times_without_a_zone_are_read_as_utc_and_that_is_said(
    name: str, clocks: list[str], tmp_path: Path, capsys: Captured
) -> None:
    result = imported(capsys, written(tmp_path, name, of_days(clocks)), "--symbol", name.partition("_")[0], "--dry-run")
    assert result["format"]["zone"] == "UTC"
    assert any(
        "no zone; they are read as UTC: choose another zone if they" in warning for warning in result["warnings"]
    )


@pytest.mark.parametrize("name", ["time_utc", "Gmt time", "time (UTC)"])
def test_a_zone_in_the_name_of_the_column_is_believed(name: str, tmp_path: Path, capsys: Captured) -> None:
    result = imported(capsys, written(tmp_path, "IBM_30m.csv", of_days(SESSION, name)), "--dry-run")
    assert result["first"]["timestamp"] == "2024-07-08T09:30:00Z"
    assert not any("zone" in warning for warning in result["warnings"])


def test_days_without_a_zone_are_not_spoken_of(tmp_path: Path, capsys: Captured) -> None:
    assert imported(capsys, written(tmp_path, "IBM_1d.csv", PLAIN), "--dry-run")["format"]["zone"] == "UTC"


def test_a_symbol_in_small_letters_is_the_same_symbol(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "data"
    path = written(tmp_path, "ABC_1d.csv", PLAIN)
    assert imported(capsys, path, "--symbol", "btcusdt", "--data-dir", folder)["symbol"] == "BTCUSDT"
    imported(capsys, path, "--symbol", "BTCUSDT", "--data-dir", folder)
    assert [one[0] for one in stored(folder)] == ["BTCUSDT"]


def weekdays(folder: Path) -> Path:
    """A fortnight of days without the weekend."""
    days = [day for day in range(2, 14) if day not in (7, 8)]
    rows = [f"2024-12-{day:02},{day + 1},{day + 2},{day},{day + 1.5},100" for day in days]
    return written(folder, "ABCUSDT_1d.csv", "\n".join(["Date,Open,High,Low,Close,Volume", *rows]) + "\n")


@pytest.mark.parametrize(("words", "kind", "missing"), [((), "crypto", 2), (("--kind", "stock"), "stock", 0)])
def test_the_kind_decides_what_is_a_gap_and_is_kept(
    tmp_path: Path, capsys: Captured, words: tuple[str, ...], kind: str, missing: int
) -> None:
    result = imported(capsys, weekdays(tmp_path), *words, "--data-dir", tmp_path / "data")
    assert result["missing_bars"] == missing
    store = Store.open(tmp_path / "data" / STORE_NAME)
    try:
        passport = store.passports.get("ABCUSDT", Interval.DAY_1, "csv")
        assert passport is not None
        assert passport.missing_bars == missing
        assert store.kinds.of("ABCUSDT") == store.symbols.kind_of("ABCUSDT") == kind
    finally:
        store.close()


def test_a_dry_run_keeps_no_kind(tmp_path: Path, capsys: Captured) -> None:
    words = ("--kind", "stock", "--dry-run", "--data-dir", tmp_path / "data")
    assert imported(capsys, weekdays(tmp_path), *words)["missing_bars"] == 0
    assert stored(tmp_path / "data") == []


def test_a_kind_that_is_none_is_refused(tmp_path: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["import", str(weekdays(tmp_path)), "--kind", "bond", "--data-dir", str(tmp_path)])
    told = capsys.readouterr().err
    assert "--kind" in told and "crypto" in told and "stock" in told
