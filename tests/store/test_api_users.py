"""Users of the local API: one an address, and no password in the file."""

import pytest

from photon_desktop.errors import DuplicateError, StoreError
from photon_desktop.store import Store
from photon_desktop.store.api_users import MOST_USERS


def test_a_user_is_found_by_address_and_by_number(store: Store) -> None:
    made = store.api_users.add("ann@example.org", "hash", 7)
    assert store.api_users.named("ann@example.org") == made == store.api_users.find(made.id)
    assert (made.email, made.created_at) == ("ann@example.org", 7)
    assert store.api_users.named("bob@example.org") is None
    assert store.api_users.find(made.id + 1) is None


def test_an_address_registers_once(store: Store) -> None:
    store.api_users.add("ann@example.org", "hash", 7)
    with pytest.raises(DuplicateError, match="is registered already; log in"):
        store.api_users.add("ann@example.org", "other", 8)


def test_registering_has_an_end(store: Store) -> None:
    for number in range(MOST_USERS):
        store.api_users.add(f"user{number}@example.org", "hash", number)
    with pytest.raises(StoreError, match=f"There are {MOST_USERS} users"):
        store.api_users.add("one-more@example.org", "hash", 0)
