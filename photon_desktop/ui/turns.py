"""Work of the main thread that can wait, done a step a turn so that the window lives on between two of them."""

from collections.abc import Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

Result = TypeVar("Result")
_PAUSE_MS = 5  # what happened meanwhile is painted first


class Turns(QObject, Generic[Result]):
    """Takes the steps of a generator, each in a turn of its own, from `begin` on. Lives on the main thread."""

    def __init__(self, work: Generator[None, None, Result], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._results: list[Result] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._take_step)

    def begin(self) -> None:
        """Take the first step soon."""
        self._timer.start()

    def stop(self) -> None:
        """Take no further step, and let go of what a work half done has made."""
        self._timer.stop()
        self._work.close()

    def ended(self) -> Result:
        """The result, all steps that are left being taken now."""
        while not self._results:
            self._take_step()
        return self._results[0]

    @Slot()
    def _take_step(self) -> None:
        try:
            next(self._work)
            self._timer.start()
        except StopIteration as end:
            self._results.append(end.value)
            self._timer.stop()
