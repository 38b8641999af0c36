"""Only a keyring of the operating system is a place for keys."""

import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring

from photon_desktop.system_keyring import FoundKeyring, KeyringFailedError, find_system_keyring, judged
from tests.keyrings import NO_KEYRING, ForgetfulKeyring, LockedKeyring, MemoryKeyring, TellTaleKeyring, found


def keyring_of(module: str, priority: float = 5.0) -> MemoryKeyring:
    """A keyring whose class says that it stands in `module`."""
    kind = type("Keyring", (MemoryKeyring,), {"__module__": module, "priority": priority})
    made: MemoryKeyring = kind()
    return made


@pytest.mark.parametrize("ring", [NoKeyring(), NullKeyring()])
def test_no_keyring_is_said_plainly(ring: NoKeyring | NullKeyring) -> None:
    assert judged([ring]).backend is None
    assert judged([ring]).why_none == "This system has no keyring."


@pytest.mark.parametrize(
    "module", ["keyrings.alt.file", "keyrings.cryptfile.cryptfile", "somebody.elses", "keyring.backends.Windowsish"]
)
def test_a_keyring_that_may_write_a_file_is_refused_by_name(module: str) -> None:
    found = judged([keyring_of(module)])
    assert found.backend is None
    assert found.why_none.startswith(f"{module}.Keyring is no keyring of the operating system")


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.SecretService", "the system's Secret Service"),
        ("keyring.backends.macOS", "the macOS Keychain"),
        ("keyring.backends.Windows", "the Windows Credential Manager"),
        ("keyring.backends.kwallet", "KWallet"),
    ],
)
def test_the_systems_own_keyrings_are_taken_past_others_before_them(module: str, name: str) -> None:
    ring = keyring_of(module)
    found = judged([keyring_of("keyrings.alt.file"), ring])
    assert found.backend is ring
    assert found.name == name


def test_a_keyring_of_the_system_that_does_not_work_here_is_not_taken() -> None:
    assert judged([keyring_of("keyring.backends.Windows", priority=0.0)]).backend is None


def test_a_configuration_that_can_not_be_opened_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ModuleNotFoundError("no such thing")

    monkeypatch.setattr("keyring.get_keyring", broken)
    assert "can't be opened (ModuleNotFoundError)" in find_system_keyring().why_none


def test_here_in_the_tests_there_is_none() -> None:
    assert find_system_keyring().backend is None


def test_a_keyring_is_looked_for_once_and_only_when_it_is_needed() -> None:
    looked: list[int] = []
    ring = FoundKeyring(lambda: (looked.append(1), found(MemoryKeyring()))[1])
    assert ring.known is None and not looked
    assert ring.keep("photon", "one", "secret") and ring.read("photon", "one") == "secret"
    assert ring.forget("photon", "one") and ring.forget("photon", "one") and ring.read("photon", "one") is None
    assert looked == [1] and ring.known is not None


def test_a_keyring_that_fails_tells_its_kind_of_failure_and_not_what_it_was_handed() -> None:
    for made, is_locked in ((LockedKeyring(), True), (TellTaleKeyring(), False)):
        with pytest.raises(KeyringFailedError) as failure:
            FoundKeyring(lambda made=made: found(made)).keep("photon", "one", "secret")
        assert failure.value.is_locked is is_locked and "secret" not in str(failure.value)
    assert not FoundKeyring(lambda: found(ForgetfulKeyring())).keep("photon", "one", "secret")
    assert FoundKeyring(lambda: NO_KEYRING).keep("photon", "one", "secret")
