"""Fetches the bars a stream did not bring, on a thread of its own, so that a slow answer holds up no price."""

import logging
import threading
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from photon_desktop.errors import PhotonError
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refilled:
    """Closed bars of `symbol`, oldest first."""

    symbol: str
    bars: Bars


class Refill:
    """Serves one supervisor: `want` and `take` are called on its thread, `arrived` on this one's when there is
    something to take or `trouble` changed. What could not be served is asked again `retry_s` later, by `clock`."""

    def __init__(
        self,
        source: BybitSource,
        interval: Interval,
        retry_s: float,
        clock: Callable[[], float],
        arrived: Callable[[], None],
    ) -> None:
        self._source = source
        self._interval = interval
        self._retry_s = retry_s
        self._clock = clock
        self._arrived = arrived
        self._lock = threading.Condition()
        self._wanted: dict[str, int] = {}
        self._busy: set[str] = set()
        self._done: list[Refilled] = []
        self._not_before: dict[str, float] = {}
        self._troubles: dict[str, str] = {}
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="bybit-refill", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """Let the thread end after what it is at; close the source to make that short. Does not wait."""
        with self._lock:
            self._is_stopping = True
            self._lock.notify()

    def join(self, seconds: float) -> None:
        """Wait for the thread, at most that long."""
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def trouble(self, besides: Container[str] = ()) -> str:
        """One sentence on what can't be fetched at the moment, symbols of `besides` apart, or nothing."""
        with self._lock:
            return next((words for name, words in self._troubles.items() if name not in besides), "")

    def measure(self) -> None:
        """Ask for the exchange's time soon: a computer that slept has lost count of it."""
        with self._lock:
            self._not_before.pop(_CLOCK, None)
            self._ask(_CLOCK, 0)

    def measure_again(self) -> None:
        """Ask for the exchange's time, since clocks drift; while it can't be had, the last measurement stays good and
        nobody is troubled."""
        with self._lock:
            self._ask(_DRIFT, 0)

    def want(self, overdue: Mapping[str, int]) -> None:
        """Fetch the closed bars of these symbols, each from its time (ns UTC) on, unless that is under way or was tried
        just now; troubles with symbols that are not overdue any more are forgotten."""
        with self._lock:
            for symbol, first_ns in overdue.items():
                self._ask(symbol, first_ns)
            for name in [name for name in self._troubles if name != _CLOCK and name not in overdue]:
                del self._troubles[name]

    def server_ns(self) -> int | None:
        """A time the exchange's clock has reached for certain, or None while nothing is known of it.

        It is asked for again when it could not be had.
        """
        clock = self._source.client.clock
        with self._lock:
            if clock.measured is None or _CLOCK in self._troubles:
                self._ask(_CLOCK, 0)
        return None if clock.measured is None else clock.surely_ns()

    def take(self) -> list[Refilled]:
        """What was fetched since the last time."""
        with self._lock:
            done, self._done = self._done, []
            self._busy -= {one.symbol for one in done}
        return done

    def _ask(self, name: str, first_ns: int) -> None:
        if name not in self._busy and self._clock() >= self._not_before.get(name, 0.0):
            self._busy.add(name)
            self._wanted[name] = first_ns
            self._lock.notify()

    def _run(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._wanted or self._is_stopping)
                if self._is_stopping:
                    return
                name = next(iter(self._wanted))
                first_ns = self._wanted.pop(name)
            self._settle(name, first_ns)
            self._arrived()

    def _settle(self, name: str, first_ns: int) -> None:
        try:
            if name in (_CLOCK, _DRIFT):
                self._source.client.measure_clock()
                self._succeed(name)
            else:
                self._keep(name, self._source.closed_since(name, self._interval, first_ns))
        except PhotonError as error:
            if name == _DRIFT:
                log.info("The exchange's time was not measured again: %s", error)
                self._succeed(name)
            else:
                self._put_off(name, str(error))
        except Exception as error:  # this thread must outlive whatever an answer holds
            self._put_off(name, f"Reading Bybit's answer failed ({type(error).__name__}: {error}).")

    def _keep(self, symbol: str, bars: Bars) -> None:
        if len(bars) == 0:
            self._put_off(symbol, f"Bybit has not served the last bar of {symbol} yet; it is asked again.")
            return
        with self._lock:
            self._troubles.pop(symbol, None)
            self._done.append(Refilled(symbol, bars))

    def _succeed(self, name: str) -> None:
        with self._lock:
            self._troubles.pop(name, None)
            self._busy.discard(name)

    def _put_off(self, name: str, trouble: str) -> None:
        with self._lock:
            self._troubles[name] = trouble
            self._not_before[name] = self._clock() + self._retry_s
            self._busy.discard(name)


_CLOCK, _DRIFT = "", " "  # stand among the symbols for the exchange's time, and for how far it has drifted
