"""How long an order takes: from a bar's close to the stored report, and 10,000 of them through account and store.

python -m tests.benchmarks.bench_execution [BARS] [ORDERS]

The chain is the three agents' own, on their threads and with synchronous=FULL, over a replay of generated bars in which
every decision is a trade: from the snapshot's time to the report's, the wait for the next bar's first price included,
which a replay brings at once. The orders go twice over: through account and store alone, each order stored, filled and
booked; and through the execution agent, where each decision is stored before that and handed to it, checked against
every rule, and the report is stored together with the fill, its ledger rows and the position. Nothing is stored for
several orders at once.
"""

import json
import os
import sys
import tempfile
import time
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np

from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.market_time import MarketTime, WatchedMarket
from photon_desktop.agents.post import Post
from photon_desktop.agents.reports import order_for
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.application import Application, Rules
from photon_desktop.broker.paper import PaperBroker
from photon_desktop.clock import SystemClock, random_bytes
from photon_desktop.commands.agents import Replay
from photon_desktop.drill.trader import NoFits, trade_every_bar
from photon_desktop.event_loop import core_application
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.market.catalogue import Served
from photon_desktop.market.replay_session import ReplaySession
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.matching import fill_market_order
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EXECUTION_AGENT,
    Action,
    ExecutionReport,
    TradeDecision,
)
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.risk import RiskLimits

SYMBOL, H1 = "BTCUSDT", Interval.HOUR_1
HOUR = H1.nanoseconds
FIRST = 1_704_067_200 * 10**9
WIDE = RiskLimits(
    maximum_position=Decimal(1), maximum_exposure=Decimal(1), maximum_order=Decimal(1), daily_loss=Decimal(1),
    drawdown_halt=Decimal(1), orders_per_minute=1_000,
)  # fmt: skip
RULES = TradingRules(limits=WIDE, policy=DecisionPolicy(cooldown_bars=0, cooldown_after_loss=0))


class NoModel(NoFits):
    """Says at once that there will be no model: the chain itself is measured."""

    def submit(self, *_: Any) -> "Future[str]":
        failed: Future[str] = Future()
        failed.set_exception(RuntimeError("none is trained"))
        return failed


def generated(count: int) -> Bars:
    close = 50_000 * np.exp(np.cumsum(np.random.default_rng(1).normal(0, 0.004, count)))
    open_ = np.concatenate([[50_000.0], close[:-1]])
    times = FIRST + np.arange(count) * HOUR
    return Bars.of(times, open_, np.maximum(open_, close), np.minimum(open_, close), close, np.full(count, 1e6))


def chain(bars: int, folder: Path) -> dict[str, float]:
    """Milliseconds from a snapshot to the report of the order that it led to."""
    served = Served(generated(bars + 600), "csv", assumed_instrument(SYMBOL))
    session = ReplaySession(SYMBOL, H1, served, bars)
    application = Application(folder, session, Rules(RULES), fits=NoModel(), decide=trade_every_bar)
    try:
        Replay(application, session).play()
        stored = application.store.messages.recent(10 * bars)
    finally:
        application.close()
    began = {
        item.message.trace_id: item.message.created_at for item in stored if item.message.sender == "MarketMonitor"
    }
    took = [
        (item.message.created_at - began[item.message.trace_id]) / 1e6
        for item in stored
        if isinstance(item.message.payload, ExecutionReport) and item.message.payload.executed_price is not None
    ]
    return {"reports": len(took), **_percentiles(took)}


def booked(count: int, folder: Path) -> dict[str, float]:
    """Seconds for `count` orders stored, and their fills booked, through account and store alone."""
    store, post, took = Store.open(folder / "photon.sqlite3"), Post(SystemClock(), random_bytes), []
    account, lines = Account().deposited(Decimal(1_000_000))
    store.trades.record_deposit(Decimal(1_000_000), lines, FIRST, "opening")
    begun = time.perf_counter()
    for number, close in enumerate(generated(count).close.tolist()):
        one, price = time.perf_counter(), Decimal(str(round(close, 1)))
        made = _made(number, price)
        order = order_for(post.first(DECISION_MAKER, EXECUTION_AGENT, made), made, "paper")
        store.trades.add_order(order)
        fill = fill_market_order(order, price, order.created_at, RULES.costs, assumed_instrument(SYMBOL))
        account, lines = account.after(fill)
        store.trades.record_fill(fill, account, lines)
        took.append((time.perf_counter() - one) * 1e3)
    return _figures(store, count, time.perf_counter() - begun, took)


def orders(count: int, folder: Path) -> dict[str, float]:
    """Seconds for `count` orders, each filled at the next price."""
    store = Store.open(folder / "photon.sqlite3")
    post, market = Post(SystemClock(), random_bytes), MarketTime(lambda: WatchedMarket(lambda: (SYMBOL,), FIRST))

    def open_broker(waiting: tuple[Any, ...]) -> PaperBroker:
        return PaperBroker(RULES.costs, assumed_instrument, waiting)

    agent = ExecutionAgent(store, post, open_broker, assumed_instrument, RULES, market)
    agent.start()
    closes, took = generated(count).close.tolist(), []
    begun = time.perf_counter()
    for number, close in enumerate(closes):
        one = time.perf_counter()
        _trade(agent, store, post, number, close)
        took.append((time.perf_counter() - one) * 1e3)
    seconds = time.perf_counter() - begun
    agent.stop()
    return _figures(store, count, seconds, took)


def _figures(store: Store, count: int, seconds: float, took: list[float]) -> dict[str, float]:
    """What was measured, once the books were found to add up and every order to be filled."""
    health, fills = store.health(), len(store.trades.fills(10 * count))
    store.close()
    assert (health.ledger_equals_cash, fills) == (True, count)
    return {"orders": count, "fills": fills, "seconds": round(seconds, 2), **_percentiles(took)}


def _made(number: int, price: Decimal) -> TradeDecision:
    at = FIRST + number * HOUR
    return replace(_DECISION, action=Action.SELL if number % 2 else Action.BUY, price=price, decided_at=at)


def _trade(agent: ExecutionAgent, store: Store, post: Post, number: int, close: float) -> None:
    at, price = FIRST + number * HOUR, Decimal(str(round(close, 1)))
    message = post.first(DECISION_MAKER, EXECUTION_AGENT, _made(number, price))
    store.messages.add(message)
    agent.receive(message)
    tick = float(price)
    agent.on_price(PriceTick(SYMBOL, H1, at, tick, tick, tick, tick, Bar(at, tick, tick, tick, tick, 0.0)))


def _percentiles(took: list[float]) -> dict[str, float]:
    return {name: round(float(np.percentile(took, share)), 2) for name, share in (("p50_ms", 50), ("p99_ms", 99))}


_DECISION = TradeDecision(
    Action.BUY, SYMBOL, H1, 0.9, Decimal("0.01"), Decimal(1), 0.2, "Because.", "rules", "", {}, FIRST
)  # fmt: skip


def main(bars: int, count: int) -> None:
    core_application()
    measured = {
        "bar close to stored report": (chain, bars),
        "orders through account and store": (booked, count),
        "orders through the execution agent": (orders, count),
    }
    found = {}
    for name, (measure, number) in measured.items():
        with tempfile.TemporaryDirectory() as folder:
            found[name] = measure(number, Path(folder))
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    main(*(words + [500, 10_000][len(words) :]))
