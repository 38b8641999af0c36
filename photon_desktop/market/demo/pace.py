"""How simulated time runs beside the wall's: so many times as fast, or not at all."""

from collections.abc import Callable

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

SLOWEST, FASTEST = 1.0, 36_000.0
DEFAULT_SPEED = 1_800.0  # an hourly bar every two seconds


class Pace:
    """Simulated time from `start_ns` on, `speed` times as fast as `clock` (monotonic seconds) goes.

    Changing the speed, pausing and going on never move the time itself.
    """

    def __init__(self, start_ns: int, clock: Callable[[], float], speed: float) -> None:
        self._clock = clock
        self._speed = _checked(speed)
        self._paused = False
        self._from_ns = start_ns
        self._from_seconds = clock()

    @property
    def speed(self) -> float:
        """Simulated seconds a second of the clock."""
        return self._speed

    @property
    def is_paused(self) -> bool:
        """Whether simulated time stands still."""
        return self._paused

    def now_ns(self) -> int:
        """The simulated time."""
        if self._paused:
            return self._from_ns
        elapsed = max(0.0, self._clock() - self._from_seconds)
        return self._from_ns + int(elapsed * self._speed * NANOSECONDS_PER_SECOND)

    def set_speed(self, speed: float) -> None:
        """Run at `speed` from now on; ValueRefusedError outside SLOWEST to FASTEST."""
        checked = _checked(speed)
        self.set_time(self.now_ns())
        self._speed = checked

    def pause(self) -> None:
        """Stand still until `resume`."""
        self.set_time(self.now_ns())
        self._paused = True

    def resume(self) -> None:
        """Run on from where it stood."""
        self.set_time(self.now_ns())
        self._paused = False

    def set_time(self, time_ns: int) -> None:
        """Let it be `time_ns` now."""
        self._from_ns = time_ns
        self._from_seconds = self._clock()


def _checked(speed: float) -> float:
    if not SLOWEST <= speed <= FASTEST:
        raise ValueRefusedError(f"The simulated market's speed is {speed:g}; it lies between 1 and {FASTEST:g}.")
    return float(speed)
