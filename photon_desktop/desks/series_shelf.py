"""The series that are kept: what there is, where it has gaps, and whether it still is what was fetched."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from photon_desktop.errors import NoBarsError, ValueRefusedError
from photon_desktop.market.csv_files import write_bars
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import Gaps, gaps_of
from photon_desktop.market.importer.quality import Gap
from photon_desktop.store.series import SeriesKey
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.passport import data_hash
from photon_desktop.ui.dialogs.data.views import Check, FoundGaps, RemovedSeries, ShelvedSeries
from photon_desktop.ui.language import tr

LONGEST_GAPS = 100


class SeriesShelf:
    """The series of a store, as the dialog of the data asks for them.

    Each method is for a worker thread and closes that thread's connection when it ends. All raise StoreError and its
    kin as the store does; what reads bars raises NoBarsError when the series has none any more.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def list_series(self) -> tuple[ShelvedSeries, ...]:
        """Every series with bars, by symbol, interval (the shortest first) and source."""
        with self._connected():
            passports = {SeriesKey(one.symbol, one.interval, one.source): one for one in self._store.passports.all()}
            return tuple(
                ShelvedSeries(one.key, one.first_ns, one.last_ns, one.bars, passports.get(one.key))
                for one in self._store.bars.series()
            )

    def find_gaps(self, key: SeriesKey) -> FoundGaps:
        """Where bars of the series are missing, with the longest gaps. For stocks as slow, the first time, as the
        calendar that it needs."""
        with self._connected():
            return self._found_gaps(self._read(key), key)

    def check(self, key: SeriesKey) -> Check:
        """Count the gaps anew, and compare the bars of the passport's span with the passport's hash."""
        with self._connected(), self._store.transaction():
            bars = self._read(key)
            passport = self._store.passports.get(key.symbol, key.interval, key.source)
        if passport is None:
            return Check(self._found_gaps(bars, key), data_hash(bars), None, 0)
        fetched = bars.between(passport.first_ns, passport.last_ns + 1)
        found_hash = data_hash(fetched)
        matches = found_hash == passport.content_hash
        return Check(self._found_gaps(bars, key), found_hash, matches, len(bars) - len(fetched))

    def remove(self, key: SeriesKey) -> RemovedSeries:
        """Forget the series with its passport. One that can't be read is kept: it could not be put back."""
        with self._connected(), self._store.transaction():
            removed = RemovedSeries(
                key, self._read(key), self._store.passports.get(key.symbol, key.interval, key.source)
            )
            self._store.bars.remove(key.symbol, key.interval, key.source)
        return removed

    def restore(self, removed: RemovedSeries) -> None:
        """Put back what was removed. Raises ValueRefusedError when there are bars of that series again."""
        key = removed.key
        with self._connected(), self._store.transaction():
            if self._store.bars.span(key.symbol, key.interval, key.source) is not None:
                anew = tr("{series} has been stored anew since; delete it first to get the old bars back.")
                raise ValueRefusedError(anew.format(series=key))
            self._store.bars.put(key.symbol, key.interval, key.source, removed.bars)
            if removed.passport is not None:
                self._store.passports.put(removed.passport)

    def export(self, key: SeriesKey, path: Path) -> int:
        """Write the series in the normalised form, in place of the file that is there; how many bars were written.

        Raises DataError when the file can't be written."""
        with self._connected():
            bars = self._read(key)
        write_bars(path, bars)
        return len(bars)

    @contextmanager
    def _connected(self) -> Iterator[None]:
        try:
            yield
        finally:
            self._store.close_thread()

    def _read(self, key: SeriesKey) -> Bars:
        bars = self._store.bars.read(key.symbol, key.interval, key.source)
        if len(bars) == 0:
            gone = tr("There are no bars of {series} any more; open the data again to see what there is.")
            raise NoBarsError(gone.format(series=key))
        return bars

    def _found_gaps(self, bars: Bars, key: SeriesKey) -> FoundGaps:
        gaps = gaps_of(bars.times, key.interval, hours_of(key.symbol, self._store.kinds.of(key.symbol)))
        return FoundGaps(len(gaps), gaps.missing_bars, _longest(gaps))


def _longest(gaps: Gaps) -> tuple[Gap, ...]:
    """The longest first, of two alike the later one."""
    order = np.lexsort((-gaps.after, -gaps.missing))[:LONGEST_GAPS]
    rows = zip(gaps.after[order].tolist(), gaps.before[order].tolist(), gaps.missing[order].tolist(), strict=True)
    return tuple(Gap(*row) for row in rows)
