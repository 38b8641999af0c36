from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.errors import DataError, StoreFullError
from photon_desktop.market.keeping import keep
from photon_desktop.market.passport import Provenance
from photon_desktop.store.bar_blocks import BLOCK_BARS
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from tests.market.test_changed_history import DAY, START, daily, scaled, until

D1 = Interval.DAY_1
NOW = START + 10_000 * DAY
AAPL = ("AAPL", D1, "yahoo")
BTC = ("BTCUSDT", D1, "bybit")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


def test_what_is_kept_has_a_passport_that_says_all_of_it(store: Store) -> None:
    bars = daily(40)
    with_a_hole = Bars(*(np.delete(column, [7, 8, 20]) for column in bars.columns()))
    own = Provenance("mine.csv", "America/New_York", "splits and dividends", 2)
    assert keep(store, *BTC, with_a_hole, NOW, own) is None
    passport = store.passports.get(*BTC)
    assert passport is not None
    assert (passport.bars, passport.gaps, passport.missing_bars, passport.duplicates) == (37, 2, 3, 2)
    assert (passport.first_ns, passport.last_ns, passport.fetched_at_ns) == (START, START + 39 * DAY, NOW)
    assert (passport.origin, passport.zone) == ("mine.csv", "America/New_York")
    assert (passport.adjustments, passport.changed) == ("splits and dividends", "")
    assert passport.content_hash == data_hash(with_a_hole) == data_hash(store.bars.read(*BTC))


def test_a_passport_is_of_the_whole_series_and_keeps_its_provenance(store: Store) -> None:
    bars = daily(60)
    own = Provenance("mine.csv", adjustments="splits")
    keep(store, *BTC, bars.part(0, 40), NOW, own)
    assert keep(store, *BTC, bars.part(30), NOW + 1) is None
    passport = store.passports.get(*BTC)
    assert passport is not None
    assert (passport.bars, passport.content_hash, passport.fetched_at_ns) == (60, data_hash(bars), NOW + 1)
    assert (passport.origin, passport.adjustments) == ("mine.csv", "splits")


@pytest.mark.parametrize(("series", "adjustments"), [(BTC, "none"), (AAPL, "splits")])
def test_of_a_known_source_it_is_known_what_is_adjusted(
    store: Store, series: tuple[str, Interval, str], adjustments: str
) -> None:
    keep(store, *series, daily(5), NOW)
    passport = store.passports.get(*series)
    assert passport is not None
    assert (passport.zone, passport.adjustments) == ("UTC", adjustments)


def test_stocks_gaps_go_by_their_sessions(store: Store) -> None:
    bars = daily(40)  # every day of January 2024 and some of February
    weekdays = np.flatnonzero((bars.times // DAY + 3) % 7 < 5)
    holidays = {14, 0}  # New Year and Martin Luther King's day
    open_days = [day for day in weekdays.tolist() if day not in holidays and day != 10]
    keep(store, *AAPL, Bars(*(column[open_days] for column in bars.columns())), NOW)
    passport = store.passports.get(*AAPL)
    assert passport is not None
    assert (passport.gaps, passport.missing_bars) == (1, 1)


def test_changed_history_is_told_once_kept_and_remembered_in_the_passport(store: Store) -> None:
    bars = daily(60)
    keep(store, *BTC, bars, NOW)
    factors = np.ones(60)
    factors[50] = 1.01
    changed = scaled(bars, factors)
    told = keep(store, *BTC, changed.part(40), NOW)
    assert told is not None
    assert told.startswith("Bybit now gives 1 of 20 bars of BTCUSDT 1d differently, between 2024-02-20 and 2024-02-20")
    assert store.bars.read(*BTC) == changed
    assert keep(store, *BTC, changed, NOW + 1) is None
    passport = store.passports.get(*BTC)
    assert passport is not None
    assert (passport.changed, passport.content_hash) == (told, data_hash(changed))


def test_after_a_new_adjustment_no_bar_of_the_old_scale_is_left(store: Store) -> None:
    bars = daily(100)
    keep(store, *AAPL, bars.part(0, 90), NOW, Provenance("Yahoo Finance", adjustments="splits"))
    split = scaled(bars, until(80, 100, 0.25))
    told = keep(store, *AAPL, split.part(50, 85), NOW)
    assert told is not None
    assert "a split of 4 for 1" in told
    assert store.bars.read(*AAPL) == split.part(50, 90)
    passport = store.passports.get(*AAPL)
    assert passport is not None
    assert (passport.bars, passport.origin, passport.changed) == (40, "Yahoo Finance", told)


def test_a_damaged_series_begins_anew_and_that_is_told(store: Store) -> None:
    bars = daily(2 * BLOCK_BARS)
    keep(store, *BTC, bars, NOW)
    store.connections.tuples("UPDATE bar_blocks SET columns = zeroblob(8) WHERE first_time = ?", (START,))
    told = keep(store, *BTC, bars.tail(500), NOW)
    assert told is not None
    assert "BTCUSDT 1d from bybit between 2024-01-01T00:00:00Z and" in told
    assert "begins anew with the 500 bars" in told
    assert store.bars.read(*BTC) == bars.tail(500)


def test_no_bars_change_nothing(store: Store) -> None:
    assert keep(store, *BTC, Bars.empty(), NOW) is None
    assert store.passports.all() == ()


def test_bars_and_passport_are_written_together_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    bars = daily(60)
    keep(store, *BTC, bars.part(0, 40), NOW)
    before = store.passports.get(*BTC)

    def full(*_: object) -> None:
        raise StoreFullError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(store.passports, "put", full)
        with pytest.raises(StoreFullError):
            keep(store, *BTC, scaled(bars, until(40, 60, 0.5)), NOW)
    assert store.bars.read(*BTC) == bars.part(0, 40)
    assert store.passports.get(*BTC) == before
    bad = replace(bars.part(0, 5), close=np.array([1.0, -1.0, 1.0, 1.0, 1.0]))
    with pytest.raises(DataError):
        keep(store, *BTC, bad, NOW)
    assert store.bars.read(*BTC) == bars.part(0, 40)
