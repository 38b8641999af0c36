"""Orders made from decisions, and reports made from what became of them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from photon_desktop.trading.account import Position
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.messages import Action, ExecutionReport, Message, ReportStatus, TradeDecision
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.profile import AccountMode
from photon_desktop.trading.risk import Refusal

_DONE = {
    OrderPurpose.SIGNAL: "Trade executed successfully",
    OrderPurpose.STOP: "The stop loss closed the position",
    OrderPurpose.TARGET: "The take profit closed the position",
    OrderPurpose.FLATTEN: "The kill switch closed the position",
    OrderPurpose.CLOSED_BY_HAND: "The position was closed by hand",
}
_ENDS = {
    OrderStatus.CANCELLED: (ReportStatus.CANCELLED, "CANCELLED"),
    OrderStatus.EXPIRED: (ReportStatus.EXPIRED, "EXPIRED"),
    OrderStatus.REJECTED: (ReportStatus.REJECTED, "ORDER_SIZE"),
    OrderStatus.UNKNOWN: (ReportStatus.UNKNOWN, "UNKNOWN"),
}
NO_PRICE = "No price came within a bar; the order was dropped, not sent again."
NOT_ALL = "The rest was not filled within a bar; it was dropped, not sent again."


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


@dataclass(frozen=True, slots=True)
class Chain:
    """What an order belongs to: the chain of messages, the decision, and the model behind it."""

    trace_id: str
    decision_id: str
    model_hash: str = ""

    @classmethod
    def of(cls, entry: Order) -> Self:
        """That of the order which opened a position."""
        return cls(entry.trace_id, entry.decision_id, entry.model_hash)


def closing_order(
    position: Position,
    quantity: Decimal,
    chain: Chain,
    order_id: str,
    price: Decimal,
    purpose: OrderPurpose,
    mode: str,
    time_ns: int,
) -> Order:
    """An order that closes `quantity` of `position`."""
    return Order(
        client_order_id=order_id,
        trace_id=chain.trace_id,
        decision_id=chain.decision_id,
        symbol=position.symbol,
        side=Side.SELL if position.quantity > 0 else Side.BUY,
        quantity=quantity,
        requested_price=price,
        created_at=time_ns,
        mode=mode,
        purpose=purpose,
        model_hash=chain.model_hash,
    )


def filled_report(order: Order, fill: Fill, *, is_whole: bool) -> ExecutionReport:
    """The report of `fill`, by which `order` has come as far as it says: carried out, or in part. What an exchange
    calls whole may be less than was ordered, by a fee taken in the bought coin."""
    rest = "" if is_whole else f"; {plain(order.remaining)} of {plain(order.quantity)} not yet"
    done = _DONE[order.purpose] if is_whole else f"{_DONE[order.purpose]} in part"
    return ExecutionReport(
        status=ReportStatus.EXECUTED if is_whole else ReportStatus.PARTIALLY_EXECUTED,
        order_id=order.client_order_id,
        ticker=order.symbol,
        action=Action(order.side.value),
        quantity=fill.quantity,
        requested_price=order.requested_price,
        executed_price=fill.price,
        commission=fill.commission,
        slippage=fill.slippage,
        executed_at=fill.filled_at,
        message=f"{done}: {order.side} {plain(fill.quantity)} {order.symbol} at {plain(fill.price)}{rest}.",
        mode=order.mode,
        model_hash=order.model_hash,
    )


def expired_report(order: Order, time_ns: int) -> ExecutionReport:
    """The report of an order that no price came for in time, or not for all of it."""
    why = NO_PRICE if order.parts == 0 else NOT_ALL
    return ended_report(order, OrderStatus.EXPIRED, time_ns, why)


def cancelled_report(order: Order, time_ns: int, why: str) -> ExecutionReport:
    """The report of an order that was taken back before it was filled; `why` as a sentence."""
    return ended_report(order, OrderStatus.CANCELLED, time_ns, why)


def ended_report(order: Order, status: OrderStatus, time_ns: int, why: str) -> ExecutionReport:
    """The report of an order that ended cancelled, expired or rejected, of which `remaining` was not filled, or of
    which nobody knows what became."""
    reported, code = _ENDS[status]
    if status is OrderStatus.REJECTED and order.mode != AccountMode.PAPER:
        code = "EXCHANGE"
    return ExecutionReport(
        status=reported,
        order_id=order.client_order_id,
        ticker=order.symbol,
        action=Action(order.side.value),
        quantity=order.remaining,
        requested_price=order.requested_price,
        executed_price=None,
        commission=ZERO,
        slippage=ZERO,
        executed_at=time_ns,
        message=why,
        mode=order.mode,
        blocked_by=(code,),
        model_hash=order.model_hash,
    )


def completed_report(order: Order, time_ns: int, why: str) -> ExecutionReport:
    """The report of an order that the exchange calls filled once all of its fills are booked."""
    return ExecutionReport(
        status=ReportStatus.EXECUTED,
        order_id=order.client_order_id,
        ticker=order.symbol,
        action=Action(order.side.value),
        quantity=order.filled,
        requested_price=order.requested_price,
        executed_price=order.filled_value / order.filled if order.filled else None,
        commission=ZERO,
        slippage=ZERO,
        executed_at=time_ns,
        message=f"{_DONE[order.purpose]}. {why}",
        mode=order.mode,
        model_hash=order.model_hash,
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
