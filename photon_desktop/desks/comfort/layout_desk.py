"""Keeps layouts under names, brings them back, and undoes what was done last."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Slot

from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.ui.comfort.commands import Command
from photon_desktop.ui.comfort.layouts_dialog import LayoutsDialog
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.main_window import MainWindow

KEY = "window.layouts"
_UNDOABLE = 20
_UNREADABLE = mark("The layout can't be used")
_UNREADABLE_SENTENCE = mark(
    "It is of another version of the program. Arrange the panels anew and save it under its name."
)


@dataclass(frozen=True, slots=True)
class _Before:
    """How things were before something was done, in `words`."""

    words: str
    layouts: Mapping[str, str]
    window: bytes


class LayoutDesk(QObject):
    """Lives on the main thread."""

    def __init__(self, window: MainWindow, kept: WindowKeeper) -> None:
        super().__init__(window)
        self._window, self._kept = window, kept
        self._layouts = _texts(kept.get(KEY, None))
        self._before: list[_Before] = []
        self._dialog: LayoutsDialog | None = None
        window.actions_by_name["actionLayouts"].triggered.connect(self.open)
        window.commands.add_source(self._commands)

    @property
    def names(self) -> tuple[str, ...]:
        """The layouts there are, by name."""
        return tuple(sorted(self._layouts, key=str.casefold))

    @Slot()
    def open(self) -> LayoutsDialog:
        """Show the layouts."""
        if self._dialog is None:
            self._dialog = LayoutsDialog(self._window)
            self._dialog.save_requested.connect(self.save)
            self._dialog.load_requested.connect(self.load)
            self._dialog.delete_requested.connect(self.delete)
            self._dialog.reset_requested.connect(self.reset)
            self._dialog.undo_requested.connect(self.undo)
        self._show()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    @Slot(str)
    def save(self, name: str) -> None:
        """Keep the panels as they stand under `name`, in the place of what had it before."""
        self._remember(tr("{layout} was saved.").format(layout=name))
        state = b64encode(self._window.layout_state()).decode("ascii")
        self._keep({**self._layouts, name: state}, name)

    @Slot(str)
    def load(self, name: str) -> None:
        """Put the panels as they stand under `name`."""
        self._remember(tr("{layout} is used.").format(layout=name))
        if not self._window.restore_layout(_decoded(self._layouts[name])):
            self._before.pop()
            self._window.show_problem(tr(_UNREADABLE), tr(_UNREADABLE_SENTENCE), name)
        self._show(name)

    @Slot(str)
    def delete(self, name: str) -> None:
        """Keep nothing under `name` any more."""
        self._remember(tr("{layout} was deleted.").format(layout=name))
        self._keep({known: state for known, state in self._layouts.items() if known != name})

    @Slot()
    def reset(self) -> None:
        """Put every panel back where it was at first."""
        self._remember(tr("The panels were put back."))
        self._window.reset_layout()
        self._show()

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        if self._before:
            before = self._before.pop()
            self._window.restore_layout(before.window)
            self._keep(before.layouts)

    def _remember(self, words: str) -> None:
        self._before = [*self._before, _Before(words, self._layouts, self._window.layout_state())][-_UNDOABLE:]

    def _keep(self, layouts: Mapping[str, str], chosen: str = "") -> None:
        self._layouts = dict(layouts)
        self._kept.put(KEY, self._layouts)
        self._show(chosen)

    def _show(self, chosen: str = "") -> None:
        if self._dialog is not None:
            self._dialog.show_layouts(self.names, self._before[-1].words if self._before else "", chosen)

    def _commands(self) -> list[Command]:
        titles = {name: tr("Layout: {layout}").format(layout=name) for name in self.names}
        return [Command(f"layout:{name}", title, partial(self.load, name)) for name, title in titles.items()]


def _texts(kept: object) -> dict[str, str]:
    """What was kept, without anything that is no text."""
    if not isinstance(kept, dict):
        return {}
    return {str(name): state for name, state in kept.items() if isinstance(state, str)}


def _decoded(state: str) -> bytes:
    try:
        return b64decode(state, validate=True)
    except (Error, ValueError):
        return b""
