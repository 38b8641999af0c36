"""What the dialog asks of the thread that reads, and what it is told."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from photon_desktop.market.importer.format import Format
from photon_desktop.trading.interval import Interval

if TYPE_CHECKING:
    from photon_desktop.market.importer.reading import OpenedFile, Reading


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Open a file, or a member of an archive, guess how it is read, and read it."""

    path: Path
    member: str | None = None


@dataclass(frozen=True, slots=True)
class ReadAnew:
    """Read an opened file under a changed format."""

    opened: "OpenedFile"
    format: Format


@dataclass(frozen=True, slots=True)
class KeepBars:
    """Store what was read, all or nothing."""

    symbol: str
    interval: Interval
    reading: "Reading"
    source_file: str
    format: Format


Request = OpenFile | ReadAnew | KeepBars


@dataclass(frozen=True, slots=True)
class Job:
    """A request with its number and the flag that ends it."""

    number: int
    request: Request
    cancelled: Event


@dataclass(frozen=True, slots=True)
class Advanced:
    """How far a job is: what it does, and how much of how much is done."""

    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Opened:
    """What kind of file it is and how its text looks."""

    file: "OpenedFile"


@dataclass(frozen=True, slots=True)
class Previewed:
    """The bars of the file's first lines."""

    reading: "Reading"


@dataclass(frozen=True, slots=True)
class WholeRead:
    """All bars of the file, and how far they can be trusted. The job is done."""

    reading: "Reading"


@dataclass(frozen=True, slots=True)
class Stored:
    """So many bars are in the store. The job is done."""

    bars: int


@dataclass(frozen=True, slots=True)
class Choose:
    """The file holds several things, of which one must be chosen first. The job is done."""

    about: str
    sentence: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why it could not be done, in one sentence; nothing was stored. The job is done."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The job ended early because it was asked to; nothing was stored."""


News = Advanced | Opened | Previewed | WholeRead | Stored | Choose | Failed | Cancelled
LAST_NEWS = (WholeRead, Stored, Choose, Failed, Cancelled)


@dataclass(frozen=True, slots=True)
class Told:
    """News of the job with this number."""

    job: int
    news: News
