"""What a result is worth, in lines that a person reads: on the screen and in the report."""

from collections.abc import Iterator
from dataclasses import dataclass

from photon_desktop.backtest.honesty.accuracy import Accuracy
from photon_desktop.backtest.honesty.report import Beside, Facts
from photon_desktop.backtest.strategy_names import strategy_name
from photon_desktop.learning.bootstrap import Estimate

_NONE = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """A figure by `name`, and `beside` it what it is compared with; `hint` says how to read it."""

    name: str
    value: str
    beside: str
    hint: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that answer one question."""

    title: str
    lines: tuple[Line, ...]


def groups_of(facts: Facts) -> tuple[Group, ...]:
    """The facts in their order: what the model knew, where it has one, what other ways made, and what luck would."""
    groups = [
        Group("The same bars and money, other ways", tuple(_others(facts))),
        Group("Costs, luck and length", tuple(_luck(facts))),
    ]
    if facts.accuracy is not None:
        told = facts.accuracy
        groups.insert(0, Group(f"The model on {told.n:,} bars it had not seen", tuple(_model(told))))
    return tuple(groups)


def _model(told: Accuracy) -> Iterator[Line]:
    bounds = f"In brackets the 5% and 95% bounds of a block bootstrap in blocks of {told.block} bars."
    yield Line(
        "Accuracy", _shares(told.accuracy), f"majority class {_shares(told.majority_accuracy)}",
        f"The share of the outcomes told right; the majority class is what came most often before. {bounds}",
    )  # fmt: skip
    yield Line(
        "Balanced accuracy", _shares(told.balanced_accuracy), "chance 33.3%",
        f"The mean over buy, hold and sell of the share of each that was told. {bounds}",
    )  # fmt: skip
    yield Line(
        "Log-loss", _nats(told.log_loss), f"class prior {_nats(told.prior_log_loss)}",
        f"In nats: the less the better. The class prior knows only how often each outcome comes. {bounds}",
    )  # fmt: skip
    gain = told.log_loss_gain
    yield Line(
        "Log-loss gain", _nats(gain), "more than chance" if gain.low > 0 else "may be chance",
        f"What the model's log-loss is better by than that of the class prior; under 0 it is worse. {bounds}",
    )  # fmt: skip


def _others(facts: Facts) -> Iterator[Line]:
    own = Beside("This run", facts.total_return, facts.sharpe.annual_sharpe)
    for other in (own, facts.buy_and_hold, *facts.references):
        yield Line(
            strategy_name(other.name), signed(other.total_return),
            f"Sharpe {_figure(other.sharpe)}",
            "The same money at the same costs, and the annual Sharpe ratio, both from the first decision's bar on.",
        )  # fmt: skip
    chance = facts.random
    if chance is None:
        return
    yield Line(
        "At random times",
        f"{signed(chance.low)} to {signed(chance.high)}",
        f"better than {chance.percentile:.0%} of {chance.draws:,}",
        "The same positions, as long, as large, on the same side and at the same costs, at random times: the 5th to the"
        " 95th percentile of the draws, and the share of them that made less than this run.",
    )


def _luck(facts: Facts) -> Iterator[Line]:
    found = facts.sharpe
    made = [_NONE if each.total_return is None else signed(each.total_return) for each in facts.costs]
    hint = "The same decisions at one, two and three times the costs."
    yield Line("At 1×, 2×, 3× the costs", ", ".join(made), "", hint)
    luckiest = f"luckiest of them {_figure(found.annual_benchmark)}" if found.variations > 1 else "this one"
    yield Line(
        "Variations tried", f"{found.variations:,}", luckiest,
        "Runs on these bars that traded differently, kept variations and each choice of a sweep among them, and the"
        " annual Sharpe ratio that the best of as many is expected to have without any skill.",
    )  # fmt: skip
    yield Line(
        "Deflated Sharpe ratio", _probability(found.deflated), f"of Sharpe {_figure(found.annual_sharpe)}",
        "The probability that the Sharpe ratio is more than the luck of that many tries.",
    )  # fmt: skip
    least = found.minimum_track_bars
    yield Line(
        "Minimum track length", "no length" if least is None else f"{least:,.0f} bars", f"there are {found.bars:,}",
        "How many bars it takes to be 95% sure that the Sharpe ratio is above zero.",
    )  # fmt: skip
    if facts.overfitting is not None:
        yield Line(
            "Overfitting", f"{facts.overfitting.probability:.0%}", f"of {facts.overfitting.halvings:,} halvings",
            "How often the best of a sweep on one half of the bars was among the worse half on the other.",
        )  # fmt: skip


def signed(share: float) -> str:
    """A return in percent with its sign, a true minus among them."""
    return f"{share:+.1%}".replace("-", "−")


def _shares(found: Estimate) -> str:
    return f"{found.value:.1%} ({100 * found.low:.1f} to {100 * found.high:.1f})"


def _nats(found: Estimate) -> str:
    return f"{found.value:.4f} ({found.low:.4f} to {found.high:.4f})".replace("-", "−")


def _figure(value: float | None) -> str:
    return _NONE if value is None else f"{value:.2f}".replace("-", "−")


def _probability(value: float | None) -> str:
    return _NONE if value is None else f"{value:.1%}"
