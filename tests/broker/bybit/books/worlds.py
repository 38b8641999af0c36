"""Made-up trading days: what happened, and how a store and an exchange that miss nothing tell it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hypothesis import strategies as st

from photon_desktop.broker.bybit.books.bookings import BookedOrder, BookFill, BookFlow, Books, booked
from photon_desktop.broker.bybit.books.executions import Execution
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide
from photon_desktop.broker.bybit.orders.exchange_orders import ExchangeOrder
from photon_desktop.trading.account import Account
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.orders import Order, OrderStatus, Side
from tests.broker.bybit.conftest import order_of

STARTING_CASH = Decimal(100_000)
STEP = Decimal("0.001")
SECOND_NS = 1_000_000_000


@dataclass(frozen=True)
class World:
    """Orders with their true status, executions in order, and flows."""

    orders: tuple[BookedOrder, ...]
    executions: tuple[Execution, ...]
    flows: tuple[CashFlow, ...]

    def books(self, without: Sequence[str] = ()) -> Books:
        """The store's side, which missed the executions and flows with these ids."""
        empty = {one.order.client_order_id: replace(one, filled=Decimal(0)) for one in self.orders}
        account, _ = Account().deposited(STARTING_CASH)
        fills = [
            BookFill(one.fill(one.client_order_id, empty[one.client_order_id].order.requested_price))
            for one in self.executions
            if one.execution_id not in without
        ]
        flows = [BookFlow(flow) for flow in self.flows if flow.flow_id not in without]
        return booked(Books(empty, frozenset(), account), [*fills, *flows])

    def exchange(self) -> ExchangeSide:
        """The exchange's side."""
        account = self.books().account
        quantities = {position.symbol: position.quantity for position in account.open_positions()}
        rows = tuple(exchange_order(one.order, one.status, self.filled(one.order)) for one in self.orders)
        return ExchangeSide(rows, self.executions, self.flows, quantities, account.cash)

    def filled(self, order: Order) -> Decimal:
        """How much of `order` was carried out."""
        quantities = [one.quantity for one in self.executions if one.client_order_id == order.client_order_id]
        return sum(quantities, Decimal(0))


def exchange_order(order: Order, status: OrderStatus, filled: Decimal) -> ExchangeOrder:
    """`order` as the exchange lists it."""
    name = order.client_order_id
    return ExchangeOrder(name, f"x-{name}", order.symbol, order.side, order.quantity, filled, status, "Bybit says so.")


def execution_of(order: Order, number: int, quantity: Decimal, price: Decimal, **more: str) -> Execution:
    """The `number`th execution of the day, of `order`."""
    made = Execution(
        execution_id=f"e-{number}",
        client_order_id=order.client_order_id,
        exit_leg="",
        symbol=order.symbol,
        side=order.side,
        quantity=quantity,
        price=price,
        commission=quantity * price * Decimal("0.00055"),
        executed_at=order.created_at + number * SECOND_NS,
        sequence=number,
    )
    return replace(made, **more)  # type: ignore[arg-type]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to five orders in one symbol, each filled in up to three parts, left open, cancelled or refused."""
    orders: list[BookedOrder] = []
    executions: list[Execution] = []
    for number in range(draw(st.integers(1, 5))):
        parts = draw(st.lists(st.integers(1, 40), max_size=3))
        rest = draw(st.sampled_from((0, 0, 7)))
        if not parts:
            rest = 7
        order = order_of(
            number,
            draw(st.sampled_from(list(Side))),
            quantity=str((sum(parts) + rest) * STEP),
            price=str(draw(st.integers(20_000, 40_000))),
        )
        for part in parts:
            price = Decimal(draw(st.integers(200_000, 400_000))) / 10
            executions.append(execution_of(order, len(executions), part * STEP, price))
        ends = [OrderStatus.NEW, OrderStatus.CANCELLED, *([] if parts else [OrderStatus.REJECTED])]
        orders.append(BookedOrder(order, draw(st.sampled_from(ends)) if rest else OrderStatus.FILLED))
    amounts = draw(st.lists(st.integers(-500, 500), max_size=2))
    flows = [CashFlow(f"f-{number}", "BTCUSDT", Decimal(amount) / 100, number) for number, amount in enumerate(amounts)]
    return World(tuple(orders), tuple(executions), tuple(flows))
