"""Bybit's market opened for watching."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit import BYBIT_SOURCE
from photon_desktop.market.bybit.endpoint import Category, Endpoint
from photon_desktop.market.bybit.feed import BybitFeed
from photon_desktop.market.bybit.rest.client import open_client
from photon_desktop.market.bybit.source import BybitSource
from photon_desktop.market.bybit.stream.transport import StreamTransport
from photon_desktop.market.session import HISTORY_BARS, OpenedMarket, ResumePoint, Series
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock

_AT_A_TIME = 4


class BybitSession:
    """The symbols of one category at `interval`, from `endpoint` on; `clock` is the wall's, for `opens_at`.

    Opening raises UnknownSymbolError for a symbol Bybit does not list and DataError when it can't be reached. `wake`
    goes to the feed.
    """

    name = BYBIT_SOURCE

    def __init__(
        self,
        symbols: Sequence[str],
        interval: Interval,
        clock: Clock,
        endpoint: Endpoint | None = None,
        category: Category = Category.LINEAR,
        wake: Callable[[], None] | None = None,
        history_bars: int = HISTORY_BARS,
    ) -> None:
        if not symbols:
            raise ValueRefusedError("A market to watch needs at least one symbol; name one.")
        self.symbols = tuple(dict.fromkeys(symbols))
        self.interval = interval
        self.clock = clock
        self._endpoint = endpoint or Endpoint()
        self._category = category
        self._wake = wake
        self._history_bars = history_bars
        self._instruments: dict[str, Instrument] = {}

    def instrument(self, symbol: str, /) -> Instrument:
        """What `symbol` is traded in; asked over the network only before the market was opened."""
        if symbol not in self._instruments:
            source = self._source()
            try:
                self._instruments[symbol] = source.instrument(symbol)
            finally:
                source.close()
        return self._instruments[symbol]

    def opens_at(self, _resume_point: ResumePoint | None, /) -> int:
        """Now: this market went on while nobody watched."""
        return self.clock.now_ns()

    def open(self, _resume_point: ResumePoint | None, /) -> OpenedMarket:
        """The history of every symbol and a feed, connecting already, that goes on from its end."""
        source = self._source()
        try:
            series = self._all_series(source)
        except BaseException:
            source.close()
            raise
        next_opens = {one.symbol: int(one.bars.times[-1]) + self.interval.nanoseconds for one in series}
        feed = BybitFeed(source, self._new_transport, self.interval, next_opens, self._wake)
        feed.start()
        return OpenedMarket(series, feed)

    def _all_series(self, source: BybitSource) -> tuple[Series, ...]:
        """Several symbols at a time: most of what a request takes is the way there and back."""
        pool = ThreadPoolExecutor(_AT_A_TIME, "bybit-history")
        try:
            return tuple(pool.map(lambda symbol: self._series(source, symbol), self.symbols))
        finally:
            pool.shutdown(cancel_futures=True)

    def _series(self, source: BybitSource, symbol: str) -> Series:
        bars = source.history(symbol, self.interval, self._history_bars)
        instrument = source.instrument(symbol)
        self._instruments[symbol] = instrument
        return Series(symbol, self.interval, bars, source.name, instrument)

    def _source(self) -> BybitSource:
        return BybitSource(open_client(self._endpoint, self._category), self._category)

    def _new_transport(self) -> StreamTransport:
        from photon_desktop.market.bybit.stream.pybit_stream import (  # noqa: PLC0415 - imports pybit, on demand only
            PybitTransport,
        )

        return PybitTransport(self._endpoint, self._category)
