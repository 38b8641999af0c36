"""A label that gives way: what it has no room for is left out and stands in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

_LEAST = 48  # px


class ElidedLabel(QLabel):
    """One line of plain text, its end left out where it is too long; `text` is the whole of it all the same."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._whole = ""
        self._has_own_tip = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._whole = text
        self._shorten()
        self.updateGeometry()

    def text(self) -> str:
        return self._whole

    def setToolTip(self, words: str) -> None:  # noqa: N802 - Qt's name
        self._has_own_tip = bool(words)
        super().setToolTip(words)
        self._shorten()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._taken + self.fontMetrics().horizontalAdvance(self._whole) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._shorten()

    @property
    def _taken(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    def _shorten(self) -> None:
        room = max(0, self.width() - self._taken)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        self.setAccessibleDescription(self._whole if shown != self._whole else "")
        if not self._has_own_tip:
            super().setToolTip(self._whole if shown != self._whole else "")
