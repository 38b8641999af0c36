import numpy as np
import pytest

from photon_desktop.backtest.random_entries import RandomEntries
from photon_desktop.backtest.rules import Finalize, Rules
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy, crossings
from photon_desktop.backtest.trades import trades_csv
from tests.backtest.markets import bars_from_closes, generated_bars, simulate_signals


def test_a_crossing_stands_strictly_on_each_side() -> None:
    above_and_below = np.array([-1.0, 1.0, 0.0, -1.0, 1.0, -1.0, np.nan, 1.0, -1.0])
    assert crossings(above_and_below, 0.0, 0.0).tolist() == [0, 1, 0, 0, 1, -1, 0, 0, -1]


def test_sma_cross_buys_where_the_fast_average_rises_through_the_slow_one() -> None:
    bars = bars_from_closes([10, 9, 8, 7, 8.5, 12, 12, 8, 5, 5])
    assert SmaCross(2, 3).signals(bars).tolist() == [0, 0, 0, 0, 0, 1, 0, -1, 0, 0]


def test_sma_cross_takes_averages_that_met_on_the_bar_before_for_no_crossing() -> None:
    bars = bars_from_closes([10, 9, 8, 7, 9, 12, 12])
    assert SmaCross(2, 3).signals(bars).tolist() == [0] * 7


def test_rsi_buys_on_the_way_up_through_oversold_and_sells_on_the_way_down_through_overbought() -> None:
    falling, rising = [100 - i for i in range(20)], [81 + 2 * i for i in range(20)]
    signals = RsiReversal().signals(bars_from_closes([*falling, *rising, 110, 100, 90]))
    assert [int(i) for i in np.flatnonzero(signals == 1)] == [23]  # RSI 25.6, then 34.9
    assert [int(i) for i in np.flatnonzero(signals == -1)] == [40]


def test_buy_and_hold_buys_once() -> None:
    assert BuyAndHold().signals(bars_from_closes([1, 2, 3])).tolist() == [1, 0, 0]
    assert BuyAndHold(first_decision=2).signals(bars_from_closes([1, 2, 3])).tolist() == [0, 0, 1]


def test_random_entries_come_as_often_as_asked_and_belong_to_bar_and_seed() -> None:
    bars = generated_bars(20_000)
    signals = RandomEntries(3, chance=0.05).signals(bars)
    for side in (1, -1):
        assert np.mean(signals == side) == pytest.approx(0.05, abs=0.006)
    np.testing.assert_array_equal(RandomEntries(3, 0.05).signals(bars.part(500, 900))[2:], signals[502:900])
    for other in (4, -3, 2**63):
        assert np.mean(RandomEntries(other, 0.05).signals(bars) == signals) < 0.9
    gaps = np.diff(np.flatnonzero(signals == 1))
    assert np.mean(gaps == 1) == pytest.approx(0.05, abs=0.03)  # one does not make the next likelier


@pytest.mark.parametrize("strategy", [SmaCross(), RsiReversal()])
def test_no_signal_comes_before_the_first_decision(strategy: Strategy) -> None:
    for seed in range(1, 30):
        assert not strategy.signals(generated_bars(60, seed))[: strategy.first_decision].any()


@pytest.mark.parametrize("strategy", [SmaCross(), RsiReversal(), BuyAndHold(), RandomEntries()])
@pytest.mark.parametrize("cut", [1, 19, 21, 22, 57, 300, 599])
def test_signals_of_a_whole_history_are_those_of_arrays_cut_at_each_bar(strategy: Strategy, cut: int) -> None:
    bars = generated_bars(600)
    np.testing.assert_array_equal(strategy.signals(bars.part(0, cut)), strategy.signals(bars)[:cut])


@pytest.mark.parametrize("strategy", [SmaCross(), RsiReversal(), BuyAndHold(), RandomEntries()])
def test_the_last_signal_of_bars_that_grow_is_the_whole_historys_at_that_bar(strategy: Strategy) -> None:
    bars = generated_bars(300, seed=9)
    grown = [int(strategy.signals(bars.part(0, end))[-1]) for end in range(1, 301)]
    assert grown == strategy.signals(bars).tolist()


@pytest.mark.parametrize("strategy", [SmaCross(), RsiReversal(), BuyAndHold()])
@pytest.mark.parametrize("count", [0, 1, 2, 14, 15])
def test_few_bars_give_signals_without_an_error(strategy: Strategy, count: int) -> None:
    assert len(strategy.signals(generated_bars(20).part(0, count))) == count


GOLDEN = {
    "sma_cross": (103, "984a3e69e74131c2e31342af02ac3dddd41c56bc06cb18f202d0fc85aa69aa38"),
    "rsi": (32, "f0aeec97bd03d7a6247a53901a31dd79e4c8f964e59105c022e9423623d9540b"),
    "buy_and_hold": (1, "1051d8a9feddc69c027027415c5e410f722a56d2f648756c87f36864aef7422e"),
}


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("strategy", [SmaCross(), RsiReversal(), BuyAndHold()], ids=lambda strategy: strategy.name)
def test_each_reference_strategy_trades_as_it_always_did(strategy: Strategy, engine: Engine) -> None:
    bars = generated_bars(2_000)
    rules = Rules(stop_loss=0.03, take_profit=0.06, short_allowed=True, finalize=Finalize.LAST_CLOSE)
    done = simulate_signals(bars, strategy.signals(bars), rules, engine)
    assert (len(done.trades), done.trades.digest) == GOLDEN[strategy.name], trades_csv(done.trades)
