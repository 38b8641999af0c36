"""What is leaned on in pybit, by name; a new version that breaks one of these must not be taken."""

import json
import threading
import time
from importlib.metadata import version
from typing import Any

import pytest
import websocket
from pybit import _helpers
from pybit.exceptions import FailedRequestError, InvalidRequestError
from pybit.unified_trading import HTTP, WebSocket

from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning
from photon_desktop.market.bybit.rest.pybit_http import sign_by
from photon_desktop.market.bybit.stream.pybit_stream import PybitTransport
from photon_desktop.market.bybit.stream.transport import StreamLostError, StreamMessage
from tests.fakes.bybit_http import Fault, Reply, rate_limited
from tests.fakes.bybit_server import BybitServer
from tests.market.bybit.conftest import endpoint_of

SUBSCRIBE = {"op": "subscribe", "req_id": "r", "args": ["tickers.BTCUSDT"]}


class Led(WebSocket):  # type: ignore[misc]
    """pybit's connection led to another address by overriding `_connect`."""

    address = ""

    def _connect(self, url: str) -> None:
        self.original = url
        super()._connect(self.address)


class Heard:
    """Messages, and a way to wait for them."""

    def __init__(self) -> None:
        self.messages: list[StreamMessage] = []
        self.losses: list[StreamLostError] = []
        self._came = threading.Condition()

    def received(self, message: StreamMessage) -> None:
        with self._came:
            self.messages.append(message)
            self._came.notify_all()

    def lost(self, loss: StreamLostError) -> None:
        with self._came:
            self.losses.append(loss)
            self._came.notify_all()

    def wait_for(self, messages: int = 0, losses: int = 0) -> None:
        with self._came:
            assert self._came.wait_for(lambda: len(self.messages) >= messages and len(self.losses) >= losses, 10)


@pytest.fixture
def http(server: BybitServer) -> Any:
    opened = HTTP(testnet=False, retry_codes={-999_999}, max_retries=1, timeout=2)
    opened.endpoint = server.rest_url
    yield opened
    opened.client.close()


def test_the_pinned_version_is_installed() -> None:
    assert version("pybit") == "5.17.0"


def test_endpoint_is_read_at_every_call(server: BybitServer, http: Any) -> None:
    assert http.get_server_time()["retCode"] == 0
    http.endpoint = "http://127.0.0.1:9"
    with pytest.raises(OSError, match="refused"):
        http.get_server_time()


def test_without_retry_codes_of_ours_pybit_would_sleep_and_hide_the_code(server: BybitServer, http: Any) -> None:
    assert 10006 in HTTP(testnet=False, retry_codes=set()).retry_codes
    server.http.plan(rate_limited(server.now_ms - 3_600_000))
    begun = time.monotonic()
    with pytest.raises(InvalidRequestError) as refused:
        http.get_server_time()
    assert time.monotonic() - begun < 1
    assert refused.value.status_code == 10006
    assert refused.value.resp_headers["X-Bapi-Limit-Reset-Timestamp"] == str(server.now_ms - 3_600_000)


def test_one_attempt_is_one_request(server: BybitServer, http: Any) -> None:
    server.http.plan(Fault(status=500))
    with pytest.raises(FailedRequestError) as failed:
        http.get_server_time()
    assert failed.value.status_code == 500
    server.http.plan(Fault(body=b"no json"))
    with pytest.raises(FailedRequestError) as garbled:
        http.get_server_time()
    assert garbled.value.status_code == 409
    server.http.plan(Fault(is_cut=True))
    with pytest.raises(OSError, match="aborted"):
        http.get_server_time()
    assert len(server.http.requests) == 3


def test_everything_signed_takes_its_time_from_generate_timestamp(server: BybitServer, http: Any) -> None:
    server.keys["key"] = "secret"
    http.api_key, http.api_secret = "key", "secret"
    undo = sign_by(server.server_ms)
    try:
        assert http.get_wallet_balance(accountType="UNIFIED")["retCode"] == 0
        assert server.http.requests[-1].headers["x-bapi-timestamp"] == str(server.now_ms)
        server.skew_ms = -2_000
        undo_fast = sign_by(lambda: server.now_ms)
        with pytest.raises(InvalidRequestError) as refused:
            http.get_wallet_balance(accountType="UNIFIED")
        assert refused.value.status_code == 10002
        undo_fast()
        assert http.get_wallet_balance(accountType="UNIFIED")["retCode"] == 0
    finally:
        undo()
    assert abs(_helpers.generate_timestamp() - time.time() * 1_000) < 5_000


