"""Opens the help at the page of the place one is in."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from photon_desktop.errors import PhotonError
from photon_desktop.ui.comfort.commands import Command
from photon_desktop.ui.comfort.help_book import HelpBook
from photon_desktop.ui.comfort.help_places import page_of
from photon_desktop.ui.comfort.help_window import HelpWindow
from photon_desktop.ui.language import tr
from photon_desktop.ui.main_window import MainWindow
from photon_desktop.ui.sentences.said import said

_KEY = "helpKey"


class HelpDesk(QObject):
    """Lives on the main thread. The pages are read when the help is first asked for.

    A modal dialog hears no key of the window's, and nothing beside it can be used: it gets a key of its own, and help
    over itself.
    """

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._book: HelpBook | None = None
        self.help: HelpWindow | None = None
        window.actions_by_name["actionHelp"].triggered.connect(self.open)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._give_key)
        window.commands.add_source(lambda: list(self._commands()))

    @Slot()
    def open(self) -> None:
        """Show the page for where the focus is; in the help itself the page that is shown stays."""
        if self.help is None or not self.help.isActiveWindow():
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

    @Slot(QWidget, QWidget)
    def _give_key(self, _before: QWidget | None, focused: QWidget | None) -> None:
        """Let F1 be heard in a modal dialog that is used for the first time."""
        dialog = None if focused is None else focused.window()
        if dialog is None or not dialog.isModal() or isinstance(dialog, HelpWindow):
            return
        if dialog.findChild(QShortcut, _KEY) is not None:
            return
        key = QShortcut(QKeySequence(Qt.Key.Key_F1), dialog)
        key.setObjectName(_KEY)
        key.activated.connect(self._open_over)

    @Slot()
    def _open_over(self) -> None:
        dialog, book = QApplication.activeModalWidget(), self._read()
        if dialog is None or book is None:
            return
        over = HelpWindow(book, dialog)
        over.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        over.show_page(page_of(QApplication.focusWidget() or dialog))
        over.open()

    def _read(self) -> HelpBook | None:
        """The pages; None where they can't be read, which is said."""
        if self._book is None:
            try:
                self._book = HelpBook(self._folder)
            except PhotonError as error:
                self._window.show_problem(tr("There is no help"), said(str(error)), "")
        return self._book

    def _commands(self) -> Iterator[Command]:
        book = self._read()
        for name, page in () if book is None else book.pages.items():
            yield Command(f"help:{name}", tr("Help: {page}").format(page=page.title), partial(self.open_page, name))
