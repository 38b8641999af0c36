"""How long a piece of work will still take, from how long its part so far took."""

from collections.abc import Callable

_FIRST_SECONDS = 0.5  # an estimate before that would jump


class TimeLeft:
    """Counts from the first word of each kind of work; `clock` gives seconds that never turn back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._what = ""
        self._began = clock()

    def seconds(self, what: str, share: float) -> float | None:
        """Seconds until `what`, done to `share` (0 to 1), will be done; None while that can't be said."""
        now = self._clock()
        if what != self._what:
            self._what, self._began = what, now
        elapsed = now - self._began
        if elapsed < _FIRST_SECONDS or share <= 0:
            return None
        return max(0.0, elapsed / min(share, 1.0) - elapsed)
