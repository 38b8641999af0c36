"""Finds the QThreads and QTimers that a test started and did not stop."""

import traceback
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from shiboken6 import isValid


class QtRecorder:
    """Wraps `start` of QThread and QTimer while installed, and knows afterwards which still run."""

    def __init__(self) -> None:
        self._started: list[tuple[QThread | QTimer, str]] = []
        self._originals: dict[type, Callable[..., Any]] = {}

    def install(self) -> None:
        """Begin to record."""
        for kind in (QThread, QTimer):
            self._originals[kind] = kind.start
            kind.start = self._recording(kind.start)  # type: ignore[method-assign,assignment]

    def remove(self) -> None:
        """Put the originals back."""
        for kind, original in self._originals.items():
            kind.start = original  # type: ignore[attr-defined]

    def forget(self) -> None:
        """Drop what was recorded so far."""
        self._started.clear()

    def left_running(self) -> list[str]:
        """A line for each thread and timer that still runs, once pending deletions are done."""
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [f"{type(item).__name__} started at {place}" for item, place in self._started if _runs(item)]

    def _recording(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def start(item: QThread | QTimer, *arguments: Any) -> Any:
            frame = traceback.extract_stack(limit=2)[0]
            self._started.append((item, f"{frame.filename}:{frame.lineno}"))
            return original(item, *arguments)

        return start


def _runs(item: QThread | QTimer) -> bool:
    if not isValid(item):
        return False
    return item.isRunning() if isinstance(item, QThread) else item.isActive() and not item.isSingleShot()
