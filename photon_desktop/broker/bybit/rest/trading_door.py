"""Where an account is reached, and what is asked of a way to it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from photon_desktop.market.bybit.rest.door import HttpDoor

CREATE = "/v5/order/create"
AMEND = "/v5/order/amend"
CANCEL = "/v5/order/cancel"
CANCEL_ALL = "/v5/order/cancel-all"
OPEN_ORDERS = "/v5/order/realtime"
ORDER_HISTORY = "/v5/order/history"
EXECUTIONS = "/v5/execution/list"
POSITIONS = "/v5/position/list"
BALANCE = "/v5/account/wallet-balance"
TRANSACTIONS = "/v5/account/transaction-log"
KEY_INFO = "/v5/user/query-api"
TRADING_STOP = "/v5/position/trading-stop"

TIMEOUT_S = 5.0

OpenDoor = Callable[[], HttpDoor]


class TradingMode(StrEnum):
    """Which of Bybit's exchanges holds the account; each has keys of its own."""

    DEMO = "demo"
    TESTNET = "testnet"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class TradingEndpoint:
    """The exchange of `mode`; `rest_url` and `stream_url` ("ws://HOST:PORT") lead elsewhere when given. An answer is
    waited for `timeout_s`."""

    mode: TradingMode
    rest_url: str = ""
    stream_url: str = ""
    timeout_s: float = TIMEOUT_S
