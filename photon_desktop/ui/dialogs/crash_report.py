"""Shows a report of a fault; it can be copied and saved, and goes nowhere by itself."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from photon_desktop.crash.report import BY_HAND, CrashReport
from photon_desktop.errors import PhotonError
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr, tr_many
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.whole_files import write_text

_SIZE = (720, 520)
_FAILED = mark("▲ Something went wrong in the program")
_EARLIER = mark("▲ The program crashed the last time")
_BY_HAND = mark("How the program is doing")
_MEANS = mark(
    "The agents run on threads of their own and go on where they can; orders and trades stand in the store as they"
    " were. Look at the Agents panel. The kill switch (Ctrl+Shift+K) works."
)
_EARLIER_MEANS = mark(
    "What was booked before stands in the store. An order whose fate is not known is looked up before anything is sent."
)
_PRIVATE = mark(
    "Nothing is sent to anyone. The report has no keys, passwords or addresses; read it, then copy or save it if you"
    " want to show it."
)


class CrashReportDialog(QDialog):
    """One report at a time: the first stays, and later ones are counted."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """`folder`: where a report is saved unless another is chosen."""
        super().__init__(parent)
        self.setObjectName("crashReportDialog")
        self.setWindowTitle(tr("Report"))
        self.setSizeGripEnabled(True)
        self.resize(*_SIZE)
        self._folder, self._more = folder, 0
        self._chooser: QFileDialog | None = None
        self.title, self.sentence, self.status = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        for label, name in (
            (self.title, tr("What happened")),
            (self.sentence, tr("What it means")),
            (self.status, tr("State")),
        ):
            label.setAccessibleName(name)
            label.setWordWrap(True)
        self.status.setProperty("role", "muted")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("The report"))
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy_button = push_button(tr("&Copy"), "reportCopy", tr("Copy the whole report (Alt+C)"))
        self.save_button = push_button(tr("&Save…"), "reportSave", tr("Write the report to a file (Alt+S)"))
        self.close_button = push_button(tr("Close"), "reportClose", tr("Close this (Esc)"))
        self._arrange()
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.choose)
        self.close_button.clicked.connect(self.reject)

    def show_report(self, report: CrashReport, *, is_earlier: bool = False) -> None:
        """Show `report`; one of the run before says so. While one is open, another is only counted."""
        if self.isVisible():
            self._more += 1
            words = tr_many(
                "%n more faults came since; the log has them all.",
                "One more fault came since; the log has them all.",
                self._more,
            )
            self._say(words, Tone.WARNING)
            return
        self._more = 0
        is_by_hand = report.title == BY_HAND
        self.title.setText(tr(_BY_HAND) if is_by_hand else tr(_EARLIER) if is_earlier else tr(_FAILED))
        set_tone(self.title, Tone.PLAIN if is_by_hand else Tone.DANGER)
        means = "" if is_by_hand else f"{tr(_EARLIER_MEANS) if is_earlier else tr(_MEANS)}\n"
        self.sentence.setText(f"{means}{tr(_PRIVATE)}")
        self.text.setPlainText(report.text)
        self._say("", Tone.MUTED)
        self.close_button.setFocus()

    @Slot()
    def copy(self) -> None:
        """Put the whole report into the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say(tr("The report is in the clipboard."), Tone.MUTED)

    @Slot()
    def choose(self) -> None:
        """Ask where the report is to be written."""
        chooser = QFileDialog(
            self, tr("Save the report"), str(self._folder / "photon-report.txt"), tr("Text files (*.txt)")
        )
        chooser.setObjectName("reportSaveDialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.fileSelected.connect(self.save)
        self._chooser = chooser
        chooser.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Write the report to `path`, or say why that can't be."""
        try:
            write_text(Path(path), self.text.toPlainText())
        except PhotonError as error:
            self._say(said(str(error)), Tone.DANGER)
            return
        self._say(tr("Saved as {name}.").format(name=Path(path).name), Tone.MUTED)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.status.setText(sentence)
        set_tone(self.status, tone)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self.text, 1)
        column.addWidget(self.status)
        column.addLayout(beside(self.copy_button, self.save_button, None, self.close_button))
        self.close_button.setDefault(True)
