"""Brings older bars of the symbol on the chart when the user looks that far back."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Slot

from photon_desktop.desks.errands import Errand, Errands, Outcome
from photon_desktop.errors import NoBarsError, UnknownSymbolError
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.store.store import Store
from photon_desktop.trading.bars import Bars
from photon_desktop.ui.chart.content import Content
from photon_desktop.ui.chart.data.series import ChartSeries
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow

_LEAST_BARS, _MOST_BARS = 20_000, 500_000  # at once: as many as there are already, for a long past in few steps
_FETCHED_BARS = 5_000  # at once, from a source that may be asked over the network


class ChartHistory(QObject):
    """Lives on the main thread; bars are read, joined and worked out on a thread of their own.

    What the store has comes first. Before that the source of the series is asked, and what it gives is shown and not
    stored.
    """

    def __init__(self, window: MainWindow, store: Store, open_source: Callable[[str], HeldSource]) -> None:
        super().__init__(window)
        self._window, self._store, self._reach = window, store, window.chart.reach
        self._open_source = open_source
        self._errands = Errands(self)
        self._is_finished = False
        self._begins: tuple[Content, int] | None = None  # nobody has older bars of this content than those of this time
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
        if self._begins != (content, first):
            self._send(content, first, self._stored, self._ask_source)

    def _send(
        self,
        content: Content,
        first: int,
        older: Callable[[Content, int, int], Bars],
        go_on: Callable[[Content, int], None],
    ) -> None:
        series, is_averaged = content.series, self._reach.is_averaged()

        def work(_: Errand) -> ChartSeries | None:
            bars = older(content, first, len(series))
            return series.reaching_back(bars, is_averaged) if len(bars) else None

        def take(outcome: Outcome) -> None:
            if outcome.value is not None:
                self._reach.put_older(content, outcome.value)
            elif outcome.problem:
                self._tell(content, first, outcome.problem)
            else:
                go_on(content, first)

        self._errands.send("chart-history", work, take)

    def _stored(self, content: Content, first: int, shown: int) -> Bars:
        """On the errand's thread."""
        number = min(max(_LEAST_BARS, shown), _MOST_BARS)
        try:
            return self._store.bars.read(content.symbol, content.interval, content.kept_as, end_ns=first, last=number)
        finally:
            self._store.close_thread()

    def _ask_source(self, content: Content, first: int) -> None:
        try:
            source = self._open_source(content.symbol)
        except UnknownSymbolError:
            self._end(content, first)
            return

        def fetched(content: Content, first: int, _: int) -> Bars:
            try:
                if source.name != content.kept_as:  # a file's bars do not go on in the exchange's
                    return Bars.empty()
                with suppress(NoBarsError):
                    return source.history(content.symbol, content.interval, _FETCHED_BARS, first)
                return Bars.empty()
            finally:
                source.close()

        self._send(content, first, fetched, self._end)

    def _end(self, content: Content, first: int) -> None:
        self._begins = content, first

    def _tell(self, content: Content, first: int, why: str) -> None:
        self._end(content, first)
        title = tr("Older bars of {symbol} can't be shown").format(symbol=content.symbol)
        self._window.show_problem(title, why, tr("What is on the chart stays."))
