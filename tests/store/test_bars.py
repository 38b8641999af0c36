from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photon_desktop.errors import DataError, StoreDamagedError
from photon_desktop.store import Store
from photon_desktop.store.bar_blocks import BLOCK_BARS
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


def test_series_of_other_symbols_intervals_and_sources_do_not_mix(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3))
    store.bars.put("BTCUSDT", H1, "bybit", hourly_bars(2, level=200.0))
    store.bars.put("ETHUSDT", H1, "csv", hourly_bars(4))
    store.bars.put("BTCUSDT", Interval.MINUTE_1, "csv", hourly_bars(5))
    assert store.bars.span("BTCUSDT", H1, "csv") == (START, START + 2 * HOUR, 3)
    assert store.bars.span("ETHUSDT", H1, "csv") == (START, START + 3 * HOUR, 4)
    assert len(store.bars.read("BTCUSDT", Interval.MINUTE_1, "csv")) == 5
    assert store.bars.read("BTCUSDT", H1, "csv") == hourly_bars(3)
    assert store.bars.read("BTCUSDT", H1, "bybit") == hourly_bars(2, level=200.0)
    assert store.bars.sources("BTCUSDT", H1) == ("bybit", "csv")
    assert store.bars.sources("BTCUSDT", Interval.DAY_1) == ()
    assert [(str(one.key), one.bars) for one in store.bars.series()] == [
        ("BTCUSDT 1m from csv", 5),
        ("BTCUSDT 1h from bybit", 2),
        ("BTCUSDT 1h from csv", 3),
        ("ETHUSDT 1h from csv", 4),
    ]
    assert {(one.first_ns, one.last_ns) for one in store.bars.series() if one.bars == 4} == {(START, START + 3 * HOUR)}


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


def blocks_in(store: Store) -> list[tuple[int, int, int]]:
    return store.connections.tuples("SELECT first_time, last_time, count FROM bar_blocks ORDER BY first_time")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    puts=st.lists(
        st.tuples(st.integers(0, 4 * BLOCK_BARS), st.integers(1, 2 * BLOCK_BARS), st.integers(1, 3)), max_size=6
    )
)
def test_bars_put_anywhere_in_any_order_are_the_last_ones_of_each_time(
    store: Store, puts: list[tuple[int, int, int]]
) -> None:
    store.bars.remove("BTCUSDT", H1, "csv")
    expected: dict[int, float] = {}
    for number, (start, count, step) in enumerate(puts, start=1):
        chosen = slice(start, start + count, step)
        some = Bars(*(column[chosen] for column in hourly_bars(start + count, level=100.0 + number).columns()))
        store.bars.put("BTCUSDT", H1, "csv", some)
        expected |= dict(zip(some.times.tolist(), some.close.tolist(), strict=True))
    read = store.bars.read("BTCUSDT", H1, "csv")
    read.check()
    assert dict(zip(read.times.tolist(), read.close.tolist(), strict=True)) == expected
    blocks = blocks_in(store)
    assert sum(count for _, _, count in blocks) == len(expected)
    assert all(1 <= count <= BLOCK_BARS for _, _, count in blocks)
    assert all(later[0] > earlier[1] for earlier, later in pairwise(blocks))


def test_bars_that_come_one_by_one_fill_whole_blocks(store: Store) -> None:
    bars = hourly_bars(BLOCK_BARS + 3)
    store.bars.put("BTCUSDT", H1, "csv", bars.part(0, BLOCK_BARS - 2))
    for index in range(BLOCK_BARS - 2, len(bars)):
        store.bars.put("BTCUSDT", H1, "csv", bars.part(index, index + 1))
    assert store.bars.read("BTCUSDT", H1, "csv") == bars
    assert [count for _, _, count in blocks_in(store)] == [BLOCK_BARS, 3]


def test_bars_that_come_backwards_fill_whole_blocks_too(store: Store) -> None:
    bars = hourly_bars(2 * BLOCK_BARS)
    for index in range(len(bars), 0, -128):
        store.bars.put("BTCUSDT", H1, "csv", bars.part(index - 128, index))
    assert store.bars.read("BTCUSDT", H1, "csv") == bars
    assert [count for _, _, count in blocks_in(store)] == [BLOCK_BARS, BLOCK_BARS]


def test_the_same_bars_put_again_write_nothing(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3_000))
    changes = store.connections.raw().total_changes
    assert store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3_000)) == 3_000
    assert store.connections.raw().total_changes == changes


def test_no_bars_at_all_make_no_series(store: Store) -> None:
    assert store.bars.put("BTCUSDT", H1, "csv", Bars.empty()) == 0
    assert store.bars.series() == ()


