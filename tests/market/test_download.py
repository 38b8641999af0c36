from pathlib import Path

import numpy as np
import pytest

from photon_desktop.errors import DataError, NoBarsError, ValueRefusedError
from photon_desktop.market.calendars import sessions_of
from photon_desktop.market.csv_files import append_bars, read_bars, write_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DEMO_EPOCH, FILM_START
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.download import Progress, Span, download, due_bars, newest_close, span_of
from photon_desktop.market.part_files import part_file, parts_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso, to_iso

HOUR = Interval.HOUR_1
SYMBOL = "DEMO-BTC"
SPAN = Span(DEMO_EPOCH - 3_500 * HOUR.nanoseconds, DEMO_EPOCH)


class CountedSource:
    """The simulated market, that counts what it is asked and breaks off when told to."""

    name = "demo"

    def __init__(self, breaks_at: int = 0) -> None:
        self._source = DemoSource(DemoWorld(), Checkpoint.opening())
        self._breaks_at = breaks_at
        self.asked = 0

    def instrument(self, symbol: str) -> Instrument:
        return self._source.instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        self.asked += 1
        if self.asked == self._breaks_at:
            raise DataError("The line went dead.")
        return self._source.history(symbol, interval, count, end_ns)


class StockSource:
    """Bars of a stock at `times`, each session's hours by default."""

    name = "yahoo"

    def __init__(self, times: tuple[int, ...] = ()) -> None:
        sessions = sessions_of("XNYS", from_iso("2023-11-01"), from_iso("2025-02-01"))
        self.times = times or tuple(
            time
            for opened, closed in zip(sessions.opens.tolist(), sessions.closes.tolist(), strict=True)
            for time in range(opened, closed, HOUR.nanoseconds)
            if from_iso("2023-11-01") < opened < from_iso("2025-02-01")
        )
        self.asked = 0

    def instrument(self, symbol: str) -> Instrument:
        return assumed_instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        self.asked += 1
        found = [time for time in self.times if end_ns is None or time < end_ns][-count:]
        prices = np.full(len(found), 190.25)
        return Bars.of(found, prices, prices, prices, prices, prices)


def fetched(source: CountedSource, folder: Path, span: Span = SPAN) -> tuple[Path, Bars]:
    return download(source, SYMBOL, HOUR, span, folder, lambda progress: None)


def test_the_file_holds_every_bar_of_the_span_once(tmp_path: Path) -> None:
    path, bars = fetched(CountedSource(), tmp_path)
    assert path == tmp_path / "DEMO-BTC_1h.csv"
    assert read_bars(path) == bars
    assert bars.times.tolist() == list(range(SPAN.start_ns, SPAN.end_ns, HOUR.nanoseconds))
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_download_goes_on_where_it_stopped(tmp_path: Path) -> None:
    whole, _ = fetched(CountedSource(), tmp_path)
    expected = whole.read_bytes()
    whole.unlink()
    with pytest.raises(DataError, match="went dead"):
        fetched(CountedSource(breaks_at=3), tmp_path)
    assert not whole.exists()
    again = CountedSource()
    fetched(again, tmp_path)
    assert again.asked == 2
    assert whole.read_bytes() == expected
    assert list(tmp_path.iterdir()) == [whole]


def test_a_download_whose_period_has_moved_on_goes_on_from_what_is_left(tmp_path: Path) -> None:
    later = Span(SPAN.start_ns + 7 * HOUR.nanoseconds, SPAN.end_ns)
    whole, _ = fetched(CountedSource(), tmp_path, later)
    expected = whole.read_bytes()
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=3), tmp_path)
    again = CountedSource()
    fetched(again, tmp_path, later)
    assert again.asked == 2
    assert whole.read_bytes() == expected
    assert list(tmp_path.iterdir()) == [whole]


def test_what_is_left_from_before_a_change_of_prices_is_fetched_again(tmp_path: Path) -> None:
    whole, _ = fetched(CountedSource(), tmp_path)
    expected = whole.read_bytes()
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=3), tmp_path)
    part = part_file(tmp_path, SYMBOL, HOUR, SPAN.start_ns)
    kept = part.read()
    part.path.unlink()
    append_bars(part.path, Bars.of(kept.times, *(2.0 * column for column in kept.columns()[1:])))
    fetched(CountedSource(), tmp_path)
    assert whole.read_bytes() == expected


def test_the_parts_of_shorter_periods_go_with_the_one_that_is_done(tmp_path: Path) -> None:
    for hours in (100, 2_000):
        with pytest.raises(DataError):
            fetched(CountedSource(breaks_at=2), tmp_path, Span(SPAN.start_ns + hours * HOUR.nanoseconds, SPAN.end_ns))
    longer = Span(SPAN.start_ns - 90 * HOUR.nanoseconds, SPAN.end_ns)
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=2), tmp_path, longer)
    path, _ = fetched(CountedSource(), tmp_path, Span(SPAN.end_ns - 2 * HOUR.nanoseconds, SPAN.end_ns))
    assert len(parts_of(tmp_path, SYMBOL, HOUR)) == 3
    fetched(CountedSource(), tmp_path, longer)
    assert list(tmp_path.iterdir()) == [path]


