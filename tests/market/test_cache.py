from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photon_desktop.errors import DataError, NoBarsError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.cache import CacheSource
from photon_desktop.market.catalogue import choose
from photon_desktop.market.source import StaleBarsError
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso
from tests.market.test_catalogue import OneSeries

H1, D1 = Interval.HOUR_1, Interval.DAY_1
START = from_iso("2024-03-04")  # a Monday


class StandingClock:
    def __init__(self, time_ns: int) -> None:
        self.time_ns = time_ns

    def now_ns(self) -> int:
        return self.time_ns


def flat(count: int, price: float, interval: Interval = H1, start: int = START) -> Bars:
    column = np.full(count, price)
    return Bars.of(start + np.arange(count) * interval.nanoseconds, column, column, column, column, column)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "photon.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(START + 50 * H1.nanoseconds)


@pytest.fixture
def cache(store: Store, clock: StandingClock) -> CacheSource:
    return CacheSource(lambda: store, clock)


def test_the_newest_bars_are_served_from_the_sources_own_series(store: Store, cache: CacheSource) -> None:
    store.bars.put("BTCUSDT", H1, "bybit", flat(50, 1.0))
    assert cache.serve("BTCUSDT", H1, 10) == (flat(50, 1.0).tail(10), "bybit")
    assert cache.history("BTCUSDT", H1, 10, START + 5 * H1.nanoseconds) == flat(5, 1.0)
    assert cache.instrument("BTCUSDT") == assumed_instrument("BTCUSDT")


def test_a_file_goes_before_bybit_and_bybit_before_yahoo(store: Store, cache: CacheSource) -> None:
    for source, price in (("yahoo", 3.0), ("bybit", 2.0), ("csv", 1.0)):
        store.bars.put("BTCUSDT", H1, source, flat(50, price))
        assert cache.serve("BTCUSDT", H1, 50) == (flat(50, price), source)


def test_an_old_series_gives_way_to_a_fresh_one_but_a_file_is_never_old(
    store: Store, cache: CacheSource, clock: StandingClock
) -> None:
    store.bars.put("BTCUSDT", H1, "bybit", flat(10, 2.0))
    store.bars.put("BTCUSDT", H1, "yahoo", flat(50, 3.0))
    assert cache.serve("BTCUSDT", H1, 50)[1] == "yahoo"
    assert cache.serve("BTCUSDT", H1, 50, START + 5 * H1.nanoseconds)[1] == "bybit"
    store.bars.put("BTCUSDT", H1, "csv", flat(10, 1.0))
    clock.time_ns += 10**18
    assert cache.serve("BTCUSDT", H1, 50)[1] == "csv"


@pytest.mark.parametrize(("bars", "is_old"), [(47, False), (46, True)])
def test_bars_are_old_when_more_than_three_have_closed_since(
    store: Store, cache: CacheSource, bars: int, is_old: bool
) -> None:
    store.bars.put("BTCUSDT", H1, "bybit", flat(bars, 1.0))
    if not is_old:
        assert len(cache.history("BTCUSDT", H1, 5)) == 5
        return
    with pytest.raises(StaleBarsError, match=r"BTCUSDT 1h from bybit end at 2024-03-05T21:00:00Z, 4 bars ago") as told:
        cache.history("BTCUSDT", H1, 5)
    assert (told.value.bars, told.value.stored_as) == (flat(46, 1.0).tail(5), "bybit")


@pytest.mark.parametrize(
    ("symbol", "now", "is_old"),
    [
        ("AAPL", "2024-04-02T12:00:00Z", False),
        ("AAPL", "2024-04-03T12:00:00Z", True),
        ("VOD.L", "2024-04-03T12:00:00Z", False),  # London keeps Easter Monday, New York does not
        ("VOD.L", "2024-04-05T12:00:00Z", True),
    ],
)
def test_a_stocks_bars_grow_old_by_the_sessions_of_its_exchange(
    store: Store, cache: CacheSource, clock: StandingClock, symbol: str, now: str, is_old: bool
) -> None:
    clock.time_ns = from_iso(now)
    store.bars.put(symbol, D1, "yahoo", flat(23, 1.0, D1))  # to Tuesday; Good Friday and Easter follow
    served = OneSeries("yahoo", "nothing")
    assert bool(choose(symbol, D1, [cache, served]).fallbacks) is is_old


def test_old_bars_serve_only_when_nobody_else_can(store: Store, cache: CacheSource) -> None:
    store.bars.put("BTCUSDT", H1, "bybit", flat(10, 2.0))
    fresh = choose("BTCUSDT", H1, [cache, OneSeries("bybit", "BTCUSDT")])
    assert (fresh.source, fresh.stored_as) == ("bybit", "")
    assert fresh.fallbacks[0].startswith("cache: The stored bars of BTCUSDT 1h from bybit end at 2024-03-04T09:00:00Z")
    away = choose("BTCUSDT", H1, [cache, OneSeries("bybit", error=DataError("Bybit can't be reached."))])
    assert (away.source, away.stored_as, away.bars) == ("cache", "bybit", flat(10, 2.0))
    assert [words.split(":")[0] for words in away.fallbacks] == ["cache", "bybit"]


def test_a_fresh_cache_serves_before_the_network(store: Store, cache: CacheSource) -> None:
    store.bars.put("BTCUSDT", H1, "bybit", flat(50, 2.0))
    bybit = OneSeries("bybit", "BTCUSDT")
    served = choose("BTCUSDT", H1, [bybit, cache])
    assert (served.source, served.stored_as, bybit.asked) == ("cache", "bybit", [])


def test_simulated_and_joined_series_are_never_served(store: Store, cache: CacheSource) -> None:
    store.bars.put("DEMO-BTC", H1, "demo", flat(50, 1.0))
    store.bars.put("DEMO-BTC", H1, "csv", flat(50, 1.0))
    store.bars.put("BTCUSDT", H1, "csv+bybit", flat(50, 1.0))
    for symbol in ("DEMO-BTC", "BTCUSDT"):
        with pytest.raises(UnknownSymbolError):
            cache.history(symbol, H1, 5)
        with pytest.raises(UnknownSymbolError):
            cache.instrument(symbol)


def test_what_is_not_there_is_told_with_what_is(store: Store, cache: CacheSource) -> None:
    store.bars.put("BTCUSDT", H1, "bybit", flat(50, 1.0))
    with pytest.raises(UnknownSymbolError, match=r"no bars of BTCUSD \(did you mean BTCUSDT\?\); import or download"):
        cache.history("BTCUSD", H1, 5)
    with pytest.raises(NoBarsError, match="no 1d bars of BTCUSDT, only 1h; ask for those"):
        cache.history("BTCUSDT", D1, 5)
    with pytest.raises(NoBarsError, match="before that time; ask for a later one"):
        cache.history("BTCUSDT", H1, 5, START)
    with pytest.raises(ValueRefusedError, match="is 0; ask for 1 or more"):
        cache.history("BTCUSDT", H1, 0)
    with pytest.raises(UnknownSymbolError, match="can't be a symbol"):
        cache.history("../BTC", H1, 5)
