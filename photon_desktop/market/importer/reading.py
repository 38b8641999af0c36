"""A file of bars, opened with a guess of its format, regarded under another, and read."""

from dataclasses import dataclass

from photon_desktop.market.importer.containers import Content
from photon_desktop.market.importer.format import Format
from photon_desktop.market.importer.quality import QualityReport
from photon_desktop.trading.bars import Bars


@dataclass(frozen=True, slots=True)
class Question:
    """What can't be told from the file, or is not sure.

    `about` is "ticker", "symbol", "interval", "columns", "date order" or "zone"; no `choices` means free text.
    """

    about: str
    sentence: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file and how it would be read: without questions it can be imported as it stands.

    `name` is the file's, safe to show; `rows` are the cells of the first rows of data, at most 50.
    """

    name: str
    content: Content
    format: Format
    questions: tuple[Question, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The bars of a file, and what there is to say about them."""

    bars: Bars
    report: QualityReport
