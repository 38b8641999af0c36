"""How long a stranger waits: from the command to the window, the first candle, decision, model decision and trade.

python -m tests.benchmarks.bench_start [SECONDS]

Starts the real window in a fresh data folder, on a virtual screen when Xvfb and xdotool are there (otherwise without
a screen, and then without the window's own figures), reads the store from outside while it runs, and ends it politely.
`window_cpu_s` is the processor time until the window was there, which other work on the machine hardly changes. Python
keeps what it compiles, as it does for everyone who has not told it otherwise: start once before a figure counts.
"""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from photon_desktop.paths import STORE_NAME
from tests.frozen.screen import Screen, virtual_screen

MARKS = {
    "first_snapshot_s": "SELECT min(created_at) FROM messages WHERE type = 'MARKET_SNAPSHOT'",
    "first_decision_s": "SELECT min(created_at) FROM messages WHERE type = 'TRADE_DECISION'",
    "first_model_decision_s": "SELECT min(created_at) FROM messages WHERE type = 'TRADE_DECISION'"
    ' AND payload NOT LIKE \'%"model_type": "rules"%\' AND payload NOT LIKE \'%"model_type":"rules"%\'',
    "first_trade_s": "SELECT min(created_at) FROM messages WHERE type = 'EXECUTION_REPORT'",
}


def main(seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as own, _screen(own) as screen:
        environment = dict(os.environ)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.update({"DISPLAY": screen.name} if screen else {"QT_QPA_PLATFORM": "offscreen"})
        if screen:
            environment.pop("QT_QPA_PLATFORM", None)
        begun_ns, begun = time.time_ns(), time.perf_counter()
        command = [sys.executable, "-m", "photon_desktop", "--data-dir", folder]
        program = subprocess.Popen(command, env=environment)
        figures: dict[str, float | None] = {}
        if screen:
            figures["window_s"] = _until_shown(environment, begun)
            figures["window_cpu_s"] = _cpu_s(program.pid)
        time.sleep(max(0.0, seconds - (time.perf_counter() - begun)))
        figures["resident_mb"] = _resident_mb(program.pid)
        ending = time.perf_counter()
        program.send_signal(signal.SIGTERM)
        figures["exit_code"] = program.wait(30)
        figures["close_s"] = round(time.perf_counter() - ending, 2)
        figures.update(_marks(Path(folder) / STORE_NAME, begun_ns))
    print(json.dumps(figures))


@contextmanager
def _screen(folder: str) -> Iterator[Screen | None]:
    """A virtual screen, or None where there is none to be had."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        yield None
        return
    with virtual_screen(Path(folder)) as screen:
        yield screen


def _until_shown(environment: dict[str, str], begun: float) -> float:
    """Seconds from `begun` to a visible window, looked for fifty times a second."""
    look = ["xdotool", "search", "--onlyvisible", "--name", "Photon Desktop"]
    while subprocess.run(look, env=environment, check=False, capture_output=True).returncode != 0:
        if time.perf_counter() - begun > 30:
            raise TimeoutError("no window within half a minute")
        time.sleep(0.01)
    return round(time.perf_counter() - begun, 2)


def _cpu_s(pid: int) -> float | None:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return round((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), 2)


def _resident_mb(pid: int) -> float | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    return round(int(status.split("VmRSS:")[1].split()[0]) / 1024, 1)


def _marks(store: Path, begun_ns: int) -> dict[str, float | None]:
    with sqlite3.connect(store) as connection:
        found = {name: connection.execute(query).fetchone()[0] for name, query in MARKS.items()}
    connection.close()
    return {name: None if at is None else round((at - begun_ns) / 1e9, 2) for name, at in found.items()}


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 25.0)
