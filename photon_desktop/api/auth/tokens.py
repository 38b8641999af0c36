"""JSON Web Tokens (RFC 7519) that say who asks, signed with a key that no file has."""

from dataclasses import dataclass
from enum import StrEnum

import jwt

from photon_desktop.api.faults import unknown_token
from photon_desktop.trading.timestamps import Clock

ACCESS_S, REFRESH_S = 3_600, 7 * 86_400
_ALGORITHM = "HS256"
_NS = 1_000_000_000
_MOST_READ = 64  # tokens whose signature is known to be right


class TokenUse(StrEnum):
    """What a token is good for: asking, or getting another one."""

    ACCESS = "access"
    REFRESH = "refresh"


_LIVES_S = {TokenUse.ACCESS: ACCESS_S, TokenUse.REFRESH: REFRESH_S}


@dataclass(frozen=True, slots=True)
class _Claims:
    """What a signed token says."""

    user_id: int
    ends_s: int
    use: str


class Tokens:
    """Makes and reads tokens, which are good for as long as their key is used. A program asks with one token again and
    again: its signature is checked once, its end each time."""

    def __init__(self, key: bytes, clock: Clock) -> None:
        self._key, self._clock = key, clock
        self._read: dict[str, _Claims] = {}

    def sign_with(self, key: bytes) -> None:
        """Use `key` from here on; tokens of another are good no more."""
        self._key = key
        self._read.clear()

    def make(self, user_id: int, use: TokenUse) -> str:
        """A token that says its bearer is this user."""
        now_s = self._clock.now_ns() // _NS
        claims = {"sub": str(user_id), "token_type": use.value, "iat": now_s, "exp": now_s + _LIVES_S[use]}
        return jwt.encode(claims, self._key, _ALGORITHM)

    def pair(self, user_id: int) -> dict[str, str]:
        """Both tokens of a user, by their use."""
        return {use.value: self.make(user_id, use) for use in TokenUse}

    def read(self, token: str, use: TokenUse) -> tuple[int, int]:
        """The user a token names, and when it ends (ns UTC). Raises ApiError (401) for any that is not good for `use`
        now."""
        claims = self._read.get(token) or self._checked(token)
        if claims.use != use.value:
            raise unknown_token(f"The token is no {use.value} token; send the one called {use.value!r}.")
        if self._clock.now_ns() >= claims.ends_s * _NS:
            raise unknown_token("The token has expired; log in again, or send the refresh token for a new one.")
        return claims.user_id, claims.ends_s * _NS

    def _checked(self, token: str) -> _Claims:
        try:
            # time is the handed clock's, so it is compared by who asks and not by the library
            told = jwt.decode(
                token,
                self._key,
                algorithms=[_ALGORITHM],
                options={"require": ["exp", "sub"], "verify_exp": False, "verify_iat": False},
            )
            claims = _Claims(int(told["sub"]), int(told["exp"]), str(told.get("token_type")))
        except (jwt.InvalidTokenError, ValueError, TypeError):
            raise unknown_token("The token is not one of this server's; log in again.") from None
        while len(self._read) >= _MOST_READ:
            del self._read[next(iter(self._read))]
        self._read[token] = claims
        return claims
