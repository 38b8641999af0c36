"""The account's stream through the real pybit, against the local exchange."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import TradingEndpoint, TradingMode
from photon_desktop.broker.bybit.stream.link import Link, LinkState
from photon_desktop.broker.bybit.stream.private_stream import PrivateStream
from photon_desktop.broker.bybit.stream.private_transport import PrivateTransport
from photon_desktop.broker.errors import RefusedError
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.market.bybit.stream.transport import StreamLostError
from tests.broker.bybit.conftest import KEY, KEYS, SECRET, gateway_of, order_of
from tests.fakes.bybit_server import BybitServer

PATIENCE_S = 10.0
QUICK = Pacing(look_s=0.02, first_pause_s=0.02, longest_pause_s=0.05)


class Listener:
    """A stream of the account, what it heard, and how it stood."""

    def __init__(self, server: BybitServer, client: TradingClient, keys: ApiKeys = KEYS) -> None:
        self.messages: list[Any] = []
        self.states: list[LinkState] = []
        self.prepared = 0
        self._news = threading.Condition()
        self._client = client
        endpoint = TradingEndpoint(TradingMode.DEMO, server.rest_url, server.stream_url)
        self.stream = PrivateStream(
            lambda: PrivateTransport(keys, endpoint, 0.5), self.prepare, self.hear, self.change, QUICK,
            time.monotonic, lambda: 0.5,
        )  # fmt: skip

    def prepare(self) -> None:
        self.prepared += 1
        self._client.measure_clock()

    def hear(self, message: Any) -> None:
        with self._news:
            self.messages.append(message)
            self._news.notify_all()

    def change(self, state: LinkState) -> None:
        with self._news:
            self.states.append(state)
            self._news.notify_all()

    def topics(self) -> list[str]:
        return [message["topic"] for message in self.messages]

    def wait(self, is_so: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(is_so, PATIENCE_S), (self.states, self.topics())

    def wait_live(self, generation: int = 1) -> None:
        self.wait(lambda: self.stream.state == LinkState(Link.LIVE, "", generation))


@pytest.fixture
def listener(server: BybitServer, client: TradingClient) -> Iterator[Listener]:
    made = Listener(server, client)
    yield made
    made.stream.stop()


def test_an_order_is_heard_with_its_execution_and_what_is_held_then(
    server: BybitServer, client: TradingClient, listener: Listener
) -> None:
    listener.stream.start()
    listener.wait_live()
    gateway_of(server, client).place(order_of())
    listener.wait(lambda: listener.topics().count("order") == 2)
    assert [topic for topic in listener.topics() if topic in ("order", "execution")] == ["order", "execution", "order"]
    assert {"position", "wallet"} < set(listener.topics())
    execution = listener.messages[1]["data"][0]
    assert (execution["orderLinkId"], execution["leavesQty"]) == (order_of().client_order_id, "0.00")
    assert listener.stream.age_s is not None
    assert listener.stream.age_s < PATIENCE_S


def test_a_refused_key_is_final_and_named_without_its_secret(server: BybitServer, client: TradingClient) -> None:
    listener = Listener(server, client, ApiKeys(KEY, "another-secret"))
    listener.stream.start()
    listener.wait(lambda: listener.stream.state.link is Link.REFUSED)
    assert "refuses this key" in listener.stream.state.reason
    assert "secret-words" not in listener.stream.state.reason
    assert "another-secret" not in listener.stream.state.reason
    listener.stream.stop()
    assert listener.prepared == 1
    assert server.stream.handshakes == 1


@pytest.mark.parametrize("end", ["stream_cut", "stream_dismiss"])
def test_a_lost_connection_is_opened_again_with_the_clock_measured_anew(
    server: BybitServer, listener: Listener, end: str
) -> None:
    listener.stream.start()
    listener.wait_live()
    getattr(server, end)()
    listener.wait_live(2)
    assert Link.LOST in [state.link for state in listener.states]
    assert listener.prepared >= 2


def test_a_clock_that_can_not_be_measured_is_tried_again(
    server: BybitServer, client: TradingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener(server, client)
    faults = iter([RefusedError("Bybit is away.")])

    def measure() -> None:
        for fault in faults:
            raise fault

    client.measure_clock()
    monkeypatch.setattr(client, "measure_clock", measure)
    listener.stream.start()
    listener.wait_live()
    assert "Bybit is away." in listener.states[0].reason
    listener.stream.stop()


def test_a_stop_does_not_wait_for_an_outage(server: BybitServer, listener: Listener) -> None:
    listener.stream.start()
    listener.wait_live()
    server.stream_dark()
    listener.wait(lambda: listener.stream.state.link is Link.LOST)
    assert seconds_of(listener.stream.stop) < 1
    assert listener.stream.state.link is Link.CLOSED
    server.stream_back()


def test_a_stop_does_not_wait_for_a_handshake_that_hangs(server: BybitServer, listener: Listener) -> None:
    server.stream_hang(True)
    listener.stream.start()
    listener.wait(lambda: server.stream.handshakes > 0 or bool(listener.states))
    assert seconds_of(listener.stream.stop) < 1
    server.stream_hang(False)


def seconds_of(act: Callable[[], object]) -> float:
    begun = time.monotonic()
    act()
    return time.monotonic() - begun


def test_nobody_who_did_not_log_in_hears_of_the_account(server: BybitServer) -> None:
    from tests.market.bybit.test_pybit_contract import Heard

    server.keys["key"] = SECRET
    wrong = PrivateTransport(ApiKeys("key", "wrong"), TradingEndpoint(TradingMode.DEMO, "", server.stream_url))
    heard = Heard()
    wrong.open(heard.received, heard.lost)
    wrong.send({"op": "subscribe", "args": ["order"]})
    heard.wait_for(messages=2)
    wrong.close()
    assert [message["success"] for message in heard.messages] == [False, False]


def test_each_exchange_has_a_stream_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    addresses: list[str] = []

    def refuse(url: str, **_more: object) -> None:
        addresses.append(url)
        raise OSError("no network here")

    monkeypatch.setattr("pybit._websocket_stream.websocket.WebSocketApp", refuse)
    for mode in TradingMode:
        transport = PrivateTransport(KEYS, TradingEndpoint(mode))
        with pytest.raises(StreamLostError, match="no network here"):
            transport.open(lambda message: None, lambda loss: None)
        assert SECRET not in repr(transport._options)
        transport.close()
    hosts = ("stream-demo.bybit.com", "stream-testnet.bybit.com", "stream.bybit.com")
    assert addresses == [f"wss://{host}/v5/private" for host in hosts]


@pytest.mark.slow
def test_twenty_connections_leave_no_thread_behind(server: BybitServer, listener: Listener) -> None:
    listener.stream.start()
    listener.wait_live()
    threads = threading.active_count()
    for number in range(20):
        server.stream_cut()
        listener.wait_live(number + 2)
    assert threading.active_count() <= threads + 1
