"""Which file is imported, and the way to another one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.frame.file_drops import BAR_FILE_ENDINGS


class FileLine(QWidget):
    """Shows a path that can be read and copied."""

    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(tr("File"))
        label.setProperty("tone", "muted")
        self.path = QLineEdit(placeholderText=tr("No file chosen"))
        self.path.setObjectName("importFile")
        self.path.setAccessibleName(tr("File"))
        self.path.setReadOnly(True)
        self.choose = QPushButton(tr("Choose file…"))
        self.choose.setObjectName("importChoose")
        self.choose.setAccessibleName(tr("Choose file"))
        self.choose.setAutoDefault(False)
        self.choose.setShortcut(QKeySequence.StandardKey.Open)
        self.choose.setToolTip(tr("Choose a file of bars (Ctrl+O)"))
        self.choose.clicked.connect(self.choose_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 8)
        line.setSpacing(8)
        line.addWidget(label)
        line.addWidget(self.path, 1)
        line.addWidget(self.choose)

    def show_path(self, path: Path) -> None:
        """Show the file's whole path, its end first where there is too little room."""
        self.path.setText(str(path))
        self.path.setToolTip(str(path))

    def clear(self) -> None:
        """Show that no file is chosen."""
        self.path.clear()
        self.path.setToolTip("")


def file_chooser(parent: QWidget, folder: str) -> QFileDialog:
    """The system's dialog for one file of bars, beginning in `folder`; it is gone once closed."""
    endings = " ".join(f"*{ending}" for ending in BAR_FILE_ENDINGS)
    kinds = tr("Bars ({endings});;All files (*)").format(endings=endings)
    chooser = QFileDialog(parent, tr("Choose a file of bars"), folder, kinds)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return chooser
