"""Asks Yahoo, and again where that may help."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from photon_desktop.market.yahoo.ask.chart import Adjustments, Chart, Found, Span
from photon_desktop.market.yahoo.ask.door import YahooDoor
from photon_desktop.market.yahoo.ask.endpoint import Endpoint
from photon_desktop.market.yahoo.ask.faults import Trouble, YahooError
from photon_desktop.market.yahoo.ask.rates import Rates

ATTEMPTS = 3
_RETRY_PAUSES_S = (0.5, 2.0)
T = TypeVar("T")


class YahooClient:
    """Asks through the door that `open_door` opens at the first question; from any thread.

    A question that met a lost or spoilt answer is asked again, three times in all. `pause` waits that many seconds
    (default: until `close` at the latest). Raises YahooError, and UnknownSymbolError for a chart.
    """

    def __init__(
        self, open_door: Callable[[threading.Event], YahooDoor], pause: Callable[[float], object] | None = None
    ) -> None:
        self._open_door = open_door
        self._closed = threading.Event()
        self._pause = pause or self._closed.wait
        self._lock = threading.Lock()
        self._door: YahooDoor | None = None

    def chart(self, symbol: str, interval: str, span: Span, adjustments: Adjustments) -> Chart:
        """As YahooDoor says."""
        return self._ask(lambda door: door.chart(symbol, interval, span, adjustments))

    def search(self, text: str) -> tuple[Found, ...]:
        """As YahooDoor says."""
        return self._ask(lambda door: door.search(text))

    def close(self) -> None:
        """End every wait; what is asked from now on is refused. A request under way ends at its time-out."""
        self._closed.set()
        door = self._door  # without the lock: opening one may take seconds
        if door is not None:
            door.close()

    def _ask(self, question: Callable[[YahooDoor], T]) -> T:
        for attempt in range(ATTEMPTS):
            try:
                return question(self._opened())
            except YahooError as error:
                if attempt == ATTEMPTS - 1 or not error.may_pass or self._closed.is_set():
                    raise
                self._pause(_RETRY_PAUSES_S[attempt])
        raise AssertionError("the last attempt returns or raises")

    def _opened(self) -> YahooDoor:
        if self._closed.is_set():
            raise YahooError(Trouble.CLOSED, "the connection was closed here")
        with self._lock:
            if self._door is None:
                self._door = self._open_door(self._closed)
            return self._door


def polite_rates() -> Rates:
    """Rates for everything that this process asks of Yahoo; hand the same to every client."""
    return Rates(time.monotonic)


def open_client(rates: Rates, endpoint: Endpoint | None = None) -> YahooClient:
    """A client over yfinance, which is imported at the first question."""

    def open_door(closed: threading.Event) -> YahooDoor:
        from photon_desktop.market.yahoo.ask.yfinance_door import (  # noqa: PLC0415 - imports yfinance, on demand only
            YfinanceDoor,
        )

        return YfinanceDoor(endpoint or Endpoint(), rates, closed)

    return YahooClient(open_door)
