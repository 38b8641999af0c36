"""The execution agent of an account at the local exchange, reached through the real pybit."""

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from photon_desktop.agents.execution_agent import ExecutionAgent
from photon_desktop.agents.market_time import MarketTime, WatchedMarket
from photon_desktop.agents.post import Post
from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.broker.bybit.desk.broker import BybitBroker, Ways
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.pybit_trading import PybitTrading
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.broker.bybit.stream.private_transport import PrivateTransport
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.pybit_http import sign_by
from photon_desktop.market.bybit.rest.rates import Limit, Rates
from photon_desktop.market.bybit.rest.server_clock import ServerClock
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.halt import TradingHalt
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EXECUTION_AGENT,
    Action,
    ExecutionReport,
    Message,
    MessageType,
    ReportStatus,
    TradeDecision,
)
from photon_desktop.trading.orders import Order, OrderPurpose
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.risk import RiskLimits
from tests.broker.bybit.conftest import KEYS, Unlimited
from tests.fakes.bybit_server import BybitServer

ACCOUNT, SYMBOL = "bybit-demo", "BTCUSDT"
PATIENCE_S = 15.0
QUICK = Pacing(look_s=0.02, first_pause_s=0.02, longest_pause_s=0.05)
ROOMY = TradingRules(
    limits=RiskLimits(maximum_order=Decimal(1), maximum_position=Decimal(1), price_collar=Decimal(1)),
    policy=DecisionPolicy(cooldown_bars=0, cooldown_after_loss=0),
)
FAST = 60.0  # of the desk's seconds in one of ours


class Trading:
    """The agent on this thread, its store, and the exchange; `events` is the Qt event loop that brings its news."""

    def __init__(self, server: BybitServer, store: Store, post: Post, category: Category = Category.LINEAR) -> None:
        self.server, self.store, self.post, self.category = server, store, post, category
        self.arming, self.halt = Arming(), TradingHalt()
        self.arming.arm(ACCOUNT)
        self.seconds_in_one = FAST
        self.broker: BybitBroker | None = None
        self.troubles: list[str] = []
        self.refusals: list[str] = []
        self.agent = self._new_agent()

    def _new_agent(self) -> ExecutionAgent:
        market = MarketTime(lambda: WatchedMarket(lambda: (SYMBOL,), self.server.now_ms * 1_000_000))
        agent = ExecutionAgent(
            self.store, self.post, self._open, assumed_instrument, ROOMY, market, ACCOUNT, self.halt, self.arming
        )
        agent.trouble_changed.connect(self.troubles.append)
        agent.hand_refused.connect(self.refusals.append)
        return agent

    def _open(self, waiting: tuple[Order, ...]) -> BybitBroker:
        clock = ServerClock(self.server.clock_s)
        undo = sign_by(clock.now_ms)
        endpoint = TradingEndpoint(TradingMode.DEMO, self.server.rest_url, self.server.stream_url)
        rates = Rates(time.monotonic, Unlimited(), Limit(1_000_000))
        client = TradingClient(lambda: PybitTrading(KEYS, endpoint, 0.3), rates, clock, on_close=undo)
        ways = Ways(
            client,
            self.category,
            lambda: PrivateTransport(KEYS, endpoint, 0.5),
            QUICK,
            now_s=lambda: time.monotonic() * self.seconds_in_one,
        )
        self.broker = BybitBroker(
            ways, "demo", ACCOUNT, self.store, waiting, (SYMBOL,), assumed_instrument, self._may_leave
        )
        return self.broker

    def _may_leave(self, order: Order) -> str:
        is_free = order.purpose is not OrderPurpose.SIGNAL or not self.halt.is_set
        return "" if is_free else "Trading was halted before it left."

    def start(self, *, is_ready: bool = True) -> None:
        """Start the agent and, unless told not to, wait until orders may leave."""
        self.agent.start()
        if is_ready:
            self.until(lambda: self.broker is not None and self.broker.obstacle is None)

    def restart(self) -> None:
        """As after a kill: another agent, with nothing in memory."""
        self.agent.stop()
        self.agent = self._new_agent()

    def stop(self) -> None:
        self.agent.stop()

    def until(self, is_so: Callable[[], Any]) -> None:
        """Handle the agent's news until it is so."""
        deadline = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < deadline, self.told()
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Handle what the exchange has said by now."""
        self.server.drain()
        deadline = time.monotonic() + 0.15
        while time.monotonic() < deadline:
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def told(self) -> str:
        """What to look at when nothing happens."""
        obstacle = None if self.broker is None else self.broker.obstacle
        waiting = [repr(each) for each in self.store.trades.open_orders(ACCOUNT)]
        there = [repr(each) for each in self.server.private.matching.orders if each.is_open]
        newest = [f"{report.order_id} {report.status} {report.message}" for report in self.reports()[-8:]]
        parts = (
            f"obstacle {obstacle}, note {self.agent._note}, troubles {self.troubles}",
            "open in the books:",
            *waiting,
        )
        return "\n".join([*parts, "open at the exchange:", *there, "the newest reports:", *newest])

    def decide(
        self, action: Action = Action.BUY, quantity: str = "0.01", stop: str | None = None, target: str | None = None
    ) -> Message:
        """Hand the agent a decision, stored as the decision maker would."""
        self.server.pass_time(1)
        price = self.server.private.matching.price(SYMBOL)
        made = TradeDecision(
            action, SYMBOL, Interval.HOUR_1, 0.9, Decimal(quantity), price, 0.2, "Because.", "rules", "", {},
            self.server.now_ms * 1_000_000,
            stop_loss=None if stop is None else Decimal(stop),
            take_profit=None if target is None else Decimal(target),
        )  # fmt: skip
        message = self.post.first(DECISION_MAKER, EXECUTION_AGENT, made)
        self.store.messages.add(message)
        self.agent.receive(message)
        return message

    def price(self, price: str) -> None:
        """Let the market stand at `price`, for the exchange and for the agent."""
        self.tick(price)
        self.server.look()

    def tick(self, price: str) -> None:
        """As `price`, but that the exchange has not looked yet."""
        self.server.market.pinned[SYMBOL] = price
        number, now_ns = float(price), self.server.now_ms * 1_000_000
        forming = Bar(now_ns, number, number, number, number, 1.0)
        self.agent.on_price(PriceTick(SYMBOL, Interval.HOUR_1, now_ns, number, number, number, number, forming))

    def reports(self) -> list[ExecutionReport]:
        """Oldest first."""
        stored = self.store.messages.of_type(MessageType.EXECUTION_REPORT, 100)
        return [one.message.payload for one in reversed(stored) if isinstance(one.message.payload, ExecutionReport)]

    def account(self) -> Account:
        return self.store.trades.load_account(ACCOUNT)

    def held(self) -> Decimal:
        return self.account().position(SYMBOL).quantity

    def check_books(self) -> None:
        """The store is sound, and holds to the last digit what the exchange does."""
        health = self.store.health()
        assert health.ledger_equals_cash
        assert health.duplicate_fills == 0
        wallet = self.server.private.matching.wallet
        if self.category is Category.LINEAR:
            position = wallet.position(SYMBOL)
            assert self.held() == position.quantity
            assert abs(self.account().cash - (wallet.coins["USDT"] - position.cost)) < Decimal("0.0001")
        else:
            assert self.held() == wallet.coins.get("BTC", Decimal(0))
            assert abs(self.account().cash - wallet.coins["USDT"]) < Decimal("0.0001")


def statuses(trading: Trading) -> list[ReportStatus]:
    return [report.status for report in trading.reports()]
