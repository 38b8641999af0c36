"""Keyrings to try: one in memory, and ones that misbehave."""

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from photon_desktop.system_keyring import SystemKeyring


class MemoryKeyring(KeyringBackend):
    """Keeps passwords by service and name, as a system's keyring does."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("no such password")
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    """The user has closed the prompt that would unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("Failed to unlock the collection!")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("Failed to unlock the collection!")


class TellTaleKeyring(MemoryKeyring):
    """Fails, and says in its error what it was handed."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"the bus has gone while {password} was on it")

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("the bus has gone")


class ForgetfulKeyring(MemoryKeyring):
    """Takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


def found(ring: KeyringBackend) -> SystemKeyring:
    """`ring` as the system's own."""
    return SystemKeyring(ring, "the test's keyring")


NO_KEYRING = SystemKeyring(None, why_none="This system has no keyring.")
