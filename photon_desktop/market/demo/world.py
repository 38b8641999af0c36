"""The simulated market's film: every price and volume step of ten seconds, a function of the seed alone.

A step's log increment is sigma * z - sigma^2 / 2 with z standard normal and sigma fixed before z and independent of
all z, so the price is a martingale: whatever was seen before, the mean of the next price is this price. Nothing but
volatility and volume follows from the past; there is no edge to be found.

Increments are whole units of 2^-40 (LOG_UNIT), so sums are exact and the same forwards, backwards and in parts. As a
martingale with this volatility tends to small prices over decades, a shown price is at least one tick.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

import numpy as np

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.demo.checkpoint import LOG_UNIT, Checkpoint
from photon_desktop.market.demo.film_times import (
    DAY_NS,
    FILM_END,
    FILM_START,
    HOUR_NS,
    STEP_NS,
    STEPS_PER_DAY,
    STEPS_PER_HOUR,
    bar_open,
)
from photon_desktop.market.demo.listings import LISTINGS, demo_instrument, listing_of
from photon_desktop.market.demo.moves import Moves, shown_prices, shown_volume
from photon_desktop.market.demo.noise import Stream, generator
from photon_desktop.market.demo.weather import HOURS_PER_DAY, Weather
from photon_desktop.trading.bars import Bars, FloatArray, TimeArray
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_iso

Turn = Callable[[], AbstractContextManager[None]]
DEMO_SEED = 20_250_101
_VOLUME_SHAPE = 1.3  # of the gamma noise on each step's volume
_BUSIEST_HOUR, _BUSY = 15, 0.45  # UTC; volume there is 45 % above the day's average, and as much under it at night
_TIME_OF_DAY = 1 + _BUSY * np.cos(2 * np.pi * (np.arange(HOURS_PER_DAY) - _BUSIEST_HOUR) / HOURS_PER_DAY)


class DemoWorld:
    """The film of one seed. It holds no position in time: where a session stands is a Checkpoint's.

    Safe to use from several threads. Times are ns UTC on the film's steps, from FILM_START to FILM_END; other times
    are refused with ValueRefusedError.
    """

    def __init__(self, seed: int = DEMO_SEED, in_turn: Turn = nullcontext) -> None:
        """Bars are made a day at a time; each day `in_turn`, for who has to let others through."""
        if seed < 0:
            raise ValueRefusedError(f"The simulated market's seed is {seed}; it is zero or more.")
        self.seed, self._in_turn = seed, in_turn
        self._weather = Weather(seed)
        self._market = lru_cache(maxsize=8)(self._make_market)
        self._increments = lru_cache(maxsize=12)(self._make_increments)
        self._volumes = lru_cache(maxsize=12)(self._make_volumes)
        self._hours = lru_cache(maxsize=8192)(self._make_hours)

    def increments(self, symbol: str, start_ns: int, end_ns: int) -> TimeArray:
        """Log increments of the steps from `start_ns` to `end_ns`, in LOG_UNIT."""
        place = _place_of(symbol)
        return _joined(_parts(start_ns, end_ns, lambda day: self._increments(place, day)))

    def volumes(self, symbol: str, start_ns: int, end_ns: int) -> TimeArray:
        """Volumes of the same steps, in quantity steps."""
        place = _place_of(symbol)
        return _joined(_parts(start_ns, end_ns, lambda day: self._volumes(place, day)))

    def moved(self, checkpoint: Checkpoint, time_ns: int) -> Checkpoint:
        """Where the film stands at `time_ns`, later or earlier, when it stands at `checkpoint` at that time."""
        return Checkpoint(
            time_ns,
            {symbol: self._log_price(symbol, checkpoint, time_ns) for symbol in checkpoint.log_prices},
        )

    def bars(self, symbol: str, interval: Interval, start_ns: int, end_ns: int, checkpoint: Checkpoint) -> Bars:
        """Bars that open from `start_ns` up to, not including, `end_ns`, prices at the tick, the film standing at
        `checkpoint`. A bar opens at the last one's close.

        Both times must be opens of `interval`, otherwise ValueRefusedError; UnknownSymbolError for what isn't listed.
        """
        place = _place_of(symbol)
        for time_ns in (start_ns, end_ns):
            if bar_open(time_ns, interval) != time_ns:
                raise ValueRefusedError(f"{to_iso(time_ns)} is no open of a {interval} bar; ask from whole bars.")
        if start_ns >= end_ns:
            return Bars.empty()
        moves = self._moves(place, interval, start_ns, end_ns)
        closes = self._log_price(symbol, checkpoint, end_ns) - int(moves.net.sum()) + np.cumsum(moves.net)
        opens = closes - moves.net
        instrument = demo_instrument(symbol)
        return Bars(
            np.arange(start_ns, end_ns, interval.nanoseconds, dtype=np.int64),
            shown_prices(opens, instrument),
            shown_prices(opens + moves.up, instrument),
            shown_prices(opens + moves.down, instrument),
            shown_prices(closes, instrument),
            shown_volume(moves.volume, instrument),
        )

    def make_hours(self, symbols: Sequence[str], start_ns: int, end_ns: int) -> None:
        """Have the hours from `start_ns` to `end_ns` at hand for `bars`, of several symbols day by day: what they share
        of a day, the market's steps and its weather, is then made once and not for each."""
        places = [_place_of(symbol) for symbol in symbols]
        _check_in_film(start_ns, end_ns)
        for day in range(start_ns // DAY_NS, -(-end_ns // DAY_NS)):
            for place in places:
                self._hours(place, day)

    def _log_price(self, symbol: str, checkpoint: Checkpoint, time_ns: int) -> int:
        known = checkpoint.log_prices[symbol]
        if time_ns >= checkpoint.time_ns:
            return known + self._distance(symbol, checkpoint.time_ns, time_ns)
        return known - self._distance(symbol, time_ns, checkpoint.time_ns)

    def _distance(self, symbol: str, start_ns: int, end_ns: int) -> int:
        place = _place_of(symbol)
        return sum(int(part.sum()) for part in _parts(start_ns, end_ns, lambda day: self._increments(place, day)))

    def _moves(self, place: int, interval: Interval, start_ns: int, end_ns: int) -> Moves:
        unit_ns = min(interval.nanoseconds, HOUR_NS)
        first_day, last_day = start_ns // DAY_NS, (end_ns - 1) // DAY_NS
        _check_in_film(start_ns, end_ns)
        days = (self._day_moves(place, day, unit_ns) for day in range(first_day, last_day + 1))
        skipped = (start_ns - first_day * DAY_NS) // unit_ns
        moves = Moves.joined(days).part(skipped, skipped + (end_ns - start_ns) // unit_ns)
        return moves.grouped(interval.nanoseconds // unit_ns)

    def _day_moves(self, place: int, day: int, unit_ns: int) -> Moves:
        if unit_ns == HOUR_NS:
            return self._hours(place, day)
        return self._made(place, day, unit_ns // STEP_NS)

    def _make_hours(self, place: int, day: int) -> Moves:
        return self._made(place, day, STEPS_PER_HOUR)

    def _made(self, place: int, day: int, steps: int) -> Moves:
        """A day in moves of so many steps."""
        with self._in_turn():
            return Moves.of_steps(self._increments(place, day), self._volumes(place, day)).grouped(steps)

    def _make_market(self, day: int) -> FloatArray:
        return generator(self.seed, Stream.MARKET, day).standard_normal(STEPS_PER_DAY)

    def _make_increments(self, place: int, day: int) -> TimeArray:
        listing = LISTINGS[place]
        own = generator(self.seed, Stream.OWN, day, place).standard_normal(STEPS_PER_DAY)
        noise = listing.loading * self._market(day) + (1 - listing.loading**2) ** 0.5 * own
        hourly = listing.hourly_volatility / STEPS_PER_HOUR**0.5 * self._weather.levels(day, place)
        sigma = np.repeat(hourly, STEPS_PER_HOUR)
        return _frozen((sigma * noise - sigma * sigma / 2) / LOG_UNIT)

    def _make_volumes(self, place: int, day: int) -> TimeArray:
        listing = LISTINGS[place]
        gamma = generator(self.seed, Stream.VOLUME, day, place).standard_gamma(_VOLUME_SHAPE, STEPS_PER_DAY)
        hourly = listing.hourly_volume / float(listing.quantity_step) * _TIME_OF_DAY * self._weather.levels(day, place)
        means = np.repeat(hourly / STEPS_PER_HOUR, STEPS_PER_HOUR)
        return _frozen(means * gamma / _VOLUME_SHAPE)


def _place_of(symbol: str) -> int:
    return LISTINGS.index(listing_of(symbol))


def _frozen(numbers: FloatArray) -> TimeArray:
    """The nearest whole numbers, read-only because they are kept and handed out."""
    whole = np.rint(numbers).astype(np.int64)
    whole.flags.writeable = False
    return whole


def _check_in_film(start_ns: int, end_ns: int) -> None:
    if not FILM_START <= start_ns <= end_ns <= FILM_END or start_ns % STEP_NS or end_ns % STEP_NS:
        raise ValueRefusedError(
            f"The simulated market has no steps from {to_iso(start_ns)} to {to_iso(end_ns)}; it runs from"
            f" {to_iso(FILM_START)} to {to_iso(FILM_END)} in steps of {STEP_NS // 10**9} seconds."
        )


def _parts(start_ns: int, end_ns: int, day_of: Callable[[int], TimeArray]) -> Iterator[TimeArray]:
    """The days' steps from `start_ns` to `end_ns`, cut to that span, one array a day."""
    _check_in_film(start_ns, end_ns)
    for day in range(start_ns // DAY_NS, -(-end_ns // DAY_NS)):
        first = max(0, start_ns - day * DAY_NS) // STEP_NS
        last = min(DAY_NS, end_ns - day * DAY_NS) // STEP_NS
        yield day_of(day)[first:last]


def _joined(parts: Iterator[TimeArray]) -> TimeArray:
    return np.concatenate([np.empty(0, dtype=np.int64), *parts])
