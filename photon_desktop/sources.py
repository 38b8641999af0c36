"""The places bars come from, opened when they are first asked for."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from photon_desktop.clock import SystemClock
from photon_desktop.market.cache import CacheSource
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.real.venue import HeldSource, Venue
from photon_desktop.market.source import BarSource
from photon_desktop.market.symbol_search import ListedContracts, SymbolSearch
from photon_desktop.paths import shipped_data_folder
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind, assumed_instrument
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.listing import Listing
from photon_desktop.trading.timestamps import Clock

Openers = Mapping[InstrumentKind, Callable[[], HeldSource]]
NAMES = {InstrumentKind.CRYPTO: "bybit", InstrumentKind.STOCK: "yahoo"}


class OnDemand:
    """A source over the network, opened when it is first asked: one that is not needed costs nothing."""

    def __init__(self, name: str, open_source: Callable[[], HeldSource], held: ExitStack) -> None:
        self.name = name
        self._open_source = open_source
        self._held = held
        self._opened: HeldSource | None = None

    def instrument(self, symbol: str) -> Instrument:
        """As BarSource says."""
        return self._source().instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says."""
        return self._source().history(symbol, interval, count, end_ns)

    def _source(self) -> HeldSource:
        if self._opened is None:
            self._opened = self._held.enter_context(closing(self._open_source()))
        return self._opened


def open_bybit() -> HeldSource:
    """Bybit's linear market, over its public addresses."""
    from photon_desktop.market.bybit.endpoint import Category, Endpoint  # noqa: PLC0415 - only where it is needed
    from photon_desktop.market.bybit.rest.client import open_client  # noqa: PLC0415
    from photon_desktop.market.bybit.source import BybitSource  # noqa: PLC0415

    return BybitSource(open_client(Endpoint(), Category.LINEAR))


def open_yahoo() -> HeldSource:
    """Yahoo Finance."""
    from photon_desktop.market.yahoo.ask.client import (  # noqa: PLC0415 - only where it is needed
        open_client,
        polite_rates,
    )
    from photon_desktop.market.yahoo.source import YahooSource  # noqa: PLC0415

    return YahooSource(open_client(polite_rates()), SystemClock())


NETWORK: Openers = {InstrumentKind.CRYPTO: open_bybit, InstrumentKind.STOCK: open_yahoo}


def open_venues() -> Mapping[InstrumentKind, Venue]:
    """Where each kind of symbol is followed. Nothing is asked of the network yet."""
    from photon_desktop.market.bybit.venue import BybitVenue  # noqa: PLC0415 - only where it is needed
    from photon_desktop.market.yahoo.venue import YahooVenue  # noqa: PLC0415

    return {InstrumentKind.CRYPTO: BybitVenue(), InstrumentKind.STOCK: YahooVenue(SystemClock())}


def open_search() -> SymbolSearch:
    """Finds symbols in what Bybit lists and what Yahoo knows, asked for when something is first looked for."""
    return SymbolSearch([ListedContracts(_bybit_listings, "Bybit"), _yahoo_listings])


def _bybit_listings() -> Sequence[Any]:
    from photon_desktop.market.bybit.endpoint import Category, Endpoint  # noqa: PLC0415 - only where it is needed
    from photon_desktop.market.bybit.rest.client import open_client  # noqa: PLC0415

    with closing(open_client(Endpoint(), Category.LINEAR)) as client:
        return client.listings(Category.LINEAR)


def _yahoo_listings(text: str) -> Sequence[Listing]:
    from photon_desktop.market.yahoo.ask.client import open_client, polite_rates  # noqa: PLC0415

    with closing(open_client(polite_rates())) as client:
        return [Listing(one.symbol, one.name, InstrumentKind.STOCK, one.exchange) for one in client.search(text)]


def kept_sources(
    data_folder: Path,
    store: Callable[[], Store],
    clock: Clock,
    instrument_of: Callable[[str], Instrument] = assumed_instrument,
) -> tuple[BarSource, ...]:
    """What is on this machine: files in the data folders, and the bars in the store, opened when it is asked."""
    return CsvSource([data_folder, shipped_data_folder()], {}), CacheSource(store, clock, instrument_of)
