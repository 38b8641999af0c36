"""What the process of a backtest says, without the process."""

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from photon_desktop.backtest.run import trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.trial import Trial, plan_of_trial
from photon_desktop.backtest.trial_judging import Judged, Judging, NotJudged, StopJudging, ToJudge
from photon_desktop.backtest.trial_process import Advanced, Job, Outcome, Refused, Variation, serve
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from tests.ui.chart.markets import walk


class Wire:
    """A connection whose other end asks these things in turn and then closes."""

    def __init__(self, *asked: object) -> None:
        self._asked = deque(asked)
        self.said: list[Any] = []

    def recv(self) -> object:
        if not self._asked:
            raise EOFError
        return self._asked.popleft()

    def send(self, said: object) -> None:
        self.said.append(said)


Asked = Variation | ToJudge | StopJudging


def served(bars: Bars, trial: Trial, *asked: Asked, folder: Path | None = None) -> list[Any]:
    wire = Wire(Job(bars, trial, folder), *asked)
    serve(wire)  # type: ignore[arg-type]
    return wire.said


def test_a_run_says_how_far_it_is_and_then_what_a_plain_backtest_says() -> None:
    bars, trial = walk(600), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    *before, outcome = served(bars, trial)
    assert [told.stage for told in before if isinstance(told, Advanced)] == ["features", "simulate"]
    plan = plan_of_trial(trial, bars, Stopwatch(), lambda *_: None, 1)
    expected = trade(plan, bars, trial.interval, trial.rules, Stopwatch())
    assert isinstance(outcome, Outcome)
    assert outcome.number == 0
    assert outcome.summary["digest"] == expected.digest
    assert np.isclose(outcome.held_equity[-1] / 10_000 - 1, expected.buy_and_hold_return)


def test_a_variation_is_the_whole_run_with_its_rules() -> None:
    bars, trial = walk(600), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    rules = replace(trial.rules, stop_loss=0.01, take_profit=0.02)
    varied = served(bars, trial, Variation(7, rules, 0.4))[-1]
    whole = served(bars, replace(trial, rules=rules))[-1]
    assert varied.number == 7
    assert varied.summary["digest"] == whole.summary["digest"]
    assert varied.summary["verdict"] == whole.summary["verdict"]


def test_what_can_not_be_tested_is_refused_in_a_sentence() -> None:
    (*_, refused) = served(walk(12), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross"))
    assert isinstance(refused, Refused)
    assert "needs at least 22 bars" in refused.sentence


def test_a_variation_beyond_its_bounds_is_refused_and_the_next_one_is_told() -> None:
    bars, trial = walk(600), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    bad = replace(trial.rules, sizing=trial.rules.sizing.parse("kelly:0.25"))
    *_, refused, told = served(bars, trial, Variation(1, bad, 0.4), Variation(2, trial.rules, 0.4))
    assert isinstance(refused, Refused)
    assert "goes by a model's odds" in refused.sentence
    assert isinstance(told, Outcome)


def test_what_a_run_is_worth_is_found_after_what_was_tried() -> None:
    bars, trial = walk(600), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    tried = (TriedRun("another", 1.0, 8_760.0),)
    said = served(bars, trial, ToJudge(0, trial.rules, 0.4, tried), Variation(1, trial.rules, 0.4))
    judged = next(each for each in said if isinstance(each, Judged))
    outcome = next(each for each in said if isinstance(each, Outcome))
    steps = [each.done for each in said if isinstance(each, Judging)]
    assert judged.number == 0
    assert judged.honesty.facts.total_return == outcome.summary["total_return"]
    assert judged.honesty.facts.sharpe.variations == 2
    assert steps == sorted(steps)
    assert steps[-1] == 8


def test_a_variation_is_judged_by_its_own_rules() -> None:
    bars, trial = walk(600), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    rules = replace(trial.rules, stop_loss=0.01, take_profit=0.02)
    said = served(bars, trial, Variation(3, rules, 0.4), ToJudge(3, rules, 0.4))
    varied = next(each for each in said if isinstance(each, Outcome) and each.number)
    judged = next(each for each in said if isinstance(each, Judged))
    assert (judged.number, judged.honesty.facts.total_return) == (3, varied.summary["total_return"])


def test_what_can_not_be_judged_says_why() -> None:
    bars, trial = walk(600), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    bad = replace(trial.rules, sizing=trial.rules.sizing.parse("kelly:0.25"))
    said = served(bars, trial, ToJudge(0, bad, 0.4))
    assert isinstance(said[-1], NotJudged)
    assert "goes by a model's odds" in said[-1].sentence


def test_a_question_that_is_taken_back_is_not_answered() -> None:
    bars, trial = walk(60_000), Trial("DEMO-BTC", Interval.HOUR_1, "sma_cross")
    said = served(bars, trial, ToJudge(0, trial.rules, 0.4), StopJudging())
    assert not any(isinstance(each, Judged | NotJudged) for each in said)


def test_a_model_is_fitted_once_for_all_runs_on_the_same_bars(tmp_path: Path) -> None:
    bars, trial = walk(1_200), Trial("DEMO-BTC", Interval.HOUR_1, "random_forest")
    dearer = replace(trial, rules=replace(trial.rules, stop_loss=0.01))
    first, second = (
        next(said for said in served(bars, each, folder=tmp_path) if isinstance(said, Outcome))
        for each in (trial, dearer)
    )
    assert [each.summary["model"]["predictions"] for each in (first, second)] == ["fitted", "stored"]
