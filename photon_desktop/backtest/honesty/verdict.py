"""The verdict: one table of rules, gone through from the top, each of which can speak against an edge.

The bounds are ours: 95% where something is tested, as is usual; 30 trades, under which an average says little; and a
probability of overfitting of 20%, under which the best of a sweep mostly stays good.
"""

from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.backtest.honesty.report import Facts, Verdict
from photon_desktop.backtest.honesty.sharpe import CONFIDENCE
from photon_desktop.backtest.strategy_names import strategy_name

UNTESTED, NONE, WEAK, EDGE = "untested", "none", "weak", "edge"
LEAST_TRADES = 30
MOST_OVERFITTING = 0.2
_LEADS = {UNTESTED: "Nothing to judge", NONE: "No evidence of an edge", WEAK: "Weak evidence of an edge"}


@dataclass(frozen=True, slots=True)
class Rule:
    """`says` gives the sentence's end where the rule speaks against an edge, None where it does not."""

    name: str
    evidence: str
    says: Callable[[Facts], str | None]


def judge(facts: Facts) -> Verdict:
    """The verdict: that of the first rule which speaks against an edge, or evidence of one where none does."""
    spoken = [(rule, said) for rule in RULES if (said := rule.says(facts)) is not None]
    reasons = tuple(said for _, said in spoken)
    if spoken:
        rule, said = spoken[0]
        return Verdict(rule.evidence, rule.name, f"{_LEADS[rule.evidence]}: {said}.", reasons)
    return Verdict(EDGE, "all_passed", _passed(facts), ())


def _passed(facts: Facts) -> str:
    percentile = 0.0 if facts.random is None else facts.random.percentile  # `no_other_time` speaks where it is None
    return (
        f"Evidence of an edge: {strategy_name(facts.strategy)} made {facts.total_return:+.1%} after costs, better than"
        f" {percentile:.1%} of the same positions at random times, and its Sharpe ratio is more than the"
        f" luck of {_tries(facts)} (probability {facts.sharpe.deflated:.3f}). That holds for these bars, not for those"
        " to come."
    )


def _never_traded(facts: Facts) -> str | None:
    return None if facts.trades else f"{strategy_name(facts.strategy)} never traded"


def _model_knows_nothing(facts: Facts) -> str | None:
    told = facts.accuracy
    if told is None or told.log_loss_gain.low > 0:
        return None
    return (
        f"on {told.n:,} bars it had not seen the model's log-loss was {told.log_loss.value:.4f} nats, knowing only how"
        f" often each class comes gives {told.prior_log_loss.value:.4f}, and the difference may be chance"
    )


def _lost(facts: Facts) -> str | None:
    if facts.total_return > 0:
        return None
    return f"{strategy_name(facts.strategy)} made {facts.total_return:+.1%} after costs"


def _holding_was_better(facts: Facts) -> str | None:
    held, own = facts.buy_and_hold, facts.sharpe.annual_sharpe
    is_steadier = own is not None and (held.sharpe is None or own > held.sharpe)
    if facts.total_return > held.total_return or is_steadier:
        return None
    return (
        f"buying and holding made {held.total_return:+.1%}, {strategy_name(facts.strategy)} {facts.total_return:+.1%}"
        " and no better for its risk"
    )


def _no_other_time(facts: Facts) -> str | None:
    if facts.random is not None:
        return None
    return f"{strategy_name(facts.strategy)} held one position all the time, so there is no choice of times to judge"


def _chance_did_as_well(facts: Facts) -> str | None:
    if facts.random is None or facts.random.percentile >= CONFIDENCE:
        return None
    better = 1 - facts.random.percentile
    return f"{better:.0%} of {facts.random.draws:,} draws of the same positions at random times did as well or better"


def _few_trades(facts: Facts) -> str | None:
    if not 0 < facts.trades < LEAST_TRADES:
        return None
    trades = "one trade is" if facts.trades == 1 else f"{facts.trades} trades are"
    return f"{trades} too few to tell skill from luck; {LEAST_TRADES} are the least"


def _short_track(facts: Facts) -> str | None:
    found = facts.sharpe
    if found.probabilistic is not None and found.probabilistic >= CONFIDENCE:
        return None
    if found.minimum_track_bars is None:
        return "its Sharpe ratio is not above zero, however long the track"
    return (
        f"its Sharpe ratio of {found.annual_sharpe:.2f} a year takes {found.minimum_track_bars:,.0f} bars to be told"
        f" from zero, there are {found.bars:,}"
    )


def _many_tries(facts: Facts) -> str | None:
    found = facts.sharpe
    if found.variations < 2 or found.deflated is None or found.deflated >= CONFIDENCE:
        return None
    return (
        f"the best of {_tries(facts)} without skill is expected to have a Sharpe ratio of"
        f" {found.annual_benchmark:.2f} a year; that this one's {found.annual_sharpe:.2f} is more has a probability of"
        f" {found.deflated:.3f}"
    )


def _overfitted(facts: Facts) -> str | None:
    found = facts.overfitting
    if found is None or found.probability <= MOST_OVERFITTING:
        return None
    return (
        f"the best of {found.variations:,} variations on one half of the bars was among the worse half on the other in"
        f" {found.probability:.0%} of {found.halvings:,} ways to halve them"
    )


def _costs_eat_it(facts: Facts) -> str | None:
    for each in facts.costs:
        if each.multiple == 2 and each.total_return is not None and each.total_return <= 0:
            return f"at twice the costs it made {each.total_return:+.1%}"
    return None


def _reference_was_better(facts: Facts) -> str | None:
    own = facts.sharpe.annual_sharpe
    better = [
        other for other in facts.references
        if other.total_return > facts.total_return and other.sharpe is not None and (own is None or other.sharpe > own)
    ]  # fmt: skip
    if not better:
        return None
    best = max(better, key=lambda other: other.total_return)
    own_name, other_name = strategy_name(facts.strategy), strategy_name(best.name)
    return f"{other_name}, a textbook rule, made {best.total_return:+.1%} and {own_name} {facts.total_return:+.1%}"


def _tries(facts: Facts) -> str:
    tried = facts.sharpe.variations
    return "one variation" if tried == 1 else f"{tried:,} variations"


RULES = (
    Rule("never_traded", UNTESTED, _never_traded),
    Rule("model_knows_nothing", NONE, _model_knows_nothing),
    Rule("lost", NONE, _lost),
    Rule("holding_was_better", NONE, _holding_was_better),
    Rule("no_other_time", NONE, _no_other_time),
    Rule("chance_did_as_well", NONE, _chance_did_as_well),
    Rule("few_trades", NONE, _few_trades),
    Rule("short_track", NONE, _short_track),
    Rule("many_tries", NONE, _many_tries),
    Rule("overfitted", NONE, _overfitted),
    Rule("costs_eat_it", WEAK, _costs_eat_it),
    Rule("reference_was_better", WEAK, _reference_was_better),
)
