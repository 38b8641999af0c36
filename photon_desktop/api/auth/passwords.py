"""Passwords, of which only hashes are kept: argon2id with the library's parameters (RFC 9106, low memory)."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


class Passwords:
    """Each call takes tens of milliseconds on purpose, and belongs in a worker thread."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """`hasher` as another than the usual one is for tests."""
        self._hasher = hasher or PasswordHasher()
        self._of_nobody = self._hasher.hash("nobody")

    def hash_of(self, password: str) -> str:
        """What is kept of `password`."""
        return self._hasher.hash(password)

    def fits(self, password: str, kept: str | None) -> bool:
        """Whether `kept` was made of `password`; None, nobody's, takes just as long and never fits."""
        try:
            is_right = self._hasher.verify(kept or self._of_nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return is_right and kept is not None
