"""Runs vectorbt on the peers' bars with a stop and a target, for `bench_backtest`.

Its stops are tried from the bar after the entry on, ours from the entry bar on: the trades are not the same ones.
"""

import json
import sys
import time

import common
import numpy as np
import vectorbt

STOP, TARGET = 0.003, 0.006


def main(count: int) -> None:
    bars = common.frame(count)
    spent = []
    for _ in range(3):
        begun = time.perf_counter()
        done = run(bars)
        ran = time.perf_counter() - begun
        done.value()
        done.stats()
        spent.append((time.perf_counter() - begun, ran))
    whole, ran = min(spent[1:])  # the first one compiles
    told = {
        "version": vectorbt.__version__,
        "run_s": ran,
        "stats_s": whole - ran,
        "trades": int(done.trades.closed.count()),
        "equity": float(done.value().iloc[-1]),
        "peak_rss_mb": round(common.rss_mb(), 1),
    }
    print(json.dumps(told))


def run(bars):
    fast, slow = (vectorbt.MA.run(bars["Close"], period).ma.to_numpy().ravel() for period in (common.FAST, common.SLOW))
    entries, exits = np.r_[False, (fast > slow)[:-1]], np.r_[False, (fast < slow)[:-1]]
    # a crossing, not a state: after a stop the next entry waits for the next one
    done = vectorbt.Portfolio.from_signals(
        bars["Close"], entries & ~np.r_[False, entries[:-1]], exits, price=bars["Open"], open=bars["Open"],
        high=bars["High"], low=bars["Low"], sl_stop=STOP, tp_stop=TARGET, stop_entry_price="fillprice",
        fees=common.FEE, init_cash=common.CASH, size=common.QTY, freq="1min",
    )  # fmt: skip
    done.order_records  # noqa: B018 - made when asked for
    return done


if __name__ == "__main__":
    main(int(sys.argv[1]))
