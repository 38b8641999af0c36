"""Shows a report of a fault; it can be copied and saved, and goes nowhere by itself."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from photon_desktop.crash.report import BY_HAND, CrashReport
from photon_desktop.errors import PhotonError
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.panels.panel import set_tone
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.whole_files import write_text

_SIZE = (720, 520)
_FAILED = "▲ Something went wrong in the program"
_EARLIER = "▲ The program crashed the last time"
_BY_HAND = "How the program is doing"
_MEANS = (
    "The agents run on threads of their own and go on where they can; orders and trades stand in the store as they"
    " were. Look at the Agents panel. The kill switch (Ctrl+Shift+K) works."
)
_EARLIER_MEANS = (
    "What was booked before stands in the store. An order whose fate is not known is looked up before anything is sent."
)
_PRIVATE = (
    "Nothing is sent to anyone. The report has no keys, passwords or addresses; read it, then copy or save it if you"
    " want to show it."
)


class CrashReportDialog(QDialog):
    """One report at a time: the first stays, and later ones are counted."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """`folder`: where a report is saved unless another is chosen."""
        super().__init__(parent)
        self.setObjectName("crashReportDialog")
        self.setWindowTitle("Report")
        self.setSizeGripEnabled(True)
        self.resize(*_SIZE)
        self._folder, self._more = folder, 0
        self._chooser: QFileDialog | None = None
        self.title, self.sentence, self.status = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        for label, name in ((self.title, "What happened"), (self.sentence, "What it means"), (self.status, "State")):
            label.setAccessibleName(name)
            label.setWordWrap(True)
        self.status.setProperty("role", "muted")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("The report")
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy_button = push_button("&Copy", "reportCopy", "Copy the whole report (Alt+C)")
        self.save_button = push_button("&Save…", "reportSave", "Write the report to a file (Alt+S)")
        self.close_button = push_button("Close", "reportClose", "Close this (Esc)")
        self._arrange()
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.choose)
        self.close_button.clicked.connect(self.reject)

    def show_report(self, report: CrashReport, *, is_earlier: bool = False) -> None:
        """Show `report`; one of the run before says so. While one is open, another is only counted."""
        if self.isVisible():
            self._more += 1
            others = "one more fault" if self._more == 1 else f"{self._more} more faults"
            self._say(f"{others.capitalize()} came since; the log has them all.", Tone.WARNING)
            return
        self._more = 0
        is_by_hand = report.title == BY_HAND
        self.title.setText(_BY_HAND if is_by_hand else _EARLIER if is_earlier else _FAILED)
        set_tone(self.title, Tone.PLAIN if is_by_hand else Tone.DANGER)
        means = "" if is_by_hand else f"{_EARLIER_MEANS if is_earlier else _MEANS}\n"
        self.sentence.setText(f"{means}{_PRIVATE}")
        self.text.setPlainText(report.text)
        self._say("", Tone.MUTED)
        self.close_button.setFocus()

    @Slot()
    def copy(self) -> None:
        """Put the whole report into the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._say("The report is in the clipboard.", Tone.MUTED)

    @Slot()
    def choose(self) -> None:
        """Ask where the report is to be written."""
        chooser = QFileDialog(self, "Save the report", str(self._folder / "photon-report.txt"), "Text files (*.txt)")
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
            self._say(str(error), Tone.DANGER)
            return
        self._say(f"Saved as {Path(path).name}.", Tone.MUTED)

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
