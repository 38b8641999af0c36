"""Reads on a thread of its own what the program is made of."""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from photon_desktop.priority import let_the_window_go_first
from photon_desktop.ui.dialogs.about.libraries import Library

_log = logging.getLogger(__name__)


class LibraryReader(QObject):
    """Lives on the main thread and tells there once what `read` gave; nothing where that failed, which is logged."""

    told = Signal(object)  # Sequence[Library]

    def __init__(self, read: Callable[[], Sequence[Library]], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read

    def begin(self) -> None:
        """Read."""
        threading.Thread(target=self._run, name="about-libraries", daemon=True).start()

    def _run(self) -> None:
        let_the_window_go_first()
        libraries: Sequence[Library] = ()
        try:
            libraries = self._read()
        except Exception:
            _log.exception("What the program is made of could not be read.")
        with suppress(RuntimeError):  # the dialog is closed by now
            self.told.emit(libraries)
