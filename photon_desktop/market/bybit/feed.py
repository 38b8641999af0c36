"""Bybit's stream as a feed."""

import random
import time
from collections.abc import Callable, Mapping, Sequence

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit import BYBIT_SOURCE
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.assembly import SymbolAssembly
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.market.bybit.stream.supervisor import Supervisor
from photon_desktop.market.bybit.stream.transport import StreamTransport
from photon_desktop.market.feed_state import FeedState
from photon_desktop.market.outbox import Outbox
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent


class BybitFeed:
    """Prices and closed bars of the symbols in `next_opens`, each from the bar on that opens then (ns UTC).

    The bars are those the exchange keeps, each once and in order a symbol, however often the connection was lost.
    `wake`, when given, is called on the feed's own thread whenever a poll would bring something or `state` changed; it
    must return at once and not raise. The feed owns `source` and closes it. `clock` gives monotonic seconds.
    """

    source = BYBIT_SOURCE
    paced = False

    def __init__(
        self,
        source: BybitSource,
        new_transport: Callable[[], StreamTransport],
        interval: Interval,
        next_opens: Mapping[str, int],
        wake: Callable[[], None] | None = None,
        pacing: Pacing | None = None,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        if not next_opens:
            raise ValueRefusedError("A feed needs at least one symbol to bring; name one.")
        self.symbols = tuple(next_opens)
        self.interval = interval
        self._time_ns = max(next_opens.values())
        self._is_closed = False
        self._outbox = Outbox()
        assemblies = {
            symbol: SymbolAssembly(symbol, interval, self.source, next_open) for symbol, next_open in next_opens.items()
        }
        self._supervisor = Supervisor(
            source,
            new_transport,
            assemblies,
            interval,
            self._outbox.put,
            wake or _nobody,
            pacing or Pacing(),
            clock,
            jitter,
        )

    def start(self) -> None:
        """Connect, on the feed's own thread; once."""
        self._supervisor.start()

    @property
    def state(self) -> FeedState:
        """Where the connection stands, why, and how old the newest data are; from any thread."""
        return self._supervisor.state

    @property
    def finished(self) -> bool:
        """Whether the feed was closed; a market that never ends has no other end."""
        return self._is_closed

    def poll(self) -> Sequence[MarketEvent]:
        """What has come since the last poll, in the order of its time; never blocks.

        From one poll to the next, time never falls for a symbol; it may from one symbol to another, by what the network
        takes, and after an outage by the bars that were missed.
        """
        if self._is_closed:
            return ()
        events = tuple(sorted(self._outbox.take(), key=_time_of))
        if events:
            self._time_ns = max(self._time_ns, _time_of(events[-1]))
        return events

    def market_time_ns(self) -> int:
        """The time of the newest event that was polled; before the first, the end of the newest bar known."""
        return self._time_ns

    def close(self) -> None:
        """Disconnect and end the thread; see Supervisor.stop for how long that may take."""
        if not self._is_closed:
            self._is_closed = True
            self._supervisor.stop()


def _time_of(event: MarketEvent) -> int:
    return event.close_time if isinstance(event, BarClosed) else event.time_ns


def _nobody() -> None:
    """Nobody wants to be woken."""
