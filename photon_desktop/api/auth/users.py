"""Registering, logging in, and knowing who asks."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from photon_desktop.api.auth.attempts import Attempts
from photon_desktop.api.auth.passwords import Passwords
from photon_desktop.api.auth.tokens import Tokens, TokenUse
from photon_desktop.api.faults import ApiError, bad_request, conflict, refused, unknown_token
from photon_desktop.api.worker import Worker
from photon_desktop.errors import DuplicateError, StoreError
from photon_desktop.store.api_users import MOST_USERS, ApiUser
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import Json
from photon_desktop.trading.timestamps import Clock, to_iso

SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 128
LONGEST_EMAIL = 254
WRONG_TRIES = "api.wrong_tries"  # of the store's settings
_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]{1,64}@[^@\s\x00-\x1f\x7f]{1,190}")
_NOBODY = "There is no user with this address and this password."
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and until when the token says so (ns UTC)."""

    user: ApiUser
    until_ns: int


class Users:
    """Lives on the loop's thread; what takes long is done by the worker. The first user may register at any time, and
    further ones while `is_open` says so, twenty in all: on a computer of several people the port is everybody's."""

    def __init__(
        self,
        store: Store,
        worker: Worker,
        clock: Clock,
        tokens: Tokens,
        passwords: Passwords,
        is_open: Callable[[], bool],
    ) -> None:
        self._store, self._worker, self._clock = store, worker, clock
        self._tokens, self._passwords, self._is_open = tokens, passwords, is_open
        self._attempts, self._has_read_attempts = Attempts(clock), False
        self._known: dict[int, ApiUser] = {}  # nobody is ever removed

    async def register(self, email: str, password: str) -> Json:
        """Make a user. Raises ApiError: 400 or 409 for an address or a password that can't be, 403 for another than the
        first where the settings do not let more register, or beyond the twentieth."""
        name = _checked_email(email)
        _check_password(password)
        return _told(await self._worker.run(self._add, name, password))

    async def log_in(self, email: str, password: str) -> Json:
        """The tokens of a user. Raises ApiError: 401 for a wrong address or password, which are not told apart; 429
        after too many of them."""
        name = email.strip().lower()
        if not _is_email(name):  # of nobody, and perhaps a password in the wrong field: it is kept nowhere
            raise unknown_token(_NOBODY)
        await self._read_attempts()
        self._attempts.check(name)
        self._attempts.begin(name)
        user = await self._worker.run(self._fitting, name, password, self._attempts.to_json())
        if user is None:
            raise unknown_token(_NOBODY)
        self._attempts.succeed(name)
        await self._worker.run(self._keep_attempts, self._attempts.to_json())
        return {**self._tokens.pair(user.id)}

    async def refresh(self, token: str) -> Json:
        """New tokens for a refresh token."""
        asker = await self.asker(token, TokenUse.REFRESH)
        return {**self._tokens.pair(asker.user.id)}

    async def asker(self, token: str, use: TokenUse = TokenUse.ACCESS) -> Asker:
        """Who bears this token. Raises ApiError (401) when nobody does any more."""
        user_id, until_ns = self._tokens.read(token, use)
        user = self._known.get(user_id) or await self._worker.run(self._store.api_users.find, user_id)
        if user is None:
            raise unknown_token("The user of this token is not registered; register first.")
        self._known[user_id] = user
        return Asker(user, until_ns)

    def me(self, asker: Asker) -> Json:
        """What a user may know of himself."""
        return _told(asker.user)

    def _add(self, name: str, password: str) -> ApiUser:
        """On a worker thread."""
        if self._store.api_users.named(name) is not None:
            raise conflict(f"{name} is registered already; log in, or choose another address.")
        count = self._store.api_users.count()
        if not self._is_open() and count > 0:
            raise refused(
                "There is a user already; log in as that one, or let more register in the settings, Local API."
            )
        if count >= MOST_USERS:
            raise refused(f"There are {MOST_USERS} users already, which is all there can be; log in as one of them.")
        try:
            return self._store.api_users.add(name, self._passwords.hash_of(password), self._clock.now_ns())
        except DuplicateError as error:
            raise ApiError(HTTPStatus.CONFLICT, str(error)) from None

    async def _read_attempts(self) -> None:
        """Those of earlier runs, once."""
        if not self._has_read_attempts:
            kept = await self._worker.run(self._store.settings.get, WRONG_TRIES, None)
            if not self._has_read_attempts:  # several may have asked at once
                self._attempts.take(kept)
                self._has_read_attempts = True

    def _keep_attempts(self, attempts: Json) -> None:
        """On a worker thread, one after another. What can't be written counts until the program ends."""
        try:
            self._store.settings.put(WRONG_TRIES, attempts)
        except StoreError as error:
            _log.warning("Wrong passwords of the API are counted until the program ends: %s", error)

    def _fitting(self, name: str, password: str, attempts: Json) -> ApiUser | None:
        """On a worker thread. The try is written down before it is known to be right, so that a restart gives none."""
        self._keep_attempts(attempts)
        user = self._store.api_users.named(name)
        return user if self._passwords.fits(password, None if user is None else user.password_hash) else None


def _told(user: ApiUser) -> Json:
    return {"id": user.id, "email": user.email, "created_at": to_iso(user.created_at)}


def _is_email(name: str) -> bool:
    return len(name) <= LONGEST_EMAIL and _EMAIL.fullmatch(name) is not None


def _checked_email(email: str) -> str:
    name = email.strip().lower()
    if not _is_email(name):
        raise bad_request("email is no address; write it like ann@example.org.")
    return name


def _check_password(password: str) -> None:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise bad_request(
            f"password has {len(password)} characters; give it {SHORTEST_PASSWORD} to {LONGEST_PASSWORD}."
        )
