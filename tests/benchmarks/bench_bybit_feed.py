"""How fast and how dear the feed is: from the server's send to the feed's event, at 200 ticks a second of 20 symbols.

python -m tests.benchmarks.bench_bybit_feed [SECONDS]

The local exchange runs in a process of its own; the feed's process has the real pybit and polls when it is woken.
Prints milliseconds (median, p99, largest), the share of one core the feed's process used, and how many ticks came.
"""

import json
import multiprocessing
import sys
import threading
import time
from multiprocessing.connection import Connection
from typing import Any

from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.feed import BybitFeed
from photon_desktop.market.bybit.rest.client import open_client
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.pybit_stream import PybitTransport
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import PriceTick
from tests.fakes.bybit_server import OPENING_MS, BybitServer

SYMBOLS = tuple(f"COIN{number}USDT" for number in range(20))
TICKS_A_SECOND = 200
STEP = 0.001  # a tick's price is its number in these above BASE, so that it is known again
BASE = 1_000.0


def main(seconds: float) -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    exchange = context.Process(target=exchange_process, args=(theirs,))
    exchange.start()
    rest_url, stream_url = ours.recv()
    print(json.dumps(_measure(ours, Endpoint(rest_url=rest_url, stream_url=stream_url), seconds)))
    exchange.join(10)


def _measure(exchange: Connection, endpoint: Endpoint, seconds: float) -> dict[str, float]:
    woken = threading.Event()
    source = BybitSource(open_client(endpoint, Category.LINEAR))
    next_opens = dict.fromkeys(SYMBOLS, OPENING_MS * 1_000_000)
    feed = BybitFeed(source, lambda: PybitTransport(endpoint, Category.LINEAR), Interval.HOUR_1, next_opens, woken.set)
    feed.start()
    exchange.send(seconds)
    arrived: dict[int, int] = {}
    cpu_begun, begun = time.process_time(), time.monotonic()
    while not exchange.poll():
        woken.wait(0.05)
        woken.clear()
        _note(feed, arrived)
    cpu_s, wall_s = time.process_time() - cpu_begun, time.monotonic() - begun
    sent: dict[int, int] = exchange.recv()
    _note(feed, arrived)
    closing = time.monotonic()
    feed.close()
    closed_ms = (time.monotonic() - closing) * 1_000
    exchange.send(None)
    figures = _figures([(arrived[number] - at_ns) / 1e6 for number, at_ns in sent.items() if number in arrived])
    return figures | {
        "ticks_sent": len(sent),
        "ticks_brought": len(arrived),
        "cpu_share": round(cpu_s / wall_s, 4),
        "close_ms": round(closed_ms, 1),
    }


def _note(feed: BybitFeed, arrived: dict[int, int]) -> None:
    now_ns = time.monotonic_ns()
    for event in feed.poll():
        if isinstance(event, PriceTick) and event.price > BASE:
            arrived[round((event.price - BASE) / STEP)] = now_ns


def _figures(delays_ms: list[float]) -> dict[str, float]:
    ordered = sorted(delays_ms)
    return {
        "median_ms": round(ordered[len(ordered) // 2], 3),
        "p99_ms": round(ordered[int(len(ordered) * 0.99)], 3),
        "max_ms": round(ordered[-1], 3),
    }


def exchange_process(pipe: Connection) -> None:
    """Sends the ticks evenly and tells afterwards when each was sent."""
    with BybitServer() as server:
        pipe.send((server.rest_url, server.stream_url))
        seconds: float = pipe.recv()
        pause = threading.Event()
        while len(server.subscribed()) < 2 * len(SYMBOLS):
            pause.wait(0.01)
        for symbol in SYMBOLS:
            server.publish("linear", _first_bar(symbol))
        sent: dict[int, int] = {}
        begun = time.monotonic()
        for number in range(1, int(seconds * TICKS_A_SECOND) + 1):
            pause.wait(max(0.0, begun + number / TICKS_A_SECOND - time.monotonic()))
            message = _tick(SYMBOLS[number % len(SYMBOLS)], number)
            sent[number] = time.monotonic_ns()
            server.publish("linear", message)
        pause.wait(0.5)
        pipe.send(sent)
        pipe.recv()


def _first_bar(symbol: str) -> dict[str, Any]:
    price = str(BASE)
    data = dict.fromkeys(("open", "high", "low", "close", "volume", "turnover"), price)
    bounds = {"start": OPENING_MS, "end": OPENING_MS + 3_599_999, "timestamp": OPENING_MS, "confirm": False}
    return {"topic": f"kline.60.{symbol}", "data": [{**data, **bounds, "interval": "60"}], "ts": OPENING_MS}


def _tick(symbol: str, number: int) -> dict[str, Any]:
    data = {"symbol": symbol, "lastPrice": f"{BASE + number * STEP:.3f}"}
    return {"topic": f"tickers.{symbol}", "type": "delta", "data": data, "cs": number, "ts": OPENING_MS}


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0)
