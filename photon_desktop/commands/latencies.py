"""How long things took, counted in a memory that does not grow with their number."""

import math
from collections import Counter

_STEP_MS = 0.1


class Latencies:
    """Milliseconds, each rounded up to a tenth."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def __len__(self) -> int:
        return self._counts.total()

    def add(self, milliseconds: float) -> None:
        """Count one; a clock that was set back counts as none at all."""
        self._counts[math.ceil(max(0.0, milliseconds) / _STEP_MS - 1e-9)] += 1

    def percentile(self, share: float) -> float | None:
        """What a `share` (0 to 1) of them did not exceed: the nearest rank; None when there are none."""
        wanted, seen = max(1, math.ceil(share * len(self))), 0
        for steps in sorted(self._counts):
            seen += self._counts[steps]
            if seen >= wanted:
                return round(steps * _STEP_MS, 1)
        return None
