"""The WebSocket half of the local exchange: subscriptions and messages that can be spoilt on command."""

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

Message = Mapping[str, Any]
Spoil = Callable[[Message], list[Message | str]]  # the messages sent in the place of one; a str is sent as it is

_SPOT_ARGUMENTS = 10


class BybitStream:
    """Serves /v5/public/linear, /v5/public/spot and /v5/private; `accepts` says which topics there are, and `greets`
    gives what follows the acknowledgement of one. The private one has to be logged in to before anything is
    subscribed; `push` sends to it, in order."""

    def __init__(
        self,
        now_ms: Callable[[], int],
        keys: dict[str, str],
        accepts: Callable[[str, str], bool],
        greets: Callable[[str, str], list[Message]],
    ) -> None:
        self._now_ms = now_ms
        self._keys = keys
        self._accepts = accepts
        self._greets = greets
        self._topics: dict[ServerConnection, set[str]] = {}
        self._logged_in: set[ServerConnection] = set()
        self._pushed: asyncio.Queue[Message] = asyncio.Queue()
        self._pushing: asyncio.Task[None] | None = None
        self._dead: set[tuple[ServerConnection, str]] = set()
        self._gone: set[str] = set()
        self._server: Server | None = None
        self._port = 0
        self._refused_status: int | None = None
        self._answering: asyncio.Event | None = None
        self._spoil: Spoil | None = None
        self._logger = logging.getLogger("photon_desktop.drill.exchange.stream")
        self._logger.propagate = False
        self._logger.addHandler(logging.NullHandler())
        self.is_silent = False
        self.handshakes = 0
        self.frames: list[Message] = []

    async def start(self) -> int:
        """Listen on a free port of loopback, or on the one it had; the port."""
        self._answering = asyncio.Event()
        self._answering.set()
        self._server = await serve(
            self._serve,
            "127.0.0.1",
            self._port,
            process_request=self._admit,
            ping_interval=None,
            close_timeout=0.05,
            compression=None,
            logger=self._logger,
        )
        self._port = next(iter(self._server.sockets)).getsockname()[1]
        if self._pushing is None:
            self._pushing = asyncio.ensure_future(self._push_on())
        return self._port

    async def stop(self) -> None:
        """Refuse to be connected to and cut every connection; `start` listens again."""
        await self.cut()
        if self._server is not None:
            self.refuse(503)
            self.hang(False)  # else those that still hang hold up the closing
            self._server.close()
            await self._server.wait_closed()
            self._server = None
            self.refuse(None)

    async def cut(self) -> None:
        """Cut every connection without a farewell."""
        for connection in list(self._topics):
            connection.transport.abort()
        self._topics.clear()

    async def dismiss(self) -> None:
        """Close every connection in good order."""
        for connection in list(self._topics):
            await connection.close()

    def refuse(self, status: int | None) -> None:
        """Answer handshakes with `status`; None admits them again."""
        self._refused_status = status

    def hang(self, is_hanging: bool) -> None:
        """Leave handshakes without an answer, or answer them again."""
        assert self._answering is not None, "start it first"
        if is_hanging:
            self._answering.clear()
        else:
            self._answering.set()

    def spoil(self, spoil: Spoil | None) -> None:
        """Let `spoil` decide what is sent in each message's place; None sends them as they are."""
        self._spoil = spoil

    def let_die(self, symbol: str, *, for_good: bool) -> None:
        """Bring nothing more of the topics of `symbol` that are subscribed now, until they are subscribed anew; or
        never again."""
        if for_good:
            self._gone.add(symbol)
        self._dead |= {
            (connection, topic)
            for connection, topics in self._topics.items()
            for topic in topics
            if topic.endswith(f".{symbol}")
        }

    @property
    def connections(self) -> int:
        """How many are connected."""
        return len(self._topics)

    @property
    def subscribed(self) -> set[tuple[str, str]]:
        """Category and topic of everything that somebody listens to."""
        return {(_category(connection), topic) for connection, topics in self._topics.items() for topic in topics}

    async def publish(self, category: str, message: Message) -> None:
        """Send `message` to those of `category` who subscribed to its topic."""
        topic = message["topic"]
        if self.is_silent or self._is_gone(topic):
            return
        hearers = [c for c, topics in self._topics.items() if topic in topics and _category(c) == category]
        listeners = [connection for connection in hearers if (connection, topic) not in self._dead]
        if not listeners:
            return
        spoilt = [message] if self._spoil is None else self._spoil(message)
        for one in spoilt:
            text = one if isinstance(one, str) else json.dumps(one)
            for connection in listeners:
                await _send(connection, text)

    def push(self, message: Message) -> None:
        """Send `message` to those who are logged in and subscribed to its topic, after those pushed before."""
        self._pushed.put_nowait(message)

    async def _push_on(self) -> None:
        while True:
            await self.publish("private", await self._pushed.get())
            self._pushed.task_done()

    async def pushed(self) -> None:
        """Wait until everything that was pushed is sent."""
        await self._pushed.join()

    async def send_raw(self, text: str) -> None:
        """Send `text`, whatever it is, to everyone."""
        for connection in list(self._topics):
            await _send(connection, text)

    async def _admit(self, connection: ServerConnection, _request: Request) -> Response | None:
        self.handshakes += 1
        if self._answering is not None:
            await self._answering.wait()
        if self._refused_status is not None:
            return connection.respond(HTTPStatus(self._refused_status), "refused\n")
        return None

    async def _serve(self, connection: ServerConnection) -> None:
        self._topics[connection] = set()
        try:
            async for text in connection:
                await self._hear(connection, json.loads(text))
        except ConnectionClosed:
            return
        finally:
            self._topics.pop(connection, None)
            self._logged_in.discard(connection)

    async def _hear(self, connection: ServerConnection, frame: Message) -> None:
        self.frames.append(frame)
        operation = frame.get("op")
        if operation == "ping":
            await _send(connection, json.dumps({"success": True, "ret_msg": "pong", "op": "ping"}))
        elif operation == "auth":
            is_right = self._is_right(frame["args"])
            if is_right:
                self._logged_in.add(connection)
            await _send(connection, json.dumps({"success": is_right, "ret_msg": "", "op": "auth", "conn_id": "c"}))
        elif operation == "subscribe":
            await self._subscribe(connection, frame)
        elif operation == "unsubscribe":
            self._topics[connection].difference_update(frame["args"])
            self._dead -= {(connection, topic) for topic in frame["args"]}
            answer = {"success": True, "ret_msg": "", "conn_id": "c", "op": "unsubscribe"}
            await _send(connection, json.dumps({**answer, "req_id": frame.get("req_id", "")}))

    async def _subscribe(self, connection: ServerConnection, frame: Message) -> None:
        category, topics = _category(connection), list(frame["args"])
        is_barred = category == "private" and connection not in self._logged_in
        words = "not logged in" if is_barred else self._refusal(category, topics)
        words = words or self._repetition(connection, topics)
        answer = {"success": not words, "ret_msg": words, "conn_id": "c", "op": "subscribe"}
        await _send(connection, json.dumps({**answer, "req_id": frame.get("req_id", "")}))
        if words or connection not in self._topics:
            return
        self._topics[connection].update(topics)
        if not self.is_silent:
            living = [topic for topic in topics if not self._is_gone(topic)]
            for message in [message for topic in living for message in self._greets(category, topic)]:
                await _send(connection, json.dumps(message))

    def _refusal(self, category: str, topics: list[str]) -> str:
        if category == "spot" and len(topics) > _SPOT_ARGUMENTS:
            return "args size >10"
        unknown = [topic for topic in topics if not self._accepts(category, topic)]
        return f"error:handler not found,topic:{unknown[0]}" if unknown else ""

    def _is_gone(self, topic: str) -> bool:
        return topic.rpartition(".")[2] in self._gone

    def _repetition(self, connection: ServerConnection, topics: list[str]) -> str:
        """A topic that somebody has already spoils the whole request."""
        again = [topic for topic in topics if topic in self._topics.get(connection, ())]
        return f"error:already subscribed,topic:{again[0]}" if again else ""

    def _is_right(self, arguments: list[Any]) -> bool:
        key, expires, signature = arguments
        if key not in self._keys or int(expires) <= self._now_ms():
            return False
        wanted = hmac.new(self._keys[key].encode(), f"GET/realtime{expires}".encode(), hashlib.sha256).hexdigest()
        return hmac.compare_digest(wanted, signature)


def _category(connection: ServerConnection) -> str:
    path = connection.request.path if connection.request is not None else ""
    return path.rpartition("/")[2]


async def _send(connection: ServerConnection, text: str) -> None:
    try:
        await connection.send(text)
    except ConnectionClosed:
        return
