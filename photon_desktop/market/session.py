"""A market opened for watching: the bars behind and the feed in front."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from photon_desktop.market.feed import Feed
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock

ResumePoint = Mapping[str, Any]
HISTORY_BARS = 8_760 + 200  # a year of hours to learn from, and the warm-up before it


@dataclass(frozen=True, slots=True)
class Series:
    """Closed bars of one symbol, the name of the source that served them, and why earlier sources did not.

    `stored_as` is the source under which the store keeps them, for they may have come out of it: a series that "cache"
    served is still Bybit's or a file's. Empty means `source`.
    """

    symbol: str
    interval: Interval
    bars: Bars
    source: str
    instrument: Instrument
    fallbacks: tuple[str, ...] = ()
    stored_as: str = ""

    @property
    def kept_as(self) -> str:
        """The source whose series in the store these bars belong to."""
        return self.stored_as or self.source


@dataclass(frozen=True, slots=True)
class OpenedMarket:
    """One series a symbol, in the order of the watchlist, and the feed that goes on from their ends."""

    series: tuple[Series, ...]
    feed: Feed


class MarketSession(Protocol):
    """What to watch, and how to open it."""

    @property
    def name(self) -> str:
        """Names the resume point in the store ("demo")."""
        ...

    @property
    def symbols(self) -> tuple[str, ...]:
        """The watchlist, in order."""
        ...

    @property
    def interval(self) -> Interval:
        """The interval that is decided on."""
        ...

    @property
    def clock(self) -> Clock | None:
        """The clock a real market goes by; None for one that keeps a time of its own."""
        ...

    def instrument(self, symbol: str, /) -> Instrument:
        """What `symbol` is traded in."""
        ...

    def opens_at(self, resume_point: ResumePoint | None, /) -> int:
        """The market's time (ns UTC) when opened at `resume_point`: what closed long before is too old to act on."""
        ...

    def open(self, resume_point: ResumePoint | None, /) -> OpenedMarket:
        """The market, going on where `resume_point` says an earlier session stopped. May take seconds."""
        ...


def resume_key(session: MarketSession) -> str:
    """Under which setting the store keeps where `session` stopped."""
    return f"feed.{session.name}"
