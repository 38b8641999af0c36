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


def test_the_kind_that_the_user_gave_stays_with_place_and_bars(store: Store) -> None:
    store.symbols.watch("XBTUSD", InstrumentKind.CRYPTO, 3)
    store.bars.put("XBTUSD", Interval.DAY_1, "yahoo", hourly_bars(3))
    store.symbols.give_kind("XBTUSD", InstrumentKind.STOCK)
    assert store.symbols.kind_of("XBTUSD") is InstrumentKind.STOCK
    assert store.symbols.watched() == ["XBTUSD"]
    assert len(store.bars.read("XBTUSD", Interval.DAY_1, "yahoo")) == 3


def test_a_kind_can_be_given_before_a_symbol_is_watched(store: Store) -> None:
    assert store.symbols.kind_of("GBTC") is None
    store.symbols.give_kind("GBTC", InstrumentKind.STOCK)
    assert store.symbols.kind_of("GBTC") is InstrumentKind.STOCK
    assert store.symbols.watched() == []
