"""Draws a decision of the feed as a card of four lines."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photon_desktop.trading.messages import Action
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.words import certainty_words
from photon_desktop.ui.sentences.said import said
from photon_desktop.ui.tables.decision_model import DecisionModel, DecisionRow
from photon_desktop.ui.tables.row_table import Role, Tone
from photon_desktop.ui.tables.tones import (
    draw_hairline,
    draw_row_ground,
    panel_font,
    small_font,
    strong_font,
    tone_color,
)

ROW_HEIGHT = 84
MARGIN = 12
LINE = 15
_BAR_WIDTH = 40
ACTION_TONES = {Action.BUY: Tone.UP, Action.SELL: Tone.DOWN, Action.HOLD: Tone.MUTED}


class DecisionDelegate(QStyledItemDelegate):
    """Action by shape, word and colour; confidence as a number and a thin bar; the reason; what became of it."""

    def __init__(self, model: DecisionModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._plain, self._strong, self._small = panel_font(), strong_font(), small_font()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours from the next paint on."""
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(240, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: DecisionRow = index.data(Role.ROW)
        bounds: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_row_ground(painter, bounds, state, self._theme)
        draw_hairline(painter, bounds, self._theme)
        inner = bounds.adjusted(MARGIN, 8, -MARGIN, -6)
        self._draw_head(painter, QRect(inner.left(), inner.top(), inner.width(), 18), row)
        outcome, tone = self._model.outcome(row)
        reason_lines = 2 if outcome else 3
        reason = QRect(inner.left(), inner.top() + 22, inner.width(), reason_lines * LINE)
        painter.setFont(self._small)
        painter.setPen(tone_color(self._theme, Tone.MUTED))
        draw_wrapped(painter, reason, said(row.decision.reasoning), reason_lines)
        if outcome:
            painter.setPen(tone_color(self._theme, tone))
            last = QRect(inner.left(), reason.bottom() + 3, inner.width(), LINE)
            text = painter.fontMetrics().elidedText(outcome, Qt.TextElideMode.ElideRight, last.width())
            painter.drawText(last, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _draw_head(self, painter: QPainter, line: QRect, row: DecisionRow) -> None:
        decision = row.decision
        color = tone_color(self._theme, ACTION_TONES[decision.action])
        draw_action_shape(painter, QRectF(line.left(), line.center().y() - 4, 9, 9), decision.action, color)
        painter.setFont(self._strong)
        painter.setPen(color)
        word = line.adjusted(16, 0, 0, 0)
        painter.drawText(word, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, decision.action.value)
        symbol = word.adjusted(painter.fontMetrics().horizontalAdvance("HOLD") + 8, 0, 0, 0)
        painter.setPen(tone_color(self._theme, Tone.PLAIN))
        painter.setFont(self._plain)
        painter.drawText(symbol, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, decision.ticker)
        self._draw_figures(painter, line, row, color)

    def _draw_figures(self, painter: QPainter, line: QRect, row: DecisionRow, color: QColor) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._small)
        painter.setPen(tone_color(self._theme, Tone.MUTED))
        moment = formats.short_time(row.decision.decided_at)[-5:]
        painter.drawText(line, right, moment)
        number = line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance("00:00") - 8, 0)
        painter.setPen(tone_color(self._theme, Tone.PLAIN))
        painter.drawText(number, right, certainty_words(row.decision))
        bar_right = number.right() - painter.fontMetrics().horizontalAdvance("100%") - 4
        bar = QRectF(bar_right - _BAR_WIDTH, line.center().y() - 1, _BAR_WIDTH, 3)
        painter.fillRect(bar, QColor(self._theme.hairline))
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * row.decision.confidence, bar.height()), color)


def draw_action_shape(painter: QPainter, bounds: QRectF, action: Action, color: QColor) -> None:
    """A triangle up for BUY, down for SELL, a square for HOLD."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if action is Action.HOLD:
        painter.drawRect(bounds.adjusted(1, 1, -1, -1))
        return
    base, tip = (bounds.bottom(), bounds.top()) if action is Action.BUY else (bounds.top(), bounds.bottom())
    corners = [QPointF(bounds.left(), base), QPointF(bounds.right(), base), QPointF(bounds.center().x(), tip)]
    painter.drawPolygon(QPolygonF(corners))


def draw_wrapped(painter: QPainter, bounds: QRect, text: str, lines: int) -> None:
    """`text` broken between words into at most `lines` lines, the last one shortened with an ellipsis."""
    metrics = painter.fontMetrics()
    words = text.split()
    top = bounds.top()
    for number in range(lines):
        if not words:
            return
        taken = _words_that_fit(words, bounds.width(), metrics.horizontalAdvance)
        is_last = number == lines - 1
        line = " ".join(words if is_last else words[:taken])
        place = QRect(bounds.left(), top, bounds.width(), LINE)
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, bounds.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        words, top = words[taken:], top + LINE


def _words_that_fit(words: list[str], width: int, measure: Callable[[str], int]) -> int:
    """How many of the first words stand in one line; at least one."""
    count = 1
    while count < len(words) and measure(" ".join(words[: count + 1])) <= width:
        count += 1
    return count
