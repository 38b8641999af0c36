"""Where something else is wanted than what is held."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.wants import SignalArray, Wants


@dataclass(frozen=True, slots=True)
class Changes:
    """The bars, rising, at whose close something else is wanted than the position held there, and what."""

    places: list[int]
    wanted: list[int]


def changes_of(wants: Wants) -> dict[int, Changes]:
    """The changes by what is held: -1, 0 or 1."""
    columns = ((-1, wants.when_short), (0, wants.when_flat), (1, wants.when_long))
    goes_short = any((wanted == -1).any() for _, wanted in columns[1:])
    return {side: _changes(wanted, side) for side, wanted in columns if side >= 0 or goes_short}


def _changes(wanted: SignalArray, held: int) -> Changes:
    places = np.flatnonzero(wanted != held)
    return Changes(places.tolist(), wanted[places].tolist())
