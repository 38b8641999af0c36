"""A venue in memory: its feeds bring what a test hands them."""

from collections.abc import Mapping

import numpy as np

from photon_desktop.errors import DataError
from photon_desktop.market.feed_state import FeedState, Phase
from photon_desktop.market.real.venue import HeldSource, Wake
from photon_desktop.market.session import Series
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick

BEGIN = 1_733_565_600_000_000_000  # 2024-12-07T10:00:00Z
MINUTE = Interval.MINUTE_1


def bars_until(last_open: int, count: int, price: float = 100.0) -> Bars:
    times = last_open + MINUTE.nanoseconds * np.arange(1 - count, 1, dtype=np.int64)
    level = np.full(count, price)
    return Bars.of(times, level, level + 1, level - 1, level, level)


def series_of(symbol: str, last_open: int = BEGIN, source: str = "venue") -> Series:
    return Series(symbol, MINUTE, bars_until(last_open, 5), source, assumed_instrument(symbol))


def closed(symbol: str, open_time: int, price: float = 100.0) -> BarClosed:
    return BarClosed(symbol, MINUTE, Bar(open_time, price, price + 1, price - 1, price, 1.0), "venue")


def tick(symbol: str, time_ns: int, price: float = 100.0) -> PriceTick:
    return PriceTick(symbol, MINUTE, time_ns, price, price, price, price, Bar(BEGIN, price, price, price, price, 1.0))


class MemoryFeed:
    source = "venue"
    paced = False
    interval = MINUTE

    def __init__(self, next_opens: Mapping[str, int], wake: Wake) -> None:
        self.next_opens = dict(next_opens)
        self.symbols = tuple(next_opens)
        self.wake = wake
        self.state = FeedState(Phase.LIVE)
        self.is_closed = False
        self._events: list[MarketEvent] = []

    @property
    def finished(self) -> bool:
        return self.is_closed

    def bring(self, *events: MarketEvent) -> None:
        self._events += events
        self.wake()

    def poll(self) -> list[MarketEvent]:
        events, self._events = self._events, []
        return events

    def market_time_ns(self) -> int:
        return BEGIN

    def close(self) -> None:
        self.is_closed = True


class MemoryVenue:
    name = "venue"

    def __init__(self) -> None:
        self.feeds: list[MemoryFeed] = []
        self.refusals = 0

    def open_source(self) -> HeldSource:
        raise NotImplementedError

    def open_feed(self, _interval: Interval, next_opens: Mapping[str, int], wake: Wake) -> MemoryFeed:
        if self.refusals:
            self.refusals -= 1
            raise DataError("The venue takes no connection now.")
        feed = MemoryFeed(next_opens, wake)
        self.feeds.append(feed)
        return feed
