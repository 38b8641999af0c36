"""Taking stock of an account: nothing that happens after it was taken is missed by the next time."""

import pytest

from photon_desktop.broker.bybit.desk.listings import Listings
from photon_desktop.broker.bybit.desk.stock import StockTaking
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.orders import OrderStatus
from tests.broker.bybit.conftest import gateway_of, order_of
from tests.fakes.bybit_server import BybitServer

AHEAD_NS = 900_000_000  # as far as the exchange still takes what is signed by it


def test_books_opened_by_a_clock_that_runs_ahead_miss_no_execution(
    server: BybitServer, client: TradingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway = gateway_of(server, client)
    stock = StockTaking(client, Category.LINEAR, Listings(client, Category.LINEAR), gateway, ())
    right_ns = client.clock.now_ns
    monkeypatch.setattr(client.clock, "now_ns", lambda: right_ns() + AHEAD_NS)
    opened = stock.take(1, (), None)
    assert gateway.place(order_of(1)).status is OrderStatus.NEW
    (missed,) = stock.take(1, (), opened.cursor).side.executions
    assert missed.client_order_id == order_of(1).client_order_id
