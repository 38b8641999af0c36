"""The key to an account at the exchange."""

from typing import NoReturn

from photon_desktop.errors import ValueRefusedError


class ApiKeys:
    """A key and its secret, held in memory only: no text of this object shows the secret, and it can't be pickled."""

    __slots__ = ("_secret", "key")

    def __init__(self, key: str, secret: str) -> None:
        for name, text in (("key", key), ("secret", secret)):
            if not (text and text.isascii() and text.isprintable() and " " not in text):
                raise ValueRefusedError(f"The {name} is empty or has characters that none has; copy it again.")
        self.key = key
        self._secret = secret

    def reveal_secret(self) -> str:
        """The secret, for the library that signs with it and for the keyring; never for a text that is kept."""
        return self._secret

    @property
    def shown(self) -> str:
        """As much of the key as tells one from another: its first four characters."""
        return f"{self.key[:4]}…"

    def __repr__(self) -> str:
        return f"ApiKeys({self.shown}, secret hidden)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ApiKeys) and (self.key, self._secret) == (other.key, other._secret)

    def __hash__(self) -> int:
        return hash(self.key)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("Keys of an exchange are never written anywhere.")
