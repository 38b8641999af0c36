"""The options of `photon-desktop backtest`, and the rules they say."""

import argparse
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

from photon_desktop.backtest.entry_orders import ENTRY_WORDS, EntryKind, EntryOrders
from photon_desktop.backtest.model_strategy import USUAL_COST
from photon_desktop.backtest.rules import Cooldown, Finalize, Rules, StopBasis
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.sizes import SIZE_WORDS, Sizing
from photon_desktop.commands import backtest_audit, backtest_honesty
from photon_desktop.commands.backtest_strategy import STRATEGIES
from photon_desktop.commands.symbol_option import add_symbol
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.policy import DecisionPolicy
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from photon_desktop.trading.risk import RiskLimits

_SIZE_HELP = (
    f"{SIZE_WORDS} (all); volatility is the equity's on a usual day, kelly a share of Kelly's stake; both at most all"
    " the money, or a cap behind them: kelly:0.25:0.1"
)
_VOLUME_HELP = (
    "the most that orders take of a bar's volume, as in paper (there 0.1); the rest waits for the next bar, and without"
    " this option all is filled at once"
)
_ENTRY_HELP = (
    f"{ENTRY_WORDS}: enter at the next open, or wait for a price so many percent better or worse than the close that"
    " signalled, until it is reached or something else is wanted (market)"
)
_MODEL_HELP = (
    "fixed: the slippage alone; spread_volatility and square_root: the slippage is half the spread, and the bar's range"
    " or the share taken of its volume come on top; none (fixed)"
)

_CONFIDENCE_HELP = f"a model's least probability for a trade ({RiskLimits().minimum_confidence:g})"
_COOLDOWN_HELP = (
    "bars after a position in which none is opened, the one it closed in counted (models 1, as live; rules 0)"
)
_SESSION_HELP = (
    "replay a recorded paper session of one symbol and show what comes out differently (exit 1 when anything)"
)
_SWEEP_HELP = (
    "values of a parameter to try: fast, slow (sma_cross); period, oversold, overbought (rsi); minimum_confidence"
    " (models); stop_loss, take_profit, size; may be given more than once"
)
_DASK_HELP = (
    "work on the Dask cluster of this scheduler (tcp://...); else on that of the settings, or on this computer's cores"
)
_LABEL_HELP = (
    "round trip's cost that a model's labels count with, whatever the run costs: its predictions are then kept and used"
    f" again (that of the data folder's settings, as the agents count; {USUAL_COST:g} where none are kept)"
)


