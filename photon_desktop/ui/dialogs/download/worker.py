"""Fetches bars into a file, on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from photon_desktop.errors import PhotonError
from photon_desktop.market.download import Progress, download, newest_close, span_of
from photon_desktop.market.gaps import gaps_of
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.trading.instrument import kind_of
from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True)
class Order:
    """What to fetch and where to put it; `cancelled` ends it after the page that is being fetched."""

    symbol: str
    interval: Interval
    period: str
    folder: Path
    cancelled: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class Saved:
    """The file is there: how many bars it has, and where bars are missing while the market was open."""

    order: Order
    path: Path
    bars: int
    gaps: int
    source: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The file is not there; what was fetched waits for the next time. `problem` is empty when it was cancelled."""

    order: Order
    problem: str = ""


class _CancelledError(Exception):
    """The user has enough."""


class Downloader(QObject):
    """Lives on the thread and fetches one order after the other."""

    advanced = Signal(int, int)  # pages done, pages in all
    ended = Signal(object)  # Saved or Stopped

    def __init__(self, open_source: Callable[[str], HeldSource]) -> None:
        super().__init__()
        self._open_source = open_source

    @Slot(object)
    def fetch(self, order: Order) -> None:
        """Fetch, and tell what came of it."""
        try:
            source = self._open_source(order.symbol)
            try:
                outcome: Saved | Stopped = self._saved(order, source)
            finally:
                source.close()
        except _CancelledError:
            outcome = Stopped(order)
        except PhotonError as error:
            outcome = Stopped(order, str(error))
        except Exception as error:  # the edge of a thread: nothing may end it unseen
            outcome = Stopped(order, f"{type(error).__name__}: {error}")
        self.ended.emit(outcome)

    def _saved(self, order: Order, source: HeldSource) -> Saved:
        def advance(progress: Progress) -> None:
            if order.cancelled.is_set():
                raise _CancelledError
            self.advanced.emit(progress.pages_done, progress.pages)

        span = span_of(order.period, newest_close(source, order.symbol, order.interval))
        path, bars = download(source, order.symbol, order.interval, span, order.folder, advance)
        gaps = len(gaps_of(bars.times, order.interval, kind_of(order.symbol)))
        return Saved(order, path, len(bars), gaps, source.name)


class DownloadThread(QObject):
    """Owns a downloader and its thread, which begins with the first order. Lives on the main thread."""

    advanced = Signal(int, int)
    ended = Signal(object)
    _asked = Signal(object)

    def __init__(self, open_source: Callable[[str], HeldSource], parent: QObject) -> None:
        super().__init__(parent)
        self._downloader = Downloader(open_source)
        self._thread = QThread()
        self._thread.setObjectName("download")
        self._order: Order | None = None
        self._downloader.moveToThread(self._thread)
        self._asked.connect(self._downloader.fetch)
        self._downloader.advanced.connect(self.advanced)
        self._downloader.ended.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether an order is being fetched."""
        return self._order is not None

    def begin(self, order: Order) -> None:
        """Fetch this; one at a time."""
        if not self._thread.isRunning():
            self._thread.start()
        self._order = order
        self._asked.emit(order)

    def cancel(self) -> None:
        """Have the order end; it tells when it has."""
        if self._order is not None:
            self._order.cancelled.set()

    def finish(self, patience_ms: int) -> bool:
        """End the thread for good; False when a page took longer than `patience_ms`."""
        self.cancel()
        self._thread.quit()
        return self._thread.wait(patience_ms)

    @Slot(object)
    def _end(self, outcome: Saved | Stopped) -> None:
        self._order = None
        self.ended.emit(outcome)
