"""Opening, regarding, previewing and reading: what hangs on what, and what others may rely on."""

import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.errors import DataError, ValueRefusedError
from photon_desktop.market.importer.reading import OpenedFile, Question, open_file, preview, read_bars, regarded
from photon_desktop.market.importer.refusals import ChoiceNeededError, ImportCancelledError
from photon_desktop.market.importer.watch import Watch
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_iso
from tests.market.importer.layouts import expected, lines, rows

H, D = Interval.HOUR_1, Interval.DAY_1


def written(folder: Path, text: str | bytes, name: str = "some prices of mine.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def opened(folder: Path, text: str | bytes, name: str = "some prices of mine.csv") -> OpenedFile:
    return open_file(written(folder, text, name))


def abouts(questions: tuple[Question, ...]) -> set[str]:
    return {question.about for question in questions}


def plain_text(count: int = 30) -> str:
    text = lines("time,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%dT%H:%M:%SZ},{r.commas}", H)
    return "".join(text.splitlines(keepends=True)[: count + 1])


def long_text(count: int) -> str:
    stamps = np.datetime_as_string(np.datetime64("2020-01-01T00:00") + np.arange(count) * np.timedelta64(1, "m"))
    prices = (
        f"{100 + number % 7},{110 + number % 7},{90 + number % 7},{101 + number % 7},5" for number in range(count)
    )
    return "time,open,high,low,close,volume\n" + "".join(
        f"{at},{row}\n" for at, row in zip(stamps, prices, strict=True)
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(*[st.floats(1e-9, 1e12)] * 4, st.floats(0, 1e15)), min_size=4, max_size=40),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M", "%b %d %Y %H:%M", "%Y%m%d%H%M%S"]),
    st.randoms(use_true_random=False),
)
def test_any_bars_come_back_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory,
    values: list[tuple[float, ...]],
    delimiter: str,
    time_format: str,
    chance: random.Random,
) -> None:
    times = np.datetime64("2024-01-30T00:00", "ns") + np.arange(len(values)) * np.timedelta64(3_600, "s")
    prices = np.sort(np.array([row[:4] for row in values]), axis=1)
    bars = Bars.of(times.view(np.int64), prices[:, 1], prices[:, 3], prices[:, 0], prices[:, 2], [v[4] for v in values])
    stamps = [moment.strftime(time_format) for moment in times.astype("M8[s]").tolist()]
    table = [[stamp, *map(repr, row)] for stamp, row in zip(stamps, zip(*_columns(bars), strict=True), strict=True)]
    order = ["Date", "Open", "High", "Low", "Close", "Volume"]
    places = chance.sample(range(6), 6)
    text = "\n".join(delimiter.join(row[place] for place in places) for row in [order, *table])
    file = opened(tmp_path_factory.mktemp("bars"), text)
    assert read_bars(file, file.format).bars == bars


def _columns(bars: Bars) -> list[list[float]]:
    return [column.tolist() for column in (bars.open, bars.high, bars.low, bars.close, bars.volume)]


def test_a_wrong_guess_of_the_delimiter_can_be_changed_and_changed_back(tmp_path: Path) -> None:
    file = opened(tmp_path, plain_text())
    other = replace(file.format, delimiter=";")
    with pytest.raises(DataError, match=r"no rows|OHLCV"):
        regarded(file, other)
    text = lines("time;open;high;low;close;volume;note", lambda r: f"{r.unix};{r.semicolons};a,b,c,d", H)
    file = opened(tmp_path, text)
    again = regarded(file, replace(file.format, delimiter=";"))
    assert read_bars(again, again.format).bars == expected(H)


def test_another_encoding_brings_the_names_in_it(tmp_path: Path) -> None:
    text = lines("Дата;Открытие;Максимум;Минимум;Закрытие;Объём", lambda r: f"{r.at:%Y-%m-%d};{r.semicolons}", D)
    file = opened(tmp_path, text.encode("cp1251"))
    assert (file.format.encoding, file.format.header[0]) == ("cp1251", "Дата")
    western = regarded(file, replace(file.format, encoding="cp1252"))
    assert western.format.header[0] == "Äàòà"
    assert regarded(western, replace(western.format, encoding="cp1251")).format == file.format


