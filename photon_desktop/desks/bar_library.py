"""The bars a backtest can be made on: those of the store, of files, and of the simulated market."""

from pathlib import Path

import numpy as np

from photon_desktop.backtest.simulation import Simulation
from photon_desktop.backtest_warnings import warnings_of
from photon_desktop.computing_turns import TURNS
from photon_desktop.errors import PhotonError
from photon_desktop.market.catalogue import choose
from photon_desktop.market.csv_files import CsvSource
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import Gaps, gaps_of
from photon_desktop.market.importer.quality import Gap
from photon_desktop.market.source import BarSource
from photon_desktop.paths import shipped_data_folder
from photon_desktop.sources import kept_sources
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import DEMO_PREFIX
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.dialogs.backtest.views import Coverage, NoCoverage
from photon_desktop.ui.language import mark, tr

_LONGEST = 100
_CURE = mark("Import a file or download bars of it.")


class BarLibrary:
    """Each method is for a worker thread and closes that thread's connection when it ends."""

    def __init__(self, store: Store, data_folder: Path, clock: Clock) -> None:
        self._store, self._data_folder, self._clock = store, data_folder, clock
        self._world = DemoWorld(in_turn=TURNS.turn)  # what was made of it once is at hand for the next look

    def symbols(self) -> tuple[str, ...]:
        """The simulated market's symbols and those of the store, by name."""
        try:
            stored = {series.key.symbol for series in self._store.bars.series()}
        finally:
            self._store.close_thread()
        return tuple(sorted(stored | set(DEMO_SYMBOLS)))

    def read(self, symbol: str, interval: Interval) -> Coverage | NoCoverage:
        """The bars of a symbol and where some are missing; nothing is fetched over the network."""
        try:
            served = choose(symbol, interval, self._sources(symbol))
            hours = hours_of(symbol, self._store.kinds.of(symbol))
        except PhotonError:
            missing = tr("There are no {interval} bars of {symbol} here.").format(interval=interval, symbol=symbol)
            return NoCoverage(symbol, interval, f"{missing} {tr(_CURE)}")
        finally:
            self._store.close_thread()
        gaps = gaps_of(served.bars.times, interval, hours)
        source = served.stored_as or served.source
        return Coverage(symbol, interval, served.bars, source, len(gaps), gaps.missing_bars, _longest(gaps))

    def warnings(self, symbol: str, interval: Interval, bars: Bars, done: Simulation) -> list[str]:
        """What has to be known of the bars and the money of a run, a sentence each."""
        return warnings_of(symbol, interval, bars, done)

    def _sources(self, symbol: str) -> tuple[BarSource, ...]:
        if symbol.startswith(DEMO_PREFIX):
            files = CsvSource([self._data_folder, shipped_data_folder()], {})
            return files, DemoSource(self._world, Checkpoint.opening())
        return kept_sources(self._data_folder, lambda: self._store, self._clock)


def _longest(gaps: Gaps) -> tuple[Gap, ...]:
    order = np.lexsort((-gaps.after, -gaps.missing))[:_LONGEST]
    rows = zip(gaps.after[order].tolist(), gaps.before[order].tolist(), gaps.missing[order].tolist(), strict=True)
    return tuple(Gap(*row) for row in rows)
