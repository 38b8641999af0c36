"""Whose turn it is to compute: one piece of work beside the main thread at a time, and a breath after each.

Python lets one thread of a process run at a time, and who wants to go on waits behind each of the others that compute.
When several bars close at once, three agents would stand between the main thread and every step of what it paints and
answers. Taking turns costs them little, for they could not compute at once anyway.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE_S = 0.25
_PATIENCE_AHEAD_S = 0.03
_BREATH = 0.5  # of the processor time that a turn took
_LONGEST_BREATH_S = 0.01


class ComputingTurns:
    """A turn is a courtesy and never a condition: who has waited for one long enough goes on without, so that nothing
    hangs and no decision is late for it. Nobody waits before `begin`: where nothing is painted or answered, nobody has
    to be let through. Every method may be called on any thread."""

    def __init__(self, patience_s: float = _PATIENCE_S, patience_ahead_s: float = _PATIENCE_AHEAD_S) -> None:
        """How long to wait for who has the turn, and for those that go ahead, who may follow each other without end."""
        self._patience_s, self._patience_ahead_s = patience_s, patience_ahead_s
        self._changed = threading.Condition()
        self._is_on = False
        self._holder: int | None = None
        self._ahead = 0
        self._free_at = 0.0

    def begin(self) -> None:
        """Take turns from now on."""
        self._is_on = True

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Do what stands inside when nobody else has the turn; one inside another of the same thread is part of it."""
        is_held = self._is_on and self._take()
        began = time.thread_time()
        try:
            yield
        finally:
            if is_held:
                self._pass_on(time.thread_time() - began)

    @contextmanager
    def ahead(self) -> Iterator[None]:
        """Do what stands inside at once, and have nobody begin a turn meanwhile: somebody waits for the answer."""
        with self._changed:
            self._ahead += 1
        try:
            yield
        finally:
            with self._changed:
                self._ahead -= 1
                self._changed.notify_all()

    def _take(self) -> bool:
        """False for who has it already, and for who has waited long enough."""
        me, began = threading.get_ident(), time.monotonic()
        with self._changed:
            while self._holder != me:
                left = self._wait_until(began) - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                elif self._holder is None:
                    self._holder = me
                    return True
                else:
                    return False
        return False

    def _wait_until(self, began: float) -> float:
        if self._holder is not None:
            return began + self._patience_s
        if self._ahead:
            return began + self._patience_ahead_s
        return self._free_at

    def _pass_on(self, used_s: float) -> None:
        with self._changed:
            self._holder = None
            self._free_at = time.monotonic() + min(_LONGEST_BREATH_S, _BREATH * used_s)
            self._changed.notify_all()


TURNS = ComputingTurns()  # one for the process, as its interpreter has one lock