def test_a_series_that_is_removed_is_gone_and_the_others_stay(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3))
    store.bars.put("BTCUSDT", H1, "bybit", hourly_bars(4))
    store.bars.remove("BTCUSDT", H1, "csv")
    store.bars.remove("BTCUSDT", H1, "csv")
    assert store.bars.sources("BTCUSDT", H1) == ("bybit",)


def test_a_series_that_is_renamed_takes_its_bars_and_the_place_of_another(store: Store) -> None:
    store.bars.put("BTCUSDT", H1, "replay", hourly_bars(3))
    store.bars.put("BTCUSDT", H1, "replay one", hourly_bars(5))
    store.bars.put("BTCUSDT", H1, "bybit", hourly_bars(4))
    store.bars.rename("BTCUSDT", H1, "replay", "replay one")
    store.bars.rename("BTCUSDT", H1, "nothing", "bybit")
    assert store.bars.sources("BTCUSDT", H1) == ("bybit", "replay one")
    assert len(store.bars.read("BTCUSDT", H1, "replay one")) == 3
    assert len(store.bars.read("BTCUSDT", H1, "bybit")) == 4


DAMAGES = [
    "UPDATE bar_blocks SET columns = zeroblob(length(columns)) WHERE first_time = ?",
    "UPDATE bar_blocks SET columns = substr(columns, 9) WHERE first_time = ?",
    "UPDATE bar_blocks SET columns = x'' WHERE first_time = ?",
    "UPDATE bar_blocks SET checksum = checksum + 1 WHERE first_time = ?",
    "UPDATE bar_blocks SET count = count - 1 WHERE first_time = ?",
    "UPDATE bar_blocks SET last_time = last_time + 1 WHERE first_time = ?",
]


@pytest.fixture
def damaged(store: Store, request: pytest.FixtureRequest) -> Store:
    """A store with three blocks, the middle one of which has the damage of the test's parameter."""
    store.bars.put("BTCUSDT", H1, "csv", hourly_bars(3 * BLOCK_BARS))
    store.connections.tuples(request.param, (START + BLOCK_BARS * HOUR,))
    return store


@pytest.mark.parametrize("damaged", DAMAGES, indirect=True)
def test_a_damaged_block_is_told_with_its_span_and_the_others_are_read(damaged: Store) -> None:
    told = r"BTCUSDT 1h from csv between 2025-01-19T02:00:00Z and 2025-03-02T.* are damaged. Import or download"
    with pytest.raises(StoreDamagedError, match=told):
        damaged.bars.read("BTCUSDT", H1, "csv")
    with pytest.raises(StoreDamagedError, match=told):
        damaged.bars.put("BTCUSDT", H1, "csv", hourly_bars(1, START + (BLOCK_BARS + 5) * HOUR))
    whole = hourly_bars(3 * BLOCK_BARS)
    assert damaged.bars.read("BTCUSDT", H1, "csv", last=BLOCK_BARS) == whole.part(2 * BLOCK_BARS)
    assert damaged.bars.read("BTCUSDT", H1, "csv", end_ns=START + HOUR) == whole.part(0, 1)
    assert damaged.health().damaged_bar_blocks == 1


@pytest.mark.parametrize("damaged", DAMAGES, indirect=True)
def test_a_damaged_block_is_mended_by_bars_that_replace_it_whole(damaged: Store) -> None:
    fresh = hourly_bars(BLOCK_BARS + 20, START + (BLOCK_BARS - 10) * HOUR, level=300.0)
    damaged.bars.put("BTCUSDT", H1, "csv", fresh)
    read = damaged.bars.read("BTCUSDT", H1, "csv")
    assert len(read) == 3 * BLOCK_BARS
    assert read.between(int(fresh.times[0]), int(fresh.times[-1]) + 1) == fresh
    assert damaged.health().damaged_bar_blocks == 0


def test_bars_are_exact_to_the_bit(store: Store) -> None:
    tiny, huge = np.nextafter(0, 1), np.finfo(np.float64).max
    bars = Bars.of([-(2**62), -1, 2**62], [tiny, 0.1, huge], [0.3, 0.1 + 0.2, huge], [tiny, 0.1, tiny],
                   [0.1, 0.1, 1.0], [0.0, -0.0, huge])  # fmt: skip
    store.bars.put("BTCUSDT", H1, "csv", bars)
    read = store.bars.read("BTCUSDT", H1, "csv")
    assert all(a.tobytes() == b.tobytes() for a, b in zip(read.columns(), bars.columns(), strict=True))
