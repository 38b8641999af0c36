"""How much one asker may ask: a bucket that fills steadily (the token bucket of RFC 2697's kind)."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.api.faults import too_often

_MOST_NAMES = 1_000


@dataclass(frozen=True, slots=True)
class Rate:
    """So many questions a second in the long run, and so many at once."""

    per_second: float
    at_once: int


USUAL_RATE, OPEN_RATE = Rate(100, 400), Rate(5, 30)


class RateLimit:
    """Buckets by the name of the asker."""

    def __init__(self, rate: Rate, monotonic: Callable[[], float]) -> None:
        self._rate, self._monotonic = rate, monotonic
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str) -> None:
        """Count one question. Raises ApiError (429) when `name` has asked too many."""
        now = self._monotonic()
        left, at = self._buckets.get(name, (float(self._rate.at_once), now))
        left = min(self._rate.at_once, left + (now - at) * self._rate.per_second)
        if left < 1:
            raise too_often(
                f"More than {self._rate.per_second:g} questions a second; ask again in a second.",
                (1 - left) / self._rate.per_second,
            )
        self._buckets[name] = (left - 1, now)
        self._buckets.move_to_end(name)
        if len(self._buckets) > _MOST_NAMES:
            self._buckets.popitem(last=False)
