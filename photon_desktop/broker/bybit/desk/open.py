"""Opens the broker of an account at Bybit, over pybit."""

import time
from collections.abc import Callable, Sequence

from photon_desktop.broker.bybit.desk.broker import BybitBroker, Ways
from photon_desktop.broker.bybit.desk.listings import Listings
from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.rest.client import TradingClient, open_trading
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint
from photon_desktop.broker.bybit.stream.private_stream import PrivateTransports
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.store.store import Store
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.orders import Order
from photon_desktop.trading.profile import Profile


def cancel_everything(client: TradingClient, category: Category) -> None:
    """Have every open order of `category` cancelled, of an account that no broker is open for. Raises BrokerError."""
    OrderGateway(client, category, Listings(client, category).instrument, time.monotonic).cancel_all()


def open_bybit(
    keys: ApiKeys,
    endpoint: TradingEndpoint,
    profile: Profile,
    store: Store,
    waiting: Sequence[Order],
    symbols: Sequence[str],
    instrument_of: Callable[[str], Instrument],
    may_leave: Callable[[Order], str],
    pacing: Pacing | None = None,
) -> BybitBroker:
    """The broker of `profile`; nothing is sent before it begins. See BybitBroker."""

    def new_transport() -> PrivateTransports:
        from photon_desktop.broker.bybit.stream.private_transport import (  # noqa: PLC0415 - imports pybit, on demand only
            PrivateTransport,
        )

        return PrivateTransport(keys, endpoint)

    category = Category(profile.product.value)
    ways = Ways(open_trading(keys, endpoint, category), category, new_transport, pacing or Pacing())
    return BybitBroker(ways, profile.mode.value, profile.account, store, waiting, symbols, instrument_of, may_leave)
