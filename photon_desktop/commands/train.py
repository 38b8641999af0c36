"""`photon-desktop train`: a model of a symbol's bars, with honest figures of what it can tell."""

import argparse
import multiprocessing
import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, replace
from pathlib import Path

from photon_desktop.clock import SystemClock
from photon_desktop.commands.kept_models import keep_trained
from photon_desktop.commands.kept_settings import settings_of
from photon_desktop.commands.output import plain_percent, print_json, print_rows, progress_on
from photon_desktop.commands.sources import served_bars
from photon_desktop.commands.symbol_option import add_symbol
from photon_desktop.errors import UsageError
from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.learning.evidence import PERMUTATIONS, gain_on_market, weigh
from photon_desktop.learning.fitting import prepare_worker
from photon_desktop.learning.labels import HORIZON
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.samples import LARGEST_WINDOW, learning_window, make_samples
from photon_desktop.learning.shuffled_split import shuffled_split_accuracy
from photon_desktop.learning.training import TrainingRequest, train
from photon_desktop.market.catalogue import MOST_BARS, Served
from photon_desktop.paths import user_data_folder
from photon_desktop.settings.parts import costs_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel, SlippageModel
from photon_desktop.trading.indicators import WARM_UP_BARS
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.messages import Json
from photon_desktop.trading.money import exact
from photon_desktop.trading.timestamps import to_iso

EVIDENCE = ("auto", "test", "skip")
LONGEST_TEST_SECONDS = 60
_MOST_PROCESSES = 2  # the machine stays usable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    add_symbol(parser)
    parser.add_argument("--interval", required=True, metavar="I", help=f"one of {' '.join(Interval)}")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="take the bars from this file")
    parser.add_argument("--model", default=ModelType.RANDOM_FOREST.value, choices=[*ModelType], help="(random_forest)")
    parser.add_argument(
        "--bars",
        default=str(LARGEST_WINDOW),
        metavar="N",
        help=f"learn from the newest N bars, or all ({LARGEST_WINDOW})",
    )
    kept = "as the settings of the data folder say"
    parser.add_argument("--commission", type=float, metavar="RATE", help=f"share of each fill ({kept})")
    parser.add_argument("--slippage", type=float, metavar="RATE", help=f"share of each market fill ({kept})")
    parser.add_argument(
        "--evidence",
        default="auto",
        choices=EVIDENCE,
        help=f"test against {PERMUTATIONS} permuted markets: auto does if that takes under a minute (auto)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(options: argparse.Namespace) -> int:
    """Train, score, test for an edge, save the model and print what is known of it."""
    interval, window = Interval.parse(options.interval), _window(options.bars)
    data_folder = user_data_folder(options.data_dir)
    costs = _costs(options, data_folder)
    served = served_bars(options.symbol, interval, options.csv, data_folder, bars_for(window))
    request = request_for(options.symbol, interval, options.model, costs, window)
    model = train(served.bars, request)
    model, note = _tested(model, served.bars, request, options.evidence)
    path = keep_trained(model, data_folder)
    content = {
        **_described(model, served, path),
        "costs": _costs_told(costs, options),
        "evidence_note": note,
        "oos": _out_of_sample(model, _shuffled(served.bars, request, model.manifest.seed)),
    }
    if options.json:
        print_json(content)
    else:
        _print_table(content, model)
    return 0


def request_for(
    symbol: str, interval: Interval, model_type: str, costs: CostModel, window: int | None = None
) -> TrainingRequest:
    """What the commands train: labelled with these costs, now."""
    return TrainingRequest(
        symbol, interval, model_type, costs.round_trip, created_at=SystemClock().now_ns(), window=window
    )


def bars_for(window: int | None) -> int:
    """How many bars a model of `window` labelled ones needs."""
    return min(WARM_UP_BARS + (window or LARGEST_WINDOW) + HORIZON, MOST_BARS)


def _costs(options: argparse.Namespace, data_folder: Path) -> CostModel:
    """Those of the data folder's settings, as the window trains with, but for what the options say."""
    costs = costs_of(settings_of(data_folder))
    if options.commission is not None:
        costs = replace(costs, commission_rate=exact(options.commission))
    if options.slippage is not None:
        costs = replace(costs, slippage_rate=exact(options.slippage), slippage_model=SlippageModel.FIXED)
    return costs


def _costs_told(costs: CostModel, options: argparse.Namespace) -> Json:
    """The costs that the labels weigh a move against, and where they are from."""
    source = "defaults" if costs == CostModel() else "settings"
    if options.commission is not None or options.slippage is not None:
        source = "options"
    return {
        "round_trip": costs.round_trip,
        "commission": float(costs.commission_rate),
        "slippage": float(costs.slippage_rate),
        "slippage_model": costs.slippage_model.value,
        "source": source,
    }


def _window(text: str) -> int:
    if text == "all":
        return MOST_BARS
    if not text.isdecimal() or int(text) < 1:
        raise UsageError(f"--bars is {text!r}; write a number of bars, 1 or more, or all.")
    return int(text)


def _tested(model: Model, bars: Bars, request: TrainingRequest, wanted: str) -> tuple[Model, str]:
    """The model with a verdict, or untested with the reason."""
    if wanted == "skip":
        return model, "not tested, as asked"
    begun = time.monotonic()
    gain = gain_on_market(bars, request, None)
    processes = min(_MOST_PROCESSES, os.cpu_count() or 1)
    expected = (time.monotonic() - begun) * PERMUTATIONS / processes
    if wanted == "auto" and expected > LONGEST_TEST_SECONDS:
        return model, f"not tested: that would take about {expected / 60:.0f} minutes; ask for it with --evidence test"
    permuted = permuted_gains(bars, request, processes)
    return weigh(model, gain, permuted), f"{PERMUTATIONS} permuted markets"


def permuted_gains(bars: Bars, request: TrainingRequest, processes: int) -> list[float]:
    """What models gain on markets in which nothing can be gained; the same on any number of processes."""
    show = progress_on()
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), prepare_worker) as executor:
        window = learning_window(bars, request.window)
        tasks = [executor.submit(gain_on_market, window, request, number) for number in range(PERMUTATIONS)]
        try:
            for done, _ in enumerate(as_completed(tasks), 1):
                show("Permuted markets", done, PERMUTATIONS)
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise
        return [task.result() for task in tasks]


