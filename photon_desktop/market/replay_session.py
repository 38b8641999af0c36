"""Bars of the past watched as if they came now: the first part is history, the rest comes bar by bar."""

from photon_desktop.market.catalogue import Served
from photon_desktop.market.replay import ReplayFeed
from photon_desktop.market.session import OpenedMarket, ResumePoint, Series
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval


class ReplaySession:
    """Plays the last `count` bars of what was served; whoever trains may use only the bars before them.

    In the store its bars are a series of their own, `name`, beside the one they may have come from.
    """

    name = "replay"
    clock = None

    def __init__(self, symbol: str, interval: Interval, served: Served, count: int) -> None:
        self.symbols = (symbol,)
        self.interval = interval
        self._served = served
        self._played_from = max(0, len(served.bars) - count)

    @property
    def source(self) -> str:
        """Where the bars are from."""
        return self._served.source

    @property
    def bars_played(self) -> int:
        """How many bars come one by one."""
        return len(self._served.bars) - self._played_from

    def instrument(self, _symbol: str, /) -> Instrument:
        """What the symbol is traded in."""
        return self._served.instrument

    def opens_at(self, _resume_point: ResumePoint | None, /) -> int:
        """When the first bar that is played opens; a replay always begins there."""
        return int(self._served.bars.times[self._played_from])

    def open(self, _resume_point: ResumePoint | None, /) -> OpenedMarket:
        """The history before the played bars, and the feed that plays them."""
        served, symbol = self._served, self.symbols[0]
        history = served.bars.part(0, self._played_from)
        series = Series(
            symbol, self.interval, history, served.source, served.instrument, served.fallbacks, stored_as=self.name
        )
        return OpenedMarket((series,), self._feed_of(served.bars.part(self._played_from)))

    def _feed_of(self, played: Bars) -> ReplayFeed:
        return ReplayFeed(self.symbols[0], self.interval, played, self.source)
