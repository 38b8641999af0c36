"""Where a command takes its bars from: a file that was named, the data folders, or the simulated market."""

from pathlib import Path

from photon_desktop.market.catalogue import MOST_BARS, Served, choose
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.source import BarSource
from photon_desktop.paths import shipped_data_folder
from photon_desktop.trading.instrument import DEMO_PREFIX
from photon_desktop.trading.interval import Interval


def served_bars(symbol: str, interval: Interval, csv: Path | None, data_folder: Path, count: int = MOST_BARS) -> Served:
    """The newest `count` bars of `symbol`: from `csv` if it is given, else from the first source that has any.

    Raises UnknownSymbolError or DataError, which say what was tried and what to do.
    """
    files = {} if csv is None else {(symbol, interval): csv}
    sources: list[BarSource] = [CsvSource([data_folder, shipped_data_folder()], files)]
    if csv is None and symbol.startswith(DEMO_PREFIX):
        sources.append(DemoSource(DemoWorld(), Checkpoint.opening()))
    return choose(symbol, interval, sources, count)
