"""Which keyring of the operating system can keep secrets here, why none can where there is none, and asking it."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

# The operating systems' own, by module: all others write files, or hand the secret to somebody we know nothing of.
_NAMES = {
    "keyring.backends.SecretService": "the system's Secret Service",
    "keyring.backends.libsecret": "the system's Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "the macOS Keychain",
    "keyring.backends.Windows": "the Windows Credential Manager",
}
_NO_KEYRING = ("keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer")
_NONE = "This system has no keyring."
_LOCKED = "KeyringLocked"  # of the keyring library, which is imported on demand only
T = TypeVar("T")


class Keyring(Protocol):
    """What is used of the keyring library's back ends, which are imported only when they are looked for."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept under these two, None for nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep `password` under the other two."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove what is kept under these two."""


@dataclass(frozen=True, slots=True)
class SystemKeyring:
    """`backend` keeps secrets under `name`, None where nothing can; `why_none` then says so in a sentence."""

    backend: Keyring | None
    name: str = ""
    why_none: str = ""


class KeyringFailedError(Exception):
    """A keyring raised: `error` is the kind of what it raised, whose text might show what it was handed."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error

    @property
    def is_locked(self) -> bool:
        """Whether it only waits to be unlocked."""
        return self.error == _LOCKED


def find_system_keyring() -> SystemKeyring:
    """The keyring that the user's system or configuration names, if it is one of the system's own. May block."""
    import keyring  # noqa: PLC0415 - a fifteenth of a second that the window need not wait for

    try:
        chosen = keyring.get_keyring()
    except Exception as error:  # it imports and asks whatever is configured
        name = type(error).__name__
        return SystemKeyring(None, why_none=f"The keyring that is configured here can't be opened ({name}).")
    return judged(_chained(chosen))


class FoundKeyring:
    """The keyring that `find` finds when it is first needed. From any thread; all but `known` may block."""

    def __init__(self, find: Callable[[], SystemKeyring] = find_system_keyring) -> None:
        self._find = find
        self._lock = threading.Lock()
        self._found: SystemKeyring | None = None

    @property
    def known(self) -> SystemKeyring | None:
        """What was found, None before it was looked for."""
        with self._lock:
            return self._found

    def look(self) -> SystemKeyring:
        """What there is."""
        found = self.known
        if found is None:
            found = self._find()
            with self._lock:
                self._found = found
        return found

    def ask(self, question: Callable[[Keyring], T], without: T) -> T:
        """What the keyring answers to `question`; `without` where there is none. Raises KeyringFailedError."""
        ring = self.look().backend
        if ring is None:
            return without
        try:
            return question(ring)
        except Exception as error:  # it raises whatever its library raises
            raise KeyringFailedError(type(error).__name__) from None

    def read(self, service: str, entry: str) -> str | None:
        """What is kept there, None for nothing. Raises KeyringFailedError."""
        return self.ask(lambda ring: ring.get_password(service, entry), None)

    def keep(self, service: str, entry: str, text: str) -> bool:
        """Keep `text`; False when the keyring took it and does not give it back. Raises KeyringFailedError."""

        def put(ring: Keyring) -> bool:
            ring.set_password(service, entry, text)
            return ring.get_password(service, entry) == text

        return self.ask(put, without=True)

    def forget(self, service: str, entry: str) -> bool:
        """Remove what is kept there; False when the keyring still has it. Raises KeyringFailedError."""

        def remove(ring: Keyring) -> bool:
            if ring.get_password(service, entry) is not None:
                ring.delete_password(service, entry)
            return ring.get_password(service, entry) is None

        return self.ask(remove, without=True)


def judged(backends: Sequence[Keyring]) -> SystemKeyring:
    """The first of `backends` that is one of the system's own."""
    for backend in backends:
        name = _name_of(backend)
        if name and _is_usable(backend):
            return SystemKeyring(backend, name)
    others = [backend for backend in backends if not _module(backend).startswith(_NO_KEYRING)]
    if not others:
        return SystemKeyring(None, why_none=_NONE)
    found = f"{_module(others[0])}.{type(others[0]).__name__}"
    return SystemKeyring(None, why_none=f"{found} is no keyring of the operating system, and may write keys to a file.")


def _chained(backend: Keyring) -> tuple[Keyring, ...]:
    """Those that a chain of keyrings would ask, in its order."""
    members = getattr(backend, "backends", None)
    return tuple(members) if isinstance(members, Sequence) and members else (backend,)


def _name_of(backend: Keyring) -> str:
    module = _module(backend)
    return next((name for start, name in _NAMES.items() if module == start or module.startswith(f"{start}.")), "")


def _module(backend: Keyring) -> str:
    return type(backend).__module__


def _is_usable(backend: Keyring) -> bool:
    try:
        return bool(getattr(backend, "priority", 0) > 0)
    except Exception:  # it says so by raising whatever its library raises
        return False
