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


@pytest.mark.slow
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


# what the product promises its scripts, by heart and not by the routes
PROMISED = (
    "POST auth/register, POST auth/login, POST auth/refresh, GET auth/me, GET trading/symbols, POST trading/symbols,"
    " GET trading/symbols/{id}, DELETE trading/symbols/{id}, GET trading/market-data, GET trading/market-data/latest,"
    " POST trading/market-data/refresh, GET trading/decisions,"
    " POST trading/decisions, GET trading/decisions/statistics,"
    " GET trading/trades, GET trading/trades/{id}, GET trading/portfolio, GET trading/portfolio/equity-curve,"
    " GET trading/agents/market-monitor, POST trading/agents/market-monitor, GET trading/agents/decision-maker,"
    " POST trading/agents/decision-maker, GET trading/agents/execution, GET trading/agents/detail,"
    " GET trading/analytics/performance-metrics, GET trading/analytics/pnl-curve,"
    " GET trading/analytics/monthly-breakdown, GET trading/dashboard/overview, GET trading/dashboard/market-chart,"
    " GET trading/dashboard/market-heatmap"
)
PAGED = {"page", "page_size"}
FILTERED = {
    "market-data": {"symbol", "symbol_id", "start", "end"},
    "market-data/latest": {"symbol", "symbol_id"},
    "decisions": {"symbol", "symbol_id", "start", "end"},
    "trades": {"symbol", "symbol_id", "start", "end"},
    "portfolio/equity-curve": {"start", "end"},
    "analytics/pnl-curve": {"start", "end"},
}


def test_every_address_that_was_promised_is_described_with_its_filters_and_pages(
    qapp: QApplication, folder: Path
) -> None:
    async def scenario(client: Client, _: Headless) -> None:
        paths = (await client.get("/api/schema/"))["paths"]
        described = {f"{method.upper()} {path[5:-1]}" for path, methods in paths.items() for method in methods}
        assert described == set(PROMISED.split(", "))
        for path in LISTS:
            named = {field["name"] for field in paths[path]["get"]["parameters"]}
            assert named >= PAGED | FILTERED.get(path.removeprefix("/api/trading/").rstrip("/"), set()), path

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
