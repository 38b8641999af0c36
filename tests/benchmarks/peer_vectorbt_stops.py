"""Runs vectorbt on the peers' bars with a stop and a target, for `bench_backtest`.

Where a signal sells at a bar's open and that bar later reaches the stop, vectorbt sells at the stop: it lets stops go
before signals of the same bar. Ours is sold at the open, which came first. So does the first such trade on these bars:
entered in bar 363 at 98.422002 and to be left at the open of bar 373, 98.176133, whose low of 98.117823 is under the
stop of 98.126736. vectorbt leaves at 98.126736, ours at 98.176133.

So it runs once more with the stop and the target taken away in bars that a signal sells in: `equal_equity` and
`equal_trades` are then ours, trade for trade. Its stops are tried from the bar after the entry on, ours from the entry
bar on, which no entry bar here is wide enough to show. The time taken is that of the plain run.
"""

import json
import sys
import time

import common
import numba
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
    equal = run(bars, signals_first=True)
    told = {
        "version": vectorbt.__version__,
        "run_s": ran,
        "stats_s": whole - ran,
        "trades": int(done.trades.closed.count()),
        "equity": float(done.value().iloc[-1]),
        "equal_trades": int(equal.trades.closed.count()),
        "equal_equity": float(equal.value().iloc[-1]),
        "peak_rss_mb": round(common.rss_mb(), 1),
    }
    print(json.dumps(told))


@numba.njit
def stop_unless_sold(c, exits):
    return (np.nan if exits[c.i] else c.curr_stop, c.curr_trail)


@numba.njit
def target_unless_sold(c, exits):
    return np.nan if exits[c.i] else c.curr_stop


def run(bars, signals_first=False):
    fast, slow = (vectorbt.MA.run(bars["Close"], period).ma.to_numpy().ravel() for period in (common.FAST, common.SLOW))
    entries, exits = np.r_[False, (fast > slow)[:-1]], np.r_[False, (fast < slow)[:-1]]
    ordered = {"adjust_sl_func_nb": stop_unless_sold, "adjust_tp_func_nb": target_unless_sold,
               "adjust_sl_args": (exits,), "adjust_tp_args": (exits,)}  # fmt: skip
    # a crossing, not a state: after a stop the next entry waits for the next one
    done = vectorbt.Portfolio.from_signals(
        bars["Close"], entries & ~np.r_[False, entries[:-1]], exits, price=bars["Open"], open=bars["Open"],
        high=bars["High"], low=bars["Low"], sl_stop=STOP, tp_stop=TARGET, stop_entry_price="fillprice",
        fees=common.FEE, init_cash=common.CASH, size=common.QTY, freq="1min",
        **(ordered if signals_first else {}),
    )  # fmt: skip
    done.order_records  # noqa: B018 - made when asked for
    return done


if __name__ == "__main__":
    main(int(sys.argv[1]))
