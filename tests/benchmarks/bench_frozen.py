"""How soon the built program is there: from its start to its window, and a whole `check`; and the checkout's likewise.

python -m tests.benchmarks.bench_frozen [dist/photon-desktop]

Each is started once to warm the disk's cache and then five times; the middle one is told. The window counts as there
when it has painted on a virtual screen, looked at every 10 ms. Needs Xvfb.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.frozen.screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
TIMES = 5
LOOK_S = 0.01
COLOURS = 30


def main(built: Path) -> None:
    program, checkout = [str(built / "photon-desktop")], [sys.executable, "-m", "photon_desktop"]
    with tempfile.TemporaryDirectory() as home:
        figures = {
            "frozen_window_s": middle(lambda: until_painted(program, home)),
            "frozen_check_s": middle(lambda: whole_check(program, home)),
            "checkout_window_s": middle(lambda: until_painted(checkout, home)),
            "checkout_check_s": middle(lambda: whole_check(checkout, home)),
        }
    print(json.dumps(figures))


def until_painted(words: list[str], home: str) -> float:
    """Seconds from the start to the first painted window, on a screen of its own, for one keeps its last picture."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen(Path(folder)) as screen:
        environment = {**os.environ, "DISPLAY": screen.name, "HOME": home}
        environment.pop("QT_QPA_PLATFORM", None)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the checkout starts as it does for whoever never set it
        begun = time.perf_counter()
        running = subprocess.Popen(words, env=environment, cwd=ROOT)
        while screen.colours() < COLOURS:
            if time.perf_counter() - begun > 60:
                raise TimeoutError("no window within a minute")
            time.sleep(LOOK_S)
        there = time.perf_counter() - begun
        running.send_signal(signal.SIGTERM)
        running.wait(60)
    return there


def whole_check(words: list[str], home: str) -> float:
    """Seconds that a `check` takes."""
    begun = time.perf_counter()
    environment = {**os.environ, "HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([*words, "check"], env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def middle(measured: Callable[[], float]) -> float:
    """The median of several times, in seconds, after one that does not count."""
    measured()
    return round(statistics.median(measured() for _ in range(TIMES)), 2)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist" / "photon-desktop"))
