"""A combination of a sweep as a backtest of its own."""

from collections.abc import Sequence
from dataclasses import replace

from photon_desktop.backtest.sweep import Values, turned
from photon_desktop.backtest.trial import Trial
from photon_desktop.errors import ValueRefusedError


def trial_with(trial: Trial, values: Values) -> Trial:
    """The trial with these values of a sweep in place of its own. ValueRefusedError for values beyond their bounds."""
    strategy, rules = turned(None if trial.is_model else trial.rule(), trial.rules, values)
    own = {name: getattr(strategy, name) for name in values if hasattr(trial.knobs, name)}
    least = float(values.get("minimum_confidence", trial.minimum_confidence))
    seed = int(values.get("seed", trial.seed))
    return replace(trial, knobs=replace(trial.knobs, **own), rules=rules, minimum_confidence=least, seed=seed)


def possible(trial: Trial, choices: Sequence[Values]) -> list[Values]:
    """Those of `choices` that can be run: the average that is to be the shorter one can't be the longer one.

    Raises ValueRefusedError, with what is wrong with the first, where none can.
    """
    found, refusal = [], None
    for values in choices:
        try:
            trial_with(trial, values)
        except ValueRefusedError as error:
            refusal = refusal or error
        else:
            found.append(values)
    if refusal is not None and not found:
        raise refusal
    return found
