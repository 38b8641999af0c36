"""The foot of the import: how far the work is, why it can't go on yet, and the two buttons."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.dialogs.csv_import.time_left import TimeLeft
from photon_desktop.ui.dialogs.csv_import.worker.jobs import Advanced
from photon_desktop.ui.dialogs.parts import push_button
from photon_desktop.ui.dialogs.progress_bar import ProgressBar
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.sentences.said import said

_STEPS = 1_000
_QUIET_MS = 150  # work shorter than this shows no progress
_WORDS = {"reading": mark("Reading the file"), "unpacking": mark("Unpacking"), "storing": mark("Storing the bars")}


class Footer(QWidget):
    """Progress and time left while work runs, otherwise one sentence on what is missing."""

    def __init__(self, time_left: TimeLeft, parent: QWidget) -> None:
        super().__init__(parent)
        self._time_left = time_left
        self._newest: Advanced | None = None
        self._is_working = False
        self.progress = ProgressBar()
        self.progress.setObjectName("importProgress")
        self.progress.setAccessibleName(tr("Progress of the import"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.words = QLabel()
        self.words.setObjectName("importState")
        self.words.setAccessibleName(tr("State of the import"))
        self.words.setWordWrap(True)
        self.cancel = _button(tr("Cancel"), "importCancel")
        self.accept = _button(tr("Import"), "importAccept")
        self.accept.setDefault(True)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_QUIET_MS)
        self._late.timeout.connect(self._show_progress)
        self._arrange()
        self.stop()

    @property
    def is_working(self) -> bool:
        """Whether work was started and not stopped."""
        return self._is_working

    def start(self) -> None:
        """Work begins: show its progress, unless it is over in a moment."""
        self._is_working = True
        self._newest = None
        self.progress.setRange(0, 0)
        self._late.start()

    def show_advance(self, advanced: Advanced) -> None:
        """Show how far the work is and how long is left."""
        self._newest = advanced
        if self._late.isActive():
            return
        words = tr(_WORDS.get(advanced.what, advanced.what.capitalize()))
        if advanced.total <= 0:
            self.progress.setRange(0, 0)
            self.words.setText(f"{words}…")
            return
        share = min(1.0, advanced.done / advanced.total)
        seconds = self._time_left.seconds(advanced.what, share)
        left = "" if seconds is None else tr("{time} left").format(time=formats.duration(max(1.0, round(seconds))))
        self.progress.setRange(0, _STEPS)
        self.progress.setValue(round(share * _STEPS))
        self.words.setText(f"{words}: {', '.join(filter(None, (formats.percent(share), left)))}")

    def stop(self) -> None:
        """The work is over."""
        self._is_working = False
        self._late.stop()
        self.progress.hide()

    def say(self, sentence: str) -> None:
        """Say why the import can't begin, or what came of it."""
        self.words.setText(said(sentence))

    @Slot()
    def _show_progress(self) -> None:
        self.progress.show()
        self.show_advance(self._newest or Advanced("reading", 0, 0))

    def _arrange(self) -> None:
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        line = QHBoxLayout()
        line.setContentsMargins(16, 8, 16, 12)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.cancel)
        line.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addLayout(line)


def _button(text: str, name: str) -> QPushButton:
    button = push_button(text, name)
    button.setMinimumWidth(88)
    return button
