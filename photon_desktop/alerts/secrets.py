"""Keeps what channels need in secret: in the operating system's keyring, or until the program ends."""

import threading
from collections.abc import Callable
from typing import TypeVar

from photon_desktop.alerts.choices import Channel
from photon_desktop.errors import PhotonError
from photon_desktop.system_keyring import Keyring, SystemKeyring, find_system_keyring

SERVICE = "photon-desktop"
LONGEST = 1_000
_LOCKED = "KeyringLocked"  # of the keyring library, which is imported on demand only
_KEPT_FOR_NOW = "Kept for this session only: {why} Enter it again after a restart."
_NOT_KEPT = (
    "{why} A secret lasts only as long as the window that it was entered in, and photon-desktop serve has none:"
    " enter it in the window under Settings, Alerts, and let that run."
)
T = TypeVar("T")


class SecretError(PhotonError):
    """The keyring could not do what was asked, or a secret can't be used."""


class AlertSecrets:
    """One entry a channel. The keyring may ask for a password and block for as long: only `held` may be used on the
    main thread. No error has a text of the keyring's own, which might show what it was handed. `scope` keeps the
    entries of one store from those of another."""

    def __init__(self, scope: str, find: Callable[[], SystemKeyring] = find_system_keyring) -> None:
        self._scope, self._find = scope, find
        self._lock = threading.Lock()
        self._held: dict[Channel, str] = {}
        self._found: SystemKeyring | None = None

    def held(self, channel: Channel) -> str:
        """The secret that this session knows, or an empty text; never blocks."""
        with self._lock:
            return self._held.get(channel, "")

    def fetch(self, channel: Channel) -> str:
        """The secret, asked from the keyring if this session does not know it; an empty text when there is none.
        Blocks. Raises SecretError."""
        if known := self.held(channel):
            return known
        secret = self._ask(lambda ring: ring.get_password(SERVICE, self._entry(channel)), "read", None) or ""
        if secret:
            self._hold(channel, secret)
        return secret

    def keep(self, channel: Channel, secret: str) -> str:
        """Keep `secret`, and say where it is. Blocks. Raises SecretError."""
        if fault := secret_fault(channel, secret):
            raise SecretError(fault)
        entry = self._entry(channel)

        def put(ring: Keyring) -> bool:
            ring.set_password(SERVICE, entry, secret)
            return ring.get_password(SERVICE, entry) == secret

        if not self._ask(put, "kept", True):
            raise SecretError(f"{self._name()} took the secret and does not give it back; it was not kept.")
        self._hold(channel, secret)
        return self.place()

    def forget(self, channel: Channel) -> None:
        """Let go of the secret, here and in the keyring. Blocks. Raises SecretError."""
        with self._lock:
            self._held.pop(channel, None)
        entry = self._entry(channel)

        def remove(ring: Keyring) -> bool:
            if ring.get_password(SERVICE, entry) is not None:
                ring.delete_password(SERVICE, entry)
            return ring.get_password(SERVICE, entry) is None

        if not self._ask(remove, "forgotten", True):
            raise SecretError(f"{self._name()} still holds the secret; remove {SERVICE} there.")

    def place(self) -> str:
        """Where secrets are kept, in a sentence. Blocks."""
        found = self._keyring()
        return _KEPT_FOR_NOW.format(why=found.why_none) if found.backend is None else f"Kept in {found.name}."

    def lack(self) -> str:
        """Why no secret outlives the program here, and what to do; empty where a keyring keeps them. Blocks."""
        found = self._keyring()
        return _NOT_KEPT.format(why=found.why_none) if found.backend is None else ""

    def _ask(self, question: Callable[[Keyring], T], what: str, without: T) -> T:
        """What the keyring answers to `question`; `without` where there is none."""
        ring = self._keyring().backend
        if ring is None:
            return without
        try:
            return question(ring)
        except Exception as error:
            name = type(error).__name__
            why = "is locked; unlock it and try again" if name == _LOCKED else f"failed ({name}); try again"
            raise SecretError(f"The secret can't be {what}: {self._name()} {why}.") from None

    def _keyring(self) -> SystemKeyring:
        with self._lock:
            found = self._found
        if found is None:
            found = self._find()
            with self._lock:
                self._found = found
        return found

    def _name(self) -> str:
        name = self._keyring().name
        return name[:1].upper() + name[1:]

    def _entry(self, channel: Channel) -> str:
        return f"{self._scope}/alerts/{channel.value}"

    def _hold(self, channel: Channel, secret: str) -> None:
        with self._lock:
            self._held[channel] = secret


def secret_fault(channel: Channel, secret: str) -> str:
    """What is wrong with a secret as it was typed, without showing it; empty where nothing is."""
    if not secret.isprintable() or not secret or len(secret) > LONGEST:
        return "The secret is empty, too long, or has characters that can't be typed; enter it again."
    if channel is Channel.WEBHOOK and len(secret) < 16:
        return f"The webhook's secret has {len(secret)} characters; use 16 or more, so that nobody can guess it."
    if channel is Channel.TELEGRAM and not _is_token(secret):
        return "This is no bot's token; BotFather gives it as a number, a colon, and letters."
    return ""


def _is_token(text: str) -> bool:
    number, colon, rest = text.partition(":")
    return bool(colon) and number.isascii() and number.isdigit() and len(rest) >= 10 and _is_plain(rest)


def _is_plain(text: str) -> bool:
    return text.isascii() and text.replace("_", "").replace("-", "").isalnum()
