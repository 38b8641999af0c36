"""Where something else is wanted than what is held."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from photon_desktop.backtest.wants import SignalArray, Wants


class Changes(NamedTuple):
    """For one position held: `places`, for each bar the first one from it on at whose close something else is wanted,
    the last bar where there is none (nothing that is wanted there can be filled); and `wanted`, what is."""

    places: Sequence[int]
    wanted: Sequence[int]


def changes_of(wants: Wants) -> dict[int, Changes]:
    """The changes by what is held: -1 (where anything goes short at all), 0 or 1."""
    columns = {1: wants.when_long, 0: wants.when_flat}
    if any((wanted < 0).any() for wanted in columns.values()):
        columns[-1] = wants.when_short
    return {side: _changes(wanted, side) for side, wanted in columns.items()}


def _changes(wanted: SignalArray, held: int) -> Changes:
    count = len(wanted)
    places = np.where(wanted != held, np.arange(count, dtype=np.int32), np.int32(count - 1))
    first_from = np.ascontiguousarray(np.minimum.accumulate(places[::-1])[::-1])
    return Changes(first_from.data.cast("B").cast("i"), np.ascontiguousarray(wanted).data.cast("B").cast("b"))
