from photon_desktop.store import Store
from photon_desktop.trading.halt import Halt


def test_a_halt_is_kept_until_it_is_released(store: Store) -> None:
    assert store.halts.now() is None
    store.halts.keep(Halt("Pressed.", by_user=True))
    assert store.halts.now() == Halt("Pressed.", by_user=True)
    store.halts.release()
    assert store.halts.now() is None


def test_one_that_can_not_be_read_halts_all_the_same(store: Store) -> None:
    store.settings.put("trading.halt", "what is this")
    found = store.halts.now()
    assert found is not None and "can't be read" in found.why
