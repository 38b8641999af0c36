"""How the entries of one store are told from those of another in the keyring that they share."""

from photon_desktop.clock import random_bytes
from photon_desktop.store.settings import SettingRepository

_SCOPE = "keys.scope"


def keyring_scope(settings: SettingRepository) -> str:
    """A name of this store among all stores of this computer, made when it is first asked for."""
    scope = settings.get(_SCOPE, "")
    if not scope:
        scope = random_bytes(8).hex()
        settings.put(_SCOPE, scope)
    return str(scope)
