"""What things were made from, by time and account."""

import pytest

from photon_desktop.errors import DuplicateError
from photon_desktop.store.inputs import InputKind, KeptInput
from photon_desktop.store.store import Store
from tests.store.samples import decision, message


def keep(store: Store, subject: str, at: int, account: str = "paper", kind: InputKind = InputKind.FILL) -> KeptInput:
    kept = KeptInput(kind, subject, account, at, {"symbol": "BTCUSDT", "price": "0.1", "share": 0.1})
    store.inputs.keep(kept)
    return kept


def test_a_stretch_has_what_was_kept_in_it_from_its_first_moment_on_and_before_its_last(store: Store) -> None:
    kept = [keep(store, str(at), at) for at in (10, 20, 30)]
    keep(store, "other", 20, "another")
    assert store.inputs.between(10, 30, "paper") == kept[:2]
    assert store.inputs.accounts_between(15, 25) == ("another", "paper")
    assert store.inputs.accounts_between(25, 35) == ("paper",)
    assert (store.inputs.newest_before(30), store.inputs.newest_before(10)) == (20, None)
    assert store.inputs.times_of(InputKind.FILL, "paper") == {"10": 10, "20": 20, "30": 30}


def test_a_subject_has_its_inputs_once_of_each_kind(store: Store) -> None:
    keep(store, "one", 1, kind=InputKind.DECISION)
    keep(store, "one", 2, kind=InputKind.ORDER)
    with pytest.raises(DuplicateError):
        keep(store, "one", 3, kind=InputKind.ORDER)


def test_of_moved_levels_the_newest_of_each_symbol_is_told(store: Store) -> None:
    for number, at in enumerate((5, 9, 7)):
        keep(store, str(number), at, kind=InputKind.LEVELS)
    keep(store, "3", 99, "another", InputKind.LEVELS)
    assert store.inputs.moved_levels("paper") == {"BTCUSDT": 9}


def test_decisions_from_before_inputs_were_kept_are_counted(store: Store) -> None:
    told = [message(number, decision()) for number in (1, 2)]
    for one in told:
        store.messages.add(one)
    keep(store, told[0].id, 1, kind=InputKind.DECISION)
    assert store.inputs.decisions_without(0, 2**62) == 1
    assert store.messages.find(told[1].id).message == told[1]  # type: ignore[union-attr]
    assert store.messages.find("nobody") is None
