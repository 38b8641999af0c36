"""Bars in, a trained and honestly scored model out."""

import hashlib
import sys
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.cases import PastCases
from photon_desktop.learning.drift import DriftGuard
from photon_desktop.learning.ensemble import digest
from photon_desktop.learning.gains import gains
from photon_desktop.learning.importance import permutation_importance
from photon_desktop.learning.labels import HORIZON, IntArray
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.manifest import ModelManifest, version_of
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.out_of_sample import score
from photon_desktop.learning.samples import Samples, TradeResult, learning_window, make_samples
from photon_desktop.learning.validation import Validated, expected_shares, training_weights, validate
from photon_desktop.learning.verdict import UNTESTED
from photon_desktop.learning.weights import effective_samples
from photon_desktop.trading.bars import Bars, FloatArray, TimeArray
from photon_desktop.trading.features import FEATURE_VERSION
from photon_desktop.trading.indicators import WARM_UP_BARS
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash

LEAST_EFFECTIVE_SAMPLES = 30
_ROWS_PER_EFFECTIVE_SAMPLE = 17  # as measured on hourly bars; only tells how many to give when there are few
_LIBRARIES = ("numpy", "pandas", "scikit-learn", "TA-Lib")


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """What to train. `round_trip_cost` is a share of the notional; `created_at` ns UTC, wall time; `trees` instead of
    the model type's own number (300 for a forest, 60 for boosting). `trades`: those really made, whose bars count more.
    `parent` and `trials` as in the manifest. `window`: the most labelled bars to learn from, 8,760 unless given."""

    symbol: str
    interval: Interval
    model_type: str
    round_trip_cost: float
    created_at: int
    trees: int | None = None
    trades: tuple[TradeResult, ...] = ()
    parent: str = ""
    trials: int = 1
    window: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Forecasts:
    """What models of the past would have said of bars that followed: open `times` (n,) ns UTC of the bars, calibrated
    `probabilities` (n, 3), and the `classes` (n,) that came."""

    times: TimeArray
    probabilities: FloatArray
    classes: IntArray


def train(bars: Bars, request: TrainingRequest) -> Model:
    """A model of the newest of the closed `bars`, a year of hours unless the request says otherwise.

    The same bars give the same model. Raises NotEnoughDataError for fewer than 30 effective samples, or when the market
    only ever did one thing; ValueRefusedError for an unknown model type.
    """
    return train_with_forecasts(bars, request)[0]


def train_with_forecasts(bars: Bars, request: TrainingRequest) -> tuple[Model, Forecasts]:
    """As `train`, with the walk-forward predictions that the model's figures were made of."""
    lesson = _prepare(bars, request)
    samples, learner = lesson.samples, lesson.learner
    validated = validate(samples, learner)
    ensemble = learner.fit(samples.features, samples.classes, training_weights(samples))
    guard = DriftGuard.of(samples)
    cases = PastCases.of(lesson.window, samples, request.round_trip_cost, request.interval.nanoseconds)
    manifest = _manifest(lesson, request, validated, digest(ensemble), guard.limit)
    times = lesson.window.times[samples.rows[validated.tested]]
    forecasts = Forecasts(times, validated.probabilities, samples.classes[validated.tested])
    return Model(manifest, ensemble, guard, cases), forecasts


@dataclass(frozen=True, slots=True, eq=False)
class _Lesson:
    """What is learnt from, and by whom."""

    window: Bars
    samples: Samples
    effective: float
    learner: Learner

    @property
    def trained_to(self) -> int:
        return int(self.window.times[-1])


def _prepare(bars: Bars, request: TrainingRequest) -> _Lesson:
    model_type = ModelType.parse(request.model_type)
    window = learning_window(bars, request.window)
    samples = make_samples(window, request.round_trip_cost, request.trades)
    effective = effective_samples(samples.rows, samples.touches)
    _check_enough(samples, effective, len(bars), request)
    learner = Learner.standard(model_type, seed_of(request, int(window.times[-1])), request.trees)
    return _Lesson(window, samples, effective, learner)


