"""Searches a catalogue on a thread of its own; the answer to the latest question is the only one that counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from photon_desktop.trading.listing import Listing
from photon_desktop.ui.sentences.said import said

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
    """Asks the catalogue on a thread that the program never waits for: at its end Python lets it go, where a QThread
    that still runs would end the program in an abort."""

    answered = Signal(int, object)  # number of the question, Found

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._questions: SimpleQueue[_Question | None] = SimpleQueue()
        self._thread = Thread(target=self._answer_all, name="symbolSearch", daemon=True)
        self.newest = 0  # written by the main thread, so that questions nobody waits for are left out

    def ask(self, question: _Question) -> None:
        """Answer this in its turn; the first question begins the thread."""
        if self._thread.ident is None:
            self._thread.start()
        self._questions.put(question)

    def finish(self, patience_s: float) -> bool:
        """End the thread after the question that it is at; False when that took longer than `patience_s`."""
        if self._thread.ident is None:
            return True
        self._questions.put(None)
        self._thread.join(patience_s)
        return not self._thread.is_alive()

    def _answer_all(self) -> None:
        while (question := self._questions.get()) is not None:
            if question.number == self.newest:
                self._answer(question)

    def _answer(self, question: _Question) -> None:
        try:
            found = Found(question.text, tuple(self._search(question.text)))
        except Exception as error:
            found = Found(question.text, problem=said(str(error)) or type(error).__name__)
        if question.number == self.newest:  # else the window may be gone by now
            self.answered.emit(question.number, found)


class SymbolSearch(QObject):
    """Asks `search(text)` a moment after the last key, on its thread, which begins with the first question. `finish`
    ends it. Lives on the main thread."""

    found = Signal(object)  # Found
    begun = Signal()

    def __init__(self, search: Search, parent: QObject | None = None, debounce_ms: int = DEBOUNCE_MS) -> None:
        super().__init__(parent)
        self._searcher = _Searcher(search)
        self._searcher.answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._is_finished = False
        self._text = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(debounce_ms)
        self._soon.timeout.connect(self._ask)

    def look_for(self, text: str) -> None:
        """Search for `text` soon; an empty one asks nothing, and in either case nothing older is told any more."""
        self._searcher.newest += 1
        self._text = text.strip()
        if self._text and not self._is_finished:
            self._soon.start()
        else:
            self._soon.stop()

    def finish(self, patience_ms: int = 2_000) -> bool:
        """End the thread for good; False when the catalogue kept it for longer than `patience_ms`: it then ends with
        its answer, which nobody hears, or with the program."""
        self._is_finished = True
        self._soon.stop()
        self._searcher.newest += 1
        return self._searcher.finish(patience_ms / 1_000)

    @Slot()
    def _ask(self) -> None:
        self.begun.emit()
        self._searcher.ask(_Question(self._searcher.newest, self._text))

    @Slot(int, object)
    def _take(self, number: int, found: Found) -> None:
        if number == self._searcher.newest:
            self.found.emit(found)
