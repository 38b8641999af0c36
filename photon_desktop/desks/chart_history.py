"""Fetches older bars of the symbol on the chart out of the store when the user looks that far back."""

from PySide6.QtCore import QObject, Slot

from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.store.store import Store
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow

_LEAST_BARS, _MOST_BARS = (
    20_000,
    500_000,
)  # at once; as many as there are already, so that a long past comes in few steps


class ChartHistory(QObject):
    """Lives on the main thread; bars are read, joined and worked out on a thread of their own."""

    def __init__(self, window: MainWindow, store: Store) -> None:
        super().__init__(window)
        self._window, self._store, self._reach = window, store, window.chart.reach
        self._errands = Errands(self)
        self._is_finished = False
        self._begins: tuple[Content, int] | None = None  # this content has no older bars than those of this time
        self._reach.older_wanted.connect(self._fetch)

    def finish(self) -> None:
        """Fetch nothing more: the program closes."""
        self._is_finished = True
        self._errands.finish()

    @Slot(object)
    def _fetch(self, content: Content) -> None:
        if self._is_finished or self._errands.is_busy or not len(content.series):
            return
        first = int(content.series.times[0])
        if self._begins == (content, first):
            return
        series, is_averaged = content.series, self._reach.is_averaged()

        def work(_: Errand) -> ChartSeries | None:
            return self._read(content, series, first, is_averaged)

        self._errands.send("chart-history", work, lambda outcome: self._take(content, first, outcome))

    def _read(self, content: Content, series: ChartSeries, first: int, is_averaged: bool) -> ChartSeries | None:
        """On its own thread."""
        number = min(max(_LEAST_BARS, len(series)), _MOST_BARS)
        try:
            older = self._store.bars.read(content.symbol, content.interval, content.kept_as, end_ns=first, last=number)
        finally:
            self._store.close_thread()
        return series.reaching_back(older, is_averaged) if len(older) else None

    def _take(self, content: Content, first: int, outcome: Outcome) -> None:
        if outcome.value is not None:
            self._reach.put_older(content, outcome.value)
            return
        self._begins = content, first
        if outcome.problem:
            title = tr("Older bars of {symbol} can't be shown").format(symbol=content.symbol)
            self._window.show_problem(title, outcome.problem, tr("What is on the chart stays."))
