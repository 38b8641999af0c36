"""Reading the bars by keys: the crosshair goes from close to close, and every figure follows it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF

from photon_desktop.ui.chart.data.pyramid import Row
from photon_desktop.ui.chart.drawings.ground import Ground
from photon_desktop.ui.chart.plot_view import KeyCommand

_STEPS = {KeyCommand.READ_EARLIER: -1, KeyCommand.READ_LATER: 1}


class BarReader:
    """`pointer` gives where the crosshair is, None for none; `point_at` moves it, `pan` moves the chart by bars."""

    def __init__(
        self,
        ground: Callable[[], Ground | None],
        pointer: Callable[[], QPointF | None],
        point_at: Callable[[QPointF], None],
        pan: Callable[[float], None],
    ) -> None:
        self._ground = ground
        self._pointer = pointer
        self._point_at = point_at
        self._pan = pan

    def obey(self, command: KeyCommand) -> bool:
        """Go one candle on, or to the newest first; False when the key asks something else."""
        ground = self._ground()
        if command not in _STEPS or ground is None:
            return False
        index, here = ground.window.last, self._pointer()
        if here is not None:
            each = 1 << ground.content.series.pyramid.level_for(ground.window.pixels_per_bar)
            index = round(ground.window.index_of(here.x() - ground.rect.left())) + _STEPS[command] * each
        self._go_to(min(max(index, 0), ground.window.last), ground)
        return True

    def _go_to(self, index: int, ground: Ground) -> None:
        x = ground.window.x_of(index)
        if not 0 <= x < ground.rect.width():
            self._pan(index - ground.window.index_of(ground.rect.width() / 2))
            moved = self._ground()
            if moved is None:
                return
            ground, x = moved, moved.window.x_of(index)
        close = float(ground.content.series.pyramid.bars[Row.CLOSE, index])
        y = ground.rect.top() + ground.shown.place(close) * ground.rect.height()
        held = min(max(y, ground.rect.top() + 1), ground.rect.bottom() - 1)
        self._point_at(QPointF(min(max(ground.rect.left() + x, ground.rect.left()), ground.rect.right() - 1), held))
