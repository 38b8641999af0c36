"""Which curve is which, in a line above the plot, where it covers none of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

_DASH, _HEIGHT = 28, 12  # pixels of a line drawn as the curve is


class CurveNames(QWidget):
    """A short line in the curve's pen, and its name, for each curve from the left."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.labels = tuple(QLabel(name) for name in names)
        self._lines = tuple(QLabel() for _ in names)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 4)
        row.setSpacing(6)
        for line, label in zip(self._lines, self.labels, strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)  # a run is named by the user
            row.addWidget(line)
            row.addWidget(label)
            row.addSpacing(16)
        row.addStretch(1)

    def name(self, names: Sequence[str]) -> None:
        """Write these, as many as there were."""
        for label, name in zip(self.labels, names, strict=True):
            label.setText(name)

    def draw(self, pens: Sequence[QPen]) -> None:
        """Draw the lines with these pens, as many as there are names."""
        for line, pen in zip(self._lines, pens, strict=True):
            line.setPixmap(_dash(pen, self.devicePixelRatioF()))


def _dash(pen: QPen, ratio: float) -> QPixmap:
    picture = QPixmap(round(_DASH * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    thick = QPen(pen)
    thick.setWidth(2)
    painter.setPen(thick)
    painter.drawLine(QPointF(0, _HEIGHT / 2), QPointF(_DASH, _HEIGHT / 2))
    painter.end()
    return picture
