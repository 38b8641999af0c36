"""Random cuts of the stream: whether the bars after them are the market's own, and how long each takes to heal.

python -m tests.benchmarks.bench_cuts [CUTS]

The local exchange and the real pybit in one process. Prints one JSON object; a wrong, missing or repeated bar ends it
with an AssertionError.
"""

import json
import logging
import sys
import time

from tests.fakes.bybit_server import OPENING_MS, BybitServer
from tests.market.bybit.conftest import NS, watched_feed
from tests.market.bybit.cuts import bars_through_cuts


def main(cuts: int) -> None:
    logging.disable(logging.WARNING)  # a line for each cut
    with BybitServer() as server:
        watched = watched_feed(server, {"BTCUSDT": OPENING_MS * NS})
        begun = time.perf_counter()
        try:
            bars = bars_through_cuts(server, watched, cuts, seed=3)
        finally:
            watched.feed.close()
        spent_ms = (time.perf_counter() - begun) * 1_000
    print(json.dumps({"cuts": cuts, "bars": bars, "bars_identical": True, "ms_a_cut": round(spent_ms / cuts, 1)}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
