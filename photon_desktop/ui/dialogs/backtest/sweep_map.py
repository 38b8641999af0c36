"""The map of a sweep, drawn, and gone through by mouse and keyboard."""

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
)
from PySide6.QtWidgets import QToolTip, QWidget

from photon_desktop.backtest.sweep import Trial
from photon_desktop.ui import formats
from photon_desktop.ui.design import Theme
from photon_desktop.ui.dialogs.backtest.sweep_grid import (
    MEASURES,
    NOTHING,
    Grid,
    Measure,
    combination_words,
    parameter_words,
    value_words,
)
from photon_desktop.ui.dialogs.backtest.sweep_painting import SCALE_HEIGHT, fill_of, largest_of, paint_scale
from photon_desktop.ui.language import tr, tr_many
from photon_desktop.ui.tables.tones import small_font

_LEFT, _TOP, _BOTTOM = 68, 22, 22  # px for the names and values of the axes
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),  # rows grow upwards
    Qt.Key.Key_Down: (0, -1),
}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SweepMap(QWidget):
    """Cells for two parameters, bars for one. A click or Enter chooses a cell, the arrow keys go to the next one."""

    current_changed = Signal(object)  # Trial
    chosen = Signal(object)  # Trial

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sweepMap")
        self.setAccessibleName(tr("Map of the sweep"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(360, 220)
        self._theme, self._grid, self._measure = theme, NOTHING, MEASURES["return"]
        self._largest = 1.0
        self._at: tuple[int, int] | None = None

    @property
    def grid(self) -> Grid:
        """What is drawn."""
        return self._grid

    @property
    def current(self) -> Trial | None:
        """What the keys are at."""
        return None if self._at is None else self._grid.cells.get(self._at)

    def show_grid(self, grid: Grid, measure: Measure) -> None:
        """Draw this, coloured by `measure`, and go to the best of it."""
        self._grid, self._measure = grid, measure
        self._largest = largest_of(measure.read(trial) for trial in grid.cells.values())
        places = sorted(grid.cells, key=lambda place: _value(measure, grid.cells[place]), reverse=True)
        self._at = None
        if places:
            self._go_to(places[0])
        self.update()

    def go_to(self, trial: Trial) -> None:
        """Go to the cell this one belongs to, without telling."""
        place = self._grid.place_of(trial)
        if place is not None and place in self._grid.cells and place != self._at:
            self._at = place
            self.update()

    def sentence_of(self, trial: Trial) -> str:
        """A combination and what it made, in words."""
        told = tr_many(
            "{combination}: return {total}, Sharpe {sharpe}, drawdown {drawdown}, {count} trades",
            "{combination}: return {total}, Sharpe {sharpe}, drawdown {drawdown}, {count} trades",
            trial.trades,
        )
        return told.format(
            combination=combination_words(trial.values),
            total=formats.signed_percent(trial.total_return),
            sharpe=formats.signed(trial.sharpe, 2),
            drawdown=formats.signed_percent(trial.max_drawdown),
            count=f"{trial.trades:,}",
        )

    def fill_at(self, place: tuple[int, int]) -> str:
        """The colour of a cell."""
        return fill_of(self._theme, self._measure.read(self._grid.cells[place]), self._largest)

    def room_of(self, place: tuple[int, int]) -> QRectF:
        """Where a cell is, in px; the first row is at the bottom."""
        inside = self._inside()
        width = inside.width() / max(1, len(self._grid.columns))
        height = inside.height() / max(1, len(self._grid.rows))
        column, row = place
        return QRectF(inside.left() + column * width, inside.bottom() - (row + 1) * height, width, height)

    def set_theme(self, theme: Theme) -> None:
        """Draw with this theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.canvas))
        if not self._grid.cells:
            return
        painter.setFont(small_font())
        for place, trial in self._grid.cells.items():
            self._paint_cell(painter, place, trial)
        self._paint_axes(painter)
        if self._at is not None:
            width = 3 if self.hasFocus() else 2
            painter.setPen(QPen(QColor(self._theme.accent if self.hasFocus() else self._theme.text), width))
            painter.drawRect(self.room_of(self._at).adjusted(2, 2, -2, -2))
        scale = QRectF(_LEFT, self.height() - SCALE_HEIGHT, self.width() - _LEFT - 12, SCALE_HEIGHT)
        paint_scale(painter, scale, self._theme, self._measure, self._largest)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = self._place_at(event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self.chosen.emit(self._grid.cells[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in _CHOOSE and self.current is not None:
            self.chosen.emit(self.current)
        elif key in _ARROWS and self._at is not None:
            self._step(*_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos().x(), event.pos().y())
            QToolTip.showText(
                event.globalPos(), "" if place is None else self.sentence_of(self._grid.cells[place]), self
            )
            return True
        return super().event(event)

    def _inside(self) -> QRectF:
        bottom = self.height() - SCALE_HEIGHT - _BOTTOM
        return QRectF(_LEFT, _TOP, max(1, self.width() - _LEFT - 12), max(1, bottom - _TOP))

    def _go_to(self, place: tuple[int, int]) -> None:
        self._at = place
        trial = self._grid.cells[place]
        self.setAccessibleDescription(self.sentence_of(trial))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.current_changed.emit(trial)
        self.update()

    def _step(self, right: int, up: int) -> None:
        """To the next cell that way that was tried, over those that were not."""
        if self._at is None:
            return
        column, row = self._at[0] + right, self._at[1] + up
        while 0 <= column < len(self._grid.columns) and 0 <= row < len(self._grid.rows):
            if (column, row) in self._grid.cells:
                self._go_to((column, row))
                return
            column, row = column + right, row + up

    def _place_at(self, x: float, y: float) -> tuple[int, int] | None:
        return next((place for place in self._grid.cells if self.room_of(place).contains(x, y)), None)

    def _paint_cell(self, painter: QPainter, place: tuple[int, int], trial: Trial) -> None:
        cell = self.room_of(place)
        gap = 1.0 if min(cell.width(), cell.height()) > 6 else 0.0
        room = cell.adjusted(gap, gap, -gap, -gap)
        painter.fillRect(room if self._grid.down else self._bar(room, trial), QColor(self.fill_at(place)))
        words, metrics = self._measure.write(self._measure.read(trial)), painter.fontMetrics()
        if metrics.horizontalAdvance(words) + 6 <= room.width() and metrics.height() <= room.height():
            painter.setPen(QColor(self._theme.text))
            painter.drawText(self._figure_room(room, trial), Qt.AlignmentFlag.AlignCenter, words)

    def _figure_room(self, room: QRectF, trial: Trial) -> QRectF:
        """The whole cell; beside a bar, the other side of zero."""
        if self._grid.down:
            return room
        height = min(20.0, room.height() / 2)
        above = (self._measure.read(trial) or 0.0) <= 0
        return QRectF(room.left(), room.center().y() - (height if above else 0), room.width(), height)

    def _bar(self, room: QRectF, trial: Trial) -> QRectF:
        """From the middle, which is zero, up or down."""
        value = self._measure.read(trial) or 0.0
        height = room.height() / 2 * min(1.0, abs(value) / self._largest)
        middle = room.center().y()
        return QRectF(room.left(), middle - height if value > 0 else middle, room.width(), max(2.0, height))

    def _paint_axes(self, painter: QPainter) -> None:
        grid, metrics = self._grid, painter.fontMetrics()
        painter.setPen(QColor(self._theme.secondary_text))
        names = f"{parameter_words(grid.down)} ↑   " if grid.down else ""
        painter.drawText(QRectF(8, 2, self.width() - 16, _TOP - 4), f"{names}{parameter_words(grid.across)} →")
        painter.setPen(QColor(self._theme.muted_text))
        every = max(1, -(-48 * len(grid.columns) // max(1, int(self._inside().width()))))
        for column in range(0, len(grid.columns), every):
            room = self.room_of((column, 0))
            below = QRectF(room.left() - 24, room.bottom() + 2, room.width() + 48, _BOTTOM - 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, value_words(grid.columns[column]))
        every = max(1, -(-metrics.height() * len(grid.rows) // max(1, int(self._inside().height()))))
        for row in range(0, len(grid.rows), every):
            room = self.room_of((0, row))
            beside = QRectF(4, room.top(), _LEFT - 12, room.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, right, value_words(grid.rows[row]))


def _value(measure: Measure, trial: Trial) -> float:
    value = measure.read(trial)
    return float("-inf") if value is None else value
