"""What the process of a backtest says, without the process."""

from collections import deque
from dataclasses import replace
from typing import Any

import numpy as np

from photon_desktop.backtest.run import trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.trial import Trial, plan_of_trial
from photon_desktop.backtest.trial_process import Advanced, Outcome, Refused, Variation, serve
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


def served(bars: Bars, trial: Trial, *asked: Variation) -> list[Any]:
    wire = Wire((bars, trial), *asked)
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
