from photon_desktop.store import Store
from photon_desktop.trading.instrument import InstrumentKind

CRYPTO, STOCK = InstrumentKind.CRYPTO, InstrumentKind.STOCK


def test_a_symbol_is_what_the_user_says_and_else_as_it_is_spelt(store: Store) -> None:
    assert store.kinds.of("BTCUSDT") is CRYPTO
    store.kinds.give("BTCUSDT", STOCK)
    assert (store.kinds.of("BTCUSDT"), store.symbols.kind_of("BTCUSDT")) == (STOCK, STOCK)
    store.kinds.give("BTCUSDT", None)
    assert (store.kinds.of("BTCUSDT"), store.symbols.kind_of("BTCUSDT")) == (CRYPTO, CRYPTO)


def test_a_kind_that_a_newer_version_kept_is_passed_over(store: Store) -> None:
    store.settings.put("real.kinds", {"BTCUSDT": "bond", "AAPL": "crypto"})
    assert (store.kinds.of("BTCUSDT"), store.kinds.of("AAPL")) == (CRYPTO, CRYPTO)
