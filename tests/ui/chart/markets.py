"""Bars to draw."""

from decimal import Decimal

import numpy as np

from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso

START = from_iso("2024-03-29T00:00:00Z")
COIN = Instrument(
    "DEMO-BTC", InstrumentKind.DEMO, "USD", Decimal("0.01"), Decimal("0.0001"), Decimal("0.0001"), Decimal(5)
)


def walk(count: int, interval: Interval = Interval.HOUR_1, seed: int = 7) -> Bars:
    """A random walk of `count` bars from 2024-03-29 on."""
    rng = np.random.default_rng(seed)
    close = 60_000 * np.exp(np.cumsum(rng.normal(0, 0.003, count)))
    opens = np.concatenate([[60_000.0], close[:-1]])[:count]
    reach = np.abs(rng.normal(0, 0.002, count)) * close
    high, low = np.maximum(opens, close) + reach, np.minimum(opens, close) - reach
    times = START + np.arange(count, dtype=np.int64) * interval.nanoseconds
    return Bars.of(times, opens, high, low, close, rng.uniform(1, 100, count))


def next_bar(bars: Bars, close: float, interval: Interval = Interval.HOUR_1) -> Bar:
    """The bar after the last one, from its close to `close`."""
    start = float(bars.close[-1])
    opened_at = int(bars.times[-1]) + interval.nanoseconds
    return Bar(opened_at, start, max(start, close), min(start, close), close, 5.0)
