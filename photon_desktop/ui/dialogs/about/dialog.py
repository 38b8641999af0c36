"""The About dialog: the version, what it runs on, and the licences of all that is in it."""

import platform
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from photon_desktop import __version__
from photon_desktop.ui.dialogs.about.libraries import Library
from photon_desktop.ui.dialogs.about.reader import LibraryReader
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr

_ABOUT = mark(
    "Three agents watch a market, decide, and trade on paper. Every number on the screen has a row in the ledger"
    " behind it, and the model says when it knows nothing."
)
_SIZE = (720, 520)
_NAMES_SHARE = (1, 2)
_NO_TEXT = mark("Its text is not at hand here; it came with the library when that was installed.")


class AboutDialog(QDialog):
    """The program's name, version and licence, and with theirs the libraries that `read` gives, on a thread of its own:
    there are thousands of lines to go through."""

    def __init__(self, read: Callable[[], Sequence[Library]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setWindowTitle(tr("About Photon Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._libraries: tuple[Library, ...] = ()
        self.version = QLabel(
            tr("Version {version}, Qt {qt}, Python {python}. MIT licence.").format(
                version=__version__, qt=qVersion(), python=platform.python_version()
            )
        )
        self.names = QListWidget()
        self.text = QPlainTextEdit()
        self.copy = push_button(tr("&Copy"), "aboutCopy", tr("Copy the versions, as a report of a fault wants them"))
        self.close_button = push_button(tr("C&lose"), "aboutClose")
        self.text.setPlaceholderText(tr("The list is being put together…"))
        self.copy.setEnabled(False)  # before every version is known
        self._arrange()
        self.names.currentRowChanged.connect(self._show_licence)
        self.copy.clicked.connect(self._copy_versions)
        self.close_button.clicked.connect(self.reject)
        self._reader = LibraryReader(read, self)
        self._reader.told.connect(self._show_libraries)
        self._reader.begin()

    def versions(self) -> str:
        """The program, what it runs on and every library, a line each."""
        system = f"{platform.system()} {platform.release()} {platform.machine()}"
        lines = [f"Photon Desktop {__version__}", f"Python {platform.python_version()}, Qt {qVersion()}, {system}"]
        return "\n".join([*lines, *(f"{one.name} {one.version}" for one in self._libraries)])

    @Slot(object)
    def _show_libraries(self, libraries: Sequence[Library]) -> None:
        self._libraries = tuple(libraries)
        self.text.setPlaceholderText("")
        self.copy.setEnabled(True)
        self.names.addItems([f"{one.name} {one.version}" for one in libraries])
        self.names.setCurrentRow(0)

    @Slot(int)
    def _show_licence(self, row: int) -> None:
        if 0 <= row < len(self._libraries):
            library = self._libraries[row]
            self.text.setPlainText(f"{library.name}: {tr(library.licence)}\n\n{library.text or tr(_NO_TEXT)}")

    @Slot()
    def _copy_versions(self) -> None:
        QGuiApplication.clipboard().setText(self.versions())
        self.copy.setText(tr("&Copied"))

    def _arrange(self) -> None:
        name, about = QLabel("Photon Desktop"), QLabel(tr(_ABOUT))
        name.setProperty("role", "figure")
        about.setWordWrap(True)
        self.version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.version.setAccessibleName(tr("Version"))
        heading = QLabel(tr("It stands on the work of others"))
        heading.setProperty("role", "title")
        self.names.setAccessibleName(tr("Libraries"))
        self.text.setAccessibleName(tr("Licence of the library chosen"))
        self.text.setReadOnly(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (name, self.version, about, heading):
            column.addWidget(part)
        column.addWidget(self._halves(), 1)
        column.addLayout(beside(self.copy, None, self.close_button))
        self.close_button.setDefault(True)
        self.resize(*_SIZE)

    def _halves(self) -> QSplitter:
        halves = QSplitter(Qt.Orientation.Horizontal)
        for place, (part, share) in enumerate(zip((self.names, self.text), _NAMES_SHARE, strict=True)):
            halves.addWidget(part)
            halves.setStretchFactor(place, share)
        halves.setChildrenCollapsible(False)
        return halves
