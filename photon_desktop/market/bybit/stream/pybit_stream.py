"""The stream over pybit's WebSocket, used raw: its dispatcher, reconnecting and exit are not.

pybit's own supervision loses the connection for good when a callback raises, a subscription is refused or overtaken
by its acknowledgement, or three seconds without network have passed; its `exit` can leave a thread that reconnects.
"""

import json
import logging
import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import websocket
from pybit.unified_trading import WebSocket

from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.stream.transport import Lost, Received, StreamLostError, StreamMessage

PING_INTERVAL_S, PING_TIMEOUT_S = 20, 5
HANDSHAKE_S = 10.0
_JOIN_S = 1.0
_FORBIDDEN = 403

logging.getLogger("pybit").addHandler(logging.NullHandler())


class PybitConnection:
    """One connection to whatever stream pybit's `options` name; see StreamTransport. `address` leads elsewhere."""

    def __init__(self, address: str, options: Mapping[str, Any], handshake_s: float = HANDSHAKE_S) -> None:
        self._address = address
        self._options = options
        self._handshake_s = handshake_s
        self._is_cut = False
        self._stream: _RawStream | None = None

    @property
    def ponged_at(self) -> float | None:
        """When the other side last answered a ping, monotonic seconds; None before the first answer."""
        return None if self._stream is None else self._stream.ponged_at

    def open(self, received: Received, lost: Lost) -> None:
        """As StreamTransport says."""
        websocket.setdefaulttimeout(self._handshake_s)  # else a handshake that is never answered hangs for ever
        stream = _RawStream(self._address, lost)
        self._stream = stream
        if self._is_cut:
            stream.exit()
        try:
            stream.connect(self._options, received)
        except (websocket.WebSocketException, OSError) as error:
            raise stream.loss or _loss_of(error) from None

    def send(self, frame: StreamMessage) -> None:
        """As StreamTransport says."""
        if self._stream is None:
            raise StreamLostError("Bybit's stream is not open yet; open it before sending.")
        try:
            self._stream.ws.send(json.dumps(frame))
        except (websocket.WebSocketException, OSError) as error:
            raise _loss_of(error) from None

    def cut(self) -> None:
        """As StreamTransport says."""
        self._is_cut = True
        if self._stream is not None:
            self._stream.exit()

    def close(self) -> None:
        """As StreamTransport says."""
        self.cut()
        if self._stream is not None:
            self._stream.join()


class PybitTransport(PybitConnection):
    """One connection to the public stream of `category`."""

    def __init__(self, endpoint: Endpoint, category: Category, handshake_s: float = HANDSHAKE_S) -> None:
        address = f"{endpoint.stream_url}/v5/public/{category}" if endpoint.stream_url else ""
        pings = {"ping_interval": PING_INTERVAL_S, "ping_timeout": PING_TIMEOUT_S}
        super().__init__(address, {"channel_type": category.value, "testnet": endpoint.testnet, **pings}, handshake_s)


class _RawStream(WebSocket):  # type: ignore[misc]  # pybit has no types
    """pybit's connection with an address of ours, an `exit` that does not wait, and its end reported.

    Made in two steps, because pybit connects in its constructor and `exit` must be able to end that.
    """

    def __init__(self, address: str, lost: Lost) -> None:
        self.exited = False
        self.loss: StreamLostError | None = None
        self.ponged_at: float | None = None
        self.custom_ping_timer: threading.Timer | None = None
        self._address = address
        self._report = lost
        self._is_cut = False
        self._raw: socket.socket | None = None

    def __repr__(self) -> str:
        return "pybit stream, keys hidden"

    def connect(self, options: Mapping[str, Any], received: Received) -> None:
        """Connect and return, or raise what websocket-client raises."""
        super().__init__(
            callback_function=received,
            restart_on_error=False,
            retries=2,  # with 1, pybit gives up even when that one was successful
            **options,
        )

    def is_connected(self) -> bool:
        """As pybit's; raises in the middle of connecting when that was cut."""
        if self._is_cut and self.attempting_connection:
            raise websocket.WebSocketConnectionClosedException("closed here")
        return bool(super().is_connected())

    def exit(self) -> None:
        """End the connection without a farewell and without waiting; pybit calls it too."""
        self._is_cut = True
        self.exited = True
        self._stop_custom_ping_timer()
        app = getattr(self, "ws", None)
        if app is None:
            return
        app.keep_running = False
        raw = getattr(app.sock, "sock", None)
        if raw is not None:
            with suppress(OSError):
                raw.shutdown(socket.SHUT_RDWR)

    def join(self) -> None:
        """Wait for the threads of a connection that was ended, and close its socket: websocket-client leaves it open
        when the other side said farewell first."""
        timer = self.custom_ping_timer
        self._stop_custom_ping_timer()
        for thread in (getattr(self, "wst", None), timer):
            if thread is not None and thread.ident is not None:
                thread.join(_JOIN_S)
        if self._raw is not None:
            self._raw.close()

    def _connect(self, url: str) -> None:
        super()._connect(self._address or url)

    def _on_open(self) -> None:
        self._raw = self.ws.sock.sock
        if self._is_cut:
            self.exit()

    def _on_pong(self) -> None:
        self.ponged_at = time.monotonic()
        super()._on_pong()

    def _on_error(self, error: Any) -> None:
        self.loss = self.loss or _loss_of(error)
        self.exit()
        self._report(self.loss)

    def _on_close(self) -> None:
        self.loss = self.loss or StreamLostError("Bybit closed the stream; it is opened again.")
        self._report(self.loss)


def _loss_of(error: Exception) -> StreamLostError:
    """One sentence for what websocket-client, the socket or the reading of a message raised."""
    if isinstance(error, websocket.WebSocketBadStatusException):
        if error.status_code == _FORBIDDEN:
            return StreamLostError("Bybit refuses this address or country (HTTP 403).", is_blocked=True)
        return StreamLostError(f"Bybit refused the stream (HTTP {error.status_code}); it is opened again.")
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return StreamLostError(f"Bybit's stream was lost ({reason[:120]}); it is opened again.")
