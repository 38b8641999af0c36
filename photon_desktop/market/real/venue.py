"""A place whose market can be followed: it has the past and a stream that goes on from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from photon_desktop.market.feed import Feed
from photon_desktop.market.feed_state import FeedState
from photon_desktop.market.session import Series
from photon_desktop.market.source import BarSource
from photon_desktop.trading.interval import Interval

Wake = Callable[[], None]


class HeldSource(BarSource, Protocol):
    """A source that holds connections."""

    def close(self) -> None:
        """Let them go."""
        ...


class StatedFeed(Feed, Protocol):
    """A feed that knows how its connection stands."""

    @property
    def state(self) -> FeedState:
        """Where the connection stands, from any thread."""
        ...


class Venue(Protocol):
    """Opens a venue's past and its stream, each holding connections of its own."""

    @property
    def name(self) -> str:
        """The word for its bars, as in BarSource."""
        ...

    def open_source(self) -> HeldSource:
        """Its past. Nothing is asked of the network yet."""
        ...

    def open_feed(self, interval: Interval, next_opens: Mapping[str, int], wake: Wake) -> StatedFeed:
        """A feed, connecting already, of the symbols in `next_opens`, each from the bar on that opens then (ns UTC).

        `wake` is called from any thread when a poll would bring something or the state changed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading a symbol: its series, if any source had one, and the venue that goes on from its end.

    Without a venue `problem` says why nobody goes on; `is_final` when asking again is of no use. `news` is what the
    user should be told of the bars themselves.
    """

    symbol: str
    series: Series | None
    venue: Venue | None = None
    problem: str = ""
    is_final: bool = False
    news: str = ""

    @property
    def next_open(self) -> int:
        """When the bar after the last one loaded opens, ns UTC; of a loaded series only."""
        assert self.series is not None  # a venue goes on only from bars
        return int(self.series.bars.times[-1]) + self.series.interval.nanoseconds
