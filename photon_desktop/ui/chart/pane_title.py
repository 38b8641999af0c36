"""The title of a lower pane: a study's name and its values, each in the colour of its line."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from photon_desktop.ui.chart.items.axes import axis_font
from photon_desktop.ui.design import GRID

_GAP = 2 * GRID


@dataclass(frozen=True, slots=True)
class ColouredWord:
    """A text, and the colour it is written in."""

    text: str
    colour: str


class PaneTitle(QWidget):
    """Words side by side. It paints them itself: with every tick a label would lay its rich text out anew."""

    def __init__(self, parent: QWidget | None, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        self._font = axis_font()
        self._metrics = QFontMetricsF(self._font)
        self._words: tuple[ColouredWord, ...] = ()
        self._widths: list[float] = []

    @property
    def text(self) -> str:
        """What is written."""
        return " ".join(word.text for word in self._words)

    def show_words(self, words: tuple[ColouredWord, ...]) -> None:
        """Write these from now on."""
        if words == self._words:
            return
        self._words = words
        self._widths = [self._metrics.horizontalAdvance(word.text) for word in words]
        self.setAccessibleDescription(self.text)
        self.resize(int(sum(self._widths) + _GAP * len(words)) + 1, int(self._metrics.height()) + 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self._font)
        x = 0.0
        for word, width in zip(self._words, self._widths, strict=True):
            painter.setPen(QColor(word.colour))
            painter.drawText(QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word.text)
            x += width + _GAP
