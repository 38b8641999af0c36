"""The layouts that were given a name: saved, taken up, deleted, and the last of these undone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from photon_desktop.ui.dialogs.parts import beside, push_button
from photon_desktop.ui.language import mark, tr

LONGEST_NAME = 40
_SIZE = (480, 360)
_EMPTY = mark("No layout has a name yet. Arrange the panels as you like them, type a name and save.")
_UNTOUCHED = mark("Panels stand where you last left them in any case; a named layout brings an arrangement back later.")


class LayoutsDialog(QDialog):
    """Shows what it is handed; whoever hears its signals saves and moves."""

    save_requested = Signal(str)
    load_requested = Signal(str)
    delete_requested = Signal(str)
    reset_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layoutsDialog")
        self.setWindowTitle(tr("Layouts"))
        self.resize(*_SIZE)
        self.name = QLineEdit(placeholderText=tr("Name of the layout as it is now"))
        self.name.setObjectName("layoutName")
        self.name.setAccessibleName(tr("Name of the layout"))
        self.name.setMaxLength(LONGEST_NAME)
        self.list = QListWidget()
        self.list.setObjectName("layoutList")
        self.list.setAccessibleName(tr("Named layouts"))
        self.fault, self.state = QLabel(), QLabel()
        for label, title in ((self.fault, tr("What is wrong with the name")), (self.state, tr("State"))):
            label.setAccessibleName(title)
            label.setProperty("role", "muted")
            label.setWordWrap(True)
        self.save = push_button(tr("&Save"), "layoutSave", tr("Keep the panels as they stand under this name (Enter)"))
        self.load = push_button(
            tr("&Use"), "layoutLoad", tr("Put the panels as in the layout chosen (Enter in the list)")
        )
        self.delete = push_button(tr("&Delete"), "layoutDelete", tr("Delete the layout chosen (Del)"))
        self.reset = push_button(tr("&Reset"), "layoutReset", tr("Put every panel back where it was at first"))
        self.undo = push_button(tr("U&ndo"), "layoutUndo", tr("Take back what was done last (Ctrl+Z)"))
        self.close_button = push_button(tr("Close"), "layoutClose", tr("Close this (Esc)"))
        self._arrange()
        self._connect()
        self.show_layouts((), "")

    def show_layouts(self, names: Sequence[str], undo_words: str, chosen: str = "") -> None:
        """Show the layouts, and in `undo_words` what was done last, "" where nothing can be undone."""
        before = chosen or self._chosen
        self.list.clear()
        self.list.addItems(list(names))
        kept = self.list.findItems(before, Qt.MatchFlag.MatchExactly) if before else []
        if kept:
            self.list.setCurrentItem(kept[0])
        elif names:
            self.list.setCurrentRow(0)
        self.state.setText(undo_words or (tr(_UNTOUCHED) if names else tr(_EMPTY)))
        self.undo.setEnabled(bool(undo_words))
        self._judge()

    @property
    def _chosen(self) -> str:
        item = self.list.currentItem()
        return "" if item is None else item.text()

    @Slot()
    def _judge(self) -> None:
        name = self.name.text().strip()
        names = [self.list.item(row).text() for row in range(self.list.count())]
        blank = bool(self.name.text()) and not name
        self.fault.setText(
            tr("The name is blank; type a word.")
            if blank
            else tr("This replaces {name}.").format(name=name)
            if name in names
            else ""
        )
        self.save.setEnabled(bool(name))
        for button in (self.load, self.delete):
            button.setEnabled(bool(self._chosen))

    @Slot()
    def _save(self) -> None:
        if name := self.name.text().strip():
            self.name.clear()
            self.save_requested.emit(name)

    @Slot()
    def _load(self) -> None:
        if self._chosen:
            self.load_requested.emit(self._chosen)

    @Slot()
    def _delete(self) -> None:
        if self._chosen:
            self.delete_requested.emit(self._chosen)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(beside(self.name, self.save))
        column.addWidget(self.fault)
        column.addWidget(self.list, 1)
        column.addWidget(self.state)
        column.addLayout(beside(self.load, self.delete, self.undo, self.reset, None, self.close_button))

    def _connect(self) -> None:
        self.name.textChanged.connect(self._judge)
        self.name.returnPressed.connect(self._save)
        self.list.currentRowChanged.connect(self._judge)
        self.list.itemActivated.connect(self._load)
        self.save.clicked.connect(self._save)
        self.load.clicked.connect(self._load)
        self.delete.clicked.connect(self._delete)
        self.reset.clicked.connect(self.reset_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.close_button.clicked.connect(self.reject)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.list)
        undo.setContext(Qt.ShortcutContext.WidgetShortcut)
        undo.activated.connect(self.undo_requested)
