"""The HTTP half of the local exchange: a small HTTP/1.1 server whose answers can be spoilt on command."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

WINDOW_AHEAD_MS = 1_000


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: `signed_text` is the query of a GET or the body of a POST."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    signed_text: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A retCode with its words, the result, and headers beside the usual ones."""

    result: Mapping[str, Any] = field(default_factory=dict)
    code: int = 0
    words: str = "OK"
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Reply]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request instead of, or before, its answer.

    `reply` answers in the handler's place, `status` is an HTTP error, `body` replaces the JSON, `is_cut` closes the
    connection without an answer, `is_hung` never answers, `delay_s` waits first, `is_lost` lets the handler act and
    cuts then, `is_stalled` lets it act and never answers, `late_s` waits after it acted, `is_doubled` answers twice.
    """

    reply: Reply | None = None
    status: int = 200
    body: bytes | None = None
    is_cut: bool = False
    is_hung: bool = False
    is_lost: bool = False
    is_stalled: bool = False
    is_doubled: bool = False
    delay_s: float = 0.0
    late_s: float = 0.0


def rate_limited(reset_ms: int) -> Fault:
    """10006 with the time at which the limit is lifted."""
    headers = {"X-Bapi-Limit": "50", "X-Bapi-Limit-Status": "0", "X-Bapi-Limit-Reset-Timestamp": str(reset_ms)}
    return Fault(Reply(code=10006, words="Too many visits!", headers=headers))


@dataclass(slots=True)
class _Planned:
    fault: Fault
    path: str | None
    times: int


class BybitHttp:
    """Routes and planned faults; `now_ms` is the exchange's time and `keys` its accounts' keys and secrets."""

    def __init__(self, now_ms: Callable[[], int], keys: dict[str, str]) -> None:
        self.requests: list[Request] = []
        self.met: list[Fault] = []  # those that happened
        self._now_ms = now_ms
        self._keys = keys
        self._routes: dict[tuple[str, str], tuple[Handler, bool]] = {}
        self._planned: list[_Planned] = []
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    def route(self, method: str, path: str, handler: Handler) -> None:
        """Answer `path` to anyone."""
        self._routes[method, path] = (handler, False)

    def signed_route(self, method: str, path: str, handler: Handler) -> None:
        """Answer `path` to those who sign with a key, within the time window."""
        self._routes[method, path] = (handler, True)

    def plan(self, fault: Fault, path: str | None = None, times: int = 1) -> None:
        """Let `fault` happen to the next `times` requests (to `path`)."""
        self._planned.append(_Planned(fault, path, times))

    @property
    def has_plans(self) -> bool:
        """Whether a fault is still to happen."""
        return bool(self._planned)

    def forget_plans(self) -> None:
        """Answer as usual again."""
        self._planned.clear()

    def count(self, path: str) -> int:
        """How many requests to `path` have come."""
        return sum(request.path == path for request in self.requests)

    async def start(self) -> int:
        """Listen on a free port of loopback; the port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def stop(self) -> None:
        """Close the listener and every connection."""
        if self._server is not None:
            self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while (request := await _read_request(reader)) is not None:
                self.requests.append(request)
                if not await self._answer(request, writer):
                    return
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return  # cancelled only when the server stops
        finally:
            self._writers.discard(writer)
            writer.transport.abort()

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> bool:
        """Answer; whether the connection goes on."""
        fault = self._fault_for(request.path)
        if fault.delay_s:
            await asyncio.sleep(fault.delay_s)
        if fault.is_hung:
            await asyncio.Event().wait()
        if fault.is_cut:
            return False
        reply = fault.reply or self._reply_to(request)
        if fault.is_lost:
            return False
        if fault.is_stalled:
            await asyncio.Event().wait()
        if fault.late_s:
            await asyncio.sleep(fault.late_s)
        body = fault.body if fault.body is not None else self._json(reply)
        writer.write(_response(fault.status, body, reply.headers) * (2 if fault.is_doubled else 1))
        await writer.drain()
        return True

    def _fault_for(self, path: str) -> Fault:
        for planned in self._planned:
            if planned.path in (None, path):
                planned.times -= 1
                if planned.times == 0:
                    self._planned.remove(planned)
                self.met.append(planned.fault)
                return planned.fault
        return Fault()

    def _reply_to(self, request: Request) -> Reply:
        handler, is_signed = self._routes.get((request.method, request.path), (None, False))
        if handler is None:
            return Reply(code=10001, words="unknown path")
        refusal = self._refused_signature(request) if is_signed else None
        return refusal or handler(request)

    def _refused_signature(self, request: Request) -> Reply | None:
        key, stamp = request.headers.get("x-bapi-api-key", ""), request.headers.get("x-bapi-timestamp", "0")
        window = request.headers.get("x-bapi-recv-window", "5000")
        now = self._now_ms()
        if key not in self._keys:
            return Reply(code=10003, words="API key is invalid.")
        if not now - int(window) <= int(stamp) < now + WINDOW_AHEAD_MS:
            return Reply(code=10002, words=f"invalid request, req_timestamp[{stamp}],server_timestamp[{now}]")
        text = f"{stamp}{key}{window}{request.signed_text}"
        wanted = hmac.new(self._keys[key].encode(), text.encode(), hashlib.sha256).hexdigest()
        is_right = hmac.compare_digest(wanted, request.headers.get("x-bapi-sign", ""))
        return None if is_right else Reply(code=10004, words="error sign! origin_string")

    def _json(self, reply: Reply) -> bytes:
        shown = {"retCode": reply.code, "retMsg": reply.words, "result": reply.result, "retExtInfo": {}}
        return json.dumps({**shown, "time": self._now_ms()}).encode()


async def _read_request(reader: asyncio.StreamReader) -> Request | None:
    head = await reader.readline()
    if not head:
        return None
    method, target, _ = head.decode().split()
    headers: dict[str, str] = {}
    while line := (await reader.readline()).decode().strip():
        name, _, value = line.partition(":")
        headers[name.lower()] = value.strip()
    body = (await reader.readexactly(int(headers.get("content-length", "0")))).decode()
    path, _, query = target.partition("?")
    return Request(method, path, dict(parse_qsl(query)), headers, query if method == "GET" else body)


def _response(status: int, body: bytes, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Status", "Content-Type: application/json", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
