"""Compares the store with the exchange: what is to be booked, and what nobody can explain."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from photon_desktop.broker.bybit.books.bookings import (
    OPEN,
    AddOrder,
    BookedOrder,
    BookFill,
    BookFlow,
    Booking,
    Books,
    SettleOrder,
    booked,
)
from photon_desktop.broker.bybit.books.executions import Execution
from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE, ExchangeOrder
from photon_desktop.broker.bybit.orders.exits import stands_for
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus

_LARGEST_FEE = Decimal("0.01")  # a spot buy holds at most this share less than was traded
_LEGS = {"s": OrderPurpose.STOP, "t": OrderPurpose.TARGET}


@dataclass(frozen=True, slots=True)
class ExchangeSide:
    """What the exchange says: every order that is open there or open in the books, executions and flows since the
    books' cursor, quantities by symbol, and cash as our books count it (see `holdings.linear_cash`). `never_arrived`
    are the ids of orders that a look-up found nowhere, late enough to count; `not_shown` those of the exchange's own
    stops and targets that are open in the books and that none of its lists shows."""

    orders: tuple[ExchangeOrder, ...]
    executions: tuple[Execution, ...]
    flows: tuple[CashFlow, ...]
    quantities: Mapping[str, Decimal]
    cash: Decimal
    never_arrived: frozenset[str] = frozenset()
    not_shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """`bookings` in the order to do them, and one sentence for each thing that they leave unexplained. Trading goes on
    only when there is none."""

    bookings: tuple[Booking, ...]
    unexplained: tuple[str, ...]


def reconcile(books: Books, exchange: ExchangeSide, tolerance: Decimal = ZERO) -> Reconciliation:
    """What is to be booked so that `books` say what `exchange` says, and what remains different then.

    Executions of our orders are booked, and those of the stops and targets that the exchange made of them; orders are
    settled when the executions account for what the exchange says of them. Cash may differ by `tolerance`, positions
    by nothing. Pure: nothing is asked, stored or sent.
    """
    work = _Work(books)
    for execution in sorted(exchange.executions, key=lambda one: (one.executed_at, one.sequence)):
        work.execution(execution)
    for flow in exchange.flows:
        work.flow(flow)
    theirs = {order.client_order_id: order for order in exchange.orders if order.client_order_id}
    for name, order in dict(work.books.orders).items():
        work.order(name, order, theirs.get(name), name in exchange.never_arrived | exchange.not_shown)
    unexplained = [
        *work.unexplained,
        *_foreign_orders(work.books, exchange.orders),
        *_differences(work.books, exchange, tolerance),
    ]
    return Reconciliation(tuple(work.bookings), tuple(unexplained))


def book_executions(
    books: Books,
    executions: Iterable[Execution],
    flows: Iterable[CashFlow],
    orders: Iterable[ExchangeOrder] = (),
) -> Reconciliation:
    """What is to be booked of executions and flows as they come, and those that nobody here ordered; see `reconcile`.
    Holdings are not compared, and no orders settled but exits of the exchange: by what it says of `orders`, or because
    their position is closed."""
    work = _Work(books)
    for execution in executions:
        work.execution(execution)
    for flow in flows:
        work.flow(flow)
    for order in orders:
        work.exit_over(order)
    work.end_exits()
    return Reconciliation(tuple(work.bookings), tuple(work.unexplained))


def accounts_for(filled: Decimal, booked_quantity: Decimal) -> bool:
    """Whether the fills are all of what was carried out, a fee in the bought coin being taken off them."""
    return filled * (1 - _LARGEST_FEE) <= booked_quantity <= filled * (1 + _LARGEST_FEE)


class _Work:
    """The books as they become, the bookings done so far, and what could not be explained."""

    def __init__(self, books: Books) -> None:
        self.books = books
        self.bookings: list[Booking] = []
        self.unexplained: list[str] = []

    def execution(self, execution: Execution) -> None:
        """Book it, unless it is booked already or nobody here ordered it."""
        if execution.execution_id in self.books.booked_ids:
            return
        order = self._ordered(execution)
        if order is None:
            self.unexplained.append(f"Bybit {_told(execution)}, which this program did not order.")
            return
        if (order.symbol, order.side) != (execution.symbol, execution.side):
            wanted = f"{order.side.value} of {order.symbol}"
            self.unexplained.append(f"Bybit {_told(execution)} for the order {order.client_order_id}, a {wanted}.")
            return
        self._book(BookFill(execution.fill(order.client_order_id, order.requested_price)))
        mine = self.books.orders[order.client_order_id]
        if mine.filled > order.quantity:
            self.unexplained.append(
                f"The order {order.client_order_id} is filled by {plain(mine.filled)}, more than its "
                f"{plain(order.quantity)} {order.symbol}."
            )

    def flow(self, flow: CashFlow) -> None:
        """Book it, unless it is booked already."""
        if flow.flow_id not in self.books.booked_ids:
            self._book(BookFlow(flow))

    def order(self, name: str, mine: BookedOrder, theirs: ExchangeOrder | None, is_nowhere: bool) -> None:
        """Settle one stored order, or say why it can't be. `is_nowhere`: it was looked up and not found."""
        if theirs is None:
            self._order_without_word(name, mine, is_nowhere)
            return
        if not accounts_for(theirs.filled, mine.filled):
            self.unexplained.append(
                f"Bybit says {plain(theirs.filled)} of the order {name} in {theirs.symbol} is filled; "
                f"its executions sum to {plain(mine.filled)}."
            )
        elif mine.status in OPEN and (theirs.status not in OPEN_THERE or mine.status is OrderStatus.UNKNOWN):
            self._book(SettleOrder(name, theirs.status, theirs.note))
        elif theirs.status in OPEN_THERE and _is_over(mine):
            self.unexplained.append(
                f"The order {name} in {theirs.symbol} is stored as {mine.status.value} and open at Bybit; cancel it."
            )

    def _order_without_word(self, name: str, mine: BookedOrder, is_nowhere: bool) -> None:
        """An order the exchange says nothing of: settled by its fills, or when it is known never to have arrived; an
        exit of its own when the position is closed, and left as it is while it was not looked up."""
        if mine.status not in OPEN:
            return
        if accounts_for(mine.order.quantity, mine.filled):
            self._book(SettleOrder(name, OrderStatus.FILLED, "Its executions fill it."))
        elif mine.is_the_exchanges and not (is_nowhere and self._is_held(mine)):
            self._end_exit(name, mine)
        elif is_nowhere and mine.filled == 0:
            self._book(SettleOrder(name, OrderStatus.REJECTED, "It never arrived at Bybit."))
        else:
            self.unexplained.append(
                f"What became of the order {name} in {mine.order.symbol} is not known; it has to be looked up."
            )

    def exit_over(self, theirs: ExchangeOrder) -> None:
        """Settle the exchange's stop or target that it says is over, if its executions account for what it says."""
        if theirs.client_order_id or theirs.status in OPEN_THERE:
            return
        for name, mine in dict(self.books.orders).items():
            is_open = mine.is_the_exchanges and mine.status in OPEN
            if is_open and stands_for(mine.order, theirs.exchange_id) and accounts_for(theirs.filled, mine.filled):
                self._book(SettleOrder(name, theirs.status, theirs.note))

    def end_exits(self) -> None:
        """Settle the exchange's stops and targets whose position was closed before they were filled."""
        for name, mine in dict(self.books.orders).items():
            if mine.is_the_exchanges and mine.status in OPEN and not accounts_for(mine.order.quantity, mine.filled):
                self._end_exit(name, mine)

    def _end_exit(self, name: str, mine: BookedOrder) -> None:
        if not self._is_held(mine):
            self._book(SettleOrder(name, OrderStatus.CANCELLED, "What it was to close is closed."))

    def _is_held(self, mine: BookedOrder) -> bool:
        return self.books.account.position(mine.order.symbol).is_open

    def _ordered(self, execution: Execution) -> Order | None:
        """The stored order that `execution` carries out; the exchange's own stop or target is stored first."""
        mine = self.books.orders.get(execution.client_order_id) or self._known_exit(execution)
        if mine is not None or not execution.exit_leg:
            return None if mine is None else mine.order
        opening = self._opening(execution)
        if opening is None:
            return None
        name = execution.exit_id(opening)
        if name not in self.books.orders:
            held = abs(self.books.account.position(execution.symbol).quantity)
            level = self._level(execution, opening) or execution.price
            self._book(AddOrder(_exit_of(opening, name, execution, held, level)))
        return self.books.orders[name].order

    def _known_exit(self, execution: Execution) -> BookedOrder | None:
        """The stop or target that is stored for the order of `execution`, whatever has opened the position since."""
        orders = self.books.orders.values()
        known = (one for one in orders if one.is_the_exchanges and stands_for(one.order, execution.exchange_id))
        return next(known, None)

    def _opening(self, execution: Execution) -> Order | None:
        """The newest order that opened what this stop or target closes."""
        candidates = [
            mine.order
            for mine in self.books.orders.values()
            if mine.order.symbol == execution.symbol
            and mine.order.side is execution.side.opposite
            and mine.order.purpose is OrderPurpose.SIGNAL
            and mine.order.created_at <= execution.executed_at
            and self._level(execution, mine.order) is not None
        ]
        return max(candidates, key=lambda order: order.created_at, default=None)

    def _level(self, execution: Execution, opening: Order) -> Decimal | None:
        """Where the stop or target that was executed stands: moved with the position, or as `opening` carried it."""
        position, is_stop = self.books.account.position(execution.symbol), execution.exit_leg == "s"
        moved = position.stop_loss if is_stop else position.take_profit
        return moved or (opening.stop_loss if is_stop else opening.take_profit)

    def _book(self, booking: Booking) -> None:
        self.books = booked(self.books, (booking,))
        self.bookings.append(booking)


