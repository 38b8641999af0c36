"""A table of float64 columns that grows at its end without being copied each time."""

from collections.abc import Sequence

import numpy as np

from photon_desktop.trading.bars import FloatArray

_SPARE = 256


class GrowingTable:
    """`values` has the shape (rows, length). An append costs a constant on average: there is room for a
    sixteenth more at first, and for a quarter more whenever it runs out."""

    def __init__(self, values: FloatArray) -> None:
        self._length = int(values.shape[1])
        self._room = np.empty((values.shape[0], self._length + self._length // 16 + _SPARE))
        self._room[:, : self._length] = values

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> FloatArray:
        """All columns; a view that the next append may leave behind."""
        view: FloatArray = self._room[:, : self._length]
        return view

    def append(self, column: Sequence[float] | FloatArray) -> None:
        """Add one column at the end."""
        if self._length == self._room.shape[1]:
            self._make_room()
        self._room[:, self._length] = column
        self._length += 1

    def replace_last(self, column: Sequence[float] | FloatArray) -> None:
        """Put another column in the last one's place."""
        self._room[:, self._length - 1] = column

    def _make_room(self) -> None:
        larger = np.empty((self._room.shape[0], self._length + self._length // 4 + _SPARE))
        larger[:, : self._length] = self.values
        self._room = larger