def _shuffled(bars: Bars, request: TrainingRequest, seed: int) -> float:
    samples = make_samples(learning_window(bars, request.window), request.round_trip_cost)
    return shuffled_split_accuracy(samples, ModelType.parse(request.model_type), seed)


def _described(model: Model, served: Served, path: Path) -> Json:
    manifest = model.manifest
    test = manifest.evidence_test
    return {
        "model_version": manifest.version,
        "model_type": manifest.model_type.value,
        "symbol": manifest.symbol,
        "interval": manifest.interval.value,
        "source": served.source,
        "fallbacks": list(served.fallbacks),
        "path": str(path),
        "first": to_iso(manifest.trained_from),
        "last": to_iso(manifest.trained_to),
        "rows": manifest.rows,
        "rows_dropped": manifest.rows_dropped,
        "effective_samples": manifest.effective_samples,
        "data_hash": manifest.data_hash,
        "model_hash": manifest.model_hash,
        "created_at": to_iso(manifest.created_at),
        "trials": manifest.trials,
        "parent": manifest.parent,
        "seed": manifest.seed,
        "feature_version": manifest.feature_version,
        "parameters": dict(manifest.parameters),
        "libraries": dict(manifest.libraries),
        "base_rates": dict(zip(("SELL", "HOLD", "BUY"), manifest.base_rates, strict=True)),
        "calibration": asdict(manifest.calibration),
        "drift_limit": manifest.drift_limit,
        "importance": [list(pair) for pair in manifest.importance],
        "evidence": manifest.evidence,
        "evidence_test": None if test is None else asdict(test),
    }


def _out_of_sample(model: Model, shuffled: float) -> Json:
    scores, gains = model.manifest.out_of_sample, model.manifest.gains
    assert gains is not None  # train gives every model its gains
    direction = gains.direction
    return {
        **asdict(scores),
        "gain": gains.total.value,
        "gain_low": gains.total.low,
        "gain_high": gains.total.high,
        "direction_n": gains.moved,
        "direction_gain": None if direction is None else direction.value,
        "direction_gain_low": None if direction is None else direction.low,
        "direction_gain_high": None if direction is None else direction.high,
        "bootstrap_block": gains.block,
        "reliability": [asdict(each) for each in gains.reliability],
        "shuffled_split_accuracy": shuffled,
    }


def _print_table(content: Json, model: Model) -> None:
    scores, gains = content["oos"], model.manifest.gains
    assert gains is not None
    print(f"{content['model_version']} ({content['source']})")
    print_rows(
        [
            ("Rows", f"{content['rows']:,} labelled bars, worth {content['effective_samples']:.0f} apart"),
            ("Bars", f"{content['first']} to {content['last']}"),
            ("Costs", f"{content['costs']['round_trip']:.2%} to buy and sell again ({content['costs']['source']})"),
            ("Out of sample", f"{scores['n']:,} predictions, each by a model of the past only"),
            (
                "  accuracy",
                f"{plain_percent(scores['accuracy'])}; saying the most frequent class each time:"
                f" {plain_percent(scores['majority_accuracy'])}",
            ),
            ("  balanced accuracy", f"{plain_percent(scores['balanced_accuracy'])}; chance: 33.33%"),
            ("  log loss", f"{scores['log_loss']:.4f} nats; class shares alone: {scores['prior_log_loss']:.4f}"),
            ("  gain", _bounds(gains.total)),
            ("  of the direction", "nothing moved" if gains.direction is None else _bounds(gains.direction)),
            ("Shuffled split", f"{plain_percent(scores['shuffled_split_accuracy'])}, which means nothing: its test"
             " rows overlap its training rows"),
            ("Inputs worth most", _worth_most(model)),
            ("Evidence of an edge", f"{content['evidence']} ({content['evidence_note']})"),
        ]
    )  # fmt: skip
    for each in gains.reliability:
        print(f"  told {each.told:.0%}, came true {each.came:.0%} ({each.n:,} predictions)")
    print(content["path"])


def _worth_most(model: Model) -> str:
    return ", ".join(f"{name} {worth:+.4f}" for name, worth in model.manifest.importance[:3]) + " nats out of sample"


def _bounds(estimate: Estimate) -> str:
    return f"{estimate.value:+.4f} nats, {estimate.low:+.4f} to {estimate.high:+.4f} in 9 of 10 resampled histories"
