"""Yahoo as a venue: the past of what it lists, and prices asked for again and again."""

from collections.abc import Callable, Mapping

from photon_desktop.market.real.venue import Wake
from photon_desktop.market.yahoo import YAHOO_SOURCE
from photon_desktop.market.yahoo.ask.client import open_client, polite_rates
from photon_desktop.market.yahoo.ask.endpoint import Endpoint
from photon_desktop.market.yahoo.ask.rates import Rates
from photon_desktop.market.yahoo.feed import YahooFeed
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock


class YahooVenue:
    """Everything it opens shares `rates`, as Yahoo counts what comes from one address.

    `is_open` says whether the exchange trades at a time (ns UTC), `next_open` when it does next; both are called on the
    feed's own thread. `clock` is the wall's.
    """

    name = YAHOO_SOURCE

    def __init__(
        self,
        clock: Clock,
        is_open: Callable[[int], bool],
        next_open: Callable[[int], int] | None = None,
        endpoint: Endpoint | None = None,
        rates: Rates | None = None,
    ) -> None:
        self._clock = clock
        self._is_open = is_open
        self._next_open = next_open
        self._endpoint = endpoint or Endpoint()
        self._rates = rates or polite_rates()

    def open_source(self) -> YahooSource:
        """Its past, over a connection that the source holds."""
        return YahooSource(open_client(self._rates, self._endpoint), self._clock)

    def open_feed(self, interval: Interval, next_opens: Mapping[str, int], wake: Wake) -> YahooFeed:
        """A feed that is asking already, each symbol from the bar on that opens at its time (ns UTC) or later."""
        feed = YahooFeed(self.open_source(), interval, next_opens, self._clock, self._is_open, wake, self._next_open)
        feed.start()
        return feed
