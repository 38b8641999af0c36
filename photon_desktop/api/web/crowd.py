"""How many may be connected at once: those that only hold a connection do not use up the program's open files."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

MOST_CONNECTIONS = 300
_Asks = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Crowd:
    """Lives on the loop's thread. When one more comes than may be, the connection is cut that asks nothing now and has
    not asked for the longest."""

    def __init__(self, most: int = MOST_CONNECTIONS) -> None:
        self._most = most
        self._questions = 0
        self._last: dict[RequestHandler, int] = {}  # the number of its last question
        self._asking: set[RequestHandler] = set()

    def admit(self, server: web.Server) -> RequestHandler:
        """The protocol of one more connection of `server`."""
        connected = server.connections
        self._last = {each: self._last[each] for each in connected if each in self._last}
        if len(connected) >= self._most:
            idle = [each for each in connected if each not in self._asking]
            if idle:
                min(idle, key=lambda each: self._last.get(each, 0)).force_close()
        return server()

    @web.middleware
    async def notice(self, request: web.Request, handler: _Asks) -> web.StreamResponse:
        """Remembers who asks, and when."""
        connection = request.protocol
        self._questions += 1
        self._last[connection] = self._questions
        self._asking.add(connection)
        try:
            return await handler(request)
        finally:
            self._asking.discard(connection)
