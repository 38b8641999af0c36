"""Where a command takes its bars from: a file, the data folders, the store, a network, or the simulated market."""

from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from photon_desktop.clock import SystemClock
from photon_desktop.commands.output import note
from photon_desktop.errors import StoreError
from photon_desktop.market.cache import CacheSource
from photon_desktop.market.catalogue import MOST_BARS, Served, choose
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.keeping import keep
from photon_desktop.market.source import BarSource
from photon_desktop.paths import STORE_NAME, shipped_data_folder
from photon_desktop.sources import NAMES, NETWORK, OnDemand, Openers, kept_sources
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import DEMO_PREFIX, kind_of
from photon_desktop.trading.interval import Interval


def served_bars(
    symbol: str,
    interval: Interval,
    csv: Path | None,
    data_folder: Path,
    count: int = MOST_BARS,
    network: Openers = NETWORK,
) -> Served:
    """The newest `count` bars of `symbol`: from `csv` if it is given, else from the first source that has any.

    What a network gave is kept in the store of `data_folder`, for the next time. Why a source was passed over, and what
    is to be told of the bars, goes to stderr, a line each. Raises UnknownSymbolError or DataError, which say what was
    tried and what to do.
    """
    served = _served(symbol, interval, csv, data_folder, count, network)
    for reason in served.fallbacks:
        note(reason)
    return served


def _served(
    symbol: str, interval: Interval, csv: Path | None, data_folder: Path, count: int, network: Openers
) -> Served:
    if csv is not None:
        return choose(symbol, interval, [CsvSource([], {(symbol, interval): csv})], count)
    if symbol.startswith(DEMO_PREFIX):
        files = CsvSource([data_folder, shipped_data_folder()], {})
        return choose(symbol, interval, [files, DemoSource(DemoWorld(), Checkpoint.opening())], count)
    with ExitStack() as held:
        store = OpenedLater(data_folder, held)
        sources = [*kept_sources(data_folder, store, SystemClock()), *_remote(symbol, network, held)]
        return _kept(store, symbol, interval, choose(symbol, interval, sources, count))


class OpenedLater:
    """The store of a data folder, opened at the first call. Raises StoreError when it can't be."""

    def __init__(self, data_folder: Path, held: ExitStack) -> None:
        self._data_folder = data_folder
        self._held = held
        self._store: Store | None = None

    def __call__(self) -> Store:
        if self._store is None:
            self._store = self._held.enter_context(closing(Store.open(self._data_folder / STORE_NAME)))
        return self._store


def _remote(symbol: str, network: Openers, held: ExitStack) -> list[BarSource]:
    kind = kind_of(symbol)
    return [OnDemand(NAMES[kind], network[kind], held)] if kind in network else []


def _kept(store: OpenedLater, symbol: str, interval: Interval, served: Served) -> Served:
    if served.source in (CsvSource.name, CacheSource.name):
        return served
    news = keep_fetched(store, symbol, interval, served.source, served.bars)
    return served if news is None else replace(served, fallbacks=(*served.fallbacks, news))


def keep_fetched(store: OpenedLater, symbol: str, interval: Interval, source: str, bars: Bars) -> str | None:
    """Keep what came over the network, with its passport; that it can't be stops nobody. What is to be told of it."""
    try:
        return keep(store(), symbol, interval, source, bars, SystemClock().now_ns())
    except StoreError as error:
        return f"The bars could not be kept for the next time: {error}"
