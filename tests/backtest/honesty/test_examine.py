"""What a run is compared with is made step by step, and can be ended between any two."""

import pytest

from photon_desktop.backtest.honesty.examine import Question, examine
from photon_desktop.backtest.plan import plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.interval import Interval
from tests.backtest.markets import generated_bars


@pytest.fixture
def question() -> Question:
    bars, rules, interval = generated_bars(600), Rules(), Interval.HOUR_1
    plan = plan_of_rule(SmaCross(), bars, rules.short_allowed, Stopwatch())
    return Question(
        trade(plan, bars, interval, rules, Stopwatch()), bars, interval, rules, (TriedRun("x", None, None),)
    )


def test_each_step_is_told_up_to_the_last(question: Question) -> None:
    told: list[tuple[int, int]] = []
    found = examine(question, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 8)
    assert told[-1] == (8, 8)
    assert told == sorted(told)
    assert found.facts.sharpe.variations == 2
    assert examine(question) == found


def test_it_ends_where_its_progress_raises(question: Question) -> None:
    class EndedError(Exception):
        pass

    def end(done: int, _total: int) -> None:
        if done == 3:
            raise EndedError

    with pytest.raises(EndedError):
        examine(question, end)
