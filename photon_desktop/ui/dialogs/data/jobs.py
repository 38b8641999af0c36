"""What the dialog asks of the thread that reads the store, and what it is told."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event

from photon_desktop.store.series import SeriesKey
from photon_desktop.ui.dialogs.data.views import Check, FoundGaps, RemovedSeries, ShelvedSeries


@dataclass(frozen=True, slots=True)
class ListSeries:
    """Which series there are."""


@dataclass(frozen=True, slots=True)
class FindGaps:
    """Where this series has gaps."""

    key: SeriesKey


@dataclass(frozen=True, slots=True)
class CheckSeries:
    """Whether this series still is what was fetched."""

    key: SeriesKey


@dataclass(frozen=True, slots=True)
class RemoveSeries:
    """Forget this series."""

    key: SeriesKey


@dataclass(frozen=True, slots=True)
class RestoreSeries:
    """Put this series back."""

    removed: RemovedSeries


@dataclass(frozen=True, slots=True)
class ExportSeries:
    """Write this series to a file that is not there yet."""

    key: SeriesKey
    path: Path


@dataclass(frozen=True, slots=True)
class ReplaceFile:
    """Write this series in place of the file that is there."""

    key: SeriesKey
    path: Path


Request = ListSeries | FindGaps | CheckSeries | RemoveSeries | RestoreSeries | ExportSeries | ReplaceFile


@dataclass(frozen=True, slots=True)
class Job:
    """A request, and the flag that says nobody wants its answer any more."""

    request: Request
    dismissed: Event


@dataclass(frozen=True, slots=True)
class Listed:
    """Every series there is."""

    series: tuple[ShelvedSeries, ...]


@dataclass(frozen=True, slots=True)
class GapsFound:
    """Where a series has gaps."""

    key: SeriesKey
    found: FoundGaps


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a series."""

    key: SeriesKey
    check: Check


@dataclass(frozen=True, slots=True)
class Removed:
    """A series is forgotten; this would put it back."""

    removed: RemovedSeries


@dataclass(frozen=True, slots=True)
class Restored:
    """A series is back."""

    key: SeriesKey


@dataclass(frozen=True, slots=True)
class Exported:
    """So many bars stand in the file."""

    key: SeriesKey
    path: Path
    bars: int


@dataclass(frozen=True, slots=True)
class FileExists:
    """There is a file of that name; nothing was written."""

    key: SeriesKey
    path: Path


@dataclass(frozen=True, slots=True)
class Failed:
    """Why it could not be done, in one sentence; nothing was changed."""

    request: Request
    sentence: str


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Nobody wanted the answer any more; nothing was done."""


News = Listed | GapsFound | Checked | Removed | Restored | Exported | FileExists | Failed | Dismissed


@dataclass(frozen=True, slots=True)
class Told:
    """The one answer to a job."""

    job: Job
    news: News
