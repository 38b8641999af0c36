"""Shuffled labels: who learns from answers that mean nothing must not do better than knowing nothing.

Where it does, the rows it is tested on are somehow among what it learnt from.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from photon_desktop.backtest.leaks.findings import Check, Finding
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.learning.gains import gains
from photon_desktop.learning.samples import Samples
from photon_desktop.learning.validation import Validated

SHUFFLES = 3
_NAME = "shuffled labels"

Teach = Callable[[Samples], Validated]  # learns forward in time from samples, and tells the rows it was tested on


def check_shuffled(teach: Teach, samples: Samples, seed: int, watch: Watch) -> Check:
    """Teach three times from `samples` with their classes in a random order; a leak is a log-loss gain over the prior
    whose 5% bound (block bootstrap) is above 0 in all three. One alone happens by chance in one of twenty."""
    lows, values = [], []
    for shuffle in range(SHUFFLES):
        order = np.random.default_rng((seed, shuffle)).permutation(len(samples))
        shuffled = replace(samples, classes=samples.classes[order])
        told = teach(shuffled)
        gained = gains(told.probabilities, shuffled.classes[told.tested], told.priors, seed).total
        values.append(gained.value)
        lows.append(gained.low)
        watch.step(_NAME, shuffle + 1, SHUFFLES)
    tested = f"{len(samples):,} labels in {SHUFFLES} random orders, gains of {_signed(values)} nats over the prior"
    return Check(_NAME, tested, _findings(values) if min(lows) > 0 else ())


def _findings(values: list[float]) -> tuple[Finding, ...]:
    sentence = (
        f"Trained on labels in a random order it still told {_signed(values)} nats more than how often each class"
        " comes; the rows it is tested on are known to it."
    )
    return (Finding("probabilities", sentence, with_future=float(np.mean(values)), without_future=0.0),)


def _signed(values: list[float]) -> str:
    return ", ".join(f"{value:+.4f}" for value in values)
