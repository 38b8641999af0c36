"""Loading a symbol for watching."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from photon_desktop.errors import DataError, UnknownSymbolError
from photon_desktop.market.real.loading import MOST_BEHIND, OVERLAP_BARS, Request, SeriesLoader
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.market.source import BarSource
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument, kind_of
from photon_desktop.trading.interval import Interval
from tests.market.real.venues import BEGIN, MINUTE, MemoryVenue, bars_until

WANTED = 1_000
NOW = BEGIN + 90 * 1_000_000_000


@dataclass
class MemorySource:
    """Has `bars` of every symbol, and counts what it is asked."""

    name: str = "venue"
    bars: Bars = field(default_factory=lambda: bars_until(BEGIN, 3_000))
    error: Exception | None = None
    asked: list[int] = field(default_factory=list)
    is_closed: bool = False

    def instrument(self, symbol: str) -> Instrument:
        return assumed_instrument(symbol)

    def history(self, _symbol: str, _interval: Interval, count: int, _end_ns: int | None = None) -> Bars:
        self.asked.append(count)
        if self.error is not None:
            raise self.error
        return self.bars.tail(count)

    def close(self) -> None:
        self.is_closed = True


class Venue(MemoryVenue):
    def __init__(self, source: MemorySource) -> None:
        super().__init__()
        self.source = source
        self.opened = 0

    def open_source(self) -> HeldSource:
        self.opened += 1
        return self.source


@dataclass
class MemoryArchive:
    kept: dict[tuple[str, str], Bars] = field(default_factory=dict)
    news: str = ""
    threads_closed: int = 0

    def span(self, symbol: str, _interval: Interval, source: str) -> tuple[int, int, int] | None:
        bars = self.kept.get((symbol, source))
        return None if bars is None else (int(bars.times[0]), int(bars.times[-1]), len(bars))

    def newest(self, symbol: str, _interval: Interval, source: str, count: int) -> Bars:
        return self.kept[symbol, source].tail(count)

    def keep(self, symbol: str, _interval: Interval, source: str, bars: Bars) -> str:
        before = self.kept.get((symbol, source), Bars.empty())
        self.kept[symbol, source] = before.between(None, int(bars.times[0])).followed_by(bars)
        return self.news

    def close_thread(self) -> None:
        self.threads_closed += 1


class Clock:
    def now_ns(self) -> int:
        return NOW


@pytest.fixture
def source() -> MemorySource:
    return MemorySource()


@pytest.fixture
def archive() -> MemoryArchive:
    return MemoryArchive()


def loader_of(source: MemorySource, archive: MemoryArchive, *others: BarSource) -> tuple[SeriesLoader, Venue]:
    venue = Venue(source)
    learned: list[Instrument] = []
    request = Request(MINUTE, kind_of, learned.append, WANTED)
    return SeriesLoader({InstrumentKind.CRYPTO: venue}, others, archive, request, Clock()), venue


def test_a_new_symbol_is_fetched_whole_and_followed(source: MemorySource, archive: MemoryArchive) -> None:
    loader, venue = loader_of(source, archive)
    loaded = loader.load("BTCUSDT")
    assert (loaded.venue, loaded.problem, loaded.news, source.asked) == (venue, "", "", [WANTED])
    assert loaded.series is not None
    assert loaded.series.bars == source.bars.tail(WANTED)
    assert loaded.next_open == BEGIN + MINUTE.nanoseconds
    assert archive.threads_closed == 1


def test_what_is_kept_is_only_brought_up_to_now(source: MemorySource, archive: MemoryArchive) -> None:
    archive.kept["BTCUSDT", "venue"] = source.bars.part(0, 2_990)  # ten bars behind
    loaded = loader_of(source, archive)[0].load("BTCUSDT")
    assert source.asked == [OVERLAP_BARS + 11]  # and the one that is being made
    assert loaded.series is not None
    assert loaded.series.bars == source.bars.tail(WANTED)


def test_what_is_kept_from_long_ago_is_fetched_anew(source: MemorySource, archive: MemoryArchive) -> None:
    archive.kept["BTCUSDT", "venue"] = bars_until(BEGIN - (MOST_BEHIND + 1) * MINUTE.nanoseconds, WANTED)
    loader_of(source, archive)[0].load("BTCUSDT")
    assert source.asked == [WANTED]


def test_a_history_that_changed_is_fetched_whole_and_told(source: MemorySource, archive: MemoryArchive) -> None:
    archive.kept["BTCUSDT", "venue"] = source.bars.part(0, 2_990)
    archive.news = "The venue now gives 3 bars of BTCUSDT differently."
    loaded = loader_of(source, archive)[0].load("BTCUSDT")
    assert source.asked == [OVERLAP_BARS + 11, WANTED]
    assert loaded.news == archive.news


def test_bars_of_other_sources_are_shown_while_the_venue_is_away_and_not_followed(
    source: MemorySource, archive: MemoryArchive
) -> None:
    source.error = DataError("The venue does not answer; it will be asked again.")
    file = MemorySource("csv", bars_until(BEGIN - 9 * MINUTE.nanoseconds, 50))
    loaded = loader_of(source, archive, file)[0].load("BTCUSDT")
    assert (loaded.venue, loaded.is_final, loaded.problem) == (None, False, str(source.error))
    assert loaded.series is not None
    assert (loaded.series.source, len(loaded.series.bars)) == ("csv", 50)
    assert loaded.series.fallbacks == (str(source.error),)


def test_a_symbol_nobody_has_is_not_asked_for_again(source: MemorySource, archive: MemoryArchive) -> None:
    source.error = UnknownSymbolError("The venue does not list NOUSDT.")
    loaded = loader_of(source, archive)[0].load("NOUSDT")
    assert (loaded.series, loaded.is_final, loaded.problem) == (None, True, "The venue does not list NOUSDT.")


@pytest.mark.parametrize("symbol", ["AAPL", "DEMO-BTC"])
def test_a_kind_that_nobody_follows_says_so(source: MemorySource, archive: MemoryArchive, symbol: str) -> None:
    loaded = loader_of(source, archive)[0].load(symbol)
    assert loaded.is_final
    assert symbol in loaded.problem
    assert source.asked == []


def test_one_connection_serves_all_symbols_and_ends_with_the_loader(
    source: MemorySource, archive: MemoryArchive
) -> None:
    loader, venue = loader_of(source, archive)
    symbols: Sequence[str] = ("BTCUSDT", "ETHUSDT")
    for symbol in symbols:
        loader.load(symbol)
    assert venue.opened == 1
    loader.close()
    assert source.is_closed
