"""What happens, as it happens, over a WebSocket: snapshots, decisions, reports and equity."""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Mapping
from http import HTTPStatus

from aiohttp import WSMsgType, web

from photon_desktop.api.faults import ApiError, conflict
from photon_desktop.api.live import Event, Live
from photon_desktop.api.web.door import Door
from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.trading.timestamps import Clock

STREAM = "/api/stream/"
KINDS = ("MARKET_SNAPSHOT", "TRADE_DECISION", "EXECUTION_REPORT", "EQUITY")
_MOST_WAITING, _MOST_STREAMS = 256, 50
_HEARTBEAT_S = 30.0
_LARGEST_WORD = 1_024
_GOING_AWAY, _EXPIRED = 1001, 4401
_NS = 1_000_000_000


class Waiting:
    """What one client has still to be told, at most so much: of what it does not take in time the oldest is dropped,
    and it is told how many those were."""

    def __init__(self, most: int = _MOST_WAITING) -> None:
        self._events: deque[Event] = deque()
        self._most, self._lost = most, 0
        self._came = asyncio.Event()

    def put(self, event: Event) -> None:
        """Have one more event told."""
        if len(self._events) >= self._most:
            self._events.popleft()
            self._lost += 1
        self._events.append(event)
        self._came.set()

    async def take(self) -> Event:
        """The next event, once there is one."""
        await self._came.wait()
        if self._lost:
            lost, self._lost = self._lost, 0
            return {"type": "LOST", "payload": {"count": lost}}
        event = self._events.popleft()
        if not self._events:
            self._came.clear()
        return event


class Stream:
    """Lives on the loop's thread. A client that is slow, gone, or whose token has ended holds nobody up."""

    def __init__(self, live: Live, door: Door, clock: Clock, patience: Patience = PATIENCE) -> None:
        self._live, self._door, self._clock = live, door, clock
        self._event_s = patience.event_s
        self._open: set[web.WebSocketResponse] = set()

    @property
    def route(self) -> web.RouteDef:
        """Where it is asked for."""
        return web.get(STREAM, self.serve)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Tell one client until it goes, or its token ends. The token is in the Authorization header, or `?token=` for
        a browser, which can't send that."""
        asker = await self._door.asker(request, request.query.get("token", ""))
        if len(self._open) >= _MOST_STREAMS:
            raise conflict(f"{_MOST_STREAMS} streams are open already; close one first.")
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S, max_msg_size=_LARGEST_WORD, timeout=1.0)
        if not socket.can_prepare(request):
            raise ApiError(HTTPStatus.UPGRADE_REQUIRED, "This address is a WebSocket; ask for an upgrade.")
        await socket.prepare(request)
        way = request.transport
        self._open.add(socket)
        kinds = frozenset(request.query.get("types", ",".join(KINDS)).split(","))
        left_s = (asker.until_ns - self._clock.now_ns()) / _NS
        try:
            await self._tell(socket, kinds, left_s)
        finally:
            self._open.discard(socket)
            if way is not None and way.get_write_buffer_size() > 0:
                way.abort()  # closing would wait until what it does not take was taken
        return socket

    async def close(self) -> None:
        """End every stream, all at once: one that does not answer has a second."""
        await asyncio.gather(*(socket.close(code=_GOING_AWAY, message=b"The program ends.") for socket in self._open))

    async def _tell(self, socket: web.WebSocketResponse, kinds: frozenset[str], left_s: float) -> None:
        waiting = Waiting()

        def take(event: Event) -> None:
            if event["type"] in kinds:
                waiting.put(event)

        self._live.listen(take)
        telling = asyncio.ensure_future(self._send_all(socket, waiting))
        try:
            async with asyncio.timeout(left_s):
                async for word in socket:  # nothing is taken; hearing it is how one learns that it went
                    if word.type is WSMsgType.ERROR:
                        break
        except TimeoutError:
            await socket.close(code=_EXPIRED, message=b"The token has expired.")
        finally:
            self._live.leave(take)
            telling.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await telling

    async def _send_all(self, socket: web.WebSocketResponse, waiting: Waiting) -> None:
        while not socket.closed:
            event: Mapping[str, object] = await waiting.take()
            try:
                async with asyncio.timeout(self._event_s):
                    await socket.send_str(json.dumps(event, allow_nan=False))
            except TimeoutError:  # it would not take a word about it either
                await socket.close(drain=False)
                return
