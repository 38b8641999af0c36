"""A chain of messages drawn: a box for each, and between them an arrow with the time that passed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.words import MESSAGE_TYPE_WORDS
from photon_desktop.ui.tables.chain_model import StepRow, said, tone_of_status
from photon_desktop.ui.tables.tones import small_font, tone_color

_HEIGHT, _MARGIN = 56, 8
_USUAL, _GAP, _NARROW_GAP = 3, 76, 52  # boxes that most chains have, and what is between them, or between more
_HEAD = 4


class ChainDrawing(QWidget):
    """From the snapshot on the left to the report on the right; a click chooses a message."""

    step_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Way of the chain"))
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._steps: tuple[StepRow, ...] = ()
        self._marked = 0

    @property
    def sentence(self) -> str:
        """The chain in words: each message, and the time to the next one."""
        words = []
        for place, step in enumerate(self._steps):
            message = f"{tr(MESSAGE_TYPE_WORDS[step.view.message.type])} {said(step.view)}"
            time = formats.duration(self._passed(place)) if place else ""
            words.append(tr("after {time} {message}").format(time=time, message=message) if place else message)
        return ", ".join(words)

    def show_chain(self, steps: Sequence[StepRow]) -> None:
        """Draw these messages, in their order."""
        self._steps = tuple(steps)
        self.setAccessibleDescription(self.sentence)
        self.setToolTip(self.sentence.replace(", ", "\n"))
        self.update()

    def mark(self, place: int) -> None:
        """Mark the message whose payload is shown."""
        self._marked = place
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(400, _HEIGHT)

    def box_of(self, place: int) -> QRectF:
        """Where the box of a message is."""
        count = max(_USUAL, len(self._steps))  # a chain that may go on keeps its place for what comes
        gap = _GAP if count == _USUAL else _NARROW_GAP
        width = max(24.0, (self.width() - 2 * _MARGIN - (count - 1) * gap) / count)
        return QRectF(_MARGIN + place * (width + gap), _MARGIN, width, _HEIGHT - 2 * _MARGIN)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        for place in range(len(self._steps)):
            if self.box_of(place).contains(event.position()):
                self.step_chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.canvas))
        painter.setFont(small_font())
        for place in range(len(self._steps)):
            self._draw_box(painter, place)
            if place:
                self._draw_arrow(painter, place)

    def _draw_box(self, painter: QPainter, place: int) -> None:
        step, box = self._steps[place], self.box_of(place)
        is_marked = place == self._marked
        painter.setPen(QPen(QColor(self._theme.accent if is_marked else self._theme.border), 1))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(box, 3, 3)
        inside = box.adjusted(6, 2, -6, -2)
        upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2)
        painter.setPen(QColor(self._theme.muted_text))
        _draw_within(painter, upper, tr(MESSAGE_TYPE_WORDS[step.view.message.type]))
        painter.setPen(QColor(self._theme.text) if step.view.status == "done" else self._color_of(step))
        _draw_within(painter, upper.translated(0, inside.height() / 2), said(step.view))

    def _draw_arrow(self, painter: QPainter, place: int) -> None:
        start, end = self.box_of(place - 1).right() + 4, self.box_of(place).left() - 3
        level = _HEIGHT / 2 + 4
        painter.setPen(QPen(QColor(self._theme.muted_text), 1))
        painter.drawLine(QPointF(start, level), QPointF(end - _HEAD, level))
        painter.setBrush(QColor(self._theme.muted_text))
        tip = [QPointF(end, level), QPointF(end - 2 * _HEAD, level - _HEAD), QPointF(end - 2 * _HEAD, level + _HEAD)]
        painter.drawPolygon(QPolygonF(tip))
        painter.setPen(QColor(self._theme.text))
        room = QRectF(start - 4, level - 20, end - start + 8, 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, formats.duration(self._passed(place)))

    def _passed(self, place: int) -> float:
        """Seconds since the message before."""
        return self._steps[place].after_s - self._steps[place - 1].after_s

    def _color_of(self, step: StepRow) -> QColor:
        return tone_color(self._theme, tone_of_status(step.view.status))


def _draw_within(painter: QPainter, room: QRectF, words: str) -> None:
    """As much of `words` as there is room for; all of them are in the tooltip."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
