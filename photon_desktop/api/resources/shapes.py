"""The program's values as the API tells them: numbers as numbers, times as ISO 8601 UTC."""

from collections.abc import Iterable
from decimal import Decimal
from math import isfinite

from photon_desktop.store.pages.fills import NumberedFill
from photon_desktop.trading.agent_status import AgentStatus
from photon_desktop.trading.messages import Json
from photon_desktop.trading.orders import Order, Side
from photon_desktop.trading.portfolio import Portfolio
from photon_desktop.trading.timestamps import to_iso

_METADATA = ("model_type", "model_version", "model_hash", "probabilities", "contributions", "blocked_by", "wanted")
_ACTIONS = {Side.BUY: "BUY", Side.SELL: "SELL"}


def number(value: Decimal | None) -> float | None:
    """An exact number as JSON has it."""
    return None if value is None else float(value)


def finite(values: Iterable[float]) -> list[float | None]:
    """NaN and infinite numbers are no JSON: None."""
    return [value if isfinite(value) else None for value in values]


def decision_json(stored: Json) -> Json:
    """A stored decision: its payload, its envelope's id, time and status, and under `metadata` what of it is the
    model's."""
    payload = stored["payload"]
    return {
        **payload,
        "id": stored["id"],
        "trace_id": stored["trace_id"],
        "symbol": payload["ticker"],
        "decision": payload["action"],
        "created_at": stored["created_at"],
        "status": stored.get("status", "queued"),
        "metadata": {name: payload[name] for name in _METADATA if name in payload},
    }


def trade_json(one: NumberedFill) -> Json:
    """A fill, and of its order what belongs beside it."""
    fill = one.fill
    return {
        "id": one.number,
        "symbol": fill.symbol,
        "action": _ACTIONS[fill.side],
        "side": fill.side.value,
        "quantity": float(fill.quantity),
        "price": float(fill.price),
        "requested_price": float(one.requested_price),
        "commission": float(fill.commission),
        "slippage": float(fill.slippage),
        "timestamp": to_iso(fill.filled_at),
        "status": "executed",
        "order_id": fill.client_order_id,
        "decision_id": one.decision_id or None,
        "trace_id": one.trace_id,
        "purpose": one.purpose.value,
        "mode": one.mode,
    }


def order_json(order: Order) -> Json:
    """An order that waits."""
    return {
        "order_id": order.client_order_id,
        "symbol": order.symbol,
        "action": _ACTIONS[order.side],
        "quantity": float(order.quantity),
        "kind": order.kind.value,
        "limit_price": number(order.limit_price),
        "stop_price": number(order.stop_price),
        "purpose": order.purpose.value,
        "created_at": to_iso(order.created_at),
    }


def portfolio_json(portfolio: Portfolio) -> Json:
    """What is held and what it is worth at the last prices, in quote money."""
    positions = []
    for position in portfolio.account.open_positions():
        price = portfolio.prices.get(position.symbol)
        positions.append(
            {
                "symbol": position.symbol,
                "quantity": float(position.quantity),
                "average_price": float(position.average_price),
                "price": number(price),
                "value": float(position.cost if price is None else position.value(price)),
                "unrealised_pnl": float(portfolio.unrealised(position)),
                "realised_pnl": float(position.realised),
                "stop_loss": number(position.stop_loss),
                "take_profit": number(position.take_profit),
                "opened_at": to_iso(position.opened_at),
            }
        )
    return {
        "timestamp": to_iso(portfolio.time_ns),
        "mode": portfolio.mode,
        "cash": float(portfolio.account.cash),
        "equity": float(portfolio.equity),
        "starting_cash": float(portfolio.starting_cash),
        "profit": float(portfolio.profit),
        "exposure": float(portfolio.exposure),
        "positions": positions,
        "waiting_orders": [order_json(order) for order in portfolio.orders],
    }


def status_json(name: str, status: AgentStatus | None) -> Json:
    """How an agent is doing; one that has said nothing yet is stopped."""
    return {
        "agent": name,
        "status": "stopped" if status is None else status.state.value,
        "queued": 0 if status is None else status.queued,
        "handled": 0 if status is None else status.handled,
        "failed": 0 if status is None else status.failed,
        "latency_ms": 0.0 if status is None else status.latency_ms,
        "note": "" if status is None else status.note,
        "beat_at": None if status is None else to_iso(status.beat_at),
    }
