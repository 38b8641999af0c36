"""A store that a program has used for a long time: messages, trades and bars by the ten thousands."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from photon_desktop.market.demo_session import DemoSession
from photon_desktop.paths import STORE_NAME
from photon_desktop.store.models import Message as MessageRow
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.identity import uuid7
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json, MessageType
from photon_desktop.trading.orders import Side
from tests.store.samples import decision, deposit, order, report, snapshot, trade

MESSAGES, TRADES, BARS, MARKS = 100_000, 10_000, 1_000_000, 20_000
_MINUTE = Interval.MINUTE_1.nanoseconds
_SYMBOLS = ("DEMO-BTC", "DEMO-ETH", "DEMO-SOL")


def fill_store(folder: Path) -> None:
    """Fill the store in `folder`, as if all of it had happened before the simulated market is opened."""
    store = Store.open(folder / STORE_NAME)
    opening = DemoSession(Interval.HOUR_1, 1.0).opens_at(None)
    store.connections.insert_all(MessageRow, _messages(opening))
    _trade(store, opening)
    prices = 100 + np.cumsum(np.sin(np.arange(BARS) / 50)) / 10
    times = opening - _MINUTE * np.arange(BARS, 0, -1)
    store.bars.put(
        "BTCUSDT", Interval.MINUTE_1, "bybit",
        Bars.of(times, prices, prices + 1, prices - 1, prices, np.full(BARS, 10.0)),
    )  # fmt: skip
    store.close()


def _messages(opening: int) -> Iterator[Json]:
    for number in range(MESSAGES):
        symbol = _SYMBOLS[number % 3]
        payload = (snapshot(symbol), decision(symbol), report(symbol))[(number // 3) % 3]
        kind = (MessageType.MARKET_SNAPSHOT, MessageType.TRADE_DECISION, MessageType.EXECUTION_REPORT)[
            (number // 3) % 3
        ]
        made_at = opening - (MESSAGES - number) * 1_000_000_000
        name = uuid7(made_at, number.to_bytes(10))
        yield {
            "id": name, "trace_id": name, "type": kind.value, "ticker": symbol, "sender": "bench",
            "recipient": "bench", "created_at": made_at, "payload": payload.to_json(), "status": "done", "note": "",
            "settled_at": made_at,
        }  # fmt: skip


def _trade(store: Store, opening: int) -> None:
    """Buys and sells that leave nothing held, and a mark for each hour."""
    with store.transaction():
        account: Account = deposit(store, "1000000")
        for number in range(1, TRADES + 1):
            made = order(number, _side(number), "0.01", "DEMO-BTC")
            account = trade(store, account, replace(made, created_at=opening - (TRADES - number) * _MINUTE))
        for number in range(MARKS):
            value = Decimal(1_000_000 + number % 500)
            store.trades.add_equity_point(opening - (MARKS - number) * Interval.HOUR_1.nanoseconds, value, value)


def _side(number: int) -> Side:
    return Side.BUY if number % 2 else Side.SELL
