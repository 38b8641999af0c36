"""The dialog that imports a file of bars: guess, correct, check, and only then store."""

import time
from collections import deque
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from photon_desktop.market.importer.questions import Question
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.csv_import.drop_dialog import DropDialog
from photon_desktop.ui.dialogs.csv_import.file_line import FileLine, file_chooser
from photon_desktop.ui.dialogs.csv_import.footer import Footer
from photon_desktop.ui.dialogs.csv_import.form.choices import Value
from photon_desktop.ui.dialogs.csv_import.form.columns import Roles
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft, needs_reading
from photon_desktop.ui.dialogs.csv_import.plain_pages import DonePage, EmptyPage
from photon_desktop.ui.dialogs.csv_import.time_left import TimeLeft
from photon_desktop.ui.dialogs.csv_import.views.report_words import summary
from photon_desktop.ui.dialogs.csv_import.work_page import WorkPage
from photon_desktop.ui.dialogs.csv_import.worker import jobs
from photon_desktop.ui.dialogs.csv_import.worker.file_importer import FileImporter
from photon_desktop.ui.dialogs.csv_import.worker.file_reader import FileReader, Importer, Keep
from photon_desktop.ui.dialogs.csv_import.worker.file_thread import FileThread
from photon_desktop.ui.icons import Icons
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.tables.row_table import Tone

if TYPE_CHECKING:
    from photon_desktop.market.importer.reading import OpenedFile, Reading

DEBOUNCE_MS = 250
_PATIENCE_MS = 2_000
_SIZE = (1120, 740)
_LEAST_SIZE = (880, 560)
_NO_FILE = mark("Nothing is chosen yet.")
_CANCELLED = mark("Cancelled; nothing was stored.")
_READ_ANEW = mark("Press Detect again to read the file once more.")


