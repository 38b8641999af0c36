"""Where a command takes its bars from: a named file, the data folders, an exchange, or the simulated market."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Protocol

from photon_desktop.market.catalogue import MOST_BARS, Served, choose
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.source import BarSource
from photon_desktop.paths import shipped_data_folder
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import DEMO_PREFIX, Instrument, InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval


class RemoteSource(BarSource, Protocol):
    """A source that holds connections."""

    def close(self) -> None:
        """Let them go."""
        ...


class OnDemand:
    """A source over the network, opened when it is first asked: one that is not needed costs nothing."""

    def __init__(self, name: str, open_source: Callable[[], RemoteSource], held: ExitStack) -> None:
        self.name = name
        self._open_source = open_source
        self._held = held
        self._opened: RemoteSource | None = None

    def instrument(self, symbol: str) -> Instrument:
        """As BarSource says."""
        return self._source().instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says."""
        return self._source().history(symbol, interval, count, end_ns)

    def _source(self) -> RemoteSource:
        if self._opened is None:
            self._opened = self._held.enter_context(closing(self._open_source()))
        return self._opened


def open_bybit() -> RemoteSource:
    """Bybit's linear market, over its public addresses."""
    from photon_desktop.market.bybit.endpoint import Category, Endpoint  # noqa: PLC0415 - only where it is needed
    from photon_desktop.market.bybit.rest.client import open_client  # noqa: PLC0415
    from photon_desktop.market.bybit.source import BybitSource  # noqa: PLC0415

    return BybitSource(open_client(Endpoint(), Category.LINEAR))


def served_bars(
    symbol: str,
    interval: Interval,
    csv: Path | None,
    data_folder: Path,
    count: int = MOST_BARS,
    open_exchange: Callable[[], RemoteSource] = open_bybit,
) -> Served:
    """The newest `count` bars of `symbol`: from `csv` if it is given, else from the first source that has any.

    Raises UnknownSymbolError or DataError, which say what was tried and what to do.
    """
    files = {} if csv is None else {(symbol, interval): csv}
    sources: list[BarSource] = [CsvSource([data_folder, shipped_data_folder()], files)]
    with ExitStack() as held:
        if csv is None and symbol.startswith(DEMO_PREFIX):
            sources.append(DemoSource(DemoWorld(), Checkpoint.opening()))
        elif csv is None and kind_of(symbol) is InstrumentKind.CRYPTO:
            sources.append(OnDemand("bybit", open_exchange, held))
        return choose(symbol, interval, sources, count)
