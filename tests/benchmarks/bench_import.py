"""How long a large file takes from the disk to the store: opened, guessed, previewed, read, checked and stored.

python tests/benchmarks/bench_import.py [ROWS]

Makes a file of one-minute bars in a temporary folder and imports it in this process, with cold imports of the libraries
counted apart.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from photon_desktop.trading.interval import Interval

SYMBOL = "BTCUSDT"


def main(count: int) -> None:
    figures: dict[str, float] = {"rows": count}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{SYMBOL}_1m.csv"
        write_bars_file(path, count)
        figures["file_mb"] = round(path.stat().st_size / 1e6, 1)
        _import(path, figures)
    figures["resident_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(figures))


def _import(path: Path, figures: dict[str, float]) -> None:
    begun = time.perf_counter()
    from photon_desktop.market.importer.reading import open_file, preview, read_bars
    from photon_desktop.market.importer.storing import store_bars
    from photon_desktop.store.store import Store

    marks = {"libraries_s": time.perf_counter()}
    opened = open_file(path)
    marks["open_s"] = time.perf_counter()
    preview(opened, opened.format)
    marks["preview_s"] = time.perf_counter()
    reading = read_bars(opened, opened.format)
    marks["read_and_check_s"] = time.perf_counter()
    store = Store.open(path.with_name("store.sqlite3"))
    store_bars(store, SYMBOL, Interval.MINUTE_1, reading, path.name, opened.format)
    store.close()
    marks["store_s"] = time.perf_counter()
    for name, at in marks.items():
        figures[name], begun = round(at - begun, 3), at
    figures["all_s"] = round(sum(figures[name] for name in marks), 3)


def write_bars_file(path: Path, count: int) -> None:
    chance = np.random.default_rng(1)
    close = np.round(30_000 * np.exp(np.cumsum(chance.normal(0, 1e-4, count))), 2)
    open_ = np.concatenate([close[:1], close[:-1]])
    high, low = np.round(np.maximum(open_, close) * 1.0001, 2), np.round(np.minimum(open_, close) * 0.9999, 2)
    volume = np.round(chance.exponential(10, count), 5)
    times = np.datetime_as_string(
        np.datetime64("2022-01-01T00:00") + np.arange(count) * np.timedelta64(1, "m"), unit="s"
    )
    columns = (column.tolist() for column in (open_, high, low, close, volume))
    with path.open("w", encoding="utf-8") as file:
        file.write("timestamp,open,high,low,close,volume\n")
        file.writelines(f"{row[0]}Z,{','.join(map(str, row[1:]))}\n" for row in zip(times, *columns, strict=True))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
