"""A backtest's rules as the agents know them, and in what agents then differ from it."""

from dataclasses import replace
from decimal import Decimal

from photon_desktop.agents.trading_rules import TradingRules
from photon_desktop.application import Rules
from photon_desktop.backtest.entry_orders import EntryKind
from photon_desktop.backtest.rules import Finalize
from photon_desktop.backtest.rules import Rules as BacktestRules
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.trial import Trial
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.trading.money import exact
from photon_desktop.trading.risk import MOST_ORDERS_PER_MINUTE, RiskLimits
from photon_desktop.trading.sizing import SizingMethod, SizingRules
from photon_desktop.ui.language import tr

_ALL = Decimal(1)


def rules_of(trial: Trial) -> Rules:
    """What agents decide and trade by to do as the backtest does: its money, costs, size, shorts, least confidence and
    cooldown. As in the backtest, no other limit of the account refuses anything and nothing is explored."""
    tested = trial.rules
    limits = RiskLimits(
        minimum_confidence=trial.minimum_confidence, allow_short=tested.short_allowed, maximum_position=_ALL,
        maximum_exposure=_ALL, maximum_order=_ALL, daily_loss=_ALL, drawdown_halt=_ALL, price_collar=_ALL,
        orders_per_minute=MOST_ORDERS_PER_MINUTE,
    )  # fmt: skip
    policy = DecisionPolicy(cooldown_bars=tested.cooldown.bars, cooldown_after_loss=tested.cooldown.after_loss)
    costs = replace(tested.costs, volume_share=exact(tested.volume_share or 1.0))
    trading = TradingRules(costs, limits, exact(tested.initial_balance), policy)
    return Rules(trading, model_type=trial.strategy, sizing=sizing_rules_of(tested.sizing))


def sizing_rules_of(sizing: Sizing) -> SizingRules:
    """A backtest's size in the words of trading; all the money is a share of 1."""
    match sizing.kind:
        case SizeKind.FIXED:
            return SizingRules(SizingMethod.FIXED_QUANTITY, quantity=exact(sizing.amount))
        case SizeKind.NOTIONAL:
            return SizingRules(SizingMethod.FIXED_NOTIONAL, notional=exact(sizing.amount))
        case SizeKind.VOLATILITY:
            return SizingRules(SizingMethod.VOLATILITY, daily_volatility=sizing.amount, largest_position=sizing.cap)
        case SizeKind.KELLY:
            return SizingRules(SizingMethod.KELLY, kelly_fraction=sizing.amount, largest_position=sizing.cap)
        case SizeKind.BALANCED:
            return SizingRules(SizingMethod.BALANCED, largest_position=sizing.amount)
        case _:
            return SizingRules(SizingMethod.SHARE, share=exact(sizing.amount))


def differences_of(trial: Trial) -> tuple[str, ...]:
    """In what the agents differ from the backtest of `trial`, a sentence each."""
    told = [
        tr(
            "The agents' model has 300 trees and is replaced when a challenger passes the gate; the backtest fits one"
            " of 100 on a schedule, with its own seed."
        ),
        tr("The agents keep to the instrument's ticks and steps, and an order takes no more than a bar's volume."),
    ]
    return (*told, *_not_taken_over(trial.rules))


def _not_taken_over(rules: BacktestRules) -> tuple[str, ...]:
    """What of the rules the agents know nothing of."""
    unknown = {
        tr("Stop and target are the agents' own, one barrier away, not those of the run."): (
            rules.stop_loss is not None or rules.take_profit is not None
        ),
        tr("The agents enter at the next open."): rules.entry.kind is not EntryKind.MARKET,
        tr("A position that is open at the end stays open."): rules.finalize is not Finalize.NONE,
    }
    return tuple(words for words, holds in unknown.items() if holds)
