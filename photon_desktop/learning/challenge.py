"""A challenger for the model in use: trained on newer bars, compared where neither could know the answer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from photon_desktop.learning.files import write_model
from photon_desktop.learning.gate import LEAST_COMPARED, GateVerdict, gate
from photon_desktop.learning.training import Forecasts, TrainingRequest, train_with_forecasts
from photon_desktop.trading.bars import Bars, FloatArray, TimeArray

_LEAST_PROBABILITY = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class LoggedPredictions:
    """What the champion said when it decided: open `times` (n,) ns UTC of the bars, each once, and `probabilities`
    (n, 3) of SELL, HOLD and BUY."""

    times: TimeArray
    probabilities: FloatArray


@dataclass(frozen=True, slots=True)
class ChallengeReport:
    """`path` of the challenger's file, empty when it was not promoted; its `version`; `verdict` of the gate, None when
    under 120 of the logged predictions could be `compared`; a sentence on what came of it; and the challenger's
    manifest as JSON, so that one that was turned down can be shown."""

    path: str
    version: str
    verdict: GateVerdict | None
    compared: int
    words: str
    manifest: dict[str, Any]


def challenge_and_save(
    bars: Bars, request: TrainingRequest, logged: LoggedPredictions, folder: Path
) -> ChallengeReport:
    """Train a challenger on `bars`, and save it in `folder` if the gate lets it replace the champion.

    Its side of the comparison are its walk-forward predictions: of each logged bar, what a model trained on bars
    settled before it would have said. One task for a worker process. Raises what training raises; a challenger that is
    not promoted leaves no file.
    """
    model, forecasts = train_with_forecasts(bars, request)
    version, described = model.manifest.version, model.manifest.to_json()
    champion, challenger = losses_on_common_bars(logged, forecasts)
    if len(champion) < LEAST_COMPARED:
        settled = f"{len(champion)} logged predictions have an outcome"
        words = f"{version} was not compared: {settled}, {LEAST_COMPARED} are needed."
        return ChallengeReport("", version, None, len(champion), words, described)
    verdict = gate(champion, challenger, model.manifest.seed)
    gained = f"{verdict.gained.value:+.4f} nats, {verdict.gained.likely_low:+.4f} or more in 4 of 5 resampled histories"
    if not verdict.is_promoted:
        words = f"{version} was turned down: it gained {gained}."
        return ChallengeReport("", version, verdict, len(champion), words, described)
    path = write_model(model, folder)
    words = f"{version} takes over: it gained {gained}."
    return ChallengeReport(str(path), version, verdict, len(champion), words, described)


def losses_on_common_bars(logged: LoggedPredictions, forecasts: Forecasts) -> tuple[FloatArray, FloatArray]:
    """-ln p(what came) of the champion and of the challenger on the bars that both predicted, in the order of time."""
    _, mine, theirs = np.intersect1d(logged.times, forecasts.times, return_indices=True)
    came = forecasts.classes[theirs]
    return _losses(logged.probabilities[mine], came), _losses(forecasts.probabilities[theirs], came)


def _losses(probabilities: FloatArray, came: np.ndarray) -> FloatArray:
    told = probabilities[np.arange(len(came)), came]
    losses: FloatArray = -np.log(np.maximum(told, _LEAST_PROBABILITY))
    return losses
