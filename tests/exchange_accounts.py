"""Accounts at the local exchange, and the way to it for the program's desks."""

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.pybit_trading import PybitTrading
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.desks.exchange.exchange_way import OpenClient
from photon_desktop.market.bybit.rest.pybit_http import sign_by
from photon_desktop.market.bybit.rest.rates import Limit, Rates
from photon_desktop.market.bybit.rest.server_clock import ServerClock
from photon_desktop.trading.profile import AccountMode, Profile
from tests.broker.bybit.conftest import Unlimited
from tests.fakes.bybit_server import BybitServer

KEY, SECRET = "abcd-photon-key", "very-secret-words-of-the-account"
KEYS = ApiKeys(KEY, SECRET)
LIVE = Profile("Main account", "live-1", AccountMode.LIVE, "real")
DEMO = Profile("Trying", "demo-2", AccountMode.DEMO, "real")
PAPER = Profile("Paper", "paper-real", AccountMode.PAPER, "real")


def way_to(server: BybitServer) -> OpenClient:
    """Opens clients of `server`, for an account of any mode, which wait for nothing."""

    def open_client(profile: Profile, keys: ApiKeys) -> TradingClient:
        endpoint = TradingEndpoint(TradingMode(profile.mode.value), server.rest_url)
        clock = ServerClock(server.clock_s)
        undo = sign_by(clock.now_ms)
        rates = Rates(server.clock_s, Unlimited(), Limit(1_000_000))
        return TradingClient(
            lambda: PybitTrading(keys, endpoint, 2.0), rates, clock, lambda _seconds: None, on_close=undo
        )

    return open_client
