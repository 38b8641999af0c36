"""Opens the command palette with all that can be done at the moment, and remembers what was done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from photon_desktop.ui.comfort.commands import Command
from photon_desktop.ui.panels.frame.command_palette import CommandPalette

Source = Callable[[], Sequence[Command]]
KEPT = 8


class PaletteDesk(QObject):
    """`sources` are asked each time, in the order they were added."""

    recent_changed = Signal(object)  # tuple[str, ...]: keys of commands, the newest first

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sources: list[Source] = []
        self.recent: tuple[str, ...] = ()

    def add_source(self, source: Source) -> None:
        """List what `source` offers, too."""
        self._sources.append(source)

    @Slot()
    def open(self) -> CommandPalette:
        """Show the palette."""
        commands = [command for source in self._sources for command in source()]
        palette = CommandPalette(commands, self._window, self.recent)
        palette.done_with.connect(self._remember)
        palette.open()
        return palette

    @Slot(str)
    def _remember(self, key: str) -> None:
        self.recent = (key, *(known for known in self.recent if known != key))[:KEPT]
        self.recent_changed.emit(self.recent)
