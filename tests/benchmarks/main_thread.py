"""How late the main thread is, whose fault each delay is, and what the thread was at.

A 5 ms timer on the main thread notes how much later than asked it is called. For what came over 20 ms late the time is
divided by what the kernel counts for the thread (`/proc/.../schedstat`; elsewhere only its own part is known): `cpu`,
what it computed itself, `queue`, what it waited for a free core, and `lock`, the rest: Python's lock and the disk. A
second thread looks at the stacks once a beat is overdue. Figures called `free_` leave the wait for a core out: they are
what a machine with a core to spare would have shown.
"""

import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MS = 5
LATE_MS = 20.0
_LOOK_S, _OVERDUE_S = 0.004, 0.014
_SHOWN = 6  # of the latest beats
_DEEP = 6  # calls of a stack
_WAITING = ("threading.py", "selectors.py", "connection.py", "queue.py", "socket.py", "thread.py")


@dataclass
class Delay:
    """One late beat: milliseconds, and the stacks seen meanwhile."""

    late_ms: float
    cpu_ms: float
    queue_ms: float
    seen: list[str] = field(default_factory=list)

    @property
    def lock_ms(self) -> float:
        """What is left: Python's lock and the disk."""
        return max(0.0, self.late_ms - self.cpu_ms - self.queue_ms)

    def in_words(self) -> dict[str, Any]:
        """For people."""
        spent = {"late": self.late_ms, "cpu": self.cpu_ms, "queue": self.queue_ms, "lock": self.lock_ms}
        return {**{name: round(ms, 1) for name, ms in spent.items()}, "at": list(Counter(self.seen).items())}


def spent_ms() -> tuple[float, float]:
    """Milliseconds that this thread was on a processor, and waited in the queue for one, since it began."""
    try:
        words = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text().split()
    except OSError:
        return time.thread_time() * 1_000, 0.0
    return int(words[0]) / 1e6, int(words[1]) / 1e6


class Lateness(QObject):
    """Milliseconds that each beat of a timer came late. `stop` ends the thread that looks."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self.cpu_ms: list[float] = []
        self.delays: list[Delay] = []
        self.free_ms: list[float] = []
        self._seen: list[str] = []
        self._ident = threading.get_ident()
        self._last, self._counts = time.perf_counter(), spent_ms()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)
        self._looking.start()

    def stop(self) -> None:
        """End the timer and the thread."""
        self._timer.stop()
        self._ended.set()
        self._looking.join()

    def figures(self) -> dict[str, Any]:
        """Median, 99th percentile and worst, how many were over 20 and 50 ms, and the latest ones' causes, since the
        last call. `own_` is the main thread's own time on a processor in a turn."""
        late, self.late_ms = np.array(self.late_ms), []
        own, self.cpu_ms = np.array(self.cpu_ms), []
        free, self.free_ms = np.array(self.free_ms), []
        delays, self.delays = sorted(self.delays, key=lambda delay: -delay.late_ms), []
        own_delays = sorted(delays, key=lambda delay: -delay.cpu_ms)
        return {
            "beats": len(late),
            "p50_ms": round(float(np.percentile(late, 50)), 2),
            "p99_ms": round(float(np.percentile(late, 99)), 2),
            "worst_ms": round(float(late.max()), 1),
            "over_20_ms": int((late > LATE_MS).sum()),
            "over_50_ms": int((late > 50).sum()),
            "free_p99_ms": round(float(np.percentile(free, 99)), 2),
            "free_worst_ms": round(float(free.max()), 1),
            "free_over_50_ms": int((free > 50).sum()),
            "own_p99_ms": round(float(np.percentile(own, 99)), 2),
            "own_worst_ms": round(float(own.max()), 1),
            "own_over_20_ms": int((own > LATE_MS).sum()),
            "own_over_50_ms": int((own > 50).sum()),
            "latest": [delay.in_words() for delay in delays[:_SHOWN]],
            "most of its own": [delay.in_words() for delay in own_delays[:_SHOWN]],
        }

    @Slot()
    def _beat(self) -> None:
        now, counts = time.perf_counter(), spent_ms()
        late = (now - self._last) * 1_000 - BEAT_MS
        own, queued = counts[0] - self._counts[0], counts[1] - self._counts[1]
        self.late_ms.append(late)
        self.free_ms.append(max(0.0, late - queued))
        self.cpu_ms.append(own)
        if late > LATE_MS or own > LATE_MS:
            self.delays.append(Delay(late, own, queued, self._seen))
        self._last, self._counts, self._seen = now, counts, []

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_S):
            if time.perf_counter() - self._last > _OVERDUE_S:
                stacks = _stacks()
                own = stacks.pop(self._ident)
                del stacks[threading.get_ident()]
                self._seen.append(_in_words(own, _DEEP))
                self._seen += [f"beside: {_in_words(calls, 2)}" for calls in stacks.values() if not _waits(calls)]


Calls = list[tuple[CodeType, int]]


def _stacks() -> dict[int, Calls]:
    """The innermost calls of every thread. It must be quick, and keep no frame: that would keep a painter on the main
    thread alive after its paint."""
    return {ident: _calls(frame) for ident, frame in sys._current_frames().items()}


def _calls(frame: FrameType | None) -> Calls:
    calls: Calls = []
    while frame is not None and len(calls) < _DEEP:
        calls.append((frame.f_code, frame.f_lineno))
        frame = frame.f_back
    return calls


def _waits(calls: Calls) -> bool:
    return calls[0][0].co_filename.endswith(_WAITING)


def _in_words(calls: Calls, deep: int) -> str:
    """The last call first."""
    return " < ".join(f"{Path(code.co_filename).stem}:{line} {code.co_name}" for code, line in calls[:deep])
