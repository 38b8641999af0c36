"""A file of a million bars dropped on the running window: how long until it is stored, how late the main thread is.

python -m tests.benchmarks.bench_import_window [ROWS]

The whole program runs offscreen on the simulated market. Prints the seconds from the drop to the end of the check
(when Import can be pressed) and from the press to the last bar stored, and how late a 5 ms timer on the main thread was
called meanwhile.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import tests.benchmarks.as_started  # noqa: F401 - before anything of Qt

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# isort: split

from photon_desktop.commands.window import window_program
from photon_desktop.desktop import Desktop
from photon_desktop.prompt_loop import PromptEventLoop
from tests.benchmarks.bench_import import write_bars_file
from tests.benchmarks.main_thread import Lateness

_SETTLED_S = 15  # the first models are fitted by then


async def measure(folder: Path, file: Path) -> dict[str, object]:
    desktop = Desktop(folder)
    desktop.show()
    await desktop.start()
    await asyncio.sleep(_SETTLED_S)
    lateness = Lateness()
    begun = time.perf_counter()
    desktop.window.file_dropped.emit(file)
    dialog = desktop.data_desk.open_import()
    await _until(dialog.footer.accept.isEnabled)
    checked_s = time.perf_counter() - begun
    stored: list[object] = []
    dialog.imported.connect(lambda symbol, _interval: stored.append(symbol))
    begun = time.perf_counter()
    dialog.footer.accept.click()
    await _until(lambda: bool(stored))
    stored_s = time.perf_counter() - begun
    figures = lateness.figures()
    desktop.close()
    return {"checked_s": round(checked_s, 2), "stored_s": round(stored_s, 2), "main thread late": figures}


async def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        await asyncio.sleep(0.005)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder, PromptEventLoop(window_program()) as loop:
        file = Path(folder) / "BTCUSDT_1m.csv"
        write_bars_file(file, rows)
        data = Path(folder) / "data"
        data.mkdir()
        print(json.dumps(loop.run_until_complete(measure(data, file)), indent=1))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
