"""How wild each hour of the simulated market is. Known before the hour's prices, and independent of all of them.

An hour's volatility is its regime's (calm, normal or stormy, a Markov chain the whole market shares) times the
exponential of two AR(1) processes, the market's and the symbol's own. That gives spells of calm and storm, and fat
tails, while each price step stays as likely to gain as to lose in the mean.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp

import numpy as np

from photon_desktop.market.demo.listings import LISTINGS
from photon_desktop.market.demo.noise import Stream, generator
from photon_desktop.trading.bars import FloatArray

HOURS_PER_DAY = 24
REGIME_SHARES = (0.35, 0.50, 0.15)  # calm, normal, stormy: of all hours in the long run
REGIME_LEVELS = (0.58, 1.00, 1.98)  # of the average volatility; the shares weigh them to one
_RENEWAL = 1 / 36  # chance an hour that the regime is drawn anew
_PERSISTENCE = 0.97  # of log volatility from hour to hour: half of a shock is left after 23 hours
_MARKET_SPREAD, _OWN_SPREAD = 0.26, 0.14  # standard deviations of the two parts of log volatility
_MEMORY_DAYS = 10  # what is older counts for less than a thousandth, and is left out


@dataclass(frozen=True, slots=True)
class _Draws:
    """A day's random numbers: for each hour whether the regime is drawn anew, which one then comes, and the shocks of
    the market's and of each symbol's log volatility."""

    renewed: list[bool]
    regimes: list[int]
    shocks: list[list[float]]


class Weather:
    """The volatility of every hour of the film of one seed. Safe to use from several threads."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._draws = lru_cache(maxsize=64)(self._draw)
        self._levels = lru_cache(maxsize=16)(self._make_levels)

    def levels(self, day: int, place: int) -> FloatArray:
        """Volatility of the 24 hours of `day` (counted from 1970) as multiples of the average, for the listing at
        `place`."""
        return self._levels(day)[place]

    def _draw(self, day: int) -> _Draws:
        random = generator(self._seed, Stream.WEATHER, day)
        renewed = random.random(HOURS_PER_DAY) < _RENEWAL
        regimes = random.choice(len(REGIME_SHARES), size=HOURS_PER_DAY, p=REGIME_SHARES)
        shocks = random.standard_normal((1 + len(LISTINGS), HOURS_PER_DAY))
        return _Draws(renewed.tolist(), regimes.tolist(), shocks.tolist())

    def _make_levels(self, day: int) -> tuple[FloatArray, ...]:
        days = [self._draws(earlier) for earlier in range(day - _MEMORY_DAYS, day + 1)]
        market, *own = (_log_volatility([draws.shocks[row] for draws in days]) for row in range(1 + len(LISTINGS)))
        regimes = [REGIME_LEVELS[regime] for regime in self._regimes(day)]
        spread = _MARKET_SPREAD**2 + _OWN_SPREAD**2
        return tuple(
            np.array(
                [
                    level * exp(_MARKET_SPREAD * common + _OWN_SPREAD * single - spread / 2)
                    for level, common, single in zip(regimes, market, alone, strict=True)
                ]
            )
            for alone in own
        )

    def _regimes(self, day: int) -> list[int]:
        draws = self._draws(day)
        current = self._regime_before(day)
        regimes = []
        for renewed, regime in zip(draws.renewed, draws.regimes, strict=True):
            current = regime if renewed else current
            regimes.append(current)
        return regimes

    def _regime_before(self, day: int) -> int:
        """The regime of the hour before `day`: the one drawn last, however long ago."""
        while True:
            day -= 1
            draws = self._draws(day)
            if any(draws.renewed):
                return [regime for renewed, regime in zip(draws.renewed, draws.regimes, strict=True) if renewed][-1]


def _log_volatility(shocks_by_day: list[list[float]]) -> list[float]:
    """The last day's hours of an AR(1) process of unit variance, started `_MEMORY_DAYS` before."""
    innovation = (1 - _PERSISTENCE**2) ** 0.5
    level = 0.0
    path: list[float] = []
    for shocks in shocks_by_day:
        path = []
        for shock in shocks:
            level = _PERSISTENCE * level + innovation * shock
            path.append(level)
    return path
