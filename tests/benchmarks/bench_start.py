"""How long a stranger waits: from the command to the window, the first candle, decision, model decision and trade.

python tests/benchmarks/bench_start.py [SECONDS]

Starts the real window in a fresh data folder, on a virtual screen when Xvfb and xdotool are there (otherwise without
a screen, and then without the window's own figure), reads the store from outside while it runs, and ends it politely.
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
from pathlib import Path

from photon_desktop.paths import STORE_NAME

MARKS = {
    "first_snapshot_s": "SELECT min(created_at) FROM messages WHERE type = 'MARKET_SNAPSHOT'",
    "first_decision_s": "SELECT min(created_at) FROM messages WHERE type = 'TRADE_DECISION'",
    "first_model_decision_s": "SELECT min(created_at) FROM messages WHERE type = 'TRADE_DECISION'"
    ' AND payload NOT LIKE \'%"model_type": "rules"%\' AND payload NOT LIKE \'%"model_type":"rules"%\'',
    "first_trade_s": "SELECT min(created_at) FROM messages WHERE type = 'EXECUTION_REPORT'",
}


def main(seconds: float) -> None:
    screen = _virtual_screen()
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ)
        environment.update({"DISPLAY": screen[1]} if screen else {"QT_QPA_PLATFORM": "offscreen"})
        if screen:
            environment.pop("QT_QPA_PLATFORM", None)
        begun_ns, begun = time.time_ns(), time.perf_counter()
        command = [sys.executable, "-m", "photon_desktop", "--data-dir", folder]
        program = subprocess.Popen(command, env=environment)
        figures: dict[str, float | None] = {}
        if screen:
            subprocess.run(
                ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Photon Desktop"],
                env=environment, check=False, stdout=subprocess.DEVNULL, timeout=30,
            )  # fmt: skip
            figures["window_s"] = round(time.perf_counter() - begun, 2)
        time.sleep(max(0.0, seconds - (time.perf_counter() - begun)))
        figures["resident_mb"] = _resident_mb(program.pid)
        ending = time.perf_counter()
        program.send_signal(signal.SIGTERM)
        figures["exit_code"] = program.wait(30)
        figures["close_s"] = round(time.perf_counter() - ending, 2)
        figures.update(_marks(Path(folder) / STORE_NAME, begun_ns))
    if screen:
        screen[0].kill()
    print(json.dumps(figures))


def _virtual_screen() -> tuple["subprocess.Popen[bytes]", str] | None:
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        return None
    name = f":{os.getpid() % 400 + 100}"
    server = subprocess.Popen(["Xvfb", name, "-screen", "0", "1600x1000x24"], stderr=subprocess.DEVNULL)
    for _ in range(100):
        if subprocess.run(["xdotool", "getdisplaygeometry"], env={**os.environ, "DISPLAY": name}, check=False,
                          capture_output=True).returncode == 0:  # fmt: skip
            break
        time.sleep(0.05)
    return server, name


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
