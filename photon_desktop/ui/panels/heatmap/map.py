"""The tiles, drawn, and gone through by mouse and keyboard."""

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from photon_desktop.ui.design import Theme, mixed, theme_named
from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.heatmap.treemap import squarified
from photon_desktop.ui.panels.heatmap.views import HeatTile, SizeBy
from photon_desktop.ui.tables.tones import panel_font, small_font, strong_font

STRONGEST = 0.45  # share of the market colour in a tile; text on it keeps its contrast
_FULL_CHANGE = 0.05  # a day's change from which on a tile has its strongest colour
_LEAST_SHARE = 0.02  # of the whole: no symbol is lost
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HeatMap(QWidget):
    """A click or Enter chooses a tile; the arrow keys go to the nearest one that way."""

    symbol_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Market heatmap"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 80)
        self._theme = theme
        self._by = SizeBy.VOLUME
        self._tiles: list[HeatTile] = []
        self._rooms: list[QRectF] = []
        self._current = ""

    @property
    def tiles(self) -> tuple[HeatTile, ...]:
        """What is drawn, the largest first."""
        return tuple(self._tiles)

    @property
    def current(self) -> str:
        """The symbol that the keys are at."""
        return self._current

    def room_of(self, symbol: str) -> QRectF:
        """Where a symbol's tile is; empty for one that is not drawn."""
        found = [room for tile, room in zip(self._tiles, self._rooms, strict=True) if tile.symbol == symbol]
        return found[0] if found else QRectF()

    def show_tiles(self, tiles: Sequence[HeatTile], by: SizeBy) -> None:
        """Draw these; when sized by what is held, only what is held."""
        shown = [tile for tile in tiles if by is SizeBy.VOLUME or tile.held > 0]
        self._by = by
        self._tiles = sorted(shown, key=lambda tile: tile.size(by), reverse=True)
        if self._current not in [tile.symbol for tile in self._tiles]:
            self._current = self._tiles[0].symbol if self._tiles else ""
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self._theme = theme
        self.update()

    def fill_of(self, tile: HeatTile) -> str:
        """The colour of a tile: of the pair that the colour-blind can tell apart, stronger for a larger change."""
        if not isfinite(tile.change) or tile.change == 0:
            return self._theme.raised
        pair = theme_named(self._theme.name, "blue_orange").market
        share = STRONGEST * min(1.0, 0.25 + 0.75 * abs(tile.change) / _FULL_CHANGE)
        return mixed(self._theme.surface, pair.up if tile.change > 0 else pair.down, share)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.canvas))
        for tile, room in zip(self._tiles, self._rooms, strict=True):
            self._paint(painter, tile, room.adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = self._place_at(event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self.symbol_chosen.emit(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in _CHOOSE and self._current:
            self.symbol_chosen.emit(self._current)
        elif key in _ARROWS and self._tiles:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._tiles:
            self._go_to(0 if key == Qt.Key.Key_Home else len(self._tiles) - 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if place is None else self._tiles[place].sentence, self)
            return True
        return super().event(event)

    def _arrange(self) -> None:
        sizes = [tile.size(self._by) for tile in self._tiles]
        least = max(sum(sizes) * _LEAST_SHARE, 1e-9)
        self._rooms = squarified([max(size, least) for size in sizes], QRectF(self.rect()))
        if len(self._rooms) < len(self._tiles):  # no room at all
            self._rooms = [QRectF() for _ in self._tiles]
        self._tell()
        self.update()

    def _tell(self) -> None:
        chosen = next((tile for tile in self._tiles if tile.symbol == self._current), None)
        self.setAccessibleDescription("" if chosen is None else chosen.sentence)

    def _go_to(self, place: int) -> None:
        self._current = self._tiles[place].symbol
        self._tell()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _step(self, right: int, down: int) -> None:
        here = self.room_of(self._current).center()
        ways = []
        for place, room in enumerate(self._rooms):
            way = room.center() - here
            ahead = way.x() * right + way.y() * down
            aside = abs(way.y() if right else way.x())
            if ahead > 1 and self._tiles[place].symbol != self._current:
                ways.append((ahead + 2 * aside, place))
        if ways:
            self._go_to(min(ways)[1])

    def _place_at(self, x: float, y: float) -> int | None:
        return next((place for place, room in enumerate(self._rooms) if room.contains(x, y)), None)

    def _paint(self, painter: QPainter, tile: HeatTile, room: QRectF) -> None:
        painter.fillRect(room, QColor(self.fill_of(tile)))
        painter.setPen(QColor(self._theme.text))
        inside = room.adjusted(6, 4, -6, -4)
        title_font = strong_font() if room.height() >= 44 else small_font()
        painter.setFont(title_font)
        title = painter.fontMetrics().elidedText(tile.symbol, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        below = inside.adjusted(0, painter.fontMetrics().height() + 1, 0, 0)
        painter.setFont(panel_font() if room.height() >= 44 else small_font())
        if below.height() >= painter.fontMetrics().height() * 0.8:
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, tile.change_words)
        if tile.symbol == self._current and self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
