"""What other programs may do, and what nothing that they may do can reach."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.api import headless, service
from photon_desktop.api.headless import Headless
from photon_desktop.api.server import Place
from photon_desktop.api.web.crowd import MOST_CONNECTIONS
from photon_desktop.application import Rules
from photon_desktop.clock import SystemClock
from photon_desktop.errors import PhotonError
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.paths import STORE_NAME
from photon_desktop.settings.api_place import ApiPlace
from photon_desktop.signing_key import lasting_key
from photon_desktop.store import Store
from photon_desktop.system_keyring import SystemKeyring
from photon_desktop.trading.messages import MARKET_MONITOR
from photon_desktop.trading.profile import AccountMode
from tests.api.clients import Client
from tests.api.programs import EAGER, run_headless
from tests.api.test_resources import T, until
from tests.fakes.yahoo_certificate import Certificate
from tests.keyrings import MemoryKeyring


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.fixture
def real_folder(folder: Path) -> Path:
    """A folder in which the real market was chosen."""
    store = Store.open(folder / STORE_NAME)
    store.settings.put("market", REAL_MARKET)
    store.close()
    return folder


async def running(client: Client) -> None:
    for agent in ("market-monitor", "decision-maker", "execution"):
        await until(lambda name=agent: client.get(f"{T}/agents/{name}/"), lambda told: told["status"] == "running")


def test_the_monitor_is_started_and_stopped(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        path = f"{T}/agents/market-monitor/"
        await running(client)
        for action, state in (("stop", "stopped"), ("start", "running")):
            status, told = await client.ask("POST", path, {"action": action})
            assert status == 200 and told["action"] == action
            await until(lambda: client.get(path), lambda told, state=state: told["status"] == state)
        for body in ({}, {"action": "arm"}, {"action": ["start"]}, "start"):
            assert (await client.ask("POST", path, body))[0] == 400

    run_headless(qapp, folder, scenario)


@pytest.mark.parametrize("path", [f"{T}/agents/decision-maker/", f"{T}/decisions/"])
def test_a_decision_is_made_when_asked_for(qapp: QApplication, folder: Path, path: str) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        await running(client)
        symbols = (await client.get(f"{T}/symbols/"))["results"]
        await until(lambda: client.get(f"{T}/market-data/"), lambda told: told["count"] > 100)
        body = {"symbol_id": symbols[1]["id"]}
        status, made = await client.ask("POST", path, body)
        assert status == 201 and made["symbol"] == symbols[1]["symbol"], made
        assert made["metadata"]["model_type"]
        told = await client.get(f"{T}/decisions/?symbol_id={symbols[1]['id']}&page_size=500")
        assert made["id"] in {each["id"] for each in told["results"]}
        assert (await client.ask("POST", path, {}))[0] == 400
        assert (await client.ask("POST", path, {"symbol_id": 10**9}))[0] == 404
        assert (await client.ask("POST", path, {"symbol": "AAPL"}))[0] == 409
        program.service.live.stop(MARKET_MONITOR)
        await until(lambda: client.get(f"{T}/agents/market-monitor/"), lambda told: told["status"] == "stopped")
        assert (await client.ask("POST", path, body))[0] == 409

    run_headless(qapp, folder, scenario)


def test_the_market_is_read_again_when_asked_for_and_the_monitor_goes_on(qapp: QApplication, real_folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        await running(client)
        status, told = await client.ask("POST", f"{T}/market-data/refresh/")
        assert status == 202 and told["symbols"] == list(program.application.session.symbols)
        log = await until(
            lambda: client.get(f"{T}/agents/detail/"),
            lambda told: any("read again" in line["text"] for line in told["agents"][0]["log"]),
        )
        lines = [line["text"] for line in log["agents"][0]["log"]]
        assert lines.count("Started.") == 1 and "Stopped." not in lines

    run_headless(qapp, real_folder, scenario)


def test_a_symbol_is_put_on_the_real_watchlist_and_taken_off(qapp: QApplication, real_folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        path = f"{T}/symbols/"
        status, added = await client.ask("POST", path, {"symbol": "dogeusdt"})
        assert status == 201 and (added["symbol"], added["kind"]) == ("DOGEUSDT", "crypto")
        assert program.application.session.symbols[-1] == "DOGEUSDT" == program.markets.real_symbols()[-1]
        assert (await client.ask("POST", path, {"symbol": "DOGEUSDT"}))[0] == 409
        assert (await client.ask("POST", path, {"symbol": "a b"}))[0] == 400
        assert (await client.ask("POST", path, {"symbol": "X" * 21}))[0] == 400
        one = f"{path}{added['id']}/"
        assert (await client.get(one))["symbol"] == "DOGEUSDT"
        assert (await client.ask("DELETE", one))[0] == 204
        assert (await client.ask("GET", one))[0] == 404 and (await client.ask("DELETE", one))[0] == 404
        assert "DOGEUSDT" not in program.application.session.symbols

    run_headless(qapp, real_folder, scenario)


def test_the_simulated_market_keeps_its_symbols(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        status, told = await client.ask("POST", f"{T}/symbols/", {"symbol": "BTCUSDT"})
        assert status == 409 and "simulated market" in told["detail"]
        number = (await client.get(f"{T}/symbols/"))["results"][0]["id"]
        assert (await client.ask("DELETE", f"{T}/symbols/{number}/"))[0] == 409

    run_headless(qapp, folder, scenario)


def test_nothing_that_can_be_asked_arms_reads_keys_or_moves_a_limit(qapp: QApplication, folder: Path) -> None:
    asked: list[object] = []

    async def scenario(client: Client, program: Headless) -> None:
        application = program.application
        application.exchange.keys_of = asked.append  # type: ignore[assignment]
        before, kept = application.rules, _rules_of(program.application.store)
        body: Mapping[str, object] = {
            "symbol": "DEMO-BTC", "action": "start", "armed": True, "mode": "live", "account": "live",
            "limits.maximum_position": "1", "limits": {"maximum_position": 1}, "minimum_confidence": 0,
        }  # fmt: skip
        for route in program.service.routes:
            if "auth" in route.path:
                continue
            path = route.path.replace("{id}", "1")
            for told in (body, {**body, "action": "stop"}):
                await client.ask(route.method, path, None if route.method == "GET" else told)
        assert application.rules == before and _rules_of(application.store) == kept
        assert application.arming.account == "" and not asked
        assert application.profile.mode is AccountMode.PAPER

    run_headless(qapp, folder, scenario)


def _rules_of(store: Store) -> dict[str, str]:
    return {**store.settings.texts("rules."), **store.settings.texts("account.")}


def test_the_api_imports_nothing_that_holds_keys_or_arms() -> None:
    folder = Path(headless.__file__).parent
    words = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    for forbidden in ("keyring", "key_safe", "ApiKeys", "arming", "Arming", "keep_choices", "keep_own", "desks"):
        assert forbidden not in words.replace("keys and arming take a person", ""), forbidden


def test_an_account_of_an_exchange_is_not_traded_without_a_person(qapp: QApplication, real_folder: Path) -> None:
    store = Store.open(real_folder / STORE_NAME)
    made = store.profiles.create("Mine", AccountMode.LIVE, REAL_MARKET, SystemClock().now_ns())
    store.settings.put("real.account", made.key)
    store.close()
    with pytest.raises(PhotonError, match="takes a person at the window"):
        Headless(real_folder, Place(port=0))
    Store.open(real_folder / STORE_NAME).close()


def test_a_folder_that_is_used_and_a_port_that_is_taken_are_said_in_a_sentence(
    qapp: QApplication, folder: Path, tmp_path: Path
) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        with pytest.raises(PhotonError, match="Another Photon Desktop is using"):
            Headless(folder, Place(port=0), Rules())
        other_folder = tmp_path / "other"
        other_folder.mkdir()
        port = int(client.address.rpartition(":")[2])
        other = Headless(other_folder, Place(port), EAGER)
        try:
            with pytest.raises(PhotonError, match=f"can't listen on port {port}"):
                await other.start()
        finally:
            other.application.close()

    run_headless(qapp, folder, scenario)


OTHER = {"email": "bob@example.org", "password": "a long password"}


def test_a_script_that_registers_several_users_works_as_it_is(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        assert (await client.ask("POST", "/api/auth/register/", OTHER))[0] == 201
        status, tokens = await client.ask("POST", "/api/auth/login/", OTHER)
        client.token = tokens["access"]
        assert status == 200 and (await client.get("/api/auth/me/"))["id"] == 2
        program.application.take_rules(replace(program.application.rules, api=ApiPlace(is_open_here=False)))
        status, told = await client.ask("POST", "/api/auth/register/", {**OTHER, "email": "eve@example.org"})
        assert status == 403 and "in the settings, Local API" in told["detail"]

    run_headless(qapp, folder, scenario)


def test_where_other_computers_reach_it_only_the_first_registers_unless_switched_on(
    qapp: QApplication, folder: Path, tmp_path: Path
) -> None:
    Certificate(tmp_path)

    async def scenario(client: Client, program: Headless) -> None:
        assert (await client.ask("POST", "/api/auth/register/", OTHER))[0] == 403
        program.application.take_rules(replace(program.application.rules, api=ApiPlace(is_open=True)))
        assert (await client.ask("POST", "/api/auth/register/", OTHER))[0] == 201

    elsewhere = Place(port=0, host="localhost", certificate=tmp_path / "server.pem")
    run_headless(qapp, folder, scenario, place=elsewhere)


def test_a_token_is_good_after_a_restart_where_the_system_keeps_its_key(
    qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, tokens = MemoryKeyring(), []
    monkeypatch.setattr(service, "lasting_key", lambda scope: lasting_key(scope, lambda: SystemKeyring(ring)))

    async def first(client: Client, _: Headless) -> None:
        tokens.append(client.token)

    async def second(client: Client, _: Headless) -> None:
        client.token = tokens[0]
        assert (await client.get("/api/auth/me/"))["id"] == 1

    run_headless(qapp, folder, first)
    run_headless(qapp, folder, second)


def test_two_hundred_connections_at_once_are_all_answered(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        await running(client)
        failed = {name: status.failed for name, status in program.service.live.statuses.items()}
        paths = [f"{T}/portfolio/", f"{T}/decisions/", f"{T}/market-data/latest/", f"{T}/trades/"]
        answers = await asyncio.gather(*(client.ask("GET", paths[place % 4]) for place in range(200)))
        assert {status for status, _ in answers} == {200}
        assert {name: status.failed for name, status in program.service.live.statuses.items()} == failed

    run_headless(qapp, folder, scenario)


def test_a_client_that_sends_half_a_request_holds_nobody_up(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        port = int(client.address.rpartition(":")[2])
        slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(50)]
        for _, writer in slow:
            writer.write(b"POST /api/auth/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{")
            await writer.drain()
        assert (await client.get("/api/auth/me/"))["id"] == 1
        for _, writer in slow:
            writer.close()

    run_headless(qapp, folder, scenario)


def test_those_that_connect_and_ask_nothing_shut_nobody_out(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        await running(client)
        port = int(client.address.rpartition(":")[2])
        silent = [await asyncio.open_connection("127.0.0.1", port) for _ in range(MOST_CONNECTIONS + 20)]
        assert (await client.get("/api/auth/me/"))["id"] == 1
        async with asyncio.timeout(10):
            ended = [await reader.read() for reader, _ in silent[:20]]  # the ones that waited longest were cut
        assert ended == [b""] * 20
        assert not any(reader.at_eof() for reader, _ in silent[-MOST_CONNECTIONS // 2 :])
        for _, writer in silent:
            writer.close()

    run_headless(qapp, folder, scenario)
