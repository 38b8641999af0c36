"""A store that missed everything since a crash is made equal to the exchange, and both ways of counting agree."""

from dataclasses import replace
from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.books.bookings import BookedOrder, Books, booked
from photon_desktop.broker.bybit.books.execution_reader import ExecutionCursor, ExecutionReader
from photon_desktop.broker.bybit.books.holdings import linear_cash, read_positions, read_wallet
from photon_desktop.broker.bybit.books.reconcile import ExchangeSide, reconcile
from photon_desktop.broker.bybit.orders.exchange_orders import ExchangeOrder, read_order
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import CREATE, OPEN_ORDERS, ORDER_HISTORY
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.account import Account
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus, Side
from tests.broker.bybit.conftest import gateway_of, order_of
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_server import OPENING_MS, BybitServer


def books_of(*orders: Order) -> Books:
    """As after a crash: orders stored, nothing booked."""
    account, _ = Account().deposited(Decimal(10_000))
    kept = {order.client_order_id: BookedOrder(order, OrderStatus.NEW) for order in orders}
    return Books(kept, frozenset(), account)


def side_of(client: TradingClient, category: Category) -> ExchangeSide:
    """What the exchange says since the beginning."""
    reader = ExecutionReader(client, category, lambda symbol: ("BTC", "USDT"))
    batch = reader.read(ExecutionCursor.starting(OPENING_MS))
    rows: tuple[ExchangeOrder, ...] = tuple(
        read_order(row) for path in (OPEN_ORDERS, ORDER_HISTORY) for row in client.rows(path, {"category": category})
    )
    wallet = read_wallet(client)
    if category is Category.SPOT:
        held = {"BTCUSDT": wallet.coins["BTC"]} if wallet.coins.get("BTC") else {}
        return ExchangeSide(rows, batch.executions, batch.flows, held, wallet.coins["USDT"])
    positions = read_positions(client)
    quantities = {symbol: holding.quantity for symbol, holding in positions.items()}
    cash = linear_cash(wallet.coins["USDT"], positions)
    return ExchangeSide(rows, batch.executions, batch.flows, quantities, cash)


@pytest.mark.parametrize("category", list(Category))
def test_a_day_of_trades_that_was_never_booked_is_explained_to_the_last_digit(
    server: BybitServer, client: TradingClient, category: Category
) -> None:
    gateway = gateway_of(server, client, category)
    server.private.matching.slice_quantity = Decimal("0.003")
    sides = [Side.BUY, Side.BUY, Side.SELL, Side.BUY, Side.SELL]
    orders = [order_of(n, side, quantity=f"0.0{n + 1}") for n, side in enumerate(sides)]
    for order in orders:
        server.http.plan(Fault(is_lost=True), CREATE)
        gateway.place(order)
        server.pass_time(61)
    if category is Category.LINEAR:
        server.private.matching.fund("BTCUSDT", Decimal("0.37"))
    refused = {o.client_order_id for o in orders if gateway.resolve(o).status is OrderStatus.REJECTED}
    assert len(refused) == (1 if category is Category.SPOT else 0)  # a spot sale of more than the fees left
    theirs = replace(side_of(client, category), never_arrived=frozenset(refused))
    found = reconcile(books_of(*orders), theirs, Decimal("0.0000001"))
    assert found.unexplained == ()
    after = booked(books_of(*orders), found.bookings)
    assert {one.status for one in after.orders.values()} <= {OrderStatus.FILLED, OrderStatus.REJECTED}
    assert after.account.position("BTCUSDT").quantity == theirs.quantities["BTCUSDT"]
    assert reconcile(after, theirs, Decimal("0.0000001")).bookings == ()


def test_a_position_that_the_exchange_stopped_out_while_we_were_away_is_closed_here_too(
    server: BybitServer, client: TradingClient
) -> None:
    price = server.private.matching.price("BTCUSDT")
    order = order_of(stop=str(price + 1_000), target="90000")
    gateway_of(server, client).place(order)
    server.pass_time(5)
    theirs = side_of(client, Category.LINEAR)
    assert theirs.quantities == {}
    found = reconcile(books_of(order), theirs, Decimal("0.0000001"))
    assert found.unexplained == ()
    after = booked(books_of(order), found.bookings)
    (stop,) = (one.order for name, one in after.orders.items() if name != order.client_order_id)
    assert (stop.purpose, stop.decision_id) == (OrderPurpose.STOP, order.decision_id)
    assert {one.status for one in after.orders.values()} == {OrderStatus.FILLED}


def test_a_trade_by_hand_is_named_and_left_alone(server: BybitServer, client: TradingClient) -> None:
    client.write(CREATE, {"category": "linear", "symbol": "BTCUSDT", "side": "Buy", "orderType": "Market", "qty": "1"})
    found = reconcile(books_of(), side_of(client, Category.LINEAR))
    assert found.bookings == ()
    assert [sentence.split(" ")[0:3] for sentence in found.unexplained] == [
        ["Bybit", "shows", "a"],
        ["Bybit", "holds", "1"],
        ["The", "cash", "at"],
    ]
