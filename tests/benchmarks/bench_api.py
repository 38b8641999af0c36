"""How soon the API answers on a store that is well used, while the agents trade, and how late it makes the main thread.

python tests/benchmarks/bench_api.py [SECONDS] [QUESTIONS_A_SECOND] [serve|window]

Fills a store with 100,000 messages, 10,000 trades and 1,000,000 bars, runs the agents on a copy of it without a window,
then on another offscreen with one (or only what is named), and has another process ask every address that is read, deep
pages among them, at a steady pace. Times count from when a question was due, so that one that waits for another is not
left out. CPU is what the program used in a second, and how much of it each question was. A 5 ms timer on the main
thread tells how late that is, before anything is asked and meanwhile, and what the program did when it was latest.
"""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["NO_PROXY"] = "127.0.0.1"
sys.path.insert(0, str(Path(__file__).parents[2]))

import tests.benchmarks.as_started  # noqa: F401 - before anything of Qt

# isort: split

import aiohttp
import numpy as np

from photon_desktop.api.headless import Headless
from photon_desktop.api.server import Place
from photon_desktop.commands.window import window_program
from photon_desktop.computing_turns import TURNS
from photon_desktop.desktop import Desktop
from photon_desktop.event_loop import core_application
from photon_desktop.paths import STORE_NAME
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.settings.choices import Choices
from photon_desktop.settings.keeping import keep_choices
from photon_desktop.store.store import Store
from tests.benchmarks.api_store import fill_store
from tests.benchmarks.main_thread import Lateness

_T = "/api/trading"
PATHS = (
    f"{_T}/symbols/", f"{_T}/market-data/", f"{_T}/market-data/?symbol=BTCUSDT&interval=1m&page=1",
    f"{_T}/market-data/?symbol=BTCUSDT&interval=1m&page=19000&page_size=50", f"{_T}/market-data/latest/",
    f"{_T}/decisions/", f"{_T}/decisions/?page=600", f"{_T}/decisions/?symbol=DEMO-ETH&page_size=100",
    f"{_T}/decisions/statistics/", f"{_T}/trades/", f"{_T}/trades/?page=150", f"{_T}/trades/5000/",
    f"{_T}/portfolio/", f"{_T}/portfolio/equity-curve/?page=300", f"{_T}/agents/market-monitor/",
    f"{_T}/agents/decision-maker/", f"{_T}/agents/execution/", f"{_T}/agents/detail/",
    f"{_T}/analytics/performance-metrics/", f"{_T}/analytics/pnl-curve/?page=200", f"{_T}/analytics/monthly-breakdown/",
    f"{_T}/dashboard/overview/", f"{_T}/dashboard/market-chart/", f"{_T}/dashboard/market-heatmap/",
)  # fmt: skip
_NAMED = {"email": "bench@example.org", "password": "a long password"}
_SETTLE_S, _PORT = 15.0, 16_660


async def ask(address: str, seconds: float, per_second: float) -> None:
    """The other process: ask at a steady pace, and print how long each answer took."""
    took: dict[str, list[float]] = {path: [] for path in PATHS}
    async with aiohttp.ClientSession(address, connector=aiohttp.TCPConnector(limit=0)) as session:
        await (await session.post("/api/auth/register/", json=_NAMED)).read()
        tokens = await (await session.post("/api/auth/login/", json=_NAMED)).json()
        headers = {"Authorization": f"Bearer {tokens['access']}"}
        for path in PATHS:  # what is read for the first time is not what is measured
            await (await session.get(path, headers=headers)).read()

        async def one(path: str, due: float) -> None:
            async with session.get(path, headers=headers) as answer:
                await answer.read()
                assert answer.status == 200, (path, answer.status)
            took[path].append((time.perf_counter() - due) * 1_000)

        begun, asked = time.perf_counter(), []
        for number in range(int(seconds * per_second)):
            due = begun + number / per_second
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            asked.append(asyncio.ensure_future(one(PATHS[number % len(PATHS)], due)))
        await asyncio.gather(*asked)
    print(json.dumps(took))


def figures(took: dict[str, list[float]]) -> dict[str, Any]:
    """What all took, and each address."""
    every = [each for times in took.values() for each in times]
    return {"questions": len(every), "all": _told(every), **{path: _told(times) for path, times in took.items()}}


