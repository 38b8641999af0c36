"""The key that the API's tokens are signed with: in the operating system's keyring, or until the program ends."""

import asyncio
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress

from photon_desktop.store.settings import SettingRepository
from photon_desktop.system_keyring import FoundKeyring, KeyringFailedError, SystemKeyring, find_system_keyring

SERVICE = "photon-desktop-api"
KEY_BYTES = 32
_SCOPE, _SCOPE_BYTES = "api.scope", 8
_PATIENCE_S = 5.0


def fresh_key() -> bytes:
    """One that nobody has had before."""
    return secrets.token_bytes(KEY_BYTES)


def scope_of(settings: SettingRepository) -> str:
    """A name of this store among all stores of this computer, made when it is first asked for."""
    scope = str(settings.get(_SCOPE, ""))
    if not scope:
        scope = secrets.token_hex(_SCOPE_BYTES)
        settings.put(_SCOPE, scope)
    return scope


def lasting_key(scope: str, find: Callable[[], SystemKeyring] = find_system_keyring) -> bytes:
    """The key of the store with this scope, made when there is none; a fresh one where no keyring keeps it.

    Blocks, for the system may ask the user for a password.
    """
    ring, made = FoundKeyring(find), fresh_key()
    try:
        known = _read(ring.read(SERVICE, scope))
        if known is None:
            ring.keep(SERVICE, scope, made.hex())
    except KeyringFailedError:  # tokens then end with the program
        return made
    return known or made


async def key_in_time(find_key: Callable[[], bytes], patience_s: float = _PATIENCE_S) -> bytes:
    """What `find_key` finds on a thread of its own; a fresh key when it has not within `patience_s`."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[bytes] = loop.create_future()

    def look() -> None:
        key = find_key()
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(lambda: None if found.done() else found.set_result(key))

    threading.Thread(target=look, name="api-key", daemon=True).start()
    try:
        return await asyncio.wait_for(found, patience_s)
    except TimeoutError:
        return fresh_key()


def _read(text: str | None) -> bytes | None:
    try:
        key = bytes.fromhex(text or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
