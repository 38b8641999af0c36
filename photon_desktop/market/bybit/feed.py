"""Bybit's stream as a feed."""

import random
import time
from collections.abc import Callable, Mapping

from photon_desktop.market.bybit import BYBIT_SOURCE
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.assembly import SymbolAssembly
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.market.bybit.stream.supervisor import Supervisor
from photon_desktop.market.bybit.stream.transport import StreamTransport
from photon_desktop.market.followed_feed import FollowedFeed, nobody
from photon_desktop.trading.interval import Interval


class BybitFeed(FollowedFeed):
    """Prices and closed bars of the symbols in `next_opens`, each from the bar on that opens then (ns UTC).

    The bars are those the exchange keeps, each once and in order a symbol, however often the connection was lost.
    `wake`, when given, is called on the feed's own thread whenever a poll would bring something or `state` changed; it
    must return at once and not raise. The feed owns `source` and closes it. `clock` gives monotonic seconds.
    """

    source = BYBIT_SOURCE

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
        super().__init__(interval, next_opens)
        assemblies = {
            symbol: SymbolAssembly(symbol, interval, self.source, next_open) for symbol, next_open in next_opens.items()
        }
        self._follower = Supervisor(
            source,
            new_transport,
            assemblies,
            interval,
            self._outbox.put,
            wake or nobody,
            pacing or Pacing(),
            clock,
            jitter,
        )
