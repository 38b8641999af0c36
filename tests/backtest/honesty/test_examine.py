"""What a run is compared with is made step by step, and can be ended between any two."""

from dataclasses import replace

import pytest

from photon_desktop.backtest.honesty.examine import Question, examine
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, SmaCross
from photon_desktop.backtest.wants import wants_of
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metrics import period_returns, sharpe_ratio
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


def test_the_run_and_what_stands_beside_it_are_measured_over_the_same_bars(question: Question) -> None:
    result = trade(late_plan(400), question.bars, question.interval, question.rules, Stopwatch())
    held = plan_of_rule(BuyAndHold(400), question.bars, False, Stopwatch())
    equity = trade(held, question.bars, question.interval, question.rules, Stopwatch()).simulation.equity[400:]
    facts = examine(replace(question, result=result)).facts
    year = facts.bars_per_year
    assert facts.buy_and_hold.sharpe == pytest.approx(sharpe_ratio(period_returns(equity), year))
    assert facts.sharpe.bars == len(equity) - 1


def late_plan(first: int) -> Plan:
    """A rule that decides nothing before bar `first`."""
    bars = generated_bars(600)
    signals = SmaCross().signals(bars)
    signals[:first] = 0
    return Plan("late", wants_of(signals, short_allowed=False), first)
