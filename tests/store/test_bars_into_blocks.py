"""A store of the first schema, with bars in it, brought to the second."""

from pathlib import Path

import numpy as np
import pytest

from photon_desktop.errors import StoreError
from photon_desktop.store import Store
from photon_desktop.store.migrations import DEFAULT, Migration
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from tests.store.columns_of_today import columns_of_today
from tests.store.samples import HOUR, START, deposit, hourly_bars, message, order, trade

H1 = Interval.HOUR_1
PUT = "INSERT INTO bars SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM symbols WHERE name = ?"


def put_rows(store: Store, symbol: str, interval: Interval, source: str, bars: Bars) -> None:
    rows = zip(*(column.tolist() for column in bars.columns()), strict=True)
    store.connections.write_many(PUT, [(interval.value, *row, source, symbol) for row in rows])


@pytest.fixture
def old_store(store_path: Path) -> Path:
    """A file as the first schema left it: rows of several series, one symbol watched, books and messages."""
    store = Store.open(store_path, migrations=DEFAULT[:1])
    assert store.schema_version == 1
    store.symbols.watch("BTCUSDT", InstrumentKind.CRYPTO, 0)
    store.symbols.watch("AAPL", InstrumentKind.STOCK, 1)
    mixed = hourly_bars(2_500)
    put_rows(store, "BTCUSDT", H1, "csv", mixed.part(0, 1_500))
    put_rows(store, "BTCUSDT", H1, "bybit", mixed.part(1_500, 2_400))
    put_rows(store, "BTCUSDT", H1, "csv", mixed.part(2_400))
    put_rows(store, "BTCUSDT", Interval.MINUTE_1, "bybit", hourly_bars(1, level=1 / 3))
    put_rows(store, "AAPL", Interval.DAY_1, "csv", hourly_bars(1_024, level=50.0))
    store.messages.add(message())
    with columns_of_today(store):
        trade(store, deposit(store), order())
    store.close()
    return store_path


def test_every_bar_is_found_again_under_its_source(old_store: Path) -> None:
    store = Store.open(old_store)
    mixed = hourly_bars(2_500)
    from_files = store.bars.read("BTCUSDT", H1, "csv")
    assert from_files == Bars(
        *(np.delete(column, slice(1_500, 2_400)) for column in mixed.columns())  # the file's rows on both sides
    )
    assert store.bars.read("BTCUSDT", H1, "bybit") == mixed.part(1_500, 2_400)
    assert store.bars.read("BTCUSDT", Interval.MINUTE_1, "bybit") == hourly_bars(1, level=1 / 3)
    assert store.bars.read("AAPL", Interval.DAY_1, "csv") == hourly_bars(1_024, level=50.0)
    assert len(store.bars.series()) == 4
    store.close()


def test_the_rest_of_the_store_is_as_it_was_and_sound(old_store: Path) -> None:
    store = Store.open(old_store)
    health = store.health()
    assert (store.schema_version, health.integrity, health.damaged_bar_blocks) == (len(DEFAULT), "ok", 0)
    assert (health.ledger_equals_cash, health.messages_queued) == (True, 1)
    assert store.symbols.watched() == ["BTCUSDT", "AAPL"]
    assert store.connections.tuples("SELECT name FROM sqlite_master WHERE name = 'bars'") == []
    assert store.connections.tuples("PRAGMA foreign_key_check") == []
    store.close()


def test_bars_go_on_after_it(old_store: Path) -> None:
    store = Store.open(old_store)
    fresh = hourly_bars(40, START + 2_490 * HOUR, level=300.0)
    store.bars.put("BTCUSDT", H1, "csv", fresh)
    assert store.bars.read("BTCUSDT", H1, "csv").tail(40) == fresh
    assert store.bars.span("BTCUSDT", H1, "csv") == (START, int(fresh.times[-1]), 1_630)
    store.close()


def test_the_old_file_is_backed_up_as_it_was(old_store: Path) -> None:
    Store.open(old_store).close()
    backup = Store.open(old_store.with_name("photon.sqlite3.v1.bak"), migrations=DEFAULT[:1])
    assert backup.connections.tuples("SELECT count(*) FROM bars") == [(2_500 + 1 + 1_024,)]
    backup.close()


def test_a_step_that_fails_leaves_every_bar_where_it_was(old_store: Path) -> None:
    def fail(_: object) -> None:
        raise OSError("the lights went out")

    with pytest.raises(StoreError, match="the lights went out"):
        Store.open(old_store, migrations=[*DEFAULT, Migration(len(DEFAULT) + 1, "nothing", fail)])
    store = Store.open(old_store, migrations=DEFAULT[:1])
    assert store.connections.tuples("SELECT count(*) FROM bars") == [(2_500 + 1 + 1_024,)]
    store.close()


def test_a_store_without_bars_becomes_one_without_series(store_path: Path) -> None:
    Store.open(store_path, migrations=DEFAULT[:1]).close()
    store = Store.open(store_path)
    assert store.bars.series() == ()
    store.close()
