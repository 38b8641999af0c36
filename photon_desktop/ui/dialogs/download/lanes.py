"""The threads that downloads run on, and the only way to reach them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from photon_desktop.market.real.venue import HeldSource
from photon_desktop.priority import let_the_window_go_first
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui.dialogs.download.orders import (
    Advanced,
    Cancellation,
    Keep,
    Order,
    Outcome,
    Stopped,
    keep_nothing,
)
from photon_desktop.ui.dialogs.download.worker import Downloader


@dataclass(frozen=True, slots=True)
class Lane:
    """A downloader and the thread it lives on."""

    downloader: Downloader
    thread: QThread


class DownloadThread(QObject):
    """Does one order at a time, on a thread that begins with the first. Lives on the main thread.

    An order cancelled while its source is silent is left behind with its thread, which ends when the source answers or
    gives up; the next order has a thread of its own.
    """

    advanced = Signal(object)  # Progress
    ended = Signal(object)  # Saved or Stopped
    looked = Signal(object)  # Outlook

    def __init__(
        self, open_source: Callable[[str], HeldSource], clock: Clock, parent: QObject, keep: Keep = keep_nothing
    ) -> None:
        super().__init__(parent)
        self._open_source, self._clock, self._keep = open_source, clock, keep
        self._lane: Lane | None = None
        self._left: list[Lane] = []
        self._order: Order | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an order is being fetched."""
        return self._order is not None

    def begin(self, order: Order) -> None:
        """Fetch this; one at a time."""
        self._order = replace(order, cancellation=Cancellation())
        self._running().downloader.fetch_asked.emit(self._order)

    def look(self, order: Order) -> None:
        """Find out what would come of this."""
        self._running().downloader.look_asked.emit(order)

    def cancel(self) -> None:
        """Have the order end; it tells when it has, mostly at once."""
        order = self._order
        if order is not None and order.cancellation.cancel():
            self._leave()
            self._end(Stopped(order))

    def finish(self, patience_ms: int) -> bool:
        """End the threads for good; False when a source stays silent for longer than `patience_ms`."""
        self.cancel()
        self._leave()
        latest = monotonic() + patience_ms / 1_000
        for lane in self._left:
            lane.thread.wait(max(0, round(1_000 * (latest - monotonic()))))
        self._sweep()
        return not self._left

    def _running(self) -> Lane:
        if self._lane is None:
            self._lane = Lane(Downloader(self._open_source, self._clock, self._keep), QThread())
            self._connect(self._lane)
            self._lane.thread.start()
        return self._lane

    def _connect(self, lane: Lane) -> None:
        lane.thread.setObjectName("download")
        lane.thread.started.connect(let_the_window_go_first, Qt.ConnectionType.DirectConnection)
        lane.thread.finished.connect(self._sweep)
        lane.downloader.moveToThread(lane.thread)
        lane.downloader.advanced.connect(self._advance)
        lane.downloader.ended.connect(self._end)
        lane.downloader.looked.connect(self.looked)

    def _leave(self) -> None:
        """Let the thread end by itself, after what it is doing."""
        if self._lane is not None:
            self._lane.thread.quit()
            self._left.append(self._lane)
            self._lane = None

    @Slot()
    def _sweep(self) -> None:
        self._left = [lane for lane in self._left if not lane.thread.isFinished()]

    @Slot(object)
    def _advance(self, news: Advanced) -> None:
        if news.order is self._order:
            self.advanced.emit(news.progress)

    @Slot(object)
    def _end(self, outcome: Outcome) -> None:
        if outcome.order is self._order:  # not of one that was left behind
            self._order = None
            self.ended.emit(outcome)
