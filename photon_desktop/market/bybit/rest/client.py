"""Asks Bybit for public data: within its rates, again when that helps, and by its clock."""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.faults import ExchangeError, Meaning, unreadable
from photon_desktop.market.bybit.rest.door import INSTRUMENTS, KLINE, SERVER_TIME, Answer, HttpDoor, Query
from photon_desktop.market.bybit.rest.rates import Rates, documented_limits
from photon_desktop.market.bybit.rest.server_clock import ServerClock

TIMEOUT_S = 5.0
REMEASURE_S = 600.0
ATTEMPTS = 3
_RETRY_PAUSES_S = (0.2, 0.8)
_INSTRUMENTS_A_PAGE = 1_000


class BybitClient:
    """Reads from any thread, each with an HTTP door of its own from `open_door`.

    A read that met a lost answer, a rate limit or a wrong clock is asked again, three times in all; reading twice does
    no harm. `pause` waits that many seconds (default: until `close` at the latest). Every method raises ExchangeError.
    """

    def __init__(
        self,
        open_door: Callable[[], HttpDoor],
        rates: Rates,
        clock: ServerClock,
        pause: Callable[[float], object] | None = None,
    ) -> None:
        self._open_door = open_door
        self._rates = rates
        self._closed = threading.Event()
        self._pause = pause or self._closed.wait
        self._doors: dict[int, HttpDoor] = {}  # by thread identity: Qt drops thread-local values between slots
        self._lock = threading.Lock()
        self.clock = clock

    def server_surely_ns(self) -> int:
        """A time, ns UTC, that the exchange's clock has reached for certain; measured first when that was ten minutes
        ago."""
        if self.clock.age_s > REMEASURE_S:
            self.measure_clock()
        return self.clock.surely_ns()

    def measure_clock(self) -> None:
        """Measure how far the exchange's clock is from ours."""
        self.clock.measure(self._server_time_ns)

    def klines(
        self, category: Category, symbol: str, interval: str, start_ms: int, end_ms: int, limit: int
    ) -> Sequence[Any]:
        """The rows of bars that open from `start_ms` to `end_ms`, both included, as the exchange orders them."""
        query: dict[str, str | int] = {"category": category.value, "symbol": symbol, "interval": interval}
        query |= {"start": start_ms, "end": end_ms, "limit": limit}
        return _list_of(self._ask(KLINE, query))

    def listing(self, category: Category, symbol: str) -> Sequence[Any]:
        """The instrument `symbol` as the exchange describes it; nothing when it has none."""
        return _list_of(self._ask(INSTRUMENTS, {"category": category.value, "symbol": symbol}))

    def listings(self, category: Category) -> Sequence[Any]:
        """Every instrument of `category`, page after page."""
        found: list[Any] = []
        cursor = ""
        while True:
            query: dict[str, str | int] = {"category": category.value, "limit": _INSTRUMENTS_A_PAGE}
            if cursor:
                query["cursor"] = cursor
            answer = self._ask(INSTRUMENTS, query)
            found += _list_of(answer)
            following = answer.get("nextPageCursor") or ""
            if not isinstance(following, str) or following in ("", cursor):
                return found
            cursor = following

    def block(self) -> None:
        """Leave the exchange alone for ten minutes: it has refused this address on another way."""
        self._rates.block()

    def close(self) -> None:
        """Let go of every connection and end every pause; what is asked from then on is refused."""
        self._closed.set()
        with self._lock:
            doors = list(self._doors.values())
            self._doors.clear()
        for door in doors:
            door.close()

    def _server_time_ns(self) -> int:
        answer = self._ask(SERVER_TIME, {})
        try:
            return int(answer["timeNano"])
        except (KeyError, TypeError, ValueError):
            raise unreadable("no time in it") from None

    def _ask(self, path: str, query: Query) -> Answer:
        for attempt in range(ATTEMPTS):
            try:
                return self._ask_once(path, query)
            except ExchangeError as error:
                is_last = attempt == ATTEMPTS - 1
                if is_last or self._closed.is_set() or not self._prepared_again(error, path, attempt):
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _ask_once(self, path: str, query: Query) -> Answer:
        wait_s = self._rates.reserve(path)
        if wait_s > 0:
            self._pause(wait_s)
        return self._door().ask(path, query)

    def _prepared_again(self, error: ExchangeError, path: str, attempt: int) -> bool:
        """Do what `error` calls for; whether asking again can help then."""
        match error.meaning:
            case Meaning.BLOCKED:
                self._rates.block()
                return False
            case Meaning.RATE:
                self._rates.pause(path, self._seconds_until(error.reset_ms))
            case Meaning.CLOCK:
                if path == SERVER_TIME:
                    return False
                self.measure_clock()
            case Meaning.UNKNOWN | Meaning.UNREADABLE:
                self._pause(_RETRY_PAUSES_S[attempt])
            case _:
                return False
        return True

    def _seconds_until(self, reset_ms: int | None) -> float:
        if reset_ms is None or self.clock.measured is None:
            return 1.0
        return (reset_ms - self.clock.now_ms()) / 1_000

    def _door(self) -> HttpDoor:
        with self._lock:
            if self._closed.is_set():
                raise ExchangeError(Meaning.CLOSED, "the connection was closed here")
            ident = threading.get_ident()
            if ident not in self._doors:
                self._doors[ident] = self._open_door()
            return self._doors[ident]


def open_client(endpoint: Endpoint, category: Category) -> BybitClient:
    """A client over pybit, within the documented rates of `category`. Nothing is sent before something is asked."""
    from photon_desktop.market.bybit.rest.pybit_http import PybitHttp  # noqa: PLC0415 - imports pybit, on demand only

    rates = Rates(time.monotonic, documented_limits(category))
    return BybitClient(lambda: PybitHttp(endpoint, TIMEOUT_S), rates, ServerClock(time.monotonic))


def _list_of(answer: Answer) -> list[Any]:
    rows = answer.get("list")
    if not isinstance(rows, list):
        raise unreadable("no list in it")
    return rows
