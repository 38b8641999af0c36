"""What can be done with the position chosen, by a button or the context menu; the window has the keys for it."""

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from photon_desktop.ui.language import tr
from photon_desktop.ui.panels.tables import PlainTable
from photon_desktop.ui.tables.position_table import PositionRow
from photon_desktop.ui.tables.row_table import Role


class PositionActions(QObject):
    """Close it, or move its stop and target. With none chosen it is that of the symbol shown, or the only one."""

    close_requested = Signal(object)  # PositionRow
    protect_requested = Signal(object)  # PositionRow
    settled = Signal()  # another position may be chosen, or there are others

    def __init__(self, table: PlainTable) -> None:
        super().__init__(table)
        self._table = table
        self._symbol = ""
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        protect = self._action("protectPosition", tr("&Stop and target…\tAlt+S"), self.protect_requested)
        close = self._action("closePosition", tr("&Close position…\tAlt+X"), self.close_requested)
        self.buttons = (
            self._button(protect, "positionProtect", tr("Move the stop and the target of the position chosen")),
            self._button(close, "positionClose", tr("Close the position chosen, after a question")),
        )
        table.selectionModel().selectionChanged.connect(self.settle)
        self.settle()

    @property
    def chosen(self) -> PositionRow | None:
        """The position chosen."""
        chosen = self._table.selectionModel().selectedRows()
        found: PositionRow | None = chosen[0].data(Role.ROW) if chosen else None
        return found

    @property
    def row(self) -> PositionRow | None:
        """The position chosen, that of the symbol shown, or the only one there is."""
        model = self._table.model()
        rows: list[PositionRow] = [model.index(place, 0).data(Role.ROW) for place in range(model.rowCount())]
        shown = next((row for row in rows if row.position.symbol == self._symbol), None)
        return self.chosen or shown or (rows[0] if len(rows) == 1 else None)

    @Slot(str)
    def show_symbol(self, symbol: str) -> None:
        """Know which symbol is shown on the chart."""
        self._symbol = symbol
        self.settle()

    @Slot()
    def settle(self) -> None:
        """Offer only what can be done now."""
        row = self.row
        for action, button in zip(self._table.actions(), self.buttons, strict=True):
            action.setEnabled(row is not None)
            button.setEnabled(row is not None)
        self.settled.emit()

    def _action(self, name: str, text: str, asked: SignalInstance) -> QAction:
        action = QAction(text, self._table)
        action.setObjectName(name)
        action.triggered.connect(lambda: self._ask(asked))
        self._table.addAction(action)
        return action

    def _button(self, action: QAction, name: str, tooltip: str) -> QPushButton:
        text, key = action.text().replace("&", "").split("\t")
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(tooltip)
        button.setToolTip(f"{tooltip} ({key})")
        button.clicked.connect(action.trigger)
        return button

    def _ask(self, asked: SignalInstance) -> None:
        row = self.row
        if row is not None:
            asked.emit(row)
