"""Tokens outlive the program where the system keeps their key, and are good without that."""

import asyncio
from pathlib import Path
from threading import Event

import pytest

from photon_desktop.signing_key import KEY_BYTES, SERVICE, key_in_time, lasting_key, scope_of
from photon_desktop.store import Store
from photon_desktop.system_keyring import SystemKeyring
from tests.keyrings import LockedKeyring, MemoryKeyring


def test_a_key_is_the_same_at_the_next_start_and_another_for_another_store() -> None:
    ring = MemoryKeyring()
    key = lasting_key("one", lambda: SystemKeyring(ring))
    assert len(key) == KEY_BYTES and ring.kept == {(SERVICE, "one"): key.hex()}
    assert lasting_key("one", lambda: SystemKeyring(ring)) == key
    assert lasting_key("two", lambda: SystemKeyring(ring)) != key


@pytest.mark.parametrize("ring", [None, LockedKeyring()])
def test_without_a_keyring_that_opens_each_start_has_its_own_key(ring: LockedKeyring | None) -> None:
    first, second = (lasting_key("one", lambda: SystemKeyring(ring)) for _ in range(2))
    assert len(first) == len(second) == KEY_BYTES and first != second


def test_what_is_no_key_is_replaced() -> None:
    ring = MemoryKeyring()
    ring.set_password(SERVICE, "one", "short")
    assert lasting_key("one", lambda: SystemKeyring(ring)).hex() == ring.kept[SERVICE, "one"]


def test_a_keyring_that_waits_for_the_user_keeps_nobody_waiting() -> None:
    answered = Event()

    def blocked() -> bytes:
        answered.wait(10)
        return b"late"

    try:
        assert len(asyncio.run(key_in_time(blocked, patience_s=0.01))) == KEY_BYTES
    finally:
        answered.set()


def test_a_store_has_one_scope_which_its_file_keeps_and_no_key(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "photon.sqlite3")
    scope = scope_of(store.settings)
    assert scope == scope_of(store.settings)
    key = asyncio.run(key_in_time(lambda: lasting_key(scope, lambda: SystemKeyring(MemoryKeyring()))))
    assert key.hex() not in str(store.connections.tuples("SELECT * FROM settings"))
    store.close()
