"""pybit's signed requests, each sent once, its errors turned into ours."""

from collections.abc import Callable
from typing import Any

from pybit.unified_trading import HTTP

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest import trading_door as paths
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.market.bybit.rest.door import INSTRUMENTS, SERVER_TIME, Answer, Query
from photon_desktop.market.bybit.rest.pybit_http import SEND_ONCE, quietly, result_of

RECV_WINDOW_MS = 5_000  # the exchange takes no request that was signed longer ago than this


class _SecretHttp(HTTP):  # type: ignore[misc]
    """pybit's own text of itself shows the secret; a traceback with local values must not."""

    def __repr__(self) -> str:
        return "pybit HTTP, keys hidden"


class PybitTrading:
    """One signed pybit HTTP object; one thread uses it at a time. `timeout_s` bounds connecting and each wait."""

    def __init__(self, keys: ApiKeys, endpoint: TradingEndpoint, timeout_s: float) -> None:
        self._http = quietly(lambda: _open_http(keys, endpoint, timeout_s))
        if endpoint.rest_url:
            self._http.endpoint = endpoint.rest_url
        self._http.client.max_redirects = 0  # a redirect would send the order a second time
        self._methods: dict[str, Callable[..., Answer]] = {
            SERVER_TIME: self._http.get_server_time,
            INSTRUMENTS: self._http.get_instruments_info,
            paths.CREATE: self._http.place_order,
            paths.AMEND: self._http.amend_order,
            paths.CANCEL: self._http.cancel_order,
            paths.CANCEL_ALL: self._http.cancel_all_orders,
            paths.OPEN_ORDERS: self._http.get_open_orders,
            paths.ORDER_HISTORY: self._http.get_order_history,
            paths.EXECUTIONS: self._http.get_executions,
            paths.POSITIONS: self._http.get_positions,
            paths.BALANCE: self._http.get_wallet_balance,
            paths.TRANSACTIONS: self._http.get_transaction_log,
            paths.TRADING_STOP: self._http.set_trading_stop,
            paths.KEY_INFO: self._http.get_api_key_information,
        }

    @property
    def address(self) -> str:
        """Where requests go."""
        return str(self._http.endpoint)

    def ask(self, path: str, query: Query) -> Answer:
        """As HttpDoor says. A float in `query` is a mistake: its text may be 1e-07."""
        return result_of(self._methods[path], path, query)

    def close(self) -> None:
        """Let go of its connections."""
        self._http.client.close()


def _open_http(keys: ApiKeys, endpoint: TradingEndpoint, timeout_s: float) -> Any:
    return _SecretHttp(
        testnet=endpoint.mode is TradingMode.TESTNET,
        demo=endpoint.mode is TradingMode.DEMO,
        api_key=keys.key,
        api_secret=keys.reveal_secret(),
        timeout=timeout_s,
        recv_window=RECV_WINDOW_MS,
        **SEND_ONCE,
    )
