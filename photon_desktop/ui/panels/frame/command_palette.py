"""Finds any action by a few letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_MOVING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Lists the actions it was handed; what is typed thins the list, Enter does the one that is marked."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Command palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = tuple(actions)
        self._field = QLineEdit(placeholderText="Type a command")
        self._field.setAccessibleName("Command")
        self._list = QListWidget()
        self._list.setAccessibleName("Matching commands")
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
        self.resize(480, 360)
        self._place(parent)

    def shown_texts(self) -> list[str]:
        """The names in the list, first on top."""
        return [self._action(row).text().replace("&", "") for row in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys move in the list while the field has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVING_KEYS:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        self._list.clear()
        for number, action in enumerate(self._actions):
            name = _name(action)
            if action.isEnabled() and all(word in name.casefold() for word in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{name}\t{keys}", self._list)
                item.setData(Qt.ItemDataRole.UserRole, number)
        self._list.setCurrentRow(0)

    @Slot()
    def _do_current(self) -> None:
        if self._list.currentItem() is not None:
            self._do(self._list.currentItem())

    @Slot(QListWidgetItem)
    def _do(self, item: QListWidgetItem) -> None:
        action = self._actions[item.data(Qt.ItemDataRole.UserRole)]
        self.accept()
        action.trigger()

    def _action(self, row: int) -> QAction:
        action: QAction = self._actions[self._list.item(row).data(Qt.ItemDataRole.UserRole)]
        return action

    def _place(self, parent: QWidget) -> None:
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + parent.height() // 6)


def _name(action: QAction) -> str:
    text = action.text().replace("&", "")
    place = action.property("place")
    return f"{place}: {text}" if place else text
