"""Who goes first where processor time is short: the window, then what works for it, then what can wait."""

import contextlib
import os
import sys

BEHIND_THE_WINDOW = 3  # about half the share of a core that the main thread gets
WHAT_NOBODY_WAITS_FOR = 10


def let_others_go_first(niceness: int = WHAT_NOBODY_WAITS_FOR) -> None:
    """Have this process work with what processor time nobody else wants; with less `niceness` (0 to 19), give way to
    them a little. It is counted from the parent's main thread: the one that started this process may itself give
    way, and a child is born as it was."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            wanted = os.getpriority(os.PRIO_PROCESS, os.getppid()) + niceness
            os.nice(max(0, wanted - os.nice(0)))


def let_the_window_go_first() -> None:
    """Have this thread give way to the main one, which paints, whenever both could run. Linux alone counts niceness
    by the thread; elsewhere nothing is changed, and Qt's own priority of a thread is what there is."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.nice(BEHIND_THE_WINDOW)
