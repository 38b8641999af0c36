"""The three messages the agents exchange, and the envelope they travel in.

Field names are the product's contract: the JSON form is what the store keeps, the trace shows and programs read.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import isfinite
from typing import Any, Self

from photon_desktop.errors import MessageError, ValueRefusedError
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from photon_desktop.trading.timestamps import from_iso, to_iso
from photon_desktop.trading.why import Flip, PastCase

MARKET_MONITOR = "MarketMonitor"
DECISION_MAKER = "DecisionMaker"
EXECUTION_AGENT = "ExecutionAgent"
EVERYONE = "everyone"

Json = dict[str, Any]


class MessageType(StrEnum):
    """What a message's payload is."""

    MARKET_SNAPSHOT = "MARKET_SNAPSHOT"
    TRADE_DECISION = "TRADE_DECISION"
    EXECUTION_REPORT = "EXECUTION_REPORT"


class MessageStatus(StrEnum):
    """How far a message has come: stored and waiting, wholly handled, failed in its handler, or too old to act on."""

    QUEUED = "queued"
    DONE = "done"
    FAILED = "failed"
    EXPIRED = "expired"


class Action(StrEnum):
    """What a decision wants."""

    BUY = "BUY"
    SELL = "SELL"
    HOLD = "HOLD"


class ReportStatus(StrEnum):
    """What became of a decision's order."""

    EXECUTED = "executed"
    PARTIALLY_EXECUTED = "partially_executed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


def _require(condition: bool, sentence: str) -> None:
    if not condition:
        raise MessageError(sentence)


def _require_finite(numbers: dict[str, float | Decimal | None]) -> None:
    for name, number in numbers.items():
        if number is not None:
            _require(isfinite(number), f"{name} is {number}; it must be a finite number.")


