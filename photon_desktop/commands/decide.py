"""`photon-desktop decide`: what the model would do at the last closed bar, and why."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from photon_desktop.clock import SystemClock
from photon_desktop.commands.kept_models import find_kept, keep_trained
from photon_desktop.commands.kept_settings import settings_of
from photon_desktop.commands.output import note, print_json
from photon_desktop.commands.sources import served_bars
from photon_desktop.commands.symbol_option import add_symbol
from photon_desktop.commands.train import bars_for, request_for
from photon_desktop.errors import ModelError, NotEnoughDataError
from photon_desktop.learning.decision import DecisionContext, decide
from photon_desktop.learning.further import explained
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.training import train
from photon_desktop.market.catalogue import Served
from photon_desktop.market.exchanges import Hours, hours_of
from photon_desktop.market.gaps import bars_due, gaps_of
from photon_desktop.market.input_gaps import input_quality
from photon_desktop.paths import user_data_folder
from photon_desktop.settings.choices import DEFAULTS, Choices
from photon_desktop.settings.parts import (
    costs_of,
    limits_of,
    model_type_of,
    policy_of,
    sizing_of,
    starting_cash_of,
)
from photon_desktop.settings.table import EXPLORING, MODEL_TYPE
from photon_desktop.trading.account import Account
from photon_desktop.trading.analysis import analyse
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import DECISION_BARS, compute_indicators
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND, Interval
from photon_desktop.trading.messages import Json, TradeDecision
from photon_desktop.trading.timestamps import to_iso

_GRACE_NS = 60 * NANOSECONDS_PER_SECOND  # a bar that closed just now may not be served yet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    add_symbol(parser)
    parser.add_argument("--interval", required=True, metavar="I", help=f"one of {' '.join(Interval)}")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="take the bars from this file")
    parser.add_argument("--model", choices=[*ModelType], help="(as the settings of the data folder say: random_forest)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Print the decision for a new account under the settings of the data folder. A model is trained when these bars
    have none."""
    interval = Interval.parse(options.interval)
    data_folder = user_data_folder(options.data_dir)
    served = served_bars(options.symbol, interval, options.csv, data_folder, bars_for(None))
    choices = settings_of(data_folder)
    if options.model is not None:
        choices = Choices.of({**choices.own, MODEL_TYPE: options.model})
    model, why_none = _model(options.symbol, interval, choices, served, data_folder)
    now_ns = SystemClock().now_ns()
    late = "" if options.csv is not None else _lateness(served, interval, now_ns)  # a file is as it is
    if late:
        note(late)
    decision = decided(options.symbol, interval, served, model, why_none, choices, "offline" if late else "")
    if options.json:
        print_json({**decision.to_json(), **_about_bars(served, interval, now_ns), "note": late})
    else:
        _print_readable(decision)
    return 0


def decided(
    symbol: str,
    interval: Interval,
    served: Served,
    model: Model | None,
    why_none: str,
    choices: Choices = DEFAULTS,
    feed: str = "",
) -> TradeDecision:
    """The decision at the last of the bars, its past cases and its flip, as the decision maker would make it, but that
    it never explores; `feed` as in InputQuality."""
    bars = served.bars.tail(DECISION_BARS)
    indicators, row = compute_indicators(bars), compute_features(bars)[-1]
    reading = None if model is None else model.drift(row)
    context = DecisionContext(
        symbol=symbol,
        interval=interval,
        bars=bars,
        analysis=analyse(bars, indicators),
        indicators=indicators.at(-1),
        prediction=None if model is None else model.predict(row),
        manifest=None if model is None else model.manifest,
        fallback_reason=why_none,
        account=Account(starting_cash_of(choices)),
        prices={},
        instrument=served.instrument,
        costs=costs_of(choices),
        limits=limits_of(choices),
        sizing=sizing_of(choices),
        policy=replace(policy_of(choices), explore_after_bars=0),
        drift=None if reading is None else reading.share,
        quality=input_quality(bars.times, gaps_of(bars.times, interval, _hours(served)), feed),
    )
    decision = replace(decide(context), settings=choices.told(without=(EXPLORING,)))
    return decision if model is None else explained(decision, context, model, row)


def _hours(served: Served) -> Hours:
    return hours_of(served.instrument.symbol, served.instrument.kind)


def _about_bars(served: Served, interval: Interval, now_ns: int) -> Json:
    """What the decision itself does not tell of the bars it was made on."""
    return {
        "source": served.source,
        "fallbacks": list(served.fallbacks),
        "data_age": _age_s(served, interval, now_ns),
    }


def _age_s(served: Served, interval: Interval, now_ns: int) -> float | None:
    """Seconds since the newest bar closed; None in the simulated market, whose time is not ours."""
    if served.instrument.kind is InstrumentKind.DEMO:
        return None
    return (now_ns - int(served.bars.times[-1]) - interval.nanoseconds) / NANOSECONDS_PER_SECOND


def _lateness(served: Served, interval: Interval, now_ns: int) -> str:
    """One sentence where bars of a real market should be newer by now, empty where they need not be."""
    last_ns, instrument = int(served.bars.times[-1]), served.instrument
    if instrument.kind is InstrumentKind.DEMO:
        return ""
    late = bars_due(last_ns, now_ns - _GRACE_NS, interval, _hours(served))
    if late < 1:
        return ""
    closed = to_iso(last_ns + interval.nanoseconds)
    return f"The newest bar of {instrument.symbol} closed at {closed}, and {late:,} should have closed since."


def _model(
    symbol: str, interval: Interval, choices: Choices, served: Served, data_folder: Path
) -> tuple[Model | None, str]:
    """The kept model of these bars, else a new one that is kept; or none, and why."""
    model_type = model_type_of(choices)
    why = f"There is no model of these {symbol} {interval} bars yet."
    try:
        model = find_kept(symbol, interval, model_type, served.bars, data_folder)
    except ModelError as error:
        model, why = None, str(error)
    if model is not None:
        return model, ""
    _say(f"{why} One is trained.")
    try:
        model = train(served.bars, request_for(symbol, interval, model_type, costs_of(choices)))
    except NotEnoughDataError as error:
        _say(f"{error} Rules decide.")
        return None, f"No model of {symbol} could be trained: {error}"
    keep_trained(model, data_folder)
    return model, ""


def _say(sentence: str) -> None:
    """On stderr: stdout is for the decision."""
    print(sentence, file=sys.stderr)


def _print_readable(decision: TradeDecision) -> None:
    print(f"{decision.ticker} {decision.interval}, close of {to_iso(decision.decided_at)} at {decision.price}")
    print(decision.reasoning)
    if decision.probabilities:
        told = ", ".join(f"{name} {share:.0%}" for name, share in decision.probabilities.items())
        print(f"{told}; risk {decision.risk_score:.2f}; {decision.model_version}")
    if decision.quantity:
        print(f"{decision.quantity} at {decision.price}, stop {decision.stop_loss}, target {decision.take_profit}")
    for case in decision.cases:
        print(f"Like {to_iso(case.time)}: {case.outcome} after {case.bars} bars, {case.log_return:+.2%}")
    if decision.flip is not None:
        print(f"It would be {decision.flip.action} with {decision.flip.words}.")