def test_a_wrong_secret_is_refused_by_the_local_exchange(server: BybitServer, http: Any) -> None:
    server.keys["key"] = "secret"
    http.api_key, http.api_secret = "key", "other"
    undo = sign_by(server.server_ms)
    with pytest.raises(InvalidRequestError) as refused:
        http.get_wallet_balance(accountType="UNIFIED")
    undo()
    assert refused.value.status_code == 10004


def test_the_private_stream_is_signed_by_the_same_clock(server: BybitServer) -> None:
    server.keys["key"] = "secret"
    Led.address = f"{server.stream_url}/v5/private"
    heard = Heard()
    undo = sign_by(server.server_ms)
    stream = Led(
        "private", testnet=False, api_key="key", api_secret="secret", callback_function=heard.received,
        restart_on_error=False, private_auth_expire=10,
    )  # fmt: skip
    undo()
    heard.wait_for(messages=1)
    assert heard.messages[0]["op"] == "auth"
    assert heard.messages[0]["success"] is True
    _end(stream)


def test_connect_gets_the_public_address_and_can_lead_elsewhere(server: BybitServer) -> None:
    Led.address = f"{server.stream_url}/v5/public/linear"
    stream = Led("linear", testnet=False, callback_function=lambda message: None, restart_on_error=False, retries=2)
    assert stream.original == "wss://{SUBDOMAIN}.{DOMAIN}.com/v5/public/linear"
    assert stream.is_connected()
    assert stream.attempting_connection is False
    _end(stream)


def test_callback_function_hands_over_everything_acknowledgements_included(server: BybitServer) -> None:
    Led.address = f"{server.stream_url}/v5/public/linear"
    heard = Heard()
    stream = Led("linear", testnet=False, callback_function=heard.received, restart_on_error=False, retries=2)
    stream.ws.send(json.dumps(SUBSCRIBE))
    heard.wait_for(messages=2)
    server.advance(2)
    heard.wait_for(messages=4)
    acknowledgement, first, second, third = heard.messages
    assert acknowledgement["success"] is True
    assert acknowledgement["req_id"] == "r"
    assert first["type"] == "snapshot"
    assert second["type"] == third["type"] == "delta"
    assert len({id(message["data"]) for message in (first, second, third)}) == 3  # no dictionary changes later
    _end(stream)


def test_a_pong_in_text_is_kept_from_the_callback(server: BybitServer) -> None:
    transport, heard = PybitTransport(endpoint_of(server), Category.LINEAR), Heard()
    transport.open(heard.received, heard.lost)
    transport.send({"op": "ping"})
    transport.send(SUBSCRIBE)
    heard.wait_for(messages=1)
    assert heard.messages[0]["op"] == "subscribe"
    transport.close()


def test_the_default_timeout_bounds_a_handshake(server: BybitServer) -> None:
    server.stream_hang(True)
    transport, heard = PybitTransport(endpoint_of(server), Category.LINEAR, handshake_s=0.1), Heard()
    begun = time.monotonic()
    with pytest.raises(StreamLostError, match="timed out"):
        transport.open(heard.received, heard.lost)
    assert time.monotonic() - begun < 2
    assert websocket.getdefaulttimeout() == 0.1
    assert server.stream.handshakes == 1
    transport.close()


def _end(stream: Any) -> None:
    """As the transport ends its own."""
    stream._stop_custom_ping_timer()
    stream.ws.keep_running = False
    raw = stream.ws.sock.sock
    stream.exited = True
    raw.shutdown(2)
    stream.wst.join(5)
    assert not stream.wst.is_alive()
    raw.close()


@pytest.mark.parametrize("reply", [Reply({"list": []}), Reply({"list": [], "nextPageCursor": ""})])
def test_an_empty_list_is_an_answer(server: BybitServer, http: Any, reply: Reply) -> None:
    server.http.plan(Fault(reply))
    assert http.get_kline(category="linear", symbol="BTCUSDT", interval="1")["result"]["list"] == []


def test_clients_that_come_and_go_in_any_order_leave_the_others_their_clock() -> None:
    def unmeasured() -> int:
        raise ExchangeError(Meaning.CLOCK, "not asked yet")

    before = _helpers.generate_timestamp
    undo_first = sign_by(lambda: 1)
    undo_second = sign_by(lambda: 2)
    undo_third = sign_by(unmeasured)
    assert _helpers.generate_timestamp() == 2
    undo_first()
    assert _helpers.generate_timestamp() == 2
    undo_second()
    with pytest.raises(ExchangeError, match="not asked yet"):
        _helpers.generate_timestamp()
    undo_third()
    undo_third()
    assert _helpers.generate_timestamp is before
