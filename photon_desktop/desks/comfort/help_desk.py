"""Opens the help at the page of the place one is in."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from photon_desktop.errors import PhotonError
from photon_desktop.ui.comfort.commands import Command
from photon_desktop.ui.comfort.help_book import HelpBook
from photon_desktop.ui.comfort.help_places import page_of
from photon_desktop.ui.comfort.help_window import HelpWindow
from photon_desktop.ui.main_window import MainWindow


class HelpDesk(QObject):
    """Lives on the main thread. The pages are read when the help is first asked for."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._book: HelpBook | None = None
        self.help: HelpWindow | None = None
        window.actions_by_name["actionHelp"].triggered.connect(self.open)
        window.commands.add_source(lambda: list(self._commands()))

    @Slot()
    def open(self) -> None:
        """Show the page for where the focus is."""
        self.open_page(page_of(QApplication.focusWidget() or QApplication.activeWindow()))

    def open_page(self, name: str) -> None:
        """Show a page."""
        book = self._read()
        if book is None:
            return
        if self.help is None:
            self.help = HelpWindow(book, self._window)
        self.help.show_page(name)
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    def _read(self) -> HelpBook | None:
        """The pages; None where they can't be read, which is said."""
        if self._book is None:
            try:
                self._book = HelpBook(self._folder)
            except PhotonError as error:
                self._window.show_problem("There is no help", str(error), "")
        return self._book

    def _commands(self) -> Iterator[Command]:
        book = self._read()
        for name, page in () if book is None else book.pages.items():
            yield Command(f"help:{name}", f"Help: {page.title}", partial(self.open_page, name))
