from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from photon_desktop.clock import SystemClock
from photon_desktop.commands.sources import served_bars
from photon_desktop.errors import DataError, UnknownSymbolError
from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.rest.client import open_client
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.csv_files import write_bars
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.paths import STORE_NAME
from photon_desktop.sources import Openers
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from tests.fakes.bybit_server import BybitServer

HOUR = Interval.HOUR_1


def never() -> HeldSource:
    raise AssertionError("the network was asked")


def network_of(open_source: Callable[[], HeldSource]) -> Openers:
    return {InstrumentKind.CRYPTO: open_source}


def test_a_simulated_symbol_needs_no_network(tmp_path: Path) -> None:
    served = served_bars("DEMO-BTC", HOUR, None, tmp_path, 300, network_of(never))
    assert (len(served.bars), served.source, served.instrument.kind) == (300, "demo", InstrumentKind.DEMO)


def test_a_file_in_the_data_folder_goes_before_the_exchange(tmp_path: Path) -> None:
    bars = served_bars("DEMO-BTC", HOUR, None, tmp_path, 50).bars
    write_bars(tmp_path / "BTCUSDT_1h.csv", bars)
    served = served_bars("BTCUSDT", HOUR, None, tmp_path, 300, network_of(never))
    assert (served.bars, served.source, served.fallbacks) == (bars, "csv", ())


def test_a_file_that_was_named_is_the_only_source(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no file mine\.csv"):
        served_bars("BTCUSDT", HOUR, tmp_path / "mine.csv", tmp_path, 300, network_of(never))


def test_a_crypto_symbol_without_a_file_comes_from_the_exchange_with_its_steps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with BybitServer() as server:

        def open_local() -> HeldSource:
            return BybitSource(open_client(Endpoint(rest_url=server.rest_url), Category.LINEAR))

        served = served_bars("BTCUSDT", HOUR, None, tmp_path, 30, network_of(open_local))
    assert (len(served.bars), served.source) == (30, "bybit")
    assert [reason.partition(":")[0] for reason in served.fallbacks] == ["csv", "cache"]
    assert "no file BTCUSDT_1h.csv" in served.fallbacks[0]
    assert capsys.readouterr().err.splitlines() == [f"Note: {reason}" for reason in served.fallbacks]
    assert served.instrument.kind is InstrumentKind.CRYPTO


def test_an_exchange_that_can_not_be_reached_is_said_with_what_to_do(tmp_path: Path) -> None:
    def open_nowhere() -> HeldSource:
        return BybitSource(open_client(Endpoint(rest_url="http://127.0.0.1:9"), Category.LINEAR))

    with pytest.raises(DataError, match="no connection") as refused:
        served_bars("BTCUSDT", HOUR, None, tmp_path, 30, network_of(open_nowhere))
    assert "--csv FILE" in str(refused.value)


def test_a_stock_without_a_file_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(UnknownSymbolError, match="MSFT"):
        served_bars("MSFT", HOUR, None, tmp_path, 30, network_of(never))


def test_imported_bars_go_before_the_exchange_and_are_known_as_a_files(tmp_path: Path) -> None:
    bars = served_bars("DEMO-BTC", HOUR, None, tmp_path, 50).bars
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        store.bars.put("BTCUSDT", HOUR, "csv", bars)
    served = served_bars("BTCUSDT", HOUR, None, tmp_path, 300, network_of(never))
    assert (served.bars, served.source, served.stored_as) == (bars, "cache", "csv")
    write_bars(tmp_path / "BTCUSDT_1h.csv", bars.tail(20))
    served = served_bars("BTCUSDT", HOUR, None, tmp_path, 300, network_of(never))
    assert (len(served.bars), served.source, served.stored_as) == (20, "csv", "")


def test_a_store_that_can_not_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"no store" * 1_000)
    with pytest.raises(DataError, match=rf"cache: .*{STORE_NAME} is damaged or no store"):
        served_bars("MSFT", HOUR, None, tmp_path, 30, network_of(never))


def test_what_the_network_gave_is_kept_for_the_next_time(tmp_path: Path) -> None:
    now_ms = SystemClock().now_ns() // 1_000_000
    with BybitServer(now_ms=now_ms) as server:

        def open_local() -> HeldSource:
            return BybitSource(open_client(Endpoint(rest_url=server.rest_url), Category.LINEAR))

        fetched = served_bars("BTCUSDT", HOUR, None, tmp_path, 30, network_of(open_local))
    kept = served_bars("BTCUSDT", HOUR, None, tmp_path, 30, network_of(never))
    assert (kept.bars, kept.source, kept.stored_as) == (fetched.bars, "cache", "bybit")
    with closing(Store.open(tmp_path / STORE_NAME)) as store:
        passport = store.passports.get("BTCUSDT", HOUR, "bybit")
    assert passport is not None
    assert (passport.bars, passport.content_hash) == (30, data_hash(fetched.bars))


def test_a_store_that_can_not_keep_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"no store" * 1_000)
    with BybitServer() as server:

        def open_local() -> HeldSource:
            return BybitSource(open_client(Endpoint(rest_url=server.rest_url), Category.LINEAR))

        served = served_bars("BTCUSDT", HOUR, None, tmp_path, 30, network_of(open_local))
    assert (len(served.bars), served.source) == (30, "bybit")
    assert "could not be kept" in served.fallbacks[-1]
