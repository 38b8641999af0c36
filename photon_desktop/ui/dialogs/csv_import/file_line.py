"""Which file is imported, and the way to another one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class FileLine(QWidget):
    """Shows a path that can be read and copied."""

    choose_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel("File")
        label.setProperty("tone", "muted")
        self.path = QLineEdit(placeholderText="No file chosen")
        self.path.setObjectName("importFile")
        self.path.setAccessibleName("File")
        self.path.setReadOnly(True)
        self.choose = QPushButton("Choose file…")
        self.choose.setObjectName("importChoose")
        self.choose.setAccessibleName("Choose file")
        self.choose.setAutoDefault(False)
        self.choose.setShortcut(QKeySequence.StandardKey.Open)
        self.choose.setToolTip("Choose a file of bars (Ctrl+O)")
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
