"""The window on a real market: 200 ticks a second over 20 symbols, from the exchange's send to the painted candle.

python -m tests.benchmarks.bench_live_window [SECONDS]

The local exchange runs in a process of its own; the program, with the real pybit, runs offscreen. Waits until the first
models are fitted, then measures: milliseconds from the send of a price of the symbol on the chart to the end of the
paint that shows it, the share of one core this process used, and how late a 5 ms timer on the main thread was called.
"""

import asyncio
import json
import multiprocessing
import os
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import tests.benchmarks.as_started  # noqa: F401 - before anything of Qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# isort: split

from PySide6.QtCore import QEvent, QObject, QTimer

from photon_desktop.commands.window import window_program
from photon_desktop.desktop import Desktop
from photon_desktop.market.bybit.endpoint import Endpoint
from photon_desktop.market.bybit.venue import BybitVenue
from photon_desktop.market.real.archive import StoreArchive
from photon_desktop.market.real.session import REAL_MARKET
from photon_desktop.markets import Markets, Venues
from photon_desktop.paths import STORE_NAME
from photon_desktop.prompt_loop import PromptEventLoop
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import InstrumentKind
from tests.benchmarks.bench_bybit_feed import BASE, STEP, SYMBOLS, exchange_process
from tests.benchmarks.main_thread import Lateness
from tests.fakes.bybit_server import OPENING_MS

_FITS_PATIENCE_S = 420


class ServerTime:
    """The exchange's time, which began when the bench did."""

    def __init__(self) -> None:
        self._begun_ns = time.monotonic_ns()

    def now_ns(self) -> int:
        return OPENING_MS * 1_000_000 + time.monotonic_ns() - self._begun_ns


class Paints(QObject):
    """Notes when the chart had painted which price."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self.painted: dict[int, int] = {}
        self._chart = desktop.window.chart
        self._chart.plot.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        price = self._chart.last_price
        if price is not None and price > BASE:
            self.painted.setdefault(round((price - BASE) / STEP), time.monotonic_ns())


def main(seconds: float) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    exchange = context.Process(target=exchange_process, args=(theirs,))
    exchange.start()
    rest_url, stream_url = ours.recv()
    endpoint = Endpoint(rest_url=rest_url, stream_url=stream_url)
    with tempfile.TemporaryDirectory() as folder, PromptEventLoop(window_program()) as loop:
        print(json.dumps(loop.run_until_complete(_measure(Path(folder), ours, endpoint, seconds)), indent=1))
    exchange.join(10)


async def _measure(folder: Path, exchange: Connection, endpoint: Endpoint, seconds: float) -> dict[str, object]:
    def venues() -> Venues:
        return {InstrumentKind.CRYPTO: BybitVenue(endpoint)}

    _choose_real_market(folder)
    desktop = Desktop(folder, venues=venues, clock=ServerTime())
    desktop.show()
    await desktop.start()
    fitted_s = await _until_fitted(desktop)
    lateness, paints = Lateness(), Paints(desktop)
    exchange.send(seconds)
    cpu_begun, begun = time.process_time(), time.monotonic()
    while not exchange.poll():
        await asyncio.sleep(0.2)
    cpu_s, wall_s = time.process_time() - cpu_begun, time.monotonic() - begun
    sent: dict[int, int] = exchange.recv()
    exchange.send(None)
    shown = SYMBOLS.index(desktop.window.desk.symbol)
    mine = {number: at for number, at in sent.items() if number % len(SYMBOLS) == shown}
    delays = sorted((paints.painted[number] - at) / 1e6 for number, at in mine.items() if number in paints.painted)
    late = desktop.close()
    return {
        "first models after s": fitted_s,
        "ticks of the symbol shown": len(mine),
        "painted one by one": len(delays),
        "send to paint ms": {name: round(delays[int(len(delays) * share)], 1) for name, share in _SHARES.items()},
        "share of one core": round(cpu_s / wall_s, 3),
        "main thread late": lateness.figures(),
        "agents that hung": late,
    }


_SHARES = {"median": 0.5, "p99": 0.99, "worst": 0.99999}


def _choose_real_market(folder: Path) -> None:
    store = Store.open(folder / STORE_NAME)
    clock = ServerTime()
    markets = Markets(store, clock, StoreArchive(store, clock), (), dict)
    markets.choose(REAL_MARKET)
    markets.watch(SYMBOLS)
    store.close()


async def _until_fitted(desktop: Desktop) -> float:
    """Seconds until every symbol has its model, or patience ended."""
    begun = time.monotonic()
    while desktop.symbols_with_model < len(SYMBOLS) and time.monotonic() - begun < _FITS_PATIENCE_S:
        await asyncio.sleep(1)
    await asyncio.sleep(5)
    return round(time.monotonic() - begun, 1)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
