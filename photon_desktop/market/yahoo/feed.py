"""Yahoo asked again and again, as a feed."""

from collections.abc import Callable, Mapping, Sequence

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.feed_state import FeedState
from photon_desktop.market.outbox import Outbox
from photon_desktop.market.yahoo import YAHOO_SOURCE
from photon_desktop.market.yahoo.follow.poller import Poller
from photon_desktop.market.yahoo.follow.timetable import Pace
from photon_desktop.market.yahoo.follow.track import SymbolTrack
from photon_desktop.market.yahoo.source import YahooSource
from photon_desktop.market.yahoo.supply import supply_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent
from photon_desktop.trading.timestamps import Clock


class YahooFeed:
    """Prices and closed bars of the symbols in `next_opens`, each from the bar on that opens then or later (ns UTC).

    Each bar comes once and in order a symbol, whatever happened in between, as far back as Yahoo serves. Prices are
    asked for while `is_open(now_ns)`, bars also after their end; while the exchange is closed and no bar is unfinished
    nothing is asked. `next_open`, where given, is only for the words of `state`. A symbol that is split while it is
    followed brings nothing more: it is named in `state.refused`.

    `wake`, when given, is called on the feed's own thread whenever a poll would bring something or `state` changed; it
    must return at once and not raise. The feed owns `source` and closes it. `clock` is the wall's, and the source's.
    """

    source = YAHOO_SOURCE
    paced = False

    def __init__(
        self,
        source: YahooSource,
        interval: Interval,
        next_opens: Mapping[str, int],
        clock: Clock,
        is_open: Callable[[int], bool],
        wake: Callable[[], None] | None = None,
        next_open: Callable[[int], int] | None = None,
        pace: Pace | None = None,
    ) -> None:
        if not next_opens:
            raise ValueRefusedError("A feed needs at least one symbol to bring; name one.")
        supply_of(interval)
        self.symbols = tuple(next_opens)
        self.interval = interval
        self._time_ns = max(next_opens.values())
        self._is_closed = False
        self._outbox = Outbox()
        now_ns = clock.now_ns()
        tracks = {symbol: SymbolTrack(symbol, interval, opens, now_ns) for symbol, opens in next_opens.items()}
        self._poller = Poller(
            source,
            interval,
            tracks,
            clock,
            is_open,
            next_open,
            pace or Pace(),
            self._outbox.put,
            wake or _nobody,
        )

    def start(self) -> None:
        """Begin to ask, on the feed's own thread; once."""
        self._poller.start()

    @property
    def state(self) -> FeedState:
        """Where the prices stand and why, and how old the newest is; from any thread."""
        return self._poller.state

    @property
    def finished(self) -> bool:
        """Whether the feed was closed; a market that never ends has no other end."""
        return self._is_closed

    def poll(self) -> Sequence[MarketEvent]:
        """What has come since the last poll, in the order of its time; never blocks.

        From one poll to the next, time never falls for a symbol; it may from one symbol to another.
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
        """Ask no more and end the thread; a second at most, even while an answer is awaited."""
        if not self._is_closed:
            self._is_closed = True
            self._poller.stop()


def _time_of(event: MarketEvent) -> int:
    return event.close_time if isinstance(event, BarClosed) else event.time_ns


def _nobody() -> None:
    """Nobody wants to be woken."""
