"""How late the main thread is, and what the program was doing when it was latest.

Lateness alone does not tell a busy program from a busy machine: so for the worst stall there is the CPU time that each
thread had in it, beside the time that it waited for a processor, and where each was that did not merely wait. A thread
of its own looks where they are. It needs Python's lock for that, so a call that keeps the lock is seen only at its end.
"""

import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import Slot

from tests.benchmarks.bench_stall import BEAT_MS, Lateness

_LATE_MS, _LOOK_S, _CLOCKS_EVERY, _CALLS = 25.0, 0.01, 4, 3
_WAITING = ("wait", "get", "_worker", "select", "doing_now", "_recv", "poll")
_TASKS = Path("/proc/self/task")


class StallWitness(Lateness):
    """Lateness that remembers its worst."""

    def __init__(self) -> None:
        super().__init__()
        self._beats, self._clocks = 0, thread_clocks()
        self._doing: list[str] = []
        self.worst: dict[str, Any] = {"late_ms": 0.0}
        self._ended = threading.Event()
        self._looker = threading.Thread(target=self._look, name="stall-witness", daemon=True)
        self._looker.start()

    @Slot()
    def _beat(self) -> None:
        late_ms = (time.perf_counter() - self._last) * 1_000 - BEAT_MS
        super()._beat()
        if late_ms > max(_LATE_MS, self.worst["late_ms"]):
            self.worst = {"late_ms": round(late_ms, 1), **_spent(self._clocks), "doing": self._doing}
        self._doing = []
        self._beats += 1
        if self._beats % _CLOCKS_EVERY == 0:
            self._clocks = thread_clocks()
        self._last = time.perf_counter()  # looking is not what is measured

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._ended.set()
        self._looker.join()
        self.deleteLater()

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_S):
            if not self._doing and (time.perf_counter() - self._last) * 1_000 > _LATE_MS:
                self._doing = doing_now()


def doing_now() -> list[str]:
    """Where each thread is that does more than wait, its innermost calls first."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    found = {names.get(ident, "of Qt"): frame for ident, frame in sys._current_frames().items()}
    return [f"{name}: {_calls(frame)}" for name, frame in found.items() if frame.f_code.co_name not in _WAITING]


def _calls(frame: FrameType) -> str:
    stack = traceback.extract_stack(frame)[-_CALLS:]
    return " < ".join(f"{Path(call.filename).name}:{call.lineno} {call.name}" for call in reversed(stack))


def thread_clocks() -> dict[str, tuple[float, float]]:
    """By thread: milliseconds of CPU it has had, and those it waited for a processor; nothing but on Linux."""
    found = {}
    for task in _TASKS.iterdir() if _TASKS.exists() else ():
        try:
            had, waited = (task / "schedstat").read_text().split()[:2]
            found[f"{(task / 'comm').read_text().strip()} {task.name}"] = (int(had) / 1e6, int(waited) / 1e6)
        except OSError:
            continue  # it has ended
    return found


def _spent(before: dict[str, tuple[float, float]]) -> dict[str, dict[str, float]]:
    """What each thread had and waited since `before`, which may be some beats earlier than the stall."""
    now = thread_clocks()
    since = {name: (now[name][0] - before[name][0], now[name][1] - before[name][1]) for name in now if name in before}
    return {
        "cpu_ms": {name: round(had, 1) for name, (had, _) in since.items() if had > 1},
        "without_processor_ms": {name: round(waited, 1) for name, (_, waited) in since.items() if waited > 1},
    }