def _manifest(
    lesson: _Lesson, request: TrainingRequest, validated: Validated, model_hash: str, drift_limit: float
) -> ModelManifest:
    samples, learner, window = lesson.samples, lesson.learner, lesson.window
    came = samples.classes[validated.tested]
    sell, hold, buy = expected_shares(samples).tolist()
    return ModelManifest(
        version=version_of(learner.model_type, request.symbol, request.interval, lesson.trained_to, model_hash),
        model_type=learner.model_type,
        symbol=request.symbol,
        interval=request.interval,
        trained_from=int(window.times[samples.rows[0]]),
        trained_to=lesson.trained_to,
        rows=len(samples),
        rows_dropped=samples.dropped,
        effective_samples=lesson.effective,
        feature_version=FEATURE_VERSION,
        data_hash=data_hash(window),
        model_hash=model_hash,
        seed=learner.seed,
        parameters=_parameters(lesson, request),
        libraries=library_versions(),
        base_rates=(sell, hold, buy),
        out_of_sample=score(validated.probabilities, came, validated.priors),
        evidence=UNTESTED,
        created_at=request.created_at,
        gains=gains(validated.probabilities, came, validated.priors, learner.seed),
        calibration=validated.calibration,
        drift_limit=drift_limit,
        trials=request.trials,
        parent=request.parent,
        importance=permutation_importance(samples, validated.blocks, learner.seed),
    )


def _parameters(lesson: _Lesson, request: TrainingRequest) -> dict[str, float | int | str]:
    own = {"bars": len(lesson.window), "horizon": HORIZON, "round_trip_cost": request.round_trip_cost}
    return {**lesson.learner.parameters(), **own}


def learnt_from(manifest: ModelManifest, bars: Bars) -> bool:
    """Whether the bars that the model was trained on are among `bars`, the same to the bit."""
    known = bars.between(None, manifest.trained_to + 1)
    window = known.tail(int(manifest.parameters.get("bars", 0)))
    return len(window) > 0 and data_hash(window) == manifest.data_hash


def seed_of(request: TrainingRequest, trained_to: int) -> int:
    """A seed made of the symbol, the interval, the newest bar's time and the features' version."""
    text = f"{request.symbol}|{request.interval.value}|{trained_to}|{FEATURE_VERSION}"
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:4])


def library_versions() -> dict[str, str]:
    """Python and the libraries that had a part in the fit."""
    from importlib.metadata import version  # noqa: PLC0415 - the window opens without it

    python = ".".join(str(part) for part in sys.version_info[:3])
    return {"python": python, **{name: version(name) for name in _LIBRARIES}}


def _check_enough(samples: Samples, effective: float, bars: int, request: TrainingRequest) -> None:
    name = f"{request.symbol} {request.interval.value}"
    if effective < LEAST_EFFECTIVE_SAMPLES:
        unusable = f", {samples.dropped} bars without movement left out" if samples.dropped else ""
        raise NotEnoughDataError(
            f"{bars:,} bars of {name} hold {floor(effective * 10) / 10} effective samples ({len(samples)} overlapping"
            f" labels{unusable}), a model needs {LEAST_EFFECTIVE_SAMPLES}; give about"
            f" {_bars_needed(samples, effective):,} bars or a shorter interval."
        )
    found = np.unique(samples.classes)
    if len(found) < 2:
        only = ("SELL", "HOLD", "BUY")[int(found[0])]
        raise NotEnoughDataError(
            f"All {len(samples)} labels of {name} are {only}, there is nothing to tell apart; give bars of a longer"
            " time."
        )


def _bars_needed(samples: Samples, effective: float) -> int:
    """How many bars would do if the rest is like these, to the next hundred."""
    rows_each = len(samples) / effective if effective >= 10 else _ROWS_PER_EFFECTIVE_SAMPLE
    needed = WARM_UP_BARS + HORIZON + 1.05 * LEAST_EFFECTIVE_SAMPLES * rows_each
    return ceil(needed / 100) * 100
