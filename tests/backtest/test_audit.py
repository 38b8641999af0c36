from dataclasses import dataclass

import numpy as np
import pytest

from photon_desktop.backtest.audit import find_leak
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.backtest.wants import SignalArray
from photon_desktop.trading.bars import Bars
from tests.backtest.markets import generated_bars

CUTS = (1, 5, 14, 15, 16, 19, 20, 21, 22, 57, 150, 151, 299)


@pytest.mark.parametrize("strategy", [SmaCross(), SmaCross(3, 7), RsiReversal(), RsiReversal(5, 45, 55), BuyAndHold()])
def test_reference_strategies_decide_from_the_past_only(strategy: Strategy) -> None:
    assert find_leak(strategy, generated_bars(300), CUTS) is None


@dataclass(frozen=True)
class BuysBeforeRises:
    """Looks one bar ahead."""

    name: str = "leaking"
    first_decision: int = 0

    def signals(self, bars: Bars) -> SignalArray:
        tomorrow = np.append(bars.close[1:], bars.close[-1:])
        return np.sign(tomorrow - bars.close).astype(np.int8)


@dataclass(frozen=True)
class ComparesWithTheWholeMean:
    """Scales by a figure of the whole history: a leak that no single bar shows."""

    name: str = "leaking"
    first_decision: int = 0

    def signals(self, bars: Bars) -> SignalArray:
        return np.where(bars.close > bars.close.mean(), 1, -1).astype(np.int8)


def test_a_strategy_that_sees_the_next_bar_is_caught_at_the_bar_it_looked_from() -> None:
    leak = find_leak(BuysBeforeRises(), generated_bars(300), CUTS)
    assert leak is not None
    assert leak.index == leak.cut - 1
    assert leak.with_future != leak.without_future


def test_a_strategy_that_scales_by_the_whole_history_is_caught() -> None:
    assert find_leak(ComparesWithTheWholeMean(), generated_bars(300), CUTS) is not None
