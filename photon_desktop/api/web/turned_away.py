"""A connection that is one too many: it is told so and ends."""

import asyncio
import json
from typing import cast

_BODY = json.dumps({"detail": "Too many connections are being answered; ask again in a second.", "status": 503})
_ANSWER = (
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
    f"Retry-After: 1\r\nConnection: close\r\nContent-Length: {len(_BODY)}\r\n\r\n{_BODY}"
).encode()


class TurnedAway(asyncio.Protocol):
    """Answers 503 (RFC 9110, 15.6.4) to whatever comes first, or after `patience_s` to nothing. `others` are those that
    are turned away just now; beyond `most` of them, the connection ends without a word."""

    def __init__(self, patience_s: float, others: set[asyncio.Protocol], most: int) -> None:
        self._patience_s, self._others, self._most = patience_s, others, most
        self._transport: asyncio.Transport | None = None
        self._waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It has come."""
        self._transport = cast(asyncio.Transport, transport)
        if len(self._others) >= self._most:
            self._transport.abort()
            return
        self._others.add(self)
        self._waiting = asyncio.get_running_loop().call_later(self._patience_s, self._answer)

    def data_received(self, _data: bytes) -> None:
        """It asks; answering before that could end in a reset that eats the answer."""
        self._answer()

    def connection_lost(self, _exc: Exception | None) -> None:
        """It is gone."""
        self._others.discard(self)
        if self._waiting is not None:
            self._waiting.cancel()

    def _answer(self) -> None:
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.write(_ANSWER)
            transport.close()
