"""What can be done with the position chosen: by a button, by the context menu, and by a key on the table."""

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.position_table import PositionRow
from photon_desktop.ui.tables.row_table import Role


class PositionActions(QObject):
    """Close it, or move its stop and target. With a single position there is nothing to choose first."""

    close_requested = Signal(object)  # PositionRow
    protect_requested = Signal(object)  # PositionRow

    def __init__(self, table: PlainTable) -> None:
        super().__init__(table)
        self._table = table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        protect = self._action("protectPosition", "&Stop and target…", "Alt+S", self.protect_requested)
        close = self._action("closePosition", "&Close position…", "Alt+X", self.close_requested)
        self.buttons = (
            self._button(protect, "positionProtect", "Move the stop and the target of the position chosen"),
            self._button(close, "positionClose", "Close the position chosen, after a question"),
        )
        table.selectionModel().selectionChanged.connect(self.settle)
        self.settle()

    @property
    def row(self) -> PositionRow | None:
        """The position chosen, or the only one there is."""
        model, chosen = self._table.model(), self._table.selectionModel().selectedRows()
        if chosen:
            found: PositionRow = chosen[0].data(Role.ROW)
            return found
        if model.rowCount() == 1:
            only: PositionRow = model.index(0, 0).data(Role.ROW)
            return only
        return None

    @Slot()
    def settle(self) -> None:
        """Offer only what can be done now."""
        row = self.row
        for action, button in zip(self._table.actions(), self.buttons, strict=True):
            action.setEnabled(row is not None)
            button.setEnabled(row is not None)

    def _action(self, name: str, text: str, key: str, asked: SignalInstance) -> QAction:
        action = QAction(text, self._table)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._ask(asked))
        self._table.addAction(action)
        return action

    def _button(self, action: QAction, name: str, tooltip: str) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""))
        button.setObjectName(name)
        button.setAccessibleName(tooltip)
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tooltip} ({key} in the table)")
        button.clicked.connect(action.trigger)
        return button

    def _ask(self, asked: SignalInstance) -> None:
        row = self.row
        if row is not None:
            asked.emit(row)
