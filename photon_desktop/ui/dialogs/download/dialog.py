"""The dialog that downloads bars into a CSV file."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photon_desktop.errors import PhotonError
from photon_desktop.market.download import PERIODS, span_of
from photon_desktop.market.real.venue import HeldSource
from photon_desktop.market.symbol_names import check_symbol
from photon_desktop.trading.instrument import InstrumentKind, kind_of
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import Clock
from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.csv_import.time_left import TimeLeft
from photon_desktop.ui.dialogs.download.worker import DownloadThread, Order, Saved, Stopped
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

_SIZE = (560, 340)
_PATIENCE_MS = 2_000
_ROW_BYTES = 62  # of a bar, in a file
_FROM = {
    InstrumentKind.CRYPTO: "From Bybit, which lists crypto symbols.",
    InstrumentKind.STOCK: "From Yahoo Finance, which lists stocks; of short bars it keeps only the newest.",
    InstrumentKind.DEMO: "From the simulated market.",
}


class DownloadDialog(QDialog):
    """Fetches from `open_source(symbol)`, on a thread of its own, into `{SYMBOL}_{INTERVAL}.csv`.

    What an interrupted download has fetched is kept, and the next one for the same bars goes on from it. `finish` ends
    the thread, for a program that closes.
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
    ) -> None:
        super().__init__(parent)
        self.setObjectName("downloadDialog")
        self.setWindowTitle("Download bars")
        self.resize(*_SIZE)
        self._clock = clock
        self._time_left = TimeLeft(time.monotonic)
        self._saved: Saved | None = None
        self.thread_of_downloads = DownloadThread(open_source, self)
        self.symbol = _choice("downloadSymbol", "Symbol", symbols, is_editable=True)
        self.interval = _choice("downloadInterval", "Interval", [interval.value for interval in Interval])
        self.period = _choice("downloadPeriod", "Period", PERIODS)
        self.folder = QLineEdit(str(folder))
        self.folder.setObjectName("downloadFolder")
        self.folder.setAccessibleName("Folder")
        self.browse = QPushButton("Browse…")
        self.where, self.amount, self.state = _muted("Where it comes from"), _muted("How much it is"), QLabel()
        self.state.setAccessibleName("State of the download")
        self.state.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setObjectName("downloadProgress")
        self.progress.setAccessibleName("Progress of the download")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.start = QPushButton("Download")
        self.start.setObjectName("downloadStart")
        self.cancel = QPushButton("Close")
        self.cancel.setObjectName("downloadCancel")
        self.show_bars, self.open_folder = QPushButton("Show"), QPushButton("Open folder")
        self._arrange()
        self._connect()
        self.interval.setCurrentText(Interval.HOUR_1.value)
        self.period.setCurrentText("1y")
        self._judge()

    @property
    def is_working(self) -> bool:
        """Whether bars are being fetched."""
        return self.thread_of_downloads.is_busy

    def set_symbols(self, symbols: Sequence[str], chosen: str = "") -> None:
        """Complete these, and begin with one of them."""
        self.symbol.clear()
        self.symbol.addItems(list(symbols))
        self.symbol.setCurrentText(chosen or (symbols[0] if symbols else ""))

    @Slot()
    def finish(self) -> bool:
        """End the thread; False when it does not end within two seconds."""
        return self.thread_of_downloads.finish(_PATIENCE_MS)

    @Slot()
    def begin(self) -> None:
        """Fetch what is asked for."""
        if self.is_working or self._obstacle():
            return
        folder = Path(self.folder.text())
        order = Order(self._symbol(), Interval(self.interval.currentText()), self.period.currentText(), folder)
        self._saved = None
        self.progress.setRange(0, 0)
        self._say("Asking for the newest bar…")
        self.thread_of_downloads.begin(order)
        self._judge()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.thread_of_downloads.cancel()
        event.accept()

    def reject(self) -> None:
        """Stop what runs; with nothing running, close."""
        if self.is_working:
            self.thread_of_downloads.cancel()
            self._say("Stopping after this page…")
        else:
            super().reject()

    @Slot(int, int)
    def _advance(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)
        share = done / total if total else 1.0
        seconds = self._time_left.seconds("fetching", share)
        left = "" if seconds is None else f", {formats.duration(max(1.0, round(seconds)))} left"
        self._say(f"Page {done:,} of {total:,}{left}")

    @Slot(object)
    def _end(self, outcome: Saved | Stopped) -> None:
        self.progress.setRange(0, 1)
        self.progress.setValue(0)
        if isinstance(outcome, Saved):
            self._tell_saved(outcome)
        elif outcome.problem:
            self._say(f"{outcome.problem} What was fetched is kept; Download goes on from there.", Tone.WARNING)
        else:
            self._say("Stopped. What was fetched is kept; Download goes on from there.")
        self._judge()

    def _tell_saved(self, saved: Saved) -> None:
        self._saved = saved
        self.progress.setValue(1)
        gaps = f"; {saved.gaps:,} gap{'s' * (saved.gaps != 1)}" if saved.gaps else "; no gap"
        self._say(f"● Saved {saved.bars:,} bars from {saved.source} to {saved.path.name}{gaps}.", Tone.UP)
        self.downloaded.emit(saved.order.symbol, saved.order.interval, saved.path)

    def _say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        self.state.setText(sentence)
        set_tone(self.state, tone)

    @Slot()
    def _judge(self) -> None:
        """Say what the choice means, and what can be done now."""
        symbol, obstacle = self._symbol(), self._obstacle()
        self.where.setText(obstacle or _FROM[kind_of(symbol)])
        self.amount.setText("" if obstacle else self._amount_words())
        self.start.setEnabled(not obstacle and not self.is_working)
        self.cancel.setText("Stop" if self.is_working else "Close")
        for button in (self.show_bars, self.open_folder):
            button.setVisible(self._saved is not None and not self.is_working)
        for field in (self.symbol, self.interval, self.period, self.folder, self.browse):
            field.setEnabled(not self.is_working)

    def _symbol(self) -> str:
        return self.symbol.currentText().strip().upper().replace("/", "")

    def _obstacle(self) -> str:
        """Why nothing can be fetched yet."""
        if not self._symbol():
            return "Write a symbol, such as BTCUSDT or AAPL."
        try:
            check_symbol(self._symbol())
        except PhotonError as error:
            return str(error)
        return "" if Path(self.folder.text()).is_dir() else "This folder is not there; choose another."

    def _amount_words(self) -> str:
        if self.period.currentText() == PERIODS[-1]:
            return "As many bars as there are."
        span = span_of(self.period.currentText(), self._clock.now_ns())
        count = (span.end_ns - span.start_ns) // Interval(self.interval.currentText()).nanoseconds
        return f"About {count:,} bars, {max(0.1, count * _ROW_BYTES / 1e6):,.1f} MB."

    @Slot()
    def _choose_folder(self) -> None:
        chooser = QFileDialog(self, "Choose a folder", self.folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.folder.setText)
        chooser.open()

    @Slot()
    def _show_saved(self) -> None:
        if self._saved is not None:
            self.show_requested.emit(self._saved.order.symbol, self._saved.order.interval)
            self.close()

    @Slot()
    def _open_saved_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.path.parent)))

    def _arrange(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for words, field in (("&Symbol", self.symbol), ("&Interval", self.interval), ("&Period", self.period)):
            form.addRow(words, field)
        label = QLabel("&Folder")
        label.setBuddy(self.folder)
        form.addRow(label, place)
        buttons = QHBoxLayout()
        for button in (self.show_bars, self.open_folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.start)
        self.start.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.where)
        column.addWidget(self.amount)
        column.addStretch(1)
        column.addWidget(self.state)
        column.addWidget(self.progress)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.symbol.currentTextChanged.connect(self._judge)
        self.interval.currentTextChanged.connect(self._judge)
        self.period.currentTextChanged.connect(self._judge)
        self.folder.textChanged.connect(self._judge)
        self.browse.clicked.connect(self._choose_folder)
        self.start.clicked.connect(self.begin)
        self.cancel.clicked.connect(self.reject)
        self.show_bars.clicked.connect(self._show_saved)
        self.open_folder.clicked.connect(self._open_saved_folder)
        self.thread_of_downloads.advanced.connect(self._advance)
        self.thread_of_downloads.ended.connect(self._end)


def _choice(name: str, words: str, items: Sequence[str], is_editable: bool = False) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    choice.setAccessibleName(words)
    choice.setEditable(is_editable)
    choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    choice.addItems(list(items))
    return choice


def _muted(words: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(words)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
