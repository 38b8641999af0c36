"""How the exchange of an account is reached: its client, opened with the account's keys."""

from collections.abc import Callable

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.client import TradingClient, open_trading
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.profile import Profile

OpenClient = Callable[[Profile, ApiKeys], TradingClient]


def category_of(profile: Profile) -> Category:
    """What the account trades, in the exchange's word."""
    return Category(profile.product.value)


def open_client(profile: Profile, keys: ApiKeys) -> TradingClient:
    """A client of the exchange that holds an account of `profile`'s mode; close it. ValueError for a paper account."""
    return open_trading(keys, TradingEndpoint(TradingMode(profile.mode.value)), category_of(profile))