def _told(times: list[float]) -> str:
    p50, p99, worst = np.percentile(times, (50, 99, 100))
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {worst:.1f} ms"


async def measured(address: Callable[[], str], seconds: float, per_second: float) -> dict[str, Any]:
    """Wait until the agents are at work, then ask."""
    await asyncio.sleep(_SETTLE_S)
    witness, clock = Lateness(), CpuClock()
    await asyncio.sleep(_SETTLE_S)
    before, at_rest = witness.figures(), clock.used()
    process = await asyncio.to_thread(_client, address(), seconds, per_second)
    while process.poll() is None:
        await asyncio.sleep(0.2)
    asked = clock.used()
    during = witness.figures()
    witness.stop()
    assert process.stdout is not None
    return {
        "answers": figures(json.loads(process.stdout.read())),
        "cpu_a_second": {"before": round(at_rest.share, 3), "meanwhile": round(asked.share, 3)},
        "cpu_ms_a_question": round((asked.share - at_rest.share) * asked.passed_s * 1_000 / (seconds * per_second), 2),
        "late_before": before,
        "late_during": during,
    }


@dataclass(frozen=True, slots=True)
class Used:
    """The CPU that this process had, and the time in which it had it, both in seconds."""

    had_s: float
    passed_s: float

    @property
    def share(self) -> float:
        """Of one processor."""
        return self.had_s / self.passed_s


class CpuClock:
    """How much CPU this process has had since the last look."""

    def __init__(self) -> None:
        self._had, self._at = time.process_time(), time.perf_counter()

    def used(self) -> Used:
        """Since the last look, which this is from here on."""
        had, at = time.process_time(), time.perf_counter()
        told = Used(had - self._had, at - self._at)
        self._had, self._at = had, at
        return told


def _client(address: str, seconds: float, per_second: float) -> "subprocess.Popen[str]":
    command = [sys.executable, __file__, "--client", address, str(seconds), str(per_second)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


async def without_window(folder: Path, seconds: float, per_second: float) -> dict[str, Any]:
    """The agents under a QCoreApplication."""
    program = Headless(folder, Place(port=0))
    try:
        await program.start()
        return await measured(lambda: program.service.address, seconds, per_second)
    finally:
        await program.stop()


async def with_window(folder: Path, seconds: float, per_second: float) -> dict[str, Any]:
    """The whole program, offscreen."""
    store = Store.open(folder / STORE_NAME)
    keep_choices(store.settings, Choices.of({"api.is_on": True, "api.port": _PORT}))
    store.close()
    desktop = Desktop(folder)
    try:
        desktop.show()
        await desktop.start()
        return await measured(lambda: desktop.api.address, seconds, per_second)
    finally:
        desktop.close()
        await desktop.api.ended()


def main() -> None:
    """Fill, run, ask, print."""
    words = sys.argv[1:]
    if words[:1] == ["--client"]:
        asyncio.run(ask(words[1], float(words[2]), float(words[3])))
    elif words[:1] == ["--run"]:
        run(words[1], Path(words[2]), float(words[3]), float(words[4]))
    else:
        fill_and_run([word for word in words if word in KINDS] or list(KINDS), [w for w in words if w not in KINDS])


def fill_and_run(kinds: list[str], numbers: list[str]) -> None:
    """Each kind in a process of its own, on its own copy of one store."""
    steady = [*numbers, *("30", "50")[len(numbers) :]]
    with tempfile.TemporaryDirectory(prefix="photon-bench-api-") as name:
        (filled := Path(name) / "filled").mkdir()
        fill_store(filled)
        for kind in kinds:
            folder = Path(shutil.copytree(filled, Path(name) / kind))
            subprocess.run([sys.executable, __file__, "--run", kind, str(folder), *steady], check=True)


def run(kind: str, folder: Path, seconds: float, per_second: float) -> None:
    """One kind, here."""
    sys.setswitchinterval(0.001)  # as window and serve have it
    TURNS.begin()
    program = window_program() if kind == "window" else core_application()
    with PromptEventLoop(program, already_running=False) as loop:
        told = loop.run_until_complete(KINDS[kind](folder, seconds, per_second))
    print(kind, json.dumps(told, indent=1), flush=True)


KINDS: dict[str, Callable[[Path, float, float], Coroutine[Any, Any, dict[str, Any]]]] = {
    "serve": without_window,
    "window": with_window,
}

if __name__ == "__main__":
    main()
