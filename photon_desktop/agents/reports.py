"""Orders made from decisions, and reports made from what became of them."""

from dataclasses import replace

from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.messages import Action, ExecutionReport, Message, ReportStatus, TradeDecision
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side
from photon_desktop.trading.risk import Refusal

_DONE = {
    OrderPurpose.SIGNAL: "Trade executed successfully",
    OrderPurpose.STOP: "The stop loss closed the position",
    OrderPurpose.TARGET: "The take profit closed the position",
    OrderPurpose.FLATTEN: "The kill switch closed the position",
}


def order_for(message: Message, decision: TradeDecision, mode: str) -> Order:
    """The one order that the decision in `message` asks for."""
    return Order(
        client_order_id=client_order_id(message.id),
        trace_id=message.trace_id,
        decision_id=message.id,
        symbol=decision.ticker,
        side=Side(decision.action.value),
        quantity=decision.quantity,
        requested_price=decision.price,
        created_at=decision.decided_at,
        mode=mode,
        stop_loss=decision.stop_loss,
        take_profit=decision.take_profit,
        model_hash=decision.model_hash,
    )


def filled_report(order: Order, fill: Fill) -> ExecutionReport:
    """The report of an order carried out."""
    return ExecutionReport(
        status=ReportStatus.EXECUTED,
        order_id=order.client_order_id,
        ticker=order.symbol,
        action=Action(order.side.value),
        quantity=fill.quantity,
        requested_price=order.requested_price,
        executed_price=fill.price,
        commission=fill.commission,
        slippage=fill.slippage,
        executed_at=fill.filled_at,
        message=f"{_DONE[order.purpose]}: {order.side} {plain(fill.quantity)} {order.symbol} at {plain(fill.price)}.",
        mode=order.mode,
        model_hash=order.model_hash,
    )


def expired_report(order: Order, time_ns: int) -> ExecutionReport:
    """The report of an order that no price came for in time."""
    return ExecutionReport(
        status=ReportStatus.EXPIRED,
        order_id=order.client_order_id,
        ticker=order.symbol,
        action=Action(order.side.value),
        quantity=order.quantity,
        requested_price=order.requested_price,
        executed_price=None,
        commission=ZERO,
        slippage=ZERO,
        executed_at=time_ns,
        message="No price came within a bar; the order was dropped, not sent again.",
        mode=order.mode,
        blocked_by=("EXPIRED",),
        model_hash=order.model_hash,
    )


def cancelled_report(order: Order, time_ns: int, why: str) -> ExecutionReport:
    """The report of an order that was taken back before it was filled; `why` as a sentence."""
    return replace(
        expired_report(order, time_ns), status=ReportStatus.CANCELLED, message=why, blocked_by=("CANCELLED",)
    )


def unfilled_report(
    decision: TradeDecision, decision_id: str, status: ReportStatus, refusals: tuple[Refusal, ...], mode: str
) -> ExecutionReport:
    """The report of a decision that led to no order, with every rule that stood in its way."""
    return ExecutionReport(
        status=status,
        order_id=client_order_id(decision_id),
        ticker=decision.ticker,
        action=decision.action,
        quantity=decision.quantity,
        requested_price=decision.price,
        executed_price=None,
        commission=ZERO,
        slippage=ZERO,
        executed_at=decision.decided_at,
        message=" ".join(refusal.sentence for refusal in refusals),
        mode=mode,
        blocked_by=tuple(refusal.code for refusal in refusals),
        model_hash=decision.model_hash,
    )
