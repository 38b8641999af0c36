"""What the user changed, in its order, each with the way back and the way there again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was changed, in a few `words`. `back` undoes it and `again` does it anew; each returns "" when it
    was done, and otherwise says in one sentence why it can't be.

    `place` is the part of the window it belongs to, `symbol` the one that has to be on the chart to see it ("" for
    any); with one, or where it `is_of_market`, it goes with its market. Changes that follow each other with the same
    `run` count as one, "" being none.
    """

    words: str
    back: Callable[[], str]
    again: Callable[[], str]
    place: str = ""
    symbol: str = ""
    run: str = ""
    is_of_market: bool = False


class UndoHistory(QObject):
    """The last hundred changes. What is changed while one is undone or done anew is a part of that, and not added.

    What can't be undone or done anew is forgotten, so that it is not in the way of what was before it.
    """

    changed = Signal()  # what can be undone or done anew
    symbol_wanted = Signal(str)  # to be shown before a change on it is undone
    refused = Signal(str)  # one sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._is_busy = False

    @property
    def last(self) -> Change | None:
        """What `undo` would take back, None for nothing."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Change | None:
        """What `redo` would do anew, None for nothing."""
        return self._undone[-1] if self._undone else None

    def add(self, change: Change) -> bool:
        """Something was changed; what had been undone before can't be done anew any more. False for a part of what is
        being undone or done anew."""
        if self._is_busy:
            return False
        last = self.last
        if last is not None and change.run and change.run == last.run and not self._undone:
            self._done[-1] = replace(change, back=last.back)
        else:
            self._done = [*self._done, change][-_KEPT:]
        self._undone.clear()
        self.changed.emit()
        return True

    def withdraw(self, change: Change) -> None:
        """`change` was taken back in another way."""
        if not self._is_busy and change in self._done:
            self._done.remove(change)
            self.changed.emit()

    @Slot()
    def leave_market(self) -> None:
        """Forget what belongs to the market that was watched, or to the account: another begins."""
        for changes in (self._done, self._undone):
            changes[:] = [change for change in changes if not (change.symbol or change.is_of_market)]
        self.changed.emit()

    @Slot()
    def undo(self) -> bool:
        """Take the last change back; False when there is none, or it can't be."""
        change = self.last
        return change is not None and self._go(change, self._done, self._undone, change.back)

    @Slot()
    def redo(self) -> bool:
        """Do anew what was undone last; False when there is nothing, or it can't be."""
        change = self.next
        return change is not None and self._go(change, self._undone, self._done, change.again)

    def _go(self, change: Change, source: list[Change], target: list[Change], deed: Callable[[], str]) -> bool:
        source.pop()
        self._is_busy = True
        try:
            if change.symbol:
                self.symbol_wanted.emit(change.symbol)
            why_not = deed()
        finally:
            self._is_busy = False
        if not why_not:
            target.append(change)
        self.changed.emit()
        if why_not:
            self.refused.emit(why_not)
        return not why_not
