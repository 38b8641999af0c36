from photon_desktop.store import Store
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from tests.store.samples import hourly_bars


def test_the_watch_list_is_in_the_users_order(store: Store) -> None:
    store.symbols.watch("AAPL", InstrumentKind.STOCK, 2)
    store.symbols.watch("BTCUSDT", InstrumentKind.CRYPTO, 1)
    assert store.symbols.watched() == ["BTCUSDT", "AAPL"]
    store.symbols.watch("AAPL", InstrumentKind.STOCK, 0)
    assert store.symbols.watched() == ["AAPL", "BTCUSDT"]


def test_a_symbol_no_longer_watched_keeps_its_bars(store: Store) -> None:
    store.symbols.watch("AAPL", InstrumentKind.STOCK, 0)
    store.bars.put("AAPL", Interval.DAY_1, "yahoo", hourly_bars(3))
    store.symbols.unwatch("AAPL")
    assert store.symbols.watched() == []
    assert len(store.bars.read("AAPL", Interval.DAY_1, "yahoo")) == 3


def test_a_symbol_that_only_has_bars_is_not_watched(store: Store) -> None:
    store.bars.put("AAPL", Interval.DAY_1, "yahoo", hourly_bars(3))
    assert store.symbols.watched() == []
