"""The market that is watched in the drill: minutes that pass in half a second."""

import time
from collections.abc import Iterator, Sequence
from math import sin
from zlib import crc32

from photon_desktop.drill.exchange.market import BTC, ETH
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.instruments import read_instrument
from photon_desktop.market.session import OpenedMarket, ResumePoint, Series
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.indicators import DECISION_BARS
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick

SYMBOLS = (BTC.symbol, ETH.symbol)
SPEED = 120
_LISTED = {one.symbol: one for one in (BTC, ETH)}
_MINUTE_NS = 60_000_000_000
_PAST_NS = 400 * 86_400_000_000_000  # it lies behind the exchange's time, however fast it runs


class DrillClock:
    """Runs `SPEED` times as fast as the computer's clock since `begun_ns`, 400 days earlier."""

    def __init__(self, begun_ns: int) -> None:
        self._begun_ns = begun_ns

    def now_ns(self) -> int:
        """Nanoseconds since 1970 UTC."""
        return self._begun_ns - _PAST_NS + (time.time_ns() - self._begun_ns) * SPEED


class DrillMarket:
    """BTCUSDT and ETHUSDT at prices that follow from the time; another session goes on from where the time is then."""

    name = "drill"
    symbols = SYMBOLS
    interval = Interval.MINUTE_1

    def __init__(self, clock: DrillClock) -> None:
        self.clock = clock

    def instrument(self, symbol: str, /) -> Instrument:
        """As the local exchange lists it."""
        return read_instrument(Category.LINEAR, _LISTED[symbol].linear())

    def opens_at(self, _resume_point: ResumePoint | None, /) -> int:
        """Now."""
        return self.clock.now_ns()

    def open(self, _resume_point: ResumePoint | None, /) -> OpenedMarket:
        """The minutes up to now, and the feed of those that follow."""
        now = self.clock.now_ns() // _MINUTE_NS
        series = tuple(
            Series(symbol, self.interval, _history(symbol, now), self.name, self.instrument(symbol))
            for symbol in self.symbols
        )
        return OpenedMarket(series, DrillFeed(self.clock, now))


class DrillFeed:
    """Brings each minute's last price and bar once it is over, from the minute `now` on."""

    source = DrillMarket.name
    symbols = SYMBOLS
    interval = Interval.MINUTE_1
    paced = False
    finished = False

    def __init__(self, clock: DrillClock, now: int) -> None:
        self._clock = clock
        self._next = now

    def poll(self) -> Sequence[MarketEvent]:
        """The minutes that are over."""
        return tuple(self._passed())

    def market_time_ns(self) -> int:
        """Up to the end of the last minute."""
        return self._next * _MINUTE_NS

    def close(self) -> None:
        """There is nothing to let go of."""

    def _passed(self) -> Iterator[MarketEvent]:
        while self._next < self._clock.now_ns() // _MINUTE_NS:
            bars = {symbol: _bar(symbol, self._next) for symbol in self.symbols}
            self._next += 1
            yield from (self._tick(symbol, bar) for symbol, bar in bars.items())
            yield from (BarClosed(symbol, self.interval, bar, self.source) for symbol, bar in bars.items())

    def _tick(self, symbol: str, bar: Bar) -> PriceTick:
        end_ns = bar.open_time + _MINUTE_NS - 1
        return PriceTick(symbol, self.interval, end_ns, bar.open, bar.high, bar.low, bar.close, bar, bar.volume)


def _history(symbol: str, now: int) -> Bars:
    return Bars.from_bars(_bar(symbol, minute) for minute in range(now - DECISION_BARS, now))


def _bar(symbol: str, minute: int) -> Bar:
    first, last = _price(symbol, minute), _price(symbol, minute + 1)
    return Bar(minute * _MINUTE_NS, first, max(first, last), min(first, last), last, 1.0)


def _price(symbol: str, minute: int) -> float:
    """At the minute's beginning, within a half of a hundredth of the level."""
    listed = _LISTED[symbol]
    noise = crc32(f"{symbol} {minute}".encode()) % 201 / 100 - 1
    return round(listed.level * (1 + 0.003 * sin(minute / 41) + 0.002 * noise)) * float(listed.tick)
