"""What the wizard shows of bars and of kept runs, and what it asks of whoever has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from photon_desktop.backtest.simulation import Simulation
from photon_desktop.market.importer.quality import Gap
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """The bars there are of a symbol, where they are from, and the gaps in them, the longest first."""

    symbol: str
    interval: Interval
    bars: Bars
    source: str
    gaps: int
    missing_bars: int
    longest: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class NoCoverage:
    """Why there are no bars to test on, in one sentence."""

    symbol: str
    interval: Interval
    sentence: str


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run that is kept: `created_at` ns UTC; parameters and results as JSON objects."""

    id: str
    created_at: int
    name: str
    parameters: Mapping[str, Any]
    results: Mapping[str, Any]


class Library(Protocol):
    """Has the bars. Each call may take long and belongs on a worker thread."""

    def symbols(self) -> tuple[str, ...]:
        """Every symbol with bars on this machine."""
        ...

    def read(self, symbol: str, interval: Interval) -> Coverage | NoCoverage:
        """The bars of a symbol and their gaps; nothing is fetched over the network."""
        ...

    def warnings(self, symbol: str, interval: Interval, bars: Bars, done: Simulation) -> list[str]:
        """What has to be known of the bars and the money of a run, a sentence each."""
        ...


class RunShelf(Protocol):
    """Keeps runs. Each call belongs on a worker thread and raises PhotonError with a sentence."""

    def recent(self) -> tuple[KeptRun, ...]:
        """The newest runs, newest first."""
        ...

    def keep(self, name: str, parameters: Mapping[str, Any], results: Mapping[str, Any]) -> KeptRun:
        """Keep a run."""
        ...

    def tried_on(self, data_hash: str) -> tuple[TriedRun, ...]:
        """What was tried on the bars of this hash, in the window and on the command line."""
        ...

    def rename(self, run_id: str, name: str) -> None:
        """Call a run something else."""
        ...

    def remove(self, run_id: str) -> None:
        """Forget a run."""
        ...
