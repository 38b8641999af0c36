"""The keys of the drawing tools: a pointer moved by arrows, shapes chosen, moved and deleted without a mouse."""

from collections.abc import Callable

from PySide6.QtCore import QPointF

from photon_desktop.ui.chart.drawings.desk import DrawingDesk
from photon_desktop.ui.chart.drawings.drawing import Anchor, Tool
from photon_desktop.ui.chart.drawings.ground import Ground
from photon_desktop.ui.chart.plot_view import KeyCommand

_STEP = 4.0  # px up or down, and sideways at least
_TOOLS = {
    KeyCommand.TREND: Tool.TREND,
    KeyCommand.LEVEL: Tool.LEVEL,
    KeyCommand.RECTANGLE: Tool.RECTANGLE,
    KeyCommand.MEASURE: Tool.MEASURE,
}
_ARROWS = {
    KeyCommand.EARLIER: (-1, 0),
    KeyCommand.LATER: (1, 0),
    KeyCommand.UP: (0, -1),
    KeyCommand.DOWN: (0, 1),
}


class DrawingKeys:
    """`pointer` gives where the mouse is, None while it is elsewhere; `point_at` moves the crosshair."""

    def __init__(
        self,
        desk: DrawingDesk,
        ground: Callable[[], Ground | None],
        pointer: Callable[[], QPointF | None],
        point_at: Callable[[QPointF], None],
    ) -> None:
        self._desk = desk
        self._ground = ground
        self._pointer = pointer
        self._point_at = point_at

    def wants(self, command: KeyCommand) -> bool:
        """Whether a key that others have too is the chart's now."""
        return command is not KeyCommand.DELETE or self._desk.selected is not None

    def obey(self, command: KeyCommand) -> bool:
        """Do what a key asks of the drawings; False when it asks something else."""
        ground, desk = self._ground(), self._desk
        if ground is None:
            return False
        if tool := _TOOLS.get(command):
            self._arm(tool, ground)
            return True
        match command:
            case KeyCommand.NEXT_DRAWING:
                desk.select_next()
            case KeyCommand.CANCEL:
                has_hold = desk.armed is not None or desk.selected is not None
                desk.cancel()
                return has_hold
            case _:
                return self._change(command, ground)
        return True

    def _change(self, command: KeyCommand, ground: Ground) -> bool:
        match command:
            case KeyCommand.DELETE:
                return self._desk.delete()
            case KeyCommand.CONFIRM:
                return self._confirm(ground)
        return command in _ARROWS and self._step(*_ARROWS[command], ground)

    def _arm(self, tool: Tool, ground: Ground) -> None:
        self._desk.arm(None if self._desk.armed is tool else tool)
        if self._pointer() is None and self._desk.armed is not None:
            self._point_at(self._start(ground))

    def _start(self, ground: Ground) -> QPointF:
        """The last close when it is in view, otherwise the middle."""
        series = ground.content.series
        last = ground.point(Anchor(int(series.times[-1]), series.bar(len(series) - 1).close))
        return last if ground.rect.contains(last) else ground.rect.center()

    def _confirm(self, ground: Ground) -> bool:
        here = self._pointer() or self._start(ground)
        if self._desk.armed is None or not ground.rect.contains(here):
            return False
        self._desk.grab(here)
        self._desk.drop()
        return True

    def _step(self, right: int, down: int, ground: Ground) -> bool:
        across = max(ground.window.pixels_per_bar, _STEP)
        by = QPointF(right * across, down * _STEP)
        if self._desk.armed is not None:
            self._point_at(_held((self._pointer() or self._start(ground)) + by, ground))
            return True
        return self._desk.shift(by.x(), by.y())


def _held(point: QPointF, ground: Ground) -> QPointF:
    rect = ground.rect.adjusted(1, 1, -1, -1)
    return QPointF(min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom()))
