"""`photon-desktop backtest --honesty`: what the result is worth."""

import argparse
from collections.abc import Iterator

from photon_desktop.backtest.honesty.accuracy import Accuracy
from photon_desktop.backtest.honesty.examine import Question, examine
from photon_desktop.backtest.honesty.report import Facts, Honesty
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import BacktestResult
from photon_desktop.commands.backtest_record import tried_on
from photon_desktop.commands.backtest_strategy import label_cost_of
from photon_desktop.commands.output import figure, percent, plain_percent, print_rows
from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash


def add_arguments(group: argparse._ArgumentGroup) -> None:
    """The option itself."""
    group.add_argument(
        "--honesty",
        action="store_true",
        help="add what the result is worth: beside chance and other rules, at higher costs, after all tries",
    )


def honesty_of(
    options: argparse.Namespace, result: BacktestResult, bars: Bars, interval: Interval, rules: Rules
) -> Honesty:
    """The result beside all it is measured by, after what the data folder's store knows to have been tried."""
    tried = tried_on(options, data_hash(bars))
    return examine(Question(result, bars, interval, rules, tried, options.seed, label_cost_of(options)))


def print_honesty(honesty: Honesty) -> None:
    """The facts as a table, and the verdict."""
    print("Honesty")
    print_rows(_rows(honesty.facts))
    print(honesty.verdict.sentence)


def _rows(facts: Facts) -> Iterator[tuple[str, str]]:
    for other in (facts.buy_and_hold, *facts.references):
        yield f"  {other.name}", f"{percent(other.total_return)}, Sharpe {figure(other.sharpe)}"
    if facts.random is not None:
        chance = facts.random
        yield (
            "  same exposure at random",
            (
                f"better than {plain_percent(chance.percentile)} of {chance.draws:,} draws"
                f" ({percent(chance.low)} to {percent(chance.high)})"
            ),
        )
    yield "  at 1, 2 and 3 times the costs", ", ".join(percent(each.total_return) for each in facts.costs)
    yield from _sharpe_rows(facts)
    if facts.accuracy is not None:
        yield from _accuracy_rows(facts.accuracy)


def _sharpe_rows(facts: Facts) -> Iterator[tuple[str, str]]:
    found = facts.sharpe
    yield "  Sharpe ratio above zero", f"with a probability of {figure(found.probabilistic)}, from {found.bars:,} bars"
    luckiest = f"; the luckiest without skill has a Sharpe ratio of {figure(found.annual_benchmark)}"
    yield "  variations tried", f"{found.variations:,}{luckiest if found.variations > 1 else ''}"
    yield "  deflated Sharpe ratio", f"above what luck gives with a probability of {figure(found.deflated)}"
    least = found.minimum_track_bars
    yield "  minimum track length", "no length is enough" if least is None else f"{least:,.0f} bars"


def _accuracy_rows(told: Accuracy) -> Iterator[tuple[str, str]]:
    yield "  accuracy", f"{_bounds(told.accuracy)}; most frequent class: {_bounds(told.majority_accuracy)}"
    yield "  balanced accuracy", f"{_bounds(told.balanced_accuracy)}; chance: 0.3333"
    yield "  log loss", f"{_bounds(told.log_loss)} nats; class shares: {_bounds(told.prior_log_loss)}"
    yield "  log-loss gain", f"{_bounds(told.log_loss_gain)} nats"


def _bounds(found: Estimate) -> str:
    return f"{found.value:.4f} ({found.low:.4f} to {found.high:.4f})"
