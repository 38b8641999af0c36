"""What can be grabbed on the plot: lines at a price first, then what was drawn; with a tool in hand only that."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt

from photon_desktop.ui.chart.drawings.desk import DrawingDesk
from photon_desktop.ui.chart.plot_view import Grip


class Grips:
    """One grip out of several: of `lines` the first one given goes before the others."""

    def __init__(self, lines: Sequence[Grip], drawings: DrawingDesk) -> None:
        self._lines = tuple(lines)
        self._drawings = drawings
        self._held: Grip | None = None

    def shape_over(self, here: QPointF) -> Qt.CursorShape | None:
        """The cursor over what can be grabbed at this pixel."""
        shapes = (grip.shape_over(here) for grip in self._offered())
        return next((shape for shape in shapes if shape is not None), None)

    def grab(self, here: QPointF) -> bool:
        """Take hold of the first thing under this pixel; False when there is nothing."""
        self._held = next((grip for grip in self._offered() if grip.grab(here)), None)
        return self._held is not None

    def drag(self, here: QPointF) -> None:
        """Move what is held."""
        if self._held is not None:
            self._held.drag(here)

    def drop(self) -> None:
        """Leave what is held where it is."""
        held, self._held = self._held, None
        if held is not None:
            held.drop()

    def give_back(self) -> None:
        """Let what is held go back to where it was grabbed."""
        held, self._held = self._held, None
        if held is not None:
            held.give_back()

    def _offered(self) -> tuple[Grip, ...]:
        return (self._drawings,) if self._drawings.armed is not None else (*self._lines, self._drawings)
