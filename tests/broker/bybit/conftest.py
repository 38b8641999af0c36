"""A local exchange with an account, the key to it, and clients for whom waiting is the market's time passing."""

import time
from collections.abc import Iterator
from decimal import Decimal

import pytest

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.pybit_trading import PybitTrading
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.instruments import read_instrument
from photon_desktop.market.bybit.rest.pybit_http import sign_by
from photon_desktop.market.bybit.rest.rates import Limit, Rates
from photon_desktop.market.bybit.rest.server_clock import ServerClock
from photon_desktop.trading.orders import Order, OrderPurpose, Side
from tests.fakes.bybit_market import BTC
from tests.fakes.bybit_server import OPENING_MS, BybitServer

KEY, SECRET = "photon-key", "very-secret-words"
KEYS = ApiKeys(KEY, SECRET)


class Unlimited(dict[str, Limit]):
    """No path waits for its turn."""

    def get(self, key: str, default: object = None) -> Limit:  # type: ignore[override]
        return Limit(1_000_000)


class Passing:
    """Waiting lets the market's time pass, and is remembered."""

    def __init__(self, server: BybitServer) -> None:
        self._server = server
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        self._server.pass_time(seconds)


def client_of(server: BybitServer, timeout_s: float = 0.3, rates: Rates | None = None) -> TradingClient:
    """A client of `server`, signing by its own clock; close it."""
    endpoint = TradingEndpoint(TradingMode.DEMO, server.rest_url)
    clock = ServerClock(server.clock_s)
    unlimited = rates or Rates(time.monotonic, Unlimited(), Limit(1_000_000))
    undo = sign_by(clock.now_ms)
    return TradingClient(
        lambda: PybitTrading(KEYS, endpoint, timeout_s), unlimited, clock, Passing(server), on_close=undo
    )  # fmt: skip


LINEAR_BTC = read_instrument(Category.LINEAR, BTC.linear())
SPOT_BTC = read_instrument(Category.SPOT, BTC.spot())


def order_of(
    number: int = 1,
    side: Side = Side.BUY,
    quantity: str = "0.01",
    price: str = "30000",
    purpose: OrderPurpose = OrderPurpose.SIGNAL,
    stop: str | None = None,
    target: str | None = None,
) -> Order:
    """An order in BTCUSDT with an id of the usual length."""
    return Order(
        client_order_id=f"p{number:032x}",
        trace_id="t",
        decision_id=f"{number:032x}",
        symbol="BTCUSDT",
        side=side,
        quantity=Decimal(quantity),
        requested_price=Decimal(price),
        created_at=OPENING_MS * 1_000_000,
        mode="demo",
        purpose=purpose,
        stop_loss=None if stop is None else Decimal(stop),
        take_profit=None if target is None else Decimal(target),
    )


def gateway_of(server: BybitServer, client: TradingClient, category: Category = Category.LINEAR) -> OrderGateway:
    """A gateway whose clock is the market's."""
    instrument = LINEAR_BTC if category is Category.LINEAR else SPOT_BTC
    return OrderGateway(client, category, lambda symbol: instrument, server.clock_s)


@pytest.fixture
def gateway(server: BybitServer, client: TradingClient) -> OrderGateway:
    return gateway_of(server, client)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BybitServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BybitServer() as running:
        running.keys[KEY] = SECRET
        yield running


@pytest.fixture
def client(server: BybitServer) -> Iterator[TradingClient]:
    opened = client_of(server)
    yield opened
    opened.close()
