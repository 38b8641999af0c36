"""Entries: wanted at a bar's close, filled at the next open or, where a price is named, when that is reached."""

from math import isnan, nan
from typing import NamedTuple


class Entry(NamedTuple):
    """A long (+1) or short (-1) position wanted at the close of bar `signal`, with the strategy's own levels under and
    over it. `price` is where it is to be entered, NaN at the next open: on the near side of the close (a buy under it)
    a limit, on the far side a stop."""

    side: int
    signal: int
    signal_close: float
    under: float = nan
    over: float = nan
    price: float = nan

    @property
    def waits(self) -> bool:
        """Whether it waits for its price."""
        return not isnan(self.price)

    @property
    def is_limit(self) -> bool:
        """Whether it asks for a better price than that of the signal, or the same."""
        return self.side * (self.price - self.signal_close) <= 0


class Reached(NamedTuple):
    """A waiting entry's fill before slippage, whether it rested there, and what is sure of the bar after it.

    Prices that may have come before it count only against the trader.
    """

    price: float
    is_maker: bool
    open: float
    high: float
    low: float


def reached(entry: Entry, open_: float, high: float, low: float, close: float) -> Reached | None:
    """What a bar makes of an entry that waits: filled at its price, at the open where that is beyond it, or None."""
    price = entry.price
    falls = price <= entry.signal_close
    if not (low <= price if falls else high >= price):
        return None
    if open_ <= price if falls else open_ >= price:
        return Reached(open_, False, open_, high, low)
    if falls:
        return Reached(price, entry.is_limit, price, max(price, close) if entry.side > 0 else high, low)
    return Reached(price, entry.is_limit, price, high, min(price, close) if entry.side < 0 else low)
