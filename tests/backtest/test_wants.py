from math import exp, nan

import numpy as np
import pytest

from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.step import simulate
from photon_desktop.backtest.trades import ExitReason
from photon_desktop.backtest.wants import Wants, wants_of
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.money import exact
from tests.backtest.markets import bars_of

FREE = CostModel(exact(0), exact(0))
FLAT = (100, 101, 99, 100)
TEN_UNITS = Sizing(SizeKind.FIXED, 10)


def int8(*values: int) -> np.ndarray:
    return np.array(values, dtype=np.int8)


def test_a_signal_means_something_else_for_each_position() -> None:
    long_only = wants_of(int8(1, 0, -1), short_allowed=False)
    assert long_only.when_flat.tolist() == [1, 0, 0]
    assert long_only.when_long.tolist() == [1, 1, 0]
    both = wants_of(int8(1, 0, -1), short_allowed=True)
    assert both.when_flat.tolist() == [1, 0, -1]
    assert both.when_long.tolist() == [1, 1, -1]
    assert both.when_short.tolist() == [1, -1, -1]


def test_what_is_wanted_depends_on_the_position_held_at_that_close() -> None:
    # held long it only closes; flat it goes short on the very same bar
    wants = Wants(when_short=int8(-1, -1, -1, -1), when_flat=int8(1, 0, -1, 0), when_long=int8(1, 1, 0, 0))
    done = simulate(bars_of([FLAT] * 4), wants, Rules(costs=FREE, sizing=TEN_UNITS))
    assert [(t.side, t.entry_index, t.exit_index) for t in done.trades] == [("long", 1, 3)]
    assert done.open_trade is None
    started_flat = Wants(wants.when_short, int8(0, 0, -1, 0), wants.when_long)
    done = simulate(bars_of([FLAT] * 4), started_flat, Rules(costs=FREE, sizing=TEN_UNITS))
    assert done.open_trade is not None
    assert (done.open_trade.entry_index, done.open_trade.quantity) == (3, -10)


def with_barrier(side: int, barrier: float, rows: list[tuple[float, ...]], rules: Rules) -> Simulation:
    count = len(rows)
    wanted = int8(side, *[0] * (count - 1))
    stay = np.full(count, side, dtype=np.int8)
    wants = Wants(stay, wanted, stay, np.array([barrier, *[nan] * (count - 1)]))
    return simulate(bars_of(rows), wants, rules)


@pytest.mark.parametrize(
    ("side", "bar", "level", "reason"),
    [
        (1, (100, 101, 80, 100), 100 * exp(-0.1), ExitReason.STOP),
        (1, (100, 120, 99, 100), 100 * exp(0.1), ExitReason.TARGET),
        (-1, (100, 120, 99, 100), 100 * exp(0.1), ExitReason.STOP),
        (-1, (100, 101, 80, 100), 100 * exp(-0.1), ExitReason.TARGET),
    ],
)
def test_a_barrier_sets_stop_and_target_a_log_distance_from_the_close_that_wanted_it(
    side: int, bar: tuple[float, ...], level: float, reason: ExitReason
) -> None:
    rows = [FLAT, (98, 99, 97, 98), bar, FLAT]
    (trade,) = with_barrier(side, 0.1, rows, Rules(costs=FREE, sizing=TEN_UNITS)).trades
    assert (trade.exit_index, trade.exit_reason) == (2, reason)
    assert trade.exit_price == pytest.approx(level, rel=1e-12)


def test_the_rules_stop_goes_before_the_barriers_and_leaves_its_target() -> None:
    rules = Rules(costs=FREE, sizing=TEN_UNITS, stop_loss=0.02)
    (stopped,) = with_barrier(1, 0.1, [FLAT, FLAT, (100, 101, 97, 100)], rules).trades
    (reached,) = with_barrier(1, 0.1, [FLAT, FLAT, (100, 120, 99, 100)], rules).trades
    assert stopped.exit_price == 98
    assert reached.exit_reason is ExitReason.TARGET


def test_a_barrier_that_is_not_a_number_protects_nothing() -> None:
    done = with_barrier(1, nan, [FLAT, FLAT, (100, 300, 1, 100)], Rules(costs=FREE, sizing=TEN_UNITS))
    assert done.trades == ()


def test_arrays_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueRefusedError, match=r"\[1, 2\]"):
        Wants(int8(0, 0), int8(0, 0), int8(0))
    with pytest.raises(ValueRefusedError, match=r"\[1, 2\]"):
        Wants(int8(0), int8(0), int8(0), np.array([0.1, 0.1]))
