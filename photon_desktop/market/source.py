"""What the program asks of a place that has bars."""

from typing import Protocol

from photon_desktop.errors import DataError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval


class StaleBarsError(DataError):
    """A source has bars, but they end so long ago that others should be asked first.

    `bars` are what it has, the series of `stored_as` in the store.
    """

    def __init__(self, sentence: str, bars: Bars, stored_as: str) -> None:
        super().__init__(sentence)
        self.bars = bars
        self.stored_as = stored_as


class BarSource(Protocol):
    """A place that has bars. A source that can't serve raises a PhotonError, so that the next one can be asked."""

    @property
    def name(self) -> str:
        """The word for this source in snapshots: "csv", "cache", "demo"."""
        ...

    def instrument(self, symbol: str) -> Instrument:
        """What `symbol` is traded in, as far as this source knows; UnknownSymbolError when it does not know it."""
        ...

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """The newest `count` closed bars that open before `end_ns` (None: the newest there are), fewer if there are
        fewer, and never none.

        Raises UnknownSymbolError for a symbol it does not know and DataError when it has no such bars.
        """
        ...
