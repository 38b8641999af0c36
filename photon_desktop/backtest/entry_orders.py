"""The kind of order that positions are entered by."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import isfinite

import numpy as np

from photon_desktop.backtest.wants import Wants
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.instrument import Instrument

ENTRY_WORDS = "market, limit:PCT or stop:PCT"
_MOST_PERCENT = 50


class EntryKind(StrEnum):
    """At the next open, or once a price is reached: a better one than the close that signalled, or a worse one."""

    MARKET = "market"
    LIMIT = "limit"
    STOP = "stop"


_WAITING = {kind.value: kind for kind in (EntryKind.LIMIT, EntryKind.STOP)}


@dataclass(frozen=True, slots=True)
class EntryOrders:
    """Entries at the next open, or `limit` and `stop` orders `distance` (a share of the close that signalled, up to
    0.5) from that close: a limit buys under it and sells over it, a stop the other way round."""

    kind: EntryKind = EntryKind.MARKET
    distance: float = 0.0

    def __post_init__(self) -> None:
        percent = 100 * self.distance
        if self.kind is not EntryKind.MARKET and not (isfinite(percent) and 0 < percent <= _MOST_PERCENT):
            raise ValueRefusedError(
                f"The entry {self.kind} lies {percent:g}% from the close; it lies above 0% and up to {_MOST_PERCENT}%."
            )

    @classmethod
    def parse(cls, text: str) -> "EntryOrders":
        """The entries written as `market`, `limit:0.5` or `stop:0.5`, in percent; ValueRefusedError for others."""
        name, _, percent = text.strip().partition(":")
        if text.strip() == EntryKind.MARKET:
            return cls()
        try:
            kind, distance = _WAITING[name], float(percent) / 100
        except (KeyError, ValueError):
            raise ValueRefusedError(f"The entry {text!r} is not known: use {ENTRY_WORDS}.") from None
        return cls(kind, distance)

    @property
    def text(self) -> str:
        """The entries as they are written."""
        return self.kind.value if self.kind is EntryKind.MARKET else f"{self.kind}:{round(100 * self.distance, 10):g}"

    def of(self, wants: Wants, bars: Bars, instrument: Instrument | None = None) -> Wants:
        """`wants` entered by these orders, at the nearest ticks of `instrument` if there is one; a strategy that names
        prices itself keeps them."""
        if self.kind is EntryKind.MARKET or wants.entry_prices is not None:
            return wants
        turned = np.where(wants.when_long < 0, -1, np.where(wants.when_short > 0, 1, 0))
        sides = np.where(wants.when_flat != 0, wants.when_flat, turned)
        away = -self.distance if self.kind is EntryKind.LIMIT else self.distance
        prices = bars.close * (1 + sides * away)
        if instrument is not None:
            prices = _at_ticks(prices, Fraction(instrument.tick_size))
        return replace(wants, entry_prices=np.where(sides != 0, prices, np.nan))


def _at_ticks(prices: FloatArray, tick: Fraction) -> FloatArray:
    ticks: FloatArray = np.maximum(np.round(prices * tick.denominator / tick.numerator), 1)
    return ticks * tick.numerator / tick.denominator
