"""What the API tells of a program that runs: the simulated market, agents and store, over real sockets."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.api.headless import Headless
from photon_desktop.trading.timestamps import from_iso
from tests.api.clients import Client
from tests.api.programs import run_headless

T = "/api/trading"
LISTS = (
    f"{T}/symbols/", f"{T}/market-data/", f"{T}/market-data/latest/", f"{T}/decisions/", f"{T}/trades/",
    f"{T}/portfolio/equity-curve/", f"{T}/analytics/pnl-curve/", f"{T}/analytics/monthly-breakdown/",
)  # fmt: skip
OTHERS = (
    f"{T}/decisions/statistics/", f"{T}/portfolio/", f"{T}/agents/market-monitor/", f"{T}/agents/decision-maker/",
    f"{T}/agents/execution/", f"{T}/agents/detail/", f"{T}/analytics/performance-metrics/",
    f"{T}/dashboard/overview/", f"{T}/dashboard/market-chart/", f"{T}/dashboard/market-heatmap/",
)  # fmt: skip


async def until(ask: Callable[[], Any], is_so: Callable[[Any], object]) -> Any:
    """What is answered once it is so."""
    async with asyncio.timeout(40):
        while not is_so(answer := await ask()):
            await asyncio.sleep(0.05)
    return answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def made(folder: Path) -> None:
    folder.mkdir()


def test_every_address_answers_while_the_agents_trade(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        await until(lambda: client.get(f"{T}/decisions/"), lambda told: told["count"] >= 3)
        for path in LISTS:
            told = await client.get(path)
            assert set(told) == {"count", "next", "previous", "results"}, path
        for path in OTHERS:
            assert await client.get(path), path
        token, client.token = client.token, ""
        for path in (*LISTS, *OTHERS):
            assert (await client.ask("GET", path))[0] == 401, path
        client.token = token

    run_headless(qapp, folder, scenario)


def test_decisions_name_their_model_and_are_filtered_by_symbol_and_time(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        path = f"{T}/decisions/"
        told = await until(lambda: client.get(f"{path}?page_size=2"), lambda told: told["count"] >= 5)
        first = told["results"][0]
        assert first["metadata"]["model_type"] in ("rules", "random_forest", "gradient_boosting")
        assert first["decision"] == first["action"] and first["symbol"] == first["ticker"]
        await client.ask("POST", f"{T}/agents/market-monitor/", {"action": "stop"})
        await until(lambda: client.get(f"{T}/agents/market-monitor/"), lambda told: told["status"] == "stopped")
        whole = await client.get(f"{path}?page_size=500")
        listed, address = [], f"{client.address}{path}?page_size=2"
        while address:
            page = await client.get(address.removeprefix(client.address))
            listed += page["results"]
            address = page["next"]
        assert {each["id"] for each in whole["results"]} <= {each["id"] for each in listed}
        mine = await client.get(f"{path}?symbol={first['symbol']}&page_size=500")
        assert {each["symbol"] for each in mine["results"]} == {first["symbol"]}
        end = whole["results"][1]["created_at"]
        before = await client.get(f"{path}?end={end}&page_size=500")
        assert all(from_iso(each["created_at"]) < from_iso(end) for each in before["results"])
        assert before["count"] < whole["count"]
        statistics = await client.get(f"{path}statistics/?end={end}")
        assert statistics["total"] == before["count"] == sum(statistics["by_action"].values())

    run_headless(qapp, folder, scenario)


def test_market_data_is_the_stores_newest_first(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        path = f"{T}/market-data/"
        told = await until(lambda: client.get(f"{path}?symbol=DEMO-BTC&page_size=3"), lambda told: told["count"] > 100)
        times = [from_iso(bar["timestamp"]) for bar in told["results"]]
        assert times == sorted(times, reverse=True) and len(times) == 3
        symbols = (await client.get(f"{T}/symbols/"))["results"]
        number = next(each["id"] for each in symbols if each["symbol"] == "DEMO-BTC")
        start, end = told["results"][2]["timestamp"], told["results"][0]["timestamp"]
        part = await client.get(f"{path}?symbol_id={number}&start={start}&end={end}")
        assert part["results"] == told["results"][1:]
        watched = set(program.application.session.symbols)
        latest = await until(lambda: client.get(f"{path}latest/"), lambda told: told["count"] >= len(watched))
        assert {each["symbol"] for each in latest["results"]} == watched
        of_one = await client.get(f"{path}?symbol=DEMO-BTC")
        every = await client.get(path)
        assert every["count"] >= of_one["count"] + len(watched) - 1
        assert (await client.get(f"{T}/symbols/{number}/"))["symbol"] == "DEMO-BTC"

    run_headless(qapp, folder, scenario)


def test_a_chart_has_an_indicator_for_each_bar(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        path = f"{T}/dashboard/market-chart/?symbol=DEMO-ETH&limit=50"
        await until(lambda: client.get(f"{T}/market-data/?symbol=DEMO-ETH"), lambda told: told["count"] > 300)
        chart = await client.get(path)
        assert len(chart["candles"]) == 50 == len(chart["indicators"]["sma10"])
        assert None not in chart["indicators"]["macd"]
        heat = await client.get(f"{T}/dashboard/market-heatmap/")
        assert {each["symbol"] for each in heat["symbols"]} >= {"DEMO-ETH"}

    run_headless(qapp, folder, scenario)


WRONG = (
    (f"{T}/decisions/?page=0", 400),
    (f"{T}/decisions/?page=9999999", 404),
    (f"{T}/decisions/?page_size=501", 400),
    (f"{T}/decisions/?start=yesterday", 400),
    (f"{T}/decisions/?symbol=%00", 400),
    (f"{T}/decisions/?symbol_id=99999", 404),
    (f"{T}/decisions/?end=9999-12-31T23:59:59Z", 200),
    (f"{T}/market-data/?interval=7m", 400),
    (f"{T}/market-data/?symbol=NONE", 200),
    (f"{T}/dashboard/market-chart/?symbol=NONE", 404),
    (f"{T}/symbols/99999/", 404),
    (f"{T}/symbols/x/", 404),
    (f"{T}/trades/99999/", 404),
)


def test_a_wrong_question_gets_a_sentence(qapp: QApplication, folder: Path) -> None:
    async def scenario(client: Client, program: Headless) -> None:
        for path, status in WRONG:
            told_status, told = await client.ask("GET", path)
            assert told_status == status, (path, told)
            assert status == 200 or told["detail"].endswith(".")

    run_headless(qapp, folder, scenario)
