"""The drawings of one symbol, with the way back and the way there again."""

from collections.abc import Iterable

from photon_desktop.ui.chart.drawings.drawing import Drawing

_STEPS_KEPT = 100


class DrawingBook:
    """Every change can be undone, up to a hundred of them, and done anew until there is another."""

    def __init__(self, drawings: Iterable[Drawing] = ()) -> None:
        self._drawings = tuple(drawings)
        self._before: list[tuple[Drawing, ...]] = []
        self._after: list[tuple[Drawing, ...]] = []

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """All of them, the newest last."""
        return self._drawings

    def add(self, drawing: Drawing) -> None:
        """One more."""
        self._change((*self._drawings, drawing))

    def replace(self, place: int, drawing: Drawing) -> None:
        """Another in the place of one."""
        self._change((*self._drawings[:place], drawing, *self._drawings[place + 1 :]))

    def delete(self, place: int) -> None:
        """One less."""
        self._change((*self._drawings[:place], *self._drawings[place + 1 :]))

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        if not self._before:
            return False
        self._after.append(self._drawings)
        self._drawings = self._before.pop()
        return True

    def redo(self) -> bool:
        """Do anew what was taken back last; False when there is nothing."""
        if not self._after:
            return False
        self._before.append(self._drawings)
        self._drawings = self._after.pop()
        return True

    def _change(self, drawings: tuple[Drawing, ...]) -> None:
        self._before = [*self._before, self._drawings][-_STEPS_KEPT:]
        self._after.clear()
        self._drawings = drawings
