"""The user guide in a window of its own: contents, search, and the page."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from photon_desktop.ui.comfort.help_book import FIRST, HelpBook
from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr
from photon_desktop.ui.layout import order_tabs

_SIZE, _LIST_WIDTH, _LINE_HEIGHT = (880, 640), 208, 24
_ROOM = 8
_NONE = mark("No page has these words.")


class HelpWindow(QDialog):
    """Shows the pages of `book`; links lead from page to page, and never out of the program."""

    def __init__(self, book: HelpBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle(tr("Help"))
        self.setSizeGripEnabled(True)
        self.resize(*_SIZE)
        self.name = ""
        self._book = book
        self._past: list[str] = []
        self._coming: list[str] = []
        self.search = QLineEdit(placeholderText=tr("Search the help"))
        self.search.setObjectName("helpSearch")
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setToolTip(tr("Show the pages that have every word (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setObjectName("helpContents")
        self.contents.setAccessibleName(tr("Contents"))
        self.none_found = QLabel(tr(_NONE))
        self.none_found.setProperty("role", "muted")
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Page"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(16)
        self.back = push_button(tr("&Back"), "helpBack", tr("The page before (Alt+Left)"))
        self.forward = push_button(tr("&Forward"), "helpForward", tr("The page you came back from (Alt+Right)"))
        self.close_button = push_button(tr("Close"), "helpClose", tr("Close the help (Esc)"))
        self._arrange()
        self._connect()
        self._fill()
        self._turn_to(FIRST)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the page anew in another theme: its links keep the colour that they were read with."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.name:
            self._turn_to(self.name)

    def show_page(self, name: str) -> None:
        """Turn to a page; one that is not there is the first."""
        name = name if name in self._book.pages else FIRST
        if name != self.name:
            self._past.append(self.name)
            self._coming.clear()
            self._turn_to(name)

    @Slot()
    def go_back(self) -> None:
        """Turn to the page before."""
        if self._past:
            self._coming.append(self.name)
            self._turn_to(self._past.pop())

    @Slot()
    def go_forward(self) -> None:
        """Turn to the page one came back from."""
        if self._coming:
            self._past.append(self.name)
            self._turn_to(self._coming.pop())

    def _turn_to(self, name: str) -> None:
        self.name = name
        self.page.setMarkdown(self._book.pages[name].text)
        _give_room(self.page.document())
        self._mark_words()
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.contents.setCurrentRow(row)
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._coming))

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        path = address.path()
        if not address.scheme() and path.endswith(".md"):
            self.show_page(path.removesuffix(".md"))

    @Slot()
    def _fill(self) -> None:
        """List what was searched for, and show the first page that has it."""
        found = self._book.found(self.search.text())
        self.contents.blockSignals(True)
        self.contents.clear()
        for page in found:
            item = QListWidgetItem(page.title, self.contents)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setSizeHint(QSize(0, _LINE_HEIGHT))
        self.contents.blockSignals(False)
        self.none_found.setVisible(not found)
        names = [page.name for page in found]
        if self.search.text().strip() and names and self.name not in names:
            self.show_page(names[0])
        elif self.name:
            self._turn_to(self.name)

    def _mark_words(self) -> None:
        words = self.search.text().split()
        if words:
            self.page.find(words[0], QTextDocument.FindFlag(0))

    @Slot(int)
    def _choose(self, row: int) -> None:
        item = self.contents.item(row)
        if item is not None:
            self.show_page(item.data(Qt.ItemDataRole.UserRole))

    def _arrange(self) -> None:
        for part in (self.search, self.contents, self.none_found):
            part.setFixedWidth(_LIST_WIDTH)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.none_found)
        left.addWidget(self.contents, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left)
        middle.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(beside(self.back, self.forward, None, self.close_button))
        order_tabs([self.search, self.contents, self.page, self.back, self.forward, self.close_button])

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.contents.currentRowChanged.connect(self._choose)
        self.page.anchorClicked.connect(self._follow)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.close_button.clicked.connect(self.reject)
        for keys, deed in (("Alt+Left", self.go_back), ("Alt+Right", self.go_forward)):
            QShortcut(QKeySequence(keys), self, deed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)


def _give_room(document: QTextDocument) -> None:
    """Set headings, paragraphs and tables apart, which Markdown alone does not."""
    block = document.begin()
    while block.isValid():
        kind, cursor = block.blockFormat(), QTextCursor(block)
        if cursor.currentTable() is None:
            is_item = block.textList() is not None
            kind.setTopMargin(2 * _ROOM if kind.headingLevel() > 1 else 0)
            kind.setBottomMargin(_ROOM // 2 if is_item else _ROOM)
            cursor.setBlockFormat(kind)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            shape = frame.format()
            shape.setCellPadding(_ROOM // 2)
            shape.setBottomMargin(_ROOM)
            frame.setFormat(shape)
