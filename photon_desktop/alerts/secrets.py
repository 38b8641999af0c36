"""Keeps what channels need in secret: in the operating system's keyring, or until the program ends."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from photon_desktop.alerts.choices import Channel, ChannelChoice, WebhookChoice
from photon_desktop.alerts.fields import is_shortened, shown_address
from photon_desktop.errors import PhotonError
from photon_desktop.system_keyring import FoundKeyring, KeyringFailedError, SystemKeyring, find_system_keyring

SERVICE = "photon-desktop"
LONGEST = 1_000
_KEPT_FOR_NOW = "Kept for this session only: {why} Enter it again after a restart."
_NOT_KEPT = (
    "{why} A secret lasts only as long as the window that it was entered in, and photon-desktop serve has none:"
    " enter it in the window under Settings, Alerts, and let that run."
)
T = TypeVar("T")


class SecretError(PhotonError):
    """The keyring could not do what was asked, or a secret can't be used."""


class AlertSecrets:
    """One entry a channel, and one for the webhook's address. The keyring may ask for a password and block for as
    long: only `held` may be used on the main thread. No error has a text of the keyring's own, which might show what it
    was handed. `scope` keeps the entries of one store from those of another."""

    def __init__(self, scope: str, find: Callable[[], SystemKeyring] = find_system_keyring) -> None:
        self._scope, self._ring = scope, FoundKeyring(find)
        self._lock = threading.Lock()
        self._held: dict[str, str] = {}

    def held(self, channel: Channel) -> str:
        """The secret that this session knows, or an empty text; never blocks."""
        return self._known(self._entry(channel))

    def fetch(self, channel: Channel) -> str:
        """The secret, asked from the keyring if this session does not know it; an empty text when there is none.
        Blocks. Raises SecretError."""
        return self._fetch(self._entry(channel))

    def keep(self, channel: Channel, secret: str) -> str:
        """Keep `secret`, and say where it is. Blocks. Raises SecretError."""
        if fault := secret_fault(channel, secret):
            raise SecretError(fault)
        self._keep(self._entry(channel), secret)
        return self.place()

    def forget(self, channel: Channel) -> None:
        """Let go of the secret, here and in the keyring. Blocks. Raises SecretError."""
        self._forget(self._entry(channel))

    def keep_address(self, address: str) -> str:
        """Keep the webhook's address, which may be a secret itself, and return what the settings are to keep of it: its
        host where a keyring has the rest, else all of it. Blocks. Raises SecretError."""
        if shown_address(address) == address or self._ring.look().backend is None:
            return address
        self._keep(self._address_entry, address)
        return shown_address(address)

    def forget_address(self) -> None:
        """Let go of the webhook's address, here and in the keyring. Blocks. Raises SecretError."""
        self._forget(self._address_entry)

    def is_whole(self, choice: ChannelChoice) -> bool:
        """Whether `whole` answers without asking the keyring."""
        is_short = isinstance(choice, WebhookChoice) and is_shortened(choice.address)
        return not is_short or bool(self._known(self._address_entry))

    def whole(self, choice: ChannelChoice) -> ChannelChoice:
        """`choice` with all of its address. Blocks unless `is_whole`. Raises SecretError where it is not kept."""
        if not isinstance(choice, WebhookChoice) or not is_shortened(choice.address):
            return choice
        address = self._fetch(self._address_entry)
        if shown_address(address) != choice.address:
            raise SecretError("The webhook's address is not in the keyring; enter it again under Settings, Alerts.")
        return replace(choice, address=address)

    def place(self) -> str:
        """Where secrets are kept, in a sentence. Blocks."""
        found = self._ring.look()
        return _KEPT_FOR_NOW.format(why=found.why_none) if found.backend is None else f"Kept in {found.name}."

    def lack(self) -> str:
        """Why no secret outlives the program here, and what to do; empty where a keyring keeps them. Blocks."""
        found = self._ring.look()
        return _NOT_KEPT.format(why=found.why_none) if found.backend is None else ""

    def _known(self, entry: str) -> str:
        with self._lock:
            return self._held.get(entry, "")

    def _fetch(self, entry: str) -> str:
        if known := self._known(entry):
            return known
        text = self._ask("read", lambda: self._ring.read(SERVICE, entry)) or ""
        if text:
            self._hold(entry, text)
        return text

    def _keep(self, entry: str, text: str) -> None:
        if not self._ask("kept", lambda: self._ring.keep(SERVICE, entry, text)):
            raise SecretError(f"{self._name()} took the secret and does not give it back; it was not kept.")
        self._hold(entry, text)

    def _forget(self, entry: str) -> None:
        with self._lock:
            self._held.pop(entry, None)
        if not self._ask("forgotten", lambda: self._ring.forget(SERVICE, entry)):
            raise SecretError(f"{self._name()} still holds the secret; remove {SERVICE} there.")

    def _ask(self, what: str, ask: Callable[[], T]) -> T:
        """What the keyring answers."""
        try:
            return ask()
        except KeyringFailedError as failure:
            why = "is locked; unlock it and try again" if failure.is_locked else f"failed ({failure.error}); try again"
            raise SecretError(f"The secret can't be {what}: {self._name()} {why}.") from None

    def _name(self) -> str:
        name = self._ring.look().name
        return name[:1].upper() + name[1:]

    def _entry(self, channel: Channel) -> str:
        return f"{self._scope}/alerts/{channel.value}"

    @property
    def _address_entry(self) -> str:
        return f"{self._entry(Channel.WEBHOOK)}/address"

    def _hold(self, entry: str, text: str) -> None:
        with self._lock:
            self._held[entry] = text


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
