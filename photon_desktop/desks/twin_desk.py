"""Keeps the paper twin beside the account that is traded in, off the main thread."""

import threading
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from photon_desktop.application import Application
from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.desks.twin_reader import TwinReader
from photon_desktop.errors import PhotonError
from photon_desktop.priority import let_the_window_go_first
from photon_desktop.trading.money import exact
from photon_desktop.trading.prices import BarClosed
from photon_desktop.trading.twin_curve import TwinStanding
from photon_desktop.ui.main_window import MainWindow

_LOOK_MS = 500  # so much news at once
_SHOWN = "portfolio.twin"
_PricesAt = dict[int, dict[str, Decimal]]  # by time, ns UTC, and symbol


@dataclass(frozen=True, slots=True, eq=False)
class _News:
    """What one look at the store of `reader` brought: a standing, or why there is none."""

    reader: TwinReader
    standing: TwinStanding | None
    fault: str = ""


class TwinDesk(QObject):
    """Lives on the main thread; a thread of its own lives only while there is something to read."""

    _looked = Signal(object)  # _News

    def __init__(self, window: MainWindow, application: Application, kept: WindowKeeper) -> None:
        super().__init__(window)
        self._line, self._panel = window.portfolio.twin, window.portfolio
        self._application, self._store = application, application.store
        self._reader = TwinReader(self._store, application.account)
        self._prices_at: _PricesAt = {}
        self._thread: threading.Thread | None = None
        self._is_finished = threading.Event()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        self._looked.connect(self._show)
        self._line.is_wanted.setChecked(bool(kept.get(_SHOWN, True)))
        self._line.is_wanted.toggled.connect(partial(kept.put, _SHOWN))
        application.team.executor.report_made.connect(self._hear)
        application.team.executor.equity_marked.connect(self._hear)
        application.team.monitor.bar_closed.connect(self._know_close)

    def begin(self) -> None:
        """Follow the account that is traded in now, from the beginning of its history."""
        self._reader, self._prices_at = TwinReader(self._store, self._application.account), {}
        self._panel.clear_twin()
        self._look()

    def finish(self) -> None:
        """Stop reading: the program closes."""
        self._is_finished.set()
        self._soon.stop()
        if self._thread is not None:
            self._thread.join()

    @Slot(object)
    def _hear(self, _: object) -> None:
        if not self._soon.isActive() and not self._is_finished.is_set():
            self._soon.start(_LOOK_MS)

    @Slot(object)
    def _know_close(self, closed: BarClosed) -> None:
        self._prices_at.setdefault(closed.close_time, {})[closed.symbol] = exact(closed.bar.close)

    @Slot()
    def _look(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            self._hear(None)
            return
        prices_at, self._prices_at = self._prices_at, {}
        self._thread = threading.Thread(target=self._read, args=(self._reader, prices_at), name="paper-twin")
        self._thread.start()

    def _read(self, reader: TwinReader, prices_at: _PricesAt) -> None:
        """On its own thread: a portion after the other, until all is read or the program closes."""
        let_the_window_go_first()
        standing, fault = None, ""
        try:
            while standing is None and not self._is_finished.is_set():
                standing = reader.read_on(prices_at)
        except PhotonError as error:
            fault = str(error)
        finally:
            self._store.close_thread()
        if not self._is_finished.is_set():
            self._looked.emit(_News(reader, standing, fault))

    @Slot(object)
    def _show(self, news: _News) -> None:
        if news.reader is not self._reader:  # of another account
            return
        if news.standing is None:
            self._line.show_fault(news.fault)
        else:
            self._panel.show_twin(news.standing)
