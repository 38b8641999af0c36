from pathlib import Path

import pytest

from photon_desktop.errors import DataError, NoBarsError, ValueRefusedError
from photon_desktop.market.csv_files import read_bars, write_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.film_times import DEMO_EPOCH, FILM_START
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.download import Span, download, newest_close, span_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
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


def fetched(source: CountedSource, folder: Path, span: Span = SPAN) -> tuple[Path, Bars]:
    return download(source, SYMBOL, HOUR, span, folder, lambda done, total: None)


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
