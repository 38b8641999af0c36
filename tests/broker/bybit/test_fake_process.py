"""The local exchange in a process of its own is the same exchange."""

from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.rest.client import open_trading
from photon_desktop.broker.bybit.rest.trading_door import CREATE, TradingEndpoint, TradingMode
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.orders import OrderStatus
from tests.broker.bybit.conftest import KEY, KEYS, LINEAR_BTC, SECRET, order_of
from tests.fakes.bybit_http import Fault
from tests.fakes.bybit_process import BybitProcess


def test_orders_are_filled_and_faults_planned_in_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitProcess({KEY: SECRET}) as exchange:
        exchange.pin("BTCUSDT", "30000")
        endpoint = TradingEndpoint(TradingMode.DEMO, exchange.rest_url, exchange.stream_url)
        client = open_trading(KEYS, endpoint, Category.LINEAR)
        gateway = OrderGateway(client, Category.LINEAR, lambda symbol: LINEAR_BTC, lambda: 0.0)
        assert gateway.place(order_of(1)).status is OrderStatus.NEW
        exchange.do("http.plan", Fault(is_lost=True), CREATE)
        assert gateway.place(order_of(2)).status is OrderStatus.UNKNOWN
        assert gateway.look_up(order_of(2)).status is OrderStatus.FILLED
        client.close()
        account = exchange.account()
    assert account.quantities == {"BTCUSDT": Decimal("0.02")}
    assert account.links == (order_of(1).client_order_id, order_of(2).client_order_id)
    assert len(account.trades) == 2
