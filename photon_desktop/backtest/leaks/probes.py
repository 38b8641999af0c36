"""What is looked at while the future is changed: values with names, told at each bar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.strategies import Strategy
from photon_desktop.learning.labels import triple_barrier
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import FEATURE_NAMES, compute_features

_MOST = 20_000  # features of more take their time, and those of the newest are made the same way
Told = Mapping[str, npt.NDArray[Any]]  # numbers, shape (bars,); NaN is no value


@dataclass(frozen=True, slots=True)
class Probe:
    """`told` gives the values of `name` that it knows at each bar's close; it may raise NotEnoughDataError.

    `least` bars are needed for any. Where `settles`, values that are not known yet may come to be known later, as
    labels do, but once told they stay: for these the future is cut off only. A `slow` probe is asked a
    few times only. Where `most` is given, only that many of the newest bars are looked at.
    """

    name: str
    told: Callable[[Bars], Told]
    least: int = 2
    settles: bool = False
    slow: bool = False
    most: int | None = None


def features_probe() -> Probe:
    """The model's inputs."""
    return Probe("features", _features, most=_MOST)


def labels_probe(round_trip_cost: float) -> Probe:
    """The labels it learns from, once they are finished, and the barriers they go by."""

    def told(bars: Bars) -> Told:
        labels = triple_barrier(bars, round_trip_cost)
        touches = np.where(labels.touches >= 0, labels.touches, np.nan)
        return {"label": labels.classes, "bar that settled the label": touches, "barrier": labels.barriers}

    return Probe("labels", told, settles=True, most=_MOST)


def signals_probe(strategy: Strategy) -> Probe:
    """A strategy's signals, whatever makes them."""
    return Probe("decisions", lambda bars: {"signal": strategy.signals(bars)})


def model_probe(plan: Callable[[Bars], Plan], least: int, most: int) -> Probe:
    """What a model tells and wants, fitted anew for what it is handed: so the use of labels is looked at, too."""
    return Probe("use of labels, and decisions", _planned(plan), least, slow=True, most=most)


def decisions_probe(plan: Callable[[Bars], Plan], slow: bool = False) -> Probe:
    """What a rule wants, asked anew of what it is handed."""
    return Probe("decisions", _planned(plan), slow=slow)


def _planned(plan: Callable[[Bars], Plan]) -> Callable[[Bars], Told]:

    def told(bars: Bars) -> Told:
        made = plan(bars)
        wants = made.wants
        wanted = {"wanted when short": wants.when_short, "wanted when flat": wants.when_flat,
                  "wanted when long": wants.when_long}  # fmt: skip
        if made.probabilities is None:
            return wanted
        names = ("probability of SELL", "probability of HOLD", "probability of BUY")
        return {**dict(zip(names, made.probabilities.T, strict=True)), **wanted}

    return told


def _features(bars: Bars) -> Told:
    return dict(zip(FEATURE_NAMES, compute_features(bars).T, strict=True))
