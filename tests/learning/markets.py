"""Markets made for tests: a fair one that nobody can predict, one that only rises, one that stands still."""

import numpy as np

from photon_desktop.trading.bars import Bars

HOUR = 3_600 * 10**9
_STEPS = 12


def fair_bars(count: int, seed: int = 1, volatility: float = 0.006) -> Bars:
    """Hours whose price is a martingale, of changing volatility, with volume that knows nothing of it."""
    random = np.random.default_rng(seed)
    spell = np.repeat(np.exp(0.4 * random.standard_normal(count // 40 + 1)), 40)[:count] * volatility
    moves = random.standard_normal((count, _STEPS)) * (spell / np.sqrt(_STEPS))[:, None]
    path = np.cumsum((moves - (spell**2 / (2 * _STEPS))[:, None]).ravel()).reshape(count, _STEPS)
    return _bars(np.exp(path) * 100, np.exp(random.normal(5.0, 0.5, count)))


def rising_bars(count: int, step: float = 0.001) -> Bars:
    """Each close a little above the one before, with no wicks."""
    close = 100 * np.exp(step * np.arange(1, count + 1))
    opens = np.concatenate([[100.0], close[:-1]])
    return Bars.of(np.arange(count) * HOUR, opens, close, opens, close, np.full(count, 10.0))


def still_bars(count: int, price: float = 88_500.13) -> Bars:
    """A price that never moves."""
    column = np.full(count, price)
    return Bars.of(np.arange(count) * HOUR, column, column, column, column, np.full(count, 10.0))


def _bars(path: np.ndarray, volume: np.ndarray) -> Bars:
    close = path[:, -1]
    opens = np.concatenate([[100.0], close[:-1]])
    high, low = np.maximum(path.max(axis=1), opens), np.minimum(path.min(axis=1), opens)
    return Bars.of(np.arange(len(close)) * HOUR, opens, high, low, close, volume)
