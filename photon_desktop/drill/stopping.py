"""Ctrl-C during a drill: what runs is brought to an end, so that there is a sheet of what was done."""

import signal
from types import FrameType, TracebackType
from typing import Any, Self


class Stopping:
    """A context manager on the main thread: the first Ctrl-C is only noted, a second one interrupts as usual."""

    def __init__(self) -> None:
        self.is_asked = False
        self._before: Any = None

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self.is_asked:
            raise KeyboardInterrupt
        self.is_asked = True