def test_progress_tells_pages_and_bars_and_what_was_there_before(tmp_path: Path) -> None:
    told: list[Progress] = []
    with pytest.raises(DataError):
        download(CountedSource(breaks_at=3), SYMBOL, HOUR, SPAN, tmp_path, told.append)
    assert told[-1] == Progress(2, 4, 2_000, 0, 3_500)
    download(CountedSource(), SYMBOL, HOUR, SPAN, tmp_path, told.append)
    assert told[3:] == [
        Progress(0, 2, 2_000, 2_000, 3_501),
        Progress(1, 2, 2_999, 2_000, 3_501),
        Progress(2, 2, 3_500, 2_000, 3_501),
    ]


@pytest.mark.slow
def test_where_the_bars_begin_is_found_by_halves(tmp_path: Path) -> None:
    source, told = CountedSource(), list[Progress]()
    since_1970 = span_of("max", FILM_START + 2_500 * HOUR.nanoseconds)
    _, bars = download(source, SYMBOL, HOUR, since_1970, tmp_path, told.append)
    assert (len(bars), int(bars.times[0])) == (2_500, FILM_START)
    assert source.asked <= 1 + 9 + 4
    assert told[-1].bars <= told[-1].due_bars <= 3_500


def test_the_pages_of_a_stock_are_as_long_as_its_hours_allow(tmp_path: Path) -> None:
    source = StockSource()
    span = Span(from_iso("2024-01-01"), from_iso("2024-12-31"))
    _, bars = download(source, "AAPL", HOUR, span, tmp_path, lambda progress: None)
    assert bars.times.tolist() == [time for time in source.times if span.start_ns <= time < span.end_ns]
    assert source.asked <= 4
    due = due_bars("AAPL", HOUR, span)
    assert abs(due - len(bars)) < 0.02 * len(bars)


def test_no_bar_is_lost_where_there_are_more_than_expected(tmp_path: Path) -> None:
    source = StockSource(tuple(range(from_iso("2024-01-01"), from_iso("2024-12-31"), HOUR.nanoseconds)))
    span = Span(source.times[10], source.times[-10])
    _, bars = download(source, "AAPL", HOUR, span, tmp_path, lambda progress: None)
    assert bars.times.tolist() == list(source.times[10:-10])


def test_a_failed_download_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    bars = DemoSource(DemoWorld(), Checkpoint.opening()).history(SYMBOL, HOUR, 10)
    write_bars(tmp_path / "DEMO-BTC_1h.csv", bars)
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=2), tmp_path)
    assert read_bars(tmp_path / "DEMO-BTC_1h.csv") == bars


def test_what_is_left_of_another_span_is_not_taken_for_this_one(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=3), tmp_path)
    later = Span(SPAN.start_ns + 100 * HOUR.nanoseconds, SPAN.end_ns)
    _, bars = fetched(CountedSource(), tmp_path, later)
    assert int(bars.times[0]) == later.start_ns


def test_a_damaged_leftover_is_fetched_again(tmp_path: Path) -> None:
    (tmp_path / f".DEMO-BTC_1h.{SPAN.start_ns}.partial").write_text("timestamp,open\nbroken")
    _, bars = fetched(CountedSource(), tmp_path)
    assert len(bars) == 3_500


@pytest.mark.parametrize("cut", [1, 40, 75])
def test_a_leftover_cut_off_in_a_line_goes_on_from_the_line_before(tmp_path: Path, cut: int) -> None:
    whole, _ = fetched(CountedSource(), tmp_path)
    expected = whole.read_bytes()
    whole.unlink()
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=3), tmp_path)
    (left,) = tmp_path.iterdir()
    left.write_bytes(left.read_bytes()[:-cut])
    fetched(CountedSource(), tmp_path)
    assert whole.read_bytes() == expected


def test_what_is_left_of_a_longer_span_is_cut_to_this_one(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        fetched(CountedSource(breaks_at=3), tmp_path)
    shorter = Span(SPAN.start_ns, SPAN.start_ns + 100 * HOUR.nanoseconds)
    path, bars = fetched(CountedSource(), tmp_path, shorter)
    assert (len(bars), read_bars(path)) == (100, bars)


def test_bars_from_before_the_sources_own_are_left_out(tmp_path: Path) -> None:
    early = Span(FILM_START - 1_500 * HOUR.nanoseconds, FILM_START + 50 * HOUR.nanoseconds)
    _, bars = fetched(CountedSource(), tmp_path, early)
    assert (len(bars), int(bars.times[0])) == (50, FILM_START)
    with pytest.raises(NoBarsError, match="longer one"):
        fetched(CountedSource(), tmp_path, Span(early.start_ns, early.start_ns + 24 * HOUR.nanoseconds))


def test_the_newest_close_is_the_end_of_the_last_bar() -> None:
    assert newest_close(CountedSource(), SYMBOL, HOUR) == DEMO_EPOCH


@pytest.mark.parametrize(
    ("period", "end", "start"),
    [
        ("5d", "2024-03-31", "2024-03-26"),
        ("1mo", "2024-03-31", "2024-02-29"),
        ("1mo", "2023-03-31", "2023-02-28"),
        ("1y", "2024-02-29", "2023-02-28"),
        ("6mo", "2024-03-15", "2023-09-15"),
    ],
)
def test_periods_go_back_by_the_calendar(period: str, end: str, start: str) -> None:
    assert to_iso(span_of(period, from_iso(end)).start_ns) == f"{start}T00:00:00Z"


def test_an_unknown_period_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ValueRefusedError, match="1mo"):
        span_of("1month", DEMO_EPOCH)
