"""Yahoo Finance as a venue: the past of stocks, and their prices as they come, asked for again and again."""

from collections.abc import Mapping

from photon_desktop.market.calendars import is_open, next_open
from photon_desktop.market.exchanges import Hours, hours_of
from photon_desktop.market.real.venue import Wake
from photon_desktop.market.yahoo import YAHOO_SOURCE
from photon_desktop.market.yahoo.ask.client import open_client, polite_rates
from photon_desktop.market.yahoo.ask.endpoint import Endpoint
from photon_desktop.market.yahoo.ask.rates import Rates
from photon_desktop.market.yahoo.feed import YahooFeed
from photon_desktop.market.yahoo.follow.timetable import Pace
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.trading.instrument import InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock


class YahooVenue:
    """All that Yahoo is asked shares one allowance of requests. `clock` is the wall's."""

    name = YAHOO_SOURCE

    def __init__(
        self, clock: Clock, endpoint: Endpoint | None = None, rates: Rates | None = None, pace: Pace | None = None
    ) -> None:
        self._clock = clock
        self._endpoint = endpoint
        self._rates = rates or polite_rates()
        self._pace = pace

    def open_source(self) -> YahooSource:
        """Its past; yfinance is loaded at the first question."""
        return YahooSource(open_client(self._rates, self._endpoint), self._clock)

    def open_feed(self, interval: Interval, next_opens: Mapping[str, int], wake: Wake) -> YahooFeed:
        """A feed that is asking already, each symbol from the bar on that opens at its time (ns UTC) or later."""
        feed = YahooFeed(
            self.open_source(),
            interval,
            next_opens,
            self._clock,
            lambda symbol, at_ns: is_open(_hours(symbol), at_ns),
            wake,
            lambda symbol, at_ns: next_open(_hours(symbol), at_ns),
            self._pace,
        )
        feed.start()
        return feed


def _hours(symbol: str) -> Hours:
    """When it is traded, by what Yahoo calls it; whatever is asked for here is meant as a stock."""
    return hours_of(symbol, InstrumentKind.STOCK)
