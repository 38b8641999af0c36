"""A thread that does what the wizard asks of the store, one thing after the other."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from photon_desktop.errors import PhotonError
from photon_desktop.priority import let_the_window_go_first
from photon_desktop.ui.language import tr
from photon_desktop.ui.sentences.said import said

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What came of the work that was called `name`: a value, or why there is none."""

    name: str
    value: Any
    problem: str = ""


class InTurn(QObject):
    """Lives on the main thread and tells its answers there. Work of a name that is asked anew before it was begun is
    dropped, and its answer is not told once it is asked anew: only the newest counts."""

    told = Signal(object)  # Answer

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, "backtest-wizard", let_the_window_go_first)
        self._newest: dict[str, object] = {}
        self._is_finished = False

    def ask(self, name: str, work: Callable[[], Any]) -> None:
        """Do this after what was asked before; only the newest of a name counts."""
        if not self._is_finished:
            ticket = self._newest[name] = object()
            self._executor.submit(self._do, name, ticket, work)

    def forget(self, name: str) -> None:
        """Tell no answer of this name until it is asked anew."""
        self._newest.pop(name, None)

    def finish(self) -> None:
        """Do nothing more; waits for what is being done."""
        self._is_finished = True
        self._newest.clear()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _do(self, name: str, ticket: object, work: Callable[[], Any]) -> None:
        if self._newest.get(name) is not ticket:
            return
        answer = _answer(name, work)
        if self._newest.get(name) is ticket:
            with suppress(RuntimeError):  # the window is gone by now
                self.told.emit(answer)


def _answer(name: str, work: Callable[[], Any]) -> Answer:
    try:
        return Answer(name, work())
    except PhotonError as error:
        return Answer(name, None, said(str(error)))
    except Exception as error:
        _log.exception("A request of the backtest wizard failed.")
        told = tr("This failed inside the program ({name}: {error}).")
        return Answer(name, None, told.format(name=type(error).__name__, error=error))
