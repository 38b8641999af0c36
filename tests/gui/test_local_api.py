"""The local API of the program with its window: off until the settings switch it on, and gone when it closes."""

import socket
from pathlib import Path

import aiohttp
import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.desktop import Desktop
from photon_desktop.settings.choices import DEFAULTS, Choices
from tests.api.clients import Client
from tests.gui.desktops import run_shown, until


@pytest.fixture
def port() -> int:
    """One that was free a moment ago."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def on(port: int) -> Choices:
    return Choices.of({"api.is_on": True, "api.port": port})


def test_it_is_off_until_it_is_switched_on_and_ends_when_it_is_switched_off(
    qapp: QApplication, tmp_path: Path, port: int
) -> None:
    async def scenario(desktop: Desktop) -> None:
        assert desktop.api.address == ""
        desktop.settings_desk.apply(on(port))
        await until(lambda: desktop.api.address)
        assert desktop.api.address == f"http://127.0.0.1:{port}"
        async with aiohttp.ClientSession() as session:
            client = Client(session, desktop.api.address)
            await client.log_in()
            told = await client.get("/api/trading/dashboard/overview/")
            assert told["symbols"] == list(desktop.application.session.symbols)
            other = {"email": "bob@example.org", "password": "another password"}
            desktop.settings_desk.apply(Choices.of({**on(port).own, "api.is_open_here": False}))
            assert (await client.ask("POST", "/api/auth/register/", other))[0] == 403
            desktop.settings_desk.apply(on(port))
            assert (await client.ask("POST", "/api/auth/register/", other))[0] == 201
            assert (await client.get("/api/auth/me/"))["id"] == 1  # the same server, so the token is good
            desktop.settings_desk.apply(DEFAULTS)
            await until(lambda: desktop.api.address == "")
            with pytest.raises(aiohttp.ClientConnectionError):
                await client.get("/api/auth/me/")

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)


def test_a_window_that_closes_leaves_nobody_waiting(qapp: QApplication, tmp_path: Path, port: int) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.settings_desk.apply(on(port))
        await until(lambda: desktop.api.address)
        async with aiohttp.ClientSession() as session:
            client = Client(session, desktop.api.address)
            await client.log_in()
            assert desktop.close() == ()
            assert (await client.ask("GET", "/api/trading/trades/"))[0] == 409
            await desktop.api.ended()
            with pytest.raises(aiohttp.ClientConnectionError):
                await client.get("/api/auth/me/")

    run_shown(qapp, lambda: Desktop(tmp_path), scenario)


def test_a_port_that_is_taken_is_a_problem_on_screen_and_nothing_else(
    qapp: QApplication, tmp_path: Path, port: int
) -> None:
    async def scenario(desktop: Desktop) -> None:
        desktop.settings_desk.apply(on(port))
        await until(lambda: desktop.window.banner.problems)
        assert f"can't listen on port {port}" in desktop.window.banner.problems[0].sentence
        assert desktop.api.address == ""

    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        run_shown(qapp, lambda: Desktop(tmp_path), scenario)
