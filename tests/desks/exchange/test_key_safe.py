"""Keys are in the system's keyring or in memory, and in no text."""

import json
import subprocess
import sys

import pytest

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.desks.exchange.key_safe import SERVICE, KeySafe, KeySafeError
from photon_desktop.trading.profile import AccountMode, Profile
from tests.keyrings import (
    NO_KEYRING,
    ForgetfulKeyring,
    LockedKeyring,
    MemoryKeyring,
    TellTaleKeyring,
    found,
)

KEYS = ApiKeys("abcdefgh", "the-secret-of-the-account")
MAIN = Profile("Main", "account-1", AccountMode.LIVE, "real")
DEMO = Profile("Trying", "account-1", AccountMode.DEMO, "real")


def safe_of(ring: MemoryKeyring) -> KeySafe:
    return KeySafe("a-store", lambda: found(ring))


def test_keys_outlive_the_session_in_one_entry_an_account_and_mode() -> None:
    ring = MemoryKeyring()
    place = safe_of(ring).keep(MAIN, KEYS)
    assert place.sentence == "Keys are kept in the test's keyring."
    assert list(ring.kept) == [(SERVICE, "a-store/account-1/live")]
    later = safe_of(ring)
    assert later.held(MAIN) is None
    assert later.fetch(MAIN) == KEYS
    assert later.held(MAIN) == KEYS
    assert later.fetch(DEMO) is None


def test_accounts_of_another_store_are_others_though_their_books_have_the_same_key() -> None:
    ring = MemoryKeyring()
    safe_of(ring).keep(MAIN, KEYS)
    assert KeySafe("another-store", lambda: found(ring)).fetch(MAIN) is None


def test_what_the_session_knows_is_not_asked_again() -> None:
    ring = MemoryKeyring()
    safe = safe_of(ring)
    safe.keep(MAIN, KEYS)
    asked = ring.asked
    assert safe.fetch(MAIN) == KEYS
    assert ring.asked == asked


def test_forgotten_keys_are_nowhere() -> None:
    ring = MemoryKeyring()
    safe = safe_of(ring)
    safe.keep(MAIN, KEYS)
    safe.forget(MAIN)
    safe.forget(MAIN)
    assert safe.held(MAIN) is None
    assert safe.fetch(MAIN) is None
    assert ring.kept == {}


def test_without_a_keyring_keys_last_for_the_session_and_that_is_said() -> None:
    safe = KeySafe("a-store", lambda: NO_KEYRING)
    assert safe.place is None
    place = safe.keep(MAIN, KEYS)
    assert not place.is_lasting
    assert "This system has no keyring. Keys are kept for this session only" in place.sentence
    assert safe.fetch(MAIN) == KEYS
    assert KeySafe("a-store", lambda: NO_KEYRING).fetch(MAIN) is None
    safe.forget(MAIN)
    assert safe.held(MAIN) is None


def test_keys_for_this_session_only_leave_the_keyring_as_it_is() -> None:
    ring = MemoryKeyring()
    safe = safe_of(ring)
    assert not safe.keep(MAIN, KEYS, session_only=True).is_lasting
    assert ring.kept == {}
    assert safe.held(MAIN) == KEYS


def test_a_locked_keyring_is_one_sentence_and_the_keys_are_not_taken_for_kept() -> None:
    safe = safe_of(LockedKeyring())
    with pytest.raises(KeySafeError, match=r"^The keys can't be kept: The test's keyring is locked; unlock it"):
        safe.keep(MAIN, KEYS)
    with pytest.raises(KeySafeError, match="can't be read"):
        safe.fetch(MAIN)
    assert safe.held(MAIN) is None


def test_a_failing_keyrings_own_words_are_not_passed_on() -> None:
    safe = safe_of(TellTaleKeyring())
    with pytest.raises(KeySafeError) as refused:
        safe.keep(MAIN, KEYS)
    assert "failed (OSError)" in str(refused.value)
    assert KEYS.reveal_secret() not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
    with pytest.raises(KeySafeError, match="can't be forgotten"):
        safe.forget(MAIN)


def test_a_keyring_that_keeps_nothing_is_found_out() -> None:
    safe = safe_of(ForgetfulKeyring())
    with pytest.raises(KeySafeError, match="does not give them back"):
        safe.keep(MAIN, KEYS)
    assert safe.held(MAIN) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"key": "k"}', json.dumps({"key": "k", "secret": "s s"})])
def test_a_damaged_entry_says_what_to_do(text: str) -> None:
    ring = MemoryKeyring()
    ring.set_password(SERVICE, "a-store/account-1/live", text)
    with pytest.raises(KeySafeError, match="The keys of Main in the keyring can't be read; enter them again"):
        safe_of(ring).fetch(MAIN)


def test_nothing_of_the_keyring_library_is_imported_before_keys_are_asked_for() -> None:
    code = "import sys; import photon_desktop.desks.exchange.key_safe; "
    code += "print('keyring' in sys.modules, 'pybit' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["False", "False"]
