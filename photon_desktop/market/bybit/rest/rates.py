"""Keeps requests under the exchange's documented rates."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning

BLOCKED_S = 600.0
SHORTEST_PAUSE_S, LONGEST_PAUSE_S = 0.05, 5.0
_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `requests` in any `seconds`."""

    requests: int
    seconds: float = 1.0


ADDRESS_LIMIT = Limit(600, 5.0)
READ_LIMIT = Limit(50)


def documented_limits(category: Category) -> Mapping[str, Limit]:
    """The limits of the paths that change orders; every other path has READ_LIMIT."""
    create, cancel = (Limit(20), Limit(20)) if category is Category.SPOT else (Limit(10), Limit(10))
    return {"/v5/order/create": create, "/v5/order/amend": create, "/v5/order/cancel": cancel}


class TokenBucket:
    """Lets requests through at nine tenths of `limit`, with a burst of the last tenth, so that no window of
    `limit.seconds` ever holds more than `limit.requests`."""

    def __init__(self, limit: Limit, now_s: float) -> None:
        self._rate = _SHARE * limit.requests / limit.seconds
        self._most = max(1.0, (1 - _SHARE) * limit.requests)
        self._tokens = self._most
        self._filled_at = now_s
        self._not_before = now_s

    def reserve(self, now_s: float) -> float:
        """Take the next place; how many seconds from now it is due."""
        self._tokens = min(self._most, self._tokens + (now_s - self._filled_at) * self._rate) - 1
        self._filled_at = now_s
        return max(0.0, -self._tokens / self._rate, self._not_before - now_s)

    def pause_until(self, time_s: float) -> None:
        """Let nothing through before `time_s`."""
        self._not_before = max(self._not_before, time_s)


class Rates:
    """One bucket a path and one for the whole address; `clock` gives monotonic seconds. Used from any thread."""

    def __init__(self, clock: Callable[[], float], limits: Mapping[str, Limit], address: Limit = ADDRESS_LIMIT) -> None:
        self._clock = clock
        self._limits = limits
        self._address = TokenBucket(address, clock())
        self._paths: dict[str, TokenBucket] = {}
        self._blocked_until = clock()
        self._lock = threading.Lock()

    def reserve(self, path: str) -> float:
        """Take the next place for a request to `path`; how many seconds from now it may be sent.

        Raises ExchangeError while the exchange is left alone after `block`.
        """
        with self._lock:
            now = self._clock()
            if now < self._blocked_until:
                minutes = (self._blocked_until - now) / 60
                raise ExchangeError(Meaning.BLOCKED, f"it said so before; {minutes:.1f} minutes are left")
            return max(self._bucket(path, now).reserve(now), self._address.reserve(now))

    def pause(self, path: str, seconds: float) -> float:
        """Send nothing to `path` for `seconds`, cut to 0.05 to 5 s, the bounds of a sane answer; the pause taken."""
        taken = min(max(seconds, SHORTEST_PAUSE_S), LONGEST_PAUSE_S)
        with self._lock:
            now = self._clock()
            self._bucket(path, now).pause_until(now + taken)
        return taken

    def block(self) -> None:
        """Send nothing at all for ten minutes; what is refused here meanwhile does not make them longer."""
        with self._lock:
            now = self._clock()
            if now >= self._blocked_until:
                self._blocked_until = now + BLOCKED_S

    def _bucket(self, path: str, now_s: float) -> TokenBucket:
        if path not in self._paths:
            self._paths[path] = TokenBucket(self._limits.get(path, READ_LIMIT), now_s)
        return self._paths[path]
