"""Loads, on a thread of its own, what dialogs are made of."""

import importlib
from collections.abc import Iterable

from photon_desktop.computing_turns import TURNS
from photon_desktop.garbage import leave_alone_what_is_there
from photon_desktop.priority import let_the_window_go_first


def load_behind_the_window(modules: Iterable[str]) -> None:
    """Import `modules`, giving way to the window and in the turns that the agents take. For a thread of its own, which
    it makes more polite for good."""
    let_the_window_go_first()
    for name in modules:
        with TURNS.turn():
            importlib.import_module(name)
        leave_alone_what_is_there()
