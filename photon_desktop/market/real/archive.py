"""The store as the archive of what venues gave."""

from photon_desktop.market.keeping import keep
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock


class StoreArchive:
    """Keeps each source's series in the store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def span(self, symbol: str, interval: Interval, source: str) -> tuple[int, int, int] | None:
        """Open times of the first and the last bar kept, and how many there are; None without any."""
        return self._store.bars.span(symbol, interval, source)

    def newest(self, symbol: str, interval: Interval, source: str, count: int) -> Bars:
        """The newest `count` bars kept."""
        return self._store.bars.read(symbol, interval, source, last=count)

    def keep(self, symbol: str, interval: Interval, source: str, bars: Bars) -> str:
        """Keep what a source gave; one sentence when it differs from what it gave before, else nothing."""
        return keep(self._store, symbol, interval, source, bars, self._clock.now_ns()) or ""

    def close_thread(self) -> None:
        """Close this thread's connection."""
        self._store.close_thread()
