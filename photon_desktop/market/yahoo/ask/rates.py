"""Keeps requests to Yahoo few: it publishes no limit, and blocks addresses that ask much."""

import threading
from collections.abc import Callable

from photon_desktop.market.yahoo.ask.faults import rate_limited

BURST = 10
SECONDS_A_REQUEST = 2.0
FIRST_REST_S, LONGEST_REST_S = 60.0, 900.0


class Rates:
    """A bucket of `burst` requests that gains one each `seconds_a_request`, for all who ask from this address.

    After Yahoo said that it was asked too often nothing is sent for a minute, then for twice as long each time it says
    so again, fifteen minutes at most; an answer makes it a minute again. `clock` gives monotonic seconds. Used from any
    thread.
    """

    def __init__(
        self, clock: Callable[[], float], burst: int = BURST, seconds_a_request: float = SECONDS_A_REQUEST
    ) -> None:
        self._clock = clock
        self._burst = float(burst)
        self._seconds_a_request = seconds_a_request
        self._tokens = self._burst
        self._filled_at = clock()
        self._resting_until = clock()
        self._rest_s = FIRST_REST_S
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raise YahooError while Yahoo is left alone."""
        with self._lock:
            self._refuse_rest(self._clock())

    def reserve(self) -> float:
        """Take the next place; how many seconds from now the request may be sent. Raises as `check` does."""
        with self._lock:
            now = self._clock()
            self._refuse_rest(now)
            gained = (now - self._filled_at) / self._seconds_a_request
            self._tokens = min(self._burst, self._tokens + gained) - 1
            self._filled_at = now
            return max(0.0, -self._tokens * self._seconds_a_request)

    def refused(self) -> float:
        """Take note that Yahoo was asked too often; seconds for which it is left alone."""
        with self._lock:
            now = self._clock()
            if now < self._resting_until:
                return self._resting_until - now
            rest_s, self._rest_s = self._rest_s, min(LONGEST_REST_S, 2 * self._rest_s)
            self._resting_until = now + rest_s
            return rest_s

    def answered(self) -> None:
        """Take note that Yahoo answers."""
        with self._lock:
            self._rest_s = FIRST_REST_S

    def _refuse_rest(self, now: float) -> None:
        if now < self._resting_until:
            raise rate_limited(self._resting_until - now)
