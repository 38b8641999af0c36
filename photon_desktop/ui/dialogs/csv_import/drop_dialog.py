"""A dialog on which a file can be dropped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.frame.file_drops import SEVERAL_FILES, dropped_file, holds_several_files


class DropDialog(QDialog):
    """Takes one file of bars at a time and tells it; whoever builds on it says with `takes_files` when."""

    file_dropped = Signal(object)  # Path
    drop_refused = Signal(str)  # a sentence

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    @property
    def takes_files(self) -> bool:
        """Whether a file can be dropped now."""
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        dragged = event.mimeData()
        if self.takes_files and (dropped_file(dragged) is not None or holds_several_files(dragged)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        path = dropped_file(event.mimeData())
        if not self.takes_files:
            return
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)
        elif holds_several_files(event.mimeData()):
            event.ignore()
            self.drop_refused.emit(tr(SEVERAL_FILES))
