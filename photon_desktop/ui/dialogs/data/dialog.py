"""The dialog of the data: every series of bars that is kept, with its passport, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from photon_desktop.store.series import SeriesKey
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.data import jobs
from photon_desktop.ui.dialogs.data.layout import DataWidgets, series_buttons
from photon_desktop.ui.dialogs.data.series_table import SeriesTable, SortedSeries
from photon_desktop.ui.dialogs.data.shelf_thread import ShelfThread
from photon_desktop.ui.dialogs.data.views import Check, RemovedSeries, Shelf, ShelvedSeries
from photon_desktop.ui.dialogs.data.words import bars_words, hash_of, key_words
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone

EMPTY_SENTENCE = mark("No series yet. Import a file or download bars, and they stand here with where they are from.")
_PATIENCE_MS = 2_000
_SIZE = (1240, 720)
_LEAST_SIZE = (880, 520)


class DataDialog(QDialog):
    """Shows what `shelf` keeps. Whatever reads the store runs on a thread of its own, one thing after the other.

    `is_watched(symbol)` says, on the main thread and at once, whether a symbol is watched now: its bars are not
    deleted. `finish` ends the thread, for a program that closes.
    """

    import_requested = Signal()
    download_requested = Signal()
    show_requested = Signal(str, object)  # symbol, Interval
    changed = Signal()  # series were deleted or put back

    def __init__(
        self, shelf: Shelf, is_watched: Callable[[str], bool], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dataDialog")
        self.setWindowTitle(tr("Data"))
        self.setSizeGripEnabled(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_SIZE)
        self._is_watched = is_watched
        self._folder = Path.home()
        self._removed: list[RemovedSeries] = []
        self._to_replace: jobs.ReplaceFile | None = None
        self._selected: SeriesKey | None = None
        self._row = 0  # where the selected series stood
        self.thread_of_shelf = ShelfThread(shelf, self)
        self._series = SeriesTable(self)
        self._sorted = SortedSeries(self._series, self)
        self.parts = DataWidgets(self._sorted, theme, self)
        self._connect()
        self._add_keys()
        self.parts.show_notice(tr("Reading which series there are…"))
        self._judge()
        self.parts.table.setFocus()

    # from outside

    @Slot()
    def refresh(self) -> None:
        """Ask anew which series there are: some came, went or grew."""
        self.thread_of_shelf.ask(jobs.ListSeries())

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.parts.set_theme(theme)

    @Slot()
    def finish(self) -> bool:
        """End the thread; False when what runs on it does not end within two seconds."""
        self.parts.undo.stop()
        self.parts.replace.stop()
        return self.thread_of_shelf.finish(_PATIENCE_MS)

    @property
    def is_working(self) -> bool:
        """Whether anything is read or written."""
        return self.thread_of_shelf.is_busy

    @property
    def selected(self) -> ShelvedSeries | None:
        """The series selected, None when there is none."""
        return self._sorted.series_at(self.parts.table.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()

    # what the user asks

    @Slot()
    def check_selected(self) -> None:
        """Look whether the series still is what was fetched."""
        series = self.selected
        if series is not None:
            self._say(tr("Checking {key}…").format(key=key_words(series.key)))
            self.thread_of_shelf.ask(jobs.CheckSeries(series.key))

    @Slot()
    def delete_selected(self) -> None:
        """Delete the series, unless its symbol is watched; it can be put back for a while."""
        series = self.selected
        if series is None:
            return
        if self._is_watched(series.key.symbol):
            symbol = series.key.symbol
            self._warn(
                tr("{symbol} is watched now; take it off the watchlist or stop monitoring to delete its bars.").format(
                    symbol=symbol
                )
            )
            return
        self._say(tr("Deleting {key}…").format(key=key_words(series.key)))
        self.thread_of_shelf.ask(jobs.RemoveSeries(series.key))

    @Slot()
    def undo_delete(self) -> None:
        """Put back what was deleted last, while that is offered."""
        self.parts.undo.take()

    @Slot()
    def show_selected(self) -> None:
        """Have the series shown on the chart."""
        series = self.selected
        if series is not None:
            self.show_requested.emit(series.key.symbol, series.key.interval)

    @Slot()
    def choose_export(self) -> None:
        """Let the user say where the series is written."""
        series = self.selected
        if series is None:
            return
        name = f"{series.key.symbol}_{series.key.interval}.csv"
        chooser = QFileDialog(self, tr("Export as CSV"), str(self._folder), tr("CSV files (*.csv);;All files (*)"))
        chooser.setObjectName("dataExportChooser")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked on the dialog, for the name as written
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(name)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = series.key
        chooser.fileSelected.connect(lambda text: self.export(key, Path(text)))
        chooser.open()

    def export(self, key: SeriesKey, path: Path) -> None:
        """Write the series to `path`; a file that is there is replaced only when the user says so."""
        self._folder = path.parent
        self.parts.replace.stop()
        self._say(tr("Writing {name}…").format(name=path.name))
        self.thread_of_shelf.ask(jobs.ExportSeries(key, path))

    @Slot()
    def copy_hash(self) -> None:
        """Copy the whole hash of the series selected."""
        series = self.selected
        whole = "" if series is None else hash_of(series)
        if not whole:
            self._warn(tr("This series has no hash yet; check it again to have one."))
            return
        QGuiApplication.clipboard().setText(whole)
        self._say(tr("The hash is copied."))

    # what the thread tells

    @Slot(object)
    def _take(self, news: jobs.News) -> None:
        match news:
            case jobs.Listed(series):
                self._take_list(series)
            case jobs.GapsFound(key, found):
                if key == self._selected:
                    self.parts.details.show_gaps(found)
            case jobs.Checked(key, check):
                self._take_check(key, check)
            case jobs.Removed(removed):
                self._take_removed(removed)
            case jobs.Restored(key):
                self._say(tr("{key} is back.").format(key=key_words(key)))
                self._tell_change()
            case jobs.Exported(key, path, bars):
                self._say(
                    tr_many(
                        "✓ Wrote {count} bars of {key} to {name}.", "✓ Wrote {count} bar of {key} to {name}.", bars
                    ).format(count=f"{bars:,}", key=key_words(key), name=path.name)
                )
            case jobs.FileExists(key, path):
                self._to_replace = jobs.ReplaceFile(key, path)
                self._say("")
                self.parts.replace.offer(
                    tr("{name} is there already, in {folder}. Replace it?").format(
                        name=path.name, folder=path.parent.name
                    )
                )
                self.parts.replace.button.setFocus()
            case jobs.Failed(request, sentence):
                self._take_failure(request, sentence)
        self._judge()

    def _take_list(self, series: tuple[ShelvedSeries, ...]) -> None:
        self._series.set_rows(tuple(self._with_check(one) for one in series))
        self.parts.show_notice("" if series else tr(EMPTY_SENTENCE))
        if not series and not self.parts.undo.isVisible():
            self.parts.import_.setFocus()
        self._select(self._selected)

    def _with_check(self, fresh: ShelvedSeries) -> ShelvedSeries:
        """What was found in the series, as long as it is as it was then."""
        known = self._series.find(str(fresh.key))
        return known if known is not None and replace(known, check=None) == fresh else fresh

    def _take_check(self, key: SeriesKey, check: Check) -> None:
        known = self._series.find(str(key))
        if known is None:
            return
        series = replace(known, check=check)
        self._series.put(series)
        if key == self._selected:
            self.parts.details.show_series(series)
        if check.matches is False:
            self._warn(tr("{key} is not what was fetched.").format(key=key_words(key)))
        else:
            self._say(tr("Checked {key}.").format(key=key_words(key)))

    def _take_removed(self, removed: RemovedSeries) -> None:
        self._removed.append(removed)
        self._offer_undo()
        self._say("")
        self._tell_change()

    def _offer_undo(self) -> None:
        count = len(self._removed)
        bars = sum(len(one.bars) for one in self._removed)
        what = key_words(self._removed[0].key) if count == 1 else tr_many("%n series", "%n series", count)
        self.parts.undo.offer(tr("Deleted {what}, {bars}.").format(what=what, bars=bars_words(bars)))

    def _take_failure(self, request: jobs.Request, sentence: str) -> None:
        match request:
            case jobs.FindGaps(key):
                if key == self._selected:
                    self.parts.details.show_no_gaps(sentence)
                return
            case jobs.RestoreSeries(removed):
                self._removed.append(removed)  # still to be had
                self._offer_undo()
            case jobs.ListSeries() if not self._series.rowCount():
                self.parts.show_notice(f"▲ {sentence}")
        self._warn(sentence)

    @Slot()
    def _restore(self) -> None:
        removed, self._removed = self._removed, []
        for one in removed:
            self.thread_of_shelf.ask(jobs.RestoreSeries(one))

    @Slot()
    def _forget_removed(self) -> None:
        self._removed = []

    @Slot()
    def _replace_file(self) -> None:
        request, self._to_replace = self._to_replace, None
        if request is not None:
            self._say(tr("Writing {name}…").format(name=request.path.name))
            self.thread_of_shelf.ask(request)

    @Slot()
    def _keep_file(self) -> None:
        self._to_replace = None
        self._say(tr("The file was left as it is; nothing was written."))

    def _tell_change(self) -> None:
        self.refresh()
        self.changed.emit()

    # what is selected

    def _select(self, key: SeriesKey | None) -> None:
        """Select this series, or the one that stands in its place now."""
        place = None if key is None else self._series.position_of(str(key))
        index = self._sorted.index(max(0, min(self._row, self._sorted.rowCount() - 1)), 0)
        if place is not None:
            found = self._sorted.mapFromSource(self._series.index(place, 0))
            index = found if found.isValid() else index
        table = self.parts.table
        if table.currentIndex().row() != index.row() or not table.selectionModel().hasSelection():
            table.setCurrentIndex(index)
            table.selectRow(index.row())
        self._show_selected()

    @Slot()
    def _show_selected(self) -> None:
        series = self.selected
        self._selected = None if series is None else series.key
        self._row = max(0, self.parts.table.currentIndex().row())
        self.thread_of_shelf.dismiss(jobs.FindGaps)
        if series is None:
            self.parts.details.clear()
        else:
            self.parts.details.show_series(series)
            if series.check is None:
                self.thread_of_shelf.ask(jobs.FindGaps(series.key))
        self._judge()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._sorted.set_filter(text)
        if not self.parts.table.currentIndex().isValid():
            self._select(self._selected)
        rows, all_rows = self._sorted.rowCount(), self._series.rowCount()
        shown = tr_many("{shown} of {count} series", "{shown} of {count} series", all_rows)
        self._say(shown.format(shown=f"{rows:,}", count=f"{all_rows:,}") if text.strip() else "")

    def _judge(self) -> None:
        has_series = self.selected is not None
        for button in series_buttons(self.parts):
            button.setEnabled(has_series)

    def _say(self, sentence: str) -> None:
        self.parts.status.setText(sentence)
        set_tone(self.parts.status, Tone.MUTED)

    def _warn(self, sentence: str) -> None:
        self.parts.status.setText(f"▲ {sentence}")
        set_tone(self.parts.status, Tone.WARNING)

    # building

    def _connect(self) -> None:
        parts = self.parts
        self.thread_of_shelf.told.connect(self._take)
        parts.filter.textChanged.connect(self._filter)
        parts.filter.returnPressed.connect(parts.table.setFocus)
        parts.table.selectionModel().currentRowChanged.connect(self._show_selected)
        parts.table.activated.connect(self.show_selected)
        parts.import_.clicked.connect(self.import_requested)
        parts.download.clicked.connect(self.download_requested)
        parts.show_.clicked.connect(self.show_selected)
        parts.export.clicked.connect(self.choose_export)
        parts.check.clicked.connect(self.check_selected)
        parts.delete.clicked.connect(self.delete_selected)
        parts.close_.clicked.connect(self.reject)
        parts.undo.taken.connect(self._restore)
        parts.undo.lapsed.connect(self._forget_removed)
        parts.replace.taken.connect(self._replace_file)
        parts.replace.lapsed.connect(self._keep_file)
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.finish)

    def _add_keys(self) -> None:
        on_table = Qt.ShortcutContext.WidgetShortcut
        table = self.parts.table
        QShortcut(QKeySequence.StandardKey.Copy, table, self.copy_hash, context=on_table)
        QShortcut(QKeySequence.StandardKey.Delete, table, self.delete_selected, context=on_table)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self, self.check_selected)
        QShortcut(QKeySequence.StandardKey.Find, self, self.parts.filter.setFocus)
        QShortcut(QKeySequence.StandardKey.Undo, table, self.undo_delete, context=on_table)
