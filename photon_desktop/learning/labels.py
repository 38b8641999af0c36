"""Triple-barrier labels: what came first after each bar, a rise, a fall, or the end of the horizon.

Source: Lopez de Prado, *Advances in Financial Machine Learning*, chapter 3.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.analysis import return_volatility
from photon_desktop.trading.bars import Bars, FloatArray

IntArray = npt.NDArray[np.int64]

SELL, HOLD, BUY = 0, 1, 2
CLASSES = 3
HORIZON = 24  # bars a label looks ahead
VOLATILITY_SPAN = 100
NOT_FINISHED = -1


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """One value a bar. `classes` float64: SELL 0, HOLD 1, BUY 2, NaN where the horizon is not over or the volatility
    not known; `touches` int64: index of the bar that settled the label, -1 where there is none; `barriers` float64:
    log distance from the entry price to either barrier, NaN for the first two bars."""

    classes: FloatArray
    touches: IntArray
    barriers: FloatArray


def barrier_distances(close: FloatArray, round_trip_cost: float) -> FloatArray:
    """b = max(sigma sqrt(h), 2c) at each bar: log distance, from that bar and earlier ones only.

    sigma is the exponentially weighted standard deviation of log returns, span 100; h = 24 bars; c the share of the
    notional that buying and selling again costs. NaN for the first two bars.
    """
    deviations = return_volatility(close, VOLATILITY_SPAN)
    distances: FloatArray = np.maximum(deviations * np.sqrt(HORIZON), 2 * round_trip_cost)
    return distances


def triple_barrier(bars: Bars, round_trip_cost: float) -> Labels:
    """The label of each bar, entered at the next bar's open O.

    BUY if O e^b is touched first within 24 bars, SELL if O e^-b is, HOLD on time-out or when one bar touches both.
    A label is given only once its whole horizon lies in `bars`, touched early or not: taking early touches from the
    newest bars would over-count moves. So the last 24 bars have none.
    """
    barriers = barrier_distances(bars.close, round_trip_cost)
    classes = np.full(len(bars), np.nan)
    touches = np.full(len(bars), NOT_FINISHED, dtype=np.int64)
    finished = max(0, len(bars) - HORIZON)
    distance = barriers[:finished]
    known = np.isfinite(distance)
    outcome, after = _first_touches(bars, np.where(known, distance, 1.0))
    classes[:finished] = np.where(known, outcome, np.nan)
    touches[:finished] = np.where(known, np.arange(finished) + after, NOT_FINISHED)
    return Labels(classes, touches, barriers)


def _first_touches(bars: Bars, distance: FloatArray) -> tuple[IntArray, IntArray]:
    """Class, and how many bars later it was settled, for the first len(distance) bars."""
    count = len(distance)
    entry = bars.open[1 : count + 1]
    upper, lower = entry * np.exp(distance), entry * np.exp(-distance)
    outcome = np.full(count, HOLD, dtype=np.int64)
    after = np.full(count, HORIZON, dtype=np.int64)
    is_open = np.ones(count, dtype=np.bool_)
    for step in range(1, HORIZON + 1):
        up = bars.high[step : step + count] >= upper
        down = bars.low[step : step + count] <= lower
        settled = is_open & (up | down)
        after[settled] = step
        outcome[settled & up & ~down] = BUY
        outcome[settled & down & ~up] = SELL
        is_open &= ~settled
    return outcome, after