class _InsteadOfBars(argparse.Action):
    """An option with which no symbol and no interval have to be named."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, _option: str | None = None
    ) -> None:
        setattr(namespace, self.dest, values or True)
        for action in parser._actions:
            if action.dest in ("symbol", "interval"):
                action.required = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    data = parser.add_argument_group("bars")
    add_symbol(data)
    data.add_argument("--interval", required=True, metavar="I", help=f"one of {' '.join(Interval)}")
    data.add_argument("--csv", type=Path, metavar="FILE", help="take the bars from this file")
    data.add_argument("--from-session", action=_InsteadOfBars, metavar="ID", help=_SESSION_HELP)
    data.add_argument("--sessions", action=_InsteadOfBars, nargs=0, default=False, help="list recorded sessions")
    data.add_argument("--start", metavar="D", help="first day or time, ISO 8601 UTC")
    data.add_argument("--end", metavar="D", help="last day, included; or a time, bars that open before it")
    _add_strategy(parser)
    _add_costs(parser)
    _add_sweep(parser)
    out = parser.add_argument_group("results")
    out.add_argument("--trades", type=Path, metavar="FILE.csv", help="write each trade")
    out.add_argument("--equity", type=Path, metavar="FILE.csv", help="write the equity at each bar's close")
    backtest_honesty.add_arguments(out)
    backtest_audit.add_arguments(out)
    out.add_argument("--json", action="store_true", help="print one JSON object")


def _add_strategy(parser: argparse.ArgumentParser) -> None:
    rules = parser.add_argument_group(
        "strategy and rules", "Of the settings of the window only the labels' cost is read for these."
    )
    names = f"{', '.join(STRATEGIES)}, or a Python file with a function signal(bars)"
    rules.add_argument("--strategy", default=ModelType.RANDOM_FOREST.value, metavar="NAME", help=names)
    rules.add_argument("--rule-seconds", type=float, default=60.0, metavar="S", help="time a Python file has (60)")
    rules.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the models and of random (0)")
    rules.add_argument(
        "--minimum-confidence", type=float, default=RiskLimits().minimum_confidence, metavar="P", help=_CONFIDENCE_HELP
    )
    rules.add_argument("--label-cost", type=float, metavar="SHARE", help=_LABEL_HELP)
    rules.add_argument("--cooldown", type=int, metavar="N", help=_COOLDOWN_HELP)
    rules.add_argument("--cooldown-after-loss", type=int, metavar="N", help="the same after a loss (3; rules 0)")
    rules.add_argument("--stop-loss", type=float, metavar="PCT", help="percent from the basis price, 5 is 5%%")
    rules.add_argument("--take-profit", type=float, metavar="PCT", help="percent from the basis price")
    rules.add_argument("--entry", default=EntryKind.MARKET, metavar="ORDER", help=_ENTRY_HELP)
    rules.add_argument("--stop-basis", default="entry", choices=[*StopBasis], help="entry's fill or signal's close")
    rules.add_argument("--size", default="all", metavar="SIZE", help=_SIZE_HELP)
    rules.add_argument("--whole-units", action="store_true", help="buy whole units only")
    rules.add_argument("--short", action="store_true", help="go short on sell signals")
    rules.add_argument(
        "--finalize", default="none", choices=[*Finalize], help="close what is open at the end, and at which price"
    )
    rules.add_argument(
        "--engine",
        default=Engine.VECTORISED,
        choices=[*Engine],
        help="from event to event, or bar by bar: the same trades, bit for bit (vectorised)",
    )


def _add_sweep(parser: argparse.ArgumentParser) -> None:
    swept = parser.add_argument_group("sweep", "Every combination, or some at random, chosen forward in time.")
    swept.add_argument("--sweep", action="append", metavar="PARAM=A,B,C", help=_SWEEP_HELP)
    swept.add_argument("--sweep-random", type=int, metavar="N", help="try N combinations drawn with the seed")
    swept.add_argument("--processes", type=int, metavar="N", help="work with so many processes (all cores)")
    swept.add_argument("--dask", metavar="ADDRESS", help=_DASK_HELP)


def _add_costs(parser: argparse.ArgumentParser) -> None:
    costs = parser.add_argument_group("money and costs")
    costs.add_argument("--initial-balance", type=float, default=10_000.0, metavar="MONEY", help="(10000)")
    costs.add_argument("--commission", type=float, default=0.001, metavar="RATE", help="share of each fill (0.001)")
    costs.add_argument(
        "--slippage", type=float, default=0.0005, metavar="RATE", help="share of each market fill (0.0005)"
    )
    costs.add_argument("--slippage-model", default=SlippageModel.FIXED, choices=[*SlippageModel], help=_MODEL_HELP)
    costs.add_argument(
        "--maker-share", type=float, default=1.0, metavar="SHARE", help="of the commission, that targets pay (1)"
    )
    costs.add_argument(
        "--minimum-commission", type=float, default=0.0, metavar="MONEY", help="least commission of a fill (0)"
    )
    costs.add_argument("--volume-share", type=float, metavar="SHARE", help=_VOLUME_HELP)
    costs.add_argument(
        "--ticks", action="store_true", help="keep to the symbol's price ticks, quantity steps and least order"
    )


def rules_of(options: argparse.Namespace) -> Rules:
    """The rules that the options say; ValueRefusedError, naming the bound, for values outside it."""
    return Rules(
        initial_balance=options.initial_balance,
        costs=_costs(options),
        sizing=Sizing.parse(options.size, 1) if options.whole_units else Sizing.parse(options.size),
        stop_loss=None if options.stop_loss is None else options.stop_loss / 100,
        take_profit=None if options.take_profit is None else options.take_profit / 100,
        stop_basis=StopBasis(options.stop_basis),
        short_allowed=options.short,
        finalize=Finalize(options.finalize),
        instrument=assumed_instrument(options.symbol) if options.ticks else None,
        cooldown=_cooldown(options),
        entry=EntryOrders.parse(options.entry),
        volume_share=options.volume_share,
    )


def _cooldown(options: argparse.Namespace) -> Cooldown:
    """Models wait as the live decision does where nothing else is asked for; rules don't."""
    live = DecisionPolicy()
    usual = (live.cooldown_bars, live.cooldown_after_loss) if options.strategy in set(ModelType) else (0, 0)
    asked = (options.cooldown, options.cooldown_after_loss)
    return Cooldown(*(own if bars is None else bars for bars, own in zip(asked, usual, strict=True)))


def _costs(options: argparse.Namespace) -> CostModel:
    return CostModel(
        commission_rate=_number("commission", options.commission, "between 0 and 0.1 (10%)"),
        slippage_rate=_number("slippage", options.slippage, "between 0 and 0.1 (10%)"),
        maker_share=_number("maker share", options.maker_share, "between 0 and 1"),
        minimum_commission=_number("minimum commission", options.minimum_commission, "between 0 and 1,000"),
        slippage_model=SlippageModel(options.slippage_model),
    )


def _number(name: str, value: float, bounds: str) -> Decimal:
    if not isfinite(value):
        raise ValueRefusedError(f"The {name} is {value}; it lies {bounds}.")
    return exact(value)
