"""How many may be connected at once, and for how long one may be slow: those that only hold a connection use up neither
the program's open files nor its memory."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from photon_desktop.api.web.patience import PATIENCE, Patience
from photon_desktop.api.web.turned_away import TurnedAway

MOST_CONNECTIONS = 300
_Asks = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Crowd:
    """Lives on the loop's thread. When one more comes than may be, the connection is cut that is not being answered and
    has done nothing for the longest; a question whose body has not come, or an answer that is not taken, is no work.
    Where all are being answered, the one that came is told so (503)."""

    def __init__(self, most: int = MOST_CONNECTIONS, patience: Patience = PATIENCE) -> None:
        self._most, self._patience = most, patience
        self._moments = 0
        self._last: dict[RequestHandler, int] = {}  # when it did something last, in moments
        self._asking: dict[RequestHandler, web.Request] = {}
        self._turned_away: set[asyncio.Protocol] = set()

    def admit(self, server: web.Server) -> asyncio.Protocol:
        """The protocol of one more connection of `server`."""
        connected = server.connections
        self._last = {each: self._last[each] for each in connected if each in self._last}
        if len(connected) >= self._most:
            idle = [each for each in connected if not self._is_at_work(each)]
            if not idle:
                return TurnedAway(self._patience.full_s, self._turned_away, self._most)
            cut(min(idle, key=lambda each: self._last.get(each, 0)))
        made = server()
        self._mark(made)
        return made

    @web.middleware
    async def notice(self, request: web.Request, handler: _Asks) -> web.StreamResponse:
        """Remembers who asks, and when; an answer that is not taken in time is cut off."""
        connection = request.protocol
        self._mark(connection)
        self._asking[connection] = request
        try:
            answer = await handler(request)
        finally:
            self._asking.pop(connection, None)
        self._mark(connection)
        if isinstance(answer, web.Response):
            await self._hand_over(answer, request)
        return answer

    async def _hand_over(self, answer: web.Response, request: web.Request) -> None:
        """What aiohttp does next, and waits for as long as the client likes."""
        transport = request.transport
        try:
            async with asyncio.timeout(self._patience.answer_s):
                with suppress(ConnectionError):  # it went: aiohttp finds out by itself
                    await answer.prepare(request)
                    await answer.write_eof()
        except TimeoutError:
            if transport is not None:
                transport.abort()  # closing would wait until what it does not take was taken

    def _is_at_work(self, connection: RequestHandler) -> bool:
        request = self._asking.get(connection)
        return request is not None and request.content.is_eof()

    def _mark(self, connection: RequestHandler) -> None:
        self._moments += 1
        self._last[connection] = self._moments


def cut(connection: RequestHandler) -> None:
    """End a connection at once, whatever was not taken of what it was sent."""
    transport = connection.transport
    connection.force_close()
    if transport is not None:
        transport.abort()
