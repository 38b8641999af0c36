"""The store as a source of bars: what was imported, or fetched before."""

from collections.abc import Callable

from photon_desktop.errors import DataError, NoBarsError, UnknownSymbolError, ValueRefusedError
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import bars_due
from photon_desktop.market.source import StaleBarsError
from photon_desktop.market.symbol_names import check_symbol, did_you_mean
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock, to_iso

CACHE_SOURCE = "cache"
MOST_BEHIND = 3  # bars; a cache that misses more than these has old bars
_IMPORTED = "csv"
_ORDER = (_IMPORTED, "bybit", "yahoo")


class CacheSource:
    """Serves stored series: an imported file's before Bybit's, Bybit's before Yahoo's, and no others'.

    The newest bars of an exchange or vendor are only served from here while they are new: when more than MOST_BEHIND
    bars have closed since, by the market's own calendar, StaleBarsError lets the sources on the network go first. What
    a file holds is what the user wanted to look at, however old. `store` is called for the store whenever it is needed;
    `clock` is the wall's.
    """

    name = CACHE_SOURCE

    def __init__(
        self, store: Callable[[], Store], clock: Clock, instrument_of: Callable[[str], Instrument] = assumed_instrument
    ) -> None:
        self._store = store
        self._clock = clock
        self._instrument_of = instrument_of

    def instrument(self, symbol: str) -> Instrument:
        """What `symbol` is traded in, as far as it is known here; UnknownSymbolError when it has no bars."""
        check_symbol(symbol)
        if symbol not in self._symbols():
            raise self._unknown(symbol)
        return self._instrument_of(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says. Raises StaleBarsError, which has the bars, when the newest are asked for and are old."""
        return self.serve(symbol, interval, count, end_ns)[0]

    def serve(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> tuple[Bars, str]:
        """What `history` gives, and the source whose series it is."""
        check_symbol(symbol)
        if count < 1:
            raise ValueRefusedError(f"The number of bars asked for is {count}; ask for 1 or more.")
        stored = self._sources(symbol, interval)
        source = stored[0] if end_ns is not None else next(filter(self._is_fresh(symbol, interval), stored), stored[0])
        bars = self._store().bars.read(symbol, interval, source, end_ns=end_ns, last=count)
        if len(bars) == 0:
            raise NoBarsError(f"The cache has no {interval} bars of {symbol} before that time; ask for a later one.")
        behind = 0 if end_ns is not None else self._behind(symbol, interval, source)
        if behind > MOST_BEHIND:
            raise StaleBarsError(
                f"The stored bars of {symbol} {interval} from {source} end at {to_iso(int(bars.times[-1]))},"
                f" {behind:,} bars ago; connect to a network for newer ones.",
                bars,
                source,
            )
        return bars, source

    def _sources(self, symbol: str, interval: Interval) -> tuple[str, ...]:
        """The sources that have those bars, the preferred one first; there is at least one."""
        found = self._store().bars.sources(symbol, interval)
        known = tuple(source for source in _ORDER if source in found)
        if known and kind_of(symbol) is not InstrumentKind.DEMO:
            return known
        raise self._nothing(symbol, interval)

    def _is_fresh(self, symbol: str, interval: Interval) -> Callable[[str], bool]:
        return lambda source: self._behind(symbol, interval, source) <= MOST_BEHIND

    def _behind(self, symbol: str, interval: Interval, source: str) -> int:
        """How many bars have closed since the last stored one; none for a file, which is never late."""
        span = self._store().bars.span(symbol, interval, source)
        if source == _IMPORTED or span is None:
            return 0
        hours = hours_of(symbol, self._instrument_of(symbol).kind)
        return bars_due(span[1], self._clock.now_ns(), interval, hours)

    def _symbols(self) -> dict[str, list[Interval]]:
        """The symbols that can be served, and at which intervals."""
        symbols: dict[str, list[Interval]] = {}
        for one in self._store().bars.series():
            if one.key.source in _ORDER and kind_of(one.key.symbol) is not InstrumentKind.DEMO:
                symbols.setdefault(one.key.symbol, []).append(one.key.interval)
        return symbols

    def _nothing(self, symbol: str, interval: Interval) -> DataError:
        intervals = self._symbols().get(symbol)
        if intervals is None:
            return self._unknown(symbol)
        others = ", ".join(dict.fromkeys(intervals))
        return NoBarsError(f"The cache has no {interval} bars of {symbol}, only {others}; ask for those.")

    def _unknown(self, symbol: str) -> DataError:
        hint = did_you_mean(symbol, self._symbols())
        return UnknownSymbolError(f"The cache has no bars of {symbol}{hint}; import or download some.")
