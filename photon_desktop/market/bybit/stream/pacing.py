"""How patient the stream's supervision is."""

from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.errors import ValueRefusedError


@dataclass(frozen=True, slots=True)
class Pacing:
    """Seconds, all of them but the three counts of beats and that of attempts.

    A stream that brings nothing for `stale_beats` is shown as stale and after `lost_beats` given up; a symbol that
    brings nothing for `silent_beats` while others do is shown as stale by itself: long after the minute within which
    the exchange sends the bar of even the quietest one. Such a symbol is subscribed again, `resubscriptions` times at
    the most while it stays silent. `look_s` is the longest time between two looks at the stream.
    What HTTP could not serve is asked again after `retry_s`, and the exchange's time each `clock_s`.
    """

    beat_s: float = 5.0
    stale_beats: int = 2
    lost_beats: int = 3
    silent_beats: int = 24
    resubscriptions: int = 3
    look_s: float = 0.25
    retry_s: float = 2.0
    clock_s: float = 600.0
    first_pause_s: float = 0.5
    longest_pause_s: float = 30.0
    healthy_s: float = 60.0
    blocked_s: float = 600.0
    stop_s: float = 2.0

    def __post_init__(self) -> None:
        if not 0 < self.look_s <= self.beat_s:
            raise ValueRefusedError(f"look_s is {self.look_s}; it must be above 0 and at most beat_s {self.beat_s}.")
        if not 0 < self.stale_beats < self.lost_beats:
            raise ValueRefusedError(f"stale_beats {self.stale_beats} must be under lost_beats {self.lost_beats}.")


class Backoff:
    """Pauses with full jitter: anything up to a bound that doubles from the first to the longest pause.

    `random` gives numbers in [0, 1).
    """

    def __init__(self, pacing: Pacing, random: Callable[[], float]) -> None:
        self._pacing = pacing
        self._random = random
        self._failures = 0

    def next_pause_s(self) -> float:
        """How long to wait before the next attempt."""
        doubled = self._pacing.first_pause_s * 2.0 ** min(self._failures, 30)
        self._failures += 1
        return min(doubled, self._pacing.longest_pause_s) * self._random()

    def reset(self) -> None:
        """Begin again with the first pause."""
        self._failures = 0
