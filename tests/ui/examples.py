"""Plausible values to show: bars, chains of messages, an account, agents."""

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.agent_status import AgentLogLine, AgentState, AgentStatus
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind
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
    ReportStatus,
    TradeDecision,
)
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.timestamps import from_iso
from photon_desktop.ui.panels.views import SeriesView, StoredView, WatchItem

BEGIN = from_iso("2024-12-07T10:00:00Z")
SECOND = 1_000_000_000
HOUR = Interval.HOUR_1.nanoseconds
BTC, ETH, APPLE = "DEMO-BTC", "DEMO-ETH", "DEMO-AAPL"
STEPS = {BTC: ("0.1", "0.0001"), ETH: ("0.01", "0.001"), APPLE: ("0.01", "0.01")}
ICON_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
CONTRIBUTIONS = (("rsi14", 0.213), ("trend_strength", 0.121), ("macd_hist", -0.064))
REASONING = (
    "BUY (confidence 0.85). Trend bull, strength 0.82. RSI 25.3 oversold. The model leaned on RSI, trend strength and"
    " the MACD histogram. No evidence of an edge out of sample."
)


@dataclass
class FixedClock:
    """A clock that stands until it is set."""

    now: int = BEGIN

    def now_ns(self) -> int:
        return self.now


def instrument(symbol: str) -> Instrument:
    """What the simulated market trades `symbol` in, cents and hundredths for a symbol it does not know."""
    tick_size, step = (Decimal(text) for text in STEPS.get(symbol, ("0.01", "0.01")))
    return Instrument(symbol, InstrumentKind.DEMO, "USD", tick_size, step, step, Decimal(5))


def walk(count: int, start: float, seed: int = 7, step: float = 0.006) -> Bars:
    """A random walk of hourly bars whose last one opens an hour before BEGIN."""
    generator = np.random.default_rng(seed)
    close = start * np.exp(np.cumsum(generator.normal(0.0001, step, count)))
    open_ = np.concatenate([[start], close[:-1]])
    spread = np.abs(generator.normal(0, step / 2, count)) * close
    times = BEGIN - HOUR * np.arange(count, 0, -1)
    volume = generator.lognormal(6, 0.5, count)
    return Bars.of(times, open_, np.maximum(open_, close) + spread, np.minimum(open_, close) - spread, close, volume)


def series(symbol: str = BTC, count: int = 300, start: float = 96_000.0, source: str = "demo") -> SeriesView:
    return SeriesView(symbol, Interval.HOUR_1, walk(count, start), source, instrument(symbol))


def watch_items(*symbols: str) -> tuple[WatchItem, ...]:
    return tuple(WatchItem(symbol, instrument(symbol)) for symbol in symbols or (BTC, ETH, APPLE))


def bar(price: float, open_time: int = BEGIN) -> Bar:
    return Bar(open_time, price, price * 1.002, price * 0.998, price * 1.001, 12.5)


def tick(symbol: str = BTC, price: float = 97_000.0, time_ns: int = BEGIN + SECOND) -> PriceTick:
    forming = Bar(BEGIN, price, price, price, price, 1.0)
    return PriceTick(symbol, Interval.HOUR_1, time_ns, price, price, price, price, forming)


def snapshot(
    symbol: str = BTC, price: float = 96_500.0, close_time: int = BEGIN, trend: str = "bull"
) -> MarketSnapshot:
    indicators = {"sma10": price, "sma20": price * 0.99, "rsi14": 55.5, "macd": 15.0, "macd_signal": 12.5}
    return MarketSnapshot(
        symbol, Interval.HOUR_1, "demo", close_time, bar(price, close_time - HOUR), indicators, trend, 0.75,
        "neutral", 1, {"bars": 720, "gaps": 0, "age_seconds": 2.1},
    )  # fmt: skip


