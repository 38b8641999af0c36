from dataclasses import replace
from pathlib import Path

import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.store import Store
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import Passport
from tests.store.samples import HOUR, START, hourly_bars

H1 = Interval.HOUR_1
PASSPORT = Passport("BTCUSDT", H1, "csv", START + 500 * HOUR, START, START + 99 * HOUR, 98, 1, 2, 3, "Europe/Berlin",
                    "unknown", "bars of “mine”.csv", "ab" * 32, "3 of 98 bars changed.")  # fmt: skip


def test_a_passport_comes_back_as_it_was_stored(store_path: Path) -> None:
    store = Store.open(store_path)
    store.passports.put(PASSPORT)
    store.close()
    again = Store.open(store_path)
    assert again.passports.get("BTCUSDT", H1, "csv") == PASSPORT
    again.close()


def test_a_series_has_one_passport_the_last(store: Store) -> None:
    store.passports.put(PASSPORT)
    later = replace(PASSPORT, bars=99, changed="")
    store.passports.put(later)
    assert store.passports.all() == (later,)


def test_passports_are_found_by_symbol_interval_and_source(store: Store) -> None:
    others = [
        replace(PASSPORT, source="bybit"),
        replace(PASSPORT, interval=Interval.MINUTE_1),
        replace(PASSPORT, symbol="AAPL"),
    ]
    for passport in (*others, PASSPORT):
        store.passports.put(passport)
    assert store.passports.get("BTCUSDT", H1, "csv") == PASSPORT
    assert store.passports.get("BTCUSDT", H1, "yahoo") is None
    assert store.passports.all() == (others[2], others[1], others[0], PASSPORT)


def test_a_passport_leaves_the_bars_alone_and_goes_with_them(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(98))
    store.passports.put(PASSPORT)
    assert store.bars.read("BTCUSDT", H1, "csv") == hourly_bars(98)
    store.bars.remove("BTCUSDT", H1, "csv")
    assert store.passports.all() == ()


@pytest.mark.parametrize("nonsense", [{"adjustments": "maybe"}, {"bars": 0}, {"gaps": -1}, {"duplicates": -1}])
def test_a_passport_of_no_series_is_refused(nonsense: dict[str, int]) -> None:
    with pytest.raises(ValueRefusedError):
        replace(PASSPORT, **nonsense)  # type: ignore[arg-type]
