"""How fast stored bars are: a million of them put, read and hashed, and single ones appended as they come live.

python -m tests.benchmarks.bench_cache [BARS]

The store lies in a temporary folder (set TMPDIR to choose the disk). Prints one JSON object, milliseconds: the median
of several runs, for `put` the first run alone. `append` is a transaction with one bar at the end of the million,
`empty_write` one with a setting instead, which is what the disk itself takes to make a transaction safe.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from photon_desktop.market.keeping import keep
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash

MINUTE = Interval.MINUTE_1
SERIES = ("BTCUSDT", MINUTE, "bybit")
TAIL = 400
APPENDS = 200


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "photon.sqlite3")
        try:
            print(json.dumps({"bars": count, **_measure(store, _walk(count))}))
        finally:
            store.close()


def _measure(store: Store, bars: Bars) -> dict[str, float]:
    put = _median_ms(lambda _: store.bars.put(*SERIES, bars), 1)
    assert store.bars.read(*SERIES) == bars
    return {
        "put_ms": put,
        "put_again_ms": _median_ms(lambda _: store.bars.put(*SERIES, bars), 3),
        "read_ms": _median_ms(lambda _: store.bars.read(*SERIES), 5),
        "read_tail_ms": _median_ms(lambda _: store.bars.read(*SERIES, last=TAIL), 50),
        "span_ms": _median_ms(lambda _: store.bars.span(*SERIES), 50),
        "hash_ms": _median_ms(lambda _: data_hash(bars), 5),
        "append_ms": _median_ms(lambda number: store.bars.put(*SERIES, _after(bars, number)), APPENDS),
        "empty_write_ms": _median_ms(lambda number: store.settings.put("bench", number), APPENDS),
        "keep_tail_ms": _median_ms(lambda number: keep(store, *SERIES, bars.tail(TAIL), number), 3),
        "file_mb": round(store.path.stat().st_size / 1e6, 1),
    }


def _median_ms(work: Callable[[int], object], times: int) -> float:
    spent = []
    for number in range(times):
        begun = time.perf_counter()
        work(number)
        spent.append((time.perf_counter() - begun) * 1_000)
    return round(sorted(spent)[times // 2], 3)


def _walk(count: int) -> Bars:
    random = np.random.default_rng(1)
    close = 100 * np.exp(np.cumsum(random.normal(0, 1e-4, count)))
    times = np.arange(count, dtype=np.int64) * MINUTE.nanoseconds
    return Bars.of(times, close, close * 1.001, close * 0.999, close, random.random(count))


def _after(bars: Bars, number: int) -> Bars:
    last = bars.tail(1)
    return Bars(last.times + (number + 1) * MINUTE.nanoseconds, *last.columns()[1:])  # type: ignore[arg-type]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
