"""The newest bars of a symbol, packed: as many objects would take seven times the memory."""

import numpy as np

from photon_desktop.desks.analytics.packed_rows import LEAST_ROOM, with_room
from photon_desktop.trading.bars import Bar, Bars

_ROW = np.dtype(
    [(name, "i8" if name == "time" else "f8") for name in ["time", "open", "high", "low", "close", "volume"]]
)


class KeptBars:
    """At most `most` bars in rising order; one of a time that is there already takes that one's place."""

    def __init__(self, most: int) -> None:
        self._most, self._count = most, 0
        self._rows = np.empty(LEAST_ROOM, _ROW)

    def __len__(self) -> int:
        return min(self._count, self._most)

    def add(self, bar: Bar) -> None:
        """Keep one more; where there are too many, the oldest goes."""
        if self._count == len(self._rows):
            self._make_room()
        place = self._count
        if place and bar.open_time <= self._rows["time"][place - 1]:
            place = int(np.searchsorted(self._rows["time"][: self._count], bar.open_time))
        if place == self._count or self._rows["time"][place] != bar.open_time:
            self._rows[place + 1 : self._count + 1] = self._rows[place : self._count].copy()
            self._count += 1
        self._rows[place] = (bar.open_time, bar.open, bar.high, bar.low, bar.close, bar.volume)

    def bars(self) -> Bars:
        """All that are kept."""
        kept = self._rows[self._count - len(self) : self._count]
        return Bars.of(*(kept[name].copy() for name in _ROW.names or ()))

    def _make_room(self) -> None:
        kept = self._rows[self._count - len(self) : self._count]
        self._rows, self._count = with_room(kept), len(kept)
