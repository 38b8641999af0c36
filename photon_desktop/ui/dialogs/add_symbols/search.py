"""Searches a catalogue on a thread of its own; the answer to the latest question is the only one that counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from photon_desktop.trading.listing import Listing

DEBOUNCE_MS = 200
Search = Callable[[str], Sequence[Listing]]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for `text`, or why it could not be searched for."""

    text: str
    listings: tuple[Listing, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Question:
    number: int
    text: str


class _Searcher(QObject):
    """Lives on the thread and asks the catalogue."""

    answered = Signal(int, object)  # number of the question, Found

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self.newest = 0  # written by the main thread, so that questions nobody waits for are left out

    @Slot(object)
    def answer(self, question: _Question) -> None:
        if question.number != self.newest:
            return
        try:
            found = Found(question.text, tuple(self._search(question.text)))
        except Exception as error:
            found = Found(question.text, problem=str(error) or type(error).__name__)
        self.answered.emit(question.number, found)


class SymbolSearch(QObject):
    """Asks `search(text)` a moment after the last key, on its thread, which begins with the first question. `finish`
    ends it. Lives on the main thread."""

    found = Signal(object)  # Found
    begun = Signal()

    def __init__(self, search: Search, parent: QObject | None = None, debounce_ms: int = DEBOUNCE_MS) -> None:
        super().__init__(parent)
        self._searcher = _Searcher(search)
        self._thread = QThread()
        self._thread.setObjectName("symbolSearch")
        self._searcher.moveToThread(self._thread)
        self._asked.connect(self._searcher.answer)
        self._searcher.answered.connect(self._take)
        self._text = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(debounce_ms)
        self._soon.timeout.connect(self._ask)

    _asked = Signal(object)

    def look_for(self, text: str) -> None:
        """Search for `text` soon; an empty one asks nothing, and in either case nothing older is told any more."""
        self._searcher.newest += 1
        self._text = text.strip()
        if self._text:
            self._soon.start()
        else:
            self._soon.stop()

    def finish(self, patience_ms: int = 2_000) -> bool:
        """End the thread for good; False when the catalogue kept it for longer than `patience_ms`."""
        self._soon.stop()
        self._searcher.newest += 1
        self._thread.quit()
        return self._thread.wait(patience_ms)

    @Slot()
    def _ask(self) -> None:
        if not self._thread.isRunning():
            self._thread.start()
        self.begun.emit()
        self._asked.emit(_Question(self._searcher.newest, self._text))

    @Slot(int, object)
    def _take(self, number: int, found: Found) -> None:
        if number == self._searcher.newest:
            self.found.emit(found)
