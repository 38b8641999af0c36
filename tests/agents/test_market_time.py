"""What is too old to act on."""

from dataclasses import dataclass

from photon_desktop.agents.market_time import MarketTime, WatchedMarket
from photon_desktop.trading.interval import Interval

HOUR = Interval.HOUR_1.nanoseconds
NOON = 1_733_572_800_000_000_000


@dataclass
class WallClock:
    at: int

    def now_ns(self) -> int:
        return self.at


def test_a_simulated_market_stands_still_until_something_comes_of_it() -> None:
    time = MarketTime(lambda: WatchedMarket(lambda: ("DEMO-BTC",), NOON))
    time.begin()
    assert time.now_ns == NOON
    assert not time.is_past("DEMO-BTC", NOON - HOUR, Interval.HOUR_1)
    time.saw(NOON + 1)
    time.saw(NOON - HOUR)
    assert time.now_ns == NOON + 1
    assert time.is_past("DEMO-BTC", NOON - HOUR, Interval.HOUR_1)


def test_a_real_market_goes_on_while_nothing_comes() -> None:
    """A bar missed in an outage of hours is brought late: deciding on it now would be deciding on stale prices."""
    clock = WallClock(NOON)
    time = MarketTime(lambda: WatchedMarket(lambda: ("BTCUSDT",), NOON, clock))
    time.begin()
    assert not time.is_past("BTCUSDT", NOON, Interval.HOUR_1)
    clock.at = NOON + 3 * HOUR
    assert time.is_past("BTCUSDT", NOON + HOUR, Interval.HOUR_1)
    assert not time.is_past("BTCUSDT", NOON + 3 * HOUR, Interval.HOUR_1)


def test_a_market_seen_ahead_of_the_wall_is_believed() -> None:
    clock = WallClock(NOON)
    time = MarketTime(lambda: WatchedMarket(lambda: ("BTCUSDT",), NOON, clock))
    time.begin()
    time.saw(NOON + 5)
    assert not time.is_ahead(NOON + 5)
    assert time.is_ahead(NOON + 6)


def test_what_is_watched_may_change_at_any_time() -> None:
    watched = ["BTCUSDT"]
    time = MarketTime(lambda: WatchedMarket(lambda: watched, NOON))
    time.begin()
    assert time.is_past("AAPL", NOON, Interval.HOUR_1)
    watched.append("AAPL")
    assert not time.is_past("AAPL", NOON, Interval.HOUR_1)
