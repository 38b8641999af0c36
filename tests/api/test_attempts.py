"""Wrong passwords are counted across a restart and whatever the clock does."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from photon_desktop.api.auth.attempts import FORGOTTEN_S, LOCKED_S, MOST_NAMES, TRIES_UNTIL_LOCKED, Attempts
from photon_desktop.api.auth.users import WRONG_TRIES
from photon_desktop.api.faults import ApiError
from photon_desktop.api.web.rates import Rate
from photon_desktop.errors import StoreError
from photon_desktop.store import Store
from tests.api.clients import EMAIL, PASSWORD, Client, HandClock, served

NAMED = {"email": EMAIL, "password": PASSWORD}
WRONG = {"email": EMAIL, "password": "another password"}
LOGIN = "/api/auth/login/"
Scenario = Callable[[Client], Awaitable[None]]
UNLIMITED = Rate(1e6, 10**6)


def serve_twice(store: Store, clock: HandClock, first: Scenario, second: Scenario) -> None:
    """Two runs of the server on one store."""

    async def run() -> None:
        for scenario in (first, second):
            async with served(store, clock, unknown=UNLIMITED) as client:
                await scenario(client)

    asyncio.run(run())


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
def test_a_lock_outlives_a_restart_for_users_and_for_nobody_alike(store: Store, email: str) -> None:
    clock, wrong = HandClock(), {"email": email, "password": "another password"}

    async def first(client: Client) -> None:
        await client.ask("POST", "/api/auth/register/", NAMED)
        for _ in range(TRIES_UNTIL_LOCKED):
            clock.now_s += LOCKED_S
            assert (await client.ask("POST", LOGIN, wrong))[0] == 401

    async def second(client: Client) -> None:
        clock.now_s += LOCKED_S - 1
        status, told = await client.ask("POST", LOGIN, {**wrong, "password": PASSWORD})
        assert status == 429 and "1 seconds" in told["detail"]
        clock.now_s += 1
        assert (await client.ask("POST", LOGIN, wrong))[0] == 401
        assert (await client.ask("POST", LOGIN, wrong))[0] == 429

    serve_twice(store, clock, first, second)


def test_a_right_password_forgets_what_was_wrong_in_the_store_too(store: Store) -> None:
    async def first(client: Client) -> None:
        await client.ask("POST", "/api/auth/register/", NAMED)
        for _ in range(3):
            await client.ask("POST", LOGIN, WRONG)
        assert (await client.ask("POST", LOGIN, NAMED))[0] == 200

    async def second(client: Client) -> None:
        assert store.settings.get(WRONG_TRIES) == {}
        for _ in range(4):
            assert (await client.ask("POST", LOGIN, WRONG))[0] == 401

    serve_twice(store, HandClock(), first, second)


def test_many_tries_at_once_after_a_restart_do_not_pass_as_one(store: Store) -> None:
    async def first(client: Client) -> None:
        for _ in range(4):
            await client.ask("POST", LOGIN, WRONG)

    async def second(client: Client) -> None:
        answers = await asyncio.gather(*(client.ask("POST", LOGIN, WRONG) for _ in range(10)))
        assert {status for status, _ in answers} == {429}

    serve_twice(store, HandClock(), first, second)


def test_a_clock_set_back_over_a_restart_makes_the_wait_begin_anew(store: Store) -> None:
    clock = HandClock()

    async def first(client: Client) -> None:
        for _ in range(TRIES_UNTIL_LOCKED):
            clock.now_s += LOCKED_S
            await client.ask("POST", LOGIN, WRONG)

    async def second(client: Client) -> None:
        clock.now_s -= 365 * 86_400
        assert (await client.ask("POST", LOGIN, WRONG))[0] == 429
        clock.now_s += LOCKED_S - 1
        assert (await client.ask("POST", LOGIN, WRONG))[0] == 429
        clock.now_s += 1
        assert (await client.ask("POST", LOGIN, WRONG))[0] == 401

    serve_twice(store, clock, first, second)


def test_what_is_no_address_is_kept_nowhere(store: Store) -> None:
    async def both(client: Client) -> None:
        assert (await client.ask("POST", LOGIN, {"email": PASSWORD, "password": PASSWORD}))[0] == 401

    serve_twice(store, HandClock(), both, both)
    assert PASSWORD not in str(store.connections.tuples("SELECT * FROM settings"))


def test_a_store_that_can_not_be_written_still_counts(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("The disk is full.")

    async def first(client: Client) -> None:
        monkeypatch.setattr(type(store.settings), "put", fail)
        statuses = [(await client.ask("POST", LOGIN, WRONG))[0] for _ in range(5)]
        assert statuses == [401] * 4 + [429]

    async def second(_: Client) -> None: ...

    serve_twice(store, HandClock(), first, second)


def test_a_day_without_a_try_forgets() -> None:
    clock = HandClock()
    attempts = Attempts(clock)
    for _ in range(TRIES_UNTIL_LOCKED):
        attempts.begin(EMAIL)
    clock.now_s += FORGOTTEN_S
    later = Attempts(clock)
    later.take(attempts.to_json())
    assert later.to_json() == {}


def test_many_names_do_not_push_out_one_that_is_locked() -> None:
    attempts = Attempts(HandClock())
    for _ in range(TRIES_UNTIL_LOCKED):
        attempts.begin(EMAIL)
    for number in range(2 * MOST_NAMES):
        attempts.begin(f"{number}@example.org")
    assert len(attempts.to_json()) == MOST_NAMES
    with pytest.raises(ApiError, match="900 seconds"):
        attempts.check(EMAIL)


@pytest.mark.parametrize("kept", [None, [], "x", {"a@b": 3}, {"a@b": [1]}, {"a@b": ["1", "2"]}, {"a@b": [0, 0]}])
def test_what_can_not_be_read_is_left_out(kept: object) -> None:
    attempts = Attempts(HandClock())
    attempts.take(kept)
    assert attempts.to_json() == {}
