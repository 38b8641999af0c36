from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.errors import DataError
from photon_desktop.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from tests.store.samples import HOUR, START, hourly_bars

H1 = Interval.HOUR_1


def test_bars_come_back_as_they_were_stored(store: Store) -> None:
    bars = hourly_bars(500)
    assert store.bars.put("BTCUSDT", H1, "csv", bars) == 500
    read = store.bars.read("BTCUSDT", H1, "csv")
    assert read == bars
    assert read.times.dtype == np.int64
    assert all(column.dtype == np.float64 and column.flags.c_contiguous for column in read.columns()[1:])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    start=st.none() | st.integers(START - HOUR, START + 31 * HOUR),
    end=st.none() | st.integers(START - HOUR, START + 31 * HOUR),
    last=st.none() | st.integers(0, 40),
)
def test_a_part_is_what_the_whole_has_between(
    store: Store, start: int | None, end: int | None, last: int | None
) -> None:
    bars = hourly_bars(30)
    store.bars.put("BTCUSDT", H1, "csv", bars)
    expected = bars.between(start, end)
    if end is not None and start is not None and end < start:
        expected = Bars.empty()
    assert store.bars.read("BTCUSDT", H1, "csv", start_ns=start, end_ns=end, last=last) == (
        expected if last is None else expected.tail(last)
    )


def test_stored_again_bars_replace_those_of_the_same_time_only(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(10))
    fresh = hourly_bars(10, START + 5 * HOUR, level=200.0)
    store.bars.put("BTCUSDT", H1, "csv", fresh)
    read = store.bars.read("BTCUSDT", H1, "csv")
    assert read.part(0, 5) == hourly_bars(10).part(0, 5)
    assert read.part(5) == fresh


def test_symbols_and_intervals_do_not_mix(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3))
    store.bars.put("ETHUSDT", H1, "csv", hourly_bars(4))
    store.bars.put("BTCUSDT", Interval.MINUTE_1, "csv", hourly_bars(5))
    assert store.bars.span("BTCUSDT", H1, "csv") == (START, START + 2 * HOUR, 3)
    assert store.bars.span("ETHUSDT", H1, "csv") == (START, START + 3 * HOUR, 4)
    assert len(store.bars.read("BTCUSDT", Interval.MINUTE_1, "csv")) == 5


def test_an_unknown_symbol_has_no_bars(store: Store) -> None:
    assert store.bars.span("BTCUSDT", H1, "csv") is None
    assert len(store.bars.read("BTCUSDT", H1, "csv")) == 0
    assert len(store.bars.read("BTCUSDT", H1, "csv", last=5)) == 0


def test_bars_that_are_no_markets_are_refused_whole(store: Store) -> None:
    good = hourly_bars(5)
    close = good.close.copy()
    close[3] = np.nan
    bad = Bars(good.times, good.open, good.high, good.low, close, good.volume)
    with pytest.raises(DataError, match="Row 4"):
        store.bars.put("BTCUSDT", H1, "csv", bad)
    assert store.bars.span("BTCUSDT", H1, "csv") is None


def test_storing_bars_keeps_the_symbols_place_in_the_watch_list(store: Store) -> None:
    store.symbols.watch("DEMO-BTC", InstrumentKind.DEMO, 3)
    store.bars.put("DEMO-BTC", H1, "demo", hourly_bars(3))
    assert store.symbols.watched() == ["DEMO-BTC"]


def test_bars_survive_closing(store_path: Path) -> None:
    store = Store.open(store_path)
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3))
    store.close()
    again = Store.open(store_path)
    assert again.bars.read("BTCUSDT", H1, "csv") == hourly_bars(3)
    again.close()