def test_what_was_set_stays_set_when_the_file_is_guessed_anew(tmp_path: Path) -> None:
    text = lines("time,open,high,low,close,volume", lambda r: f"{r.at:%Y-%m-%d %H:%M},{r.commas}", H)
    file = opened(tmp_path, text.encode("utf-16"))
    once = regarded(file, replace(file.format, symbol="SPY", zone="America/New_York"))
    again = regarded(once, replace(once.format, encoding="utf-16-le", symbol="QQQ"))
    assert (again.format.symbol, again.questions) == ("QQQ", ())


def test_a_question_is_gone_once_the_format_answers_it(tmp_path: Path) -> None:
    text = "\n".join(["Time,Open,High,Low,Close,Volume", *(f"05/06/2024 0{h}:00,3,4,2,3,1" for h in range(4))])
    file = opened(tmp_path, text)
    assert abouts(file.questions) == {"date order", "symbol"}
    order = next(question for question in file.questions if question.about == "date order")
    assert order.choices == (file.format.time_format, "%m/%d/%Y %H:%M")
    named = regarded(file, replace(file.format, symbol="SPY"))
    assert abouts(named.questions) == {"date order"}
    settled = regarded(named, replace(named.format, time_format="%m/%d/%Y %H:%M"))
    assert settled.questions == ()
    assert to_iso(int(read_bars(settled, settled.format).bars.times[0])) == "2024-05-06T00:00:00Z"


def test_another_reading_of_the_times_brings_another_interval(tmp_path: Path) -> None:
    text = "\n".join(["Date,Open,High,Low,Close,Volume", *(f"{day:02}/01/2024,3,4,2,3,1" for day in range(1, 11))])
    file = opened(tmp_path, text)
    assert (file.format.time_format, file.format.interval) == ("%d/%m/%Y", D)
    assert regarded(file, replace(file.format, time_format="%m/%d/%Y")).format.interval is None
    kept = replace(file.format, time_format="%m/%d/%Y", interval=Interval.WEEK_1)
    assert regarded(file, kept).format.interval is Interval.WEEK_1


def test_a_header_can_be_taken_for_data_and_back(tmp_path: Path) -> None:
    file = opened(tmp_path, plain_text())
    without = regarded(file, replace(file.format, header=(), skipped_lines=0))
    assert without.rows[0] == file.format.header
    assert read_bars(without, without.format).report.dropped[0].reason == "header line inside the data"
    names = tuple(f"column {number}" for number in range(6))
    again = regarded(without, replace(without.format, header=names, skipped_lines=1))
    assert (again.format.header, again.rows) == (file.format.header, file.rows)


def test_rows_shown_are_texts_of_the_files_width(tmp_path: Path) -> None:
    text = plain_text() + "x,<b>y</b>,=1+1\n" + ",".join("1" * 9) + "\n"
    file = opened(tmp_path, text.replace("time,", "time,", 1))
    assert {len(row) for row in file.rows} == {6}
    assert file.rows[30] == ("x", "<b>y</b>", "=1+1", "", "", "")


def test_the_preview_reads_only_the_head_and_quickly(tmp_path: Path) -> None:
    file = opened(tmp_path, long_text(60_000))
    preview(file, file.format)
    begun = time.perf_counter()
    reading = preview(file, file.format)
    regarded(file, replace(file.format, symbol="BTCUSDT"))
    assert time.perf_counter() - begun < 0.2
    assert 1_000 < len(reading.bars) < 3_000
    assert reading.bars == read_bars(file, file.format).bars.part(0, len(reading.bars))


def test_progress_rises_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    path = written(tmp_path, long_text(150_000))
    file = open_file(path, Watch(lambda *step: told.append(step)))
    read_bars(file, file.format, Watch(lambda *step: told.append(step)))
    assert {what for what, _, _ in told} >= {"reading", "parsing", "checking"}
    parsing = [done / total for what, done, total in told if what == "parsing"]
    assert parsing == sorted(parsing)
    assert (len(parsing) > 2, parsing[-1]) == (True, 1.0)


