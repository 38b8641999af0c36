"""Keeps small things about the window without the main thread waiting for the disk."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from photon_desktop.desks.state_writer import StateWriter
from photon_desktop.store.store import Store
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

_NOT_KEPT = mark("What you chose about the window could not be kept")
_STILL_COUNTS = mark("It counts until the program ends.")


class WindowKeeper(QObject):
    """Lives on the main thread. What is put counts at once, whether or not the disk takes it."""

    _keeping_failed = Signal(str)  # from the thread that writes

    def __init__(
        self, window: MainWindow, store: Store, name: str = "window choices", not_kept: str = _NOT_KEPT
    ) -> None:
        """The thread that writes is called `name`; `not_kept` is the title under which a failure is told,
        marked for translation."""
        super().__init__(window)
        self._window, self._store, self._not_kept = window, store, not_kept
        self._put: Mapping[str, Any] = {}
        self._writer = StateWriter(name, store, self._write, self._keeping_failed.emit)
        self._keeping_failed.connect(self._tell_not_kept)

    def get(self, key: str, default: Any = None) -> Any:
        """What was put under `key`, in this run or an earlier one, or `default`."""
        return self._put[key] if key in self._put else self._store.settings.get(key, default)

    def put(self, key: str, value: Any) -> None:
        """Keep `value`, anything JSON can hold, under `key`, soon."""
        self._put = {**self._put, key: value}
        self._writer.write(self._put)

    def finish(self) -> None:
        """Have the last of it written: the program closes."""
        self._writer.finish()

    def _write(self, values: Mapping[str, Any]) -> None:
        """On the writer's thread."""
        with self._store.transaction():
            for key, value in values.items():
                self._store.settings.put(key, value)

    @Slot(str)
    def _tell_not_kept(self, why: str) -> None:
        self._window.show_problem(tr(self._not_kept), f"{why} {tr(_STILL_COUNTS)}", "")
