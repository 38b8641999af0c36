from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.errors import DataError, StoreFullError, UnknownSymbolError
from photon_desktop.market.importer.reading import OpenedFile, Reading, open_file, read_bars
from photon_desktop.market.importer.storing import store_bars
from photon_desktop.store.passports import PassportRepository
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import Passport, data_hash

H = Interval.HOUR_1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "store.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> OpenedFile:
    times = np.datetime_as_string(np.datetime64("2024-01-01T00:00") + np.arange(50) * np.timedelta64(1, "h"))
    rows = [f"{at},{100 + place},{103 + place},{99 + place},{101 + place},5" for place, at in enumerate(times)]
    path = tmp_path / "BTCUSDT<b>_1h.csv"
    path.write_text("\n".join(["time,open,high,low,close,volume", *rows, rows[0]]))
    return open_file(path)


def test_all_bars_are_stored_with_their_passport(store: Store, file: OpenedFile) -> None:
    reading = read_bars(file, file.format)
    assert store_bars(store, "BTCUSDT", H, reading, "BTCUSDT<b>_1h.csv", replace(file.format, zone="+00:00")) == 50
    assert store.bars.read("BTCUSDT", H, "csv") == reading.bars
    passport = store.passports.get("BTCUSDT", H, "csv")
    assert passport is not None
    assert (passport.origin, passport.zone, passport.duplicates) == ("BTCUSDT‹b›_1h.csv", "+00:00", 1)
    assert (passport.bars, passport.content_hash) == (50, data_hash(reading.bars))


def test_a_passport_that_can_not_be_stored_takes_the_bars_back(
    store: Store, file: OpenedFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: PassportRepository, passport: Passport) -> None:
        raise StoreFullError("The disk is full.")

    monkeypatch.setattr(PassportRepository, "put", full)
    with pytest.raises(StoreFullError):
        store_bars(store, "BTCUSDT", H, read_bars(file, file.format), file.name, file.format)
    assert store.bars.series() == ()


def test_what_can_not_be_stored_leaves_the_store_as_it_was(store: Store, file: OpenedFile) -> None:
    reading = read_bars(file, file.format)
    with pytest.raises(UnknownSymbolError):
        store_bars(store, "../x", H, reading, file.name, file.format)
    with pytest.raises(DataError, match="too close for 1d"):
        store_bars(store, "BTCUSDT", Interval.DAY_1, reading, file.name, file.format)
    with pytest.raises(DataError, match="no bars"):
        store_bars(store, "BTCUSDT", H, Reading(Bars.empty(), reading.report), file.name, file.format)
    assert store.bars.series() == ()
