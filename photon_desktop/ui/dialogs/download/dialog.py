"""The dialog that downloads bars into a CSV file."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from photon_desktop.market.download import Progress, Span
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock, from_iso, to_iso
from photon_desktop.ui.dialogs.download.lanes import DownloadThread
from photon_desktop.ui.dialogs.download.layout import DATES, DownloadWidgets
from photon_desktop.ui.dialogs.download.orders import Keep, Order, Outcome, Outlook, Saved, keep_nothing
from photon_desktop.ui.dialogs.download.pace import Pace
from photon_desktop.ui.dialogs.download.words import amount_words, obstacle_to, place_words, saved_words
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

_SIZE = (560, 376)
_PATIENCE_MS = 2_000
_LOOK_MS = 200  # after the last key
_DAY_NS = Interval.DAY_1.nanoseconds
_ELSEWHERE = mark("It is not in the data folder: import it to use it here.")


class DownloadDialog(QDialog):
    """Fetches from `open_source(symbol)`, on a thread of its own, into `{SYMBOL}_{INTERVAL}.csv`.

    `folder` is where the program finds bars by itself, `kind_of` says what a symbol is, and `keep` stores what was
    fetched, on the thread that fetched it. What an interrupted download
    has fetched is kept, and the next one for the same bars goes on from it. `finish` ends the thread, for a program
    that closes.
    """

    downloaded = Signal(str, object, object)  # symbol, Interval, Path
    show_requested = Signal(str, object)  # symbol, Interval

    def __init__(
        self,
        open_source: Callable[[str], HeldSource],
        symbols: Sequence[str],
        folder: Path,
        clock: Clock,
        parent: QWidget | None = None,
        kind_of: Callable[[str], InstrumentKind] = kind_of,
        keep: Keep = keep_nothing,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("downloadDialog")
        self.setWindowTitle(tr("Download bars"))
        self.resize(*_SIZE)
        self._data_folder, self._kind_of = folder, kind_of
        self._pace = Pace(time.monotonic)
        self._saved: Saved | None = None
        self._is_finished = False
        self.thread_of_downloads = DownloadThread(open_source, clock, self, keep)
        self.parts = DownloadWidgets(symbols, str(folder), self)
        self._look_soon = QTimer(self, singleShot=True, interval=_LOOK_MS)
        today = QDate.fromString(to_iso(clock.now_ns())[:10], Qt.DateFormat.ISODate)
        self.parts.first_day.setDate(today.addYears(-1))
        self.parts.last_day.setDate(today)
        self.parts.interval.setCurrentText(Interval.HOUR_1.value)
        self.parts.period.setCurrentIndex(self.parts.period.findData("1y"))
        self._connect()
        self._choose_anew()

    @property
    def is_working(self) -> bool:
        """Whether bars are being fetched."""
        return self.thread_of_downloads.is_busy

    def set_symbols(self, symbols: Sequence[str], chosen: str = "") -> None:
        """Complete these, and begin with one of them."""
        self.parts.symbol.clear()
        self.parts.symbol.addItems(list(symbols))
        self.parts.symbol.setCurrentText(chosen or (symbols[0] if symbols else ""))

    @Slot()
    def finish(self) -> bool:
        """End the thread; False when its source stays silent for two seconds more. Nothing is asked of anyone after."""
        self._is_finished = True
        self._look_soon.stop()
        return self.thread_of_downloads.finish(_PATIENCE_MS)

    @Slot()
    def begin(self) -> None:
        """Fetch what is asked for."""
        order = self._order()
        if self.is_working or obstacle_to(order):
            return
        self._saved = None
        self._look_soon.stop()
        self._pace = Pace(time.monotonic)
        self.parts.progress.setRange(0, 0)
        self._say(tr("Asking for the newest bar…"))
        self.thread_of_downloads.begin(order)
        self._judge()
        self.parts.cancel.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.thread_of_downloads.cancel()
        event.accept()

    def reject(self) -> None:
        """Stop what runs; with nothing running, close."""
        if not self.is_working:
            super().reject()
            return
        self._say(tr("Stopping…"))
        self.thread_of_downloads.cancel()

    # what the thread tells

    @Slot(object)
    def _advance(self, progress: Progress) -> None:
        self.parts.progress.setRange(0, max(1, progress.pages))
        self.parts.progress.setValue(progress.pages_done)
        self._say(self._pace.words(progress))

    @Slot(object)
    def _end(self, outcome: Outcome) -> None:
        if self._is_finished:
            return
        self.parts.progress.setRange(0, 1)
        self.parts.progress.setValue(0)
        if isinstance(outcome, Saved):
            self._tell_saved(outcome)
        elif outcome.problem:
            self._say(f"▲ {outcome.problem}", Tone.WARNING)
        else:
            self._say(tr("Stopped."))
        self._judge()
        (self.parts.start if self.parts.show_bars.isHidden() else self.parts.show_bars).setFocus()
        self._look_soon.start(0)

    def _tell_saved(self, saved: Saved) -> None:
        self._saved = saved
        self.parts.progress.setValue(1)
        is_found = saved.order.folder == self._data_folder
        words = saved_words(saved) if is_found else f"{saved_words(saved)} {tr(_ELSEWHERE)}"
        self._say(words, Tone.WARNING if saved.news else Tone.PLAIN)
        self.parts.state.setToolTip(str(saved.order.path))
        self.downloaded.emit(saved.order.symbol, saved.order.interval, saved.order.path)

    @Slot(object)
    def _show_outlook(self, outlook: Outlook) -> None:
        if self._is_finished or self.is_working or outlook.order != self._order():  # of before the last change
            return
        self.parts.amount.setText(amount_words(outlook))
        self.parts.start.setText(tr("&Go on") if outlook.kept_bars else tr("&Download"))
        self.parts.start.setAccessibleName(self.parts.start.text().replace("&", ""))

    # what is asked for

    @Slot()
    def _choose_anew(self) -> None:
        """Forget what came of the choice before."""
        self._saved = None
        self.parts.progress.setRange(0, 1)
        self.parts.progress.setValue(0)
        self._say("")
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Say what the choice means, and what can be done now."""
        parts, order = self.parts, self._order()
        obstacle = obstacle_to(order)
        parts.show_days(not isinstance(order.period, str))
        parts.where.setText(obstacle or place_words(order))
        set_tone(parts.where, Tone.WARNING if obstacle and order.symbol else Tone.MUTED)
        parts.start.setEnabled(not obstacle and not self.is_working)
        parts.cancel.setText(tr("Stop", "what runs") if self.is_working else tr("Close"))
        parts.cancel.setAccessibleName(parts.cancel.text())
        is_saved = self._saved is not None and not self.is_working
        parts.open_folder.setVisible(is_saved)
        parts.show_bars.setVisible(is_saved and order.folder == self._data_folder)
        for field in parts.fields:
            field.setEnabled(not self.is_working)
        if not self.is_working:
            parts.amount.setText("" if obstacle else tr("Counting the bars…"))
            self._look_soon.start(_LOOK_MS)

    @Slot()
    def _look(self) -> None:
        order = self._order()
        if not self.is_working and not obstacle_to(order):
            self.thread_of_downloads.look(order)

    def _order(self) -> Order:
        parts = self.parts
        symbol = parts.symbol.currentText().strip().upper().replace("/", "")
        period = parts.period.currentData()
        return Order(
            symbol,
            Interval(parts.interval.currentText()),
            self._kind_of(symbol),
            self._days() if period == DATES else period,
            Path(parts.folder.text()),
        )

    def _days(self) -> Span:
        first, last = (
            from_iso(field.date().toString(Qt.DateFormat.ISODate))
            for field in (self.parts.first_day, self.parts.last_day)
        )
        return Span(first, last + _DAY_NS)

    @Slot()
    def _choose_folder(self) -> None:
        chooser = QFileDialog(self, tr("Choose a folder"), self.parts.folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.parts.folder.setText)
        chooser.open()

    # what came of it

    @Slot()
    def _show_saved(self) -> None:
        if self._saved is not None:
            self.show_requested.emit(self._saved.order.symbol, self._saved.order.interval)
            self.close()

    @Slot()
    def _open_saved_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.order.folder)))

    def _say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        self.parts.state.setText(sentence)
        self.parts.state.setToolTip("")
        set_tone(self.parts.state, tone)

    def _connect(self) -> None:
        parts = self.parts
        for choice in (parts.symbol, parts.interval, parts.period):
            choice.currentTextChanged.connect(self._choose_anew)
        for day in (parts.first_day, parts.last_day):
            day.dateChanged.connect(self._choose_anew)
        parts.folder.textChanged.connect(self._choose_anew)
        parts.browse.clicked.connect(self._choose_folder)
        parts.start.clicked.connect(self.begin)
        parts.cancel.clicked.connect(self.reject)
        parts.show_bars.clicked.connect(self._show_saved)
        parts.open_folder.clicked.connect(self._open_saved_folder)
        self._look_soon.timeout.connect(self._look)
        self.thread_of_downloads.advanced.connect(self._advance)
        self.thread_of_downloads.ended.connect(self._end)
        self.thread_of_downloads.looked.connect(self._show_outlook)
