"""The API served on a free port of this computer, and whoever asks it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from argon2 import PasswordHasher

from photon_desktop.api.auth.passwords import Passwords
from photon_desktop.api.auth.tokens import Tokens
from photon_desktop.api.auth.users import Users
from photon_desktop.api.resources.auth import auth_routes
from photon_desktop.api.server import ApiServer, Place
from photon_desktop.api.web.door import Door
from photon_desktop.api.web.hosts import Hosts
from photon_desktop.api.web.rates import OPEN_RATE, USUAL_RATE, Rate, RateLimit
from photon_desktop.api.worker import Worker
from photon_desktop.store import Store

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
EMAIL, PASSWORD = "ann@example.org", "a long password"
Json = dict[str, Any]


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now_s = 1_700_000_000.0

    def now_ns(self) -> int:
        return int(self.now_s * 1e9)

    def monotonic(self) -> float:
        return self.now_s


@dataclass
class Client:
    """Asks one server, with a token or without."""

    session: aiohttp.ClientSession
    address: str
    token: str = ""

    async def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        """Status and JSON of the answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            named.setdefault("Authorization", f"Bearer {self.token}")
        sent = {} if body is None else {"json": body}
        async with self.session.request(method, f"{self.address}{path}", headers=named, **sent) as answer:
            content = await answer.read()
            assert not content or answer.content_type == "application/json"
            return answer.status, (await answer.json()) if content else None

    async def get(self, path: str) -> Json:
        """The JSON of what must be answered."""
        status, content = await self.ask("GET", path)
        assert status == 200, content
        return content

    async def log_in(self) -> None:
        """Register, and have a token from here on."""
        body = {"email": EMAIL, "password": PASSWORD}
        await self.ask("POST", "/api/auth/register/", body)
        status, tokens = await self.ask("POST", "/api/auth/login/", body)
        assert status == 200, tokens
        self.token = tokens["access"]


def door_of(
    store: Store,
    worker: Worker,
    clock: HandClock,
    usual: Rate = USUAL_RATE,
    unknown: Rate = OPEN_RATE,
    is_open: Callable[[], bool] = lambda: False,
) -> Door:
    """A door with a quick hash of passwords."""
    users = Users(store, worker, clock, Tokens(b"k" * 32, clock), Passwords(QUICK), is_open)
    return Door(Hosts(), users, RateLimit(usual, clock.monotonic), RateLimit(unknown, clock.monotonic))


@asynccontextmanager
async def served(
    store: Store, clock: HandClock, usual: Rate = USUAL_RATE, unknown: Rate = OPEN_RATE
) -> AsyncIterator[Client]:
    """The part of the API that registers and logs in, and a client of it."""
    worker = Worker()
    door = door_of(store, worker, clock, usual, unknown)
    server = ApiServer(Place(port=0), door, auth_routes(door.users))
    await server.start()
    try:
        async with aiohttp.ClientSession() as session:
            yield Client(session, server.address)
    finally:
        await server.stop()
        worker.close()


def with_client(
    store: Store,
    scenario: Callable[[Client, HandClock], Coroutine[Any, Any, None]],
    usual: Rate = USUAL_RATE,
    unknown: Rate = OPEN_RATE,
) -> None:
    """Run a scenario with a client."""

    async def run() -> None:
        clock = HandClock()
        async with served(store, clock, usual, unknown) as client:
            await scenario(client, clock)

    asyncio.run(run())


async def all_of(questions: list[Awaitable[Any]]) -> list[Any]:
    """What all of them answer, asked at once."""
    return list(await asyncio.gather(*questions))
