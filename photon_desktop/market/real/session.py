"""Real symbols opened for watching."""

from collections.abc import Callable, Sequence

from photon_desktop.market.real.feed import RealFeed
from photon_desktop.market.real.loading import SeriesLoader
from photon_desktop.market.session import OpenedMarket, ResumePoint
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock

REAL_MARKET = "real"


class RealSession:
    """`symbols` at `interval`. Opening waits for nobody: each symbol comes when it has loaded.

    `open_loader` opens what brings the bars, `instrument_of` knows what a symbol is traded in, or assumes it.
    """

    name = REAL_MARKET

    def __init__(
        self,
        symbols: Sequence[str],
        interval: Interval,
        clock: Clock,
        open_loader: Callable[[], SeriesLoader],
        instrument_of: Callable[[str], Instrument],
    ) -> None:
        self.symbols = tuple(dict.fromkeys(symbols))
        self.interval = interval
        self.clock = clock
        self._open_loader = open_loader
        self._instrument_of = instrument_of

    def instrument(self, symbol: str, /) -> Instrument:
        """What `symbol` is traded in, without asking the network."""
        return self._instrument_of(symbol)

    def opens_at(self, _resume_point: ResumePoint | None, /) -> int:
        """Now: this market went on while nobody watched."""
        return self.clock.now_ns()

    def open(self, _resume_point: ResumePoint | None, /) -> OpenedMarket:
        """No series yet, and the feed that brings them."""
        loader = self._open_loader()
        feed = RealFeed(self.symbols, self.interval, loader.load, self.clock, release=loader.close)
        feed.start()
        return OpenedMarket((), feed)
