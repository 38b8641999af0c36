"""Keeps a state in the store without the main thread waiting for the disk."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from photon_desktop.errors import PhotonError
from photon_desktop.store.store import Store

State = TypeVar("State")


class StateWriter(Generic[State]):
    """Calls `keep` on a thread of its own, named `name`, which lives only while there is something to write.

    Of several states handed over meanwhile the newest is written. One that could not be is told to `tell_failure`, on
    that thread, and tried again with the next or at the end.
    """

    def __init__(
        self, name: str, store: Store, keep: Callable[[State], object], tell_failure: Callable[[str], object]
    ) -> None:
        self._name, self._store, self._keep = name, store, keep
        self._tell_failure = tell_failure
        self._lock = threading.Lock()
        self._unwritten: State | None = None
        self._thread: threading.Thread | None = None

    def write(self, state: State) -> None:
        """Have exactly this kept, soon."""
        with self._lock:
            self._unwritten = state
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=self._name)
                self._thread.start()

    def finish(self) -> None:
        """Wait until what was handed over is written, or could not be."""
        with self._lock:
            thread, unwritten = self._thread, self._unwritten
        if thread is None and unwritten is not None:
            self.write(unwritten)
            thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        try:
            while (state := self._next()) is not None:
                if not self._wrote(state):
                    return
        finally:
            self._store.close_thread()

    def _next(self) -> State | None:
        """What is to be written; with None this thread is done, and the next write starts another."""
        with self._lock:
            state, self._unwritten = self._unwritten, None
            if state is None:
                self._thread = None
            return state

    def _wrote(self, state: State) -> bool:
        try:
            self._keep(state)
        except PhotonError as error:
            with self._lock:
                self._thread = None
                self._unwritten = state if self._unwritten is None else self._unwritten
            self._tell_failure(str(error))
            return False
        return True
