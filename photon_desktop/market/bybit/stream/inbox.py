"""Where the transport's thread leaves messages for the supervisor's."""

import threading
from collections import deque

from photon_desktop.market.bybit.stream.transport import Lost, Received, StreamLostError, StreamMessage

MOST_WAITING = 100_000


class Inbox:
    """Takes messages of the newest connection only; what a thread of an older one still brings is dropped.

    The receivers append and set an event: they neither block nor raise.
    """

    def __init__(self) -> None:
        self._messages: deque[StreamMessage] = deque()
        self._signal = threading.Event()
        self._generation = 0
        self._loss: StreamLostError | None = None

    def renew(self) -> tuple[Received, Lost]:
        """Forget the connection before; the receivers for the next one."""
        self._generation += 1
        self._messages = deque()
        self._loss = None
        generation, messages = self._generation, self._messages

        def received(message: StreamMessage) -> None:
            if generation != self._generation:
                return
            if len(messages) >= MOST_WAITING:
                self._loss = StreamLostError("Bybit's stream is faster than it is read; it is opened again.")
                return
            messages.append(message)
            self._signal.set()

        def lost(loss: StreamLostError) -> None:
            if generation == self._generation:
                self._loss = self._loss or loss
                self._signal.set()

        return received, lost

    def wait(self, seconds: float) -> None:
        """Until something came, `wake` was called, or `seconds` passed."""
        self._signal.wait(seconds)
        self._signal.clear()

    def wake(self) -> None:
        """End a wait."""
        self._signal.set()

    def take(self) -> list[StreamMessage]:
        """What waits, oldest first."""
        messages = self._messages
        return [messages.popleft() for _ in range(len(messages))]

    @property
    def loss(self) -> StreamLostError | None:
        """Why the connection is gone, or None."""
        return self._loss
