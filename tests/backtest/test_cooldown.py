"""After a position was closed nothing is opened for a while: as the live decision counts it, in both engines."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.rules import Cooldown, Rules
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.wants import Wants, wants_of
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.policy import DecisionPolicy, LastClose
from tests.backtest.markets import generated_bars

BARS = generated_bars(600)


def always_in() -> Wants:
    """Wants to be long at every bar but each tenth, at which it wants to be out."""
    signals = np.where(np.arange(600) % 10 == 9, -1, 1).astype(np.int8)
    return wants_of(signals, short_allowed=False)


@pytest.mark.parametrize(("bars", "after_loss"), [(0, 0), (1, 3), (5, 2), (0, 7)])
def test_a_position_is_opened_as_soon_as_the_live_policy_lets_it_be(bars: int, after_loss: int) -> None:
    rules = Rules(cooldown=Cooldown(bars, after_loss))
    policy = DecisionPolicy(cooldown_bars=bars, cooldown_after_loss=after_loss)
    trades = simulate(BARS, always_in(), rules, engine=Engine.STEP).trades
    assert {trade.pnl < 0 for trade in trades} == {True, False}
    for before, after in pairwise(trades):
        closed, decided = before.exit_index, after.entry_index - 1
        while closed % 10 == 9 or LastClose(closed - before.exit_index, before.pnl < 0).still_cools(policy):
            closed += 1
        assert decided == closed


@given(
    st.lists(st.sampled_from([-1, 0, 1]), min_size=600, max_size=600),
    st.integers(0, 12),
    st.integers(0, 12),
    st.booleans(),
    st.sampled_from([None, 0.005, 0.02]),
)
@settings(deadline=None, max_examples=60)
def test_both_engines_wait_alike(
    signals: list[int], bars: int, after_loss: int, short: bool, stop: float | None
) -> None:
    rules = Rules(cooldown=Cooldown(bars, after_loss), short_allowed=short, stop_loss=stop)
    wants = wants_of(np.array(signals, dtype=np.int8), short)
    step, jumped = (simulate(BARS, wants, rules, engine=engine) for engine in (Engine.STEP, Engine.VECTORISED))
    assert step.trades.digest == jumped.trades.digest
    np.testing.assert_array_equal(step.equity, jumped.equity)


@pytest.mark.parametrize("wrong", [(-1, 0), (0, 1_001)])
def test_a_cooldown_beyond_its_bounds_is_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueRefusedError, match="between 0 and 1,000"):
        Cooldown(*wrong)