def test_an_import_can_be_cancelled_at_any_step(tmp_path: Path) -> None:
    path = written(tmp_path, long_text(150_000))

    def times_asked(steps: int) -> int:
        """How often an import asks that is cancelled after so many steps."""
        asked = iter(range(10_000))
        watch = Watch(cancelled=lambda: next(asked) >= steps)
        try:
            read_bars(open_file(path, watch), open_file(path).format, watch)
        except ImportCancelledError as error:
            assert "nothing was stored" in str(error)
        return next(asked)

    whole = times_asked(10_000)
    assert whole > 4
    assert [times_asked(steps) for steps in range(whole)] == list(range(1, whole + 1))


def test_tickers_that_the_sample_does_not_show_are_asked_for_when_they_come(tmp_path: Path) -> None:
    body = [f"AAA,{line}" for line in long_text(20_000).splitlines()[1:]]
    body[12_345] = body[12_345].replace("AAA", "BBB")
    file = opened(tmp_path, "\n".join(["symbol,time,open,high,low,close,volume", *body]))
    assert file.questions == ()
    with pytest.raises(ChoiceNeededError) as asked:
        read_bars(file, file.format)
    assert (asked.value.about, asked.value.choices) == ("ticker", ("AAA", "BBB"))
    reading = read_bars(file, replace(file.format, ticker="AAA"))
    assert len(reading.bars) == 19_999
    assert [warning.partition(";")[0] for warning in reading.report.warnings] == [
        "The times name no zone",
        "1 row of other symbols than AAA left out.",
    ]


def test_odd_quotes_lose_their_line_and_no_other(tmp_path: Path) -> None:
    body = [f'{row.unix},{row.commas},"a ""quoted"" note, with a comma"' for row in rows(H)]
    body[3] = f'{rows(H)[3].unix},{rows(H)[3].commas},x"a,b"y'
    file = opened(tmp_path, "\n".join(["time,open,high,low,close,volume,note", *body]))
    report = read_bars(file, file.format).report
    assert report.rows_read == 30
    assert report.rows_imported >= 29
    assert all(one.lines == (5,) for one in report.dropped)


@pytest.mark.parametrize("template", ["%Q", "%d.%m", "%Y %Y %m %d", "", "hello", "%H:%M", "%Y-%m-%d %"])
def test_a_time_format_that_is_none_is_refused(template: str, tmp_path: Path) -> None:
    file = opened(tmp_path, plain_text())
    with pytest.raises(DataError):
        read_bars(file, replace(file.format, time_format=template))


def test_a_zone_that_is_none_is_refused(tmp_path: Path) -> None:
    file = opened(tmp_path, plain_text().replace("Z,", ","))
    with pytest.raises(ValueRefusedError, match="is not known"):
        read_bars(file, replace(file.format, zone="Atlantis"))


def test_prices_can_be_divided(tmp_path: Path) -> None:
    file = opened(tmp_path, plain_text())
    divided = read_bars(file, replace(file.format, price_divisor=100)).bars
    assert divided.close.tolist() == [price / 100 for price in expected(H).close.tolist()]


def test_a_file_larger_than_a_piece_is_read_like_a_small_one(tmp_path: Path) -> None:
    file = opened(tmp_path, long_text(120_000))
    bars = read_bars(file, file.format).bars
    assert (len(bars), set(np.diff(bars.times).tolist())) == (120_000, {60_000_000_000})
    assert bars.close.tolist() == [101.0 + number % 7 for number in range(120_000)]


def test_a_column_may_lie_within_another_piece_in_another_style(tmp_path: Path) -> None:
    """One cell that is no plain number makes its piece be read as text, with the same values."""
    text = long_text(120_000).split("\n")
    text[70_000] = text[70_000].replace(",5", ',"5.5K"')
    file = opened(tmp_path, "\n".join(text))
    reading = read_bars(file, file.format)
    assert reading.bars.volume[69_999] == 5_500.0
    assert reading.report.rows_dropped == 0
