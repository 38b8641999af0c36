"""Runs backtrader on the peers' bars, for `bench_backtest`: half a minute for a million bars, and as long to load."""

import json
import sys
import time

import backtrader
import common


class Cross(backtrader.Strategy):  # type: ignore[misc]
    """In while the fast average is above the slow one."""

    def __init__(self) -> None:
        self.fast = backtrader.indicators.SMA(self.data.close, period=common.FAST)
        self.slow = backtrader.indicators.SMA(self.data.close, period=common.SLOW)

    def next(self) -> None:
        """Decide at a bar's close; the order fills at the next open."""
        if self.fast[0] > self.slow[0] and not self.position:
            self.buy(size=common.QTY)
        elif self.fast[0] < self.slow[0] and self.position:
            self.close()


def main(count: int) -> None:
    engine = backtrader.Cerebro(stdstats=False)
    engine.adddata(backtrader.feeds.PandasData(dataname=common.frame(count)))
    engine.addstrategy(Cross)
    engine.broker.setcash(common.CASH)
    engine.broker.setcommission(commission=common.FEE)
    engine.addanalyzer(backtrader.analyzers.TradeAnalyzer, _name="trades")
    begun = time.perf_counter()
    (done,) = engine.run()
    told = {
        "version": backtrader.__version__,
        "run_s": time.perf_counter() - begun,  # it loads as it runs
        "stats_s": 0.0,
        "trades": done.analyzers.trades.get_analysis().total.closed,
        "equity": round(engine.broker.getvalue(), 6),
        "peak_rss_mb": round(common.rss_mb(), 1),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]))
