"""A dialog on which a file can be dropped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from photon_desktop.ui.panels.frame.file_drops import dropped_file


class DropDialog(QDialog):
    """Takes one file of bars at a time and tells it; whoever builds on it says with `takes_files` when."""

    file_dropped = Signal(object)  # Path

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    @property
    def takes_files(self) -> bool:
        """Whether a file can be dropped now."""
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if self.takes_files and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        path = dropped_file(event.mimeData())
        if path is not None and self.takes_files:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
