"""What each decision led to: an order, or the rules that refused it; and stops and orders that were passed over."""

from photon_desktop.backtest.parity import Difference
from photon_desktop.backtest.self_check.books import Books
from photon_desktop.backtest.self_check.decisions import RulesOf
from photon_desktop.backtest.self_check.findings import Tally, difference
from photon_desktop.backtest.self_check.inputs import OrderInputs
from photon_desktop.backtest.self_check.record import KeptDecision, Record
from photon_desktop.trading.account import Account
from photon_desktop.trading.messages import Action, MessageStatus, TradeDecision
from photon_desktop.trading.orders import Order, OrderStatus
from photon_desktop.trading.risk import check, makes_smaller
from photon_desktop.trading.timestamps import to_iso

_WAITS = "A decision's order was not compared: the decision was not carried out yet, or came too late to be."
_HALTED = "A decision came while trading was halted: nothing was opened."
_ENDED = "An order was taken back, or no price came for it in time: by whom, or why, was not compared."


def compare_orders(record: Record, rules_of: RulesOf, books: tuple[Books, ...], tally: Tally) -> None:
    """Check each decision that wants a trade against the rules again, and compare the order it became."""
    for kept in record.decisions:
        if kept.decision.action is Action.HOLD:
            continue
        if kept.order_inputs is None:
            _tell_unhandled(kept, tally)
            continue
        inputs, held = kept.order_inputs, kept.order_inputs.holdings
        account = (
            held.account
            if record.is_exchange
            else next((known for one in books if (known := one.state(held)) is not None), None)
        )
        found = (
            [] if account is not None else [_order_difference(kept, "account", held.words, "the books never were so")]
        )
        expected = _refusals(kept.decision, inputs, account or held.account, rules_of)
        found += _of_refusals(kept, expected, is_exchange=record.is_exchange)
        if kept.order is not None:
            found += _of_order(kept, kept.order.order)
            found += _of_end(record, kept, kept.order.status, tally)
        if inputs.is_halted:
            tally.leave_open(_HALTED)
        tally.differs("decision", kept.message_id, found)


def _tell_unhandled(kept: KeptDecision, tally: Tally) -> None:
    if kept.status is MessageStatus.DONE:
        tally.differs("decision", kept.message_id, [_order_difference(kept, "order", None, "an order or a refusal")])
    else:
        tally.leave_open(_WAITS)


def _refusals(decision: TradeDecision, inputs: OrderInputs, account: Account, rules_of: RulesOf) -> tuple[str, ...]:
    if inputs.is_halted and not makes_smaller(decision, account):
        return ("HALTED",)
    if inputs.order_pending:
        return ("ORDER_PENDING",)
    rules = rules_of(inputs.settings)
    refusals = check(decision, account, inputs.prices, rules.limits, rules.costs, inputs.instrument, inputs.moment)
    return tuple(refusal.code for refusal in refusals)


def _of_refusals(kept: KeptDecision, expected: tuple[str, ...], *, is_exchange: bool) -> list[Difference]:
    told = () if kept.order is not None else kept.refused
    if told is None:
        return [_order_difference(kept, "order", None, ", ".join(expected) or "an order")]
    if is_exchange and kept.order is None:
        return []  # what bars an order there is known to the exchange alone
    if told == expected:
        return []
    return [_order_difference(kept, "refused by", ", ".join(told) or "nothing", ", ".join(expected) or "nothing")]


def _of_order(kept: KeptDecision, order: Order) -> list[Difference]:
    decision = kept.decision
    pairs = (
        ("symbol", order.symbol, decision.ticker),
        ("side", order.side.value, decision.action.value),
        ("quantity", order.quantity, decision.quantity),
        ("requested price", order.requested_price, decision.price),
        ("stop", order.stop_loss, decision.stop_loss),
        ("target", order.take_profit, decision.take_profit),
        ("made at", order.created_at, decision.decided_at),
    )
    return [_order_difference(kept, name, was, came) for name, was, came in pairs if was != came]


def _of_end(record: Record, kept: KeptDecision, status: OrderStatus, tally: Tally) -> list[Difference]:
    """An order of paper trading that still waits after two bars was passed over by its prices."""
    if status in (OrderStatus.CANCELLED, OrderStatus.EXPIRED):
        tally.leave_open(_ENDED)
        return []
    if record.is_exchange or status is not OrderStatus.NEW:
        return []
    decision = kept.decision
    late = decision.decided_at + 2 * decision.interval.nanoseconds
    later = (
        one for one in record.decisions if one.decision.ticker == decision.ticker and one.decision.decided_at > late
    )
    if next(later, None) is None:
        return []
    return [_order_difference(kept, "fill", None, "one at the next price")]


def _order_difference(kept: KeptDecision, name: str, was: object, came: object) -> Difference:
    return difference(to_iso(kept.decision.decided_at), "order", name, was, came)
