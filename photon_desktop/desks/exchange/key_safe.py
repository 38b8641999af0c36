"""Keeps the keys of exchange accounts: in the operating system's keyring, or until the program ends."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.errors import PhotonError, ValueRefusedError
from photon_desktop.system_keyring import FoundKeyring, KeyringFailedError, SystemKeyring, find_system_keyring
from photon_desktop.trading.profile import Profile
from photon_desktop.ui.language import mark, tr

SERVICE = "photon-desktop"
T = TypeVar("T")


class KeySafeError(PhotonError):
    """The keyring could not do what was asked."""


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where keys are kept, in a `sentence`: the keyring of this `name`, empty where they last for the session only."""

    name: str
    sentence: str

    @property
    def is_lasting(self) -> bool:
        """Whether keys outlive the program."""
        return bool(self.name)


class KeySafe:
    """One entry an account and mode. The keyring may ask the user for a password and block for as long: only `held`
    and `place` may be used on the main thread. No error of this class has a text of the keyring's own, which might
    show what it was handed. `find` finds the keyring when it is first needed; `scope` keeps the entries of one store
    from those of another, whose accounts may have the same keys of their books.
    """

    def __init__(self, scope: str, find: Callable[[], SystemKeyring] = find_system_keyring) -> None:
        self._scope, self._ring = scope, FoundKeyring(find)
        self._lock = threading.Lock()
        self._held: dict[str, ApiKeys] = {}

    @property
    def place(self) -> KeyPlace | None:
        """Where keys are kept, None before `look` has looked."""
        found = self._ring.known
        return None if found is None else _place_of(found)

    def look(self) -> KeyPlace:
        """Find the keyring, and say where keys are kept. Blocks."""
        return _place_of(self._ring.look())

    def held(self, profile: Profile) -> ApiKeys | None:
        """The keys of `profile` that this session knows; never blocks."""
        with self._lock:
            return self._held.get(self._entry(profile))

    def fetch(self, profile: Profile) -> ApiKeys | None:
        """The keys of `profile`, asked from the keyring if this session does not know them; None when there are none.

        Blocks. Raises KeySafeError when the keyring is locked or fails, or when what it holds can't be read.
        """
        known = self.held(profile)
        if known is not None:
            return known
        cant = mark("The keys can't be read: {why}")
        text = self._ask(cant, lambda: self._ring.read(SERVICE, self._entry(profile)))
        if text is None:
            return None
        keys = _read(text, profile)
        self._hold(profile, keys)
        return keys

    def keep(self, profile: Profile, keys: ApiKeys, *, session_only: bool = False) -> KeyPlace:
        """Keep `keys` for `profile`, and say where they are now. Blocks. Raises KeySafeError, and what was kept stays.

        `session_only` leaves the keyring as it is.
        """
        if session_only:
            self._hold(profile, keys)
            return KeyPlace("", tr("The keys are kept for this session only, as you wished."))

        cant, entry = mark("The keys can't be kept: {why}"), self._entry(profile)
        if not self._ask(cant, lambda: self._ring.keep(SERVICE, entry, _written(keys))):
            lost = tr("{keyring} took the keys and does not give them back; keep them for this session.")
            raise KeySafeError(lost.format(keyring=self._name()))
        self._hold(profile, keys)
        return self.look()

    def forget(self, profile: Profile) -> None:
        """Let go of the keys of `profile`, here and in the keyring. Blocks. Raises KeySafeError."""
        with self._lock:
            self._held.pop(self._entry(profile), None)
        cant = mark("The keys can't be forgotten: {why}")
        if not self._ask(cant, lambda: self._ring.forget(SERVICE, self._entry(profile))):
            stays = tr("{keyring} still holds the keys of {account}; remove {service} there.")
            raise KeySafeError(stays.format(keyring=self._name(), account=profile.name, service=SERVICE))

    def _entry(self, profile: Profile) -> str:
        """By the key of the first books, which stays when an account is renamed or begins anew."""
        return f"{self._scope}/{profile.key}/{profile.mode}"

    def _ask(self, cant: str, ask: Callable[[], T]) -> T:
        """What the keyring answers; `cant` is said when it fails."""
        try:
            return ask()
        except KeyringFailedError as failure:
            if failure.is_locked:
                why = tr("{keyring} is locked; unlock it and try again.")
            else:
                why = tr("{keyring} failed ({error}); try again, or keep keys for this session only.")
            told = why.format(keyring=self._name(), error=failure.error)
            raise KeySafeError(tr(cant).format(why=told)) from None

    def _name(self) -> str:
        name = tr(self._ring.look().name)
        return name[:1].upper() + name[1:]

    def _hold(self, profile: Profile, keys: ApiKeys) -> None:
        with self._lock:
            self._held[self._entry(profile)] = keys


def _written(keys: ApiKeys) -> str:
    return json.dumps({"key": keys.key, "secret": keys.reveal_secret()})


def _read(text: str, profile: Profile) -> ApiKeys:
    try:
        told = json.loads(text)
        return ApiKeys(str(told["key"]), str(told["secret"]))
    except (KeyError, TypeError, ValueError, RecursionError, ValueRefusedError):
        sentence = tr("The keys of {account} in the keyring can't be read; enter them again.")
        raise KeySafeError(sentence.format(account=profile.name)) from None


def _place_of(found: SystemKeyring) -> KeyPlace:
    if found.backend is not None:
        return KeyPlace(found.name, tr("Keys are kept in {keyring}.").format(keyring=tr(found.name)))
    meanwhile = tr("Keys are kept for this session only; enter them again after a restart.")
    return KeyPlace("", f"{tr(found.why_none)} {meanwhile}")