class CsvImportDialog(DropDialog):
    """Understands a file together with its user, checks it, and has it stored by `keep`, on a thread of its own.

    `keep(symbol, interval, reading, source_file, format)` is called on that thread; it stores all bars or none and
    gives their number. Closing the dialog ends the thread. `finish` ends it at once, for a program that closes.
    """

    imported = Signal(str, object)  # symbol, Interval: the bars are stored
    show_requested = Signal(str, object)  # symbol, Interval: the user wants to see them

    def __init__(
        self,
        keep: Keep,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
        importer: Importer | None = None,
        is_whole: bool = True,
    ) -> None:
        """One that is not whole is only a frame yet: it can do nothing before all steps of `building` are taken."""
        super().__init__(parent)
        self.setObjectName("csvImportDialog")
        self.setWindowTitle(tr("Import bars"))
        self.setSizeGripEnabled(True)
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_SIZE)
        self._path: Path | None = None
        self._first: OpenedFile | None = None  # as it was guessed
        self._draft: Draft | None = None
        self._reading: Reading | None = None
        self._unread = tr(_NO_FILE)  # why there is no draft
        self._is_storing = self._is_closing = False
        self.importer = importer or FileImporter()
        self.thread_of_files = FileThread(FileReader(self.importer, keep), self)
        self.file_line = FileLine(self)
        self._pages = QStackedWidget(self)
        self.empty, self.done_page = EmptyPage(self._pages), DonePage(self._pages)
        self.work = WorkPage(self._pages)
        self.footer = Footer(TimeLeft(time.monotonic), self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(DEBOUNCE_MS)
        self.building = self._build(icons, theme)
        if is_whole:
            deque(self.building, maxlen=0)

    def _build(self, icons: Icons, theme: Theme) -> Generator[None, None, None]:
        yield from self.work.parts_one_by_one(icons, theme)
        self._arrange()
        self._connect()
        self._judge()

    # from outside

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Take up this file, whatever stood here before."""
        self._open(path, None)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Draw what the stylesheet does not reach in this theme."""
        self.work.set_theme(theme)

    @Slot()
    def finish(self) -> bool:
        """End the thread with whatever runs on it; False when it does not end within two seconds."""
        self._soon.stop()
        self.footer.stop()
        return self.thread_of_files.finish(_PATIENCE_MS)

    @property
    def is_working(self) -> bool:
        """Whether anything is read or stored, or will be in a moment."""
        return self.thread_of_files.is_busy or self._soon.isActive()

    @property
    def draft(self) -> Draft | None:
        """How the file is read now, None while there is no file that can be read."""
        return self._draft

    # files

    @Slot()
    def choose_file(self) -> None:
        """Let the user pick a file."""
        chooser = file_chooser(self, "" if self._path is None else str(self._path.parent))
        chooser.fileSelected.connect(self._take_chosen)
        chooser.open()

    @property
    def takes_files(self) -> bool:
        """Whether a file can be dropped now: not while bars are being stored."""
        return not self._is_storing

    @Slot(str)
    def _take_chosen(self, text: str) -> None:
        self._open(Path(text), None)

    def _open(self, path: Path, member: str | None) -> None:
        self._soon.stop()
        self._path, self._first, self._draft, self._reading = path, None, None, None
        self._unread = tr("The file is being read.")
        self.file_line.show_path(path)
        self.work.clear()
        self.work.say(tr("Reading {name}…").format(name=path.name), Tone.MUTED)
        self._show_page(self.work)
        self._ask(jobs.OpenFile(path, member))

    def _ask(self, request: jobs.Request) -> None:
        self.footer.start()
        self.thread_of_files.ask(request)
        self._judge()

    # what the user changes

    @Slot(str, object)
    def _edit(self, field: str, value: Value) -> None:
        if field == "member" and self._path is not None:
            self._open(self._path, str(value))
        elif self._draft is not None:
            self._change(self._draft.with_value(field, value), needs_reading(field))

    @Slot(int, object)
    def _give_roles(self, column: int, roles: Roles) -> None:
        if self._draft is not None:
            self._change(self._draft.with_column(column, roles), True)

    @Slot()
    def _keep_columns(self) -> None:
        if self._draft is not None:
            self._change(self._draft.with_answer("columns"), False)

    @Slot(str)
    def _guess_again(self, field: str) -> None:
        if self._draft is not None:
            self._change(self._draft.as_guessed(field), needs_reading(field))

    @Slot()
    def _detect_again(self) -> None:
        if self._first is not None:
            self._change(Draft.of(self._first), True)

    def _change(self, draft: Draft, needs_reading_anew: bool) -> None:
        self._draft = draft
        self.work.show_draft(draft)
        if needs_reading_anew:
            self._reading = None
            self.thread_of_files.dismiss()
            self.footer.start()
            self._soon.start()
        elif self._reading is not None:
            self.work.show_reading(self._reading, draft)
        self._judge()

    @Slot()
    def _read_anew(self) -> None:
        draft = self._draft
        if draft is not None and draft.can_be_read:
            self._ask(jobs.ReadAnew(draft.opened, draft.format))
            return
        self.footer.stop()
        if draft is not None and draft.columns.missing:
            self.work.forget_reading()
            self.work.say(tr("There are no bars to show before every column is found."), Tone.MUTED)
        self._judge()

    # what the thread tells

    @Slot(object)
    def _take(self, news: jobs.News) -> None:
        match news:
            case jobs.Advanced():
                self.footer.show_advance(news)
                return
            case jobs.Opened(file):
                self._take_file(file)
                return
            case jobs.Previewed(reading):
                self.work.show_preview(reading.bars)
                return
            case jobs.WholeRead(reading):
                self._take_reading(reading)
            case jobs.Stored(bars):
                self._take_stored(bars)
            case jobs.Choose(about, sentence, choices):
                self._take_choice(about, sentence, choices)
            case jobs.Failed(sentence):
                self._take_failure(sentence)
            case jobs.Cancelled():
                self._take_failure(tr(_CANCELLED) if self._draft is None else f"{tr(_CANCELLED)} {tr(_READ_ANEW)}")
        self._is_storing = False
        self.footer.stop()
        self._judge()

    def _take_file(self, file: "OpenedFile") -> None:
        is_new = self._draft is None
        if self._draft is None:
            self._first = file
        self._draft = Draft.of(file) if self._draft is None else self._draft.regarded(file)
        self.work.show_draft(self._draft)
        if is_new and self._draft.questions:
            self.work.form.focus_field(next(iter(self._draft.questions)))

    def _take_reading(self, reading: "Reading") -> None:
        self._reading = reading
        if self._draft is not None:
            self.work.show_reading(reading, self._draft)

    def _take_choice(self, about: str, sentence: str, choices: tuple[str, ...]) -> None:
        if self._draft is not None:
            self._draft = self._draft.asked(Question(about, sentence, choices))
            self.work.show_draft(self._draft)
            self.work.forget_reading()
            self.work.say(tr("Bars will stand here once it is chosen what to import."), Tone.MUTED)
            return
        self.work.form.ask_for_member(choices)
        self.work.form.focus_field("member")
        self._unread = tr("Choose which file of the archive to import.")
        self.work.say(self._unread, Tone.MUTED)
        self.work.show_no_tables()

    def _take_failure(self, sentence: str) -> None:
        if not self._is_storing:
            self.work.forget_reading()
        if self._draft is None:
            self._unread = tr("This file can't be imported as it stands.")
            self.empty.show_problem(sentence)
            self._show_page(self.empty)
        self.work.say(sentence, Tone.WARNING)

    def _take_stored(self, bars: int) -> None:
        draft, reading = self._draft, self._reading
        if draft is None or reading is None or not draft.format.symbol or draft.format.interval is None:
            return
        symbol, interval = draft.format.symbol, draft.format.interval
        details = summary(reading.bars, reading.report, symbol, interval)
        self.done_page.show_outcome(bars, symbol, interval, details)
        self._show_page(self.done_page)
        self.imported.emit(symbol, interval)

    # to the end

    @property
    def obstacle(self) -> str:
        """In one sentence why there is nothing to import yet; empty when Import can be pressed."""
        if self._draft is None:
            return self._unread
        if self._draft.obstacle:
            return self._draft.obstacle
        if self._reading is None:
            return tr("The file has not been read to its end.")
        return "" if len(self._reading.bars) else tr("There is no bar to import; change how the file is read.")

    @Slot()
    def start_import(self) -> None:
        """Store what was read, if all is settled."""
        draft, reading = self._draft, self._reading
        if self._is_storing or self.obstacle or draft is None or reading is None:
            return
        symbol, interval = draft.format.symbol, draft.format.interval
        if symbol and interval is not None:
            self._is_storing = True
            self._ask(jobs.KeepBars(symbol, interval, reading, draft.opened.name, draft.format))

    @Slot()
    def reject(self) -> None:
        """Stop what runs; close when nothing does."""
        if self.thread_of_files.is_busy:
            self.thread_of_files.cancel()
            self.footer.say(tr("Stopping…"))
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close, end the thread, and let the file go."""
        self.finish()
        super().done(result)
        self._forget()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close as soon as nothing runs any more; the window goes on meanwhile."""
        if self.thread_of_files.is_busy:
            self._is_closing = True
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)

    @Slot()
    def _close_if_wanted(self) -> None:
        if self._is_closing:
            self._is_closing = False
            self.close()

    @Slot(str, object)
    def _show_symbol(self, symbol: str, interval: Interval) -> None:
        self.show_requested.emit(symbol, interval)
        self.done(int(QDialog.DialogCode.Accepted))

    @Slot()
    def _start_over(self) -> None:
        self._forget()
        self.choose_file()

    def _forget(self) -> None:
        self._path, self._first, self._draft, self._reading = None, None, None, None
        self._unread = tr(_NO_FILE)
        self.empty.show_problem("")
        self.file_line.clear()
        self.work.clear()
        self._show_page(self.empty)
        self._judge()

    def _judge(self) -> None:
        """Say whether Import can be pressed, and if not, why."""
        obstacle = self.obstacle
        self.footer.accept.setEnabled(not obstacle and not self._is_storing)
        self.work.setEnabled(not self._is_storing)
        self.file_line.setEnabled(not self._is_storing)
        if self._pages.currentWidget() is self.done_page:
            self.footer.say("")
        elif not self.footer.is_working:
            self.footer.say(obstacle or tr("Bars already stored for the same times are replaced."))

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        is_done = page is self.done_page
        self.footer.accept.setVisible(not is_done)
        self.file_line.setVisible(self._path is not None and not is_done)
        self.footer.cancel.setText(tr("Close") if is_done else tr("Cancel"))
        self.footer.cancel.setAccessibleName(self.footer.cancel.text())
        default = self.done_page.show_symbol if is_done else self.footer.accept
        default.setDefault(True)
        if is_done:
            default.setFocus()

    # building

    def _arrange(self) -> None:
        for page in (self.empty, self.work, self.done_page):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.file_line)
        column.addWidget(self._pages, 1)
        column.addWidget(self.footer)
        self._show_page(self.empty)

    def _connect(self) -> None:
        self.file_dropped.connect(self.open_path)
        self.drop_refused.connect(self.footer.say)
        self.thread_of_files.told.connect(self._take)
        self.thread_of_files.idle.connect(self._close_if_wanted)
        self._soon.timeout.connect(self._read_anew)
        for chooser in (self.file_line, self.empty):
            chooser.choose_wanted.connect(self.choose_file)
        form = self.work.form
        form.edited.connect(self._edit)
        form.guess_wanted.connect(self._guess_again)
        form.detect_wanted.connect(self._detect_again)
        self.work.cells.roles_chosen.connect(self._give_roles)
        self.work.keep_columns.clicked.connect(self._keep_columns)
        self.done_page.another_wanted.connect(self._start_over)
        self.done_page.show_wanted.connect(self._show_symbol)
        self.footer.accept.clicked.connect(self.start_import)
        self.footer.cancel.clicked.connect(self.reject)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self.finish)
