"""Bars made for tests: small ones by hand, long ones by a fixed recurrence that is the same everywhere."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.wants import SignalArray, wants_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.timestamps import from_iso

DAY = 86_400 * 10**9
HOUR = 3_600 * 10**9


def bars_of(rows: Sequence[Sequence[float]], step: int = DAY) -> Bars:
    """Bars from rows of open, high, low, close, one a `step`."""
    open_, high, low, close = np.array(rows, dtype=np.float64).T
    return Bars.of(np.arange(len(rows)) * step, open_, high, low, close, np.ones(len(rows)))


def bars_from_closes(closes: Sequence[float], step: int = HOUR) -> Bars:
    """Bars that open at the close before, and reach no farther than open and close."""
    rows = [
        (before, max(before, now), min(before, now), now)
        for before, now in zip([closes[0], *closes[:-1]], closes, strict=True)
    ]
    return bars_of(rows, step)


def generated_bars(count: int, seed: int = 1, step: int = HOUR) -> Bars:
    """A wandering market: uniform steps of up to 1% by a linear congruential generator, wicks of 0.2%."""
    state, close, closes = seed, 100.0, []
    for _ in range(count):
        state = (1_103_515_245 * state + 12_345) % 2**31
        close *= 1 + 0.02 * (state / 2**31 - 0.5)
        closes.append(close)
    rows = [
        (before, max(before, now) * 1.002, min(before, now) * 0.998, now)
        for before, now in zip([100.0, *closes[:-1]], closes, strict=True)
    ]
    return bars_of(rows, step)


def bars_from_file(path: Path) -> Bars:
    """Bars of one of the shared CSV files, whose columns are known."""
    rows = [line.split(",") for line in path.read_text().splitlines()[1:]]
    columns = list(zip(*[[float(cell) for cell in row[1:]] for row in rows], strict=True))
    return Bars.of([from_iso(row[0]) for row in rows], *columns)


def simulate_signals(bars: Bars, signals: SignalArray, rules: Rules, engine: Engine = Engine.STEP) -> Simulation:
    """Trade signals of +1, 0 and -1 by `rules`."""
    return simulate(bars, wants_of(signals, rules.short_allowed), rules, engine=engine)
