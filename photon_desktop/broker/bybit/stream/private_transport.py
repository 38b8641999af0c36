"""pybit's private stream: the same raw connection as the market's, signed."""

from typing import Any

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.market.bybit.stream.pybit_stream import HANDSHAKE_S, PybitConnection

# Closer together than the market's, which speaks by itself: an account may be silent for days.
PING_INTERVAL_S, PING_TIMEOUT_S = 5, 4
_LOGIN_S = 10  # with one second, pybit's own choice, a clock 1.5 s behind could never log in


class _SecretOptions(dict[str, Any]):
    """A traceback with local values must not show the secret."""

    def __repr__(self) -> str:
        return "pybit options, keys hidden"


class PrivateTransport(PybitConnection):
    """One connection to the private stream of `endpoint`, which logs in as soon as it is open; the exchange's answer
    to that is the first message. What it is signed by must be measured before: see `rest.client`."""

    def __init__(self, keys: ApiKeys, endpoint: TradingEndpoint, handshake_s: float = HANDSHAKE_S) -> None:
        options = _SecretOptions(
            channel_type="private",
            testnet=endpoint.mode is TradingMode.TESTNET,
            demo=endpoint.mode is TradingMode.DEMO,
            api_key=keys.key,
            api_secret=keys.reveal_secret(),
            private_auth_expire=_LOGIN_S,
            ping_interval=PING_INTERVAL_S,
            ping_timeout=PING_TIMEOUT_S,
        )
        super().__init__(f"{endpoint.stream_url}/v5/private" if endpoint.stream_url else "", options, handshake_s)
