"""The first cells of a file as they stand in it, and what each column holds."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photon_desktop.market.importer.vocabulary import PRICE_ROLES, Role
from photon_desktop.ui.dialogs.csv_import.form.columns import ColumnPlan, Roles, role_words
from photon_desktop.ui.dialogs.csv_import.form.draft import Draft
from photon_desktop.ui.language import tr
from photon_desktop.ui.tables.row_table import Role as CellRole
from photon_desktop.ui.tables.row_table import Tone

Index = QModelIndex | QPersistentModelIndex
MOST_COLUMNS = 64
_LONGEST_CELL = 200
_NUMBERS = {*PRICE_ROLES, Role.VOLUME}
_NO_PARENT = QModelIndex()


class CellTable(QAbstractTableModel):
    """Rows of text. A column that is ignored is muted, one of numbers stands to the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._names: tuple[str, ...] = ()
        self._plan = ColumnPlan(())

    def show_draft(self, draft: Draft) -> None:
        """Show the cells and columns of this draft; the same cells keep their place on the screen."""
        names = _names_of(draft)
        if draft.opened.rows == self._rows and names == self._names:
            self._plan = draft.columns
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(names) - 1))
            return
        self.beginResetModel()
        self._rows, self._names, self._plan = draft.opened.rows, names, draft.columns
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._rows, self._names, self._plan = (), (), ColumnPlan(())
        self.endResetModel()

    def name_of(self, column: int) -> str:
        """The column's name in the file, or its number."""
        return self._names[column]

    def roles_of(self, column: int) -> Roles:
        """What the column holds."""
        return self._plan.roles_of(column)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return self._names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        text = row[column][:_LONGEST_CELL] if column < len(row) else ""
        roles = self._plan.roles_of(column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if _NUMBERS.intersection(roles) else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._names[column]} ({role_words(roles)}): {text}"
            case CellRole.TONE:
                return Tone.PLAIN if roles else Tone.MUTED
        return None


def _names_of(draft: Draft) -> tuple[str, ...]:
    width = min(MOST_COLUMNS, max([draft.format.width, *(len(row) for row in draft.opened.rows)]))
    header = draft.format.header
    return tuple(
        header[column] if column < len(header) and header[column] else tr("Column {column}").format(column=column + 1)
        for column in range(width)
    )
