"""The shelf of series: what is listed, counted, checked, removed, put back and exported, over a real store."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.desks.series_shelf import LONGEST_GAPS, SeriesShelf
from photon_desktop.errors import DataError, NoBarsError, StoreDamagedError, ValueRefusedError
from photon_desktop.market.csv_files import read_bars
from photon_desktop.market.importer.quality import Gap
from photon_desktop.market.keeping import keep
from photon_desktop.store.series import SeriesKey
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from tests.ui.examples import BEGIN, HOUR, walk

BTC = SeriesKey("BTCUSDT", Interval.HOUR_1, "bybit")
DEMO = SeriesKey("DEMO-BTC", Interval.HOUR_1, "demo")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "photon.db")
    yield store
    store.close()


@pytest.fixture
def shelf(store: Store) -> SeriesShelf:
    return SeriesShelf(store)


def without(bars: Bars, *places: int) -> Bars:
    """The bars but for those at these places."""
    kept = np.delete(np.arange(len(bars)), places)
    return Bars.of(*(column[kept] for column in bars.columns()))


def fetched(store: Store, bars: Bars, key: SeriesKey = BTC) -> Bars:
    keep(store, key.symbol, key.interval, key.source, bars, BEGIN)
    return bars


def read(store: Store, key: SeriesKey = BTC) -> Bars:
    return store.bars.read(key.symbol, key.interval, key.source)


def test_series_are_listed_with_their_passports_and_without(store: Store, shelf: SeriesShelf) -> None:
    bars = fetched(store, walk(100, 50.0))
    store.bars.put(DEMO.symbol, DEMO.interval, DEMO.source, walk(10, 5.0))
    btc, demo = shelf.list_series()
    assert (btc.key, btc.bars, btc.first_ns, btc.last_ns) == (BTC, 100, int(bars.times[0]), int(bars.times[-1]))
    assert btc.passport is not None
    assert btc.passport.content_hash == data_hash(bars)
    assert (demo.key, demo.bars, demo.passport) == (DEMO, 10, None)


def test_an_empty_store_has_no_series(shelf: SeriesShelf) -> None:
    assert shelf.list_series() == ()


def test_gaps_are_listed_the_longest_first(store: Store, shelf: SeriesShelf) -> None:
    whole = walk(50, 50.0)
    fetched(store, without(whole, 5, 20, 21, 22, 40))
    found = shelf.find_gaps(BTC)
    assert (found.gaps, found.missing_bars) == (3, 5)
    times = whole.times.tolist()
    assert found.longest == (Gap(times[19], times[23], 3), Gap(times[39], times[41], 1), Gap(times[4], times[6], 1))


def test_no_more_than_the_longest_gaps_are_listed_while_all_are_counted(store: Store, shelf: SeriesShelf) -> None:
    count = LONGEST_GAPS + 20
    fetched(store, without(walk(2 * count + 1, 50.0), *range(1, 2 * count, 2)))
    found = shelf.find_gaps(BTC)
    assert (found.gaps, len(found.longest)) == (count, LONGEST_GAPS)


def test_bars_that_are_as_fetched_match_their_passport(store: Store, shelf: SeriesShelf) -> None:
    bars = fetched(store, walk(40, 50.0))
    check = shelf.check(BTC)
    assert check.matches is True
    assert (check.content_hash, check.later_bars) == (data_hash(bars), 0)


def test_bars_that_came_later_do_not_make_a_series_differ_from_its_passport(store: Store, shelf: SeriesShelf) -> None:
    whole = walk(40, 50.0)
    fetched(store, whole.part(0, 30))
    store.bars.put(BTC.symbol, BTC.interval, BTC.source, whole.part(30, 40))
    check = shelf.check(BTC)
    assert (check.matches, check.later_bars) == (True, 10)


def test_a_price_that_differs_in_the_last_digit_is_found(store: Store, shelf: SeriesShelf) -> None:
    bars = fetched(store, walk(40, 50.0))
    volume = bars.volume.copy()
    volume[17] = np.nextafter(volume[17], np.inf)
    columns = list(bars.columns())
    columns[-1] = volume
    store.bars.put(BTC.symbol, BTC.interval, BTC.source, Bars.of(*columns))
    assert shelf.check(BTC).matches is False


def test_a_series_without_a_passport_is_counted_and_hashed_but_not_compared(store: Store, shelf: SeriesShelf) -> None:
    bars = walk(10, 5.0)
    store.bars.put(DEMO.symbol, DEMO.interval, DEMO.source, bars)
    check = shelf.check(DEMO)
    assert (check.matches, check.content_hash, check.found.gaps) == (None, data_hash(bars), 0)


def test_a_series_is_removed_and_put_back_to_the_bit_with_its_passport(store: Store, shelf: SeriesShelf) -> None:
    bars = fetched(store, walk(100, 50.0))
    before = shelf.list_series()
    removed = shelf.remove(BTC)
    assert shelf.list_series() == ()
    assert store.passports.all() == ()
    shelf.restore(removed)
    assert shelf.list_series() == before
    assert data_hash(read(store)) == data_hash(bars)


def test_what_was_stored_anew_is_not_overwritten_by_what_was_removed(store: Store, shelf: SeriesShelf) -> None:
    fetched(store, walk(100, 50.0))
    removed = shelf.remove(BTC)
    newer = fetched(store, walk(20, 70.0))
    with pytest.raises(ValueRefusedError, match="stored anew"):
        shelf.restore(removed)
    assert data_hash(read(store)) == data_hash(newer)


def test_a_damaged_series_is_not_removed_for_it_could_not_be_put_back(store: Store, shelf: SeriesShelf) -> None:
    fetched(store, walk(100, 50.0))
    with store.transaction():
        store.connections.tuples("UPDATE bar_blocks SET checksum = checksum + 1", ())
    with pytest.raises(StoreDamagedError, match="damaged"):
        shelf.remove(BTC)
    assert [one.key for one in shelf.list_series()] == [BTC]


def test_an_export_reads_back_to_the_same_bars(store: Store, shelf: SeriesShelf, tmp_path: Path) -> None:
    bars = fetched(store, walk(100, 50.0))
    path = tmp_path / "BTCUSDT_1h.csv"
    assert shelf.export(BTC, path) == 100
    assert data_hash(read_bars(path)) == data_hash(bars)


def test_an_export_to_a_folder_that_is_not_there_is_refused(store: Store, shelf: SeriesShelf, tmp_path: Path) -> None:
    fetched(store, walk(10, 50.0))
    with pytest.raises(DataError, match="can't be written"):
        shelf.export(BTC, tmp_path / "nowhere" / "BTCUSDT_1h.csv")


def test_a_series_that_is_gone_is_told(shelf: SeriesShelf, tmp_path: Path) -> None:
    with pytest.raises(NoBarsError, match="no bars of BTCUSDT 1h from bybit"):
        shelf.find_gaps(BTC)
    with pytest.raises(NoBarsError):
        shelf.check(BTC)
    with pytest.raises(NoBarsError):
        shelf.remove(BTC)
    with pytest.raises(NoBarsError):
        shelf.export(BTC, tmp_path / "x.csv")


def test_each_call_closes_the_connection_of_its_thread(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched(store, walk(10, 50.0))
    closed: list[int] = []
    close = store.close_thread

    def close_and_count() -> None:
        closed.append(threading.get_ident())
        close()

    monkeypatch.setattr(store, "close_thread", close_and_count)
    shelf = SeriesShelf(store)
    shelf.list_series()
    shelf.find_gaps(BTC)
    shelf.check(BTC)
    removed = shelf.remove(BTC)
    shelf.restore(removed)
    with pytest.raises(NoBarsError):
        shelf.check(replace(BTC, source="yahoo"))
    assert closed == [threading.get_ident()] * 6


def test_gaps_are_told_by_the_opens_beside_them(store: Store, shelf: SeriesShelf) -> None:
    fetched(store, without(walk(10, 50.0), 4))
    (gap,) = shelf.find_gaps(BTC).longest
    assert gap.before_ns - gap.after_ns == 2 * HOUR
