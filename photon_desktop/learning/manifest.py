"""What is known about a trained model: what it learnt from, how, and how it did on bars it had not seen."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self, TypeVar

from photon_desktop.errors import ModelError
from photon_desktop.learning.calibration import Calibration
from photon_desktop.learning.gains import Gains
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.out_of_sample import OutOfSample
from photon_desktop.learning.verdict import EvidenceTest
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_datetime

_LONGEST_NAME = 40
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class ModelManifest:
    """`trained_from` and `trained_to`: open times (ns UTC) of the first row learnt from and of the newest bar seen,
    the labels' outcomes included. `base_rates`: shares of SELL, HOLD and BUY in the rows, as weighted in training.
    `data_hash`: SHA-256 over the bars; `model_hash` over the model's arrays. `created_at`: ns UTC, wall time.
    `evidence` of an edge: "untested", "no evidence" or "edge", and `evidence_test` its figures, None while untested.
    `gains` over the base rates with intervals, None where a model was made without. `calibration`: what its trees say
    is drawn back to the base rates by. `drift_limit`: as in DriftGuard, None where a model has none. `trials`: how many
    models were compared to choose this one, itself included; `parent`: the version it took over from, or empty.
    `importance`: pairs of feature and nats as in `permutation_importance`; empty for a model made before it was kept.
    """

    version: str
    model_type: ModelType
    symbol: str
    interval: Interval
    trained_from: int
    trained_to: int
    rows: int
    rows_dropped: int
    effective_samples: float
    feature_version: int
    data_hash: str
    model_hash: str
    seed: int
    parameters: Mapping[str, float | int | str]
    libraries: Mapping[str, str]
    base_rates: tuple[float, float, float]
    out_of_sample: OutOfSample
    evidence: str
    created_at: int
    gains: Gains | None = None
    calibration: Calibration = field(default_factory=Calibration.none)
    drift_limit: float | None = None
    evidence_test: EvidenceTest | None = None
    trials: int = 1
    parent: str = ""
    importance: tuple[tuple[str, float], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A JSON object that `from_json` reads."""
        return {
            **asdict(self),
            "model_type": self.model_type.value,
            "interval": self.interval.value,
            "parameters": dict(self.parameters),
            "libraries": dict(self.libraries),
            "base_rates": list(self.base_rates),
            "importance": [list(pair) for pair in self.importance],
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """The manifest that `to_json` wrote; ModelError when it is not one."""
        try:
            sell, hold, buy = (float(rate) for rate in content["base_rates"])
            kept = {"importance": [], **content}
            named = {name: kept[name] for name in cls.__slots__}
            return cls(
                **{
                    **named,
                    "model_type": ModelType.parse(content["model_type"]),
                    "interval": Interval.parse(content["interval"]),
                    "base_rates": (sell, hold, buy),
                    "out_of_sample": OutOfSample(**content["out_of_sample"]),
                    "gains": _made(Gains.from_json, content["gains"]),
                    "calibration": Calibration.from_json(content["calibration"]),
                    "evidence_test": _made(EvidenceTest.from_json, content["evidence_test"]),
                    "importance": tuple((str(name), float(worth)) for name, worth in kept["importance"]),
                }
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ModelError(f"The model's description can't be read ({error!r}); train the model again.") from error


def _made(make: Callable[[Mapping[str, Any]], _Made], content: Mapping[str, Any] | None) -> _Made | None:
    return None if content is None else make(content)


def version_of(model_type: ModelType, symbol: str, interval: Interval, trained_to: int, model_hash: str) -> str:
    """A name such as "rf-DEMO-BTC-1h-20250101T0000-1a2b3c4d", fit for a file."""
    stamp = to_datetime(trained_to).strftime("%Y%m%dT%H%M")
    return f"{series_name(model_type, symbol, interval)}-{stamp}-{model_hash[:8]}"


def series_name(model_type: ModelType, symbol: str, interval: Interval) -> str:
    """What the versions of one model type, symbol and interval begin with."""
    return f"{model_type.short}-{safe_name(symbol)}-{interval.value}"


def safe_name(symbol: str) -> str:
    """`symbol` where it is fit for a file's name on any system, otherwise what is fit of it and a part of its hash."""
    fit = re.sub(r"[^A-Za-z0-9._-]", "_", symbol)
    if fit == symbol and len(symbol) <= _LONGEST_NAME:
        return symbol
    return f"{fit[: _LONGEST_NAME - 9]}-{hashlib.sha256(symbol.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
