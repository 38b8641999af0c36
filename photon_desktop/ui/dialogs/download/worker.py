"""Fetches bars into a file, and says beforehand how many there are; lives on a thread of its own."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.errors import PhotonError
from photon_desktop.market.download import Progress, download, newest_close
from photon_desktop.market.exchanges import hours_of
from photon_desktop.market.gaps import gaps_of
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.market.replaced_files import former_file
from photon_desktop.store.series import SeriesKey
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument, InstrumentKind
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.dialogs.download.orders import (
    Advanced,
    Cancellation,
    CancelledError,
    Keep,
    Order,
    Outcome,
    Outlook,
    Saved,
    Stopped,
    keep_nothing,
)
from photon_desktop.ui.dialogs.download.outlook import outlook_of
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

_log = logging.getLogger(__name__)


class CancellableSource:
    """A source that answers nothing more once it is cancelled."""

    def __init__(self, source: HeldSource, cancellation: Cancellation) -> None:
        self.name = source.name
        self._source = source
        self._cancellation = cancellation

    def instrument(self, symbol: str) -> Instrument:
        """As BarSource says."""
        with self._cancellation.asking():
            return self._source.instrument(symbol)

    def history(self, symbol: str, interval: Interval, count: int, end_ns: int | None = None) -> Bars:
        """As BarSource says."""
        with self._cancellation.asking():
            return self._source.history(symbol, interval, count, end_ns)


class Downloader(QObject):
    """Does one order after the other. `fetch_asked` and `look_asked` reach it from any thread.

    `keep` is handed, on this thread, what was fetched and its source's name, and gives what is to be told of it.
    """

    fetch_asked = Signal(object)  # Order
    look_asked = Signal(object)  # Order
    advanced = Signal(object)  # Advanced
    ended = Signal(object)  # Saved or Stopped
    looked = Signal(object)  # Outlook

    def __init__(self, open_source: Callable[[str], HeldSource], clock: Clock, keep: Keep = keep_nothing) -> None:
        super().__init__()
        self._open_source = open_source
        self._clock = clock
        self._keep = keep
        self.fetch_asked.connect(self.fetch)
        self.look_asked.connect(self.look)

    @Slot(object)
    def fetch(self, order: Order) -> None:
        """Fetch, and tell what came of it."""
        self.ended.emit(self._outcome(order))

    @Slot(object)
    def look(self, order: Order) -> None:
        """Tell what would come of it."""
        try:
            outlook = outlook_of(order, self._end_of_market(order))
        except PhotonError as error:
            outlook = Outlook(order, None, problem=said(str(error)))
        except Exception:  # the edge of a thread: nothing may end it unseen
            _log.exception("What would come of a download could not be found out.")
            outlook = Outlook(order, None)
        self.looked.emit(outlook)

    def _outcome(self, order: Order) -> Outcome:
        try:
            source = self._open_source(order.symbol)
            try:
                order.cancellation.hold(source.close)
                return self._saved(order, CancellableSource(source, order.cancellation))
            finally:
                source.close()
        except CancelledError:
            return Stopped(order)
        except PhotonError as error:
            return Stopped(order, said(str(error)))
        except Exception as error:  # the edge of a thread: nothing may end it unseen
            _log.exception("A download failed.")
            name = type(error).__name__
            return Stopped(
                order,
                tr("This failed inside the program ({name}: {error}); the log says where.").format(
                    name=name, error=error
                ),
            )

    def _saved(self, order: Order, source: CancellableSource) -> Saved:
        def tell(progress: Progress) -> None:
            self.advanced.emit(Advanced(order, progress))

        former = former_file(order.path)
        span = order.span(newest_close(source, order.symbol, order.interval))
        _, bars = download(source, order.symbol, order.interval, span, order.folder, tell)
        gaps = gaps_of(bars.times, order.interval, hours_of(order.symbol, order.kind))
        told = former.told_differently(bars, SeriesKey(order.symbol, order.interval, source.name))
        news = tuple(dict.fromkeys(filter(None, (told, self._keep(order, source.name, bars)))))
        return Saved(order, len(bars), len(gaps), gaps.missing_bars, source.name, news)

    def _end_of_market(self, order: Order) -> int:
        """When the newest bar closes: now, but on the simulated market, which has a time of its own."""
        if order.kind is not InstrumentKind.DEMO:
            return self._clock.now_ns()
        source = self._open_source(order.symbol)
        try:
            return newest_close(source, order.symbol, order.interval)
        finally:
            source.close()
