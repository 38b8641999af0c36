"""One symbol's bars as the chart holds them: times, candles at every zoom, indicators, the last bar still changing."""

from collections.abc import Mapping

import numpy as np

from photon_desktop.trading.bars import Bar, Bars, FloatArray, TimeArray, joined
from photon_desktop.ui.chart.data.growing_table import GrowingTable
from photon_desktop.ui.chart.data.heikin_ashi import heikin_ashi, next_heikin_ashi
from photon_desktop.ui.chart.data.pyramid import Pyramid, Row
from photon_desktop.ui.chart.data.study import KIND_OF, LINES, Line, Study, StudyKind, study_table, usual_studies

_SPARE = 256
_DAY_NS = 86_400_000_000_000


class ChartSeries:
    """Bars that may grow at their end. Studies count the last bar even while it is forming.

    A study is worked out when a line of it is asked for first, and kept up with the bars from then on.
    """

    def __init__(self, bars: Bars, studies: Mapping[StudyKind, Study] | None = None) -> None:
        self._length = len(bars)
        self._times: TimeArray = np.zeros(self._length + self._length // 16 + _SPARE, dtype=np.int64)
        self._times[: self._length] = bars.times
        self.pyramid = Pyramid(np.stack([bars.open, bars.high, bars.low, bars.close, bars.volume]))
        self._studies = dict(usual_studies() if studies is None else studies)
        self._tables: dict[StudyKind, GrowingTable] = {}
        self._averaged: Pyramid | None = None

    def __len__(self) -> int:
        return self._length

    @property
    def times(self) -> TimeArray:
        """Open times, nanoseconds UTC."""
        view: TimeArray = self._times[: self._length]
        return view

    def put(self, bar: Bar) -> bool:
        """Take a bar that follows the last one or replaces it; True when there is one more now.

        A bar older than the last one is left out: what has closed does not change.
        """
        if self._length and bar.open_time < self._times[self._length - 1]:
            return False
        column = (bar.open, bar.high, bar.low, bar.close, bar.volume)
        if self._length and bar.open_time == self._times[self._length - 1]:
            self.pyramid.replace_last(column)
            self._keep_up(is_new=False)
            return False
        self._append_time(bar.open_time)
        self.pyramid.append(column)
        self._keep_up(is_new=True)
        return True

    def bar(self, index: int) -> Bar:
        """The bar at `index`, 0 the oldest."""
        return self._as_bars(index, index + 1).bar(0)

    def tail(self, count: int) -> "ChartSeries":
        """The last `count` bars, with the same studies."""
        return ChartSeries(self._as_bars(max(0, self._length - count), self._length), self._studies)

    def reaching_back(self, older: Bars, is_averaged: bool) -> "ChartSeries":
        """These bars behind `older`, with all that is shown worked out, averaged bars too where they are. It may be
        called from another thread while bars are put at the end: the last of them may be half of each then, and has
        to be put again."""
        length = self._length
        reaching = ChartSeries(joined([older, self._as_bars(0, length)]), self._studies)
        for kind, study in self._studies.items():
            if study.is_shown and LINES[kind]:
                reaching.line(LINES[kind][0])
        if is_averaged:
            _ = reaching.averaged
        return reaching

    def take_over(self, other: "ChartSeries") -> int | None:
        """Put what `other` has from this one's last bar on, and say how many bars this one has before `other`'s
        first; None, and nothing is put, when the two are not of the same bars."""
        if not len(other) or not self._length:
            return None
        before = self.index_at(int(other.times[0]))
        start = other.index_at(int(self.times[-1]))
        if before < 0 or self.times[before] != other.times[0] or self._length - before != start + 1:
            return None
        for index in range(start, len(other)):
            self.put(other.bar(index))
        return before

    def line(self, line: Line) -> FloatArray:
        """One value a bar, NaN until the study is defined."""
        kind = KIND_OF[line]
        if kind not in self._tables:
            whole = self._as_bars(0, self._length)
            self._tables[kind] = GrowingTable(study_table(self._studies[kind], whole))
        values: FloatArray = self._tables[kind].values[LINES[kind].index(line)]
        return values

    def set_studies(self, studies: Mapping[StudyKind, Study]) -> None:
        """Take other lengths; what is no longer shown, or not so, is let go of."""
        for kind, study in studies.items():
            if study.lengths != self._studies[kind].lengths or not study.is_shown:
                self._tables.pop(kind, None)
        self._studies = dict(studies)

    @property
    def averaged(self) -> Pyramid:
        """The bars as Heikin-Ashi."""
        if self._averaged is None:
            self._averaged = Pyramid(heikin_ashi(self.pyramid.bars))
        return self._averaged

    def index_at(self, time_ns: int) -> int:
        """The bar that is open at `time_ns`; -1 before the first."""
        return int(self.indexes_at(np.int64(time_ns)))

    def indexes_at(self, times_ns: TimeArray | np.int64) -> TimeArray:
        """`index_at` for many moments."""
        return np.asarray(self.times.searchsorted(times_ns, side="right") - 1, dtype=np.int64)

    def index_closed_by(self, time_ns: int) -> int:
        """The last bar that opened before `time_ns`: the one that a decision of that moment looked at; -1 for none."""
        return int(self.indexes_closed_by(np.int64(time_ns)))

    def indexes_closed_by(self, times_ns: TimeArray | np.int64) -> TimeArray:
        """`index_closed_by` for many moments."""
        return np.asarray(self.times.searchsorted(times_ns, side="left") - 1, dtype=np.int64)

    def day_change(self) -> float | None:
        """The last close over the close a day before its bar opened, less 1; None while there is no bar so old."""
        if self._length < 2:
            return None
        before = self.index_closed_by(int(self._times[self._length - 1]) - _DAY_NS)
        if before < 0:
            return None
        close = self.pyramid.bars[Row.CLOSE]
        return float(close[-1] / close[before] - 1)

    def _append_time(self, time_ns: int) -> None:
        if self._length == len(self._times):
            self._times = np.concatenate([self._times, np.zeros(self._length // 4 + _SPARE, dtype=np.int64)])
        self._times[self._length] = time_ns
        self._length += 1

    def _as_bars(self, first: int, stop: int) -> Bars:
        table = self.pyramid.bars[:, first:stop]
        return Bars(self.times[first:stop], *table)

    def _keep_up(self, is_new: bool) -> None:
        for kind, table in self._tables.items():
            column = self._last_values(self._studies[kind])
            table.append(column) if is_new else table.replace_last(column)
        if self._averaged is None:
            return
        if self._length < 2:
            self._averaged = None
            return
        before = self._averaged.bars[:, self._length - 2]
        column = next_heikin_ashi(before, self.pyramid.bars[:, -1])
        self._averaged.append(column) if is_new else self._averaged.replace_last(column)

    def _last_values(self, study: Study) -> FloatArray:
        first = max(0, self._length - study.tail)
        return study_table(study, self._as_bars(first, self._length))[:, -1]
