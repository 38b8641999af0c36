"""The picture of a chart: saved as a file, or put on the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from photon_desktop.ui.language import mark, tr

_FAULT = mark("The picture can't be written to {path}. Choose a folder that may be written to and has room.")


class Picture(QObject):
    """Takes the widget as it is on the screen; `name` gives the file's name without its ending, empty for no chart."""

    problem_told = Signal(str, str)  # what could not be done, and why

    def __init__(self, widget: QWidget, name: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._name = name

    @Slot()
    def copy(self) -> None:
        """Put it on the clipboard."""
        QApplication.clipboard().setPixmap(self._widget.grab())

    @Slot()
    def ask_where_to_save(self) -> None:
        """Let the user choose a file, and write it."""
        if not (name := self._name()):
            return
        path, _ = QFileDialog.getSaveFileName(self._widget, tr("Save picture"), f"{name}.png", tr("Pictures (*.png)"))
        if path:
            self.save(Path(path).with_suffix(".png"))

    def save(self, path: Path) -> bool:
        """Write it as PNG; False, and a problem told, when that can't be done."""
        if self._widget.grab().save(str(path), "PNG"):
            return True
        self.problem_told.emit(tr("The picture was not saved"), tr(_FAULT).format(path=path))
        return False
