"""Makes messages: the one place that gives them their ids and their time."""

from collections.abc import Callable

from photon_desktop.trading.identity import uuid7
from photon_desktop.trading.messages import Message, Payload
from photon_desktop.trading.timestamps import Clock


class Post:
    """Puts payloads into envelopes, with the clock and the source of random bytes it was handed."""

    def __init__(self, clock: Clock, random_bytes: Callable[[int], bytes]) -> None:
        self._clock = clock
        self._random_bytes = random_bytes

    def now_ns(self) -> int:
        """Wall time, ns UTC."""
        return self._clock.now_ns()

    def first(self, sender: str, recipient: str, payload: Payload) -> Message:
        """A message that begins a chain; its trace carries its own id."""
        message_id = self.new_id()
        return Message(message_id, message_id, sender, recipient, self.now_ns(), payload)

    def new_id(self) -> str:
        """An id that nothing else has, later ones sorting after earlier ones."""
        return uuid7(self.now_ns(), self._random_bytes(10))

    def reply(self, earlier: Message, sender: str, recipient: str, payload: Payload) -> Message:
        """A message that belongs to the chain of `earlier`."""
        return self.onward(earlier.trace_id, sender, recipient, payload)

    def onward(self, trace_id: str, sender: str, recipient: str, payload: Payload) -> Message:
        """A message that belongs to the chain `trace_id`."""
        return Message(self.new_id(), trace_id, sender, recipient, self.now_ns(), payload)
