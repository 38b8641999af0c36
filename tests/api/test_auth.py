"""Registering and logging in: real requests on loopback."""

import asyncio
import ssl
from pathlib import Path

import aiohttp
import jwt
import pytest

from photon_desktop.api.auth.attempts import LOCKED_S, TRIES_UNTIL_LOCKED
from photon_desktop.api.auth.tokens import ACCESS_S, REFRESH_S
from photon_desktop.api.faults import ApiError
from photon_desktop.api.resources.auth import auth_routes
from photon_desktop.api.server import ApiServer, Place
from photon_desktop.api.web.rates import Rate
from photon_desktop.api.worker import Worker
from photon_desktop.errors import PhotonError
from photon_desktop.store import Store
from photon_desktop.store.api_users import MOST_USERS
from tests.api.clients import EMAIL, PASSWORD, Client, HandClock, all_of, door_of, with_client
from tests.fakes.yahoo_certificate import Certificate

NAMED = {"email": EMAIL, "password": PASSWORD}
WRONG = {"email": EMAIL, "password": "another password"}
ME = "/api/auth/me/"
UNLIMITED = Rate(1e6, 10**6)


def test_a_user_registers_logs_in_and_learns_who_it_is(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        status, user = await client.ask("POST", "/api/auth/register/", NAMED)
        assert (status, user["email"], user["created_at"]) == (201, EMAIL, "2023-11-14T22:13:20Z")
        status, tokens = await client.ask("POST", "/api/auth/login/", {**NAMED, "email": " Ann@Example.org "})
        assert status == 200 and set(tokens) == {"access", "refresh"}
        client.token = tokens["access"]
        assert await client.get(ME) == user

    with_client(store, scenario)


def test_the_password_is_not_in_the_file(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        await client.log_in()

    with_client(store, scenario)
    kept = store.connections.tuples("SELECT * FROM api_users")
    assert PASSWORD not in str(kept) and "$argon2id$" in str(kept)


def test_nothing_else_is_told_without_a_good_access_token(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        await client.log_in()
        _, tokens = await client.ask("POST", "/api/auth/login/", NAMED)
        forged = jwt.encode({"sub": "1", "token_type": "access", "exp": 2**40}, b"x" * 32, "HS256")
        unsigned = jwt.encode({"sub": "1", "token_type": "access", "exp": 2**40}, None, "none")
        for token in ("", "nonsense", tokens["refresh"], forged, unsigned, f"{client.token}x"):
            status, told = await client.ask("GET", ME, Authorization=f"Bearer {token}")
            assert status == 401 and told["detail"].endswith(".") and told["status"] == 401

    with_client(store, scenario, unknown=UNLIMITED)


def test_tokens_expire_and_a_refresh_token_gives_new_ones(store: Store) -> None:
    async def scenario(client: Client, clock: HandClock) -> None:
        await client.ask("POST", "/api/auth/register/", NAMED)
        _, tokens = await client.ask("POST", "/api/auth/login/", NAMED)
        client.token = tokens["access"]
        clock.now_s += ACCESS_S
        assert (await client.ask("GET", ME))[0] == 401
        status, fresh = await client.ask("POST", "/api/auth/refresh/", {"refresh": tokens["refresh"]})
        assert status == 200
        client.token = fresh["access"]
        assert (await client.get(ME))["email"] == EMAIL
        assert (await client.ask("POST", "/api/auth/refresh/", {"refresh": fresh["access"]}))[0] == 401
        clock.now_s += REFRESH_S
        assert (await client.ask("POST", "/api/auth/refresh/", {"refresh": tokens["refresh"]}))[0] == 401

    with_client(store, scenario)


@pytest.mark.parametrize(("tries", "seconds"), [(3, 0), (4, 1), (6, 4), (TRIES_UNTIL_LOCKED, LOCKED_S)])
def test_each_wrong_password_makes_the_next_try_wait_longer(store: Store, tries: int, seconds: int) -> None:
    async def scenario(client: Client, clock: HandClock) -> None:
        await client.ask("POST", "/api/auth/register/", NAMED)
        for _ in range(tries):
            assert (await client.ask("POST", "/api/auth/login/", WRONG))[0] == 401
            clock.now_s += 3_600
        clock.now_s -= 3_600
        if seconds:
            clock.now_s += seconds - 0.5
            status, told = await client.ask("POST", "/api/auth/login/", NAMED)
            assert status == 429 and "Too many wrong passwords" in told["detail"]
            clock.now_s += 0.5
        assert (await client.ask("POST", "/api/auth/login/", NAMED))[0] == 200

    with_client(store, scenario, unknown=UNLIMITED)


def test_many_tries_at_once_do_not_pass_as_one(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        await client.ask("POST", "/api/auth/register/", NAMED)
        answers = await all_of([client.ask("POST", "/api/auth/login/", WRONG) for _ in range(20)])
        assert [status for status, _ in answers].count(401) <= 4

    with_client(store, scenario, unknown=UNLIMITED)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"email": EMAIL}, 400),
        ({"email": EMAIL, "password": "short"}, 400),
        ({"email": "ann", "password": PASSWORD}, 400),
        ({"email": ["ann"], "password": PASSWORD}, 400),
        ({"email": EMAIL, "password": "surrogate \ud800 inside"}, 400),
        ([EMAIL, PASSWORD], 400),
        ({"email": EMAIL, "password": "x" * 100_000}, 413),
    ],
)
def test_a_wrong_body_is_refused_with_a_sentence(store: Store, body: object, status: int) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        told_status, told = await client.ask("POST", "/api/auth/register/", body)
        assert (told_status, told["status"]) == (status, status)
        assert told["detail"].endswith(".")

    with_client(store, scenario)


