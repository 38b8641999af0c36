"""A table of float64 columns that grows at its end without being copied each time."""

from collections.abc import Sequence

import numpy as np

from photon_desktop.trading.bars import FloatArray

_SPARE = 256


class GrowingTable:
    """`values` has the shape (rows, length). Room doubles when it runs out: an append costs a constant on average."""

    def __init__(self, values: FloatArray) -> None:
        self._room = np.array(values, dtype=np.float64, order="C")
        self._length = int(self._room.shape[1])

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
        larger = np.empty((self._room.shape[0], 2 * self._length + _SPARE))
        larger[:, : self._length] = self.values
        self._room = larger
