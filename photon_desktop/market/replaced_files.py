"""What is to be told when a file of bars is replaced by one fetched anew."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photon_desktop.errors import DataError
from photon_desktop.market.changed_history import compare
from photon_desktop.market.csv_files import read_bars
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars


@dataclass(frozen=True, slots=True)
class FormerFile:
    """The bars of a file that may be replaced; none when it was not there, and `is_readable` says whether it could be
    read."""

    name: str
    bars: Bars
    is_readable: bool = True

    def told_differently(self, now: Bars, key: SeriesKey) -> str:
        """A sentence when bars that the former file had, too, differ in those that `key.source` gives `now`; empty when
        none does. Bars that only one of the two has do not count."""
        if not self.is_readable:
            return f"{self.name} was no file of bars that could be read, and is replaced."
        in_both = np.isin(self.bars.times, now.times)
        change = compare(Bars.of(*(column[in_both] for column in self.bars.columns())), now)
        return "" if change is None else change.sentence(key)


def former_file(path: Path) -> FormerFile:
    """What is in the file of this path, read before it is replaced."""
    if not path.exists():
        return FormerFile(path.name, Bars.empty())
    try:
        return FormerFile(path.name, read_bars(path))
    except DataError:
        return FormerFile(path.name, Bars.empty(), is_readable=False)
