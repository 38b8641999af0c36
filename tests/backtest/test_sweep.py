"""Sweeps: every combination as a run of its own would have it, chosen forward, the same on any number of processes."""

import math
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec

import numpy as np
import pytest

from photon_desktop.backtest.honesty.overfitting import overfitting
from photon_desktop.backtest.model_strategy import wants_of_forecasts
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.spread import Crew
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import RsiReversal, SmaCross
from photon_desktop.backtest.sweep import Sweep, drawn, grid, names_of, sweep
from photon_desktop.backtest.what_if import Kept, resimulate
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metrics import period_returns
from photon_desktop.trading.risk import RiskLimits
from tests.backtest.markets import generated_bars

BARS = generated_bars(1_500)
KEPT = Kept(plan_of_rule(SmaCross(), BARS, False, Stopwatch()), BARS, Interval.HOUR_1)
AXES = {"fast": [3.0, 5.0, 8.0], "slow": [13.0, 21.0], "stop_loss": [1.0, 4.0]}


def in_silence(done: int, total: int) -> None:
    pass


HERE = Crew()


def swept(crew: Crew = HERE) -> Sweep:
    return sweep(SmaCross(), KEPT, Rules(), grid(AXES), crew, in_silence)


def test_each_trial_is_what_a_run_of_its_own_makes() -> None:
    trials = swept().trials
    assert [trial.values for trial in trials[:3]] == [
        {"fast": 3.0, "slow": 13.0, "stop_loss": 1.0},
        {"fast": 3.0, "slow": 13.0, "stop_loss": 4.0},
        {"fast": 3.0, "slow": 21.0, "stop_loss": 1.0},
    ]
    assert len({trial.digest for trial in trials}) == 12
    trial = trials[-1]
    plan = plan_of_rule(replace(SmaCross(), fast=8, slow=21), BARS, False, Stopwatch())
    alone = trade(plan, BARS, Interval.HOUR_1, Rules(stop_loss=0.04), Stopwatch())
    assert trial.digest == alone.digest
    assert trial.total_return == alone.figures.total_return
    assert math.fsum(trial.by_block) == pytest.approx(math.log1p(trial.total_return))


def test_each_block_is_traded_by_what_had_done_best_before_it() -> None:
    done = swept()
    made = {tuple(trial.values.items()): trial.by_block for trial in done.trials}
    assert [choice.stop for choice in done.choices][-1] == len(BARS)
    for block, choice in enumerate(done.choices, 1):
        before = {values: sum(blocks[:block]) for values, blocks in made.items()}
        assert before[tuple(choice.values.items())] == max(before.values())
        assert choice.log_return == made[tuple(choice.values.items())][block]
    assert done.out_of_sample_return <= math.exp(sum(max(blocks) for blocks in zip(*made.values(), strict=True))) - 1


def test_overfitting_is_that_of_the_trials_returns_over_the_same_bars() -> None:
    choices = grid(AXES)
    returns = []
    for values in choices:
        own = replace(SmaCross(), fast=int(values["fast"]), slow=int(values["slow"]))
        plan = plan_of_rule(own, BARS, False, Stopwatch())
        rules = Rules(stop_loss=float(values["stop_loss"]) / 100)
        alone = trade(plan, BARS, Interval.HOUR_1, rules, Stopwatch())
        returns.append(period_returns(alone.simulation.equity[KEPT.plan.first_decision :]))
    assert swept().overfitting() == overfitting(np.array(returns).T)


def test_one_trial_has_nothing_to_overfit() -> None:
    assert sweep(SmaCross(), KEPT, Rules(), grid({"fast": [3.0]}), HERE, in_silence).overfitting() is None


def test_the_future_does_not_change_an_earlier_choice() -> None:
    changed = BARS.part(0, 1_500)
    turned = replace(changed, close=np.where(np.arange(1_500) < 1_255, changed.close, changed.open))
    kept = Kept(plan_of_rule(SmaCross(), turned, False, Stopwatch()), turned, Interval.HOUR_1)
    again = sweep(SmaCross(), kept, Rules(), grid(AXES), Crew(), in_silence)
    assert again.choices[:4] == swept().choices[:4]
    assert again.trials != swept().trials


def test_predictions_are_swept_without_being_made_again() -> None:
    told = np.random.default_rng(3).dirichlet((1, 0.5, 1), 1_500)
    plan = Plan("m", wants_of_forecasts(told, BARS, CostModel(), RiskLimits()), 10, probabilities=told)
    kept = Kept(plan, BARS, Interval.HOUR_1)
    choices = grid({"minimum_confidence": [0.4, 0.8], "size": ["all", "share:0.5"]})
    trials = sweep(None, kept, Rules(), choices, Crew(), in_silence).trials
    assert trials[2].digest == resimulate(kept, Rules(), 0.8).simulation.trades.digest
    assert trials[0].trades > trials[2].trades > 0
    assert abs(trials[1].max_drawdown) < abs(trials[0].max_drawdown)


@pytest.mark.slow
def test_the_number_of_processes_changes_nothing() -> None:
    assert swept(Crew(2)) == swept(Crew(1))


def said_by_itself(code: str) -> str:
    """What a Python process prints: Dask's threads outlive its clients, and no other test should meet them."""
    head = "from tests.backtest.test_sweep import Crew, swept\n"
    run = subprocess.run([sys.executable, "-c", head + code], capture_output=True, text=True, timeout=100, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.mark.slow
def test_a_cluster_of_two_workers_gives_the_same() -> None:
    if find_spec("distributed") is None:
        pytest.skip("the extra `cluster` is not installed")
    code = """
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        print(swept(Crew(scheduler=cluster.scheduler_address)) == swept())
"""
    assert said_by_itself(code) == "True"


@pytest.mark.slow
def test_a_cluster_that_is_not_there_is_told() -> None:
    code = """
from photon_desktop.errors import PhotonError
try:
    swept(Crew(scheduler="tcp://127.0.0.1:9"))
except PhotonError as error:
    print(error)
"""
    told = said_by_itself(code)
    missing = "There is no Dask scheduler at tcp://127.0.0.1:9"
    assert told.startswith(missing if find_spec("distributed") else "Dask is not installed here")


def test_random_choices_are_those_of_the_seed_and_of_the_grid() -> None:
    whole = grid(AXES)
    some = drawn(whole, 5, seed=1)
    assert some == drawn(whole, 5, seed=1) != drawn(whole, 5, seed=2)
    assert [values for values in whole if values in some] == some
    assert drawn(whole, 99, seed=1) == whole


@pytest.mark.parametrize(
    ("axes", "sentence"),
    [
        ({"fast": [2.5]}, "whole number"),
        ({"slow": [0.0]}, "1 or more"),
        ({"stop_loss": [0.0]}, "above 0%"),
        ({"size": ["much"]}, "is not known"),
        ({"fast": list(range(101)), "slow": list(range(101))}, "10,201 combinations"),
    ],
)
def test_values_out_of_bounds_are_refused_before_anything_is_run(axes: dict[str, list[float]], sentence: str) -> None:
    with pytest.raises(ValueRefusedError, match=sentence):
        sweep(SmaCross(), KEPT, Rules(), grid(axes), Crew(), in_silence)


def test_each_strategy_names_what_can_be_swept() -> None:
    assert names_of(SmaCross()) == ("fast", "slow", "stop_loss", "take_profit", "size")
    assert names_of(RsiReversal())[:3] == ("period", "oversold", "overbought")
    assert names_of(None)[0] == "minimum_confidence"
