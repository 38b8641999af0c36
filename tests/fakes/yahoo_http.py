"""The wire of the local Yahoo: a CONNECT proxy that leads every one of Yahoo's hosts to handlers of ours over TLS."""

import asyncio
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of `host`."""

    host: str
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Reply]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request instead of, or before, its answer: `reply` stands in for it, `is_cut` closes the
    connection before it and `is_torn` in the middle of it, `is_hung` never answers, `delay_s` waits first."""

    reply: Reply | None = None
    is_cut: bool = False
    is_torn: bool = False
    is_hung: bool = False
    delay_s: float = 0.0


@dataclass(slots=True)
class _Planned:
    fault: Fault
    path: str
    times: int


class YahooHttp:
    """Passes each request to `handler`, unless a fault is planned for its path. Anything but yahoo.com is refused."""

    def __init__(self, handler: Handler, context: ssl.SSLContext) -> None:
        self.requests: list[Request] = []
        self.refused_hosts: list[str] = []
        self._handler = handler
        self._context = context
        self._planned: list[_Planned] = []
        self._server: asyncio.Server | None = None
        self._port = 0
        self._writers: set[asyncio.StreamWriter] = set()

    def plan(self, fault: Fault, path: str = "", times: int = 1) -> None:
        """Let `fault` happen to the next `times` requests whose path begins with `path`."""
        self._planned.append(_Planned(fault, path, times))

    def forget_plans(self) -> None:
        """Answer as usual again."""
        self._planned.clear()

    def count(self, path: str = "") -> int:
        """How many requests to paths that begin with `path` have come."""
        return sum(request.path.startswith(path) for request in self.requests)

    async def start(self) -> int:
        """Listen on a free port of loopback, or again on the one before; the port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        return self._port

    async def stop(self) -> None:
        """Close the listener and every connection."""
        if self._server is not None:
            self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            host = await self._tunnel(reader, writer)
            while host and (request := await _read_request(host, reader)) is not None:
                self.requests.append(request)
                if not await self._answer(request, writer):
                    return
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            return  # cancelled only when the server stops
        finally:
            self._writers.discard(writer)
            writer.transport.abort()

    async def _tunnel(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
        """Take a CONNECT, speak TLS from there on; the host that was asked for, or nothing when it is refused."""
        line = (await reader.readline()).decode().split()
        while (await reader.readline()).strip():
            pass
        host = line[1].rpartition(":")[0] if len(line) == 3 and line[0] == "CONNECT" else ""
        if not host.endswith("yahoo.com"):
            self.refused_hosts.append(host or " ".join(line))
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            return ""
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await writer.drain()
        await writer.start_tls(self._context)
        return host

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Answer; whether the connection goes on."""
        fault = self._fault_for(request.path)
        if fault.delay_s:
            await asyncio.sleep(fault.delay_s)
        if fault.is_hung:
            await asyncio.Event().wait()
        if fault.is_cut:
            return False
        answer = _response(fault.reply or self._handler(request))
        writer.write(answer[: len(answer) * 2 // 3] if fault.is_torn else answer)
        await writer.drain()
        return not fault.is_torn

    def _fault_for(self, path: str) -> Fault:
        for planned in self._planned:
            if path.startswith(planned.path):
                planned.times -= 1
                if planned.times == 0:
                    self._planned.remove(planned)
                return planned.fault
        return Fault()


async def _read_request(host: str, reader: asyncio.StreamReader) -> Request | None:
    head = await reader.readline()
    if not head:
        return None
    method, target, _ = head.decode().split()
    headers: dict[str, str] = {}
    while line := (await reader.readline()).decode().strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    await reader.readexactly(int(headers.get("content-length", "0")))
    path, _, query = target.partition("?")
    return Request(host, method, unquote(path), dict(parse_qsl(query)), headers)


def _response(reply: Reply) -> bytes:
    headers = {"Content-Type": "application/json;charset=utf-8"} | dict(reply.headers)
    lines = [f"HTTP/1.1 {reply.status} Status", f"Content-Length: {len(reply.body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + reply.body
