"""Yahoo asked again and again, as a feed."""

from collections.abc import Callable, Mapping

from photon_desktop.market.followed_feed import FollowedFeed, nobody
from photon_desktop.market.yahoo import YAHOO_SOURCE
from photon_desktop.market.yahoo.follow.poller import Poller
from photon_desktop.market.yahoo.follow.timetable import Pace
from photon_desktop.market.yahoo.follow.track import SymbolTrack
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.market.yahoo.supply import supply_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock


class YahooFeed(FollowedFeed):
    """Prices and closed bars of the symbols in `next_opens`, each from the bar on that opens then or later (ns UTC).

    Each bar comes once and in order a symbol, whatever happened in between, as far back as Yahoo serves. Prices are
    asked for while `is_open(symbol, now_ns)`, bars also after their end; while its exchange is closed and no bar is
    unfinished nothing is asked. `next_open(symbol, now_ns)`, where given, is only for the words of `state`. A symbol
    that is split while it is followed brings nothing more: it is named in `state.refused`.

    `wake`, when given, is called on the feed's own thread whenever a poll would bring something or `state` changed; it
    must return at once and not raise. The feed owns `source` and closes it. `clock` is the wall's, and the source's.
    """

    source = YAHOO_SOURCE

    def __init__(
        self,
        source: YahooSource,
        interval: Interval,
        next_opens: Mapping[str, int],
        clock: Clock,
        is_open: Callable[[str, int], bool],
        wake: Callable[[], None] | None = None,
        next_open: Callable[[str, int], int] | None = None,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(interval, next_opens)
        supply_of(interval)
        now_ns = clock.now_ns()
        tracks = {symbol: SymbolTrack(symbol, interval, opens, now_ns) for symbol, opens in next_opens.items()}
        self._follower = Poller(
            source,
            interval,
            tracks,
            clock,
            is_open,
            next_open,
            pace or Pace(),
            self._outbox.put,
            wake or nobody,
        )
