"""The WebSocket: what the agents say, as they say it."""

import asyncio
from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError
from PySide6.QtWidgets import QApplication

from photon_desktop.api.headless import Headless
from photon_desktop.api.stream import STREAM, Waiting
from tests.api.clients import Client
from tests.api.programs import run_headless
from tests.api.test_resources import T


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def test_snapshots_decisions_and_equity_are_told_as_they_come(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        address = f"{client.address}{STREAM}"
        seen: dict[str, dict[str, object]] = {}
        headers = {"Authorization": f"Bearer {client.token}"}
        async with client.session.ws_connect(address, headers=headers) as socket, asyncio.timeout(40):
            while not {"MARKET_SNAPSHOT", "TRADE_DECISION", "EQUITY"} <= set(seen):
                event = await socket.receive_json()
                seen[event["type"]] = event
        told = await client.get(f"{T}/decisions/?page_size=500")
        assert seen["TRADE_DECISION"]["id"] in {each["id"] for each in told["results"]}
        assert set(seen["EQUITY"]["payload"]) == {"timestamp", "equity", "cash", "mode"}  # type: ignore[arg-type]

    run_headless(qapp, folder, scenario)


@pytest.mark.slow
def test_a_stream_can_be_of_one_kind_and_its_token_in_the_address(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        address = f"{client.address}{STREAM}?token={client.token}&types=EQUITY"
        async with client.session.ws_connect(address) as socket, asyncio.timeout(40):
            kinds = {(await socket.receive_json())["type"] for _ in range(3)}
        assert kinds == {"EQUITY"}

    run_headless(qapp, folder, scenario)


def test_nobody_listens_without_a_token_or_from_another_place(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        address = f"{client.address}{STREAM}"
        for headers, status in (({}, 401), ({"Authorization": "Bearer x"}, 401), ({"Origin": "http://e.com"}, 403)):
            with pytest.raises(WSServerHandshakeError) as refused:
                await client.session.ws_connect(address, headers=headers)
            assert refused.value.status == status
        assert (await client.ask("GET", STREAM))[0] == 426

    run_headless(qapp, folder, scenario)


def test_a_stream_ends_when_the_program_does(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        headers = {"Authorization": f"Bearer {client.token}"}
        socket = await client.session.ws_connect(f"{client.address}{STREAM}", headers=headers)
        silent = await client.session.ws_connect(f"{client.address}{STREAM}", headers=headers)

        async def hear() -> None:
            async for _ in socket:
                pass

        hearing = asyncio.ensure_future(hear())
        async with asyncio.timeout(10):
            await program.service.stop()
            await hearing
        assert socket.close_code == 1001
        await silent.close()

    run_headless(qapp, folder, scenario)


def test_a_client_that_does_not_take_loses_the_oldest_and_is_told_so() -> None:
    async def scenario() -> None:
        waiting = Waiting(most=3)
        for number in range(10):
            waiting.put({"type": "EQUITY", "payload": number})
        assert await waiting.take() == {"type": "LOST", "payload": {"count": 7}}
        assert [(await waiting.take())["payload"] for _ in range(3)] == [7, 8, 9]
        later = asyncio.ensure_future(waiting.take())
        waiting.put({"type": "EQUITY", "payload": 11})
        assert (await later)["payload"] == 11

    asyncio.run(scenario())
