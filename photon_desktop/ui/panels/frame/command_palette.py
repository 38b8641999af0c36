"""Finds any action by a few letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from photon_desktop.ui.panels.frame.actions import WHY_NOT

_MOVING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LINE = 26


class CommandPalette(QDialog):
    """Lists the actions it was handed; what is typed thins the list, Enter does the one that is marked. An action that
    can't be done now is left out, or stands there greyed where it says why."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle("Command palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = tuple(actions)
        self._field = QLineEdit(placeholderText="Type a command")
        self._field.setAccessibleName("Command")
        self._list = QTreeWidget()
        self._list.setColumnCount(2)
        self._list.setRootIsDecorated(False)
        self._list.setHeaderHidden(True)
        self._list.setAccessibleName("Matching commands")
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
        self.resize(480, 360)
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
        wanted = text.casefold().split()
        self._list.clear()
        for number, action in enumerate(self._actions):
            name, why_not = action_name(action), "" if action.isEnabled() else action.property(WHY_NOT)
            if (action.isEnabled() or why_not) and all(word in name.casefold() for word in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QTreeWidgetItem(self._list, [f"{name}  {why_not}".strip(), keys])
                item.setToolTip(0, why_not)
                item.setDisabled(bool(why_not))
                item.setData(0, Qt.ItemDataRole.UserRole, number)
                item.setSizeHint(0, QSize(0, _LINE))
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        first = next((item for item in items if item is not None and not item.isDisabled()), None)
        if first is not None:
            self._list.setCurrentItem(first)

    @Slot()
    def _do_current(self) -> None:
        current = self._list.currentItem()
        if current is not None:
            self._do(current)

    @Slot(QTreeWidgetItem)
    def _do(self, item: QTreeWidgetItem) -> None:
        action = self._actions[item.data(0, Qt.ItemDataRole.UserRole)]
        self.accept()
        action.trigger()

    def _place(self, parent: QWidget) -> None:
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + parent.height() // 6)


def action_name(action: QAction) -> str:
    """The action's words, with the place they belong to where they say too little alone."""
    text = action.text().replace("&", "")
    place = action.property("place")
    return f"{place}: {text}" if place else text
