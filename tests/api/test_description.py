"""The description says what there is, what comes back is as it says, and nothing that can be asked breaks anything."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.api.headless import Headless
from photon_desktop.api.web.docs import DOCS
from tests.api.clients import Client
from tests.api.programs import run_headless
from tests.api.test_resources import LISTS, OTHERS, until


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


def test_every_answer_is_as_the_description_says(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        described = await client.get("/api/schema/")
        assert described["openapi"] == "3.1.0"
        assert {route.path for route in program.service.routes} == {*described["paths"], "/api/schema/"}
        await until(lambda: client.get("/api/trading/trades/"), lambda told: told["count"] >= 1)
        for path in (*LISTS, *OTHERS, "/api/auth/me/"):
            content = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
            shape = {**content["schema"], "components": described["components"]}
            jsonschema_rs.validator_for(shape).validate(await client.get(path))

    run_headless(qapp, folder, scenario)


def test_the_page_of_the_description_needs_no_network(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        async with client.session.get(f"{client.address}{DOCS}") as answer:
            page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
        assert answer.status == 200 and "/*" not in page
        assert not re.search(r"(src|href)=", page) and "http://" not in page and "https://" not in page
        assert "default-src 'none'" in policy and policy.count("sha256-") == 2

    run_headless(qapp, folder, scenario)


@pytest.mark.slow
@pytest.mark.timeout(420)
def test_schemathesis_finds_no_fault_of_the_servers(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        command = [
            sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run",
            f"{client.address}/api/schema/", "-H", f"Authorization: Bearer {client.token}",
            "--checks", "not_a_server_error,status_code_conformance,response_schema_conformance",
            "--max-examples", "25", "--phases", "examples,coverage,fuzzing", "--seed", "1", "--no-color",
            "--request-timeout", "30",
        ]  # fmt: skip
        process = await asyncio.to_thread(
            subprocess.run, command, capture_output=True, text=True, cwd=folder, check=False,
            env={**os.environ, "NO_PROXY": "127.0.0.1"},
        )  # fmt: skip
        assert process.returncode == 0, process.stdout[-6_000:] + process.stderr[-2_000:]
        assert all(not status.failed for status in program.service.live.statuses.values())

    run_headless(qapp, folder, scenario)
