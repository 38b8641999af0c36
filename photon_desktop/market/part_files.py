"""What interrupted downloads have left: each a file beside the one it was to become."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from photon_desktop.errors import DataError
from photon_desktop.market.csv_files import read_bars, whole_lines
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import from_iso

_ENDING = ".partial"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many bars a part has, and when the last of them opens, ns UTC."""

    bars: int
    last_ns: int


@dataclass(frozen=True, slots=True)
class PartFile:
    """Bars in the normalised form, all there are from `start_ns` (ns UTC) up to the last one in it."""

    path: Path
    start_ns: int

    def tally(self) -> Tally | None:
        """What is in it by its lines, without reading what they say; None without a whole line."""
        try:
            lines = self.path.read_bytes().split(b"\n")[1:-1]  # without the header and what has no end
            return Tally(len(lines), from_iso(lines[-1].partition(b",")[0].decode("ascii"))) if lines else None
        except (OSError, ValueError):  # `read` will say what is wrong with it
            return None

    def read(self) -> Bars:
        """Its bars, none when they can't be read; a last line that was cut off is dropped from the file."""
        if not self.path.exists():
            return Bars.empty()
        whole_lines(self.path)
        try:
            return read_bars(self.path)
        except DataError:
            self.path.unlink()
            return Bars.empty()


def part_file(folder: Path, symbol: str, interval: Interval, start_ns: int) -> PartFile:
    """Where what begins at `start_ns` is kept until all of it is there."""
    return PartFile(folder / f"{_beginning(symbol, interval)}{start_ns}{_ENDING}", start_ns)


def parts_of(folder: Path, symbol: str, interval: Interval) -> tuple[PartFile, ...]:
    """What is left of these bars in `folder`, the earliest begin first."""
    return tuple(sorted(_found(folder, _beginning(symbol, interval)), key=lambda part: part.start_ns))


def usable_part(folder: Path, symbol: str, interval: Interval, start_ns: int) -> PartFile:
    """The part that a download from `start_ns` on can go on from: the one that begins last of those that do not begin
    later, or one that is yet to be written."""
    earlier = [part for part in parts_of(folder, symbol, interval) if part.start_ns <= start_ns]
    return earlier[-1] if earlier else part_file(folder, symbol, interval, start_ns)


def _beginning(symbol: str, interval: Interval) -> str:
    return f".{symbol}_{interval}."


def _found(folder: Path, beginning: str) -> Iterator[PartFile]:
    try:
        paths = list(folder.iterdir())
    except OSError:  # whoever writes there will say so
        return
    for path in paths:
        middle = path.name.removeprefix(beginning).removesuffix(_ENDING)
        if path.name == f"{beginning}{middle}{_ENDING}" and middle.removeprefix("-").isdecimal():
            yield PartFile(path, int(middle))
