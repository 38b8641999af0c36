"""The truncation audit: cut the future off, and nothing decided before the cut may change."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.strategies import Strategy
from photon_desktop.trading.bars import Bars


@dataclass(frozen=True, slots=True)
class Leak:
    """At bar `index` the strategy decided `with_future` knowing what followed, and `without_future` not knowing."""

    index: int
    cut: int
    with_future: int
    without_future: int


def find_leak(strategy: Strategy, bars: Bars, cuts: Iterable[int]) -> Leak | None:
    """The first signal that changes when `bars` end at one of `cuts` (counts of bars kept), or None.

    Signals up to and including the last bar kept are compared: a signal is made at its bar's close, so it may use
    that bar and no later one. Choose cuts inside the warm-up as well as after it.
    """
    whole = strategy.signals(bars)
    for cut in cuts:
        part = strategy.signals(bars.part(0, cut))
        changed = np.flatnonzero(part != whole[:cut])
        if len(changed):
            index = int(changed[0])
            return Leak(index, cut, int(whole[index]), int(part[index]))
    return None
