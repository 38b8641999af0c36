"""The asyncio loop on Qt's, with callbacks that are due now run together instead of one for each turn of Qt's loop."""

import time
from asyncio import Handle, TimerHandle
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from photon_desktop.loop_timers import LoopTimers

_AT_A_STRETCH_S = 0.004  # then whatever else waits, painting above all, has its turn


class _Turn(QObject):
    """Calls back from Qt's loop: before the next painting when it is `asked`, after it when it is to come `later`."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call
        self._is_asked = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(call)

    def ask(self) -> None:
        """Before the events that are posted, painting among them; on any thread."""
        if not self._is_asked:
            self._is_asked = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)

    def come_later(self) -> None:
        """With the timers."""
        if not self._later.isActive():
            self._later.start()

    def stop(self) -> None:
        """Call no more before it is asked again."""
        self._later.stop()

    def customEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        """What was asked for."""
        self._is_asked = False
        self._call()


class PromptEventLoop(qasync.QEventLoop):  # type: ignore[misc]
    """qasync's loop, whose `call_soon` starts a Qt timer for each callback: where the window paints, a request that
    takes six callbacks to be answered waits for six paintings. Here they stand in one queue in the order they came. Its
    turn comes before the events that are posted, and what a callback brings about is run in the same turn, for 4 ms at
    most. What is to be called later waits in a queue of its own."""

    def __init__(self, application: QCoreApplication | None, *, already_running: bool = False) -> None:
        self._due: deque[Handle] = deque()
        self._is_in_turn = False
        self._turn = _Turn(self._run_due)
        self._timers = LoopTimers(self._run_now)
        super().__init__(application, already_running=already_running)

    @property
    def waiting(self) -> int:
        """How many wait for their time, some of them cancelled."""
        return len(self._timers)

    def stop(self) -> None:
        """End the run once what is posted has been handled: a quit that the last window has posted on closing, handled
        after the run, would end every later loop of Qt's at once."""
        if self.is_running():
            QCoreApplication.sendPostedEvents()
        super().stop()

    def close(self) -> None:
        """Run nothing more; what is still due is dropped, as asyncio does."""
        super().close()
        self._turn.stop()
        self._timers.stop()
        self._due.clear()

    def call_later(
        self, delay: float, callback: Callable[..., object], *arguments: Any, context: Context | None = None
    ) -> Handle:
        """Have it called `delay` seconds from now; `call_soon` comes here with none."""
        if delay <= 0:
            return self._soon(Handle(callback, arguments, self, context))
        return self.call_at(self.time() + delay, callback, *arguments, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *arguments: Any, context: Context | None = None
    ) -> TimerHandle:
        """Have it called at `when` on this loop's clock."""
        handle = TimerHandle(when, callback, arguments, self, context)
        self._timers.add(handle)
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *arguments: Any, context: Context | None = None
    ) -> Handle:
        """Have it called on the loop's thread. Raises RuntimeError once the loop is closed."""
        self._check_closed()
        handle = Handle(callback, arguments, self, context)
        self._due.append(handle)
        self._turn.ask()
        return handle

    def _timer_handle_cancelled(self, _handle: TimerHandle) -> None:
        """What a handle that waits for its time tells its loop."""
        self._timers.note_cancelled()

    def _soon(self, handle: Handle) -> Handle:
        self._due.append(handle)
        if self._is_in_turn:  # comes in this turn, or by itself where the callback runs a loop of Qt's inside this one
            self._turn.come_later()
        else:
            self._turn.ask()
        return handle

    def _run_now(self, handles: list[TimerHandle]) -> None:
        self._due.extend(handles)
        self._run_due()

    def _run_due(self) -> None:
        until = time.monotonic() + _AT_A_STRETCH_S
        was_in_turn, self._is_in_turn = self._is_in_turn, True
        try:
            while self._due and time.monotonic() < until:
                handle = self._due.popleft()
                if not handle.cancelled():
                    handle._run()
        finally:
            self._is_in_turn = was_in_turn
            if self._due:
                self._turn.come_later()
            else:
                self._turn.stop()
