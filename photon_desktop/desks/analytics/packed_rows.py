"""Tables of packed rows that grow at their end, with little room to spare."""

from typing import Any

import numpy as np
import numpy.typing as npt

LEAST_ROOM = 64
Rows = npt.NDArray[Any]


def with_room(kept: Rows) -> Rows:
    """A table that begins with the rows `kept` and has room for an eighth more, at least 64."""
    rows = np.empty(len(kept) + max(LEAST_ROOM, len(kept) // 8), kept.dtype)
    rows[: len(kept)] = kept
    return rows
