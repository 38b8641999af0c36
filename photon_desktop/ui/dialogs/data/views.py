"""What the dialog shows of the series that are kept, and what it asks of whoever keeps them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from photon_desktop.market.importer.quality import Gap
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.passport import Passport


@dataclass(frozen=True, slots=True)
class FoundGaps:
    """All gaps of a series in numbers, and the longest of them, the longest first."""

    gaps: int
    missing_bars: int
    longest: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """What was found when a series was read once more.

    `content_hash`: of the bars from the passport's first to its last, of all bars without a passport. `matches`:
    whether that is the passport's, None without a passport. `later_bars`: how many lie outside the passport's span.
    """

    found: FoundGaps
    content_hash: str
    matches: bool | None
    later_bars: int


@dataclass(frozen=True, slots=True)
class ShelvedSeries:
    """A series that is kept: open times (ns UTC) of its first and last bar, how many it has, its passport and what was
    found when it was last checked, both None when there is none."""

    key: SeriesKey
    first_ns: int
    last_ns: int
    bars: int
    passport: Passport | None
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class RemovedSeries:
    """All that is needed to put a series back where it was."""

    key: SeriesKey
    bars: Bars
    passport: Passport | None


class Shelf(Protocol):
    """Keeps series. Each call may take long, belongs on a worker thread, and raises PhotonError with a sentence for
    whoever asked; it has then changed nothing."""

    def list_series(self) -> tuple[ShelvedSeries, ...]:
        """Every series with bars, by symbol, interval (the shortest first) and source."""
        ...

    def find_gaps(self, key: SeriesKey) -> FoundGaps:
        """Where bars of the series are missing."""
        ...

    def check(self, key: SeriesKey) -> Check:
        """Read the series once more and compare it with its passport."""
        ...

    def remove(self, key: SeriesKey) -> RemovedSeries:
        """Forget the series with its passport, and give back what it was."""
        ...

    def restore(self, removed: RemovedSeries) -> None:
        """Put back what was removed; refused when the series has been stored anew meanwhile."""
        ...

    def export(self, key: SeriesKey, path: Path) -> int:
        """Write the series as a CSV file in place of what is there; how many bars were written."""
        ...
