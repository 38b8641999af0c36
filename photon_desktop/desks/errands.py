"""Work that may take long or hang, done on a thread of its own while the window lives on."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.errors import PhotonError
from photon_desktop.priority import let_the_window_go_first
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

_log = logging.getLogger(__name__)
_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an errand: its `value`, or the sentence of the `problem` that was in the way."""

    value: Any = None
    problem: str = ""


class Errand:
    """One piece of work. Once it is cancelled nothing more is heard of it, and what it holds open is closed."""

    def __init__(
        self,
        work: Callable[["Errand"], Any],
        tell: Callable[[Outcome], None],
        tell_part: Callable[[Any], None],
        pass_part: Callable[["Errand", object], None],
    ) -> None:
        self.work, self.tell, self.tell_part = work, tell, tell_part
        self._pass_part = pass_part
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._ends: list[Callable[[], object]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._is_cancelled

    def hold(self, end: Callable[[], object]) -> None:
        """Have `end` called when it is cancelled, at once if it is already; from any thread."""
        with self._lock:
            if not self._is_cancelled:
                self._ends.append(end)
                return
        end()

    def report(self, part: object) -> None:
        """Hand over a part of the answer before the rest is there; from the errand's thread."""
        if not self._is_cancelled:
            self._pass_part(self, part)

    def cancel(self) -> None:
        """Hear no more of it."""
        with self._lock:
            if self._is_cancelled:
                return
            self._is_cancelled = True
            ends, self._ends = self._ends, []
        for end in ends:
            end()


class Errands(QObject):
    """Runs errands, each on a daemon thread of its own: one that hangs on a prompt of the system keeps neither the
    window nor the program's end waiting. Lives on the main thread, where every answer is told."""

    _reported = Signal(object, object)  # Errand, part
    _ended = Signal(object, object)  # Errand, Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Errand, threading.Thread] = {}
        self._reported.connect(self._take_part)
        self._ended.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return any(not errand.is_cancelled for errand in self._running)

    def send(
        self,
        name: str,
        work: Callable[[Errand], Any],
        tell: Callable[[Outcome], None],
        tell_part: Callable[[Any], None] = lambda _part: None,
    ) -> Errand:
        """Do `work` on a thread called `name`, and `tell` its outcome here; what it reports on the way goes to
        `tell_part`. A PhotonError becomes the outcome's problem, any other a sentence that shows none of its text."""
        errand = Errand(work, tell, tell_part, self._pass_part)
        thread = threading.Thread(target=self._run, args=(errand,), name=name, daemon=True)
        self._running[errand] = thread
        thread.start()
        return errand

    def finish(self) -> None:
        """Cancel whatever runs, and wait a moment for it to end: the program closes."""
        running = list(self._running.items())
        for errand, _ in running:
            errand.cancel()
        for _, thread in running:
            thread.join(_PATIENCE_S)
        self._running.clear()

    def _run(self, errand: Errand) -> None:
        """On the errand's thread."""
        let_the_window_go_first()
        outcome = _outcome(errand)
        self._emit(self._ended, errand, outcome)

    def _pass_part(self, errand: Errand, part: object) -> None:
        self._emit(self._reported, errand, part)

    @staticmethod
    def _emit(signal: Any, errand: Errand, value: object) -> None:
        try:
            signal.emit(errand, value)
        except RuntimeError:  # the window is gone, and nobody is left to be told
            return

    @Slot(object, object)
    def _take_part(self, errand: Errand, part: object) -> None:
        if not errand.is_cancelled:
            errand.tell_part(part)

    @Slot(object, object)
    def _take(self, errand: Errand, outcome: Outcome) -> None:
        self._running.pop(errand, None)
        if not errand.is_cancelled:
            errand.tell(outcome)


def _outcome(errand: Errand) -> Outcome:
    try:
        return Outcome(errand.work(errand))
    except PhotonError as error:
        return Outcome(problem=said(str(error)))
    except Exception as error:  # the edge of a thread; the text may hold what must not be shown
        name = type(error).__name__
        _log.error("An errand failed inside the program (%s).", name)
        sentence = tr("This failed inside the program ({error}); try again, and look at the log if it stays.")
        return Outcome(problem=sentence.format(error=name))
