"""Values to store."""

from decimal import Decimal

import numpy as np

from photon_desktop.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import (
    DECISION_MAKER,
    EVERYONE,
    EXECUTION_AGENT,
    MARKET_MONITOR,
    Action,
    ExecutionReport,
    MarketSnapshot,
    Message,
    Payload,
    ReportStatus,
    TradeDecision,
)
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side

HOUR = Interval.HOUR_1.nanoseconds
START = 1_733_565_600_000_000_000  # 2024-12-07T10:00:00Z


def snapshot(ticker: str = "BTCUSDT") -> MarketSnapshot:
    return MarketSnapshot(
        ticker=ticker,
        interval=Interval.HOUR_1,
        source="bybit",
        close_time=START,
        bar=Bar(START - HOUR, 88457.72, 89000.0, 88000.1, 88500.3, 1234567.0),
        indicators={"sma10": 0.1 + 0.2, "rsi14": 55.5, "volatility": 1e-17},
        trend="bull",
        strength=1 / 3,
        rsi_state="neutral",
        sma_cross=1,
        data_quality={"bars": 720, "gaps": 0, "age_seconds": 2.1},
    )


def decision(ticker: str = "BTCUSDT") -> TradeDecision:
    return TradeDecision(
        action=Action.HOLD,
        ticker=ticker,
        interval=Interval.HOUR_1,
        confidence=0.1 + 0.7,
        quantity=Decimal("0.05001"),
        price=Decimal("88500.37"),
        risk_score=0.3,
        reasoning='HOLD, since "σ" is 2 ‰',
        model_type="random_forest",
        model_version="rf-1",
        probabilities={"SELL": 0.05, "HOLD": 0.1, "BUY": 0.85},
        decided_at=START,
        contributions=(("rsi14", 0.21), ("trend_strength", -0.12)),
        blocked_by=("MIN_CONFIDENCE",),
        wanted=Action.BUY,
        stop_loss=Decimal("86000"),
        take_profit=Decimal("93000.01"),
    )


def report(ticker: str = "BTCUSDT") -> ExecutionReport:
    return ExecutionReport(
        status=ReportStatus.EXECUTED,
        order_id="order-1",
        ticker=ticker,
        action=Action.BUY,
        quantity=Decimal("0.05001"),
        requested_price=Decimal("88500.37"),
        executed_price=Decimal("88588.88"),
        commission=Decimal("4.43032989"),
        slippage=Decimal("-0.00000001"),
        executed_at=START,
        message="Trade executed successfully",
        mode="paper",
    )


def message(number: int = 1, payload: Payload | None = None, trace_id: str = "trace-1") -> Message:
    content = snapshot() if payload is None else payload
    sender, recipient = {
        MarketSnapshot: (MARKET_MONITOR, DECISION_MAKER),
        TradeDecision: (DECISION_MAKER, EXECUTION_AGENT),
        ExecutionReport: (EXECUTION_AGENT, EVERYONE),
    }[type(content)]
    return Message(f"message-{number}", trace_id, sender, recipient, START + number, content)


def order(number: int = 1, side: Side = Side.BUY, quantity: str = "0.5", symbol: str = "BTCUSDT") -> Order:
    return Order(
        client_order_id=f"order-{number}",
        trace_id=f"trace-{number}",
        decision_id=f"decision-{number}",
        symbol=symbol,
        side=side,
        quantity=Decimal(quantity),
        requested_price=Decimal("88500.37"),
        created_at=START + number,
        mode="paper",
        purpose=OrderPurpose.SIGNAL,
        stop_loss=Decimal("86000.5"),
        model_hash="0123abcd",
    )


def fill_of(placed: Order, price: str = "88588.88", commission: str = "44.29444") -> Fill:
    return Fill(
        fill_id=f"{placed.client_order_id}-1",
        client_order_id=placed.client_order_id,
        symbol=placed.symbol,
        side=placed.side,
        quantity=placed.quantity,
        price=Decimal(price),
        commission=Decimal(commission),
        slippage=Decimal("44.255"),
        filled_at=placed.created_at + HOUR,
    )


def deposit(store: Store, amount: str = "10000", deposit_id: str = "deposit-1", account: str = "paper") -> Account:
    after, lines = store.trades.load_account(account).deposited(Decimal(amount))
    store.trades.record_deposit(Decimal(amount), lines, START, deposit_id, account)
    return after


def trade(store: Store, before: Account, placed: Order, account: str = "paper") -> Account:
    """Place and fill an order; the account after it."""
    fill = fill_of(placed)
    after, lines = before.after(fill)
    with store.transaction():
        store.trades.add_order(placed, account=account)
        store.trades.record_fill(fill, after, lines, account)
    return after


def hourly_bars(count: int, first: int = START, level: float = 100.0) -> Bars:
    times = np.arange(count, dtype=np.int64) * HOUR + first
    close = level + np.sin(np.arange(count) / 7.0)
    return Bars.of(times, close, close + 0.7, close - 0.3, close + 0.1, close * 3)


def filled(placed: Order) -> Order:
    """The order once `fill_of` has carried it out."""
    return placed.after(fill_of(placed))
