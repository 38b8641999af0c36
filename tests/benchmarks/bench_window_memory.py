"""What the window holds in memory: after its start, and how much more after 100,000 bars of the simulated market.

python -m tests.benchmarks.bench_window_memory [BARS] [INTERVAL]

The whole program runs offscreen with its real agents, minute bars (or others) at the market's greatest speed. It is
measured when each symbol has its first model, which is fitted on part of the bars, so that there is one soon; then when
each has the one fitted on all of them, which ends the start and is what growth counts from; and then every 5,000 bars.
Each figure is the median of five seconds, as a fit on its way holds some MiB for a moment; the most is said as well.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import tests.benchmarks.as_started  # noqa: F401 - before anything of Qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# isort: split

from PySide6.QtCore import QObject, Slot

from photon_desktop.allocation import give_memory_back
from photon_desktop.clock import SystemClock
from photon_desktop.commands.window import window_program
from photon_desktop.desktop import Desktop
from photon_desktop.market.demo.pace import FASTEST
from photon_desktop.market.demo_session import SIMULATED_MARKET
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.markets import Markets
from photon_desktop.paths import STORE_NAME
from photon_desktop.process_size import resident_mb
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.store.model_steps import StepKind
from photon_desktop.store.store import Store
from photon_desktop.trading.interval import Interval

_EACH, _PATIENCE_S = 5_000, 420
_PAUSE_S, _SAMPLES = 0.2, 25
_FITS = 2  # on part of the bars, and on all of them


class Bars(QObject):
    """Counts the bars that closed."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.count = 0
        desktop.application.team.monitor.bar_closed.connect(self._count)

    @Slot(object)
    def _count(self, _closed: object) -> None:
        self.count += 1


def main(bars: int, interval: Interval) -> None:
    give_memory_back()
    with tempfile.TemporaryDirectory() as folder, PromptEventLoop(window_program()) as loop:
        print(json.dumps(loop.run_until_complete(_measure(Path(folder), bars, interval))))


async def _measure(folder: Path, wanted: int, interval: Interval) -> dict[str, object]:
    _choose(folder, interval)
    desktop = Desktop(folder)
    desktop.show()
    shown_mb = resident_mb()
    await desktop.start()
    bars = Bars(desktop)
    symbols = desktop.application.session.symbols
    await _until(lambda: desktop.symbols_with_model == len(symbols))
    with_models_mb = await _usual_mb()
    await _until(lambda: all(_fits(desktop, symbol, interval) >= _FITS for symbol in symbols))
    first_mb, before, began = await _usual_mb(), bars.count, time.monotonic()
    steps, most_mb = [first_mb], first_mb
    while bars.count - before < wanted:
        await asyncio.sleep(_PAUSE_S)
        most_mb = max(most_mb, resident_mb())
        if bars.count - before >= len(steps) * _EACH:
            steps.append(await _usual_mb())
            print(f"{bars.count - before} bars, {steps[-1]:.1f} MiB of {first_mb:.1f} at first", file=sys.stderr)
    seconds, last_mb = time.monotonic() - began, await _usual_mb()
    late = desktop.close()
    return {
        "shown_mb": round(shown_mb),
        "with_first_models_mb": round(with_models_mb),
        "started_mb": round(first_mb),
        "bars": bars.count - before,
        "bars_a_second": round((bars.count - before) / seconds),
        "last_mb": round(last_mb),
        "most_mb": round(most_mb),
        "growth": round(last_mb / first_mb - 1, 3),
        "steps_mb": [round(step) for step in steps],
        "agents that hung": late,
    }


async def _usual_mb() -> float:
    """The median of a few seconds."""
    sizes = []
    for _ in range(_SAMPLES):
        sizes.append(resident_mb())
        await asyncio.sleep(_PAUSE_S)
    return statistics.median(sizes)


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE_S):
        while not is_so():
            await asyncio.sleep(0.5)


def _fits(desktop: Desktop, symbol: str, interval: Interval) -> int:
    steps = desktop.application.store.model_steps.recent(symbol, interval)
    return sum(step.kind is StepKind.FITTED for step in steps)


def _choose(folder: Path, interval: Interval) -> None:
    store, clock = Store.open(folder / STORE_NAME), SystemClock()
    markets = Markets(store, clock, StoreArchive(store, clock), (), dict)
    markets.choose_interval(interval, SIMULATED_MARKET)
    markets.choose_speed(FASTEST)
    store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Interval(sys.argv[2] if len(sys.argv) > 2 else "1m"))
