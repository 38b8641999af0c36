"""Finds anything that can be done by a few letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from photon_desktop.ui.comfort.commands import Command, matching
from photon_desktop.ui.language import tr

_MOVING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LINE = 26
_SIZE = (560, 400)


class CommandPalette(QDialog):
    """Lists the commands it was handed; what is typed thins the list, Enter does the one that is marked. A command that
    can't be done now stands last, greyed, and says why. Those done lately stand first."""

    done_with = Signal(str)  # the key of the command that was done

    def __init__(self, commands: Sequence[Command], parent: QWidget, recent: Sequence[str] = ()) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle(tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands, self._recent = tuple(commands), tuple(recent)
        self._shown: list[Command] = []
        self._field = QLineEdit(placeholderText=tr("Type a command, a symbol, a page of the settings or of the help"))
        self._field.setAccessibleName(tr("Command"))
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setUniformRowHeights(True)
        self._list.setAccessibleName(tr("Matching commands"))
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self._field.textChanged.connect(self._filter)
        self._field.returnPressed.connect(self._do_current)
        self._list.itemActivated.connect(self._do)
        self._field.installEventFilter(self)
        self._filter("")
        self.resize(*_SIZE)
        self._place(parent)

    def shown_texts(self) -> list[str]:
        """The names in the list, first on top."""
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys move in the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVING_KEYS:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._shown = matching(self._commands, text, self._recent)
        self._list.clear()
        self._list.addTopLevelItems([_line(command) for command in self._shown])
        first = self._list.topLevelItem(0)
        if first is not None and not first.isDisabled():
            self._list.setCurrentItem(first)

    @Slot()
    def _do_current(self) -> None:
        current = self._list.currentItem()
        if current is not None and not current.isDisabled():
            self._do(current)

    @Slot(QTreeWidgetItem)
    def _do(self, item: QTreeWidgetItem) -> None:
        command = self._shown[self._list.indexOfTopLevelItem(item)]
        self.accept()
        self.done_with.emit(command.key)
        command.do()

    def _place(self, parent: QWidget) -> None:
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + parent.height() // 6)


def _line(command: Command) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{command.text}  {command.why_not}".strip(), command.shortcut])
    item.setToolTip(0, command.why_not)
    item.setDisabled(bool(command.why_not))
    item.setSizeHint(0, QSize(0, _LINE))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
