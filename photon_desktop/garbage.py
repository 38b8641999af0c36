"""Cyclic garbage is collected on the main thread only: elsewhere it would delete windows and timers from there.

The idea is pyqtgraph's `util.garbage_collector`; this one can be ended, and leaves alone what was there at the start.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Slot

from photon_desktop.allocation import give_free_pages_back

_CHECK_MS = 500
_CHECKS_TO_TRIM = 10  # free pages are given back every five seconds
_QUICK_S = 0.008  # of the main thread, for all generations: half a frame


class MainThreadCollection(QObject):
    """From construction until `end`, collects on a timer of the thread it was made on."""

    def __init__(self) -> None:
        super().__init__()
        self._thresholds = gc.get_threshold()
        self._was_enabled = gc.isenabled()
        self._is_settled, self._is_quick = False, False
        self._checks = 0
        gc.disable()
        gc.freeze()  # what the program is made of stays; going through it again would be felt as a pause
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._check)
        self._timer.start(_CHECK_MS)

    @Slot()
    def _check(self) -> None:
        """Most of what is freed no collection finds: arrays, and what nothing refers to. So pages are given back by
        the clock."""
        self.collect_if_due()
        self._checks += 1
        if self._checks % _CHECKS_TO_TRIM == 0:
            give_free_pages_back()

    def collect_if_due(self) -> None:
        """Collect the generations whose counts have passed their thresholds. All three also when two are due and it was
        quick the last time: what is found late keeps whole pages meanwhile."""
        due = [count > limit for count, limit in zip(gc.get_count(), self._thresholds, strict=True)]
        if not due[0]:
            return
        if all(due) or (due[1] and self._is_quick):
            self._collect_all()
        else:
            gc.collect(1 if due[1] else 0)

    def _collect_all(self) -> None:
        begun = time.thread_time()
        gc.collect()
        self._is_quick = self._is_settled and time.thread_time() - begun < _QUICK_S
        if not self._is_settled:
            self._is_settled = True
            gc.freeze()  # by now the libraries that were left for later are there, and stay as well

    def end(self) -> None:
        """Collect all there is, and let Python collect by itself again if it did before."""
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_enabled:
            gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing is collected within: what is made at the start stays, and looking through it again and again is felt."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def leave_alone_what_is_there() -> None:
    """Look for garbage among what is there now no more until the collection ends, from any thread. For when modules
    have been loaded: to go through them again and again would be felt as a pause."""
    gc.freeze()
