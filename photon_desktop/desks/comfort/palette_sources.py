"""What the command palette offers beside the window's actions, and what it remembers between runs."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from photon_desktop.desks.comfort.window_keeper import WindowKeeper
from photon_desktop.desks.settings_desk import SettingsDesk
from photon_desktop.settings.setting import Group
from photon_desktop.ui.comfort.commands import Command
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow

RECENT = "window.recent_commands"


class PaletteSources(QObject):
    """Lives on the main thread."""

    def __init__(self, window: MainWindow, settings_desk: SettingsDesk, kept: WindowKeeper) -> None:
        super().__init__(window)
        self._window, self._settings, self._kept = window, settings_desk, kept
        window.commands.recent = _texts(kept.get(RECENT, ()))
        window.commands.add_source(lambda: list(self._symbols()))
        window.commands.add_source(lambda: list(self._pages()))
        window.commands.recent_changed.connect(self._keep)

    def _symbols(self) -> Iterator[Command]:
        for symbol in self._window.watchlist.symbols:
            title = tr("Symbol: {symbol}").format(symbol=symbol)
            yield Command(f"symbol:{symbol}", title, partial(self._window.show_symbol, symbol))

    def _pages(self) -> Iterator[Command]:
        for group in Group:
            shown = tr("Settings: {page}").format(page=tr(group.value))
            yield Command(f"settings:{group.value}", shown, partial(self._open_group, group))
        for title in self._settings.added_pages:
            shown = tr("Settings: {page}").format(page=tr(title))
            yield Command(f"settings:{title}", shown, partial(self._settings.open_page, title))

    def _open_group(self, group: Group) -> None:
        self._settings.open().show_group(group)

    @Slot(object)
    def _keep(self, recent: Sequence[str]) -> None:
        self._kept.put(RECENT, list(recent))


def _texts(kept: object) -> tuple[str, ...]:
    """What was kept, without anything that is no text."""
    return tuple(text for text in kept if isinstance(text, str)) if isinstance(kept, list | tuple) else ()
