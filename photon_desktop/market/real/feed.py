"""Many symbols of several venues as one feed that never waits: what loads comes when it is there."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence

from photon_desktop.errors import PhotonError
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.market.followed_feed import nobody
from photon_desktop.market.real.loads import Loads
from photon_desktop.market.real.venue import Loaded, StatedFeed, Venue, Wake
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import MarketEvent, time_of
from photon_desktop.trading.timestamps import Clock

_CLOSE_PATIENCE_S = 1.0
_LOADING = FeedState(Phase.CONNECTING, "Its bars are being loaded.")


class RealFeed:
    """Loads the symbols' bars beside one another and follows each from the end of its bars on.

    A symbol that can't be loaded or followed is asked for again, less and less often, while the others run. `load` is
    called on threads of its own, several at a time; what it raises counts as a problem of that symbol. `release` is
    called once when the feed closes. `seconds` is a monotonic clock; `clock` the wall's.
    """

    source = "real"
    paced = False

    def __init__(
        self,
        symbols: Sequence[str],
        interval: Interval,
        load: Callable[[str], Loaded],
        clock: Clock,
        seconds: Callable[[], float] = time.monotonic,
        loads: Loads | None = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        self.interval = interval
        self._load = load
        self._clock = clock
        self._seconds = seconds
        self._loads = loads or Loads()
        self._release = release or nobody
        self._changed = threading.Condition()
        self._news: list[Loaded] = []
        self._followed_by: dict[str, StatedFeed] = {}
        self._polled: tuple[StatedFeed, ...] = ()
        self._retired: list[StatedFeed] = []
        self._is_closed = False
        self._wake: Wake = nobody
        self._loads.watch(symbols, seconds())
        self._manager = threading.Thread(target=self._manage, name="real-market", daemon=True)

    def start(self) -> None:
        """Begin to load, on the feed's own threads; once."""
        self._manager.start()

    def on_news(self, wake: Wake) -> None:
        """Have `wake` called, from any thread, whenever a poll would bring something or a state changed."""
        self._wake = wake

    @property
    def symbols(self) -> tuple[str, ...]:
        """What is watched."""
        with self._changed:
            return self._loads.symbols

    @property
    def finished(self) -> bool:
        """Whether the feed was closed; a market that never ends has no other end."""
        return self._is_closed

    def watch(self, symbols: Sequence[str]) -> None:
        """Watch these from now on: new ones are loaded, the ones missing are let go."""
        with self._changed:
            for symbol in self._loads.watch(symbols, self._seconds()):
                self._let_go(symbol)
            self._changed.notify()

    def collect(self, symbols: Sequence[str]) -> None:
        """Read these from their sources again, now; the others are followed on as they are."""
        with self._changed:
            for symbol in self._loads.hurry(symbols, self._seconds()):
                self._let_go(symbol)
            self._changed.notify()

    def loaded(self) -> tuple[Loaded, ...]:
        """What has loaded, or failed to, since the last call; the next `poll` goes on from there."""
        with self._changed:
            news, self._news = tuple(self._news), []
            self._polled = tuple(dict.fromkeys(self._followed_by.values()))
        return news

    def poll(self) -> Sequence[MarketEvent]:
        """What has come since the last poll, in the order of its time, of symbols that `loaded` has told of; never
        blocks."""
        with self._changed:
            owners = dict(self._followed_by)
        events = [event for feed in self._polled for event in feed.poll() if owners.get(event.symbol) is feed]
        return sorted(events, key=time_of)

    def states(self) -> Mapping[str, FeedState]:
        """How it stands with each symbol's prices."""
        with self._changed:
            states = {symbol: self._unfollowed(symbol) for symbol in self._loads.symbols}
            owners = dict(self._followed_by)
        by_feed = {feed: feed.state for feed in owners.values()}
        return states | {symbol: by_feed[feed].of(symbol) for symbol, feed in owners.items()}

    def market_time_ns(self) -> int:
        """The wall's time: real markets go on whether prices arrive or not."""
        return self._clock.now_ns()

    def close(self) -> None:
        """Bring nothing from now on and let every connection go; waits a second at most for its own thread."""
        with self._changed:
            if self._is_closed:
                return
            self._is_closed = True
            feeds = [*dict.fromkeys(self._followed_by.values()), *self._retired]
            self._followed_by, self._polled, self._retired = {}, (), []
            self._changed.notify()
        self._release()
        for feed in feeds:
            feed.close()
        if self._manager.is_alive():
            self._manager.join(_CLOSE_PATIENCE_S)

    def _unfollowed(self, symbol: str) -> FeedState:
        problem = self._loads.problem_of(symbol)
        return FeedState(Phase.OFFLINE, problem) if problem else _LOADING

    def _let_go(self, symbol: str) -> None:
        feed = self._followed_by.pop(symbol, None)
        if feed is not None and feed not in self._followed_by.values():
            self._retired.append(feed)

    # the manager's thread

    def _manage(self) -> None:
        while not self._is_closed:
            with self._changed:
                now = self._seconds()
                starting, following = self._loads.due(now), self._loads.to_follow(now)
                retired, self._retired = self._retired, []
                if not (starting or following or retired or self._is_closed):
                    self._changed.wait(self._loads.next_change_s(now))
                    continue
            for symbol in starting:
                threading.Thread(target=self._load_one, args=(symbol,), name=f"load-{symbol}", daemon=True).start()
            for venue, group in following:
                self._follow(venue, {loaded.symbol: loaded.next_open for loaded in group})
            for feed in retired:
                feed.close()

    def _load_one(self, symbol: str) -> None:
        try:
            loaded = self._load(symbol)
        except PhotonError as error:
            loaded = Loaded(symbol, None, problem=str(error))
        except Exception as error:  # the edge of a thread: nothing may end it unseen
            loaded = Loaded(symbol, None, problem=f"{type(error).__name__}: {error}")
        with self._changed:
            if self._is_closed or not self._loads.settle(loaded, self._seconds()):
                return
            self._news.append(loaded)
            self._changed.notify()
        self._wake()

    def _follow(self, venue: Venue, next_opens: Mapping[str, int]) -> None:
        try:
            feed = venue.open_feed(self.interval, next_opens, self._wake_now)
        except PhotonError as error:
            with self._changed:
                self._loads.load_again(next_opens, self._seconds(), str(error))
            return
        with self._changed:
            watched = set() if self._is_closed else set(next_opens).intersection(self._loads.symbols)
            self._followed_by |= dict.fromkeys(watched, feed)
        if not watched:
            feed.close()

    def _wake_now(self) -> None:
        self._wake()
