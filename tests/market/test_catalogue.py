"""Which source serves a symbol, and what is said when none can."""

from pathlib import Path

import pytest

from photon_desktop.errors import DataError, StoreError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.catalogue import choose
from photon_desktop.market.csv_files import CsvSource, write_bars
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.listings import demo_instrument
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.source import BarSource
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, assumed_instrument
from photon_desktop.trading.interval import Interval

HOUR = Interval.HOUR_1
DEMO = DemoSource(DemoWorld(), Checkpoint.opening())
BARS = DEMO.history("DEMO-ETH", HOUR, 40)


class OneSeries:
    """Has BARS of one symbol, or fails with `error`, and remembers what it was asked for."""

    def __init__(self, name: str, symbol: str = "", error: Exception | None = None) -> None:
        self.name = name
        self.asked: list[str] = []
        self._symbol = symbol
        self._error = error

    def instrument(self, symbol: str) -> Instrument:
        return assumed_instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        self.asked.append(symbol)
        if self._error is not None:
            raise self._error
        if symbol != self._symbol:
            raise UnknownSymbolError(f"{self.name} does not know {symbol}.")
        return BARS.between(None, end_ns).tail(count)


def test_the_first_source_that_has_the_bars_serves_and_the_others_say_why_not(tmp_path: Path) -> None:
    cache = OneSeries("cache", error=StoreError("The store is locked; close the other program."))
    bybit = OneSeries("bybit", "BTCUSDT")
    served = choose("BTCUSDT", HOUR, [bybit, cache, CsvSource([tmp_path])], 10)
    assert (served.source, served.bars, served.instrument) == ("bybit", BARS.tail(10), assumed_instrument("BTCUSDT"))
    assert [reason.split(":")[0] for reason in served.fallbacks] == ["csv", "cache"]
    assert served.fallbacks[1] == "cache: The store is locked; close the other program."


def test_a_file_goes_before_the_cache_and_the_cache_before_the_network(tmp_path: Path) -> None:
    write_bars(tmp_path / "BTCUSDT_1h.csv", BARS)
    sources: list[BarSource] = [OneSeries("yahoo", "BTCUSDT"), OneSeries("cache", "BTCUSDT"), CsvSource([tmp_path])]
    assert choose("BTCUSDT", HOUR, sources).source == "csv"
    assert choose("BTCUSDT", HOUR, sources[:2]).source == "cache"


def test_a_demo_symbol_is_never_asked_for_in_a_cache_or_on_a_network() -> None:
    cache, bybit = OneSeries("cache", "DEMO-BTC"), OneSeries("bybit", "DEMO-BTC")
    served = choose("DEMO-BTC", HOUR, [cache, bybit, DEMO], 30)
    assert (served.source, served.instrument, served.fallbacks) == ("demo", demo_instrument("DEMO-BTC"), ())
    assert served.bars == DEMO.history("DEMO-BTC", HOUR, 30)
    assert cache.asked == bybit.asked == []


def test_nothing_but_a_demo_symbol_comes_from_the_simulated_market() -> None:
    demo = OneSeries("demo", "BTCUSDT")
    with pytest.raises(UnknownSymbolError):
        choose("BTCUSDT", HOUR, [demo])
    assert demo.asked == []


def test_the_running_market_goes_before_the_files_that_ended_with_its_past(tmp_path: Path) -> None:
    write_bars(tmp_path / "DEMO-BTC_1h.csv", BARS)
    assert choose("DEMO-BTC", HOUR, [CsvSource([tmp_path]), DEMO]).source == "demo"
    assert choose("DEMO-BTC", HOUR, [CsvSource([tmp_path])]).source == "csv"


def test_a_file_the_user_named_goes_before_the_running_market(tmp_path: Path) -> None:
    write_bars(tmp_path / "mine.csv", BARS)
    served = choose("DEMO-BTC", HOUR, [DEMO, CsvSource([], {("DEMO-BTC", HOUR): tmp_path / "mine.csv"})])
    assert (served.source, served.bars) == ("csv", BARS)
    assert served.instrument == demo_instrument("DEMO-BTC")


def test_an_unknown_symbol_is_answered_with_what_was_tried_and_what_to_do(tmp_path: Path) -> None:
    write_bars(tmp_path / "BTCUSDT_1h.csv", BARS)
    with pytest.raises(UnknownSymbolError) as unknown:
        choose("BTCUSD", HOUR, [CsvSource([tmp_path]), OneSeries("cache"), DEMO])
    sentence = str(unknown.value)
    assert sentence.startswith("No 1h bars of BTCUSD were found. csv: There is no file BTCUSD_1h.csv or BTCUSD.csv")
    assert "did you mean BTCUSDT?" in sentence
    assert "cache: cache does not know BTCUSD." in sentence
    assert sentence.endswith("Give a file with --csv FILE, or use DEMO-BTC.")
    with pytest.raises(
        UnknownSymbolError, match=r"demo: The simulated market lists no 'DEMO-BTX' \(did you mean DEMO-BTC"
    ):
        choose("DEMO-BTX", HOUR, [DEMO])


def test_a_known_symbol_that_cannot_be_served_is_not_called_unknown(tmp_path: Path) -> None:
    (tmp_path / "ABC_1h.csv").write_text("")
    with pytest.raises(DataError, match=r"ABC_1h\.csv is empty") as failed:
        choose("ABC", HOUR, [CsvSource([tmp_path]), OneSeries("cache")])
    assert not isinstance(failed.value, UnknownSymbolError)


def test_without_sources_it_says_so() -> None:
    with pytest.raises(UnknownSymbolError, match="There was no source to ask"):
        choose("ABC", HOUR, [])


def test_senseless_requests_are_refused_before_any_source_is_asked() -> None:
    cache = OneSeries("cache", "ABC")
    with pytest.raises(ValueRefusedError, match="is 0; ask for 1 or more"):
        choose("ABC", HOUR, [cache], 0)
    with pytest.raises(UnknownSymbolError, match="can't be a symbol"):
        choose("../ABC", HOUR, [cache])
    assert cache.asked == []


def test_an_error_in_the_program_is_not_taken_for_a_source_without_bars() -> None:
    with pytest.raises(ZeroDivisionError):
        choose("ABC", HOUR, [OneSeries("cache", error=ZeroDivisionError())])
