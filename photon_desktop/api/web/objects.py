"""What comes back, as JSON Schema by name. More fields may be added; none is renamed."""

from collections.abc import Mapping

from photon_desktop.trading.messages import Json
from photon_desktop.trading.metric_words import METRIC_WORDS

_NUMBER: Json = {"type": "number"}
_MAYBE: Json = {"type": ["number", "null"]}
_WHOLE: Json = {"type": "integer"}
_TEXT: Json = {"type": "string"}
_MAYBE_TEXT: Json = {"type": ["string", "null"]}
_TIME: Json = {"type": "string", "format": "date-time"}
_MAYBE_TIME: Json = {"type": ["string", "null"], "format": "date-time"}
_YES_NO: Json = {"type": "boolean"}
_ANY: Json = {"type": "object"}
_ACTION: Json = {"type": "string", "enum": ["BUY", "SELL", "HOLD"]}


def _object(**fields: Json) -> Json:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _list(of: Json) -> Json:
    return {"type": "array", "items": of}


def _named(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


_PRICES = {"open": _NUMBER, "high": _NUMBER, "low": _NUMBER, "close": _NUMBER, "volume": _NUMBER}
_SERIES = {"symbol_id": _WHOLE, "symbol": _TEXT, "interval": _TEXT, "source": _TEXT}

OBJECTS: Mapping[str, Json] = {
    "Fault": _object(detail=_TEXT, status=_WHOLE),
    "User": _object(id=_WHOLE, email=_TEXT, created_at=_TIME),
    "Tokens": _object(access=_TEXT, refresh=_TEXT),
    "Symbol": _object(
        id=_WHOLE, symbol=_TEXT, kind=_TEXT, quote=_TEXT, interval=_TEXT, tick_size=_NUMBER, quantity_step=_NUMBER,
        is_active=_YES_NO,
    ),
    "Bar": _object(**_SERIES, timestamp=_TIME, **_PRICES),
    "LatestBar": _object(**_SERIES, timestamp=_TIME, **_PRICES, price=_NUMBER, priced_at=_TIME),
    "Refresh": _object(status=_TEXT, symbols=_list(_TEXT)),
    "Decision": _object(
        id=_TEXT, trace_id=_TEXT, symbol=_TEXT, decision=_ACTION, action=_ACTION, confidence=_NUMBER, quantity=_NUMBER,
        price=_NUMBER, risk_score=_NUMBER, reasoning=_TEXT, timestamp=_TIME, created_at=_TIME, status=_TEXT,
        metadata={"type": "object", "properties": {"model_type": _TEXT}, "required": ["model_type"]},
    ),
    "DecisionStatistics": _object(total=_WHOLE, by_action=_ANY, by_model_type=_ANY, average_confidence=_MAYBE),
    "Trade": _object(
        id=_WHOLE, symbol=_TEXT, action=_ACTION, side=_TEXT, quantity=_NUMBER, price=_NUMBER, requested_price=_NUMBER,
        commission=_NUMBER, slippage=_NUMBER, timestamp=_TIME, status=_TEXT, order_id=_TEXT, decision_id=_MAYBE_TEXT,
        trace_id=_TEXT, purpose=_TEXT, mode=_TEXT,
    ),
    "Order": _object(
        order_id=_TEXT, symbol=_TEXT, action=_ACTION, quantity=_NUMBER, kind=_TEXT, limit_price=_MAYBE,
        stop_price=_MAYBE, purpose=_TEXT, created_at=_TIME,
    ),
    "Position": _object(
        symbol=_TEXT, quantity=_NUMBER, average_price=_NUMBER, price=_MAYBE, value=_NUMBER, unrealised_pnl=_NUMBER,
        realised_pnl=_NUMBER, stop_loss=_MAYBE, take_profit=_MAYBE, opened_at=_TIME,
    ),
    "Portfolio": _object(
        account=_TEXT, timestamp=_TIME, mode=_TEXT, cash=_NUMBER, equity=_NUMBER, starting_cash=_NUMBER,
        profit=_NUMBER, exposure=_NUMBER, positions=_list(_named("Position")), waiting_orders=_list(_named("Order")),
    ),
    "EquityPoint": _object(timestamp=_TIME, equity=_NUMBER, cash=_NUMBER),
    "Agent": _object(
        agent=_TEXT, status={"type": "string", "enum": ["stopped", "running", "degraded", "failed"]}, queued=_WHOLE,
        handled=_WHOLE, failed=_WHOLE, latency_ms=_NUMBER, note=_TEXT, beat_at=_MAYBE_TIME,
    ),
    "AgentDetail": _object(
        agents=_list(_named("Agent")), alert_troubles=_list(_object(channel=_TEXT, detail=_TEXT)),
    ),
    "PerformanceMetrics": _object(
        account=_TEXT, start=_MAYBE_TIME, end=_MAYBE_TIME,
        **{name: {**_MAYBE, "description": f"{words.title}: {words.formula}. {words.source}."}
           for name, words in METRIC_WORDS.items()},
    ),
    "PnlPoint": _object(timestamp=_TIME, equity=_NUMBER, pnl=_NUMBER, cumulative_pnl=_NUMBER, drawdown=_NUMBER),
    "Month": {
        **_object(month=_TEXT, year=_WHOLE, month_of_year=_WHOLE, pnl=_NUMBER),
        "description": "return: the month's, as a share of the equity before it.",
    },
    "Overview": _object(
        market=_TEXT, interval=_TEXT, symbols=_list(_TEXT), portfolio=_named("Portfolio"),
        agents=_list(_named("Agent")), decisions=_WHOLE, trades=_WHOLE, recent_decisions=_list(_named("Decision")),
        recent_trades=_list(_named("Trade")),
    ),
    "Chart": _object(
        symbol=_TEXT, interval=_TEXT, source=_TEXT, candles=_list(_object(timestamp=_TIME, **_PRICES)),
        indicators={"type": "object", "additionalProperties": _list(_MAYBE)}, trades=_list(_named("Trade")),
    ),
    "Heatmap": _object(
        interval=_TEXT,
        symbols=_list(_object(symbol=_TEXT, price=_NUMBER, change=_NUMBER, high=_NUMBER, low=_NUMBER, volume=_NUMBER,
                              turnover=_NUMBER, timestamp=_TIME)),
    ),
}  # fmt: skip