def _exit_of(opening: Order, name: str, execution: Execution, held: Decimal, level: Decimal) -> Order:
    """The stop or target order at `level` that the exchange made of what `opening` carried along."""
    return replace(
        opening,
        client_order_id=name,
        side=execution.side,
        quantity=max(execution.ordered or held, execution.quantity),
        requested_price=level,
        created_at=execution.executed_at,
        purpose=_LEGS[execution.exit_leg],
        stop_loss=None,
        take_profit=None,
        filled=ZERO,
        filled_value=ZERO,
        parts=0,
    )


def _is_over(mine: BookedOrder) -> bool:
    """Whether the books say that nothing more will come; the store calls an order filled from its first fill on."""
    if mine.status is OrderStatus.FILLED:
        return mine.filled >= mine.order.quantity
    return mine.status not in OPEN


def _foreign_orders(books: Books, orders: tuple[ExchangeOrder, ...]) -> Iterator[str]:
    for order in orders:
        if order.status in OPEN_THERE and order.client_order_id not in books.orders and not order.is_protective:
            told = f"{order.side.value} of {plain(order.quantity)} {order.symbol}"
            yield f"Bybit has an open order {order.exchange_id}, a {told}, which this program did not place."


def _differences(books: Books, exchange: ExchangeSide, tolerance: Decimal) -> Iterator[str]:
    mine = {position.symbol: position.quantity for position in books.account.open_positions()}
    for symbol in sorted({*mine, *exchange.quantities}):
        here, there = mine.get(symbol, ZERO), exchange.quantities.get(symbol, ZERO)
        if here != there:
            yield f"Bybit holds {plain(there)} {symbol}, the books {plain(here)}: {plain(there - here)} is unexplained."
    missing = exchange.cash - books.account.cash
    if abs(missing) > tolerance:
        direction = "more" if missing > 0 else "less"
        yield f"The cash at Bybit is {plain(abs(missing))} {direction} than the books explain."


def _told(execution: Execution) -> str:
    what = f"{execution.side.value} of {plain(execution.quantity)} {execution.symbol} at {plain(execution.price)}"
    return f"shows a {what} (execution {execution.execution_id})"
