"""What an asyncio loop on Qt's is to call later, with one Qt timer for all of it."""

import heapq
import time
from asyncio import TimerHandle
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, QTimer

_FEW = 64  # cancelled ones that may wait for their time


class LoopTimers:
    """Handles by the time they are due (`time.monotonic`), those of one time in the order they came.

    Most are time limits that are cancelled long before. A Qt timer for each would stay until its time, for a server one
    for each question of half a minute; so the cancelled are swept out once they are many and more than the others.
    """

    def __init__(self, hand_on: Callable[[list[TimerHandle]], None]) -> None:
        self._hand_on = hand_on
        self._waiting: list[tuple[float, int, TimerHandle]] = []
        self._came, self._cancelled = 0, 0
        self._timer = QTimer(singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._call_due)
        self._next: float | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, handle: TimerHandle) -> None:
        """Have it called when it is due."""
        self._came += 1
        heapq.heappush(self._waiting, (handle.when(), self._came, handle))
        self._arm()

    def note_cancelled(self) -> None:
        """One of those that wait was cancelled."""
        self._cancelled += 1
        if self._cancelled > _FEW and 2 * self._cancelled > len(self._waiting):
            self._waiting = [entry for entry in self._waiting if not entry[2].cancelled()]
            heapq.heapify(self._waiting)
            self._cancelled = 0

    def stop(self) -> None:
        """Call nothing any more; what waits is dropped."""
        self._timer.stop()
        self._waiting.clear()
        self._cancelled, self._next = 0, None

    def _arm(self) -> None:
        """Set the timer for the first, unless it comes by then anyway."""
        if self._waiting and (self._next is None or self._waiting[0][0] < self._next):
            self._next = self._waiting[0][0]
            self._timer.start(max(0, ceil((self._next - time.monotonic()) * 1_000)))

    def _call_due(self) -> None:
        self._next = None
        now, due = time.monotonic(), []
        while self._waiting and self._waiting[0][0] <= now:
            handle = heapq.heappop(self._waiting)[2]
            if handle.cancelled():
                self._cancelled = max(0, self._cancelled - 1)
            else:
                due.append(handle)
        self._arm()
        if due:
            self._hand_on(due)
