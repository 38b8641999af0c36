"""Bars as whole numbers: how far the log price went, in units that add up exactly whichever way one adds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np

from photon_desktop.market.demo.checkpoint import LOG_UNIT
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Moves:
    """Columns of int64, one row a bar: the log price's net change, its highest and lowest distance from the open
    (in LOG_UNIT; never under, never above zero), and the volume in quantity steps."""

    net: TimeArray
    up: TimeArray
    down: TimeArray
    volume: TimeArray

    @classmethod
    def of_steps(cls, increments: TimeArray, volumes: TimeArray) -> Self:
        """Each step as a bar of its own."""
        return cls(increments, np.maximum(increments, 0), np.minimum(increments, 0), volumes)

    @classmethod
    def joined(cls, parts: Iterable["Moves"]) -> Self:
        """The rows of all parts, one after another."""
        rows = [(part.net, part.up, part.down, part.volume) for part in parts]
        return cls(*(np.concatenate(column) for column in zip(*rows, strict=True)))

    def grouped(self, count: int) -> "Moves":
        """Each `count` rows as one bar; the number of rows must be a multiple of it."""
        net = self.net.reshape(-1, count)
        closed = np.cumsum(net, axis=1)
        opened = closed - net
        return Moves(
            closed[:, -1].copy(),  # a view would keep every step alive
            (opened + self.up.reshape(-1, count)).max(axis=1),
            (opened + self.down.reshape(-1, count)).min(axis=1),
            self.volume.reshape(-1, count).sum(axis=1),
        )

    def part(self, start: int, stop: int) -> "Moves":
        """Rows from `start` up to, not including, `stop`."""
        return Moves(self.net[start:stop], self.up[start:stop], self.down[start:stop], self.volume[start:stop])


def shown_prices(log_prices: TimeArray, instrument: Instrument) -> FloatArray:
    """Prices at the nearest tick, and at least one tick."""
    ticks_per_unit = 10.0**instrument.price_decimals
    prices: FloatArray = np.maximum(np.rint(np.exp(log_prices * LOG_UNIT) * ticks_per_unit), 1.0) / ticks_per_unit
    return prices


def shown_volume(steps: TimeArray, instrument: Instrument) -> FloatArray:
    """Volume in base units."""
    volume: FloatArray = steps / 10.0**instrument.quantity_decimals
    return volume
