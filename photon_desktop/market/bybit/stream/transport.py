"""What is asked of whatever carries the stream, so that another library can take pybit's place."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from photon_desktop.errors import PhotonError

StreamMessage = Mapping[str, Any]
Received = Callable[[StreamMessage], None]


class StreamLostError(PhotonError):
    """The connection can't be had or is gone; `is_blocked` when the exchange refuses this address (HTTP 403)."""

    def __init__(self, sentence: str, *, is_blocked: bool = False) -> None:
        super().__init__(sentence)
        self.is_blocked = is_blocked


Lost = Callable[[StreamLostError], None]


class StreamTransport(Protocol):
    """One connection, used once: opened, listened to, closed."""

    def open(self, received: Received, lost: Lost) -> None:
        """Connect, within the handshake's time; StreamLostError when that fails or `cut` was called meanwhile.

        From then on each message is handed to `received` and the end of the connection, once or oftener, to `lost`,
        both on a thread of the transport: they may neither block nor raise.
        """
        ...

    def send(self, frame: StreamMessage) -> None:
        """Send one frame; StreamLostError when the connection is gone."""
        ...

    def cut(self) -> None:
        """End the connection at once, also one that is just being opened; from any thread, without waiting."""
        ...

    def close(self) -> None:
        """Cut, and wait for the connection's threads, at most a second or so; after `open` returned or raised."""
        ...
