"""Bars for the why-panel: contributions to both sides of a middle line, and probabilities from the left."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from photon_desktop.ui.design import Theme
from photon_desktop.ui.tables.row_table import Tone
from photon_desktop.ui.tables.tones import small_font, tone_color

LINE = 18
_LABEL_SHARE = 0.40
_FIGURE_WIDTH = 52
_GAP = 8
_THICKNESS = 6


@dataclass(frozen=True, slots=True)
class BarLine:
    """A bar: its label, its length from -1 to 1 of the room there is, its figure in words, and its tone."""

    label: str
    share: float
    figure: str
    tone: Tone


class BarList(QWidget):
    """Lines of label, bar and figure; bars grow from the left."""

    def __init__(self, accessible_name: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._font = small_font()
        self._lines: tuple[BarLine, ...] = ()

    @property
    def lines(self) -> tuple[BarLine, ...]:
        """What is drawn, top line first."""
        return self._lines

    def set_lines(self, lines: Sequence[BarLine]) -> None:
        """Draw these."""
        self._lines = tuple(lines)
        self.setAccessibleDescription(", ".join(f"{line.label} {line.figure}" for line in lines))
        self.setFixedHeight(LINE * len(self._lines))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, LINE * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self._font)
        for number, line in enumerate(self._lines):
            self._draw_line(painter, QRect(0, number * LINE, self.width(), LINE), line)
        painter.end()

    def _draw_line(self, painter: QPainter, bounds: QRect, line: BarLine) -> None:
        label = QRect(bounds.left(), bounds.top(), int(bounds.width() * _LABEL_SHARE), LINE)
        painter.setPen(tone_color(self._theme, Tone.MUTED))
        text = painter.fontMetrics().elidedText(line.label, Qt.TextElideMode.ElideRight, label.width())
        painter.drawText(label, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(tone_color(self._theme, Tone.PLAIN))
        painter.drawText(bounds, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.figure)
        left, right = label.right() + _GAP, bounds.right() - _FIGURE_WIDTH - _GAP
        track = QRectF(left, bounds.center().y() - _THICKNESS / 2 + 1, max(0, right - left), _THICKNESS)
        self._draw_bar(painter, track, line)

    def _draw_bar(self, painter: QPainter, track: QRectF, line: BarLine) -> None:
        painter.fillRect(QRectF(track.left(), track.center().y(), track.width(), 1), QColor(self._theme.hairline))
        color = tone_color(self._theme, line.tone)
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * line.share, track.height()), color)


class SignedBarList(BarList):
    """Bars that grow from a middle line: to the right above zero, to the left under it."""

    def _draw_bar(self, painter: QPainter, track: QRectF, line: BarLine) -> None:
        painter.fillRect(QRectF(track.left(), track.center().y(), track.width(), 1), QColor(self._theme.hairline))
        middle, length = track.center().x(), track.width() / 2 * abs(line.share)
        left = middle if line.share >= 0 else middle - length
        painter.fillRect(QRectF(left, track.top(), length, track.height()), tone_color(self._theme, line.tone))
        painter.fillRect(QRectF(middle, track.top() - 3, 1, track.height() + 6), QColor(self._theme.border))
