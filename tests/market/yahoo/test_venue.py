"""The venue: what it opens, and what they share."""

import threading

from photon_desktop.market.feed_state import Phase
from photon_desktop.market.real.venue import Venue
from photon_desktop.market.yahoo.venue import YahooVenue
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed
from tests.fakes.yahoo_http import Fault
from tests.fakes.yahoo_server import CHART, YahooServer, too_many_requests
from tests.market.yahoo.conftest import NS, PATIENCE_S, CountedCalendar, MarketClock, endpoint_of, unhurried


def venue_of(server: YahooServer, clock: MarketClock, calendar: CountedCalendar) -> YahooVenue:
    return YahooVenue(clock, calendar, endpoint=endpoint_of(server), rates=unhurried())


def test_the_feed_goes_on_where_the_past_ends(
    server: YahooServer, clock: MarketClock, calendar: CountedCalendar
) -> None:
    venue: Venue = venue_of(server, clock, calendar)
    source = venue.open_source()
    bars = source.history("AAPL", Interval.MINUTE_5, 10)
    next_open = int(bars.times[-1]) + Interval.MINUTE_5.nanoseconds
    server.now_s += 600
    woken = threading.Event()
    feed = venue.open_feed(Interval.MINUTE_5, {"AAPL": next_open}, woken.set)
    assert woken.wait(PATIENCE_S)
    closed = [event.bar for event in feed.poll() if isinstance(event, BarClosed)]
    assert [bar.open_time for bar in closed] == [next_open, next_open + 300 * NS]
    assert venue.name == feed.source == source.name == "yahoo"
    feed.close()
    source.close()


def test_too_many_requests_of_one_rest_them_all(
    server: YahooServer, clock: MarketClock, calendar: CountedCalendar
) -> None:
    venue = venue_of(server, clock, calendar)
    server.http.plan(Fault(), CHART, 1)
    server.http.plan(too_many_requests(), CHART)
    woken = threading.Event()
    feed = venue.open_feed(Interval.MINUTE_5, {"AAPL": server.now_s * NS}, woken.set)
    assert woken.wait(PATIENCE_S)
    assert feed.state.phase is Phase.STALE
    source = venue.open_source()
    sent = server.http.count()
    try:
        source.history("AAPL", Interval.DAY_1, 5)
    except Exception as error:
        assert "asked too often" in str(error)
    else:
        raise AssertionError("it was answered")
    assert server.http.count() == sent
    feed.close()
    source.close()
