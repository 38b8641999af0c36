"""Draws a row of the watchlist: symbol and last price, trend, sparkline and change."""

from math import isnan

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.panels.words import TREND_WORDS
from photon_desktop.ui.tables.row_table import Tone, tone_of_sign
from photon_desktop.ui.tables.tones import draw_row_ground, panel_font, small_font, strong_font, tone_color
from photon_desktop.ui.tables.watch_row import FeedState, WatchRow
from photon_desktop.ui.tables.watchlist_model import WatchRole

ROW_HEIGHT = 48
MARGIN = 8
_DOT = 14
_TREND_WIDTH = 76
_CHANGE_WIDTH = 60
_TREND_TONES = {"bull": Tone.UP, "bear": Tone.DOWN}


class WatchDelegate(QStyledItemDelegate):
    """Two lines a row. The feed's state is a filled, hollow or empty dot, and a word when it is not live."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._strong, self._small = panel_font(), strong_font(), small_font()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours from the next paint on."""
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: WatchRow = index.data(WatchRole.ROW)
        bounds: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_row_ground(painter, bounds, state, self._theme)
        upper = QRect(bounds.left() + MARGIN, bounds.top() + 5, bounds.width() - 2 * MARGIN, 20)
        lower = QRect(upper.left(), bounds.top() + 25, upper.width(), 18)
        self._draw_upper(painter, upper, row)
        self._draw_lower(painter, lower, row)
        painter.restore()

    def _draw_upper(self, painter: QPainter, line: QRect, row: WatchRow) -> None:
        self._draw_dot(painter, QPointF(line.left() + 4, line.center().y() + 1), row.feed)
        painter.setFont(self._strong)
        painter.setPen(tone_color(self._theme, Tone.PLAIN))
        name = line.adjusted(_DOT, 0, 0, 0)
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.symbol)
        name_width = painter.fontMetrics().horizontalAdvance(row.symbol)
        painter.setFont(self._plain)
        if row.feed is not FeedState.LIVE:
            painter.setPen(tone_color(self._theme, Tone.MUTED))
        last = formats.price(row.last, row.instrument)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, last)
        room = line.width() - _DOT - name_width - painter.fontMetrics().horizontalAdvance(last)
        self._draw_state_word(painter, name.adjusted(name_width + 6, 0, 0, 0), room - 12, row.feed)

    def _draw_state_word(self, painter: QPainter, place: QRect, room: int, feed: FeedState) -> None:
        painter.setFont(self._small)
        if feed is FeedState.LIVE or painter.fontMetrics().horizontalAdvance(feed.value) > room:
            return
        painter.setPen(tone_color(self._theme, Tone.WARNING if feed is FeedState.STALE else Tone.MUTED))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, feed.value)

    def _draw_lower(self, painter: QPainter, line: QRect, row: WatchRow) -> None:
        painter.setFont(self._small)
        trend = TREND_WORDS.get(row.trend, formats.NO_VALUE)
        painter.setPen(tone_color(self._theme, _TREND_TONES.get(row.trend, Tone.MUTED)))
        left = line.adjusted(_DOT, 0, 0, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, trend)
        change = row.day_change
        tone = Tone.PLAIN if isnan(change) else tone_of_sign(change)
        painter.setPen(tone_color(self._theme, tone))
        text = formats.signed_percent(change)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        spark = QRectF(left.left() + _TREND_WIDTH, line.top() + 2, 0, line.height() - 4)
        spark.setRight(line.right() - _CHANGE_WIDTH)
        draw_sparkline(painter, spark, row.sparkline, tone_color(self._theme, tone))

    def _draw_dot(self, painter: QPainter, centre: QPointF, feed: FeedState) -> None:
        color = tone_color(self._theme, Tone.WARNING if feed is FeedState.STALE else Tone.MUTED)
        if feed is FeedState.LIVE:
            color = tone_color(self._theme, Tone.UP)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if feed is FeedState.LIVE else Qt.BrushStyle.NoBrush)
        if feed is FeedState.OFF:
            painter.drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0))
        else:
            painter.drawEllipse(centre, 3, 3)


def draw_sparkline(painter: QPainter, bounds: QRectF, values: list[float], color: QColor) -> None:
    """A line through `values`, the lowest at the bottom of `bounds`; nothing for fewer than two or without room."""
    if len(values) < 2 or bounds.width() < 12:
        return
    low, high = min(values), max(values)
    spread = high - low or 1.0
    step = bounds.width() / (len(values) - 1)
    points = [
        QPointF(bounds.left() + number * step, bounds.bottom() - (value - low) / spread * bounds.height())
        for number, value in enumerate(values)
    ]
    painter.setPen(QPen(color, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
