"""Which files may be dropped on the window: any single one, for what is in it decides whether it holds bars."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from photon_desktop.ui.language import mark

BAR_FILE_ENDINGS = (".csv", ".tsv", ".txt", ".prn", ".dat", ".gz", ".zip", ".parquet", ".feather", ".json", ".jsonl")
SEVERAL_FILES = mark("Several files were dropped; each is looked at before it is stored, so drop one at a time.")


class FileDrops(QObject):
    """Says of what is dragged over `widget` whether it may be let go, and tells what was."""

    dropped = Signal(object)  # Path of a file that may hold bars
    several_dropped = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._judge(event)
        elif isinstance(event, QDropEvent):
            self._take(event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _judge(self, event: QDropEvent) -> None:
        """Several files are let in, to be answered when they are dropped."""
        if dropped_file(event.mimeData()) is None and not holds_several_files(event.mimeData()):
            event.ignore()
        else:
            event.acceptProposedAction()

    def _take(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is None:
            event.ignore()
            if holds_several_files(event.mimeData()):
                self.several_dropped.emit()
            return
        event.acceptProposedAction()
        self.dropped.emit(path)


def dropped_file(dragged: QMimeData) -> Path | None:
    """The one local file that is dragged, None when it is no file or several."""
    files = _files(dragged)
    return files[0] if len(files) == 1 else None


def holds_several_files(dragged: QMimeData) -> bool:
    """Whether more than one local file is dragged, and nothing else."""
    return len(_files(dragged)) > 1


def _files(dragged: QMimeData) -> list[Path]:
    """The files that are dragged; none where a folder or an address is among them."""
    urls = dragged.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if len(paths) == len(urls) and not any(path.is_dir() for path in paths) else []