def _number(value: Decimal | None) -> float | int | None:
    """A JSON number for an exact decimal; whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _exact_or_none(value: float | int | str | None) -> Decimal | None:
    return None if value is None else exact(value)


@dataclass(frozen=True, slots=True)
class MarketSnapshot:
    """The state of one market at the close of one bar. Indicator and analysis values as in their modules.

    `source` served the bars; `stored_as` is the source under which the store keeps them, empty when it is the same.
    """

    ticker: str
    interval: Interval
    source: str
    close_time: int  # ns UTC; the bar's open time plus its interval
    bar: Bar
    indicators: dict[str, float]
    trend: str
    strength: float
    rsi_state: str
    sma_cross: int
    data_quality: dict[str, float | int | str]
    stored_as: str = ""

    def __post_init__(self) -> None:
        _require(bool(self.ticker), "A snapshot needs a ticker.")
        _require(self.trend in ("bull", "bear", "sideways"), f"trend is {self.trend!r}.")
        _require(0 <= self.strength <= 1, f"strength is {self.strength}; it lies between 0 and 1.")
        _require_finite(dict(self.indicators))

    @property
    def kept_as(self) -> str:
        """The source whose series in the store the bars belong to."""
        return self.stored_as or self.source

    def to_json(self) -> Json:
        """The payload as `messages.md` shows it."""
        bar = self.bar
        payload: Json = {
            "timestamp": to_iso(self.close_time),
            "ticker": self.ticker,
            "interval": self.interval.value,
            "source": self.source,
            "ohlcv": {
                "open": bar.open,
                "high": bar.high,
                "low": bar.low,
                "close": bar.close,
                "volume": bar.volume,
            },
            "indicators": dict(self.indicators),
            "analysis": {
                "trend": self.trend,
                "strength": self.strength,
                "signals": {"rsi_state": self.rsi_state, "sma_cross": self.sma_cross},
            },
            "data_quality": dict(self.data_quality),
        }
        if self.stored_as:
            payload["stored_as"] = self.stored_as
        return payload

    @classmethod
    def from_json(cls, payload: Json) -> Self:
        """The snapshot that `to_json` wrote."""
        interval = Interval.parse(payload["interval"])
        close_time = from_iso(payload["timestamp"])
        analysis = payload["analysis"]
        return cls(
            ticker=payload["ticker"],
            interval=interval,
            source=payload["source"],
            close_time=close_time,
            bar=Bar(close_time - interval.nanoseconds, **{k: float(v) for k, v in payload["ohlcv"].items()}),
            indicators=dict(payload["indicators"]),
            trend=analysis["trend"],
            strength=analysis["strength"],
            rsi_state=analysis["signals"]["rsi_state"],
            sma_cross=analysis["signals"]["sma_cross"],
            data_quality=dict(payload["data_quality"]),
            stored_as=payload.get("stored_as", ""),
        )


@dataclass(frozen=True, slots=True)
class TradeDecision:
    """What the decision maker wants done, how sure it is, and why.

    `hold_code`: why a HOLD holds, in one word for programs; `cases` and `flip` are there where they were looked for.
    `rules_spoke`: what each rule that spoke said, where rules decided.
    `exploring`: bought to see what comes of it, not for a gain; only ever in a simulated market. `model_hash`: SHA-256
    over the model's arrays, empty for rules and in decisions of early versions. `drift`: how far the bar is from what
    the model was trained on, over its limit; None while that is not known. `settings`: those settings it was made under
    that were not the defaults, by key.
    """

    action: Action
    ticker: str
    interval: Interval
    confidence: float
    quantity: Decimal
    price: Decimal
    risk_score: float
    reasoning: str
    model_type: str
    model_version: str
    probabilities: dict[str, float]
    decided_at: int  # ns UTC, market time: the close of the bar decided on
    contributions: tuple[tuple[str, float], ...] = ()
    blocked_by: tuple[str, ...] = ()
    wanted: Action | None = None
    stop_loss: Decimal | None = None
    take_profit: Decimal | None = None
    hold_code: str = ""
    cases: tuple[PastCase, ...] = ()
    flip: Flip | None = None
    exploring: bool = False
    model_hash: str = ""
    rules_spoke: tuple[str, ...] = ()
    drift: float | None = None
    settings: dict[str, float | int | bool | str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _require(0 <= self.confidence <= 1, f"confidence is {self.confidence}; it lies between 0 and 1.")
        _require(0 <= self.risk_score <= 1, f"risk_score is {self.risk_score}; it lies between 0 and 1.")
        _require_finite({"quantity": self.quantity, "price": self.price, **self.probabilities})
        _require(self.price > 0, f"price is {self.price}; it must be above zero.")
        _require(self.quantity >= 0, f"quantity is {self.quantity}; it can't be under zero.")

    def to_json(self) -> Json:
        """The payload as `messages.md` shows it."""
        payload: Json = {
            "action": self.action.value,
            "ticker": self.ticker,
            "interval": self.interval.value,
            "timestamp": to_iso(self.decided_at),
            "confidence": self.confidence,
            "quantity": _number(self.quantity),
            "price": _number(self.price),
            "risk_score": self.risk_score,
            "reasoning": self.reasoning,
            "model_type": self.model_type,
            "model_version": self.model_version,
            "probabilities": dict(self.probabilities),
            "contributions": [list(pair) for pair in self.contributions],
            "blocked_by": list(self.blocked_by),
            "stop_loss": _number(self.stop_loss),
            "take_profit": _number(self.take_profit),
        }
        if self.wanted is not None:
            payload["wanted"] = self.wanted.value
        if self.hold_code:
            payload["hold_code"] = self.hold_code
        if self.cases:
            payload["cases"] = [case.to_json() for case in self.cases]
        if self.flip is not None:
            payload["flip"] = self.flip.to_json()
        if self.exploring:
            payload["exploring"] = True
        if self.model_hash:
            payload["model_hash"] = self.model_hash
        if self.rules_spoke:
            payload["rules_spoke"] = list(self.rules_spoke)
        if self.drift is not None:
            payload["drift"] = self.drift
        if self.settings:
            payload["settings"] = dict(self.settings)
        return payload

    @classmethod
    def from_json(cls, payload: Json) -> Self:
        """The decision that `to_json` wrote."""
        return cls(
            action=Action(payload["action"]),
            ticker=payload["ticker"],
            interval=Interval.parse(payload["interval"]),
            confidence=payload["confidence"],
            quantity=exact(payload["quantity"]),
            price=exact(payload["price"]),
            risk_score=payload["risk_score"],
            reasoning=payload["reasoning"],
            model_type=payload["model_type"],
            model_version=payload["model_version"],
            probabilities=dict(payload["probabilities"]),
            decided_at=from_iso(payload["timestamp"]),
            contributions=tuple((name, value) for name, value in payload["contributions"]),
            blocked_by=tuple(payload["blocked_by"]),
            wanted=Action(payload["wanted"]) if "wanted" in payload else None,
            stop_loss=_exact_or_none(payload["stop_loss"]),
            take_profit=_exact_or_none(payload["take_profit"]),
            hold_code=payload.get("hold_code", ""),
            cases=tuple(PastCase.from_json(case) for case in payload.get("cases", ())),
            flip=Flip.from_json(payload["flip"]) if "flip" in payload else None,
            exploring=payload.get("exploring", False),
            model_hash=payload.get("model_hash", ""),
            rules_spoke=tuple(payload.get("rules_spoke", ())),
            drift=payload.get("drift"),
            settings=dict(payload.get("settings", {})),
        )


@dataclass(frozen=True, slots=True)
class ExecutionReport:
    """What became of a decision. `slippage` is the signed cost in quote money against `requested_price`. `model_hash`
    of the model that decided, empty for rules. `account`: the key of the books it concerns, empty in old reports."""

    status: ReportStatus
    order_id: str
    ticker: str
    action: Action
    quantity: Decimal
    requested_price: Decimal
    executed_price: Decimal | None
    commission: Decimal
    slippage: Decimal
    executed_at: int  # ns UTC, market time
    message: str
    mode: str
    blocked_by: tuple[str, ...] = field(default=())
    model_hash: str = ""
    account: str = ""

    def __post_init__(self) -> None:
        _require_finite(
            {
                "quantity": self.quantity,
                "requested_price": self.requested_price,
                "executed_price": self.executed_price,
                "commission": self.commission,
                "slippage": self.slippage,
            }
        )
        _require(self.quantity >= 0, f"quantity is {self.quantity}; it can't be under zero.")

    def to_json(self) -> Json:
        """The payload as `messages.md` shows it."""
        named = {"model_hash": self.model_hash, "account": self.account}
        return {
            "status": self.status.value,
            "order_id": self.order_id,
            "ticker": self.ticker,
            "action": self.action.value,
            "quantity": _number(self.quantity),
            "requested_price": _number(self.requested_price),
            "executed_price": _number(self.executed_price),
            "commission": _number(self.commission),
            "slippage": _number(self.slippage),
            "timestamp": to_iso(self.executed_at),
            "message": self.message,
            "mode": self.mode,
            "blocked_by": list(self.blocked_by),
            **{name: value for name, value in named.items() if value},
        }

    @classmethod
    def from_json(cls, payload: Json) -> Self:
        """The report that `to_json` wrote."""
        return cls(
            status=ReportStatus(payload["status"]),
            order_id=payload["order_id"],
            ticker=payload["ticker"],
            action=Action(payload["action"]),
            quantity=exact(payload["quantity"]),
            requested_price=exact(payload["requested_price"]),
            executed_price=_exact_or_none(payload["executed_price"]),
            commission=exact(payload["commission"]),
            slippage=exact(payload["slippage"]),
            executed_at=from_iso(payload["timestamp"]),
            message=payload["message"],
            mode=payload["mode"],
            blocked_by=tuple(payload.get("blocked_by", ())),
            model_hash=payload.get("model_hash", ""),
            account=payload.get("account", ""),
        )


Payload = MarketSnapshot | TradeDecision | ExecutionReport
_PAYLOADS: dict[MessageType, type[Payload]] = {
    MessageType.MARKET_SNAPSHOT: MarketSnapshot,
    MessageType.TRADE_DECISION: TradeDecision,
    MessageType.EXECUTION_REPORT: ExecutionReport,
}
_TYPES = {payload: message_type for message_type, payload in _PAYLOADS.items()}


@dataclass(frozen=True, slots=True)
class Message:
    """An envelope and its payload. All messages of one chain share `trace_id`; `created_at` is ns UTC, wall time."""

    id: str
    trace_id: str
    sender: str
    recipient: str
    created_at: int
    payload: Payload

    def __post_init__(self) -> None:
        for name in ("id", "trace_id", "sender", "recipient"):
            _require(bool(getattr(self, name)), f"A message needs its {name}.")

    @property
    def type(self) -> MessageType:
        """What the payload is."""
        return _TYPES[type(self.payload)]

    def to_json(self) -> Json:
        """Envelope and payload; the status is the store's to add."""
        return {
            "id": self.id,
            "trace_id": self.trace_id,
            "type": self.type.value,
            "sender": self.sender,
            "recipient": self.recipient,
            "created_at": to_iso(self.created_at),
            "payload": self.payload.to_json(),
        }


def payload_from_json(message_type: MessageType, payload: Json) -> Payload:
    """The payload of this type that `to_json` wrote; MessageError says which field is missing or wrong."""
    try:
        return _PAYLOADS[message_type].from_json(payload)
    except MessageError:
        raise
    except (KeyError, TypeError, ValueRefusedError, ValueError) as error:
        raise MessageError(f"A stored {message_type} can't be read: {error!r}.") from error
