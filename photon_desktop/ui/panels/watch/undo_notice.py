"""A line that says what was removed, and takes it back."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from photon_desktop.ui.language import tr, tr_many

SHOWN_MS = 10_000


class UndoNotice(QWidget):
    """Goes by itself after ten seconds."""

    undo_requested = Signal()
    gone = Signal()  # it went without being used

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("undoNotice")
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.words.setAccessibleName(tr("What was removed"))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QToolButton()
        self.button.setObjectName("undoRemove")
        self.button.setText(tr("Undo"))
        self.button.setProperty("role", "flat")
        self.button.setAccessibleName(tr("Undo the removal"))
        self.button.setToolTip(tr("Put back what was removed (Ctrl+Z)"))
        self.button.clicked.connect(self.undo_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 4, 4)
        line.setSpacing(4)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._go)
        self.hide()

    def tell(self, removed: Sequence[str]) -> None:
        """Say that these symbols were removed, and count the seconds anew."""
        what = removed[0] if len(removed) == 1 else tr_many("%n symbols", "%n symbol", len(removed))
        self.words.setText(tr("Removed {symbols}.").format(symbols=what))
        self.words.setToolTip(", ".join(removed))
        self.show()
        self._timer.start()

    def dismiss(self) -> None:
        """Go at once."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _go(self) -> None:
        self.hide()
        self.gone.emit()
