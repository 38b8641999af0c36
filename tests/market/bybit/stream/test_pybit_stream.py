"""The transport over pybit: opened, lost, cut, closed."""

import threading
import time

import pytest

from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.stream.pybit_stream import PybitTransport
from photon_desktop.market.bybit.stream.transport import StreamLostError
from tests.fakes.bybit_server import BybitServer
from tests.market.bybit.conftest import endpoint_of, wait_until
from tests.market.bybit.test_pybit_contract import SUBSCRIBE, Heard


def transport_to(server: BybitServer, handshake_s: float = 2.0) -> PybitTransport:
    return PybitTransport(endpoint_of(server), Category.LINEAR, handshake_s)


@pytest.mark.parametrize("way", ["cut", "dismiss", "dark", "raw"])
def test_every_end_of_the_connection_is_reported(server: BybitServer, way: str) -> None:
    transport, heard = transport_to(server), Heard()
    transport.open(heard.received, heard.lost)
    transport.send(SUBSCRIBE)
    heard.wait_for(messages=2)
    match way:
        case "cut":
            server.stream_cut()
        case "dismiss":
            server.stream_dismiss()
        case "dark":
            server.stream_dark()
        case _:
            server.stream_raw("no json")
    heard.wait_for(losses=1)
    transport.close()
    with pytest.raises(StreamLostError):
        transport.send(SUBSCRIBE)


def test_a_callback_that_raises_ends_the_connection_and_is_reported(server: BybitServer) -> None:
    transport, heard = transport_to(server), Heard()

    def raising(_message: object) -> None:
        raise RuntimeError("not allowed to")

    transport.open(raising, heard.lost)
    transport.send(SUBSCRIBE)
    heard.wait_for(losses=1)
    assert "not allowed to" in str(heard.losses[0])
    transport.close()


@pytest.mark.parametrize(("status", "is_blocked"), [(403, True), (404, False), (503, False)])
def test_a_refused_handshake_says_why_after_one_attempt(server: BybitServer, status: int, is_blocked: bool) -> None:
    server.stream_refuse(status)
    transport, heard = transport_to(server), Heard()
    with pytest.raises(StreamLostError, match=str(status)) as refused:
        transport.open(heard.received, heard.lost)
    assert refused.value.is_blocked is is_blocked
    assert server.stream.handshakes == 1
    transport.close()


def test_nobody_listening_is_told(server: BybitServer) -> None:
    server.stream_dark()
    transport, heard = transport_to(server), Heard()
    with pytest.raises(StreamLostError, match="refused"):
        transport.open(heard.received, heard.lost)
    transport.close()


def test_a_cut_ends_an_opening_that_hangs(server: BybitServer) -> None:
    server.stream_hang(True)
    transport, heard = transport_to(server, 30.0), Heard()
    failures: list[StreamLostError] = []

    def opening() -> None:
        try:
            transport.open(heard.received, heard.lost)
        except StreamLostError as error:
            failures.append(error)

    thread = threading.Thread(target=opening)
    thread.start()
    wait_until(lambda: server.stream.handshakes == 1)
    begun = time.monotonic()
    transport.cut()
    thread.join(5)
    transport.close()
    assert time.monotonic() - begun < 1
    assert len(failures) == 1


def test_a_cut_before_opening_prevents_it(server: BybitServer) -> None:
    transport, heard = transport_to(server), Heard()
    transport.cut()
    with pytest.raises(StreamLostError):
        transport.open(heard.received, heard.lost)
    assert server.stream.handshakes == 0
    transport.close()


def test_sending_before_opening_is_refused(server: BybitServer) -> None:
    with pytest.raises(StreamLostError, match="not open"):
        transport_to(server).send(SUBSCRIBE)
