"""Asks an account at Bybit: reads again when that helps, writes once."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from photon_desktop.broker.bybit.keys import ApiKeys
from photon_desktop.broker.bybit.rest.certainty import broker_error, not_sent
from photon_desktop.broker.bybit.rest.trading_door import OpenDoor, TradingEndpoint
from photon_desktop.broker.errors import AmbiguousError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import ExchangeError, Meaning, unreadable
from photon_desktop.market.bybit.rest.door import SERVER_TIME, Answer, HttpDoor, Query
from photon_desktop.market.bybit.rest.rates import Rates, documented_limits
from photon_desktop.market.bybit.rest.server_clock import ServerClock

REMEASURE_S = 600.0
ATTEMPTS = 3
_RETRY_PAUSE_S = 0.3
_MOST_PAGES = 1_000

Pause = Callable[[float], object]


class TradingClient:
    """Asks from any thread, each with an HTTP door of its own from `open_door`.

    `read` asks up to three times; `write` sends one request and never the same again, whatever comes back. Every
    method raises BrokerError. `pause` waits that many seconds (default: until `close` at the latest).
    """

    def __init__(
        self,
        open_door: OpenDoor,
        rates: Rates,
        clock: ServerClock,
        pause: Pause | None = None,
        on_close: Callable[[], None] = lambda: None,
    ) -> None:
        self._open_door = open_door
        self._rates = rates
        self._closed = threading.Event()
        self._on_close = on_close
        self._doors: dict[int, HttpDoor] = {}  # by thread identity: Qt drops thread-local values between slots
        self._lock = threading.Lock()
        self.pause: Pause = pause or self._closed.wait
        self.clock = clock

    def measure_clock(self) -> None:
        """Measure how far the exchange's clock is from ours."""
        try:
            self._measure()
        except ExchangeError as error:
            raise broker_error(error) from None

    def read(self, path: str, query: Query) -> Answer:
        """What `path` answers; asked again after a lost answer, a rate limit or a wrong clock, which does no harm."""
        for attempt in range(ATTEMPTS):
            try:
                self._ready(path)
                return self._asked(self._door(), path, query)
            except ExchangeError as error:
                is_last = attempt == ATTEMPTS - 1
                if not self._prepared_again(error, path) or is_last or self._closed.is_set():
                    raise broker_error(error) from None
        raise AssertionError("the last attempt returns or raises")

    def write(self, path: str, query: Query) -> Answer:
        """What `path` answers to the one request that is sent. RefusedError: certain that nothing happened, and what
        the refusal calls for (a pause, a better clock) is prepared. AmbiguousError: nobody knows."""
        try:
            self._ready(path)
            door = self._door()
        except ExchangeError as error:
            raise not_sent(error) from None
        try:
            return self._asked(door, path, query)
        except ExchangeError as error:
            self._prepare(error, path)
            raise broker_error(error) from None
        except Exception as error:
            raise AmbiguousError(f"Asking Bybit for {path} failed by {type(error).__name__}; look it up.") from error

    def rows(self, path: str, query: Query) -> list[Any]:
        """Every row of the list that `path` answers with, page after page; nothing is returned of half a list."""
        found: list[Any] = []
        cursor = ""
        for _ in range(_MOST_PAGES):
            answer = self.read(path, {**query, "cursor": cursor} if cursor else query)
            page, following = answer.get("list"), answer.get("nextPageCursor") or ""
            if not isinstance(page, list) or not isinstance(following, str):
                raise broker_error(unreadable(f"{path} gave no list"))
            found += page
            if following in ("", cursor):
                return found
            cursor = following
        raise broker_error(unreadable(f"{path} gave more than {_MOST_PAGES} pages"))

    def close(self) -> None:
        """Let go of every connection and end every pause; what is asked from then on is refused."""
        self._closed.set()
        with self._lock:
            doors = list(self._doors.values())
            self._doors.clear()
        for door in doors:
            door.close()
        self._on_close()

    def _ready(self, path: str) -> None:
        """Wait for the request's turn, and know the exchange's time."""
        if self.clock.age_s > REMEASURE_S:
            self._measure()
        self._wait_turn(path)

    def _wait_turn(self, path: str) -> None:
        wait_s = self._rates.reserve(path)
        if wait_s > 0:
            self.pause(wait_s)

    def _measure(self) -> None:
        self.clock.measure(self._server_time_ns)

    def _server_time_ns(self) -> int:
        self._wait_turn(SERVER_TIME)
        answer = self._asked(self._door(), SERVER_TIME, {})
        try:
            return int(answer["timeNano"])
        except (KeyError, TypeError, ValueError):
            raise unreadable("no time in it") from None

    def _asked(self, door: HttpDoor, path: str, query: Query) -> Answer:
        """The answer; an address that is refused leaves the exchange alone from then on."""
        try:
            return door.ask(path, query)
        except ExchangeError as error:
            if error.meaning is Meaning.BLOCKED:
                self._rates.block()
            raise

    def _prepared_again(self, error: ExchangeError, path: str) -> bool:
        """Do what `error` calls for; whether asking again can help then."""
        if error.meaning in (Meaning.UNKNOWN, Meaning.UNREADABLE):
            self.pause(_RETRY_PAUSE_S)
            return True
        return self._prepare(error, path)

    def _prepare(self, error: ExchangeError, path: str) -> bool:
        """Pause after a rate limit, measure the clock after a wrong one; whether it was one of them. Raises nothing."""
        if error.meaning is Meaning.RATE:
            self._rates.pause(path, self._seconds_until(error.reset_ms))
        elif error.meaning is Meaning.CLOCK:
            with suppress(ExchangeError):  # the next request meets it again, and says so
                self._measure()
        else:
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


def open_trading(keys: ApiKeys, endpoint: TradingEndpoint, category: Category) -> TradingClient:
    """A client over pybit, within the documented rates of `category`. Nothing is sent before something is asked.

    Everything pybit signs takes its time from this client's clock until it is closed.
    """
    from photon_desktop.broker.bybit.rest.pybit_trading import PybitTrading  # noqa: PLC0415 - imports pybit, on demand only
    from photon_desktop.market.bybit.rest.pybit_http import sign_by  # noqa: PLC0415 - the same

    clock = ServerClock(time.monotonic)
    rates = Rates(time.monotonic, documented_limits(category))
    undo = sign_by(clock.now_ms)
    return TradingClient(lambda: PybitTrading(keys, endpoint, endpoint.timeout_s), rates, clock, on_close=undo)
