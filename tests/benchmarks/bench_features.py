"""How fast the model's inputs are: for a million bars at once, and for one new bar at the end of them.

python -m tests.benchmarks.bench_features [BARS]

Prints one JSON object, milliseconds. The new bar's features are computed from the newest 600 bars;
`largest_difference` is how far they are from those of the whole history, over 200 bars.
"""

import json
import sys
import time

import numpy as np

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import compute_features

TAIL = 600
NEW_BARS = 200


def main(count: int) -> None:
    bars = _walk(count)
    compute_features(bars.tail(TAIL))  # imports pandas
    whole = []
    for _ in range(3):
        begun = time.perf_counter()
        features = compute_features(bars)
        whole.append(time.perf_counter() - begun)
    spent, differences = [], []
    for end in range(count - NEW_BARS, count):
        tail = bars.part(end + 1 - TAIL, end + 1)
        begun = time.perf_counter()
        row = compute_features(tail)[-1]
        spent.append(time.perf_counter() - begun)
        differences.append(float(np.abs(row - features[end]).max()))
    figures = {
        "bars": count,
        "whole_ms": round(sorted(whole)[1] * 1_000, 1),
        "one_bar_p50_ms": round(float(np.quantile(spent, 0.5)) * 1_000, 3),
        "one_bar_p99_ms": round(float(np.quantile(spent, 0.99)) * 1_000, 3),
        "largest_difference": max(differences),
    }
    print(json.dumps(figures))


def _walk(count: int) -> Bars:
    random = np.random.default_rng(1)
    close = 100 * np.exp(np.cumsum(random.normal(0, 1e-3, count)))
    opens = np.concatenate([[100.0], close[:-1]])
    wick = np.exp(np.abs(random.normal(0, 5e-4, (2, count))))
    high, low = np.maximum(opens, close) * wick[0], np.minimum(opens, close) / wick[1]
    times = np.arange(count, dtype=np.int64) * 60 * 10**9
    return Bars.of(times, opens, high, low, close, np.exp(random.normal(5, 0.5, count)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
