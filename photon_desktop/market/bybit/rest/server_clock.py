"""The exchange's time, as far as it can be known from here."""

from collections.abc import Callable
from dataclasses import dataclass

from photon_desktop.market.bybit.faults import ExchangeError, Meaning
from photon_desktop.trading.interval import NANOSECONDS_PER_SECOND

_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is added to the handed clock to get the exchange's time, how long the answer took, and when it was."""

    offset_ns: int
    round_trip_s: float
    taken_at_s: float


class ServerClock:
    """Adds a measured offset to `clock`, monotonic seconds, so that setting this computer's clock moves nothing."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._measured: Measurement | None = None

    @property
    def measured(self) -> Measurement | None:
        """The last measurement, or None before the first."""
        return self._measured

    @property
    def age_s(self) -> float:
        """Seconds since the last measurement; infinite before the first."""
        return float("inf") if self._measured is None else self._clock() - self._measured.taken_at_s

    def measure(self, ask: Callable[[], int]) -> Measurement:
        """Ask for the exchange's time (ns UTC) three times and keep the answer with the shortest round trip, taking
        the time to be that of its middle. An error of `ask` is passed on and leaves the last measurement in place."""
        best = min((self._question(ask) for _ in range(_QUESTIONS)), key=lambda taken: taken.round_trip_s)
        self._measured = best
        return best

    def now_ns(self) -> int:
        """The exchange's time, ns UTC; ExchangeError before the first measurement."""
        if self._measured is None:
            raise ExchangeError(Meaning.CLOCK, "its time has not been asked yet")
        return round(self._clock() * NANOSECONDS_PER_SECOND) + self._measured.offset_ns

    def surely_ns(self) -> int:
        """The earliest the exchange's time can be now, ns UTC: the way back may have taken the whole round trip.

        What has ended by this time has ended for certain. ExchangeError before the first measurement.
        """
        now_ns = self.now_ns()
        half_trip_s = 0.0 if self._measured is None else self._measured.round_trip_s / 2
        return now_ns - round(half_trip_s * NANOSECONDS_PER_SECOND)

    def told_ns(self) -> int:
        """The exchange's time as it told it last, ns UTC: whatever happens there from now on happens no earlier, even
        if this clock runs ahead of it since. ExchangeError before the first measurement."""
        told = self._measured
        if told is None:
            raise ExchangeError(Meaning.CLOCK, "its time has not been asked yet")
        return round((told.taken_at_s - told.round_trip_s / 2) * NANOSECONDS_PER_SECOND) + told.offset_ns

    def now_ms(self) -> int:
        """As `now_ns`, in whole milliseconds: what requests are signed with."""
        return self.now_ns() // 1_000_000

    def _question(self, ask: Callable[[], int]) -> Measurement:
        before = self._clock()
        server_ns = ask()
        after = self._clock()
        middle_ns = round((before + after) / 2 * NANOSECONDS_PER_SECOND)
        return Measurement(server_ns - middle_ns, after - before, after)