def test_an_address_registers_once(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        answers = await all_of([client.ask("POST", "/api/auth/register/", NAMED) for _ in range(3)])
        assert sorted(status for status, _ in answers) == [201, 409, 409]

    with_client(store, scenario)


def test_another_registers_only_where_the_settings_let_others(store: Store) -> None:
    other, allowed = {"email": "bob@example.org", "password": PASSWORD}, False

    async def scenario() -> None:
        nonlocal allowed
        worker, clock = Worker(), HandClock()
        users = door_of(store, worker, clock, is_open=lambda: allowed).users
        assert (await users.register(**NAMED))["id"] == 1
        with pytest.raises(ApiError, match="There is a user already") as refusal:
            await users.register(**other)
        assert refusal.value.status == 403
        with pytest.raises(ApiError, match="registered already"):
            await users.register(**NAMED)
        allowed = True
        assert (await users.register(**other))["email"] == "bob@example.org"
        worker.close()

    asyncio.run(scenario())


def test_twenty_can_register_and_no_more(store: Store) -> None:
    async def scenario() -> None:
        worker = Worker()
        users = door_of(store, worker, HandClock(), is_open=lambda: True).users
        for number in range(MOST_USERS):
            await users.register(f"{number}@example.org", PASSWORD)
        with pytest.raises(ApiError, match="There are 20 users already") as refusal:
            await users.register(**NAMED)
        assert refusal.value.status == 403
        worker.close()

    asyncio.run(scenario())


def test_requests_for_other_names_and_from_other_places_are_refused(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        await client.log_in()
        for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
            status, told = await client.ask("GET", ME, **headers)
            assert status == 403, told
        for headers in ({"Host": "localhost:9"}, {"Origin": "http://127.0.0.1:3000"}, {"Host": "[::1]:6660"}):
            assert (await client.ask("GET", ME, **headers))[0] == 200

    with_client(store, scenario)


def test_who_asks_too_often_waits(store: Store) -> None:
    async def scenario(client: Client, clock: HandClock) -> None:
        await client.log_in()
        assert [(await client.ask("GET", ME))[0] for _ in range(4)] == [200, 200, 200, 429]
        clock.now_s += 1
        assert (await client.ask("GET", ME))[0] == 200

    with_client(store, scenario, usual=Rate(1, 3))


def test_unknown_addresses_and_methods_are_told_as_json(store: Store) -> None:
    async def scenario(client: Client, _: HandClock) -> None:
        for method, path, status in (("GET", "/", 404), ("GET", "/api/x/", 404), ("DELETE", ME, 405)):
            told_status, told = await client.ask(method, path)
            assert (told_status, told["status"]) == (status, status)

    with_client(store, scenario)


def test_another_address_than_this_computers_own_takes_a_certificate() -> None:
    with pytest.raises(PhotonError, match="only with a TLS certificate"):
        Place(host="0.0.0.0")


def test_a_certificate_makes_it_https(store: Store, tmp_path: Path) -> None:
    certificate = Certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=str(certificate.authority))
    trusting.check_hostname = False

    async def run() -> None:
        worker, clock = Worker(), HandClock()
        door = door_of(store, worker, clock)
        server = ApiServer(Place(0, certificate=tmp_path / "server.pem"), door, auth_routes(door.users))
        await server.start()
        try:
            assert server.address.startswith("https://127.0.0.1:")
            connector = aiohttp.TCPConnector(ssl=trusting)
            async with aiohttp.ClientSession(connector=connector) as session:
                client = Client(session, server.address)
                await client.log_in()
                assert (await client.get(ME))["email"] == EMAIL
        finally:
            await server.stop()
            worker.close()

    asyncio.run(run())


def test_a_certificate_that_can_not_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "server.pem").write_text("nothing")
    with pytest.raises(PhotonError, match="can't be used"):
        Place(certificate=tmp_path / "server.pem").tls()