def decision(
    action: Action = Action.BUY,
    symbol: str = BTC,
    price: str = "96500",
    decided_at: int = BEGIN,
    confidence: float = 0.85,
) -> TradeDecision:
    level = Decimal(price)
    return TradeDecision(
        action=action,
        ticker=symbol,
        interval=Interval.HOUR_1,
        confidence=confidence,
        quantity=Decimal("0.0104") if action is not Action.HOLD else Decimal(0),
        price=level,
        risk_score=0.3,
        reasoning=REASONING.replace("BUY", action.value).replace("0.85", f"{confidence:.2f}"),
        model_type="random_forest",
        model_version="rf-20241207-4f2a",
        probabilities={"SELL": 0.05, "HOLD": 0.10, "BUY": 0.85},
        decided_at=decided_at,
        contributions=CONTRIBUTIONS,
        stop_loss=level * Decimal("0.97") if action is Action.BUY else None,
        take_profit=level * Decimal("1.05") if action is Action.BUY else None,
    )


def blocked(symbol: str = BTC, decided_at: int = BEGIN) -> TradeDecision:
    """A wish to buy that two rules turned into HOLD."""
    wish = decision(Action.HOLD, symbol, decided_at=decided_at, confidence=0.41)
    return replace(wish, wanted=Action.BUY, blocked_by=("MAX_POSITION", "NO_CASH"))


def report(
    status: ReportStatus = ReportStatus.EXECUTED, symbol: str = BTC, executed_at: int = BEGIN + SECOND
) -> ExecutionReport:
    is_done = status is ReportStatus.EXECUTED
    return ExecutionReport(
        status=status,
        order_id="p0193",
        ticker=symbol,
        action=Action.BUY,
        quantity=Decimal("0.0104"),
        requested_price=Decimal(96_500),
        executed_price=Decimal("96548.25") if is_done else None,
        commission=Decimal("1.0041018") if is_done else Decimal(0),
        slippage=Decimal("0.5018") if is_done else Decimal(0),
        executed_at=executed_at,
        message="Trade executed successfully" if is_done else "The order needs 1003.60 and the free cash is 12.10.",
        mode="paper",
        blocked_by=() if is_done else ("NO_CASH",),
    )


def chain(
    number: int, made: TradeDecision, answer: ExecutionReport | None = None, status: str = "done"
) -> list[StoredView]:
    """Snapshot, decision and, if there is one, report of the chain `number`, 12 and 340 ms apart."""
    trace = f"{number:08x}-0000-7000-8000-00000000aaaa"
    first = BEGIN + number * 60 * SECOND
    seen = snapshot(made.ticker, float(made.price), made.decided_at)
    messages = [
        Message(trace, trace, MARKET_MONITOR, DECISION_MAKER, first, seen),
        Message(trace[:-1] + "b", trace, DECISION_MAKER, EXECUTION_AGENT, first + 12_000_000, made),
    ]
    if answer is not None:
        messages.append(Message(trace[:-1] + "c", trace, EXECUTION_AGENT, EVERYONE, first + 352_000_000, answer))
    return [StoredView(message, status) for message in messages]


def portfolio(price: str = "97250.5") -> Portfolio:
    held = Position(BTC, Decimal("0.0104"), Decimal("1004.10"), opened_at=BEGIN, stop_loss=Decimal(93_605),
                    take_profit=Decimal(101_325))  # fmt: skip
    short = Position(ETH, Decimal("-0.25"), Decimal("-910.00"), opened_at=BEGIN)
    account = Account(Decimal("9905.42"), {BTC: held, ETH: short})
    return Portfolio(account, {BTC: Decimal(price), ETH: Decimal("3655.20")}, BEGIN, "paper", Decimal(10_000))


def status(
    name: str = MARKET_MONITOR, state: AgentState = AgentState.RUNNING, beat_at: int = BEGIN, note: str = ""
) -> AgentStatus:
    return AgentStatus(
        name,
        state,
        beat_at,
        queued=2,
        handled=1_234,
        failed=0,
        latency_ms=3.4,
        note=note,
        median_ms=2.1,
        slowest_ms=40.6,
    )


def log_line(text: str, level: str = "INFO", agent: str = MARKET_MONITOR, at: int = BEGIN) -> AgentLogLine:
    return AgentLogLine(agent, at, level, text, "0193-abc")
