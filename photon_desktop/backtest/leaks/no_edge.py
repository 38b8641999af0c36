"""Markets without an edge: where nothing can be known, nobody must gain, not even without costs."""

from collections.abc import Callable, Mapping
from math import sqrt

from photon_desktop.backtest.honesty.moments import Moments
from photon_desktop.backtest.leaks.findings import Check, Finding
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.trading.bars import Bars, FloatArray

BOUND = 4.0  # standard errors; chance goes beyond it once in 30,000 markets
_NAME = "no-edge market"

Returns = Callable[[Bars], FloatArray]  # what a strategy makes per bar, without costs, simple


def check_no_edge(returns: Returns, markets: Mapping[str, Bars], watch: Watch) -> Check:
    """Trade each of `markets`, martingales, without costs. A leak is a mean return more than 4 standard errors above
    zero, by the Sharpe ratio's own error, which counts skewness and kurtosis."""
    found, told = [], []
    for done, (name, bars) in enumerate(markets.items(), 1):
        moments = Moments.of(returns(bars))
        errors = 0.0 if moments is None else moments.sharpe * sqrt((moments.count - 1) / max(moments.spread, 1e-12))
        told.append(f"{errors:+.1f} on {name}")
        if errors > BOUND:
            sentence = (
                f"On {name}, where nothing can be foretold, it gained {errors:.1f} standard errors above zero without"
                f" costs; more than {BOUND:g} is knowing the future."
            )
            found.append(Finding(f"returns on {name}", sentence, with_future=errors, without_future=0.0))
        watch.step(_NAME, done, len(markets))
    return Check(_NAME, f"returns without costs in standard errors above zero: {', '.join(told)}", tuple(found))
