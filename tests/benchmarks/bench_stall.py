"""How late the main thread is while agents trade, models are fitted, challenged, and tested for an edge.

python tests/benchmarks/bench_stall.py [SECONDS] [SPEED]

Runs the whole program offscreen in a fresh data folder, with a 5 ms timer on the main thread that notes how much later
than asked it is called: before the agents start (the machine's own noise), while the first models are fitted, and while
everything works. A fit in the background may delay the timer by 20 ms at most; what the window itself paints delays it
too, so the last part is there twice: as it is, and with a window that is hidden and paints nothing.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import qasync
from PySide6.QtCore import QObject, Qt, QTimer, Slot

from photon_desktop.commands.window import window_program
from photon_desktop.desktop import Desktop

BEAT_MS = 5


class Lateness(QObject):
    """Milliseconds that each beat of a timer came late."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.late_ms.append((now - self._last) * 1_000 - BEAT_MS)
        self._last = now

    def figures(self) -> dict[str, float]:
        """Median, 99th percentile and worst, and how many were over 20 and 50 ms, since the last call."""
        late, self.late_ms = np.array(self.late_ms), []
        return {
            "beats": len(late),
            "p50_ms": round(float(np.percentile(late, 50)), 2),
            "p99_ms": round(float(np.percentile(late, 99)), 2),
            "worst_ms": round(float(late.max()), 1),
            "over_20_ms": int((late > 20).sum()),
            "over_50_ms": int((late > 50).sum()),
        }


async def measure(folder: Path, seconds: float, speed: float) -> dict[str, dict[str, float]]:
    desktop = Desktop(folder)
    desktop.show()
    lateness = Lateness()
    await asyncio.sleep(2)
    figures = {"window alone": lateness.figures()}
    await desktop.start()
    desktop.window.speed_changed.emit(speed)
    await asyncio.sleep(10)
    figures["first ten seconds, models fitted"] = lateness.figures()
    await asyncio.sleep(seconds)
    figures["at work"] = lateness.figures()
    desktop.window.hide()
    await asyncio.sleep(1)
    lateness.figures()
    await asyncio.sleep(seconds)
    figures["at work, window hidden"] = lateness.figures()
    figures["steps of the learning"] = steps(desktop)
    desktop.close()
    return figures


def steps(desktop: Desktop) -> dict[str, float]:
    """How many models were fitted, challenged and tested meanwhile, over all symbols."""
    store, session = desktop.application.store, desktop.markets.session()
    taken = [step for symbol in session.symbols for step in store.model_steps.recent(symbol, session.interval)]
    return dict(Counter(step.kind.value for step in taken))


def main(seconds: float, speed: float) -> None:
    with tempfile.TemporaryDirectory() as folder, qasync.QEventLoop(window_program()) as loop:
        print(json.dumps(loop.run_until_complete(measure(Path(folder), seconds, speed)), indent=1))


if __name__ == "__main__":
    words = [float(word) for word in sys.argv[1:]]
    main(*(words + [60.0, 3_600.0][len(words) :]))
