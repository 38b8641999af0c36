"""Clients that are slow on purpose, over raw sockets: they are let go of, and nobody else notices."""

import asyncio
import socket
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import aiohttp
import pytest
from PySide6.QtWidgets import QApplication

from photon_desktop.api.headless import Headless
from photon_desktop.api.live import Event, Live
from photon_desktop.api.resources.auth import auth_routes
from photon_desktop.api.server import ApiServer, Place
from photon_desktop.api.stream import STREAM, Stream
from photon_desktop.api.web.crowd import Crowd
from photon_desktop.api.web.patience import Patience
from photon_desktop.api.web.routes import Access, Answer, Call, Route
from photon_desktop.api.worker import Worker
from photon_desktop.store import Store
from tests.api.clients import Client, HandClock, door_of
from tests.api.programs import UNLIMITED, run_headless
from tests.api.test_actions import running
from tests.api.test_resources import T, until

SHORT_S = 0.15
BIG = 16 << 20  # bytes, more than two sockets hold between them
HEAD = b"GET /held/ HTTP/1.1\r\nHost: localhost\r\n"
SLOW_BODY = (
    b"POST /api/auth/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    b"Content-Length: 60000\r\nExpect: 100-continue\r\n\r\n"
)
UPGRADE = (
    f"GET {STREAM} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n".encode()
    + b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer %s\r\n\r\n"
)
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Teller:
    """Stands where the agents' events come from."""

    takers: list[Callable[[Event], None]] = field(default_factory=list)

    def listen(self, take: Callable[[Event], None]) -> None:
        self.takers.append(take)

    def leave(self, take: Callable[[Event], None]) -> None:
        self.takers.remove(take)

    def tell(self, event: Mapping[str, object]) -> None:
        for take in tuple(self.takers):
            take(event)


@dataclass
class Yard:
    """A small server: /big/ answers more than a socket holds, /held/ answers when it is let to."""

    client: Client
    teller: Teller
    server: ApiServer
    let: asyncio.Event
    held: int = 0

    @property
    def port(self) -> int:
        return int(self.client.address.rpartition(":")[2])

    async def connect(self, receives: int = 0) -> Streams:
        """A raw connection, with so small a buffer for what comes back."""
        plain = socket.socket()
        plain.setblocking(False)
        if receives:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        await asyncio.get_running_loop().sock_connect(plain, ("127.0.0.1", self.port))
        return await asyncio.open_connection(sock=plain, limit=receives or 2**16)


@asynccontextmanager
async def yard(store: Store, patience: Patience, most: int = 300) -> AsyncIterator[Yard]:
    worker, clock, teller, let = Worker(), HandClock(), Teller(), asyncio.Event()
    door = replace(door_of(store, worker, clock, unknown=UNLIMITED), patience=patience)
    stream = Stream(cast(Live, teller), door, clock, patience)

    async def big(_: Call) -> Answer:
        return b'"' + b"x" * BIG + b'"'

    async def hold(_: Call) -> Answer:
        made.held += 1
        await let.wait()
        return {}

    routes = (
        *auth_routes(door.users),
        Route("GET", "/big/", "", big, access=Access.OPEN),
        Route("GET", "/held/", "", hold, access=Access.OPEN),
    )
    server = ApiServer(Place(port=0), door, routes, (stream.route,), Crowd(most, patience), patience)
    await server.start()
    try:
        async with aiohttp.ClientSession() as session, asyncio.timeout(20):
            made = Yard(Client(session, server.address), teller, server, let)
            yield made
    finally:
        let.set()
        await stream.close()
        await server.stop()
        worker.close()


def run_in_yard(store: Store, scenario: Callable[[Yard], Awaitable[None]], patience: Patience, most: int = 300) -> None:
    async def run() -> None:
        async with yard(store, patience, most) as made:
            await scenario(made)

    asyncio.run(run())


