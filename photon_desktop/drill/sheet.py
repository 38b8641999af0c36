"""What is found in a store after its program was killed: a sheet of passes and fails."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from photon_desktop.store.fills import StoredFill
from photon_desktop.store.store import Store
from photon_desktop.trading.messages import ExecutionReport, MessageStatus, MessageType, ReportStatus
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.orders import OrderPurpose

_ALL = 10_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that must hold: what, whether it does, and a figure or what is wrong."""

    what: str
    holds: bool
    detail: str


def examine(store: Store, account: str) -> tuple[Line, ...]:
    """Everything that must hold once the program has ended in order, each order being filled as a whole. Reads the
    whole store."""
    reports = _reports(store)
    executed = Counter(report.order_id for report in reports if report.status is ReportStatus.EXECUTED)
    filled = Counter(item.fill.client_order_id for item in store.trades.fills(_ALL, account))
    return (
        *examine_books(store, account),
        once("No order was filled twice", filled, "fills"),
        Line("Every fill has its report, and every report its fill", executed == filled, _difference(executed, filled)),
    )


def examine_books(store: Store, account: str) -> tuple[Line, ...]:
    """What must hold in itself, however orders are filled."""
    health = store.health()
    fills = store.trades.fills(_ALL, account)
    decided = Counter(item.message.trace_id for item in store.messages.of_type(MessageType.TRADE_DECISION, _ALL))
    orders = store.trades.newest_orders(_ALL, account)
    ordered = Counter(order.decision_id for order in orders if order.purpose is OrderPurpose.SIGNAL)
    return (
        Line("The store's file is sound", health.integrity == "ok", health.integrity),
        Line("No message is left over", health.messages_queued == 0, f"{health.messages_queued:,} queued"),
        Line("No message has failed", health.messages_failed == 0, f"{health.messages_failed:,} failed"),
        once("No snapshot was decided on twice", decided, "decisions"),
        once("No decision led to two orders", ordered, "orders"),
        Line("No fill is stored twice, or beyond its order", health.duplicate_fills == 0, f"{len(fills):,} fills"),
        Line("The ledger adds up to the cash", health.ledger_equals_cash, "every row of every account"),
        _positions(store, account, fills),
    )


def _reports(store: Store) -> list[ExecutionReport]:
    stored = store.messages.of_type(MessageType.EXECUTION_REPORT, _ALL)
    settled = (item.message.payload for item in stored if item.status is MessageStatus.DONE)
    return [payload for payload in settled if isinstance(payload, ExecutionReport)]


def once(what: str, counted: Mapping[str, int], name: str) -> Line:
    """That nothing was counted more than once."""
    twice = [key for key, count in counted.items() if count > 1]
    detail = f"{len(twice):,} more than once, first {twice[0]}" if twice else f"{len(counted):,} {name}"
    return Line(what, not twice, detail)


def _difference(left: Mapping[str, int], right: Mapping[str, int]) -> str:
    other = [key for key in {*left, *right} if left.get(key, 0) != right.get(key, 0)]
    return f"{len(other):,} differ, one is {min(other)}" if other else f"{len(right):,} orders"


def _positions(store: Store, account: str, fills: Iterable[StoredFill]) -> Line:
    """Positions as booked, and as the fills alone make them."""
    held = {symbol: one.quantity for symbol, one in store.trades.load_account(account).positions.items()}
    made = dict.fromkeys(held, ZERO)
    for item in fills:
        made[item.fill.symbol] = made.get(item.fill.symbol, ZERO) + item.fill.signed_quantity
    differ = [symbol for symbol in made if made[symbol] != held.get(symbol, ZERO)]
    words = ", ".join(f"{symbol} {plain(held.get(symbol, ZERO))}" for symbol in differ or sorted(made))
    return Line("Positions are what the fills make them", not differ, words or "none")


def passed(lines: Iterable[Line]) -> bool:
    """Whether all of them hold."""
    return all(line.holds for line in lines)
