"""Draws a row of the watchlist: symbol and last price, trend, sparkline and change."""

from math import isnan

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.words import TREND_WORDS
from photon_desktop.ui.tables.feed_signs import draw_bell, draw_feed_sign, feed_tone
from photon_desktop.ui.tables.row_table import Tone, tone_of_sign
from photon_desktop.ui.tables.tones import draw_row_ground, panel_font, small_font, strong_font, tone_color
from photon_desktop.ui.tables.watch_row import FeedState, WatchRow
from photon_desktop.ui.tables.watchlist_model import WatchRole

ROW_HEIGHT = 48
_LEAST_WIDTH = 140  # px; what does not fit is elided, so that no price is scrolled out of sight
MARGIN = 8
_DOT = 14
_BELL = 16
_GAP = 6
_TREND_WIDTH = 76
_CHANGE_WIDTH = 60
_TREND_TONES = {"bull": Tone.UP, "bear": Tone.DOWN}


class WatchDelegate(QStyledItemDelegate):
    """Two lines a row. The feed's state is a sign of its own shape, and a word when it is not live: beside the symbol
    where there is room, else in the trend's place. A bell tells of open price alerts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._strong, self._small = panel_font(), strong_font(), small_font()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours from the next paint on."""
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_LEAST_WIDTH, ROW_HEIGHT)

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
        color = tone_color(self._theme, feed_tone(row.feed))
        draw_feed_sign(painter, QPointF(line.left() + 4, line.center().y() + 1), row.feed, color)
        painter.setFont(self._plain)
        last = formats.price(row.last, row.instrument)
        painter.setPen(tone_color(self._theme, Tone.PLAIN if row.feed is FeedState.LIVE else Tone.MUTED))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, last)
        last_width = painter.fontMetrics().horizontalAdvance(last)
        painter.setFont(self._strong)
        painter.setPen(tone_color(self._theme, Tone.PLAIN))
        name = line.adjusted(_DOT, 0, -last_width - _GAP, 0)
        bell = _BELL if row.alerts else 0
        shown = painter.fontMetrics().elidedText(row.symbol, Qt.TextElideMode.ElideRight, name.width() - bell)
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        end = name.left() + painter.fontMetrics().horizontalAdvance(shown)
        if row.alerts:
            draw_bell(painter, end + 5, line.center().y() + 0.5, tone_color(self._theme, Tone.MUTED))
        if self._word_fits_above(row, line):
            place = name.adjusted(end - name.left() + bell + _GAP, 0, 0, 0)
            self._draw_state_word(painter, place, row.feed)

    def _word_fits_above(self, row: WatchRow, line: QRect) -> bool:
        """Whether there is room for the state's word between symbol and price."""
        if row.feed is FeedState.LIVE:
            return False
        last = QFontMetrics(self._plain).horizontalAdvance(formats.price(row.last, row.instrument))
        symbol = QFontMetrics(self._strong).horizontalAdvance(row.symbol)
        word = QFontMetrics(self._small).horizontalAdvance(row.feed.words)
        return word <= line.width() - _DOT - symbol - (_BELL if row.alerts else 0) - last - 2 * _GAP

    def _draw_state_word(self, painter: QPainter, place: QRect, feed: FeedState) -> None:
        painter.setFont(self._small)
        painter.setPen(tone_color(self._theme, feed_tone(feed)))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, feed.words)

    def _draw_lower(self, painter: QPainter, line: QRect, row: WatchRow) -> None:
        painter.setFont(self._small)
        left = line.adjusted(_DOT, 0, 0, 0)
        if row.feed is FeedState.LIVE or self._word_fits_above(row, line):
            trend = tr(TREND_WORDS[row.trend]) if row.trend in TREND_WORDS else formats.NO_VALUE
            painter.setPen(tone_color(self._theme, _TREND_TONES.get(row.trend, Tone.MUTED)))
            painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, trend)
        else:
            self._draw_state_word(painter, left, row.feed)
        change = row.day_change
        tone = Tone.PLAIN if isnan(change) else tone_of_sign(change)
        painter.setPen(tone_color(self._theme, tone))
        text = formats.signed_percent(change)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        spark = QRectF(left.left() + _TREND_WIDTH, line.top() + 2, 0, line.height() - 4)
        spark.setRight(line.right() - _CHANGE_WIDTH)
        draw_sparkline(painter, spark, row.sparkline, tone_color(self._theme, tone))


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
