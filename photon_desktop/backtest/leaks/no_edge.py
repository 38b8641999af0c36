"""Markets without an edge: where nothing can be known, nobody must gain, not even without costs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt

from photon_desktop.backtest.honesty.moments import Moments
from photon_desktop.backtest.leaks.findings import Check, Finding
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.trading.bars import Bars, FloatArray

BOUND = 4.0  # standard errors; chance goes beyond it once in 30,000 markets
_NAME = "no-edge market"


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a strategy made per bar without costs, simple, and, where it learns, by how many nats it told up from down
    better than base rates do, None where nothing moved."""

    returns: FloatArray
    direction_gain: Estimate | None = None


Try = Callable[[Bars], Outcome]


def check_no_edge(try_: Try, markets: Mapping[str, Bars], watch: Watch) -> Check:
    """Try a strategy on each of `markets`, martingales.

    A leak is a mean return more than 4 standard errors above zero, by the Sharpe ratio's own error, which counts
    skewness and kurtosis; or a gain in telling up from down whose 5% bound (block bootstrap) is above 0 on every one
    of the markets. How much a bar moves, and how often each class comes, may well be told: that is no edge.
    """
    found, told, gains = [], [], {}
    for done, (name, bars) in enumerate(markets.items(), 1):
        outcome = try_(bars)
        errors = _standard_errors(outcome.returns)
        told.append(f"{errors:+.1f} on {name}" if outcome.returns.any() else f"no trade on {name}")
        if errors > BOUND:
            found.append(_gained(name, errors))
        if outcome.direction_gain is not None:
            gains[name] = outcome.direction_gain
        watch.step(_NAME, done, len(markets))
    tested = f"returns without costs in standard errors above zero: {', '.join(told)}"
    if gains:
        tested += "; nats of up or down told: " + ", ".join(f"{g.value:+.4f} on {name}" for name, g in gains.items())
        if min(gain.low for gain in gains.values()) > 0:
            found += [_told(name, gain) for name, gain in gains.items()]
    return Check(_NAME, tested, tuple(found))


def _standard_errors(returns: FloatArray) -> float:
    moments = Moments.of(returns)
    return 0.0 if moments is None else moments.sharpe * sqrt((moments.count - 1) / max(moments.spread, 1e-12))


def _gained(name: str, errors: float) -> Finding:
    sentence = (
        f"On {name}, where nothing can be foretold, it gained {errors:.1f} standard errors above zero without costs;"
        f" more than {BOUND:g} is knowing the future."
    )
    return Finding(f"returns on {name}", sentence, with_future=errors, without_future=0.0)


def _told(name: str, gain: Estimate) -> Finding:
    sentence = (
        f"On {name}, where up can't be told from down, it told {gain.value:+.4f} nats (5% bound {gain.low:+.4f})."
    )
    return Finding(f"direction on {name}", sentence, with_future=gain.value, without_future=0.0)