async def ended(reader: asyncio.StreamReader) -> bytes:
    """What still came until the server let go."""
    came = bytearray()
    with suppress(ConnectionError):
        while part := await reader.read(2**16):
            came += part
    return bytes(came)


async def so(is_so: Callable[[], object]) -> None:
    """Wait until it is so."""
    while not is_so():
        await asyncio.sleep(0.005)


@asynccontextmanager
async def dripping(writer: asyncio.StreamWriter, text: bytes) -> AsyncIterator[None]:
    """Send a byte at a time meanwhile, for as long as somebody takes them."""

    async def drip() -> None:
        with suppress(ConnectionError):
            for byte in text:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(SHORT_S / 20)

    task = asyncio.ensure_future(drip())
    try:
        yield
    finally:
        task.cancel()
        writer.close()


def test_a_head_that_comes_a_byte_at_a_time_is_waited_for_only_so_long(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect()
        async with dripping(writer, HEAD + b"X: " + b"a" * 10_000):
            assert await ended(reader) == b""
        assert place.held == 0

    run_in_yard(store, scenario, Patience(head_s=SHORT_S))


def test_the_head_of_a_second_question_is_not_waited_for_longer(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect()
        writer.write(b"GET /nothing/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert (await reader.readuntil(b"\r\n")).startswith(b"HTTP/1.1 404")
        async with dripping(writer, HEAD + b"X: " + b"a" * 10_000):
            await ended(reader)
        assert place.held == 0

    run_in_yard(store, scenario, Patience(head_s=SHORT_S))


def test_a_body_that_comes_a_byte_at_a_time_is_told_that_it_was_too_slow(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect()
        writer.write(SLOW_BODY)
        assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
        async with dripping(writer, b" " * 10_000):
            answer = await ended(reader)
        assert answer.startswith(b"HTTP/1.1 408") and b"did not come in time" in answer

    run_in_yard(store, scenario, Patience(body_s=SHORT_S))


def test_an_answer_that_is_not_read_is_let_go_of(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect(receives=4_096)
        writer.write(b"GET /big/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await so(lambda: place.server.connected == 1)
        await so(lambda: place.server.connected == 0)
        assert 0 < len(await ended(reader)) < BIG
        writer.close()

    run_in_yard(store, scenario, Patience(answer_s=SHORT_S))


def test_an_answer_that_is_read_in_time_comes_whole(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect(receives=4_096)
        writer.write(b"GET /big/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert len(await ended(reader)) > BIG
        writer.close()

    run_in_yard(store, scenario, Patience())


def test_the_server_stops_though_an_answer_is_not_read(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect(receives=4_096)
        writer.write(b"GET /big/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await reader.readuntil(b"\r\n")
        await place.server.stop()
        assert len(await ended(reader)) < BIG
        writer.close()

    run_in_yard(store, scenario, Patience())


def test_a_listener_that_never_reads_is_dropped_and_takes_little_memory(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        await place.client.log_in()
        reader, writer = await place.connect(receives=4_096)
        writer.write(UPGRADE % place.client.token.encode())
        await reader.readuntil(b"\r\n\r\n")
        await so(lambda: place.teller.takers)
        tracemalloc.start()
        try:
            for number in range(4_000):  # 80 MB in all
                place.teller.tell({"type": "EQUITY", "payload": f"{number:05}" * 4_000})
                if number % 100 == 0:
                    await asyncio.sleep(0)
            held = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert held < 12 << 20
        await so(lambda: not place.teller.takers)
        assert (await place.client.ask("GET", "/nothing/"))[0] == 404
        await so(lambda: place.server.connected <= 1)  # the one that asks
        writer.close()

    run_in_yard(store, scenario, Patience(event_s=SHORT_S))


@pytest.mark.parametrize(
    "sent", [b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnone"]
)
def test_a_body_that_is_not_as_its_head_says_is_refused(store: Store, sent: bytes) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect()
        writer.write(SLOW_BODY.partition(b"Content-Length")[0] + b"Connection: close\r\n" + sent)
        assert (await ended(reader)).split()[1] == b"400"
        writer.close()

    run_in_yard(store, scenario, Patience())


def test_a_client_that_goes_in_the_middle_of_its_body_is_no_fault_of_the_program(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(place: Yard) -> None:
        reader, writer = await place.connect()
        writer.write(SLOW_BODY)
        await reader.readuntil(b"\r\n\r\n")
        writer.close()
        await so(lambda: place.server.connected == 0)
        assert (await place.client.ask("GET", "/nothing/"))[0] == 404

    run_in_yard(store, scenario, Patience())
    assert not caplog.records


def test_when_all_are_being_answered_one_more_is_told_to_come_again(store: Store) -> None:
    async def scenario(place: Yard) -> None:
        asking = [await place.connect() for _ in range(3)]
        for _, writer in asking:
            writer.write(HEAD + b"\r\n")
        await so(lambda: place.held == 3)
        status, told = await place.client.ask("GET", "/held/")
        assert status == 503 and told["status"] == 503 and told["detail"].endswith(".")
        silent, _ = (more := await place.connect())
        assert (await ended(silent)).startswith(b"HTTP/1.1 503")
        place.let.set()
        for reader, writer in asking:
            assert (await reader.readuntil(b"\r\n")).startswith(b"HTTP/1.1 200")
            writer.close()
        more[1].close()
        assert (await place.client.ask("GET", "/held/"))[0] == 200

    run_in_yard(store, scenario, Patience(full_s=SHORT_S), most=3)


@pytest.mark.parametrize("slow", ["head", "body", "answer"])
def test_those_that_are_slow_make_way_where_it_is_full(store: Store, slow: str) -> None:
    sent = {"head": HEAD, "body": SLOW_BODY, "answer": b"GET /big/ HTTP/1.1\r\nHost: localhost\r\n\r\n"}[slow]

    async def scenario(place: Yard) -> None:
        crowd = [await place.connect(receives=4_096) for _ in range(10)]
        for reader, writer in crowd:
            writer.write(sent)
            if slow != "head":
                await reader.readuntil(b"\r\n")
        await so(lambda: place.server.connected == 10)
        for _ in range(5):
            place.let.set()
            assert (await place.client.ask("GET", "/held/", Connection="close"))[0] == 200
        assert place.server.connected <= 10
        for _, writer in crowd:
            writer.close()

    run_in_yard(store, scenario, Patience(), most=10)


@pytest.mark.slow
def test_two_hundred_of_which_most_are_slow_disturb_nobody(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()

    async def scenario(client: Client, program: Headless) -> None:
        await running(client)
        failed = {name: status.failed for name, status in program.service.live.statuses.items()}
        port = int(client.address.rpartition(":")[2])
        slow = [await asyncio.open_connection("127.0.0.1", port, limit=1_024) for _ in range(150)]
        chart = f"GET {T}/dashboard/market-chart/ HTTP/1.1\r\nHost: localhost\r\n".encode()
        sent = (HEAD, SLOW_BODY, chart + f"Authorization: Bearer {client.token}\r\n\r\n".encode())
        for place, (_, writer) in enumerate(slow):
            writer.write(sent[place % 3])
        paths = [f"{T}/portfolio/", f"{T}/decisions/", f"{T}/market-data/latest/", f"{T}/trades/", "/api/auth/me/"]
        answers = await asyncio.gather(*(client.ask("GET", paths[place % 5]) for place in range(50)))
        assert {status for status, _ in answers} == {200}
        before = (await client.get(f"{T}/decisions/"))["count"]
        await until(lambda: client.get(f"{T}/decisions/"), lambda told: told["count"] > before)
        assert {name: status.failed for name, status in program.service.live.statuses.items()} == failed
        for _, writer in slow:
            writer.close()

    run_headless(qapp, folder, scenario, patience=Patience(SHORT_S * 4, SHORT_S, SHORT_S, SHORT_S))
