"""Events waiting to be polled."""

import threading
from collections.abc import Sequence

from photon_desktop.trading.prices import BarClosed, MarketEvent

MOST_WAITING = 50_000


class Outbox:
    """Filled by a feed's own thread, emptied by whoever polls. When nobody polls for long, ticks are dropped,
    closed bars never."""

    def __init__(self) -> None:
        self._events: list[MarketEvent] = []
        self._lock = threading.Lock()

    def put(self, events: Sequence[MarketEvent]) -> None:
        """Add `events` behind those that wait."""
        with self._lock:
            self._events.extend(events)
            if len(self._events) > MOST_WAITING:
                self._events = [event for event in self._events if isinstance(event, BarClosed)]

    def take(self) -> tuple[MarketEvent, ...]:
        """Everything that waits, oldest first."""
        with self._lock:
            events, self._events = self._events, []
        return tuple(events)
