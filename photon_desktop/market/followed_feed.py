"""A feed that a thread of its own fills: what all such feeds share."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.feed_state import FeedState
from photon_desktop.market.outbox import Outbox
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import MarketEvent, time_of


class Follower(Protocol):
    """Follows a market on a thread of its own."""

    @property
    def state(self) -> FeedState:
        """Where it stands, from any thread."""
        ...

    def start(self) -> None:
        """Begin; once."""
        ...

    def stop(self) -> None:
        """End, and wait for that as long as it says."""
        ...


class FollowedFeed:
    """The symbols in `next_opens`, each from the bar on that opens then (ns UTC). Whoever makes one sets its follower,
    which puts its events into the outbox."""

    paced = False
    _follower: Follower

    def __init__(self, interval: Interval, next_opens: Mapping[str, int]) -> None:
        if not next_opens:
            raise ValueRefusedError("A feed needs at least one symbol to bring; name one.")
        self.symbols = tuple(next_opens)
        self.interval = interval
        self._time_ns = max(next_opens.values())
        self._is_closed = False
        self._outbox = Outbox()

    def start(self) -> None:
        """Begin to follow, on the feed's own thread; once."""
        self._follower.start()

    @property
    def state(self) -> FeedState:
        """Where the prices stand and why, and how old the newest is; from any thread."""
        return self._follower.state

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
        events = tuple(sorted(self._outbox.take(), key=time_of))
        if events:
            self._time_ns = max(self._time_ns, time_of(events[-1]))
        return events

    def market_time_ns(self) -> int:
        """The time of the newest event that was polled; before the first, the end of the newest bar known."""
        return self._time_ns

    def close(self) -> None:
        """End the thread, however long its `stop` says that may take."""
        if not self._is_closed:
            self._is_closed = True
            self._follower.stop()


def nobody() -> None:
    """Nobody wants to be woken."""
