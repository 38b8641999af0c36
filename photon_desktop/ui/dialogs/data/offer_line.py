"""A line that says what happened and offers one thing to do about it, for a while."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from photon_desktop.ui.language import tr


class OfferLine(QWidget):
    """Hidden until something is offered; hidden again when it is taken or has lapsed."""

    taken = Signal()
    lapsed = Signal()

    def __init__(self, name: str, button_text: str, lasts_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.words = QLabel(self)
        self.words.setAccessibleName(tr("What happened"))
        self.words.setWordWrap(True)
        self.button = QPushButton(button_text, self)
        self.button.setObjectName(f"{name}Button")
        self.button.setAccessibleName(button_text.replace("&", ""))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.take)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(lasts_ms)
        self._end.timeout.connect(self.lapse)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 16, 4)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()

    def offer(self, sentence: str) -> None:
        """Say this and wait for an answer."""
        self.words.setText(sentence)
        self.button.setAccessibleDescription(sentence)
        self.show()
        self._end.start()

    def stop(self) -> None:
        """Offer nothing any more, without a word."""
        self._end.stop()
        self.hide()

    @Slot()
    def take(self) -> None:
        """Do as if the button were pressed; nothing happens when nothing is offered."""
        if not self.isHidden():
            self.stop()
            self.taken.emit()

    @Slot()
    def lapse(self) -> None:
        """Too late, or not wanted."""
        self.stop()
        self.lapsed.emit()
